"""Which year a day or month is in that is written without one."""

import calendar
import datetime as dt
from collections.abc import Mapping

from briefing.extraction.dates import intervals
from briefing.extraction.dates.date_frames import Frame, Tense
from briefing.extraction.dates.intervals import Interval

_NOT_YET = 330  # days; a day without a year is next year's only if that is nearer than this
_STILL_NEAR = dt.timedelta(days=45)  # a day without a year may lie so far ahead of publication
_BACK = 183  # days; a story told in its order does not go back further than this
_YEARS = {"last year": -1, "this year": 0, "next year": 1}
_TOLD = {"that year": 0, "the same year": 0, "the following year": 1, "the previous year": -1}


def named_year(parts: Mapping[str, str], frame: Frame) -> int | None:
    """Return the year that a date names itself, "2024" or "next year"; None where it names none.

    Raises ValueError where it counts from a day or year that is not known.
    """
    if "year" in parts:
        return int(parts["year"])
    if "yeared" not in parts:
        return None
    words = " ".join(parts["yeared"].lower().split())
    base = frame.told.year if words in _TOLD else None
    if base is None and frame.published is not None:
        base = frame.published.year
    if base is None:
        raise ValueError(words)
    return base + (_YEARS | _TOLD)[words]


def day_of_year(month: int, day: int, frame: Frame, weekday: int | None) -> dt.date | None:
    """Return the day that is meant by a month and a day; its weekday, if told, decides first."""
    told = _story(frame)
    if told is not None:
        return _onward([dt.date(told.year + n, month, day) for n in (0, 1)], told)
    published = frame.published
    if published is None:
        return None
    options = [
        dt.date(year, month, day)
        for year in range(published.year - 1, published.year + 2)
        if day <= calendar.monthrange(year, month)[1]
    ]
    fitting = [option for option in options if option.weekday() == weekday]
    return _nearest(fitting or options, published, frame)


def _nearest(options: list[dt.date], published: dt.date, frame: Frame) -> dt.date | None:
    if not options:
        return None
    if frame.future:
        ahead = [option for option in options if option >= published]
        if ahead and (ahead[0] - published).days < _NOT_YET:
            return ahead[0]
    near = [option for option in options if option <= published + _STILL_NEAR]
    return max(near) if near else min(options)


def month_of_year(month: int, frame: Frame, which: str) -> Interval | None:
    """Return the month that is meant by its name and "last", "next", "this" or nothing."""
    told = _story(frame) if not which else None
    if told is not None:
        found = _onward([dt.date(told.year + n, month, 1) for n in (0, 1)], told.replace(day=1))
        return intervals.month(found.year, month)
    if frame.published is None:
        return None
    year, here = frame.published.year, frame.published.month
    word = which.strip().lower()
    if word in {"last", "this past"}:
        year -= month >= here
    elif word in {"next", "this coming"}:
        year += month <= here
    elif word == "this":
        year += 0
    elif frame.future:
        year += month < here
    elif month > here and not (frame.tense is Tense.UNTOLD and month == here + 1):
        year -= 1
    return intervals.month(year, month)


def _story(frame: Frame) -> dt.date | None:
    """Return from when a story of the past goes on, where the text is one."""
    if not frame.history or frame.told.year is None:
        return None
    told = frame.told.month
    if told is not None and told.year >= frame.told.year:  # a year before it is only looked back to
        return told
    return dt.date(frame.told.year, 1, 1)


def _onward(options: list[dt.date], told: dt.date) -> dt.date:
    return next((o for o in options if (told - o).days <= _BACK), options[-1])
