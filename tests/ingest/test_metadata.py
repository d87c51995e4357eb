"""Title, publisher, date and kind come from the document; what it does not say is unknown."""

import pytest

from briefing.ingest.authors import authors
from briefing.ingest.language import language
from briefing.ingest.raw import RawMetadata
from briefing.ingest.read import read
from briefing.model.source import SET_ASIDE, DateBasis, PassageKind, SourceKind

BODY = (
    "The two fisheries ministers met in the harbour town and agreed to share the mackerel quota "
    "for three years, their offices said."
)
TITLE = "Ministers Agree on Mackerel Quota"


def source_of(*lines):
    return read("\n\n".join(lines).encode(), "folder/page.txt")


@pytest.mark.parametrize(
    ("line", "date", "basis"),
    [
        ("Published: 3 May 2024", "2024-05-03", DateBasis.BYLINE),
        ("By Ana Ruiz | May 3, 2024", "2024-05-03", DateBasis.BYLINE),
        ("By Ana Ruiz - Posted on 2024-05-03 14:00", "2024-05-03", DateBasis.BYLINE),
        ("May 3, 2024", "2024-05-03", DateBasis.BYLINE),
        ("OSLO, May 3, 2024 (Nordlys) -- " + BODY, "2024-05-03", DateBasis.DATELINE),
        ("OSLO, May 3 (Nordlys) -- " + BODY, "None", DateBasis.UNKNOWN),
        ("They met today, 3 May 2024, in the harbour town and went on to talk about the quota.",
         "2024-05-03", DateBasis.INFERRED),
        ("Done at Oslo on this 3rd day of May 2024, twice.", "2024-05-03", DateBasis.INFERRED),
        ("They had met on 3 May 2024 in the harbour town for the first of many such talks.",
         "None", DateBasis.UNKNOWN),
    ],
)  # fmt: skip
def test_the_date_rests_on_what_is_said(line, date, basis):
    source = source_of(TITLE, line, BODY, BODY + " They left.")
    assert (str(source.published), source.published_basis) == (date, basis)


def test_the_date_of_a_page_is_not_the_date_of_publication():
    source = source_of(
        "Saturday, May 4, 2024", "Home", "World", "Sport", TITLE, BODY, BODY + " So."
    )
    assert (source.published, source.published_basis) == (None, DateBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("(Lima = Andes 2)", "Andes 2"),
        ("(서울=한빛통신) 김 기자 = 두 나라가 합의했다.", "한빛통신"),
        ("OSLO, May 3 (Nordlys) -- " + BODY, "Nordlys"),
        ("OSLO (Nordlys) - " + BODY, "Nordlys"),
        ("As reported by Nordlys, " + BODY, None),
        ("The sum (a = b) is told by the ministry in a note of some length on the quota.", None),
    ],
)
def test_the_publisher_is_the_agency_of_the_dateline(line, publisher):
    assert source_of(TITLE, line, BODY).publisher == publisher


def test_text_without_a_headline_is_called_by_its_opening_words():
    title = source_of(BODY, BODY + " They left.").title
    assert title.endswith("…")
    assert BODY.startswith(title[:-1])
    assert len(title) <= 81


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint Statement of the Fisheries Ministers", SourceKind.JOINT_STATEMENT),
        ("Readout of the Premier’s Call with the President", SourceKind.READOUT),
        ("Regular Press Conference of the Ministry", SourceKind.PRESS_BRIEFING),
        ("Transcript of the Remarks in the Harbour", SourceKind.TRANSCRIPT),
        ("Interview with the Fisheries Minister", SourceKind.INTERVIEW),
        ("Treaty on the Sharing of the Stocks", SourceKind.TREATY),
        ("Opinion: The Quota Is Too High", SourceKind.COMMENTARY),
        ("Opinion Polls Show a Narrow Race in Norway", SourceKind.REPORT),
        ("Ministers Sign a Treaty on the Stocks", SourceKind.REPORT),
    ],
)
def test_the_kind_follows_clear_cues(title, kind):
    assert source_of(title, BODY, BODY + " They left.").kind is kind


