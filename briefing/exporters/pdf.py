"""A Document as a PDF: cover and contents, blocks, notes, list of Sources; all fonts embedded."""

import io
from math import ceil
from textwrap import wrap
from threading import Lock
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from briefing.document.document import Document, Note, SourceEntry
from briefing.document.style import Stylesheet
from briefing.exporters.characters import one_line
from briefing.exporters.pdf_blocks import BlockSetter
from briefing.exporters.pdf_contents import ContentsLine
from briefing.exporters.pdf_fonts import faces, fitted, runs
from briefing.exporters.pdf_inlines import (
    InlineSetter,
    citation_place,
    note_place,
    source_place,
)
from briefing.exporters.pdf_items import Insets, Item, Line, NewPage, Row
from briefing.exporters.pdf_outline import Outline
from briefing.exporters.pdf_paint import hairline
from briefing.exporters.pdf_press import Press, Sheet
from briefing.exporters.pdf_styles import Looks, looks
from briefing.exporters.survey import CONTENTS_LEVELS, Entry, Survey, leads_in, survey

# Streams as bytes: written as letters, as is reportlab's habit, they are a quarter larger.
rl_config.useA85 = 0

_A4: Final = (595.276, 841.89)
_APART: Final = 1.1  # between the letters of the marking, points
_NUMBER_WIDTH: Final = 24.0
_COVER_DROP: Final = 62.0
_FACT: Final = Insets(top=3.6, right=6, bottom=4.2)
# reportlab keeps what a file uses of a font in the font itself, so files are made one by one.
_ONE_AT_A_TIME: Final = Lock()


def export(document: Document, style: Stylesheet) -> bytes:
    """Return the .pdf file; raises ExportError for a Document or font family it cannot set."""
    found = survey(document)
    with _ONE_AT_A_TIME:
        setting = _Setting(document, style, found, looks(style))
        items = setting.items()
        setting.find_pages(items)
        return setting.drawn(items)


