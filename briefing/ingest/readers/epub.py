"""EPUB (2 and 3): the chapters in the order of the spine, and what the package says of the book."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from briefing.ingest.archive import Archive
from briefing.ingest.raw import RawBlock, RawDocument
from briefing.ingest.readers.office import office_properties
from briefing.ingest.readers.office.epub_chapter import chapter
from briefing.ingest.readers.office.epub_package import Book, Part
from briefing.ingest.readers.office.safe_xml import damaged, parsed
from briefing.ingest.readers.office.story import marked
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_ROOT_FILE = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_XENC = "{http://www.w3.org/2001/04/xmlenc#}"
# These two only hide fonts from being copied; the text is open.
_FONT_HIDING = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of a book and what its package document says of it.

    Tables of contents, covers and pages of rights are boilerplate, where the book says that they
    are such. Raises SourceError where it is locked, or its package is damaged.
    """
    archive = Archive(data, name)
    path = _package_path(archive, name)
    book = Book(parsed(archive.read(path), name, allow_doctype=True), path)
    _refuse_locked(archive, book, name)
    blocks: list[RawBlock] = []
    notices: list[str] = []
    for part in book.parts:
        try:
            blocks.extend(_blocks(archive, part, name))
        except SourceError as error:
            if _is_hostile(archive, part):
                raise
            notices.append(f"“{part.path}”, a part of it, was left out: {error.message}")
    titled, metadata = office_properties.titled(blocks, book.metadata)
    return RawDocument(
        blocks=titled,
        metadata=metadata,
        structured=True,
        notices=tuple(notices),
    )


def _blocks(archive: Archive, part: Part, name: str) -> tuple[RawBlock, ...]:
    found = chapter(archive.read(part.path), name)
    return marked(found, PassageKind.BOILERPLATE) if part.is_furniture else found


def _is_hostile(archive: Archive, part: Part) -> bool:
    """Tell whether a chapter was refused for entities of its own, and not for being damaged."""
    try:
        return b"<!ENTITY" in archive.read(part.path)
    except SourceError:
        return False


def _package_path(archive: Archive, name: str) -> str:
    """Return where the package document is; where the container does not tell, its name does."""
    names = archive.names
    for path in _named_packages(archive, name):
        if path in names:
            return path
    found = next((path for path in names if path.lower().endswith(".opf")), None)
    if found is None:
        raise damaged(name)
    return found


def _named_packages(archive: Archive, name: str) -> Iterator[str]:
    if _CONTAINER in archive.names:
        try:
            root = parsed(archive.read(_CONTAINER), name, allow_doctype=True)
        except SourceError:
            return
        for file in root.iter(_ROOT_FILE):
            yield posixpath.normpath(file.get("full-path", "")).lstrip("/")


def _refuse_locked(archive: Archive, book: Book, name: str) -> None:
    if _ENCRYPTION not in archive.names:
        return
    locked = frozenset(_locked(parsed(archive.read(_ENCRYPTION), name, allow_doctype=True)))
    if any(part.path in locked for part in book.parts):
        raise SourceError(
            "“{name}” is locked by whoever sold it; its text cannot be read.",
            "Get a copy without a lock (DRM), or save the passages that matter as text.",
            name=name,
        )


def _locked(root: etree._Element) -> Iterator[str]:
    for encrypted in root.iter(f"{_XENC}EncryptedData"):
        method = encrypted.find(f"{_XENC}EncryptionMethod")
        if method is not None and method.get("Algorithm") in _FONT_HIDING:
            continue
        for reference in encrypted.iter(f"{_XENC}CipherReference"):
            yield Book.path_of("", reference.get("URI", ""))
