"""A Document as a Word file: front, contents, blocks, endnotes, list of Sources."""

from typing import Final

from briefing.document.document import Document, Note, SourceEntry
from briefing.document.style import Stylesheet
from briefing.exporters.characters import one_line
from briefing.exporters.survey import Entry, Survey, survey
from briefing.exporters.word_blocks import PAGE_BREAK, BlockWriter, columns
from briefing.exporters.word_inlines import (
    InlineWriter,
    heading_bookmark,
    led_to,
    note_bookmark,
    source_bookmark,
)
from briefing.exporters.word_package import font_part, numbering_part, package, settings_part
from briefing.exporters.word_styles import styles_part
from briefing.exporters.word_theme import theme_part
from briefing.exporters.word_xml import (
    FIELD_END,
    NAMESPACES,
    XML_HEAD,
    cell,
    field,
    field_start,
    paragraph,
    raw_run,
    row,
    run,
    styled,
    table,
)

_A4: Final = (11906, 16838)  # twentieths of a point
_TAB: Final = "<w:r><w:tab/></w:r>"
_NOTES: Final = Entry("notes", 1, "")
_SOURCES: Final = Entry("sources", 1, "")


def export(document: Document, style: Stylesheet) -> bytes:
    """Return the .docx file; raises ExportError where the Document breaks its own rules."""
    found = survey(document)
    numbers = tuple(note.number for note in document.notes)
    automatic = found.cited == numbers == tuple(range(1, len(numbers) + 1))
    inlines = InlineWriter(found, automatic=automatic)
    in_notes = InlineWriter(found, automatic=automatic)
    width = _A4[0] - 2 * round(style.margin_side * 20)
    blocks = BlockWriter(inlines, found, document.labels, width, style.accent)
    body = "".join(
        (
            _front(document, width),
            _contents(document, found),
            "".join(blocks.block(block) for block in document.blocks),
            _notes_place(document, inlines, style),
            _sources(document, found, inlines),
            _section(style, first=not document.notes),
        )
    )
    parts = {
        "document": f"{XML_HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "styles": styles_part(style, document.language),
        "numbering": numbering_part(blocks.ordered_lists),
        "settings": settings_part(),
        "fontTable": font_part(style),
        "theme1": theme_part(style),
        "endnotes": _endnotes(document, found, in_notes, automatic=automatic),
        **_margins(document),
    }
    links = {"document": inlines.addresses.by_id(), "endnotes": in_notes.addresses.by_id()}
    return package(document, parts, links)


def _front(document: Document, width: int) -> str:
    parts = [paragraph("Title", run(document.title))]
    if document.subtitle:
        parts.append(paragraph("Subtitle", run(document.subtitle)))
    if document.facts:
        widths = columns((0.26, 0.74), width)
        rows = "".join(
            row(
                cell(widths[0], paragraph("FactLabel", run(label)))
                + cell(widths[1], paragraph("FactValue", run(value)))
            )
            for label, value in document.facts
        )
        parts.append(table("BriefingFacts", widths, rows) + paragraph("Gap", ""))
    return "".join(parts)


def _contents(document: Document, found: Survey) -> str:
    """Return the list of headings, written out.

    It has no page numbers: only Word can count its pages, and a field that is to be updated on
    opening makes Word ask. A reader who wants numbers updates the field with other switches.
    """
    entries = [entry for entry in found.headings if entry.level <= 2]
    if document.notes:
        entries.append(Entry(_NOTES.key, 1, document.labels.notes))
    if document.sources:
        entries.append(Entry(_SOURCES.key, 1, document.labels.sources))
    if not entries:
        return ""
    lines = [led_to(heading_bookmark(entry.key), entry.text, "") for entry in entries]
    lines[0] = field_start('TOC \\o "1-2" \\n \\h \\z \\u') + lines[0]
    lines[-1] += FIELD_END
    listed = (
        paragraph(f"TOC{entry.level}", line) for entry, line in zip(entries, lines, strict=True)
    )
    return paragraph("TOCHeading", run(document.labels.contents)) + "".join(listed) + PAGE_BREAK


