"""Stretches of the calendar, from their first to their last day, and parts of them."""

import calendar
import datetime as dt

from briefing.model.findings import Precision

# Its precision is given as a month where it is a week or some months: there is none between.
Interval = tuple[dt.date, dt.date, Precision]

_WEEK = dt.timedelta(days=6)  # from a week's first day to its last
# The months of a season; the last one's year is the next where it is the smaller number.
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
_MONTHS_A_YEAR = 12
_QUARTER = 3
_THIRDS = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_LONG = 300  # days; so long is a year
_FEW = 14  # days; so many are known to the day, more are a stretch
_SHORT = 7  # days; so long is a week


def day(date: dt.date) -> Interval:
    """Return one day."""
    return date, date, Precision.DAY


def days(first: dt.date, last: dt.date) -> Interval | None:
    """Return the days from one to another; None where the last comes first."""
    if last < first:
        return None
    return first, last, Precision.DAY if (last - first).days <= _FEW else Precision.MONTH


def week(date: dt.date) -> Interval:
    """Return the week, Monday to Sunday, in which a day lies."""
    monday = date - dt.timedelta(days=date.weekday())
    return monday, monday + _WEEK, Precision.MONTH


def weekend(date: dt.date) -> Interval:
    """Return Saturday and Sunday of the week in which a day lies."""
    _, sunday, precision = week(date)
    return sunday - dt.timedelta(days=1), sunday, precision


def month(year_number: int, number: int) -> Interval:
    """Return a month of a year."""
    last = calendar.monthrange(year_number, number)[1]
    return dt.date(year_number, number, 1), dt.date(year_number, number, last), Precision.MONTH


def months(year_number: int, first: int, last: int) -> Interval:
    """Return the months of a year from one to another; a smaller last one is the next year's."""
    end_year = year_number + 1 if last < first else year_number
    return dt.date(year_number, first, 1), month(end_year, last)[1], Precision.MONTH


def month_after(date: dt.date, count: int) -> Interval:
    """Return the month so many after that of a day; before it where ``count`` is negative."""
    index = date.year * _MONTHS_A_YEAR + date.month - 1 + count
    return month(index // _MONTHS_A_YEAR, index % _MONTHS_A_YEAR + 1)


def year(number: int) -> Interval:
    """Return a year, or raise ValueError for one that no calendar has."""
    return dt.date(number, 1, 1), dt.date(number, 12, 31), Precision.YEAR


def years(first: int, last: int) -> Interval | None:
    """Return the years from one to another; None where the last comes first."""
    return (dt.date(first, 1, 1), dt.date(last, 12, 31), Precision.YEAR) if first <= last else None


def season(year_number: int, name: str) -> Interval:
    """Return a northern season; the winter of a year is the one that begins in it."""
    first, last = _SEASONS[name]
    return months(year_number, first, last)


def quarter(year_number: int, number: int) -> Interval:
    """Return a quarter of a year, 1 to 4."""
    return months(year_number, _QUARTER * number - 2, _QUARTER * number)


def part_of(whole: Interval, part: str) -> Interval:
    """Return the early, middle or late third of a stretch, a half, a quarter or a week of it.

    ``part`` are small letters such as "early", "the end of", "second half of", "last week of". The
    start and the end of a year are a month each.
    """
    words = part.replace("-", " ").split()
    named = next((word for word in words if word in _THIRDS), None)
    length = (whole[1] - whole[0]).days + 1
    if "half" in words:
        return _share(whole, 0 if "first" in words else 1, 2)
    if "quarter" in words:
        return _share(whole, _number(words, 4) - 1, 4)
    if "week" in words or "days" in words:
        return _seven(whole, _number(words, 5))
    if named is None:
        return whole
    if named in {"start", "beginning", "end"} and length >= _LONG:
        return _share(whole, 11 if named == "end" else 0, 12)
    if length == _SHORT:
        first, last = ((0, 2), (2, 3), (4, 6))[_THIRDS[named]]
        return whole[0] + dt.timedelta(first), whole[0] + dt.timedelta(last), whole[2]
    return _share(whole, _THIRDS[named], 3)


def _number(words: list[str], last: int) -> int:
    return next((_ORDINALS[word] for word in words if word in _ORDINALS), last)


def _seven(whole: Interval, number: int) -> Interval:
    """Return seven days of a stretch, counted from its first, or its last seven."""
    start = whole[0] + dt.timedelta(weeks=number - 1)
    if start + _WEEK > whole[1]:
        start = whole[1] - _WEEK
    return start, start + _WEEK, Precision.MONTH


def _share(whole: Interval, index: int, of: int) -> Interval:
    """Return one of so many equal shares: in months from a year on, else in days."""
    start, end, _ = whole
    span = (end.year - start.year) * _MONTHS_A_YEAR + end.month - start.month + 1
    if span % of == 0:
        size = span // of
        first = month_after(start, index * size)[0]
        return first, month_after(first, size - 1)[1], Precision.MONTH
    if span > _MONTHS_A_YEAR:
        wide = span // _MONTHS_A_YEAR
        first_year = start.year + index * wide // of
        last_year = start.year + (index + 1) * wide // of - 1
        return dt.date(first_year, 1, 1), dt.date(last_year, 12, 31), Precision.YEAR
    total = (end - start).days + 1
    size = total // of if of > 2 else total // 2
    first = start + dt.timedelta(days=index * size)
    last = end if index == of - 1 else first + dt.timedelta(days=size - 1)
    return first, last, Precision.MONTH
