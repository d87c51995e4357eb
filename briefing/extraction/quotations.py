"""Finds the stretches of a text that stand in quotation marks."""

import re
from bisect import bisect_right

from briefing.model.source import Passage, Source, Span

_MARK = re.compile("[“”„«»\"]|''|``")
_OPEN = frozenset("“„«")
_CLOSE = frozenset("”»")


class Quotations:
    """The quotations of a Source: each Span lies inside its marks."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def at(self, offset: int) -> Span | None:
        """Return the quotation that covers an offset, its marks included."""
        found = bisect_right(self._starts, offset + 2) - 1
        for index in (found, found - 1):
            if index >= 0:
                span = self.spans[index]
                if span.start - 1 <= offset <= span.end:
                    return span
        return None

    def inside(self, offset: int) -> bool:
        """Tell whether an offset lies in a quotation."""
        found = bisect_right(self._starts, offset) - 1
        return found >= 0 and offset < self.spans[found].end

    def within(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the quotations that lie in or touch a stretch."""
        return tuple(s for s in self.spans if s.start < end and start < s.end)


def quotations(source: Source) -> Quotations:
    """Return the quotations of a Source, Passage by Passage.

    A mark left open runs to the end of its Passage (a quotation continued in the next); a new
    opening mark closes one left open, as printers' broken quotations need.
    """
    spans: list[Span] = []
    for passage in source.passages:
        spans.extend(_in_passage(source.text, passage))
    return Quotations(tuple(spans))


def _in_passage(text: str, passage: Passage) -> list[Span]:
    spans: list[Span] = []
    open_at: int | None = None
    for match in _MARK.finditer(text, passage.start, passage.end):
        mark = match.group()
        opens = mark in _OPEN or (mark not in _CLOSE and open_at is None)
        if opens:
            if open_at is not None and match.start() > open_at:
                spans.append(Span(open_at, match.start()))
            open_at = match.end()
        elif open_at is not None:
            if match.start() > open_at:
                spans.append(Span(open_at, match.start()))
            open_at = None
    if open_at is not None and passage.end > open_at:
        spans.append(Span(open_at, passage.end))
    return spans
