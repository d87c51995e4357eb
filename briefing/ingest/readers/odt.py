"""ODT (OASIS OpenDocument): the text as it is printed, then notes, comments and running heads."""

from lxml import etree

from briefing.ingest.archive import Archive
from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.office import office_properties
from briefing.ingest.readers.office.odt_walk import OdtStyles, OdtText
from briefing.ingest.readers.office.safe_xml import parsed
from briefing.ingest.readers.office.story import marked
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_RUNNING = tuple(
    f"{_STYLE}{place}{page}" for place in ("header", "footer") for page in ("", "-left", "-first")
)


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of a document and what its properties say of it.

    Notes stand after the text, then comments, and the heads and feet of the pages as boilerplate.
    Raises SourceError where it is locked, or its content is damaged or declares entities.
    """
    archive = Archive(data, name)
    _refuse_locked(archive, name)
    notices: list[str] = []
    content = parsed(archive.read("content.xml"), name)
    page = _optional(archive, "styles.xml", name, notices)
    styles = OdtStyles(content, page)
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    text = OdtText(content if body is None else body, styles)
    blocks = (
        *text.blocks,
        *text.notes,
        *marked(text.comments, PassageKind.COMMENT),
        *_running(page, styles),
    )
    metadata = _metadata(_optional(archive, "meta.xml", name, notices))
    titled, metadata = office_properties.titled(blocks, metadata)
    return RawDocument(
        blocks=titled,
        metadata=metadata,
        structured=office_properties.is_structured(titled),
        notices=tuple(notices),
    )


def _refuse_locked(archive: Archive, name: str) -> None:
    if "META-INF/manifest.xml" not in archive.names:
        return
    manifest = parsed(archive.read("META-INF/manifest.xml"), name, allow_doctype=True)
    if next(manifest.iter(_ENCRYPTED), None) is not None:
        raise SourceError(
            "“{name}” is locked with a password.",
            "Open it with its password, save it without one, and read that.",
            name=name,
        )


def _optional(archive: Archive, path: str, name: str, notices: list[str]) -> etree._Element | None:
    """Return a part that the text can be read without, None where it is missing or damaged."""
    if path not in archive.names:
        return None
    try:
        return parsed(archive.read(path), name)
    except SourceError:
        notices.append(f"“{path}”, a part of it, is damaged and was left out.")
        return None


def _running(page: etree._Element | None, styles: OdtStyles) -> tuple[RawBlock, ...]:
    """Return the heads and feet of pages, each wording once; a bare page number is none."""
    texts: dict[str, None] = {}
    for part in () if page is None else page.iter(*_RUNNING):
        for block in OdtText(part, styles).blocks:
            if any(char.isalpha() for char in block.text):
                texts.setdefault(block.text)
    return marked(map(RawBlock, texts), PassageKind.BOILERPLATE)


def _metadata(root: etree._Element | None) -> RawMetadata:
    meta = None if root is None else root.find(f"{_OFFICE}meta")
    if meta is None:
        return RawMetadata()
    # Whoever saved it last is no author, unless no other name is there.
    first = office_properties.authors(meta.findtext(f"{_META}initial-creator"))
    return RawMetadata(
        title=office_properties.title(meta.findtext(f"{_DC}title")),
        authors=first or office_properties.authors(meta.findtext(f"{_DC}creator")),
        language=office_properties.language(meta.findtext(f"{_DC}language")),
        shown=office_properties.shown(
            meta.findtext(f"{_META}creation-date"), meta.findtext(f"{_DC}date")
        ),
    )
