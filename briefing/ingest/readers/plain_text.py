"""Plain text: a paragraph is a line, or lines between blank lines where the text is wrapped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.ingest.characters import one_line, without_unseen
from briefing.ingest.decoding import decode
from briefing.ingest.list_marks import BULLET, NUMBER
from briefing.ingest.raw import RawBlock, RawDocument
from briefing.ingest.readers.lines.page_lines import page_lines
from briefing.ingest.readers.lines.wrapping import (
    Wrap,
    begins,
    breaks_off,
    joined,
    speaks,
    wrapping,
)
from briefing.ingest.readers.lines.written_headers import mail_header
from briefing.model.source import PassageKind

_QUOTED = re.compile(r"\s?(?:>\s?)+")
_CELLS = re.compile(r"\t+| {3,}")
_COLUMNS = re.compile(r"\S(?:\t+| {3,})\S")
_WORD = re.compile(r"[\w'’]+(?:-[\w'’]+)*")
_FEWEST_ROWS = 2
_LONGEST_CELL = 6


@dataclass(frozen=True, slots=True)
class _Pages:
    """Where pages end: their numbers and heads, and for each line the next line of the text.

    ``count`` is how many page ends stand before each line.
    """

    furniture: frozenset[int]
    text_from: tuple[int, ...]
    count: tuple[int, ...]


def read(data: bytes, name: str) -> RawDocument:
    """Return the paragraphs of a plain text; list items are marked, the rest is for cleaning.

    Quotation marks of mails at the lines' beginnings are left out; page numbers and running heads
    are set aside, and a paragraph that they cut in two is one.
    """
    decoded = decode(data, name)
    lines, breaks = _lines(decoded.text)
    header, metadata = mail_header(lines)
    pages = _pages(lines, breaks)
    blocks = [RawBlock(one_line(line), PassageKind.BOILERPLATE) for line in lines[:header]]
    blocks.extend(_blocks(lines, header, pages))
    return RawDocument(
        tuple(block for block in blocks if block.text), metadata, notices=decoded.notices
    )


def _lines(text: str) -> tuple[list[str], frozenset[int]]:
    """Return the lines, and which of them begin a page after a form feed."""
    lines: list[str] = []
    breaks: set[int] = set()
    for number, page in enumerate(text.split("\f")):
        if number:
            breaks.add(len(lines))
        depth = 0
        for line in without_unseen(page).split("\n"):
            quoted = _QUOTED.match(line)
            marks = quoted.group().count(">") if quoted else 0
            if marks != depth and lines and line.strip():
                lines.append("")
            depth = marks
            lines.append(line[quoted.end() :] if quoted else line)
    return lines, frozenset(breaks)


def _blocks(lines: Sequence[str], start: int, pages: _Pages) -> list[RawBlock]:
    rows = _rows(lines)
    plain = [
        line if at not in rows and at not in pages.furniture else ""
        for at, line in enumerate(lines)
    ]
    wrap = wrapping(plain[start:])
    words = frozenset(_WORD.findall(" ".join(plain).casefold()))
    blocks: list[RawBlock] = []
    gathered: list[str] = []
    last = start
    aside: list[RawBlock] = []
    for at in range(start, len(lines)):
        line = lines[at]
        if at in pages.furniture:
            aside.append(RawBlock(one_line(line), PassageKind.BOILERPLATE))
            continue
        if gathered and (at in rows or _ends(gathered, lines, (last, at), wrap, pages)):
            blocks.append(_block(gathered, words))
            gathered = []
        if not gathered:
            blocks.extend(aside)
            aside = []
        if at in rows:
            blocks.append(_row(line))
        elif line.strip():
            gathered.append(line)
            last = at
    if gathered:
        blocks.append(_block(gathered, words))
    return blocks + aside


def _ends(
    gathered: Sequence[str],
    lines: Sequence[str],
    between: tuple[int, int],
    wrap: Wrap,
    pages: _Pages,
) -> bool:
    """Tell whether a paragraph ends between two lines; the end of a page alone does not end it."""
    last, at = between
    following = pages.text_from[at]
    if pages.count[following] == pages.count[last]:
        return not lines[at].strip() or begins(gathered, lines[at], wrap)
    goes_on = following < len(lines) and breaks_off(gathered[-1], lines[following])
    return not (wrap.width and goes_on)


def _pages(lines: Sequence[str], breaks: frozenset[int]) -> _Pages:
    furniture = page_lines(lines, breaks)
    text_from = [len(lines)] * (len(lines) + 1)
    for at in range(len(lines) - 1, -1, -1):
        is_text = bool(lines[at].strip()) and at not in furniture
        text_from[at] = at if is_text else text_from[at + 1]
    ends = (int(at in furniture or at in breaks) for at in range(len(lines) + 1))
    return _Pages(furniture, tuple(text_from), tuple(accumulate(ends)))


def _rows(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines are rows of a table: two or more in a row with cells set apart."""
    found: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if _is_row(line):
            run.append(at)
            continue
        if len(run) >= _FEWEST_ROWS:
            found.update(run)
        run = []
    return frozenset(found)


def _is_row(line: str) -> bool:
    """Tell whether cells are set apart by tabs, or by wide gaps between few words each."""
    if _COLUMNS.search(line) is None or speaks(line):
        return False
    return "\t" in line.strip() or all(
        len(cell.split()) <= _LONGEST_CELL for cell in _CELLS.split(line.strip())
    )


def _row(line: str) -> RawBlock:
    cells = (one_line(cell) for cell in _CELLS.split(line.strip()))
    return RawBlock(" | ".join(cell for cell in cells if cell), PassageKind.BODY)


def _block(lines: Sequence[str], words: frozenset[str]) -> RawBlock:
    text = joined(lines, words)
    if BULLET.match(text):
        return RawBlock(one_line(BULLET.sub("", text, count=1)), PassageKind.LIST)
    return RawBlock(one_line(text), PassageKind.LIST if NUMBER.match(text) else None)
