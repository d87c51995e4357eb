"""From the parts of a date expression to the first and last day that it covers."""

import calendar
import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, assert_never

from briefing.extraction.numbers import NUMBER_WORDS
from briefing.model.findings import Precision

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): i for i, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
# How many, in words; "a" and "an" are one ("a week ago").
COUNTS = {word: n for word, n in NUMBER_WORDS.items() if n <= 12} | {"a": 1, "an": 1}
_NOT_YET = 330  # days; a day without a year is next year's only if that is nearer than this
_STILL_NEAR = dt.timedelta(days=45)  # a day without a year may lie so far ahead of publication
# From a week's first day to its last. Its precision is given as a month: there is none between.
_WEEK = dt.timedelta(days=6)

Interval = tuple[dt.date, dt.date, Precision]


class Shape(StrEnum):
    """How a date is written, which says how it is resolved."""

    ISO = "2024-05-03"
    DAY = "3 May 2024, 3 May"
    MONTH = "May 2024"
    SEASON = "autumn of next year"
    WEEKDAY = "last Friday"
    RELATIVE = "earlier this month, tomorrow"
    COUNTED = "two days ago, within three weeks"
    BARE_MONTH = "last May"
    ORDINAL = "on the 3rd"
    YEAR = "in 2024"


_Dependent = Literal[
    Shape.SEASON, Shape.WEEKDAY, Shape.BARE_MONTH, Shape.ORDINAL, Shape.COUNTED, Shape.RELATIVE
]


def resolve(
    shape: Shape, parts: Mapping[str, str], published: dt.date | None, *, future: bool
) -> Interval | None:
    """Return the days that an expression covers; None where no calendar or no day tells them.

    ``parts`` are the named groups of the pattern that found it; ``future`` tells that its sentence
    speaks of what is to come.
    """
    try:
        return _absolute(shape, parts, published, future=future)
    except ValueError:  # "31 February" is no date
        return None


