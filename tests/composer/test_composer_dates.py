"""Dates in words, as finely as they are known."""

import datetime as dt

import pytest
from material import event

from briefing.composer import dates
from briefing.model.findings import EventKind, EventStatus, Precision
from briefing.model.ids import EventId

D = dt.date


@pytest.mark.parametrize(
    ("first", "last", "worded"),
    [
        (D(2031, 5, 4), D(2031, 5, 4), "4 May 2031"),
        (D(2031, 5, 4), D(2031, 5, 6), "4–6 May 2031"),
        (D(2031, 4, 30), D(2031, 5, 2), "30 April – 2 May 2031"),
        (D(2030, 12, 31), D(2031, 1, 2), "31 December 2030 – 2 January 2031"),
    ],
)
def test_span(phrases, first, last, worded):
    assert dates.span(phrases, first, last) == worded


@pytest.mark.parametrize(
    ("start", "end", "precision", "worded"),
    [
        (D(2031, 5, 4), D(2031, 5, 4), Precision.DAY, "4 May 2031"),
        (D(2031, 5, 4), None, Precision.DAY, "4 May 2031"),
        (D(2031, 5, 1), D(2031, 5, 31), Precision.MONTH, "May 2031"),
        (D(2031, 1, 1), D(2031, 12, 31), Precision.YEAR, "2031"),
        (D(2028, 1, 1), D(2031, 12, 31), Precision.YEAR, "2028 – 2031"),
        (None, None, Precision.UNKNOWN, "date not given"),
    ],
)
def test_when(phrases, start, end, precision, worded):
    found = event(
        EventId("e"), EventKind.CALL, "call", (start, end, precision), (), EventStatus.HELD, ()
    )
    assert dates.when(phrases, found) == worded


@pytest.mark.parametrize(
    ("date", "worded"),
    [(D(2027, 1, 1), "2027"), (D(2027, 3, 1), "March 2027"), (D(2027, 3, 2), "2 March 2027")],
)
def test_a_first_day_is_worded_coarsely(phrases, date, worded):
    assert dates.coarse(phrases, date) == worded


def test_no_date_has_its_phrase(phrases):
    assert dates.day_or_none(phrases, None) == "undated"
