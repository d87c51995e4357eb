"""Dates that name a day, month, quarter, season or year of the calendar, and stretches of them."""

import datetime as dt
from collections.abc import Mapping

from briefing.extraction.dates import intervals
from briefing.extraction.dates.date_frames import Cue, Form, Frame
from briefing.extraction.dates.date_parts import (
    AND,
    DASH,
    PART,
    TO,
    YEARED,
    ahead_weekday,
    day,
    day_number,
    day_word,
    month,
    month_number,
    weekday_number,
    year,
)
from briefing.extraction.dates.date_words import any_of, date_words
from briefing.extraction.dates.intervals import Interval
from briefing.extraction.dates.year_choice import day_of_year, month_of_year, named_year
from briefing.model.findings import Precision

Parts = Mapping[str, str]

_SEASON = r"(?P<season>(?i:spring|summer|autumn|winter)|fall|Fall)"
_OF_YEAR = rf"(?:,? (?:of |in )?(?:{year()}|{YEARED}))"
_NTH = r"(?P<nth>(?i:first|second|third|fourth|last))"
_CENTURY = 100
_LAST_MONTH = 12
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _iso(parts: Parts, frame: Frame) -> Interval:
    return intervals.day(dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"])))


def _numeric(parts: Parts, frame: Frame) -> Interval:
    """Resolve 03.04.2026: with points the day comes first; with strokes both ways stay open."""
    first, second, number = int(parts["first"]), int(parts["second"]), int(parts["year"])
    if parts["sep"] == "/" and first != second and max(first, second) <= _LAST_MONTH:
        options = sorted((dt.date(number, second, first), dt.date(number, first, second)))
        return options[0], options[1], Precision.MONTH
    if second > _LAST_MONTH:
        first, second = second, first
    return intervals.day(dt.date(number, second, first))


def _day(parts: Parts, frame: Frame) -> Interval | None:
    number = named_year(parts, frame)
    month_of, day_of = month_number(parts["month"]), day_number(parts)
    if number is not None:
        return intervals.day(dt.date(number, month_of, day_of))
    weekday = weekday_number(parts["weekday"]) if "weekday" in parts else None
    found = day_of_year(month_of, day_of, frame, weekday)
    return intervals.day(found) if found else None


def _week(parts: Parts, frame: Frame) -> Interval | None:
    found = _day(parts, frame)
    return intervals.week(found[0]) if found else None


def _days(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "from 30 June to 2 July": a year that only one end has is that of both."""
    first_month = month_number(parts["month"])
    last_month = month_number(parts["month2"]) if "month2" in parts else first_month
    last_year = int(parts["year2"]) if "year2" in parts else None
    first_year = named_year(parts, frame)
    first_day, last_day = day_number(parts), int(parts["day2"])
    wraps = last_month < first_month
    if first_year is None and last_year is None:
        found = day_of_year(first_month, first_day, frame, None)
        if found is None:
            return None
        first_year = found.year
    if first_year is None:
        assert last_year is not None
        first_year = last_year - wraps
    if last_year is None:
        last_year = first_year + wraps
    first = dt.date(first_year, first_month, first_day)
    last = dt.date(last_year, last_month, last_day)
    if "to" in parts and parts["to"].strip() == "and" and "between" not in parts:
        return intervals.days(first, last) if (last - first).days == 1 else None
    return intervals.days(first, last)


def _month(parts: Parts, frame: Frame) -> Interval | None:
    number = named_year(parts, frame)
    if number is None:
        found = month_of_year(month_number(parts["month"]), frame, parts.get("which", ""))
    else:
        found = intervals.month(number, month_number(parts["month"]))
    return intervals.part_of(found, parts["part"].lower()) if found and "part" in parts else found


def _months(parts: Parts, frame: Frame) -> Interval | None:
    first, last = month_number(parts["month"]), month_number(parts["month2"])
    number = int(parts["year2"]) if "year2" in parts else None
    if "year" in parts:
        start = intervals.month(int(parts["year"]), first)
    elif number is not None:
        start = intervals.month(number - (last < first), first)
    else:
        found = month_of_year(first, frame, "")
        if found is None:
            return None
        start = found
    end = intervals.month(number or start[0].year + (last < first), last)
    return (start[0], end[1], end[2]) if start[0] <= end[0] else None


def _year(parts: Parts, frame: Frame) -> Interval:
    found = intervals.year(int(parts["year"]))
    return intervals.part_of(found, parts["part"].lower()) if "part" in parts else found


def _years(parts: Parts, frame: Frame) -> Interval | None:
    first, last = int(parts["year"]), int(parts["year2"])
    if last >= _CENTURY:
        return intervals.years(first, last)
    if last > first % _CENTURY:
        return intervals.years(first, first - first % _CENTURY + last)
    return intervals.month(first, last) if 1 <= last <= _LAST_MONTH else None


def _decade(parts: Parts, frame: Frame) -> Interval:
    first = int(parts["decade"])
    first = first if first >= _CENTURY else 1900 + first
    found = dt.date(first, 1, 1), dt.date(first + 9, 12, 31), Precision.YEAR
    return intervals.part_of(found, parts["part"].lower()) if "part" in parts else found


def _quarter(parts: Parts, frame: Frame) -> Interval | None:
    number = named_year(parts, frame)
    if number is None:
        if frame.published is None:
            return None
        number = frame.published.year
    nth = parts["nth"].lower()
    return intervals.quarter(number, int(nth) if nth.isdigit() else _QUARTERS[nth])


def _half(parts: Parts, frame: Frame) -> Interval:
    return intervals.part_of(
        intervals.year(int(parts["year"])), ("first half", "second half")[int(parts["nth"]) - 1]
    )


def _season(parts: Parts, frame: Frame) -> Interval | None:
    number = named_year(parts, frame)
    if number is None:
        return None
    found = intervals.season(number, parts["season"].lower())
    return intervals.part_of(found, parts["part"].lower()) if "part" in parts else found


def _holiday(parts: Parts, frame: Frame) -> Interval | None:
    month_of, day_of = date_words().holidays[" ".join(parts["holiday"].split())]
    number = named_year(parts, frame)
    if number is not None:
        return intervals.day(dt.date(number, month_of, day_of))
    found = day_of_year(month_of, day_of, frame, None)
    return intervals.day(found) if found else None


_TO_OR_AND = rf"(?P<to>{DASH}| to | through | until | till | and |, and )"
_WEEK_OF = r"(?:[Tt]he )?week (?:of|beginning|starting|from) (?:Monday,? |the )?"
_LEAD = r"(?:(?P<between>[Bb]etween )|[Ff]rom )?"

# In the order in which they are tried: what an earlier one took, a later one does not get.
WRITTEN = (
    Form(Cue.DIGIT, rf"{year()}-(?P<month>[01]\d)-(?P<day>[0-3]\d)", _iso),
    Form(
        Cue.DIGIT,
        rf"{year()}(?P<sep>\.\s?|/)(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?:\.(?!\d))?",
        _iso,
    ),
    Form(
        Cue.DIGIT,
        rf"(?P<first>\d{{1,2}})(?P<sep>[./-])(?P<second>\d{{1,2}})(?P=sep){year()}",
        _numeric,
    ),
    Form(
        Cue.MONTH,
        rf"{_LEAD}{ahead_weekday()}{day()} (?:of )?{month()}(?:,? {year()})?{_TO_OR_AND}"
        rf"(?:[A-Z][a-z]+day,? )?(?:the )?{day('day2')} (?:of )?{month('month2')}"
        rf"(?:,? {year('year2')})?",
        _days,
    ),
    Form(
        Cue.MONTH,
        rf"{_LEAD}{ahead_weekday()}{month()} {day()}(?:,? {year()})?{_TO_OR_AND}"
        rf"(?:[A-Z][a-z]+day,? )?{month('month2')} {day('day2')}(?:,? {year('year2')})?",
        _days,
    ),
    Form(
        Cue.MONTH,
        rf"{_LEAD}{ahead_weekday()}{day()}{_TO_OR_AND}(?:[A-Z][a-z]+day,? )?(?:the )?{day('day2')}"
        rf" (?:of )?{month()}(?:,? {year()})?",
        _days,
    ),
    Form(
        Cue.MONTH,
        rf"{_LEAD}{ahead_weekday()}{month()} {day()}{_TO_OR_AND}"
        rf"{day('day2')}(?:,? {year()})?(?! (?:{month('next', short=False)}))",
        _days,
    ),
    # "on March 6 and April 9, 1991", "in April and June 1991": the year is that of both.
    Form(
        Cue.MONTH, rf"{month()} {day()}(?=,? (?:and|or) {month('m')} {day('d')},? {year()})", _day
    ),
    Form(
        Cue.MONTH, rf"{day()} {month()}(?=,? (?:and|or) {day('d')} {month('m')},? {year()})", _day
    ),
    Form(Cue.MONTH, rf"{PART}?{month()}(?=,? (?:and|or) {month('m')},? {year()})", _month),
    Form(Cue.MONTH, rf"{_WEEK_OF}{day()} {month()}{_OF_YEAR}?", _week),
    Form(Cue.MONTH, rf"{_WEEK_OF}{month()} {day()}{_OF_YEAR}?", _week),
    Form(
        Cue.MONTH,
        rf"{ahead_weekday()}(?:the )?{day()} (?:of |day of )?{month()}{_OF_YEAR}?",
        _day,
    ),
    Form(Cue.MONTH, rf"{ahead_weekday()}(?:the )?{day_word()} of {month()}{_OF_YEAR}?", _day),
    Form(Cue.MONTH, rf"{ahead_weekday()}{month()} (?:the )?{day()}{_OF_YEAR}?", _day),
    Form(
        Cue.MONTH,
        rf"{_LEAD}{month()}(?:,? {year()})?(?:{TO}){month('month2')}(?:,? {year('year2')})?(?! \d)",
        _months,
    ),
    Form(
        Cue.MONTH,
        rf"[Bb]etween {month()}(?:,? {year()})?{AND}{month('month2')}(?:,? {year('year2')})?"
        r"(?! \d)",
        _months,
    ),
    Form(Cue.MONTH, rf"{PART}?{month()}{_OF_YEAR}", _month),
    Form(Cue.DIGIT, rf"Q(?P<nth>[1-4])(?: of)? {year()}", _quarter),
    Form(Cue.DIGIT, rf"H(?P<nth>[12])(?: of)? {year()}", _half),
    Form(Cue.WORD, rf"(?:[Tt]he )?{_NTH} quarter{_OF_YEAR}", _quarter),
    Form(Cue.DIGIT, r"Q(?P<nth>[1-4])", _quarter),
    Form(
        Cue.WORD,
        r"[Tt]he (?P<nth>(?:first|second|third|fourth)) quarter(?! of\b| final)",
        _quarter,
    ),
    Form(Cue.SEASON, rf"(?:{PART}(?:the )?)?{_SEASON}{_OF_YEAR}(?:[-–/]\d\d(?:\d\d)?)?", _season),
    Form(
        Cue.WORD,
        rf"(?P<holiday>{any_of(date_words().holidays)}){_OF_YEAR}?",
        _holiday,
    ),
    Form(Cue.DIGIT, rf"[Bb]etween {year()} and {year('year2')}", _years),
    Form(Cue.DIGIT, rf"[Ff]rom {year()}(?: to | until | through ){year('year2')}", _years),
    Form(Cue.DIGIT, rf"{year()}{DASH}(?P<year2>(?:1[5-9]|20)\d\d|\d\d)", _years),
    Form(Cue.DIGIT, rf"{year()}/(?P<year2>\d\d)", _years),
    Form(Cue.DIGIT, rf"(?:{PART}(?:the )?)?(?P<decade>(?:1[5-9]|20)\d0)[’']?s", _decade),
    Form(Cue.DIGIT, rf"(?:{PART}(?:the )?)?[’'‘](?P<decade>\d0)[’']?s", _decade),
    Form(Cue.DIGIT, rf"{PART}?{year()}", _year),
)