def _absolute(
    shape: Shape, parts: Mapping[str, str], published: dt.date | None, *, future: bool
) -> Interval | None:
    match shape:
        case Shape.ISO:
            return _day(dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"])))
        case Shape.DAY:
            return _calendar_day(parts, published, future=future)
        case Shape.MONTH:
            return _month(int(parts["year"]), _month_number(parts["month"]))
        case Shape.YEAR:
            return _year(int(parts["year"]))
        case _:
            return _from_day(shape, parts, published, future=future) if published else None


def _from_day(
    shape: _Dependent, parts: Mapping[str, str], published: dt.date, *, future: bool
) -> Interval | None:
    match shape:
        case Shape.SEASON:
            return _season(parts, published)
        case Shape.WEEKDAY:
            return _weekday(parts, published, future=future)
        case Shape.BARE_MONTH:
            return _bare_month(parts, published, future=future)
        case Shape.ORDINAL:
            return _ordinal(parts, published, future=future)
        case Shape.COUNTED:
            return _counted(parts, published)
        case Shape.RELATIVE:
            return _relative(parts, published)
        case _:
            assert_never(shape)


def _month_number(word: str) -> int:
    return _MONTHS[word.lower().rstrip(".")]


def _day(day: dt.date) -> Interval:
    return day, day, Precision.DAY


def _month(year: int, month: int) -> Interval:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH


def _year(year: int) -> Interval:
    return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR


def _calendar_day(
    parts: Mapping[str, str], published: dt.date | None, *, future: bool
) -> Interval | None:
    month, day = _month_number(parts["month"]), int(parts["day"])
    if "year" in parts:
        return _day(dt.date(int(parts["year"]), month, day))
    if published is None:
        return None
    return _day(_nearest(month, day, published, future=future))


def _nearest(month: int, day: int, published: dt.date, *, future: bool) -> dt.date:
    """Return the day nearest to publication; a day long past, told of the future, is the next."""
    options = [
        dt.date(year, month, day)
        for year in (published.year - 1, published.year, published.year + 1)
        if day <= calendar.monthrange(year, month)[1]
    ]
    if future:
        ahead = [o for o in options if o >= published]
        if ahead and (ahead[0] - published).days < _NOT_YET:
            return ahead[0]
    near = [o for o in options if o <= published + _STILL_NEAR]
    return max(near)


def _season(parts: Mapping[str, str], published: dt.date) -> Interval:
    first, last = _SEASONS[parts["season"].lower()]
    which = parts["which"].lower()
    shift = {"last year": -1, "this year": 0, "next year": 1}
    year = published.year + shift[which] if which in shift else int(which)
    end_year = year + 1 if last < first else year
    return dt.date(year, first, 1), _month(end_year, last)[1], Precision.MONTH


def _weekday(parts: Mapping[str, str], published: dt.date, *, future: bool) -> Interval:
    target = _DAYS[parts["weekday"].lower()]
    which = parts.get("which", "").strip()
    ahead = (target - published.weekday()) % 7
    behind = (published.weekday() - target) % 7
    if which == "last":
        return _day(published - dt.timedelta(days=behind or 7))
    if future or which in {"next", "coming"}:
        step = ahead or (7 if which == "next" else 0)
        return _day(published + dt.timedelta(days=step))
    return _day(published - dt.timedelta(days=behind))


def _bare_month(parts: Mapping[str, str], published: dt.date, *, future: bool) -> Interval | None:
    word = parts["month"]
    which = parts.get("which", "").strip()
    if word == "May" and not which:
        return None  # too often the verb at the head of a sentence or a name
    month = _month_number(word)
    year = published.year
    if which == "last":
        year -= 1 if month >= published.month else 0
    elif which == "next" or (future and month < published.month):
        year += 1 if month <= published.month else 0
    elif not future and month > published.month:
        year -= 1
    return _month(year, month)


def _ordinal(parts: Mapping[str, str], published: dt.date, *, future: bool) -> Interval:
    day = int(parts["day"])
    here = dt.date(published.year, published.month, day)
    if here > published and not future:
        before = published.replace(day=1) - dt.timedelta(days=1)
        here = dt.date(before.year, before.month, day)
    return _day(here)


def _counted(parts: Mapping[str, str], published: dt.date) -> Interval | None:
    word = parts["count"].lower()
    count = int(word) if word.isdigit() else COUNTS[word]
    back = parts["way"].lower() in {"ago", "earlier"}
    if parts["way"].lower() == "in" and parts["unit"].lower() == "year":
        return None  # "in 11 years" is a duration more often than a date
    sign = -1 if back else 1
    match parts["unit"].lower():
        case "day":
            return _day(published + dt.timedelta(days=sign * count))
        case "week":
            middle = published + dt.timedelta(weeks=sign * count)
            monday = middle - dt.timedelta(days=middle.weekday())
            return monday, monday + _WEEK, Precision.MONTH
        case "month":
            index = published.year * 12 + published.month - 1 + sign * count
            return _month(index // 12, index % 12 + 1)
        case _:
            return _year(published.year + sign * count)


def _relative(parts: Mapping[str, str], published: dt.date) -> Interval | None:
    word = parts.get("word", "").lower()
    if word:
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return _day(published + dt.timedelta(days=shift))
    base, which = parts["base"].lower(), parts.get("which", "").lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(base, 0)
    match parts["unit"].lower():
        case "week":
            monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=shift)
            first, last = monday, monday + _WEEK
            precision = Precision.MONTH
        case "month":
            index = published.year * 12 + published.month - 1 + shift
            first, last, precision = _month(index // 12, index % 12 + 1)
        case _:
            first, last, precision = _year(published.year + shift)
    if which in {"earlier", "early"} and shift == 0:
        last = max(first, min(last, published))
    elif which in {"later", "late"} and shift == 0:
        first = min(last, max(first, published))
    return first, last, precision
