"""Where blocks stand in a Source's text: joined by blank lines, or in the file as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from briefing.ingest.list_marks import list_mark
from briefing.ingest.raw import RawBlock
from briefing.model.source import PassageKind

GAP = "\n\n"
_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and the offset of its first character in the Source's text."""

    start: int
    block: RawBlock


def joined(blocks: Sequence[RawBlock]) -> tuple[str, tuple[Placed, ...]]:
    """Return the blocks' texts joined by blank lines, and where each of them stands."""
    placed: list[Placed] = []
    start = 0
    for block in blocks:
        placed.append(Placed(start, block))
        start += len(block.text) + len(GAP)
    return GAP.join(block.text for block in blocks), tuple(placed)


def as_it_is(text: str, front_lines: int) -> tuple[Placed, ...]:
    """Return the lines of a text that is not changed, less the spaces at their ends.

    The first ``front_lines`` are front matter, and are set aside.
    """
    front = 0
    for ended in islice(_LINE_END.finditer(text), front_lines):
        front = ended.end()
    placed: list[Placed] = []
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if not line:
            continue
        start = found.start() + found.group().index(line)
        kind = PassageKind.LIST if list_mark(line) else None
        if start < front:
            kind = PassageKind.BOILERPLATE
        placed.append(Placed(start, RawBlock(line, kind)))
    return tuple(placed)
