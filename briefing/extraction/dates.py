"""Finds the dates that a text speaks of; what is relative, from the day it was published.

The patterns are the ones measured against dateparser, which resolves 8 of 22 unseen expressions and
finds as many spurious ones as real; see docs/decisions/0003.
"""

import datetime as dt
import re
from dataclasses import dataclass

from briefing.extraction.intervals import COUNTS, Shape, resolve
from briefing.model.findings import Precision
from briefing.model.source import Span

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(COUNTS) + ")"
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_OF_YEAR = (
    r"(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Ii]n early|[Ii]n late|[Ii]n mid-|[Tt]he"
    r"|[Oo]f)"
)

# In the order in which they are tried: what an earlier one took, a later one does not get.
_SHAPES = (
    (Shape.ISO, rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"),
    (Shape.DAY, rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
    (Shape.DAY, rf"{_MONTH} {_DAY},? {_YEAR}"),
    (Shape.MONTH, rf"(?:[Ee]arly |[Mm]id-|[Ll]ate |[Ee]nd of )?{_MONTH},? (?:of )?{_YEAR}"),
    (Shape.DAY, rf"{_DAY} (?:of )?{_MONTH}"),
    (Shape.DAY, rf"{_MONTH} {_DAY}"),
    (
        Shape.SEASON,
        rf"{_SEASON} (?:of )?(?P<which>last year|next year|this year|(?:19|20)\d{{2}})",
    ),
    (Shape.WEEKDAY, rf"(?P<which>last |next |this |coming )?{_WEEKDAY}"),
    (
        Shape.RELATIVE,
        r"(?P<which>earlier|later|late|early) (?:in )?"
        r"(?P<base>this|the|last|next) (?P<unit>week|month|year)",
    ),
    (Shape.RELATIVE, r"(?P<base>this|last|next|past|previous|coming) (?P<unit>week|month|year)"),
    (Shape.COUNTED, rf"{_COUNT} {_UNIT} (?P<way>ago|earlier|from now)"),
    (Shape.COUNTED, rf"(?P<way>within|in) (?:the next )?{_COUNT} {_UNIT}(?! of)"),
    (Shape.RELATIVE, r"(?P<word>today|tonight|yesterday|tomorrow)"),
    (Shape.RELATIVE, r"(?P<word>this morning|this afternoon|this evening)"),
    (Shape.BARE_MONTH, rf"(?P<which>last |next |this )?{_MONTH}"),
    (Shape.ORDINAL, r"on the (?P<day>\d{1,2})(?:st|nd|rd|th)"),
    (Shape.YEAR, rf"{_OF_YEAR} {_YEAR}"),
)
_ANY_CASE = frozenset({Shape.RELATIVE, Shape.COUNTED, Shape.SEASON})
_PATTERNS = tuple(
    (shape, re.compile(rf"\b{body}(?![\w])", re.IGNORECASE if shape in _ANY_CASE else 0))
    for shape, body in _SHAPES
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|set to|due to|to be held|scheduled|expected|plans?|planned|planning"
    r"|upcoming|intends?|is to|are to|slated|expires?|ahead of|invited|announced plans)\b",
    re.IGNORECASE,
)
# "the first visit in 11 years": a duration, not a date. Looked for in so many characters before it.
_FIRST_IN = re.compile(
    r"\b(?:first|time|visit|trip|low|high|decline|rise)\b[^.]{0,40}$", re.IGNORECASE
)
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: where it stands, and the first and last day that it covers."""

    span: Span
    start: dt.date
    end: dt.date
    precision: Precision


def dates(text: str, start: int, end: int, published: dt.date | None) -> tuple[DateMention, ...]:
    """Return the dates of one sentence, ``text[start:end]``, in the order of the text.

    What is relative stays out when the day of publication is not known; durations ("for the first
    time in 11 years") always do.
    """
    found: list[DateMention] = []
    future = bool(_FUTURE.search(text, start, end))
    for shape, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            span = Span(match.start(), match.end())
            if any(span.start < d.span.end and d.span.start < span.end for d in found):
                continue
            if shape is Shape.COUNTED and _is_duration(match):
                continue
            parts = {name: value for name, value in match.groupdict().items() if value is not None}
            interval = resolve(shape, parts, published, future=future)
            if interval is not None:
                found.append(DateMention(span, *interval))
    return tuple(sorted(found, key=lambda mention: mention.span))


def _is_duration(match: re.Match[str]) -> bool:
    if match["way"].lower() in {"ago", "earlier"}:
        return False
    lead = max(0, match.start() - _BEFORE)
    return _FIRST_IN.search(match.string, lead, match.start()) is not None
