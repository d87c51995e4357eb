"""Dates relative to the day of publication, a Wednesday: 12 June 2024."""

import datetime as dt

import pytest

from briefing.extraction.dates import dates
from briefing.model.findings import Precision

PUBLISHED = dt.date(2024, 6, 12)
CASES = [
    ("They met on 3 May 2023.", "2023-05-03", "2023-05-03", "day"),
    ("They met on May 3, 2023.", "2023-05-03", "2023-05-03", "day"),
    ("They met on Monday.", "2024-06-10", "2024-06-10", "day"),
    ("They will meet on Friday.", "2024-06-14", "2024-06-14", "day"),
    ("They met last Friday.", "2024-06-07", "2024-06-07", "day"),
    ("They met yesterday.", "2024-06-11", "2024-06-11", "day"),
    ("They met on the 5th.", "2024-06-05", "2024-06-05", "day"),
    ("They met on the 25th.", "2024-05-25", "2024-05-25", "day"),
    ("They met two days ago.", "2024-06-10", "2024-06-10", "day"),
    ("They met last month.", "2024-05-01", "2024-05-31", "month"),
    ("They met in September.", "2023-09-01", "2023-09-30", "month"),
    ("They will meet in September.", "2024-09-01", "2024-09-30", "month"),
    ("They met last November.", "2023-11-01", "2023-11-30", "month"),
    ("They will meet next year.", "2025-01-01", "2025-12-31", "year"),
    ("They met in 2016.", "2016-01-01", "2016-12-31", "year"),
    ("They met on 28 December.", "2023-12-28", "2023-12-28", "day"),
    ("The permit expires on 31 December.", "2024-12-31", "2024-12-31", "day"),
    ("They met on 2023-05-03.", "2023-05-03", "2023-05-03", "day"),
    ("They will meet in two weeks.", "2024-06-24", "2024-06-30", "month"),
    ("They met a month ago.", "2024-05-01", "2024-05-31", "month"),
    ("They met earlier this year.", "2024-01-01", "2024-06-12", "year"),
    ("They will meet in the autumn of next year.", "2025-09-01", "2025-11-30", "month"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), CASES)
def test_date(text, start, end, precision):
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first visit in 11 years.",
        "It was the first trip in three weeks.",
        "Prices will fall in 11 years.",
        "We may agree in the end.",
        "He is 64 and has 30 days of leave.",
        "Room 2019 is on the second floor.",
    ],
)
def test_what_is_no_date(text):
    assert dates(text, 0, len(text), PUBLISHED) == ()


def test_a_day_that_no_calendar_has_leaves_its_month():
    text = "On 31 February 2024 nothing happened."
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert found.precision is Precision.MONTH


def test_relative_dates_need_a_day_of_publication():
    text = "They met on Monday, and before that on 3 May 2023."
    (found,) = dates(text, 0, len(text), None)
    assert found.precision is Precision.DAY
    assert found.start == dt.date(2023, 5, 3)
