"""A day that is not told lies between what the text knows as passed and when the page was there."""

import datetime as dt

import pytest

from briefing.ingest.authors import authors
from briefing.ingest.cleaning import clean
from briefing.ingest.dates import bare_date, dates_in, day_first
from briefing.ingest.interval import interval
from briefing.ingest.publication import published
from briefing.ingest.raw import RawMetadata
from briefing.ingest.readers import plain_text
from briefing.model.source import DateBasis

TITLE = "Ministers Agree on Mackerel Quota"
P = (
    "The two fisheries ministers met in the harbour town and agreed to share the mackerel "
    "quota for "
    "three years, their offices said."
)


def dated(blocks, metadata, given):
    return published(blocks, metadata, given, interval(blocks, metadata, given))


def blocks_of(*lines):
    return clean(plain_text.read("\n\n".join(lines).encode(), "a.txt"))


def told(*lines, **fields):
    first, last = interval(blocks_of(*lines), RawMetadata(**fields), None)
    return str(first), str(last)


@pytest.mark.parametrize(
    ("line", "last"),
    [
        ("Saturday, May 4, 2024", "2024-05-04"),
        ("Printed on 4 May 2024", "2024-05-04"),
        ("Retrieved 2024-05-04", "2024-05-04"),
        ("Accessed: May 4, 2024", "2024-05-04"),
        ("Last checked 4 May 2024", "2024-05-04"),
        ("Updated 4 May 2024, 10:00", "2024-05-04"),
        ("© 2024 Northern Star", "None"),
        ("© 1996-2024 Northern Star", "None"),
    ],
)
def test_the_day_of_a_page_is_the_last_possible_and_no_day_of_publication(line, last):
    lines = (line, TITLE, P, P + " So.")
    assert told(*lines) == ("None", last)
    assert dated(blocks_of(*lines), RawMetadata(), None) == (None, DateBasis.UNKNOWN)


def test_the_earliest_day_on_which_it_was_there_counts():
    line = "Saturday, May 4, 2024"
    assert told(line, TITLE, P, shown=dt.date(2024, 5, 3)) == ("None", "2024-05-03")
    assert told(line, TITLE, P, shown=dt.date(2024, 6, 3)) == ("None", "2024-05-04")


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The note was signed on 3 May 2024 in the harbour town after a long day of "
         "talks.", "2024-05-03"),
        ("On May 3, 2024, the two premiers met on the bridge and shook hands in the "
         "rain.", "2024-05-03"),
        ("The law was adopted on 1 May 2024 and repealed after a vote held on 3 May "
         "2024.", "2024-05-03"),
        ("The treaty will lapse on 3 May 2024 unless both parliaments vote for a longer "
         "term.", "None"),
        ("They agreed to meet again on 3 May 2024 in the capital of the other country.", "None"),
        ("The talks scheduled for 3 May 2024 were called off, said an official of the "
         "ministry.", "None"),
        ("The fleets left to fish in the strait by 3 May 2024, the date of the deadline.", "None"),
        ("The minister announced a vote on 3 May 2024, and both houses met at once.", "None"),
        ("He said to reporters that he wanted to leave on 3 May 2024 with the whole crew.", "None"),
        ("The licence is valid through 3 May 2024, said the office that issued it.", "None"),
        ("The quota was signed in May 2024 by both ministers in the harbour town.", "None"),
    ],
)  # fmt: skip
def test_the_latest_day_that_is_told_as_passed_is_the_first_possible(sentence, first):
    assert told(TITLE, sentence, P) == (first, "None")


def test_what_does_not_fit_together_is_dropped():
    sentence = "The note was signed on 3 May 2024 in the harbour town after a long day of talks."
    assert told("Saturday, May 4, 2019", TITLE, sentence, P) == ("None", "None")


def test_a_known_day_needs_no_interval():
    lines = ("Saturday, May 4, 2024", TITLE, P)
    assert interval(blocks_of(*lines), RawMetadata(), dt.date(2024, 5, 2)) == (None, None)


def test_the_only_possible_day_is_inferred():
    sentence = "The note was signed on 3 May 2024 in the harbour town after a long day of talks."
    found = dated(blocks_of("Friday, May 3, 2024", TITLE, sentence, P), RawMetadata(), None)
    assert found == (dt.date(2024, 5, 3), DateBasis.INFERRED)


