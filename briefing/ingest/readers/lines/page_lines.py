"""Page numbers and running heads that stand between the pages of a plain text."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

_NUMBER = re.compile(
    r"\s*[-–—\[(]?\s*(?:page\s+|p\.\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–—\])]?\s*",
    re.IGNORECASE,
)
_FEWEST_NUMBERS = 2
_FEWEST_HEADS = 3
_LONGEST_HEAD = 100
_REACH = 2


def page_lines(lines: Sequence[str], breaks: Collection[int]) -> frozenset[int]:
    """Return which lines are page numbers and running heads.

    ``breaks`` are the indices of the lines that begin a page after a form feed. A number counts
    where such lines count up by one, or beside a form feed; a head where it comes back with three
    pages.
    """
    numbers = _numbers(lines, breaks)
    return numbers | _heads(lines, sorted({*numbers, *breaks, *([0] if breaks else [])}), numbers)


def _numbers(lines: Sequence[str], breaks: Collection[int]) -> frozenset[int]:
    found = [
        (at, int(number.group(1)))
        for at, line in enumerate(lines)
        if len(line) <= _LONGEST_HEAD
        and (number := _NUMBER.fullmatch(line))
        and _stands_alone(lines, at, breaks)
    ]
    kept: set[int] = set()
    for (at, count), (after, following) in pairwise(found):
        if following == count + 1:
            kept |= {at, after}
    if len(kept) < _FEWEST_NUMBERS:
        kept = set()
    beside = {at for at, _ in found if breaks and _is_beside(at, breaks, lines)}
    return frozenset(kept | beside)


def _stands_alone(lines: Sequence[str], at: int, breaks: Collection[int]) -> bool:
    before = at == 0 or at in breaks or not lines[at - 1].strip()
    after = at + 1 >= len(lines) or at + 1 in breaks or not lines[at + 1].strip()
    return before or after


def _is_beside(at: int, breaks: Collection[int], lines: Sequence[str]) -> bool:
    """Tell whether only blank lines stand between a line and a form feed."""
    for step in (1, -1):
        for place in range(at, at + step * (_REACH + 1), step):
            if (place if step < 0 else place + 1) in breaks:
                return True
            beyond = place + step
            if not 0 <= beyond < len(lines) or lines[beyond].strip():
                break
    return False


def _heads(
    lines: Sequence[str], borders: Sequence[int], numbers: Collection[int]
) -> frozenset[int]:
    places: dict[str, set[int]] = {}
    counts: Counter[str] = Counter()
    for border in borders:
        for step in (1, -1):
            at = _next_text(lines, border if step > 0 else border - 1, step, numbers)
            if at is not None and len(lines[at]) <= _LONGEST_HEAD:
                head = re.sub(r"\d+", "", lines[at]).strip().casefold()
                if at not in places.setdefault(head, set()):
                    places[head].add(at)
                    counts[head] += 1
    return frozenset(
        at
        for head, found in places.items()
        if head and counts[head] >= _FEWEST_HEADS
        for at in found
    )


def _next_text(lines: Sequence[str], at: int, step: int, numbers: Collection[int]) -> int | None:
    for place in range(at, at + step * (2 * _REACH + 1), step):
        if not 0 <= place < len(lines):
            return None
        if lines[place].strip() and place not in numbers:
            return place
    return None
