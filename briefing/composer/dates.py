"""Dates as worded by the phrasebook, never by the machine's locale."""

import datetime as dt
from typing import assert_never

from briefing.composer.phrasebook import Phrasebook
from briefing.model.facts import Fact
from briefing.model.findings import Event, Precision


def day(phrases: Phrasebook, date: dt.date) -> str:
    """Return "1 November 2025"."""
    return phrases.say("date.day", day=date.day, month=_month(phrases, date), year=date.year)


def coarse(phrases: Phrasebook, date: dt.date) -> str:
    """Return the year for 1 January, the month for another first day, else the day.

    For a date without a stated precision: "since 2027" is kept as its first day, and the coarser
    wording is true of the day as well.
    """
    if (date.month, date.day) == (1, 1):
        return phrases.say("date.year", year=date.year)
    if date.day == 1:
        return phrases.say("date.month", month=_month(phrases, date), year=date.year)
    return day(phrases, date)


def day_or_none(phrases: Phrasebook, date: dt.date | None) -> str:
    """Return the day, or the phrase for a date that is not known."""
    return phrases.say("date.undated") if date is None else day(phrases, date)


def when(phrases: Phrasebook, event: Event | Fact) -> str:
    """Return the date of an Event or a Fact as finely as it is known."""
    if event.start is None:
        return phrases.say("date.not_given")
    match event.precision:
        case Precision.DAY:
            return span(phrases, event.start, event.end or event.start)
        case Precision.MONTH if event.end is not None and not _is_month(event.start, event.end):
            return span(phrases, event.start, event.end)
        case Precision.MONTH:
            month = _month(phrases, event.start)
            return phrases.say("date.month", month=month, year=event.start.year)
        case Precision.YEAR if event.end is not None and event.end.year > event.start.year:
            return phrases.say("date.range", first=event.start.year, last=event.end.year)
        case Precision.YEAR:
            return phrases.say("date.year", year=event.start.year)
        case Precision.UNKNOWN:
            return phrases.say("date.not_given")
        case _:
            assert_never(event.precision)


def _is_month(first: dt.date, last: dt.date) -> bool:
    """Tell a whole calendar month from some days of it or of two."""
    after = last + dt.timedelta(days=1)
    return first.day == 1 and after.day == 1 and (after - first).days <= 31


def span(phrases: Phrasebook, first: dt.date, last: dt.date) -> str:
    """Return one day, or two as a range that names a shared month or year once."""
    if last <= first:
        return day(phrases, first)
    end = day(phrases, last)
    if (first.year, first.month) == (last.year, last.month):
        return phrases.say("date.days", first=first.day, last=end)
    start = day(phrases, first)
    if first.year == last.year:
        start = phrases.say("date.day_of_month", day=first.day, month=_month(phrases, first))
    return phrases.say("date.range", first=start, last=end)


def _month(phrases: Phrasebook, date: dt.date) -> str:
    return phrases.say(f"month.{date.month}")
