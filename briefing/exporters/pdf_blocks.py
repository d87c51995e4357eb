"""Blocks as items on a PDF page, one function a block."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

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
from briefing.document.style import Stylesheet
from briefing.exporters.pdf_inlines import InlineSetter
from briefing.exporters.pdf_items import Insets, Item, Line, NewPage, Row
from briefing.exporters.pdf_outline import Outline
from briefing.exporters.pdf_paint import box, hairline, left_rule, table_head, timeline
from briefing.exporters.pdf_styles import Look, Looks
from briefing.exporters.survey import Entry, column_count, column_shares

_CELL: Final = Insets(top=4.5, right=6, bottom=5.5, left=5)
_MARK_WIDTH: Final = 16.0
_DATE_WIDTH: Final = 108.0
_TIMELINE_AT: Final = 124.0
_TOLD_AT: Final = 140.0
_DOT_BELOW: Final = 8.4
_BLANK: Final = "\u00a0"


@dataclass(slots=True)
class BlockSetter:
    """Makes the items of each block; ``width`` is that of a line in points."""

    inlines: InlineSetter
    looks: Looks
    style: Stylesheet
    labels: Labels
    headings: Iterator[Entry]
    outline: Outline
    width: float

    def block(self, block: Block) -> list[Item | NewPage]:
        """Return the items of a block."""
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self.inlines.line(block.inlines, self.looks.body)]
            case Quotation():
                return [self._quotation(block)]
            case ItemList():
                return list(self._list(block))
            case Table():
                return list(self._table(block))
            case Chronology():
                return list(self._chronology(block))
            case Remark():
                return [self.inlines.line(block.inlines, self.looks.remark)]
            case Slot():
                return [self._slot(block)]
            case PageBreak():
                return [NewPage()]
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> Line:
        entry = next(self.headings)
        line = self.inlines.line(heading.inlines, self.looks.headings[entry.level - 1], keeps=True)
        line.name, line.opened = entry.key, self.outline.opener(entry)
        return line

    def _quotation(self, quotation: Quotation) -> Row:
        signed = bool(quotation.attribution)
        lines = [self.inlines.line(quotation.inlines, self.looks.quote, keeps=signed)]
        if quotation.attribution:
            lines.append(self.inlines.line(quotation.attribution, self.looks.quote_source))
        return Row(
            (tuple(lines),), (self.width,), (Insets(top=1, bottom=3, left=13),),
            left_rule(self.style), whole=False, before=6, after=10,
        )  # fmt: skip

    def _list(self, items: ItemList) -> Iterator[Row]:
        last = len(items.items)
        for number, words in enumerate(items.items, start=1):
            mark = f"{number}." if items.ordered else "•"
            yield self.beside(
                self.inlines.words(mark, self.looks.item_mark),
                (self.inlines.line(words, self.looks.item),),
                _MARK_WIDTH + (2 if last > 9 and items.ordered else 0),
                after=6 if number == last else 3,
            )

    def beside(
        self, mark: Line, lines: tuple[Line, ...], indent: float, after: float, top: float = 0
    ) -> Row:
        """Return lines with a mark hanging at their left."""
        return Row(
            ((mark,), lines), (indent, self.width - indent), (Insets(top=top), Insets()),
            whole=False, after=after,
        )  # fmt: skip

    def _table(self, table: Table) -> Iterator[Item]:
        if table.caption:
            yield self.inlines.line(table.caption, self.looks.caption, keeps=True)
        if not column_count(table):
            return
        widths = tuple(share * self.width for share in column_shares(table))
        insets = (_CELL,) * len(widths)
        head = self._head(table.head, widths) if table.head else None
        # The head above later pages holds no places, for a place has to be in one spot only.
        again = self._head(table.head, widths) if table.head else None
        count = len(table.rows)
        if not count and head is not None:
            head.after = 12
            yield head
        for index, cells in enumerate(table.rows):
            yield Row(
                self._cells(cells, widths), widths, insets, hairline(self.style),
                head=head if index == 0 else again, opening=index == 0,
                after=12 if index == count - 1 else 0,
            )  # fmt: skip

    def _head(self, cells: tuple[Inlines, ...], widths: tuple[float, ...]) -> Row:
        lines = tuple((self.inlines.line(one, self.looks.table_head),) for one in cells)
        return Row(lines, widths, (_CELL,) * len(widths), table_head(self.style))

    def _cells(
        self, cells: tuple[Inlines, ...], widths: tuple[float, ...]
    ) -> tuple[tuple[Line, ...], ...]:
        name = self.looks.row_name if len(widths) > 1 else self.looks.cell
        chosen: list[Look] = [name, *[self.looks.cell] * (len(cells) - 1)]
        return tuple(
            (self.inlines.line(words, look),) for words, look in zip(cells, chosen, strict=True)
        )

    def _chronology(self, chronology: Chronology) -> Iterator[Row]:
        widths = (_DATE_WIDTH, self.width - _DATE_WIDTH)
        insets = (Insets(right=0), Insets(left=_TOLD_AT - _DATE_WIDTH, bottom=6))
        last = len(chronology.entries) - 1
        for index, entry in enumerate(chronology.entries):
            date = self.inlines.words(entry.when, self.looks.date)
            told = self.inlines.line(entry.inlines, self.looks.told)
            drawn = timeline(
                self.style, _TIMELINE_AT, _DOT_BELOW, first=index == 0, last=index == last
            )
            after = 8 if index == last else 0
            yield Row(((date,), (told,)), widths, insets, drawn, after=after)

    def _slot(self, slot: Slot) -> Row:
        lines = [self.inlines.words(slot.prompt, self.looks.slot_prompt, keeps=True)]
        if slot.text.strip():
            # A line without a character would have no height, and the blank line would be lost.
            lines.extend(
                self.inlines.words(one if one.strip() else _BLANK, self.looks.slot_text)
                for one in slot.text.strip().splitlines()
            )
        else:
            lines.append(self._to_be_completed())
        return Row(
            (tuple(lines),), (self.width,), (Insets(top=7, right=10, bottom=9, left=10),),
            box(self.style), whole=False, before=8, after=12,
        )  # fmt: skip

    def _to_be_completed(self) -> Line:
        return self.inlines.words(self.labels.to_be_completed, self.looks.slot_open, marked=True)
