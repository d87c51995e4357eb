"""Blocks as Word paragraphs and tables, one function a block."""

from collections.abc import Iterator
from typing import assert_never

from briefing.document.blocks import (
    Block,
    Chronology,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.document import Labels
from briefing.document.inlines import Inlines
from briefing.exporters.survey import Entry, Survey, column_count, column_shares, plain
from briefing.exporters.word_inlines import InlineWriter, heading_bookmark
from briefing.exporters.word_lists import BULLETS
from briefing.exporters.word_xml import cell, paragraph, row, run, styled, table

PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
_DATE_SHARE = 0.24


class BlockWriter:
    """Writes the blocks in order; ``width`` is that of a line, in twentieths of a point."""

    def __init__(
        self, inlines: InlineWriter, found: Survey, labels: Labels, width: int, rule: str
    ) -> None:
        self.ordered_lists = 0
        self._inlines = inlines
        self._headings: Iterator[Entry] = iter(found.headings)
        self._labels = labels
        self._width = width
        self._rule = rule

    def block(self, block: Block, *, keep: bool = False) -> str:
        """Return a block as XML; ``keep`` holds a remark on the page of what it opens."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return paragraph("Normal", self._inlines.runs(block.inlines))
            case Quotation():
                return self._quotation(block)
            case ItemList():
                return self._list(block)
            case Table():
                return self._table(block)
            case Chronology():
                return self._chronology(block)
            case Remark():
                keeps = "<w:keepNext/>" if keep else ""
                return paragraph("Remark", self._inlines.runs(block.inlines, upright=True), keeps)
            case Slot():
                return self._slot(block)
            case PageBreak():
                return PAGE_BREAK
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        entry = next(self._headings)
        words = self._inlines.runs(heading.inlines)
        return paragraph(
            f"Heading{entry.level}", self._inlines.bookmarked(heading_bookmark(entry.key), words)
        )

    def _quotation(self, quotation: Quotation) -> str:
        # The empty line parts two quotations, whose rules Word would draw as one.
        if not quotation.attribution:
            said = paragraph("Quote", self._inlines.runs(quotation.inlines, upright=True))
            return said + paragraph("Gap", "")
        said = self._inlines.runs(quotation.inlines, upright=True)
        by = self._inlines.runs(quotation.attribution)
        return (
            paragraph("Quote", said, "<w:keepNext/>")
            + paragraph("QuoteSource", by)
            + paragraph("Gap", "")
        )

    def _list(self, items: ItemList) -> str:
        if not items.ordered:
            return "".join(self._item("ListBullet", BULLETS, words) for words in items.items)
        self.ordered_lists += 1
        number = BULLETS + self.ordered_lists
        return "".join(self._item("ListNumber", number, words) for words in items.items)

    def _item(self, style: str, number: int, words: Inlines) -> str:
        counted = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return paragraph(style, self._inlines.runs(words), counted)

    def _table(self, block: Table) -> str:
        caption = self._inlines.runs(block.caption)
        parts = [paragraph("Caption", caption)] if block.caption else []
        if column_count(block) and (block.head or block.rows):
            widths = columns(column_shares(block), self._width)
            parts.append(self._grid(block, widths))
            parts.append(paragraph("Gap", ""))
        return "".join(parts)

    def _grid(self, block: Table, widths: tuple[int, ...]) -> str:
        rows = []
        if block.head:
            rows.append(row(self._cells(block.head, widths, ("TableHead",)), head=True))
        styles = ("TableRowName", "TableText") if len(widths) > 1 else ("TableText",)
        rows.extend(row(self._cells(one, widths, styles)) for one in block.rows)
        head = bool(block.head)
        return table("BriefingTable", widths, "".join(rows), plain(block.caption), head=head)

    def _cells(
        self, words: tuple[Inlines, ...], widths: tuple[int, ...], styles: tuple[str, ...]
    ) -> str:
        return "".join(
            cell(width, paragraph(styles[min(index, len(styles) - 1)], self._inlines.runs(one)))
            for index, (one, width) in enumerate(zip(words, widths, strict=True))
        )

    def _chronology(self, chronology: Chronology) -> str:
        if not chronology.entries:
            return ""
        widths = columns((_DATE_SHARE, 1 - _DATE_SHARE), self._width)
        line = (
            f'<w:tcBorders><w:right w:val="single" w:sz="12" w:space="0" w:color="{self._rule}"/>'
            "</w:tcBorders>"
        )
        inset = '<w:tcMar><w:left w:w="220" w:type="dxa"/></w:tcMar>'
        rows = "".join(
            row(
                cell(widths[0], paragraph("ChronologyDate", run(entry.when)), line)
                + cell(widths[1], self._told(entry.inlines), inset)
            )
            for entry in chronology.entries
        )
        return table("BriefingChronology", widths, rows) + paragraph("Gap", "")

    def _told(self, words: Inlines) -> str:
        return paragraph("ChronologyText", self._inlines.runs(words))

    def _slot(self, slot: Slot) -> str:
        prompt = paragraph("SlotPrompt", run(slot.prompt))
        if not slot.text.strip():
            mark = run(self._labels.to_be_completed, styled("SlotOpen"))
            return prompt + paragraph("SlotText", mark) + paragraph("Gap", "")
        lines = slot.text.strip().splitlines()
        return (
            prompt
            + "".join(paragraph("SlotText", run(one)) for one in lines)
            + paragraph("Gap", "")
        )


def columns(shares: tuple[float, ...], width: int) -> tuple[int, ...]:
    """Return whole column widths that sum to the width."""
    ends = [round(sum(shares[: index + 1]) * width) for index in range(len(shares))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))