class _Setting:
    """One Document on its way to pages."""

    def __init__(self, document: Document, style: Stylesheet, found: Survey, chosen: Looks) -> None:
        self._document = document
        self._style = style
        self._found = found
        self._looks = chosen
        self._outline = Outline()
        self._pages: dict[str, int] = {}
        self._inlines = InlineSetter(found, style.accent, faces(style.sans).regular)
        line = _A4[0] - 2 * style.margin_side
        column = _A4[1] - style.margin_top - style.margin_bottom
        self._sheet = Sheet(*_A4, style.margin_side, style.margin_bottom, line, column)
        self._blocks = BlockSetter(
            self._inlines, chosen, style, document.labels, iter(found.headings), self._outline, line
        )

    def items(self) -> list[Item | NewPage]:
        """Return all that is printed, in order."""
        items: list[Item | NewPage] = [*self._cover()]
        contents = self._contents()
        if contents:
            items += [*contents, NewPage()]
        blocks = self._document.blocks
        for block, following in zip(blocks, (*blocks, None)[1:], strict=True):
            made = self._blocks.block(block)
            last = made[-1] if made else None
            if isinstance(last, Line) and leads_in(block, following):
                last.keeps = True
            items += made
        return [*items, *self._notes(), *self._sources()]

    def find_pages(self, items: list[Item | NewPage]) -> None:
        """Find the page of each heading, for the table of contents."""
        Press(None, self._sheet, self._furnish, self._pages).run(items)

    def drawn(self, items: list[Item | NewPage]) -> bytes:
        """Return the items on pages, as a file."""
        document, buffer = self._document, io.BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=_A4,
            invariant=1,
            pageCompression=1,
            # The stubs have the type of the font's size here.
            initialFontName=faces(self._style.sans).regular,  # type: ignore[arg-type]
            lang=document.language or "en",
        )
        canvas.setTitle(one_line(document.title))
        canvas.setSubject(one_line(document.subtitle))
        canvas.setAuthor("")
        canvas.setCreator("Aide-Mémoire")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if self._found.headings:
            canvas.showOutline()
        Press(canvas, self._sheet, self._furnish).run(items)
        canvas.save()
        return buffer.getvalue()

    def _cover(self) -> list[Item]:
        document = self._document
        title = self._inlines.words(document.title, self._looks.title)
        drop = Insets(top=_COVER_DROP)
        items: list[Item] = [
            Row(((title,),), (self._sheet.line,), (drop,), self._bar, after=title.after)
        ]
        if document.subtitle:
            items.append(self._inlines.words(document.subtitle, self._looks.subtitle))
        items += (self._fact(label, value) for label, value in document.facts)
        return items

    def _bar(self, canvas: Canvas, area: object) -> None:
        top = _A4[1] - self._style.margin_top - _COVER_DROP + 16
        canvas.saveState()
        canvas.setFillColor(HexColor(f"#{self._style.accent}"))
        canvas.rect(self._style.margin_side, top, 46, 4, stroke=0, fill=1)
        canvas.restoreState()

    def _fact(self, label: str, value: str) -> Row:
        widths = (0.26 * self._sheet.line, 0.74 * self._sheet.line)
        name = self._inlines.words(label, self._looks.fact_label)
        words = self._inlines.words(value, self._looks.fact_value)
        return Row(((name,), (words,)), widths, (_FACT, _FACT), hairline(self._style))

    def _contents(self) -> list[Item]:
        labels = self._document.labels
        entries = [entry for entry in self._found.headings if entry.level <= CONTENTS_LEVELS]
        if self._document.notes:
            entries.append(Entry("notes", 1, labels.notes))
        if self._document.sources:
            entries.append(Entry("sources", 1, labels.sources))
        if not entries:
            return []
        title = self._inlines.words(labels.contents, self._looks.contents_title, keeps=True)
        return [title, *(self._contents_line(entry) for entry in entries)]

    def _contents_line(self, entry: Entry) -> ContentsLine:
        look = self._looks.contents[entry.level - 1]
        line = self._inlines.words(entry.text, look)
        return ContentsLine(line, look, entry, self._pages, self._style)

    def _back_heading(self, key: str, text: str) -> Item:
        line = self._inlines.words(text, self._looks.headings[0], keeps=True)
        line.name, line.opened = key, self._outline.opener(Entry(key, 1, text))
        return line

    def _notes(self) -> list[Item]:
        if not self._document.notes:
            return []
        title = self._back_heading("notes", self._document.labels.notes)
        return [title, *(self._note(note) for note in self._document.notes)]

    def _note(self, note: Note) -> Row:
        known = note.source_number in self._found.sources
        into = source_place(note.source_number) if known else ""
        keeps = bool(note.quote)
        lines = [self._inlines.line(note.inlines, self._looks.note, into=into, keeps=keeps)]
        if note.quote:
            lines.append(self._inlines.words(note.quote, self._looks.note_quote))
        number = self._inlines.number(
            note.number, self._looks.note_number, citation_place(note.number),
            note_place(note.number),
        )  # fmt: skip
        return self._blocks.beside(number, tuple(lines), _NUMBER_WIDTH, after=5)

    def _sources(self) -> list[Item]:
        if not self._document.sources:
            return []
        title = self._back_heading("sources", self._document.labels.sources)
        return [title, *(self._source(entry) for entry in self._document.sources)]

    def _source(self, entry: SourceEntry) -> Row:
        note = self._found.first_notes.get(entry.number)
        back = note_place(note) if note is not None else ""
        number = self._inlines.number(
            entry.number, self._looks.note_number, back, source_place(entry.number)
        )
        words = self._inlines.line(entry.inlines, self._looks.note)
        return self._blocks.beside(number, (words,), _NUMBER_WIDTH, after=4)

    def _furnish(self, canvas: Canvas) -> None:
        """Draw marking, running title and page number in the margins, which grow with them."""
        s, height = self._style, _A4[1]
        sans = faces(s.sans)
        self._marking(canvas, height - 0.42 * s.margin_top, upwards=False)
        self._marking(canvas, 0.34 * s.margin_bottom, upwards=True)
        canvas.setFillColor(HexColor(f"#{s.grey}"))
        right = s.margin_side + self._sheet.line
        page = f"{one_line(self._document.labels.page)} {canvas.getPageNumber()}".strip()
        pieces, wide = fitted(page, sans.regular, 8.2, self._sheet.line)
        _string(canvas, pieces, right - wide, 0.62 * s.margin_bottom, 8.2)
        if canvas.getPageNumber() == 1:
            return
        title = one_line(self._document.title)
        pieces, _ = fitted(title, sans.regular, 8.2, self._sheet.line)
        _string(canvas, pieces, s.margin_side, height - 0.68 * s.margin_top, 8.2)
        canvas.setStrokeColor(HexColor(f"#{s.rule}"))
        canvas.setLineWidth(0.5)
        y = height - 0.75 * s.margin_top
        canvas.line(s.margin_side, y, right, y)

    def _marking(self, canvas: Canvas, y: float, *, upwards: bool) -> None:
        """Draw the whole marking, however long: on more lines, then in smaller letters."""
        marking = one_line(self._document.marking)
        if not marking:
            return
        canvas.setFillColor(HexColor(f"#{self._style.alert}"))
        bold, line = faces(self._style.sans).bold, self._sheet.line
        count = min(3, ceil(_marking_width(marking, bold) / (1.3 * line)))
        lines = wrap(marking, ceil(len(marking) / count) + 4) or [marking]
        widest = max(_marking_width(one, bold) for one in lines)
        scale = min(1, line / widest)
        step = 10.5 * scale
        y += step * (len(lines) - 1) if upwards else 0
        for one in lines:
            x = (_A4[0] - scale * _marking_width(one, bold)) / 2
            _string(canvas, list(runs(one, bold)), x, y, 9 * scale, apart=_APART * scale)
            y -= step


def _marking_width(text: str, face: str) -> float:
    letters = sum(stringWidth(piece, name, 9) for name, piece in runs(text, face))
    return float(letters + _APART * max(len(text) - 1, 0))


def _string(
    canvas: Canvas, pieces: list[tuple[str, str]], x: float, y: float, size: float, apart: float = 0
) -> None:
    for name, piece in pieces:
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece, charSpace=apart)
        x += canvas.stringWidth(piece, name, size) + apart * len(piece)
