"""The blocks of a running text gathered in order: paragraphs, table rows, text boxes, notes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from briefing.ingest.characters import one_line
from briefing.ingest.raw import RawBlock
from briefing.ingest.shapes import is_body, word_count
from briefing.model.source import PassageKind

LINE_END = "\n"
BLOCK_END = "\n\n"
_GAP = re.compile(r"\n\s*\n")
# Lawyers number whole paragraphs with the styles of headings; such a paragraph is text.
_HEADING_WORDS = 40


@dataclass(slots=True)
class _Paragraph:
    kind: PassageKind | None
    pieces: list[str] = field(default_factory=list)
    after: list[RawBlock] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    """What stands together: a whole text, a cell of a table, a text box."""

    blocks: list[RawBlock] = field(default_factory=list)
    has_rows: bool = False
    carried: str = ""


class Story:
    """What has been gathered so far on the way through a text; parts may lie inside each other.

    A row of a table is one block, its cells joined by bars, unless its cells hold running text.
    What floats (a text box) comes after the paragraph that it hangs on.
    """

    def __init__(self) -> None:
        self._paragraphs: list[_Paragraph] = []
        self._parts: list[_Part] = [_Part()]
        self._rows: list[list[_Part]] = []

    @property
    def blocks(self) -> tuple[RawBlock, ...]:
        """The blocks of all that has been closed, in order."""
        _settle(self._parts[0], None)
        return tuple(self._parts[0].blocks)

    def say(self, text: str) -> None:
        """Add characters to the open paragraph; outside of one there are none that count."""
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(text)

    def open_paragraph(self, kind: PassageKind | None = None) -> None:
        """Begin a paragraph, perhaps inside another."""
        part = self._parts[-1]
        self._paragraphs.append(_Paragraph(kind, [part.carried] if part.carried else []))
        part.carried = ""

    def close_paragraph(self, *, runs_on: bool = False) -> None:
        """End the open paragraph; a blank line in it parts it into blocks.

        One that runs on, because its end was deleted, is the beginning of the next.
        """
        closed = self._paragraphs.pop()
        part = self._parts[-1]
        part.carried = "".join(closed.pieces)
        if not runs_on:
            _settle(part, closed.kind)
        part.blocks.extend(closed.after)

    def open_part(self) -> None:
        """Begin a text box, or a cell where a row is open."""
        self._parts.append(_Part())

    def close_float(self) -> None:
        """End a text box that was opened as a part."""
        self.attach(self._closed().blocks)

    def attach(self, blocks: Iterable[RawBlock]) -> None:
        """Put the blocks of a text box after the paragraph that it hangs on."""
        if self._paragraphs:
            self._paragraphs[-1].after.extend(blocks)
        else:
            self._parts[-1].blocks.extend(blocks)

    def open_row(self) -> None:
        """Begin a row of a table."""
        self._rows.append([])

    def close_cell(self) -> None:
        """End the cell that was opened as a part."""
        closed = self._closed()
        if self._rows:
            self._rows[-1].append(closed)
        else:
            self._parts[-1].blocks.extend(closed.blocks)

    def close_row(self) -> None:
        """End a row: one block of all its cells, or the blocks of each in turn."""
        self._parts[-1].blocks.extend(_row(self._rows.pop()))
        self._parts[-1].has_rows = True

    def _closed(self) -> _Part:
        closed = self._parts.pop()
        _settle(closed, None)
        return closed


def marked(blocks: Iterable[RawBlock], kind: PassageKind) -> tuple[RawBlock, ...]:
    """Return the blocks, all of one kind."""
    return tuple(replace(block, kind=kind) for block in blocks)


def _settle(part: _Part, kind: PassageKind | None) -> None:
    for piece in _GAP.split(part.carried):
        line = one_line(piece)
        if line:
            part.blocks.append(RawBlock(line, _kind(line, kind)))
    part.carried = ""


def _kind(line: str, kind: PassageKind | None) -> PassageKind | None:
    too_long = kind is PassageKind.HEADING and (is_body(line) or word_count(line) > _HEADING_WORDS)
    return None if too_long else kind


def _row(cells: Sequence[_Part]) -> list[RawBlock]:
    filled = [cell for cell in cells if cell.blocks]
    if len(filled) == 1 or any(map(_is_text, filled)):
        return [block for cell in filled for block in cell.blocks]
    if not filled:
        return []
    texts = (" ".join(block.text for block in cell.blocks) for cell in cells)
    return [RawBlock(one_line(" | ".join(texts)))]


def _is_text(cell: _Part) -> bool:
    """Tell whether a cell is no field of a table but text, set in columns or a frame."""
    return cell.has_rows or (
        len(cell.blocks) > 1 and any(is_body(block.text) for block in cell.blocks)
    )
