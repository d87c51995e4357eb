"""Title, publisher, date and kind come from the document; what it does not say is unknown."""

import pytest

from briefing.ingest.language import language
from briefing.ingest.read import read
from briefing.model.source import DateBasis, SourceKind

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
