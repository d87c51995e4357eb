"""Days as fields, attributes and addresses of a page write them."""

import datetime as dt
import re

from briefing.ingest.dates import full_date

CHANGED = re.compile(r"updat|modif|revis|edited|changed|accessed", re.IGNORECASE)
_IN_URL = re.compile(
    r"[/-]((?:19|20)\d\d)[/-]?(0\d|1[0-2]|[1-9](?=[/-])|[a-z]{3}(?=[/-]))[/-]?([0-2]\d|3[01]|[1-9](?=[/-]))(?![\d])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?:\D.*|\d{6})?", re.DOTALL)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
_FIRST_YEAR = 1700


def day_of(value: str) -> dt.date | None:
    """Return the day that a field names in one of the usual forms, None for another or no day."""
    found = _DIGITS.fullmatch(value)
    if found is not None:
        return _day(found.group(1), found.group(3), found.group(4))
    found = SLASHED.match(value)
    if found is not None:
        first, second, year = found.groups()
        if "." in value[:6]:
            return _day(year, second, first)
        if first == second or int(second) > 12:
            return _day(year, first, second)
        return _day(year, second, first) if int(first) > 12 else None
    if _EPOCH.fullmatch(value.strip()):
        seconds = int(value.strip()[:10])
        return (dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)).date()
    day = full_date(value)
    return day if day is not None and day.year >= _FIRST_YEAR else None


def in_url(address: str) -> dt.date | None:
    """Return the day that an address names, None for none."""
    found = _IN_URL.search(address.lower())
    if found is None:
        return None
    year, month, day = found.groups()
    if not month.isdigit():
        if month not in _MONTHS:
            return None
        month = str(_MONTHS.index(month) + 1)
    return _day(year, month, day)


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return None if found == dt.date(1970, 1, 1) else found
