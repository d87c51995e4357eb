"""Dates that are counted from the day of publication, or from what the text told before."""

import datetime as dt
from collections.abc import Mapping

from briefing.extraction.dates import intervals
from briefing.extraction.dates.date_frames import Cue, Form, Frame, Tense, published_day
from briefing.extraction.dates.date_parts import (
    PART,
    month,
    month_number,
    weekday,
    weekday_number,
)
from briefing.extraction.dates.intervals import Interval
from briefing.extraction.dates.year_choice import month_of_year

Parts = Mapping[str, str]

_WEEK = 7
_YEARS_A_DECADE = 10
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_SHIFT = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


def _word(parts: Parts, frame: Frame) -> Interval:
    word = " ".join(parts["word"].lower().split())
    return intervals.day(published_day(frame) + dt.timedelta(days=_DAYS.get(word, 0)))


def _weekday(parts: Parts, frame: Frame) -> Interval | None:
    target = weekday_number(parts["weekday"])
    which = parts.get("which", "").strip().lower()
    if which in {"following", "previous"} and frame.told_day is not None:
        return intervals.day(_beside(frame.told_day, target, which))
    here = published_day(frame)
    if "week" in parts:
        monday = intervals.week(here)[0] + dt.timedelta(weeks=_SHIFT.get(parts["week"].lower(), 0))
        return intervals.day(monday + dt.timedelta(days=target))
    ahead, behind = (target - here.weekday()) % _WEEK, (here.weekday() - target) % _WEEK
    if which in {"last", "previous", "past"}:
        return intervals.day(here - dt.timedelta(days=behind or _WEEK))
    if which in {"next", "coming", "following"}:
        return intervals.day(here + dt.timedelta(days=ahead or _WEEK))
    if frame.future:
        return intervals.day(here + dt.timedelta(days=ahead))
    return intervals.day(here - dt.timedelta(days=behind))


def _weekday_week(parts: Parts, frame: Frame) -> Interval:
    """Resolve "Sunday week": a week after the coming Sunday."""
    here = published_day(frame)
    ahead = (weekday_number(parts["weekday"]) - here.weekday()) % _WEEK or _WEEK
    return intervals.day(here + dt.timedelta(days=ahead + _WEEK))


def _beside(told: dt.date, target: int, which: str) -> dt.date:
    if which == "previous":
        return told - dt.timedelta(days=(told.weekday() - target) % _WEEK or _WEEK)
    return told + dt.timedelta(days=(target - told.weekday()) % _WEEK or _WEEK)


def _weekdays(parts: Parts, frame: Frame) -> Interval | None:
    found = _weekday(parts, frame)
    if found is None:
        return None
    span = (weekday_number(parts["weekday2"]) - weekday_number(parts["weekday"])) % _WEEK
    return intervals.days(found[0], found[0] + dt.timedelta(days=span))


def _weekend(parts: Parts, frame: Frame) -> Interval:
    here, which = published_day(frame), parts.get("which", "").lower()
    sunday = here.weekday() == _WEEK - 1
    shift = _SHIFT.get(which, 0)
    if not which and not frame.future and here.weekday() < _WEEK - 2:
        shift = -1
    if which == "last" and sunday:
        shift = -1
    if which == "past":
        shift = 0 if sunday else -1
    return intervals.weekend(here + dt.timedelta(weeks=shift))


def _ordinal(parts: Parts, frame: Frame) -> Interval | None:
    here = frame.told.month if frame.history else published_day(frame)
    if here is None:
        return None
    shift = {"last": -1, "next": 1}.get(parts.get("of", "").lower())
    first, number = here.replace(day=1), int(parts["day"])
    if shift is not None:
        first = intervals.month_after(here, shift)[0]
    elif "of" not in parts and frame.future and number < here.day:
        first = intervals.month_after(here, 1)[0]
    elif (
        "of" not in parts
        and not frame.future
        and number > here.day + (frame.tense is not Tense.PAST)
    ):
        first = intervals.month_after(here, -1)[0]
    start = first.replace(day=number)
    told = frame.told.passed
    if (
        "of" not in parts
        and not frame.future
        and told is not None
        and told.day < number
        and told < start
    ):
        start = told.replace(day=number)  # "seized on 14 January and given back on the 19th"
        first = start
    if "day2" in parts:
        return intervals.days(start, first.replace(day=int(parts["day2"])))
    return intervals.day(start)


def _bare_month(parts: Parts, frame: Frame) -> Interval | None:
    which = parts.get("which", "").strip().lower()
    number = month_number(parts["month"])
    if which in {"that", "the following", "the previous"} and frame.told.year is not None:
        year = frame.told.year
        told = frame.told.month
        if which == "the following" and told is not None and told.year == year:
            year += number <= told.month
        found = intervals.month(year - (which == "the previous"), number)
    else:
        nearest = month_of_year(number, frame, which)
        if nearest is None:
            return None
        found = nearest
    return intervals.part_of(found, parts["part"].lower()) if "part" in parts else found


