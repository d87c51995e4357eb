"""Where on a page its main text stands: the lines that trafilatura found, put back in place."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.ingest.readers.web.html_blocks import HtmlBlock

# Shorter lines stand in many places: they are looked for between the longer ones around them.
_SURE = 30
# Above this many comparisons of characters a line is looked for only a little further on.
_MOST_WORK = 400_000_000
_NEAR = 20_000
_SENTENCE_END = re.compile(r"(?<=[.!?…”\"])\s+|\s+\|\s+")
_NO_LETTERS = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """Return the letters and digits of a text, without case: what two renderings share."""
    return _NO_LETTERS.sub("", text).casefold()


class Alignment:
    """The blocks' letters in one run, and how many of each the lines of the main text cover.

    ``share`` is how much of the main text was found on the page, from 0 to 1.
    """

    def __init__(self, blocks: Sequence[HtmlBlock], lines: Sequence[str]) -> None:
        keys = [key(block.text) for block in blocks]
        self.lengths = [len(each) for each in keys]
        self.starts: list[int] = []
        place = 0
        for length in self.lengths:
            self.starts.append(place)
            place += length
        self.run = "".join(keys)
        self.covered = [0] * len(blocks)
        self.share = 1.0
        self._take(lines)

    def key(self, block: int) -> str:
        """Return the letters of a block."""
        start = self.starts[block]
        return self.run[start : start + self.lengths[block]]

    def kept(self) -> list[bool]:
        """Tell of each block whether half of it or more is main text."""
        return [
            2 * covered >= length > 0
            for covered, length in zip(self.covered, self.lengths, strict=True)
        ]

    def _take(self, lines: Sequence[str]) -> None:
        pieces = self._pieces(lines)
        reach = _NEAR if len(self.run) * len(pieces) > _MOST_WORK else len(self.run)
        spans = self._anchors(pieces, reach)
        low = 0
        for at, piece in enumerate(pieces):
            span = spans[at]
            if span is None and len(piece) < _SURE:
                high = next((s[0] for s in spans[at + 1 : at + 40] if s), low + _NEAR)
                span = self._short(piece, low, high)
            if span is not None:
                self._cover(span)
                low = span[1]
        letters = sum(map(len, pieces))
        self.share = min(1.0, sum(self.covered) / letters) if letters else 1.0

    def _pieces(self, lines: Sequence[str]) -> list[str]:
        pieces: list[str] = []
        for line in lines:
            whole = key(line)
            if len(whole) < _SURE or whole in self.run:
                pieces.append(whole)
            else:
                pieces.extend(key(part) for part in _SENTENCE_END.split(line))
        return [piece for piece in pieces if piece]

    def _anchors(self, pieces: Sequence[str], reach: int) -> list[tuple[int, int] | None]:
        """Place the long pieces: where they stand once, else next after the piece before."""
        spans: list[tuple[int, int] | None] = [None] * len(pieces)
        several: list[int] = []
        cursor = 0
        for at, piece in enumerate(pieces):
            if len(piece) < _SURE:
                continue
            first = self.run.find(
                piece, *((0,) if reach == len(self.run) else (cursor, cursor + reach))
            )
            if first < 0:
                continue
            if self.run.find(piece, first + 1, first + 1 + reach) >= 0:
                several.append(at)
            else:
                spans[at] = (first, first + len(piece))
                cursor = first + len(piece)
        for at in several:
            self._place(at, pieces[at], spans)
        return spans

    def _place(self, at: int, piece: str, spans: list[tuple[int, int] | None]) -> None:
        """Place a piece that stands in several places: nearest to those placed around it."""
        before = next((spans[i] for i in range(at - 1, max(-1, at - 40), -1) if spans[i]), None)
        after = next((span for span in spans[at + 1 : at + 40] if span), None)
        if before is not None:
            found = self.run.find(piece, before[1])
            if found < 0:
                found = self.run.find(piece)
        elif after is not None:
            found = self.run.rfind(piece, 0, after[0])
            if found < 0:
                found = self.run.find(piece)
        else:
            found = self.run.find(piece)
        spans[at] = (found, found + len(piece))

    def _short(self, piece: str, low: int, high: int) -> tuple[int, int] | None:
        """Find a short line as a whole block, or as a part of one that is covered in part."""
        found = self.run.find(piece, low, high)
        while found >= 0:
            block = bisect_right(self.starts, found) - 1
            while self.lengths[block] == 0:
                block -= 1
            whole = self.starts[block] == found and self.lengths[block] == len(piece)
            if whole or self.covered[block] or found == low:
                return found, found + len(piece)
            found = self.run.find(piece, found + 1, high)
        return None

    def _cover(self, span: tuple[int, int]) -> None:
        start, end = span
        block = max(0, bisect_right(self.starts, start) - 1)
        while block < len(self.starts) and self.starts[block] < end:
            inside = min(end, self.starts[block] + self.lengths[block]) - max(
                start, self.starts[block]
            )
            if inside > 0:
                self.covered[block] += inside
            block += 1
