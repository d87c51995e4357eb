"""Where lines were broken by hand: whether a text is wrapped, and which lines are one paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.ingest.list_marks import list_mark
from briefing.ingest.shapes import ends_like_sentence

_WIDEST = 120
_NARROWEST = 40
_NARROWEST_EAST = 16
_FILLED_SHARE = 0.85
_RAGGED_SHARE = 0.4
_FEWEST_RAGGED = 3
_CENTRED = 10
_SHORT = 0.65
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uff65、。「」『』（）]")
_SPEAKER = re.compile(
    r"\s*(?:\*\*)?(?:Q|A|QUESTION|ANSWER|[A-Z]{2,}\.?(?:\s[A-Z][A-Z.'’-]*){0,4}(?:\s\([^)]{1,40}\))?)(?:\*\*)?\s?:(?:\*\*)?\s"
    r"|\s*[QA]\.\s+(?=[A-Z“\"])"
)
_HYPHEN = re.compile(r"[^\W\d_]{2,}[-‐]$")
# Before these parts a hyphen belongs to the word and not to the line.
_PARTS = (
    "non self co anti pre post vice cease pro ex semi multi two three four five long short mid all "
    "well high low sub inter cross de re counter extra over under one six seven eight ten "
    "half north south east west sino euro"
)
_KEPT_PARTS = frozenset(_PARTS.split())


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: ``width`` is where a filled line ends, 0 where each line is whole.

    A text is ``ragged`` where its lines were broken, but not each at the last word with room.
    """

    width: int = 0
    ragged: bool = False


def wrapping(lines: Sequence[str]) -> Wrap:
    """Return how the lines were broken.

    Greedy filling is one sign: a line was broken because the next word had no room in it. Lines
    that break off and go on in lower case are the other.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip() and not list_mark(b)]
    width = max((len(line.rstrip()) for line in lines), default=0)
    east = sum(1 for a, _ in pairs if _is_east(a[-1:])) * 2 > len(pairs)
    narrowest = _NARROWEST_EAST if east else _NARROWEST
    if len(pairs) >= 2 and narrowest <= width <= _WIDEST:
        full = sum(1 for a, b in pairs if _had_no_room(a, b, width))
        if full >= _FILLED_SHARE * len(pairs):
            return Wrap(width)
    goes_on = sum(1 for a, b in pairs if _breaks_off(a, b))
    if goes_on >= max(_FEWEST_RAGGED, _RAGGED_SHARE * len(pairs)):
        return Wrap(round(median(len(a.rstrip()) for a, _ in pairs)), ragged=True)
    return Wrap()


def begins(before: Sequence[str], line: str, wrap: Wrap) -> bool:
    """Tell whether a line begins a paragraph after the lines of another right above it."""
    last = before[-1]
    if not wrap.width or _SPEAKER.match(line):
        return True
    cut = _breaks_off(last, line) or _had_no_room(last, line, wrap.width)
    if list_mark(line):
        return not cut or ends_like_sentence(last) or last.rstrip().endswith((":", ";", ","))
    if _is_centred(last) or _is_centred(line):
        return not (_is_centred(last) and _is_centred(line))
    if _indent(line) > _indent(last) + 1 and not list_mark(last):
        return True
    if wrap.ragged:
        return _ends_ragged(before, line, wrap)
    return not cut


def speaks(line: str) -> bool:
    """Tell whether a line opens with a speaker's label in capitals, or Q and A."""
    return _SPEAKER.match(line) is not None


def breaks_off(line: str, following: str) -> bool:
    """Tell whether a sentence goes on from one line to the next in lower case."""
    return _breaks_off(line, following)


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """Return broken lines as one; ``words`` are the text's words, to tell hyphens of the line.

    A hyphen at a line's end goes where the word without it is in the text, and else stays only
    after a part that is joined by hyphens, or before a capital or a figure.
    """
    text = lines[0].strip() if lines else ""
    parts = [text]
    for line in lines[1:]:
        following = line.strip()
        last = parts[-1]
        if _HYPHEN.search(last) and following[:1].isalnum():
            if _is_line_hyphen(last, following, words):
                parts[-1] = last[:-1]
        elif not (_is_east(last[-1:]) and _is_east(following[:1])):
            parts.append(" ")
        parts.append(following)
    return "".join(parts)


def _is_line_hyphen(last: str, following: str, words: frozenset[str]) -> bool:
    first = re.split(r"[^\w'’]", last[:-1])[-1].casefold()
    second = re.split(r"[^\w'’-]", following, maxsplit=1)[0].casefold()
    if f"{first}-{second}" in words or not following[:1].islower():
        return False
    return f"{first}{second}" in words or first not in _KEPT_PARTS


def _breaks_off(line: str, following: str) -> bool:
    last = line.rstrip()[-1:]
    return (
        not ends_like_sentence(line.rstrip()[-20:])
        and last not in ";:"
        and following.lstrip()[:1].islower()
        and not list_mark(following)
    )


def _had_no_room(line: str, following: str, width: int) -> bool:
    return len(line.rstrip()) + 1 + len(_first_word(following)) > width


def _first_word(line: str) -> str:
    stripped = line.lstrip()
    if _is_east(stripped[:1]):
        return stripped[:1]
    return stripped.split(maxsplit=1)[0] if stripped else ""


def _ends_ragged(before: Sequence[str], line: str, wrap: Wrap) -> bool:
    last = before[-1].strip()
    if line.strip()[:1].islower():
        return False
    is_short = len(last) < _SHORT * wrap.width
    return is_short and (ends_like_sentence(last) or len(before) == 1)


def _is_centred(line: str) -> bool:
    return _indent(line) >= _CENTRED


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_east(char: str) -> bool:
    return _EAST.match(char) is not None
