"""Plain text: a paragraph is a line, or lines between blank lines where the text is wrapped."""

from itertools import pairwise

from briefing.ingest.characters import one_line, without_unseen
from briefing.ingest.list_marks import BULLET, NUMBER, list_mark
from briefing.ingest.raw import RawBlock, RawDocument
from briefing.model.source import PassageKind

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_WRAPPED_SHARE = 0.85


def read(data_text: str) -> RawDocument:
    """Return the paragraphs of a plain text; list items are marked, the rest is for cleaning."""
    lines = without_unseen(data_text).split("\n")
    width = wrap_width(lines)
    blocks: list[RawBlock] = []
    gathered: list[str] = []
    for line in lines:
        if gathered and (not line.strip() or not _goes_on(gathered[-1], line, width)):
            blocks.append(_block(gathered))
            gathered = []
        if line.strip():
            gathered.append(line)
    if gathered:
        blocks.append(_block(gathered))
    return RawDocument(tuple(block for block in blocks if block.text))


def wrap_width(lines: list[str]) -> int:
    """Return the column at which the lines are broken by hand, 0 where each line is a paragraph.

    Greedy filling is the sign: a line was broken because the next word had no room in it.
    """
    width = max((len(line.rstrip()) for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip() and not list_mark(b)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP or len(pairs) < 2:
        return 0
    full = sum(1 for a, b in pairs if _had_no_room(a, b, width))
    return width if full >= _WRAPPED_SHARE * len(pairs) else 0


def _had_no_room(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(following.split()[0]) > width


def _goes_on(line: str, following: str, width: int) -> bool:
    return bool(width) and not list_mark(following) and _had_no_room(line, following, width)


def _block(lines: list[str]) -> RawBlock:
    text = " ".join(lines)
    if BULLET.match(text):
        return RawBlock(one_line(BULLET.sub("", text, count=1)), PassageKind.LIST)
    return RawBlock(one_line(text), PassageKind.LIST if NUMBER.match(text) else None)
