"""Inlines as reportlab's paragraph markup: fonts, links, citations and the places they lead to."""

from typing import Final, assert_never
from xml.sax.saxutils import quoteattr

from reportlab.platypus import Paragraph

from briefing.document.inlines import Cite, Emphasis, Inline, Inlines, Link, Strong, Text
from briefing.exporters.characters import between_numbers, web_address
from briefing.exporters.pdf_fonts import markup
from briefing.exporters.pdf_items import Line
from briefing.exporters.pdf_styles import Look
from briefing.exporters.survey import Survey

_HIGHLIGHT: Final = "FFF4C2"


def note_place(number: int) -> str:
    """Return the name of the place of a Note."""
    return f"note-{number}"


def citation_place(number: int) -> str:
    """Return the name of the place that first cites a Note."""
    return f"citation-{number}"


def source_place(number: int) -> str:
    """Return the name of the place of a line in the list of Sources."""
    return f"source-{number}"


def place(name: str) -> str:
    """Return markup that makes the spot a place that links can lead to."""
    return f'<a name="{name}"/>'


class InlineSetter:
    """Makes Lines; knows which Notes have been cited, for the first citation is a place."""

    def __init__(self, found: Survey, accent: str, cite_face: str) -> None:
        self._found = found
        self._accent = accent
        self._cite_face = cite_face
        self._cited: set[int] = set()

    def line(self, inlines: Inlines, look: Look, *, into: str = "", keeps: bool = False) -> Line:
        """Return the inlines as a Line; words without a link of their own lead to ``into``."""
        text = "".join(self._inline(piece, look, into) for piece in inlines)
        return Line(Paragraph(text, look.style), keeps=keeps)

    def words(self, text: str, look: Look, *, keeps: bool = False, marked: bool = False) -> Line:
        """Return plain text as a Line; ``marked`` as with a highlighter."""
        shown = markup(text, look.face)
        if marked:
            shown = f'<span backColor="#{_HIGHLIGHT}">{shown}</span>'
        return Line(Paragraph(shown, look.style), keeps=keeps)

    def number(self, number: int, look: Look, to: str, name: str) -> Line:
        """Return a number that leads to a place and is one itself."""
        text = (
            self._led(to, markup(str(number), look.face)) if to else markup(str(number), look.face)
        )
        return Line(Paragraph(place(name) + text, look.style))

    def _inline(self, piece: Inline, look: Look, into: str) -> str:
        match piece:
            case Text():
                return _silently(into, markup(piece.text, look.face))
            case Emphasis():
                return _silently(into, markup(piece.text, look.italic))
            case Strong():
                return _silently(into, markup(piece.text, look.strong))
            case Link():
                return self._link(piece, look)
            case Cite():
                return self._cite(piece)
            case _:
                assert_never(piece)

    def _link(self, link: Link, look: Look) -> str:
        shown = markup(link.text, look.face)
        if link.target.startswith("#"):
            return self._led(self._found.anchors[link.target[1:]], shown)
        address = web_address(link.target)
        if not address:
            return shown
        return f'<a href={quoteattr(address)} color="#{self._accent}">{shown}</a>'

    def _led(self, name: str, shown: str) -> str:
        return f'<a href="#{name}" color="#{self._accent}">{shown}</a>'

    def _cite(self, cite: Cite) -> str:
        if not cite.numbers:
            return ""
        between = between_numbers(len(cite.numbers))
        shown = between.join(self._reference(number) for number in cite.numbers)
        font = f'name="{self._cite_face}" color="#{self._accent}"'
        return f'<super size="68%"><font {font}>[{shown}]</font></super>'

    def _reference(self, number: int) -> str:
        first = number not in self._cited
        self._cited.add(number)
        shown = self._led(note_place(number), str(number))
        return place(citation_place(number)) + shown if first else shown


def _silently(into: str, shown: str) -> str:
    """Return words that lead to a place and do not show it; a link cannot hold a link."""
    return f'<a href="#{into}">{shown}</a>' if into and shown else shown
