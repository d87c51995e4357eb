"""The pages of a Word document: size, margins, and what stands at their head and foot."""

from typing import Final

from docx.document import Document as WordFile
from docx.enum.section import WD_SECTION
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

from briefing.document.document import Document
from briefing.document.style import Stylesheet
from briefing.exporters.characters import one_line
from briefing.exporters.word_xml import TAB, elements, field, paragraph, run

A4: Final = (11906, 16838)  # twentieths of a point
_HEADER_AT: Final = 25  # points from the paper's edge
_FOOTER_AT: Final = 22


def set_pages(file: WordFile, document: Document, style: Stylesheet) -> None:
    """Set the page of the whole file; its first page has the marking and no running title."""
    section = file.sections[0]
    section.page_width, section.page_height = (Twips(length) for length in A4)
    section.left_margin = section.right_margin = Pt(style.margin_side)
    section.top_margin, section.bottom_margin = Pt(style.margin_top), Pt(style.margin_bottom)
    section.header_distance, section.footer_distance = Pt(_HEADER_AT), Pt(_FOOTER_AT)
    section.different_first_page_header_footer = True
    marking = paragraph("Marking", run(one_line(document.marking))) if document.marking else ""
    page = TAB + run(f"{document.labels.page} ") + field("PAGE", "1")
    foot = paragraph("Footer", page) + marking
    _write(section.header.part, marking + paragraph("Header", run(one_line(document.title))))
    _write(section.first_page_header.part, marking or paragraph("Marking", ""))
    _write(section.footer.part, foot)
    _write(section.first_page_footer.part, foot)
    (counted,) = elements('<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>')
    file.element.body[-1].find(qn("w:pgSz")).addprevious(counted)


def end_section(file: WordFile, inner: str) -> None:
    """End the section in a small paragraph with these runs; the next has the same head and foot."""
    following = file.add_section(WD_SECTION.NEW_PAGE)
    following.different_first_page_header_footer = False
    ending = file.element.body[-2]
    ending.style = "Gap"
    ending.extend(elements(inner))


def _write(margin: XmlPart, xml: str) -> None:
    for one in list(margin.element):
        margin.element.remove(one)
    margin.element.extend(elements(xml))
