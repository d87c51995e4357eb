"""The pieces that patterns of dates are made of, and what their words mean."""

import calendar
import re
from collections.abc import Mapping

from briefing.extraction.dates.date_words import any_of
from briefing.extraction.dates.numbers import NUMBER_WORDS, ORDINAL_WORDS

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower()[:3]: i for i, name in enumerate(calendar.day_name)}
# How many, in words; "a" and "an" are one ("a week ago").
_COUNTS = NUMBER_WORDS | {"a": 1, "an": 1, "a couple of": 2, "a dozen": 12}
_LAST_COUNT = 200  # more days, weeks or months than this are no date
_FULL = "|".join(name for name in calendar.month_name if name)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
_ORDINAL = any_of(ORDINAL_WORDS)

DASH = r"\s*[-–—‑]\s*"
TO = rf"(?P<to>{DASH}| to | through | until | till )"
AND = r"(?P<to> and )"
COUNT = rf"(?P<count>\d{{1,3}}|(?i:{any_of(_COUNTS)}))"
UNIT = r"(?P<unit>(?i:day|week|fortnight|month|year|decade))s?"
PART = (
    r"(?P<part>(?i:early|mid|late|(?:the )?(?:very )?(?:end|start|beginning|middle"
    r"|(?:first|second) half|(?:first|second|third|fourth|last|final) (?:quarter|week|days)) of)"
    r"(?: in)?(?: |-))"
)
YEARED = r"(?P<yeared>(?i:last|next|this|that|the same|the following|the previous) year)"


def year(name: str = "year") -> str:
    """Return the pattern of a year of four digits, with its group's name."""
    return rf"(?P<{name}>(?:1[5-9]|20)\d\d)(?!\d|[.,]\d)"


def month(name: str = "month", *, short: bool = True) -> str:
    """Return the pattern of a month's name; ``short`` takes its abbreviations too."""
    upper = _FULL.upper()
    both = rf"{_FULL}|{upper}|{_SHORT}\.|{_SHORT}(?![a-z])" if short else rf"{_FULL}|{_SHORT}\."
    return f"(?P<{name}>{both})"


def day(name: str = "day") -> str:
    """Return the pattern of a day's number."""
    return rf"(?P<{name}>\d{{1,2}})(?!\d|[.,]\d|:\d)(?:st|nd|rd|th)?"


def day_word() -> str:
    """Return the pattern of a day in words, "the third"."""
    return rf"(?P<dayword>(?i:{_ORDINAL}))"


def weekday(name: str = "weekday") -> str:
    """Return the pattern of a weekday's name in full."""
    return f"(?P<{name}>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"


def ahead_weekday() -> str:
    """Return the pattern of a weekday written before a day: "Friday, ", "Fri. ", "Friday the "."""
    short = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)"
    return rf"(?:(?P<weekday>{short}(?:day|nesday|rsday|urday)?)\.?,? (?:the )?)?"


def pattern(body: str) -> re.Pattern[str]:
    """Compile a body; a space in it stands for any white space, and words are taken whole."""
    spaced = body.replace(" ", r"\s+")
    return re.compile(rf"(?<![\w$€£])(?<!\d[.,])(?:{spaced})(?!\w)")


def month_number(word: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTHS[word.lower().rstrip(".")]


def day_number(parts: Mapping[str, str], name: str = "day") -> int:
    """Return the day of the month, from digits or words."""
    return int(parts[name]) if name in parts else ORDINAL_WORDS[_plain(parts["dayword"])]


def weekday_number(word: str) -> int:
    """Return the number of a weekday, Monday being 0."""
    return _DAYS[word.lower()[:3]]


def count_of(word: str) -> int | None:
    """Return how many a number or word says; None for more than a date could mean."""
    count = int(word) if word.isdigit() else _COUNTS[_plain(word)]
    return count if count <= _LAST_COUNT else None


def _plain(word: str) -> str:
    return " ".join(word.lower().split())
