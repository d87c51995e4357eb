"""DOCX (ECMA-376): the text as it is printed, then its notes, comments and running heads."""

import posixpath
from collections.abc import Iterable, Iterator

from lxml import etree

from briefing.ingest.archive import Archive
from briefing.ingest.raw import Enclosed, RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.office import office_properties
from briefing.ingest.readers.office.docx_styles import Styles, W
from briefing.ingest.readers.office.docx_walk import ID, Fragment, fragment, noted
from briefing.ingest.readers.office.office_package import Package
from briefing.ingest.readers.office.story import marked
from briefing.model.source import PassageKind

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
# Notes that are the lines above the notes.
_TYPE = f"{W}type"
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of a document and what its core properties say of it.

    Notes stand after the text, then comments, and the heads and feet of the pages as boilerplate.
    Raises SourceError where the archive or its main part is damaged or declares entities.
    """
    package = Package(Archive(data, name), name)
    main = package.related("", "officeDocument") or "word/document.xml"
    root = package.root(main)
    styles = Styles(package.optional_root(package.related(main, "styles")))
    text = fragment(root, styles)
    blocks = (
        *text.blocks,
        *_notes(package, main, root, "footnote", text, styles),
        *_notes(package, main, root, "endnote", text, styles),
        *_comments(package.optional_root(package.related(main, "comments")), styles),
        *_running(package, main, styles),
    )
    titled, metadata = office_properties.titled(blocks, _metadata(package))
    return RawDocument(
        blocks=titled,
        metadata=metadata,
        structured=office_properties.is_structured(titled),
        enclosed=tuple(_embedded(package, main, text)),
        notices=package.notices,
    )


def _notes(
    package: Package,
    main: str,
    root: etree._Element,
    kind: str,
    text: Fragment,
    styles: Styles,
) -> Iterator[RawBlock]:
    """Give the notes in the order in which the text names them, then those that it never names."""
    part = package.optional_root(package.related(main, f"{kind}s"))
    if part is None:
        return
    named = text.footnotes if kind == "footnote" else text.endnotes
    deleted = noted(root, kind) - set(named)
    order = {note: at for at, note in enumerate(reversed(named))}
    notes = [
        note
        for note in part.iterfind(f"{W}{kind}")
        if note.get(_TYPE) not in _NO_NOTES and note.get(ID, "") not in deleted
    ]
    notes.sort(key=lambda note: -order.get(note.get(ID, ""), -1))
    for note in notes:
        yield from fragment(note, styles).blocks


def _comments(part: etree._Element | None, styles: Styles) -> tuple[RawBlock, ...]:
    return () if part is None else marked(fragment(part, styles).blocks, PassageKind.COMMENT)


def _running(package: Package, main: str, styles: Styles) -> tuple[RawBlock, ...]:
    """Return the heads and feet of pages, each wording once; a bare page number is none."""
    texts: dict[str, None] = {}
    for place in ("header", "footer"):
        for path in package.all_related(main, place):
            part = package.optional_root(path)
            found: Iterable[RawBlock] = () if part is None else fragment(part, styles).blocks
            for block in found:
                if any(char.isalpha() for char in block.text):
                    texts.setdefault(block.text)
    return marked(map(RawBlock, texts), PassageKind.BOILERPLATE)


def _embedded(package: Package, main: str, text: Fragment) -> Iterator[Enclosed]:
    """Give the documents of other formats that stand in the text as they are (17.17.2.1)."""
    for key in text.embedded:
        path = package.target(main, key)
        data = package.optional_bytes(path)
        if path is not None and data:
            yield Enclosed(posixpath.basename(path), data)


def _metadata(package: Package) -> RawMetadata:
    core = package.optional_root(package.related("", "core-properties") or "docProps/core.xml")
    if core is None:
        return RawMetadata()
    return RawMetadata(
        title=office_properties.title(core.findtext(f"{_DC}title")),
        authors=office_properties.authors(core.findtext(f"{_DC}creator")),
        language=office_properties.language(core.findtext(f"{_DC}language")),
        shown=office_properties.shown(
            core.findtext(f"{_TERMS}created"), core.findtext(f"{_TERMS}modified")
        ),
    )