def test_turns_of_speech_make_a_transcript():
    turns = [f"Ms. Lund: {BODY}", f"Moderator: {BODY}"] * 3
    assert source_of("The Harbour Talks in Full", *turns).kind is SourceKind.TRANSCRIPT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("두 나라는 KTX와 FTA를 합의했다.", "ko"),
        ("両国は漁業で合意した。", "ja"),
        ("两国就渔业达成协议。", "zh"),
        ("Стороны договорились о рыболовстве.", "ru"),
        ("اتفق الطرفان على المصايد", "ar"),
        ("Les deux pays se sont mis d’accord sur les quotas de la pêche et du port.", "fr"),
        ("Die beiden Länder haben sich auf die Quote für den Fang und das Netz geeinigt.", "de"),
        ("Los dos países se pusieron de acuerdo en la cuota de la pesca y en los puertos.", "es"),
        ("The two countries agreed on the quota (两国) for the fleets.", "en"),
        ("Reykjavik", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_told_by_script_and_small_words(text, code):
    assert language(text) == code


LATER = "The envoys will meet again in spring, officials of both sides said after the talks."


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("9 February 2026", "2026-02-09"),
        ("Oslo, 2 February 2026", "2026-02-02"),
        ("TAMAR, Estmark, 2 February 2026", "2026-02-02"),
        ("12 апреля 2026, 15:40", "2026-04-12"),
        ("Тамара, 3 марта 2026 года", "2026-03-03"),
        ("Interview by Klara Holm | Der Kontor | 8 October 2025", "2025-10-08"),
        ("May 14, 20266:42 PM GMT-4Updated 3 hours ago", "2026-05-14"),
        ("Published 3:15 PM EDT, March 4, 2026 Updated 5:00 PM EDT, March 6, 2026", "2026-03-04"),
        ("Updated 3:15 PM EDT, March 4, 2026", "None"),
    ],
)
@pytest.mark.parametrize(
    "text", [(BODY, BODY + " So."), ("They met on Monday at noon.", "They left.")]
)
def test_a_day_below_the_title_is_the_day_of_publication(line, date, text):
    assert str(source_of(TITLE, "By Ana Ruiz", line, *text).published) == date
    assert str(source_of(TITLE, line, *text).published) == date


def test_an_update_alone_is_the_last_possible_day():
    source = source_of(TITLE, "Updated 3:15 PM EDT, March 4, 2026", BODY, LATER)
    assert str(source.published_until) == "2026-03-04"


def test_a_day_over_numbered_paragraphs_and_not_one_inside_a_chronicle():
    numbered = ("1. " + BODY, "2. " + LATER)
    assert str(source_of("JOINT STATEMENT", "Tamar, 17 June 2025", *numbered).published) == (
        "2025-06-17"
    )
    source = source_of(TITLE, BODY, "3 May 2024", LATER, "5 May 2024", BODY + " So.")
    assert source.published is None
    source = source_of(TITLE, "3 May 2024", BODY, "5 May 2024", LATER)
    assert source.published is None


def test_a_rate_of_exchange_is_no_publisher_and_stays_text():
    source = source_of(TITLE, BODY, LATER, "($1 = 3.7 crowns)", "(1 crown = 8 pence)")
    assert source.publisher is None
    assert all(
        passage.kind not in SET_ASIDE
        for passage in source.passages
        if "=" in source.text[passage.start : passage.end]
    )


