"""From where a date is counted: the day of publication, what was told before, and the tense."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.extraction.dates.intervals import Interval
from briefing.model.findings import Precision


class Tense(StrEnum):
    """Whether what stands with a date is past or to come."""

    PAST = "past"
    FUTURE = "future"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Told:
    """The last date that a text has told so far: its day, month and year, where it told them.

    ``passed`` is the last day told that was not after publication.
    """

    day: dt.date | None = None
    month: dt.date | None = None
    year: int | None = None
    passed: dt.date | None = None

    def after(self, interval: Interval, published: dt.date | None) -> "Told":
        """Return what is told once this interval is."""
        start, end, precision = interval
        if precision is Precision.DAY:
            ahead = published is not None and start > published
            return Told(start, start, start.year, self.passed if ahead else start)
        if (start.year, start.month) == (end.year, end.month):
            return Told(self.day, start, start.year, self.passed)
        return Told(self.day, self.month, end.year, self.passed)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date without a year of its own is counted from.

    ``history`` tells that the text is about the past: a day or month belongs to the year last told.
    """

    published: dt.date | None
    told: Told
    tense: Tense
    history: bool = False

    @property
    def future(self) -> bool:
        """Whether the date is to come."""
        return self.tense is Tense.FUTURE

    @property
    def told_day(self) -> dt.date | None:
        """The day told last; of what is past, the last that was not ahead."""
        return self.told.passed if self.tense is Tense.PAST else self.told.day


def published_day(frame: Frame) -> dt.date:
    """Return the day of publication, or raise ValueError where it is not known."""
    if frame.published is None:
        raise ValueError("no day of publication")
    return frame.published


Resolver = Callable[[Mapping[str, str], Frame], Interval | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a date: its pattern, as a string, and how its parts are resolved.

    ``cue`` is what a sentence must hold to be looked at for it.
    """

    cue: "Cue"
    body: str
    resolve: Resolver


class Cue(StrEnum):
    """What a sentence must hold for a form to stand in it."""

    MONTH = "month"
    DIGIT = "digit"
    WEEKDAY = "weekday"
    UNIT = "unit"
    SEASON = "season"
    WORD = "word"
