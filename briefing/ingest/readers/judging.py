"""What kind of document some bytes are: their content decides, their name where that is open."""

import codecs
import io
import re
import struct
from pathlib import PurePath

import olefile

from briefing.ingest.archive import Archive
from briefing.ingest.decoding import is_binary, marked_text
from briefing.ingest.readers.registry import TEXT_KINDS, FileKind
from briefing.model.errors import SourceError

_SUFFIXES = {
    ".txt": FileKind.PLAIN_TEXT,
    ".text": FileKind.PLAIN_TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".eml": FileKind.MAIL,
    ".mht": FileKind.MHTML,
    ".mhtml": FileKind.MHTML,
}
# What the first bytes of kinds that are not read say (their published signatures).
_REFUSED = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"Rar!\x1a", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"ID3", "a sound recording"),
    (b"%!PS", "a PostScript file"),
)
_HINTS = {
    "a picture": "Put it into a PDF to have its text recognised, and read that.",
    "a program": "There is no text in it to be read.",
    "a sound recording": "Read a transcript of it.",
    "a film": "Read a transcript of it.",
    "a compressed file": "Unpack it, and import what is in it.",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_PDF = re.compile(rb"%PDF-\d")
_PDF_REACH = 1024  # PDF 1.7, implementation note 13: the header may stand within the first 1024
_RTF = re.compile(rb"\s*\{\\rtf")
_HEAD = 2048
# A treaty with all its annexes has two million characters; more is no text to be cited.
LARGEST_TEXT = 20_000_000
LARGEST_FILE = 200_000_000
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):", re.MULTILINE)
_HEADER_REACH = 4_000_000
_BLANK = re.compile(rb"\r?\n\r?\n")
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"})
_DELIVERED = frozenset({b"to", b"message-id", b"received", b"return-path", b"delivered-to"})
_SAVED = re.compile(rb"^From:[ \t]*[\"<]?Saved by ", re.IGNORECASE | re.MULTILINE)
# The line before each mail of an mbox, or the length that Apple Mail writes before its mails.
_BEFORE_MAIL = re.compile(
    rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,80}\r?\n|\d{1,9}[ \t]*\r?\n(?=[A-Za-z-]{1,60}:)"
)
_ADDRESSED = frozenset({b"from", b"to", b"subject", b"date", b"cc", b"sender", b"content-type"})
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING = re.compile(
    r"</(?:p|div|a|span|h[1-6]|li|ul|table|tr|td|article|strong|em|b|i)>|<br\s*/?>", re.I
)
_FRONT = re.compile(
    r"\A\s*---[ \t]*\n[ \t]*[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_MARKS = (
    re.compile(r"^#{1,6}[ \t]+[^#\s]", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]+\]\((?:https?:|/|#)[^)\n]{0,2000}\)"),
    re.compile(r"(?<!\*)\*\*[^*\s][^*\n]*\*\*"),
    re.compile(r"^>[ \t]+\S", re.MULTILINE),
    re.compile(r"^\S[^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
)


def judge(data: bytes, name: str) -> FileKind:
    """Return the kind of a document.

    Raises SourceError for no bytes, too many, and kinds that are not read, saying what they are.
    """
    if not data.strip():
        raise SourceError("“{name}” is empty.", "Save its text again, then read it.", name=name)
    _refuse_larger(data, LARGEST_FILE, name)
    # Mail first: what it encloses has signatures too.
    kind = _mail(data, name) or _by_signature(data, name)
    if kind is None:
        if is_binary(data):
            raise _refused(name, "no text")
        kind = judge_text(marked_text(data), name)
    if kind in TEXT_KINDS:
        _refuse_larger(data, LARGEST_TEXT, name)
    return kind


def judge_text(text: str, name: str) -> FileKind:
    """Return the kind of a document of characters: by its marks, then by its name's ending."""
    named = _SUFFIXES.get(PurePath(name).suffix.lower())
    if _PAGE.search(text[:_HEAD]):
        return FileKind.HTML
    if _FRONT.match(text.replace("\r\n", "\n")):
        return FileKind.MARKDOWN
    tags = len(_CLOSING.findall(text))
    if named is not FileKind.MARKDOWN and (tags >= 3 or (named is FileKind.HTML and tags)):
        return FileKind.HTML
    marks = sum(1 for mark in _MARKS if mark.search(text))
    if marks >= 2:
        return FileKind.MARKDOWN
    if marks and (_MARKS[0].search(text) or named is not FileKind.PLAIN_TEXT):
        return FileKind.MARKDOWN
    return FileKind.MARKDOWN if named is FileKind.MARKDOWN else FileKind.PLAIN_TEXT


def _by_signature(data: bytes, name: str) -> FileKind | None:
    if data.startswith(_ZIPS):
        return _packed(data, name)
    if data.startswith(_OLE):
        return _compound(data, name)
    if _RTF.match(data):
        return FileKind.RTF
    if _PDF.search(data[:_PDF_REACH]):
        return FileKind.PDF
    said = next((word for mark, word in _REFUSED if data.startswith(mark)), None)
    if said is not None:
        raise _refused(name, said)
    return None


def _packed(data: bytes, name: str) -> FileKind:
    """Tell the documents that are ZIP archives by what they hold."""
    archive = Archive(data, name)
    names = frozenset(archive.names)
    if not names:
        raise SourceError("The archive “{name}” is empty.", "Put the files in it again.", name=name)
    if "encrypted-package" in names:
        raise _locked(name)
    if "[Content_Types].xml" in names:
        return _office(names, name)
    if "META-INF/container.xml" in names:
        return FileKind.EPUB
    if "content.xml" in names and names & {"mimetype", "META-INF/manifest.xml"}:
        said = archive.read("mimetype").strip() if "mimetype" in names else _OPEN_TEXT
        if said.startswith(_OPEN_TEXT):
            return FileKind.ODT
        raise _refused(name, "an OpenDocument file without running text")
    return FileKind.ZIP


def _office(names: frozenset[str], name: str) -> FileKind:
    if any(part.startswith("word/document") and part.endswith(".xml") for part in names):
        return FileKind.DOCX
    kinds = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint file"}
    heads = {word for head, word in kinds.items() if any(part.startswith(head) for part in names)}
    raise _refused(name, min(heads, default="an Office file without a document in it"))


def _compound(data: bytes, name: str) -> FileKind:
    """Tell Outlook messages from the old Office files, which have the same container."""
    try:
        # As a stream: a short run of bytes would be taken for the name of a file.
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {"/".join(path) for path in ole.listdir()}
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError,
            struct.error):  # fmt: skip
        streams = set()
    if "__properties_version1.0" in streams:
        return FileKind.OUTLOOK
    if "EncryptedPackage" in streams:
        raise _locked(name)
    raise _refused(name, "an old Word file" if "WordDocument" in streams else "an old Office file")


def _mail(data: bytes, name: str) -> FileKind | None:
    """Tell mail and web archives by the names of the headers before the first blank line."""
    start = data[:_HEADER_REACH].removeprefix(codecs.BOM_UTF8).lstrip()
    before = _BEFORE_MAIL.match(start)
    start = start[before.end() :] if before else start
    blank = _BLANK.search(start) if _HEADER.match(start) else None
    if blank is None:
        return None
    head = start[: blank.start()]
    headers = {found.lower() for found in _HEADER.findall(head)}
    addressed = len(headers & _ADDRESSED)
    named = _SUFFIXES.get(PurePath(name).suffix.lower())
    by_name = named in {FileKind.MAIL, FileKind.MHTML}
    if not addressed or not (headers & _SENT or before or (by_name and addressed >= 2)):
        return None
    # A browser saves with the headers of a mail, but to nobody; mail may be multipart/related too.
    saved = _SAVED.search(head) or b"snapshot-content-location" in headers
    unsent = not headers & _DELIVERED
    if saved or (unsent and named is not FileKind.MAIL and (_RELATED.search(head) or by_name)):
        return FileKind.MHTML
    return FileKind.MAIL


def _refuse_larger(data: bytes, limit: int, name: str) -> None:
    if len(data) > limit:
        raise SourceError(
            "“{name}” is larger than {limit} megabytes.",
            "Save the part that matters as a file of its own, and read that.",
            name=name,
            limit=limit // 1_000_000,
        )


def _locked(name: str) -> SourceError:
    return SourceError(
        "“{name}” is locked with a password.",
        "Open it with its password, save it without one, and read that.",
        name=name,
    )


def _refused(name: str, kind: str) -> SourceError:
    return SourceError(
        "“{name}” is {kind}, which cannot be read.",
        _HINTS.get(kind, "Save it as PDF, DOCX, HTML or text, and read that."),
        name=name,
        kind=kind,
    )
