"""Which reader reads a document: its content decides, and its name's ending where that is open."""

import importlib
import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath
from typing import cast

from briefing.ingest.decoding import has_mark, is_wide
from briefing.ingest.raw import RawDocument
from briefing.model.errors import SourceError

Reader = Callable[[str], RawDocument]


class FileKind(StrEnum):
    """The kinds that can be read; the value is the reader's module."""

    PLAIN_TEXT = "plain_text"
    MARKDOWN = "markdown"
    HTML = "html"


SUFFIXES = {
    ".txt": FileKind.PLAIN_TEXT,
    ".text": FileKind.PLAIN_TEXT,
    ".md": FileKind.MARKDOWN,
    ".markdown": FileKind.MARKDOWN,
    ".html": FileKind.HTML,
    ".htm": FileKind.HTML,
    ".xhtml": FileKind.HTML,
}

# What the first bytes of kinds that are not read yet say (their published signatures).
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or mail file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_HEAD = 2048
# A treaty with all its annexes has two million characters; more is no text to be cited.
_LARGEST = 20_000_000
_MAIL = re.compile(rb"^MIME-Version:\s", re.IGNORECASE | re.MULTILINE)
_MAIL_TYPE = re.compile(rb"^Content-Type:\s", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING = re.compile(
    r"</(?:p|div|a|span|h[1-6]|li|ul|table|tr|td|article|strong|em|b|i)>|<br\s*/?>", re.I
)
_FRONT = re.compile(
    r"\A\s*---[ \t]*\n[ \t]*[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_MARKS = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\[[^\]\n]+\]\((?:https?:|/|#)[^)\n]*\)"),
    re.compile(r"(?<!\*)\*\*[^*\s][^*\n]*\*\*"),
    re.compile(r"^>[ \t]+\S", re.MULTILINE),
    re.compile(r"^\S[^\n]*\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE),
    re.compile(r"^```", re.MULTILINE),
)


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise SourceError where the bytes are of a kind that is not read, or hold no text at all."""
    if not data.strip():
        raise SourceError("“{name}” is empty.", "Save its text again, then read it.", name=name)
    if len(data) > _LARGEST:
        raise SourceError(
            "“{name}” is larger than {limit} megabytes.",
            "Save the part that matters as a file of its own, and read that.",
            name=name,
            limit=_LARGEST // 1_000_000,
        )
    said = next((word for mark, word in _SIGNATURES if data.startswith(mark)), None)
    head = data[:_HEAD]
    if said is None and _MAIL.search(head) and _MAIL_TYPE.search(head):
        said = "a mail or web archive"
    if said is None and b"\x00" in data and not (has_mark(data) or is_wide(data)):
        said = "no text"
    if said is not None:
        raise SourceError(
            "“{name}” is {kind}, which cannot be read yet.",
            "Save it as text or HTML, and read that.",
            name=name,
            kind=said,
        )


def judge(text: str, name: str) -> FileKind:
    """Return the kind of a decoded document: by its marks first, then by its name's ending."""
    named = SUFFIXES.get(PurePath(name).suffix.lower())
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


def reader(kind: FileKind) -> Reader:
    """Return the reader of a kind. Loaded here and now: the parsers take long to load."""
    module = importlib.import_module(f"briefing.ingest.readers.{kind.value}")
    return cast("Reader", module.read)
