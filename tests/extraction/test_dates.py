"""Phrases of time, from the day of publication, a Wednesday: 12 June 2024."""

import datetime as dt

import pytest

from briefing.extraction.dates.dates import dates
from briefing.model.findings import Precision

PUBLISHED = dt.date(2024, 6, 12)
DAYS = [
    ("They met on 3 May 2023.", "2023-05-03"),
    ("They met on May 3, 2023.", "2023-05-03"),
    ("They met on the 3rd of May, 2023.", "2023-05-03"),
    ("They met on the third of May 2023.", "2023-05-03"),
    ("They met on Wednesday, 3 May 2023.", "2023-05-03"),
    ("They met on 2023-05-03.", "2023-05-03"),
    ("They met on 2023. 5. 3.", "2023-05-03"),
    ("They met on 3.5.2023.", "2023-05-03"),
    ("They met on 23/05/2023.", "2023-05-23"),
    ("They met on Sept. 3, 2023.", "2023-09-03"),
    ("They met on Monday.", "2024-06-10"),
    ("They met on Monday morning.", "2024-06-10"),
    ("They met on Monday last week.", "2024-06-03"),
    ("They will meet on Friday.", "2024-06-14"),
    ("The minister arrives on Friday.", "2024-06-14"),
    ("They agreed to meet on Friday.", "2024-06-14"),
    ("Ruto to visit Cairo on Friday", "2024-06-14"),
    ("The talks scheduled for Friday are the first.", "2024-06-14"),
    ("On Friday, the ministers will be received by the king.", "2024-06-14"),
    ("They met last Friday.", "2024-06-07"),
    ("They met yesterday.", "2024-06-11"),
    ("They met the day before yesterday.", "2024-06-10"),
    ("They will meet tomorrow evening.", "2024-06-13"),
    ("They met on the 5th (local time).", "2024-06-05"),
    ("They met on the 25th.", "2024-05-25"),
    ("They will meet on the 5th.", "2024-07-05"),
    ("They met two days ago.", "2024-06-10"),
    ("The previous day, they had met.", "2024-06-11"),
    ("A day earlier the minister had resigned.", "2024-06-11"),
    ("They met on 28 December.", "2023-12-28"),
    ("The permit expires on 31 December.", "2024-12-31"),
    ("They must answer by 31 December.", "2024-12-31"),
    ("They met on New Year's Day.", "2024-01-01"),
    ("They will meet on Christmas Eve 2025.", "2025-12-24"),
    ("They met on 5 June at 10:30.", "2024-06-05"),
    ("In 2001 planes struck; on September 11, 2001, nobody was ready.", "2001-09-11"),
]
STRETCHES = [
    ("They met last month.", "2024-05-01", "2024-05-31", "month"),
    ("They met in September.", "2023-09-01", "2023-09-30", "month"),
    ("They will meet in September.", "2024-09-01", "2024-09-30", "month"),
    ("They visited in April.", "2024-04-01", "2024-04-30", "month"),
    ("They will visit in April.", "2025-04-01", "2025-04-30", "month"),
    ("They met last November.", "2023-11-01", "2023-11-30", "month"),
    ("They met in June last year.", "2023-06-01", "2023-06-30", "month"),
    ("They met in mid-March.", "2024-03-11", "2024-03-20", "month"),
    ("They met at the end of November.", "2023-11-21", "2023-11-30", "month"),
    ("They met in early May 2023.", "2023-05-01", "2023-05-10", "month"),
    ("They met in the first week of May.", "2024-05-01", "2024-05-07", "month"),
    ("They will meet in the week of 1 July.", "2024-07-01", "2024-07-07", "month"),
    ("They will meet next week.", "2024-06-17", "2024-06-23", "month"),
    ("They met earlier this month.", "2024-06-01", "2024-06-12", "month"),
    ("They will meet later in the week.", "2024-06-12", "2024-06-16", "month"),
    ("Much has changed over the past week.", "2024-06-05", "2024-06-12", "month"),
    ("They will meet within the next three months.", "2024-06-12", "2024-09-12", "month"),
    ("They met over the weekend.", "2024-06-08", "2024-06-09", "month"),
    ("They will meet in two weeks.", "2024-06-24", "2024-06-30", "month"),
    ("They met a month ago.", "2024-05-01", "2024-05-31", "month"),
    ("They met between 3 and 5 May.", "2024-05-03", "2024-05-05", "day"),
    ("They met on May 3-5.", "2024-05-03", "2024-05-05", "day"),
    ("They met on 3 and 4 May.", "2024-05-03", "2024-05-04", "day"),
    ("They will meet from 30 June to 2 July.", "2024-06-30", "2024-07-02", "day"),
    ("They met from 30 December 2022 to 2 January.", "2022-12-30", "2023-01-02", "day"),
    ("They met from Monday to Wednesday.", "2024-06-10", "2024-06-12", "day"),
    ("They will meet on the 20th and 21st.", "2024-06-20", "2024-06-21", "day"),
    ("Trade fell from January to March.", "2024-01-01", "2024-03-31", "month"),
    ("Trade fell between April 2022 and March 2023.", "2022-04-01", "2023-03-31", "month"),
    ("They will meet in Q3 2026.", "2026-07-01", "2026-09-30", "month"),
    ("They will meet in the third quarter.", "2024-07-01", "2024-09-30", "month"),
    ("It opens in the first half of 2025.", "2025-01-01", "2025-06-30", "month"),
    ("They met in the summer of 2023.", "2023-06-01", "2023-08-31", "month"),
    ("They met last summer.", "2023-06-01", "2023-08-31", "month"),
    ("It opens in the autumn of next year.", "2025-09-01", "2025-11-30", "month"),
    ("They met at the turn of the year.", "2023-12-31", "2024-01-01", "month"),
    ("It ends by the end of the year.", "2024-12-01", "2024-12-31", "month"),
    ("They met on 03/04/2023.", "2023-03-04", "2023-04-03", "month"),
    ("It has been so since January.", "2024-01-01", "2024-01-31", "month"),
    ("They met earlier this year.", "2024-01-01", "2024-06-12", "year"),
    ("They will meet next year.", "2025-01-01", "2025-12-31", "year"),
    ("They met in 2016.", "2016-01-01", "2016-12-31", "year"),
    ("The 2015 pact stands.", "2015-01-01", "2015-12-31", "year"),
    ("They met in 1648.", "1648-01-01", "1648-12-31", "year"),
    ("They met two years ago.", "2022-01-01", "2022-12-31", "year"),
    ("It was the way of the 1990s.", "1990-01-01", "1999-12-31", "year"),
    ("The war of 1914–18 was long.", "1914-01-01", "1918-12-31", "year"),
    ("In the budget of 2023/24 it is less.", "2023-01-01", "2024-12-31", "year"),
]
NONE = [
    "It was the first visit in 11 years.",
    "It was the first trip in three weeks.",
    "Prices will fall in 11 years.",
    "We may agree in the end.",
    "He is 64 and has 30 days of leave.",
    "Room 2019 is on the second floor.",
    "Resolution 1973 was adopted, and 2000 troops left.",
    "The 80th anniversary comes first.",
    "Theresa May spoke, and April Ryan asked.",
    "They march on, and prices fall in winterless lands.",
    "The September 11 attacks changed much, as did the Prague Spring.",
    "They meet five days a week, twice a year, on Mondays.",
    "He read it in the Sunday Times.",
    "It passed on the 15th floor, in the 38th session.",
    "It will be discussed in the coming days.",
    "That is the day after the election.",
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_day(text, day):
    found = dates(text, 0, len(text), PUBLISHED)[-1]
    assert (str(found.start), str(found.end), found.precision) == (day, day, "day")


@pytest.mark.parametrize(("text", "start", "end", "precision"), STRETCHES)
def test_stretch(text, start, end, precision):
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert (str(found.start), str(found.end), found.precision) == (start, end, precision)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date(text):
    assert dates(text, 0, len(text), PUBLISHED) == ()


def test_each_verb_gives_its_own_date_a_tense():
    text = "He said on Friday that the talks, which began on Monday, will end on Saturday."
    found = [str(date.start) for date in dates(text, 0, len(text), PUBLISHED)]
    assert found == ["2024-06-07", "2024-06-10", "2024-06-15"]


def test_a_weekday_decides_the_year_of_a_day():
    text = "The treaty was signed on Monday, 12 June."  # a Monday in 2023
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert found.start == dt.date(2023, 6, 12)


def test_a_year_told_once_is_that_of_both_days():
    text = "They met on March 6 and April 9, 2021."
    found = [str(date.start) for date in dates(text, 0, len(text), PUBLISHED)]
    assert found == ["2021-03-06", "2021-04-09"]


def test_a_day_that_no_calendar_has_leaves_its_month():
    text = "On 31 February 2024 nothing happened."
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert found.precision is Precision.MONTH


def test_relative_dates_need_a_day_of_publication():
    text = "They met on Monday, and before that on 3 May 2023."
    (found,) = dates(text, 0, len(text), None)
    assert found.precision is Precision.DAY
    assert found.start == dt.date(2023, 5, 3)


def test_the_span_is_the_phrase():
    text = "They met over the weekend in Nairobi."
    (found,) = dates(text, 0, len(text), PUBLISHED)
    assert text[found.span.start : found.span.end] == "over the weekend"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("He will visit in a fortnight.", "2024-06-24", "2024-06-30"),
        ("They were in Paris the week before last.", "2024-05-27", "2024-06-02"),
        ("They will meet the month after next.", "2024-08-01", "2024-08-31"),
        ("The vote is due on Sunday week.", "2024-06-23", "2024-06-23"),
        ("It opens again at the end of the summer.", "2024-08-01", "2024-08-31"),
        ("Earlier in the day they met.", "2024-06-12", "2024-06-12"),
        ("They look forward to the fair in March.", "2025-03-01", "2025-03-31"),
    ],
)
def test_more_of_what_is_counted_from_the_day(text, start, end):
    (found,) = dates(text, 0, len(text), dt.date(2024, 6, 12))
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "They meet every Thursday.",
        "Within a week both had withdrawn.",
        "It is her third trip in two months.",
    ],
)
def test_how_often_and_how_long_are_no_dates(text):
    assert dates(text, 0, len(text), dt.date(2024, 6, 12)) == ()


def test_a_numbered_day_is_of_the_month_told_before():
    text = "They seized it on 14 January and gave it back on the 19th."
    found = dates(text, 0, len(text), dt.date(2024, 6, 12))
    assert [str(d.start) for d in found] == ["2024-01-14", "2024-01-19"]
