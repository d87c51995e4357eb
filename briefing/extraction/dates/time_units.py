"""Dates told in units of time: "later this week", "the following year", "two weeks ago"."""

import datetime as dt
from collections.abc import Mapping

from briefing.extraction.dates import intervals
from briefing.extraction.dates.date_frames import Cue, Form, Frame, Tense, published_day
from briefing.extraction.dates.date_parts import COUNT, PART, UNIT, count_of
from briefing.extraction.dates.intervals import Interval
from briefing.model.findings import Precision

Parts = Mapping[str, str]

_YEARS_A_DECADE = 10
_DECEMBER = 12
_FAR_YEARS = 10
_SHIFT = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def _unit(unit: str, here: dt.date, shift: int) -> Interval:
    """Return the day, week, month, quarter, year or decade so many after that of a day."""
    match unit:
        case "day":
            return intervals.day(here + dt.timedelta(days=shift))
        case "week":
            return intervals.week(here + dt.timedelta(weeks=shift))
        case "fortnight":
            return intervals.week(here + dt.timedelta(weeks=2 * shift))
        case "month":
            return intervals.month_after(here, shift)
        case "quarter":
            first = here.replace(day=1, month=here.month - (here.month - 1) % 3)
            start = intervals.month_after(first, 3 * shift)[0]
            return start, intervals.month_after(start, 2)[1], Precision.MONTH
        case "decade":
            first_year = here.year - here.year % _YEARS_A_DECADE + _YEARS_A_DECADE * shift
            found = intervals.years(first_year, first_year + _YEARS_A_DECADE - 1)
            if found is None:
                raise ValueError(unit)
            return found
        case _:
            return intervals.year(here.year + shift)


def _base(parts: Parts, frame: Frame) -> Interval:
    """Resolve "earlier this month", "next week", "the end of the year"."""
    here, unit = published_day(frame), parts["unit"].lower()
    base = parts["base"].lower().split()[-1]
    whole = _unit(unit, here, _SHIFT.get(base, 0))
    edge = parts.get("edge", "").lower()
    if edge == "earlier" and whole[0] <= here <= whole[1]:
        return whole[0], here, whole[2]
    if edge == "later" and whole[0] <= here <= whole[1]:
        return here, whole[1], whole[2]
    part = parts.get("part", edge).lower()
    return intervals.part_of(whole, part) if part else whole


def _beyond(parts: Parts, frame: Frame) -> Interval:
    """Resolve "the week before last" and "the month after next"."""
    shift = -2 if parts["way"].lower().startswith("before") else 2
    return _unit(parts["unit"].lower(), published_day(frame), shift)


def _told(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "the following day", "that year", "later that month" from what was told last."""
    unit, base = parts["unit"].lower(), parts["base"].lower().split()[-1]
    here = _anchor(unit, frame)
    shift = _SHIFT.get(base, 0)
    if here is None:
        if base != "previous":
            return None
        here = published_day(frame)
    whole = _unit(unit, here, shift)
    edge = parts.get("edge", "").lower()
    if edge == "later" and whole[0] <= here <= whole[1]:
        return here, whole[1], whole[2]
    if edge == "earlier" and whole[0] <= here <= whole[1]:
        return whole[0], here, whole[2]
    part = parts.get("part", edge).lower()
    return intervals.part_of(whole, part) if part else whole


def _told_time(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "the following morning", "that evening"."""
    return _told({**parts, "unit": "day"}, frame)


def _same_day(_: Parts, frame: Frame) -> Interval:
    """Resolve "earlier in the day": that of publication, in a text on the past the one told."""
    told = frame.told_day
    return intervals.day(told if frame.history and told else published_day(frame))


def _anchor(unit: str, frame: Frame) -> dt.date | None:
    told = frame.told
    if unit in {"day", "week"}:
        return frame.told_day
    if unit == "month":
        return told.month
    if told.month is not None and told.month.year == told.year:
        return told.month
    return dt.date(told.year, 1, 1) if told.year is not None else None


def _beside_told(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "the day before", "a day earlier", "three weeks later", from the day told last."""
    unit, way = parts["unit"].lower(), parts["way"].lower()
    back = way in {"earlier", "before", "previously"}
    count = count_of(parts.get("count", "one"))
    here = _anchor(unit, frame)
    if here is None and back:
        here = frame.published
    if here is None or count is None:
        return None
    return _unit(unit, here, -count if back else count)


def _counted(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "two days ago", "a week from now", "in two weeks"."""
    here, count = published_day(frame), count_of(parts["count"])
    unit, way = parts["unit"].lower(), parts["way"].lower()
    far = unit in {"year", "decade"} and (count or 0) > _FAR_YEARS
    if count is None or (way == "in" and unit in {"year", "decade"} and (far or not frame.future)):
        return None  # "in 11 years" is a duration more often than a date
    if way == "within" and frame.tense is Tense.PAST:
        return None  # "within a week both had withdrawn": how long it took
    count = -count if way == "ago" else count
    if unit == "decade":
        unit, count = "year", count * _YEARS_A_DECADE
    return _unit(unit, here, count)


def _stretch(parts: Parts, frame: Frame) -> Interval | None:
    """Resolve "the past week", "over the next three months": up to today, or from today on."""
    here, unit = published_day(frame), parts["unit"].lower()
    count = count_of(parts.get("count", "one"))
    if count is None:
        return None
    if unit == "decade":
        unit, count = "year", count * _YEARS_A_DECADE
    back = parts["way"].lower() in {"past", "last", "previous"}
    far = _far(here, unit, -count if back else count)
    first, last = (far, here) if back else (here, far)
    precision = Precision.YEAR if unit == "year" else Precision.MONTH
    return first, last, precision


def _far(here: dt.date, unit: str, count: int) -> dt.date:
    match unit:
        case "day":
            return here + dt.timedelta(days=count)
        case "week" | "fortnight":
            return here + dt.timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        case "month":
            first, last, _ = intervals.month_after(here, count)
            return min(last, first + dt.timedelta(days=here.day - 1))
        case _:
            first, last, _ = intervals.month_after(here, 12 * count)
            return min(last, first + dt.timedelta(days=here.day - 1))


def _year_end(parts: Parts, frame: Frame) -> Interval:
    """Resolve "year-end": the last month of this year, or of the last where it is told as past."""
    here = published_day(frame)
    passed = frame.tense is Tense.PAST and here.month < _DECEMBER
    return intervals.month(here.year - passed, _DECEMBER)


def _turn(parts: Parts, frame: Frame) -> Interval:
    """Resolve "the turn of the year": the one ahead where the text looks there, else the last."""
    here = published_day(frame)
    year = here.year if frame.future else here.year - 1
    return dt.date(year, 12, 31), dt.date(year + 1, 1, 1), Precision.MONTH


_UNITS = r"(?P<unit>week|month|quarter|year|decade)"
_SPAN = r"(?P<unit>day|week|fortnight|month|year|decade)"
_EDGE = r"(?P<edge>(?i:earlier|later|late|early|mid)) (?:in |on )?"
# In the order in which they are tried, after the named ones.
UNITS = (
    Form(
        Cue.UNIT,
        rf"(?:(?i:in|over|during|within|for|throughout) )?the "
        rf"(?P<way>past|last|next|coming|previous) {COUNT} {UNIT}",
        _stretch,
    ),
    Form(
        Cue.UNIT,
        rf"(?:(?i:in|over|during|within) )the (?P<way>past|last|next|coming|previous) {_SPAN}",
        _stretch,
    ),
    Form(Cue.UNIT, rf"(?:the |this )?(?P<way>past) {_UNITS}", _stretch),
    Form(
        Cue.UNIT,
        rf"(?:{_EDGE}|{PART})?(?P<base>[Tt]hat|(?:[Tt]hat|[Tt]he) same|(?:[Tt]he )?following"
        rf"|(?:[Tt]he )?previous|[Tt]he next) (?P<unit>day|week|month|year|decade)(?!-)",
        _told,
    ),
    Form(Cue.UNIT, r"(?P<edge>(?i:earlier|later)) (?:in|on) (?i:the|that) day", _same_day),
    Form(
        Cue.UNIT,
        r"(?P<base>[Tt]hat same|[Tt]he same|[Tt]hat|[Tt]he following|[Tt]he next|[Tt]he previous) "
        r"(?:morning|afternoon|evening|night)",
        _told_time,
    ),
    Form(
        Cue.UNIT,
        rf"(?:{_EDGE}|{PART})(?P<base>this|the|last|next|the current) {_UNITS}(?!-)",
        _base,
    ),
    Form(
        Cue.UNIT,
        rf"(?P<base>[Tt]his|[Ll]ast|[Nn]ext|(?:[Tt]he |[Tt]his )?(?:coming|current)) {_UNITS}(?!-)",
        _base,
    ),
    Form(
        Cue.UNIT,
        r"(?i:the) (?P<unit>week|month|year) (?P<way>before last|after next)",
        _beyond,
    ),
    Form(Cue.UNIT, r"(?P<part>the turn) of the year", _turn),
    Form(Cue.UNIT, rf"{COUNT} {UNIT} (?P<way>(?i:ago|from now))", _counted),
    Form(
        Cue.UNIT,
        rf"(?P<way>[Ww]ithin|[Ii]n)(?: just| about| some)? {COUNT} {UNIT}(?:[’']s?)?(?: time)?"
        r"(?! of\b|-)",
        _counted,
    ),
    Form(
        Cue.UNIT,
        rf"{COUNT} {UNIT} (?P<way>(?i:before|after|afterwards))(?=\s*(?:[.,;:)—–]|$|and\b))",
        _beside_told,
    ),
    Form(
        Cue.UNIT,
        rf"{COUNT} {UNIT} (?P<way>(?i:earlier|later))(?! than\b)",
        _beside_told,
    ),
    Form(
        Cue.UNIT,
        r"(?i:the) (?P<unit>day|week|month|year) (?P<way>before|after)"
        r"(?=\s*(?:[.,;:)—–]|$|and\b|in\b))",
        _beside_told,
    ),
    Form(Cue.UNIT, r"(?i:year)(?:-|[’']s )end", _year_end),
)