def _bare_season(parts: Parts, frame: Frame) -> Interval | None:
    name, which = parts["season"].lower(), parts.get("which", "").strip().lower()
    if which in {"that", "the following"}:
        if frame.told.year is None:
            return None
        return intervals.season(frame.told.year + (which != "that"), name)
    found = _nearest_season(name, which, frame)
    return intervals.part_of(found, parts["part"].lower()) if "part" in parts else found


def _nearest_season(name: str, which: str, frame: Frame) -> Interval:
    here = published_day(frame)
    options = [intervals.season(here.year + n, name) for n in (-2, -1, 0, 1)]
    begun = [option for option in options if option[0] <= here]
    ahead = [option for option in options if option[0] > here]
    current = begun[-1][1] >= here
    if which == "last":
        return begun[-2] if current else begun[-1]
    if which == "next" or (frame.future and not current):
        return ahead[0]
    if which == "this" and not current and frame.tense is not Tense.PAST:
        return ahead[0]
    return begun[-1]


_WHICH_DAY = r"(?:(?P<which>(?i:last|next|this|coming|following|previous|past)) )?"
_TIME = r"(?: (?i:morning|afternoon|evening|night))?"
_ORDINAL_END = (
    r"(?=\s*(?:[.,;:)(—–”\"]|$|and\b|or\b|at\b|in\b|with\b|to\b|that\b|when\b|as\b|after\b|before\b"
    r"|for\b|but\b|by\b|said\b|met\b|local\b|he\b|she\b|they\b|the\b|while\b|during\b|on\b|from\b))"
)
_NTH = r"(?:st|nd|rd|th)"

# In the order in which they are tried, after all written ones.
NAMED = (
    Form(
        Cue.WEEKDAY,
        rf"(?:[Ff]rom |[Bb]etween )?{_WHICH_DAY}{weekday()}{_TIME}"
        rf"(?: to | through | until | till |\s*[-–—]\s*){weekday('weekday2')}",
        _weekdays,
    ),
    Form(
        Cue.WEEKDAY,
        rf"{weekday()}{_TIME},? (?:of )?(?P<week>(?i:last|this|next)) week",
        _weekday,
    ),
    Form(Cue.WEEKDAY, rf"(?P<week>(?i:last|next)) week,? (?:on )?{weekday()}", _weekday),
    Form(Cue.WEEKDAY, rf"{weekday()} week(?=\s*(?:[.,;:)]|$|and\b|in\b|at\b))", _weekday_week),
    Form(Cue.WEEKDAY, rf"{_WHICH_DAY}{weekday()}{_TIME}", _weekday),
    Form(
        Cue.UNIT,
        r"(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|tomorrow))"
        rf"{_TIME}",
        _word,
    ),
    Form(
        Cue.UNIT,
        r"(?P<word>(?i:(?:earlier |later )?today|tonight|last night"
        r"|this (?:morning|afternoon|evening)))",
        _word,
    ),
    Form(
        Cue.UNIT,
        r"(?:(?i:over|at|on|during) )?(?:the )?(?P<which>(?i:this|last|next|past|coming)) weekend",
        _weekend,
    ),
    Form(Cue.UNIT, r"(?:(?i:over|at|during) )?[Tt]he weekend", _weekend),
    Form(
        Cue.DIGIT,
        rf"(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]etween|[Bb]efore|[Aa]fter|[Ff]or) the "
        rf"(?P<day>\d{{1,2}}){_NTH}(?: to | and | through |\s*[-–—]\s*)(?:the )?"
        rf"(?P<day2>\d{{1,2}}){_NTH}{_ORDINAL_END}",
        _ordinal,
    ),
    Form(
        Cue.DIGIT,
        rf"[Tt]he (?P<day>\d{{1,2}}){_NTH} (?:day )?of (?P<of>this|last|next|the) month",
        _ordinal,
    ),
    Form(
        Cue.DIGIT,
        rf"(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom|[Bb]efore|[Aa]fter|[Ff]or) the "
        rf"(?P<day>\d{{1,2}}){_NTH}{_ORDINAL_END}",
        _ordinal,
    ),
    Form(
        Cue.MONTH,
        rf"(?:{PART})?(?:(?P<which>(?i:last|next|this|this past|this coming|that|the following"
        rf"|the previous)) )?{month(short=False)}",
        _bare_month,
    ),
    Form(
        Cue.SEASON,
        rf"{PART}(?:(?P<which>(?i:last|next|this|that)) |the ){_SEASON}",
        _bare_season,
    ),
    Form(
        Cue.SEASON,
        rf"(?:(?P<which>(?i:last|next|this|that|the following)) |(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil"
        rf"|[Dd]uring|[Oo]ver) (?:the )?){_SEASON}(?!(?<=fall) (?:in|of|to|from)\b)",
        _bare_season,
    ),
)
