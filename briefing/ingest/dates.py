"""Full dates, with day, month and year, as written out, as year-month-day, or in figures."""

import datetime as dt
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ELSEWHERE = {
    name: number
    for number, names in enumerate(
        (
            "janvier januar enero janeiro gennaio января січня stycznia ocak",
            "février februar febrero fevereiro febbraio февраля лютого lutego şubat",
            "mars märz marzo março марта березня marca",
            "avril abril aprile апреля квітня kwietnia nisan",
            "mai mayo maio maggio mei мая травня maja mayıs",
            "juin juni junio junho giugno июня червня czerwca haziran",
            "juillet juli julio julho luglio июля липня lipca temmuz",
            "août agosto августа серпня sierpnia augustus ağustos",
            "septembre septiembre setembro settembre сентября вересня września eylül",
            "octobre oktober octubre outubro ottobre октября жовтня października ekim",
            "novembre noviembre novembro ноября листопада listopada kasım",
            "décembre dezember diciembre dezembro dicembre декабря грудня grudnia aralık",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ALL_MONTHS = {**MONTHS, **_ELSEWHERE}
_MONTH = rf"(?P<month{{0}}>{'|'.join(sorted(_ALL_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
FULL_DATE = (
    rf"(?<!\w){_WEEKDAY}(?:{_DAY.format(1)}(?:\s+|-)(?:day\s+)?(?:(?:of|de)\s+)?{_MONTH.format(1)}"
    rf"(?:,?\s+|-)(?:de\s+)?{_YEAR.format(1)}"
    rf"|{_MONTH.format(2)}\s+{_DAY.format(2)},?\s+{_YEAR.format(2)}"
    rf"|{_YEAR.format(3)}(?:[-/]|\.\s?)(?P<month3>\d{{1,2}})(?:[-/]|\.\s?)(?P<day3>\d{{1,2}})"
    rf"|{_YEAR.format(4)}\s?年\s?(?P<month4>\d{{1,2}})\s?月\s?(?P<day4>\d{{1,2}})\s?日"
    rf"|{_YEAR.format(5)}\s?년\s?(?P<month5>\d{{1,2}})\s?월\s?(?P<day5>\d{{1,2}})\s?일)(?:(?![\d-])|(?=\d{{1,2}}:\d\d\s?[ap]\.?m\b))"
)
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d)(?![\d-])"
)
# Where the day comes first, told by the ending of a site's address or the region of its language.
_DAY_FIRST_PLACES = (
    "uk gb ie au nz in pk za ng ke sg my fr de es it pt nl be at ch dk no se fi pl cz gr tr ru ua "
    "br ar mx cl co pe ve il eg sa ae qa jo lb ma dz tn id th vn"
)
_DAY_FIRST = frozenset(_DAY_FIRST_PLACES.split())
_MONTHS_A_YEAR = 12
_MONTH_FIRST = frozenset({"us", "gov", "mil"})
_PATTERN = re.compile(FULL_DATE, re.IGNORECASE)
_TIME = re.compile(
    r"[\s,|·at-]*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*"
    r"(?:\(?(?:GMT|UTC|KST|CST|EST|EDT|ET|BST|CET|JST)[^)]{0,8}\)?)?",
    re.IGNORECASE,
)


def of_match(found: re.Match[str]) -> dt.date | None:
    """Return the date of a match of FULL_DATE, None where no such day exists."""
    groups = found.groupdict()
    for form in "12345":
        year, month, day = (groups[f"{part}{form}"] for part in ("year", "month", "day"))
        if year is not None:
            number = int(month) if month.isdigit() else _ALL_MONTHS[month.lower()]
            try:
                return dt.date(int(year), number, int(day))
            except ValueError:
                return None
    return None


def full_date(text: str) -> dt.date | None:
    """Return the one full date in a text; None where there is none, or more than one."""
    dates = {of_match(found) for found in _PATTERN.finditer(text)}
    return dates.pop() if len(dates) == 1 else None


def bare_date(text: str) -> dt.date | None:
    """Return the date where a text is nothing but a full date, with or without a time of day."""
    found = _PATTERN.match(text.strip())
    if found is None or not _TIME.fullmatch(text.strip()[found.end() :]):
        return None
    return of_match(found)


@dataclass(frozen=True, slots=True)
class Found:
    """A date and where it stands in its text."""

    date: dt.date
    start: int
    end: int


def dates_in(text: str, *, day_first: bool | None = None) -> tuple[Found, ...]:
    """Return the full dates of a text in order.

    A date in figures such as 03/04/2024 counts where one part exceeds twelve, where both parts are
    the same, or where ``day_first`` says which comes first; else it is not known. With full stops
    (03.04.2024) the day comes first unless ``day_first`` denies it.
    """
    if _ANY_YEAR.search(text) is None:  # as in most paragraphs; the patterns are slow
        return ()
    found = [
        Found(date, match.start(), match.end())
        for match in _PATTERN.finditer(text)
        if (date := of_match(match)) is not None
    ]
    found += [
        Found(date, match.start(), match.end())
        for match in _FIGURES.finditer(text)
        if (date := _of_figures(match, day_first)) is not None
    ]
    return tuple(sorted(found, key=lambda each: each.start))


def day_first(url: str | None, language: str | None) -> bool | None:
    """Tell whether a publisher writes the day before the month, None where nothing says so."""
    host = (urlsplit(url).hostname or "") if url and _is_address(url) else ""
    region = re.split(r"[-_]", f"{language or ''}-")[1].lower()
    for word in (region, host.rsplit(".", 1)[-1]):
        if word in _DAY_FIRST:
            return True
        if word in _MONTH_FIRST:
            return False
    return None


def _is_address(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _of_figures(found: re.Match[str], day_is_first: bool | None) -> dt.date | None:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if day_is_first is None and found["mark"] == ".":
        day_is_first = True
    is_plain = first > _MONTHS_A_YEAR or second > _MONTHS_A_YEAR or first == second
    if not is_plain and day_is_first is None:
        return None
    if first > _MONTHS_A_YEAR or (not is_plain and day_is_first):
        first, second = second, first
    try:
        return dt.date(year, first, second)
    except ValueError:
        return None