def test_an_agency_inside_a_later_paragraph_is_no_publisher():
    lines = [f"{BODY} This was talk number {number}." for number in range(9)]
    assert source_of(TITLE, *lines, "(Lund = Norlys) " + BODY).publisher is None
    assert source_of(TITLE, *lines, "(Lund = Norlys)", BODY).publisher == "Norlys"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Ana Ruiz", "West coast correspondent, Tamar"), ("Ana Ruiz",)),
        (("Ana Ruiz in Tamar and Jon Berg in Lund",), ("Ana Ruiz", "Jon Berg")),
        (("Ana Ruiz in Tamar", "3 May 2024"), ("Ana Ruiz",)),
        (("Ana Ruiz and Jon Berg", "3 May 2024"), ("Ana Ruiz", "Jon Berg")),
        (("By Ana Ruiz and News Agencies",), ("Ana Ruiz",)),
        (("Interview by Ana Ruiz",), ("Ana Ruiz",)),
        (("作者：王小明",), ("王小明",)),
        (("Автор: Иван Петров",), ("Иван Петров",)),
        (("By Somsak R.",), ("Somsak R.",)),
        (("홍길동 기자",), ("홍길동",)),
        (("입력 2025.09.03 14:22 | 수정 2025.09.04 09:00 | 홍길동 기자",), ("홍길동",)),
        (("2025年07月21日 08:30 来源:北方时讯 作者:王小明",), ("王小明",)),
        (("12 апреля 2026, 15:40. Автор: Иван Петров",), ("Иван Петров",)),
        (("Ana Ruiz", "Ana Ruiz teaches history in Tamar."), ("Ana Ruiz",)),
    ],
)
def test_the_authors_are_the_persons_of_the_byline(lines, names):
    source = source_of("Ministers Agree on Mackerel Quota for Three Years", *lines, BODY, LATER)
    assert source.authors == names
    assert source.title == "Ministers Agree on Mackerel Quota for Three Years"
    aside = {
        source.text[passage.start : passage.end]
        for passage in source.passages
        if passage.kind is PassageKind.BOILERPLATE
    }
    assert set(lines) <= aside


def test_a_headline_with_a_person_in_a_place_stays_the_title():
    headline = "Ana Ruiz in Tamar and Jon Berg in Lund"
    assert source_of(headline, BODY, LATER).title == headline


def test_a_post_is_no_part_of_a_name_in_the_fields():
    told = RawMetadata(authors=("홍길동 기자", "Ana Ruiz"))
    assert authors((), told) == ("홍길동", "Ana Ruiz")


@pytest.mark.parametrize(
    "lines",
    [
        ("Ministry of Foreign Affairs of Norvia", "Search", "HEADLINE", "3 May 2024"),
        ("Menu", "The Tamar Times", "Home News Sport Business Opinion", "HEADLINE", "By Ana Ruiz"),
        ("Home · World · Economy · Login", "HEADLINE", "By Ana Ruiz"),
        ("Home", "News", "Opinion", "Sport", "HEADLINE", "By Ana Ruiz"),
        ("LIVE", "HEADLINE", "Follow the latest as the ministers talk about fish",
         "Last update: 3 May 2024"),
        ("This article is more than 1 year old", "HEADLINE", "This article is more than 1 year old",
         "Tamar promises licences; Lund says that it will drop its complaint", "By Ana Ruiz"),
        ("Home", "HEADLINE",
         "Tamar says that boats crossed the line; Lund demands the release of every crew at once.",
         "Boats lie at anchor in the harbour", "Boats in the harbour [File: Ivo Lund/Norlys]",
         "By Ana Ruiz"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", [(BODY, LATER), ("They met on Monday at noon.", "They left.")])
def test_the_headline_is_the_title_and_not_what_stands_around_it(lines, text):
    headline = "Norvia and Estmark quarrel over the strait ferry again"
    source = source_of(*(headline if line == "HEADLINE" else line for line in lines), *text)
    assert source.title == headline
    assert source.kind is SourceKind.REPORT


def test_a_ministry_that_does_something_is_a_headline():
    headline = "Ministry of Fisheries Rejects Complaint"
    deck = "The note from Lund came too late to be heard by the committee"
    assert source_of(headline, deck, "By Ana Ruiz", BODY, LATER).title == headline