@pytest.mark.parametrize(
    ("shown", "date"),
    [("2024-06-01", dt.date(2024, 5, 3)), ("2025-06-01", None), (None, None)],
)
def test_a_dateline_without_a_year_counts_where_one_year_fits(shown, date):
    old = "The note was signed on 20 February 2024 in the harbour town after a long day of talks."
    blocks = blocks_of(TITLE, "OSLO, May 3 (Nordlys) -- " + P, old)
    fields = RawMetadata(shown=dt.date.fromisoformat(shown) if shown else None)
    basis = DateBasis.DATELINE if date else DateBasis.UNKNOWN
    assert dated(blocks, fields, None) == (date, basis)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: Friday, 3 May 2024", "2024-05-03"),
        ("PUBLISHED: May 3, 2024 at 7:41 p.m. | UPDATED: May 5, 2024 at 6:02 a.m.", "2024-05-03"),
        ("Updated May 5, 2024 | Published May 3, 2024", "2024-05-03"),
        ("May 3, 2024 at 4:15 pm", "2024-05-03"),
        ("3 May 2024 | 09:12 GMT", "2024-05-03"),
        ("Posted on June 3, 2021 by Leonor Dias", "2021-06-03"),
        ("Jane Doe | 3 May 2024", "2024-05-03"),
        ("By JANE DOE | AP | May 3, 2024", "2024-05-03"),
        ("2025.11.02 14:03", "2025-11-02"),
        ("입력 2025-11-02 14:03  수정 2025-11-03 09:00", "2025-11-02"),
        ("수정 2025.11.03 09:00", "None"),
        ("发布时间：2025年11月2日 09:15", "2025-11-02"),
        ("2022年11月8日 18時05分", "2022-11-08"),
        ("公開 2022年11月8日 更新 2022年11月9日", "2022-11-08"),
        ("Updated 3 May 2024", "None"),
        ("Last updated: May 3, 2024 10:00", "None"),
        ("Published: 03/04/2024", "None"),
        ("Published: 13/04/2024", "2024-04-13"),
        ("Published: 04/13/2024", "2024-04-13"),
        ("Published 3 hours ago", "None"),
    ],
)
def test_lines_of_dates_tell_the_day(line, date):
    found, basis = dated(blocks_of(TITLE, line, P, P + " So."), RawMetadata(), None)
    assert str(found) == date
    assert basis is (DateBasis.UNKNOWN if found is None else DateBasis.BYLINE)


def test_a_date_of_another_text_after_the_article_is_not_its_own():
    lines = (TITLE, P, P + " So.", "Related articles", "Cod Price Falls", "May 3, 2024")
    assert dated(blocks_of(*lines), RawMetadata(), None)[0] is None


@pytest.mark.parametrize(
    ("url", "language", "date"),
    [
        ("https://star.example.uk/a", None, "2024-04-03"),
        ("https://star.us/a", None, "2024-03-04"),
        (None, "en-GB", "2024-04-03"),
        (None, "en-US", "2024-03-04"),
        ("https://star.com/a", "en", None),
        ("http://[bad", None, None),
    ],
)
def test_dates_in_figures_follow_the_country(url, language, date):
    found = dates_in("03/04/2024", day_first=day_first(url, language))
    assert [str(each.date) for each in found] == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3. Mai 2024", "2024-05-03"),
        ("3 mai 2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("2025. 11. 2", "2025-11-02"),
        ("02-Nov-2025", "2025-11-02"),
    ],
)
def test_dates_as_others_write_them(text, date):
    assert str(bare_date(text)) == date


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe and Kim Min-ho", ("Jane Doe", "Kim Min-ho")),
        ("BY JANE DOE", ("Jane Doe",)),
        ("By JANE DOE | AP", ("Jane Doe",)),
        ("By Jane Doe, Staff Reporter", ("Jane Doe",)),
        ("Jane Doe, Staff Reporter", ("Jane Doe",)),
        ("By Jane Doe, Ali bin Saleh and Marie de la Tour in "
         "Tamar", ("Jane Doe", "Ali bin Saleh", "Marie de la Tour")),
        ("Posted on June 3, 2021 by Leonor Dias", ("Leonor Dias",)),
        ("김민서 기자", ("김민서",)),
        ("김민서·박지훈 기자", ("김민서", "박지훈")),
        ("记者：林清", ("林清",)),
        ("By Reuters", ()),
        ("By Staff Writer", ()),
        ("By the sea", ()),
        ("By Friday, May 3, 2024", ()),
    ],
)  # fmt: skip
def test_bylines_name_the_authors(line, names):
    assert authors(blocks_of(TITLE, line, P, P + " So."), RawMetadata()) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Nadia Storr in Tamar and Felix Aumont; Editing by Hugh "
         "Carr)", ("Nadia Storr", "Felix Aumont")),
        ("(남도시=한빛통신) 김민서 기자 = 두 나라 외교장관이 만나 협의를 시작하기로 했다고 외"
         "교부가 밝혔다.", ("김민서",)),
        ("远洋日报八月三日电（记者 林清）上河国与下河国三日在首都签署协议，决定共享水文数"
         "据。", ("林清",)),
        ("【港市＝山田太郎】北島と南島は8日、漁業協定を改定することで合意した。", ("山田太郎",)),
        ("Editing by Hugh Carr", ()),
    ],
)  # fmt: skip
def test_leads_and_credits_name_the_authors(line, names):
    assert authors(blocks_of(TITLE, P, line), RawMetadata()) == names


def test_a_name_between_by_and_a_post_is_an_author():
    assert authors(blocks_of(TITLE, "By", "Salma Idris", P), RawMetadata()) == ("Salma Idris",)
    lines = (TITLE, "Ffion Marsh", "Sea affairs correspondent", P)
    assert authors(blocks_of(*lines), RawMetadata()) == ("Ffion Marsh",)


def test_the_fields_come_before_the_byline():
    fields = RawMetadata(authors=("Ana Ruiz",))
    assert authors(blocks_of(TITLE, "By Jane Doe", P), fields) == ("Ana Ruiz",)
