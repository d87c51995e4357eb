"""Finds the stretches of a text that stand in quotation marks."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from briefing.model.source import Passage, Source, Span

_MARK = re.compile("[“”„«»\"]|'{2,3}|``")
_CLOSING = 4  # characters from the end of a quotation to the next Sentence at most
_OPEN = frozenset("“„«")
_CLOSE = frozenset("”»")
_PARTNER = {"„": "“", "»": "«"}  # marks that close what these open, though they open elsewhere
_RARE_MARK = re.compile("[「」『』‹›]")
_RARE = str.maketrans("「」『』‹›", "“”“”“”")
_SINGLE = re.compile(r"(?<![^\s(\[—–:-])[‘'](?=[^\W_])")
_SINGLE_END = re.compile(r"(?<=[.,?!…;:\w%)])[’'](?![\w’'])")


class Quotations:
    """The quotations of a Source: each Span lies inside its marks."""

    def __init__(self, spans: tuple[Span, ...], lasts: frozenset[Span] = frozenset()) -> None:
        self.spans = spans
        self._lasts = lasts  # those with which a Passage ends
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def at(self, offset: int) -> Span | None:
        """Return the quotation that covers an offset, its marks included."""
        found = bisect_right(self._starts, offset + 2) - 1
        for index in (found, found - 1):
            if index >= 0:
                span = self.spans[index]
                if span.start - 1 <= offset <= span.end:
                    return span
        return None

    def before(self, offset: int) -> Span | None:
        """Return the quotation whose closing mark stands right before an offset."""
        found = bisect_right(self._ends, offset) - 1
        if found < 0:
            return None
        span = self.spans[found]
        near = offset - span.end <= _CLOSING and span not in self._lasts
        return span if near else None

    def last(self, offset: int) -> Span | None:
        """Return the last quotation that ends before an offset."""
        found = bisect_right(self._ends, offset) - 1
        return self.spans[found] if found >= 0 else None

    def inside(self, offset: int) -> bool:
        """Tell whether an offset lies in a quotation."""
        found = bisect_right(self._starts, offset) - 1
        return found >= 0 and offset < self.spans[found].end

    def within(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the quotations that lie in or touch a stretch."""
        return self.spans[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def readable(source: Source) -> Source:
    """Return a Source whose rarer quotation marks are “ and ”, every offset as it was.

    ‘…’ and '…' count where a Passage has no double marks; 「…」, 『…』 and ‹…› count everywhere.
    """
    text = source.text
    if _RARE_MARK.search(text):
        text = text.translate(_RARE)
    if not _SINGLE.search(text):
        return source if text == source.text else replace(source, text=text)
    letters = list(text)
    for passage in source.passages:
        if _MARK.search(text, passage.start, passage.end) is None:
            for start, end in _single(text, passage):
                letters[start], letters[end] = "“", "”"
    return replace(source, text="".join(letters))


def _single(text: str, passage: Passage) -> list[tuple[int, int]]:
    """Return where single marks open and close; an apostrophe ("the ministers’ plan") is none."""
    found: list[tuple[int, int]] = []
    opening = _SINGLE.search(text, passage.start, passage.end)
    while opening is not None:
        following = _SINGLE.search(text, opening.end(), passage.end)
        stop = following.start() if following else passage.end
        ends = [m.start() for m in _SINGLE_END.finditer(text, opening.end(), stop)]
        sure = [end for end in ends if text[end - 1] != "s"]
        if ends:
            found.append((opening.start(), sure[0] if sure else ends[-1]))
        opening = following
    return found


def quotations(source: Source) -> Quotations:
    """Return the quotations of a Source, Passage by Passage.

    A mark left open runs to the end of its Passage (a quotation continued in the next); a new
    opening mark closes one left open, as printers' broken quotations need.
    """
    text = readable(source).text
    spans: list[Span] = []
    lasts: set[Span] = set()
    for passage in source.passages:
        found = _marked(text, passage)
        spans.extend(found)
        if found and not any(map(str.isalnum, text[found[-1].end : passage.end])):
            lasts.add(found[-1])
    return Quotations(tuple(spans), frozenset(lasts))


def _marked(text: str, passage: Passage) -> list[Span]:
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for match in _MARK.finditer(text, passage.start, passage.end):
        mark = match.group()
        if opened is None:
            opened = match if mark not in _CLOSE or _turned(text, match) else None
            continue
        if match.start() > opened.end():
            spans.append(Span(opened.end(), match.start()))
        again = mark in _OPEN and mark != _PARTNER.get(opened.group())
        opened = match if again else None
    if opened is not None and passage.end > opened.end():
        spans.append(Span(opened.end(), passage.end))
    return spans


def _turned(text: str, match: re.Match[str]) -> bool:
    """Tell »this way« of quoting from a closing mark whose opening one is lost."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return match.group() == "»" and after.isalnum() and not before.strip()
