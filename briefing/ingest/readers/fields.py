"""Values of a document's own fields, as text: dates, kinds and languages that are what they say."""

import datetime as dt
import re
from enum import StrEnum
from typing import TypeVar

from briefing.ingest.characters import one_line
from briefing.ingest.dates import full_date

Word = TypeVar("Word", bound=StrEnum)

_ISO = re.compile(r"^\s*(\d{4})-(\d{2})-(\d{2})")


def as_text(value: object) -> str | None:
    """Return a scalar field as one line, None where it is empty or no scalar."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | dt.date):
        return None
    return one_line(str(value)) or None


def as_date(value: object) -> dt.date | None:
    """Return a field as a date: a date, an ISO date and perhaps a time, or written out."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    found = _ISO.match(value)
    if found is None:
        return full_date(value)
    try:
        return dt.date(*map(int, found.groups()))
    except ValueError:
        return None


def as_member(value: object, words: type[Word]) -> Word | None:
    """Return the member of a closed list that a field names, None where it names none."""
    text = as_text(value)
    if text is None:
        return None
    wanted = re.sub(r"[\s_]+", "-", text.lower())
    return next((word for word in words if word.value == wanted), None)
