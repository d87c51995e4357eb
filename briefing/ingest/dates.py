"""Full dates, with day, month and year, as written out in English or as year-month-day."""

import datetime as dt
import re

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
_MONTH = rf"(?P<month{{0}}>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
FULL_DATE = (
    rf"(?<!\w){_WEEKDAY}(?:{_DAY.format(1)}\s+(?:day\s+)?(?:of\s+)?{_MONTH.format(1)},?\s+{_YEAR.format(1)}"
    rf"|{_MONTH.format(2)}\s+{_DAY.format(2)},?\s+{_YEAR.format(2)}"
    rf"|{_YEAR.format(3)}[-/.](?P<month3>\d{{1,2}})[-/.](?P<day3>\d{{1,2}})"
    rf"|{_YEAR.format(4)}\s?年\s?(?P<month4>\d{{1,2}})\s?月\s?(?P<day4>\d{{1,2}})\s?日"
    rf"|{_YEAR.format(5)}\s?년\s?(?P<month5>\d{{1,2}})\s?월\s?(?P<day5>\d{{1,2}})\s?일)(?![\d-])"
)
_PATTERN = re.compile(FULL_DATE, re.IGNORECASE)
_TIME = re.compile(
    r"[\s,|·at-]*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*(?:\(?(?:GMT|UTC|KST|CST|EST|EDT|ET|BST|CET|JST)[^)]{0,8}\)?)?",
    re.IGNORECASE,
)


def of_match(found: re.Match[str]) -> dt.date | None:
    """Return the date of a match of FULL_DATE, None where no such day exists."""
    groups = found.groupdict()
    for form in "12345":
        year, month, day = (groups[f"{part}{form}"] for part in ("year", "month", "day"))
        if year is not None:
            number = int(month) if month.isdigit() else MONTHS[month.lower()]
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