def _notes_place(document: Document, inlines: InlineWriter, style: Stylesheet) -> str:
    """Return the end of the section, which is where Word prints the endnotes."""
    if not document.notes:
        return ""
    mark = inlines.bookmarked(heading_bookmark(_NOTES.key), "")
    return paragraph("Gap", mark, _section(style, first=True))


def _sources(document: Document, found: Survey, inlines: InlineWriter) -> str:
    if not document.sources:
        return ""
    title = inlines.bookmarked(heading_bookmark(_SOURCES.key), run(document.labels.sources))
    lines = (_source(entry, found, inlines) for entry in document.sources)
    return paragraph("Heading1", title) + "".join(lines)


def _source(entry: SourceEntry, found: Survey, inlines: InlineWriter) -> str:
    note = found.first_notes.get(entry.number)
    back = note_bookmark(note) if note is not None else ""
    number = led_to(back, str(entry.number), "NoteNumber")
    target = inlines.bookmarked(source_bookmark(entry.number), number)
    return paragraph("SourceEntry", target + _TAB + inlines.runs(entry.inlines))


def _endnotes(document: Document, found: Survey, inlines: InlineWriter, *, automatic: bool) -> str:
    # The separator is what Word prints above the endnotes, so the heading stands in it: as a
    # paragraph of the text it would lose its notes where a reader sets them elsewhere.
    title = paragraph("NotesHeading", run(document.labels.notes))
    over = paragraph("Gap", "")
    reserved = "".join(
        f'<w:endnote w:type="{kind}" w:id="{id_}">{shown}</w:endnote>'
        for kind, id_, shown in (("separator", -1, title), ("continuationSeparator", 0, over))
    )
    notes = "".join(_endnote(note, found, inlines, automatic) for note in document.notes)
    return f"{XML_HEAD}<w:endnotes {NAMESPACES}>{reserved}{notes}</w:endnotes>"


def _endnote(note: Note, found: Survey, inlines: InlineWriter, automatic: bool) -> str:
    mark = raw_run("<w:endnoteRef/>", styled("NoteNumber"))
    number = mark if automatic else run(str(note.number), styled("NoteNumber"))
    known = note.source_number in found.sources
    words = inlines.runs(note.inlines, source_bookmark(note.source_number) if known else "")
    lines = paragraph("EndnoteText", number + _TAB + words)
    if note.quote:
        lines += paragraph("EndnoteQuote", run(note.quote))
    return f'<w:endnote w:id="{note.number}">{lines}</w:endnote>'


def _margins(document: Document) -> dict[str, str]:
    marking = paragraph("Marking", run(one_line(document.marking))) if document.marking else ""
    title = paragraph("Header", run(one_line(document.title)))
    page = _TAB + run(f"{document.labels.page} ") + field("PAGE", "1")
    first = marking or paragraph("Marking", "")
    return {
        "header1": f"{XML_HEAD}<w:hdr {NAMESPACES}>{marking}{title}</w:hdr>",
        "header2": f"{XML_HEAD}<w:hdr {NAMESPACES}>{first}</w:hdr>",
        "footer1": f"{XML_HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', page)}{marking}</w:ftr>",
    }


def _section(style: Stylesheet, *, first: bool) -> str:
    """Return the section's page; the first section's first page has no running title."""
    side, top, bottom = (
        round(points * 20) for points in (style.margin_side, style.margin_top, style.margin_bottom)
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId_header1"/>'
        '<w:headerReference w:type="first" r:id="rId_header2"/>'
        '<w:footerReference w:type="default" r:id="rId_footer1"/>'
        '<w:footerReference w:type="first" r:id="rId_footer1"/>'
        '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{_A4[0]}" w:h="{_A4[1]}"/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{bottom}" w:left="{side}" '
        f'w:header="500" w:footer="440" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )
