"""Reads the dates a text speaks of as intervals, relative ones from the day it was published.

The patterns are the ones measured against dateparser, which resolves 8 of 22 unseen expressions and
finds as many spurious ones as real; see docs/decisions/0003.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from briefing.model.findings import Precision
from briefing.model.source import Span

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
_NUMBERS = {
    word: i
    for i, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1}

_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(_NUMBERS) + ")"

_PATTERNS = tuple(
    (kind, re.compile(rf"\b{pattern}(?![\w])", re.IGNORECASE if kind in "rcs" else 0))
    for kind, pattern in (
        ("i", rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"),
        ("d", rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}"),
        ("d", rf"{_MONTH} {_DAY},? {_YEAR}"),
        ("m", rf"(?P<part>[Ee]arly |[Mm]id-|[Ll]ate |[Ee]nd of )?{_MONTH},? (?:of )?{_YEAR}"),
        ("d", rf"{_DAY} (?:of )?{_MONTH}"),
        ("d", rf"{_MONTH} {_DAY}"),
        (
            "s",
            r"(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<which>last year|next year|this year|(?:19|20)\d{2})",
        ),
        ("w", rf"(?P<which>last |next |this |coming )?{_WEEKDAY}"),
        (
            "r",
            r"(?P<which>earlier|later|late|early) (?:in )?(?P<base>this|the|last|next) (?P<unit>week|month|year)",
        ),
        ("r", r"(?P<base>this|last|next|past|previous|coming) (?P<unit>week|month|year)"),
        ("c", rf"{_COUNT} {_UNIT} (?P<way>ago|earlier|from now)"),
        ("c", rf"(?P<way>within|in) (?:the next )?{_COUNT} {_UNIT}(?! of)"),
        ("r", r"(?P<word>today|tonight|yesterday|tomorrow)"),
        ("r", r"(?P<word>this morning|this afternoon|this evening)"),
        ("n", rf"(?P<which>last |next |this )?{_MONTH}"),
        ("o", r"on the (?P<day>\d{1,2})(?:st|nd|rd|th)"),
        (
            "y",
            rf"(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Ii]n early|[Ii]n late|[Ii]n mid-|[Tt]he|[Oo]f) {_YEAR}",
        ),
    )
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|set to|due to|to be held|scheduled|expected|plans?|planned|planning|upcoming"
    r"|intends?|is to|are to|slated|expires?|ahead of|invited|announced plans)\b",
    re.IGNORECASE,
)
_FIRST_IN = re.compile(
    r"\b(?:first|time|visit|trip|low|high|decline|rise)\b[^.]{0,40}$", re.IGNORECASE
)


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
    taken: list[Span] = []
    found: list[DateMention] = []
    future = bool(_FUTURE.search(text, start, end))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            span = Span(match.start(), match.end())
            if any(span.start < t.end and t.start < span.end for t in taken):
                continue
            interval = _resolve(kind, match, published, future=future)
            if interval is None:
                continue
            taken.append(span)
            found.append(DateMention(span, *interval))
    return tuple(sorted(found, key=lambda mention: mention.span))


_Interval = tuple[dt.date, dt.date, Precision]


def _resolve(
    kind: str, match: re.Match[str], published: dt.date | None, *, future: bool
) -> _Interval | None:
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    try:
        match kind:
            case "i":
                return _day(dt.date(int(parts["year"]), int(parts["month"]), int(parts["day"])))
            case "d":
                return _calendar_day(parts, published, future=future)
            case "m":
                return _month(int(parts["year"]), _MONTHS[parts["month"].lower().rstrip(".")])
            case "y":
                return _year(int(parts["year"]))
            case _ if published is None:
                return None
            case "s":
                return _season(parts, published)
            case "w":
                return _weekday(parts, published, future=future)
            case "n":
                return _bare_month(parts, published, future=future)
            case "o":
                return _ordinal(parts, published, future=future)
            case "c":
                return _counted(match, parts, published)
            case _:
                return _relative(parts, published)
    except ValueError:  # "31 February" is no date
        return None


def _day(day: dt.date) -> _Interval:
    return day, day, Precision.DAY


def _month(year: int, month: int) -> _Interval:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH


def _year(year: int) -> _Interval:
    return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR


def _calendar_day(
    parts: dict[str, str], published: dt.date | None, *, future: bool
) -> _Interval | None:
    month, day = _MONTHS[parts["month"].lower().rstrip(".")], int(parts["day"])
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
        if ahead and (ahead[0] - published).days < 330:  # noqa: PLR2004
            return ahead[0]
    near = [o for o in options if o <= published + dt.timedelta(days=45)]
    return max(near)


def _season(parts: dict[str, str], published: dt.date) -> _Interval:
    first, last = _SEASONS[parts["season"].lower()]
    which = parts["which"].lower()
    shift = {"last year": -1, "this year": 0, "next year": 1}
    year = published.year + shift[which] if which in shift else int(which)
    end_year = year + 1 if last < first else year
    return dt.date(year, first, 1), _month(end_year, last)[1], Precision.MONTH


def _weekday(parts: dict[str, str], published: dt.date, *, future: bool) -> _Interval:
    target = _DAYS[parts["weekday"].lower()]
    which = parts.get("which", "").strip()
    ahead = (target - published.weekday()) % 7
    behind = (published.weekday() - target) % 7
    if which == "last":
        return _day(published - dt.timedelta(days=behind or 7))
    if which in {"next", "coming"} or (future and which != "last"):
        return _day(published + dt.timedelta(days=ahead))
    return _day(published - dt.timedelta(days=behind))


def _bare_month(parts: dict[str, str], published: dt.date, *, future: bool) -> _Interval | None:
    word = parts["month"]
    which = parts.get("which", "").strip()
    if word == "May" and not which:
        return None  # too often the verb at the head of a sentence or a name
    month = _MONTHS[word.lower().rstrip(".")]
    year = published.year
    if which == "last":
        year -= 1 if month >= published.month else 0
    elif which == "next" or (future and month < published.month):
        year += 1 if month <= published.month else 0
    elif not future and month > published.month:
        year -= 1
    return _month(year, month)


def _ordinal(parts: dict[str, str], published: dt.date, *, future: bool) -> _Interval:
    day = int(parts["day"])
    here = dt.date(published.year, published.month, day)
    if here > published and not future:
        before = published.replace(day=1) - dt.timedelta(days=1)
        here = dt.date(before.year, before.month, day)
    return _day(here)


def _counted(match: re.Match[str], parts: dict[str, str], published: dt.date) -> _Interval | None:
    word = parts["count"].lower()
    count = int(word) if word.isdigit() else _NUMBERS[word]
    back = parts["way"].lower() in {"ago", "earlier"}
    if not back and _FIRST_IN.search(match.string, max(0, match.start() - 60), match.start()):
        return None
    if parts["way"].lower() == "in" and parts["unit"].lower() == "year":
        return None  # "in 11 years" is a duration more often than a date
    sign = -1 if back else 1
    match parts["unit"].lower():
        case "day":
            return _day(published + dt.timedelta(days=sign * count))
        case "week":
            middle = published + dt.timedelta(weeks=sign * count)
            monday = middle - dt.timedelta(days=middle.weekday())
            return monday, monday + dt.timedelta(days=6), Precision.MONTH
        case "month":
            index = published.year * 12 + published.month - 1 + sign * count
            return _month(index // 12, index % 12 + 1)
        case _:
            return _year(published.year + sign * count)


def _relative(parts: dict[str, str], published: dt.date) -> _Interval | None:
    word = parts.get("word", "").lower()
    if word:
        shift = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
        return _day(published + dt.timedelta(days=shift))
    base, which = parts["base"].lower(), parts.get("which", "").lower()
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(base, 0)
    match parts["unit"].lower():
        case "week":
            monday = published - dt.timedelta(days=published.weekday()) + dt.timedelta(weeks=shift)
            first, last = monday, monday + dt.timedelta(days=6)
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
