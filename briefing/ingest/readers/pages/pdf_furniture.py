"""Running heads, feet and page numbers: lines that come again at the same place of other pages."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from briefing.ingest.readers.pages.pdf_lines import Line, PageLines

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"^[ivxlc]{1,7}$")
# What is left of a page number once its digits are "#".
_NUMBERING = re.compile(
    r"^(?:[-–—|\[(•·]\s*)?(?:(?:page|p\.?|seite|pagina|página|s\.)\s*)?#"
    r"(?:\s*(?:/|of|von|sur|de|di|-|–)\s*#)?(?:\s*[-–—|\])•·])?$"
)
# What browsers print around a page: its address and number, the moment and the title.
_PRINTED = re.compile(
    r"^https?://\S+(?:\s+(?:\|\s+)?\d+/\d+)?$|^\d{1,4}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[:.]\d{2}\b"
)
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
_NOTE = re.compile(r"\[#\]|#[^\W\d_]")
_REACH = 4
_NEAR = 2
_STRIP_SHARE = 0.3
_TOLERANCE = 4.0
_HEAD_ZONE = 0.93
_NUMBER_ZONE = 0.12
_INNER = 2
_SAME_SIZE = 0.2
_TIGHT = 1.15


Spot = tuple[str, int]
Strip = tuple[float, float]


def furniture(pages: Sequence[PageLines]) -> list[frozenset[int]]:
    """Return for each page the places, in ``lines``, of the lines that are no part of the text."""
    edges = [_edge_lines(page) for page in pages]
    recurring = _recurring(pages, edges)
    strips = _strips(pages, recurring)
    common = _common(pages, edges)
    found: list[frozenset[int]] = []
    for page, places, again in zip(pages, edges, recurring, strict=True):
        aside = again | {
            place
            for place in places
            if _strip(page.lines[place]) in strips
            or _is_number(page, page.lines[place])
            or _PRINTED.match(page.lines[place].text)
        }
        kept = frozenset(_outermost(page, places, aside))
        found.append(kept - _text_at_edge(page, kept, common))
    if len(pages) == 1:
        found[0] |= _lone_head(pages[0])
    return found


def is_printed_page(pages: Sequence[PageLines]) -> bool:
    """Tell whether the pages were printed by a browser: an address stands at their edge."""
    return any(
        _PRINTED.match(page.lines[place].text) for page in pages[:2] for place in _edge_lines(page)
    )


def _edge_lines(page: PageLines) -> list[int]:
    """Return the places of the highest and of the lowest lines, from the edge inwards."""
    upright = [at for at, line in enumerate(page.lines) if not (line.turned or line.hidden)]
    ordered = sorted(upright, key=lambda at: -page.lines[at].base)
    return [*ordered[:_REACH], *ordered[: -_REACH - 1 : -1]]


def _spots(line: Line) -> tuple[Spot, ...]:
    """Return what a line says and about where, twice: a place near a border falls on both sides."""
    text, place = _shape(line.text), line.base / _TOLERANCE
    low = round(place)
    return (text, low), (text, low + (1 if place > low else -1))


@lru_cache(maxsize=256)
def _shape(text: str) -> str:
    folded = text.casefold()
    return "#" if _ROMAN.match(folded) else _DIGITS.sub("#", folded)


def _recurring(pages: Sequence[PageLines], edges: Sequence[Sequence[int]]) -> list[frozenset[int]]:
    """Return for each page the lines that come again, at the same place, two pages on or nearer."""
    spots: list[set[Spot]] = [
        {spot for place in places for spot in _spots(page.lines[place])}
        for page, places in zip(pages, edges, strict=True)
    ]
    found: list[frozenset[int]] = []
    for number, (page, places) in enumerate(zip(pages, edges, strict=True)):
        near = [
            spots[other]
            for other in range(max(0, number - _NEAR), min(len(pages), number + _NEAR + 1))
            if other != number
        ]
        found.append(
            frozenset(
                place
                for place in places
                if _may_recur(page.lines[place])
                and any(_spots(page.lines[place])[0] in other for other in near)
            )
        )
    return found


def _may_recur(line: Line) -> bool:
    """Tell whether a line could be a head or foot: a footnote, or numbers alone, could not."""
    text = _shape(line.text)
    words = any(char.isalpha() for char in text) and not _NOTE.match(text)
    return words or _NUMBERING.match(text) is not None


def _strips(pages: Sequence[PageLines], recurring: Sequence[frozenset[int]]) -> frozenset[Strip]:
    """Return where, and in what type, a third of the pages have recurring lines: heads change."""
    counts: Counter[Strip] = Counter()
    for page, places in zip(pages, recurring, strict=True):
        counts.update({_strip(page.lines[place]) for place in places})
    least = max(2.0, _STRIP_SHARE * len(pages))
    return frozenset(strip for strip, count in counts.items() if count >= least)


def _strip(line: Line) -> Strip:
    return round(line.base, 1), round(line.size, 1)


def _is_number(page: PageLines, line: Line) -> bool:
    if not _NUMBERING.match(_shape(line.text)):
        return False
    zone = _NUMBER_ZONE * (page.top - page.bottom)
    return line.base < page.bottom + zone or line.base > page.top - zone


def _outermost(page: PageLines, places: Sequence[int], aside: frozenset[int]) -> set[int]:
    """Return the lines to set aside that no line of text stands outside of."""
    kept: set[int] = set()
    half = (page.top + page.bottom) / 2
    for upper in (True, False):
        inwards = sorted(
            {place for place in places if (page.lines[place].base > half) == upper},
            key=lambda place: page.lines[place].base,
            reverse=upper,
        )
        for place in inwards:
            if place not in aside:
                break
            kept.add(place)
    return kept


def _common(pages: Sequence[PageLines], edges: Sequence[Sequence[int]]) -> frozenset[Spot]:
    """Return what stands at the same place of more than half of the pages."""
    counts: Counter[Spot] = Counter()
    for page, places in zip(pages, edges, strict=True):
        counts.update({spot for place in places for spot in _spots(page.lines[place])})
    return frozenset(spot for spot, count in counts.items() if 2 * count > len(pages))


def _text_at_edge(page: PageLines, kept: frozenset[int], common: frozenset[Spot]) -> frozenset[int]:
    """Return the lines among those set aside that are text: the same words came twice by chance.

    Such a line stands as near to the text as the lines of the text to each other, or goes on in
    small letters from the page before.
    """
    half = (page.top + page.bottom) / 2
    text: set[int] = set()
    for upper in (True, False):
        inwards = [at for at in kept if (page.lines[at].base > half) == upper]
        for at in sorted(inwards, key=lambda at: page.lines[at].base, reverse=not upper):
            line = page.lines[at]
            sure = any(spot in common for spot in _spots(line)) or _PRINTED.match(line.text)
            if sure or _is_number(page, line) or not _goes_with(page, line, upper=upper):
                break
            text.add(at)
    return frozenset(text)


def _goes_with(page: PageLines, line: Line, *, upper: bool) -> bool:
    """Tell whether a line at the edge of a page belongs to the two lines further inwards."""
    sign = 1 if upper else -1
    inner = sorted(
        (
            other
            for other in page.lines
            if sign * (line.base - other.base) > 0
            and not (other.turned or other.hidden)
            and min(line.right, other.right) > max(line.left, other.left)
        ),
        key=lambda other: sign * (line.base - other.base),
    )
    if len(inner) < _INNER or any(abs(o.size - line.size) > _SAME_SIZE for o in inner[:_INNER]):
        return False
    first, second = (other.base for other in inner[:_INNER])
    tight = abs(line.base - first) <= _TIGHT * abs(first - second)
    return tight or (upper and line.text[:1].islower())


def _lone_head(page: PageLines) -> frozenset[int]:
    """Return the line at the upper edge of a single page, in small type, apart from the rest.

    A line with a year may be the date of what follows and stays in the text.
    """
    ordered = sorted(
        (at for at, line in enumerate(page.lines) if not (line.turned or line.hidden)),
        key=lambda at: -page.lines[at].base,
    )
    if len(ordered) < _REACH:
        return frozenset()
    head, below = page.lines[ordered[0]], page.lines[ordered[1]]
    largest = max(line.size for line in page.lines)
    high = head.base > page.bottom + _HEAD_ZONE * (page.top - page.bottom)
    apart = head.base - below.base > 2 * head.size
    small = head.size < 0.9 * below.size and head.size < largest
    if high and apart and small and not _DATED.search(head.text):
        return frozenset(ordered[:1])
    return frozenset()
