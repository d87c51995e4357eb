"""Walks through Blocks: the lines they hold, and the same Block with its lines changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
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
from briefing.document.inlines import Cite, Inlines


def lines(block: Block) -> Iterator[Inlines]:
    """Yield each line of the Block in the order in which it is read; a Slot has none."""
    match block:
        case Heading() | Paragraph() | Remark():
            yield block.inlines
        case Quotation():
            yield block.inlines
            yield block.attribution
        case ItemList():
            yield from block.items
        case Table():
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from row
        case Chronology():
            for entry in block.entries:
                yield entry.inlines
        case Slot() | PageBreak():
            return
        case _:
            assert_never(block)


def with_lines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Return the Block with every line changed."""
    match block:
        case Heading() | Paragraph() | Remark():
            return replace(block, inlines=change(block.inlines))
        case Quotation():
            return Quotation(change(block.inlines), change(block.attribution))
        case ItemList():
            return replace(block, items=tuple(change(item) for item in block.items))
        case Table():
            return replace(
                block,
                caption=change(block.caption),
                head=tuple(change(cell) for cell in block.head),
                rows=tuple(tuple(change(cell) for cell in row) for row in block.rows),
            )
        case Chronology():
            entries = tuple(replace(e, inlines=change(e.inlines)) for e in block.entries)
            return Chronology(entries)
        case Slot() | PageBreak():
            return block
        case _:
            assert_never(block)


def units(block: Block) -> Iterator[Inlines]:
    """Yield the parts of a Block that must each be borne out by a Cite of their own.

    A line, but for a Table, where a Cite anywhere in a row bears out the row.
    """
    if isinstance(block, Table):
        yield block.caption
        yield from block.head
        for row in block.rows:
            yield tuple(inline for cell in row for inline in cell)
    elif isinstance(block, Quotation):
        yield (*block.inlines, *block.attribution)
    else:
        yield from lines(block)


def cited(line: Inlines) -> tuple[int, ...]:
    """Return the numbers cited in a line, in order."""
    return tuple(n for inline in line if isinstance(inline, Cite) for n in inline.numbers)
