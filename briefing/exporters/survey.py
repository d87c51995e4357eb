"""What every format needs to know of a Document before it writes: headings, citations, faults."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.document.blocks import (
    Block,
    Chronology,
    Heading,
    ItemList,
    Remark,
    Table,
)
from briefing.document.document import Document
from briefing.document.inlines import Cite, Inlines, Link
from briefing.document.walk import lines
from briefing.exporters.characters import one_line
from briefing.model.errors import ExportError

CONTENTS_LEVELS = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading as the outline shows it; ``key`` names its place in the written file."""

    key: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Survey:
    """``headings`` in order of the text; ``anchors`` lead from an anchor to a heading's key.

    ``cited`` are the Note numbers in the order in which the text first cites them;
    ``first_notes`` leads from a Source's number to the first Note that quotes it.
    """

    headings: tuple[Entry, ...]
    anchors: Mapping[str, str]
    cited: tuple[int, ...]
    first_notes: Mapping[int, int]
    sources: frozenset[int]


def plain(inlines: Inlines) -> str:
    """Return the words on one line, without citation numbers."""
    return one_line("".join(piece.text for piece in inlines if not isinstance(piece, Cite)))


def leads_in(block: Block, following: Block | None) -> bool:
    """Tell a remark that opens a list or table: it must not stand alone at a page's foot."""
    return isinstance(block, Remark) and isinstance(following, ItemList | Table | Chronology)


def survey(document: Document) -> Survey:
    """Look a Document over once; raise ExportError where it breaks the block language's rules."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    entries = tuple(
        Entry(f"section-{index}", min(max(heading.level, 1), 4), plain(heading.inlines))
        for index, heading in enumerate(headings, start=1)
    )
    anchors: dict[str, str] = {}
    for heading, entry in zip(headings, entries, strict=True):
        if heading.anchor in anchors:
            raise ExportError("Two headings have the anchor {anchor}.", anchor=heading.anchor)
        if heading.anchor:
            anchors[heading.anchor] = entry.key
    _check_tables(document)
    _check_links(document, anchors)
    first_notes: dict[int, int] = {}
    for note in document.notes:
        first_notes.setdefault(note.source_number, note.number)
    sources = frozenset(entry.number for entry in document.sources)
    return Survey(entries, anchors, _first_citations(document), first_notes, sources)


def _first_citations(document: Document) -> tuple[int, ...]:
    numbers = [note.number for note in document.notes]
    if len(set(numbers)) != len(numbers):
        raise ExportError("Two notes have the same number.")
    cited: dict[int, None] = {}
    for block in document.blocks:
        for line in lines(block):
            for piece in line:
                if isinstance(piece, Cite):
                    cited.update(dict.fromkeys(piece.numbers))
    known = frozenset(numbers)
    for number in cited:
        if number not in known:
            raise ExportError("The text cites note {number}, which is not there.", number=number)
    for number in numbers:
        if number not in cited:
            raise ExportError("Nothing in the text cites note {number}.", number=number)
    return tuple(cited)


def _check_links(document: Document, anchors: Mapping[str, str]) -> None:
    apart = [note.inlines for note in document.notes]
    apart.extend(entry.inlines for entry in document.sources)
    if any(isinstance(piece, Cite) for line in apart for piece in line):
        raise ExportError("A note or a line of the list of sources cites a note.")
    every = [line for block in document.blocks for line in lines(block)] + apart
    for piece in (piece for line in every for piece in line):
        if not isinstance(piece, Link) or not piece.target.startswith("#"):
            continue
        if piece.target[1:] not in anchors:
            raise ExportError("No heading has the anchor {anchor}.", anchor=piece.target[1:])


def _check_tables(document: Document) -> None:
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        count = column_count(block)
        ragged = any(len(row) != count for row in block.rows)
        if ragged or (count and block.widths and len(block.widths) != count):
            raise ExportError(
                "The rows of the table “{caption}” differ in length.", caption=plain(block.caption)
            )


def column_count(table: Table) -> int:
    """Return how many columns the table has: the head's, or the first row's where no head is."""
    return len(table.head or next(iter(table.rows), ()))


def column_shares(table: Table) -> tuple[float, ...]:
    """Return the columns' shares of the line, summing to 1; equal ones where none are given."""
    count = column_count(table)
    total = sum(table.widths)
    if total <= 0:
        return tuple(1 / count for _ in range(count))
    return tuple(width / total for width in table.widths[:count])
