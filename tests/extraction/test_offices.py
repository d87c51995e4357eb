"""Whose an office is and where a name begins behind it: long titles, issuers, neighbours, turns."""

import pytest

from briefing.extraction.names.mention_reader import MentionReader
from briefing.extraction.names.people import Cast
from briefing.extraction.saying.quotations import quotations
from briefing.extraction.saying.speakers import Speakers
from briefing.model.people import ActorKind
from briefing.model.source import Span
from tests.extraction.reading import findings, given, said, source

# A text, then who is in it: name, Party, office.
OFFICES = [
    (
        "Minister for Foreign Affairs and Trade Helen Marsh of Australia left.",
        {("Helen Marsh", "AUS", "Minister for Foreign Affairs and Trade")},
    ),
    (
        "Vietnam's Minister of Foreign Affairs Nguyen Thanh Ha left.",
        {("Nguyen Thanh Ha", "VNM", "Minister of Foreign Affairs")},
    ),
    (
        "Minister of Foreign Affairs, International Trade and Worship Pablo Salinas left.",
        {("Pablo Salinas", None, "Minister of Foreign Affairs, International Trade and Worship")},
    ),
    (
        "Uzbek Deputy Prime Minister and Minister of Economy and Finance Jamshid Karimov left.",
        {("Jamshid Karimov", "UZB", "Deputy Prime Minister and Minister of Economy and Finance")},
    ),
    (
        "Papua New Guinea's Minister for National Planning and Monitoring Rainbo Paita left.",
        {("Rainbo Paita", "PNG", "Minister for National Planning and Monitoring")},
    ),
    (
        "Minister of Transport Chen Wei and Minister of Justice Omar Haddad left.",
        {
            ("Chen Wei", None, "Minister of Transport"),
            ("Omar Haddad", None, "Minister of Justice"),
        },
    ),
    (
        "Governor of the Central Bank of Kenya Patrick Mwangi left.",
        {("Patrick Mwangi", "KEN", "Governor")},
    ),
    ("Indonesia's coordinating minister, Sutarno, left.", {("Sutarno", "IDN", None)}),
    ("Mr Rahimov says many things.", {("Rahimov", None, None)}),
    ("The treaty was read. General Agreement followed in May.", set()),
]


@pytest.mark.parametrize(("text", "meant"), OFFICES)
def test_office(text, meant):
    people = [a for a in findings(text + "\n").actors if a.kind is ActorKind.PERSON]
    told = {(a.name, a.party): {o.title for o in a.offices} for a in people}
    assert set(told) == {(name, party) for name, party, _ in meant}
    assert all(title is None or title in told[name, party] for name, party, title in meant)


def test_a_council_that_a_state_claims_is_not_the_united_nations():
    text = "The Secretary of the Security Council of Kazakhstan, Bakyt Omarov, left.\n"
    parties = {a.name: a.party for a in findings(text).actors}
    assert parties["Bakyt Omarov"] == "KAZ"


# A readout's head and its body: whose "the Minister" is, and of what side.
READOUT = (
    "Readout of Minister Tran Thi Mai’s meeting with Chilean Foreign Minister Rosa Pinto\n\n"
    "{dateline}\n\n"
    "Minister Tran Thi Mai met Chilean Foreign Minister Rosa Pinto. "
    "Vietnam and Chile will talk.\n\n"
    "{body} said that it was late.\n"
)


@pytest.mark.parametrize(
    ("dateline", "body", "meant"),
    [
        ("Hanoi, 12 June 2026", "The Minister", ("Tran Thi Mai", "VNM")),
        ("Santiago, 12 June 2026", "The Minister", ("Tran Thi Mai", "VNM")),
        ("Hanoi, 12 June 2026", "Minister Pinto wept. The Minister", ("Rosa Pinto", "CHL")),
        ("Hanoi, 12 June 2026", "Prime Minister Le Van Dung", ("Le Van Dung", "VNM")),
    ],
)
def test_an_own_paper_names_no_nationality_for_its_own(dateline, body, meant):
    text = READOUT.format(dateline=dateline, body=body)
    names = {a.id: a.name for a in findings(text).actors}
    assert [(names[s.speaker], s.party) for s in said(text)][-1] == meant


def test_a_report_is_nobodys_own_paper():
    text = (
        "Chilean Foreign Minister Rosa Pinto met Nguyen Van An of Vietnam.\n\n"
        "Prime Minister Le Van Dung said that it was late.\n"
    )
    assert said(text)[-1].party is None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Szabó Katalin came. The Hungarian minister slept. Szabó agreed.", "HUN"),
        ("Szabó Katalin came. The Hungarian minister Ferenc Hadházy slept. Szabó agreed.", None),
    ],
)
def test_the_sentence_behind_says_whose_somebody_is(text, party):
    actors = {a.name: a for a in findings(text + "\n").actors}
    assert actors["Szabó Katalin"].party == party


INTERVIEW = (
    "# The pasture\n\nKyrgyzstan’s minister, Aizada Tokonova, on the border with Tajikistan.\n\n"
    "**Steppe Courier:** Your counterpart says that you were late. Were you?\n\n"
    "**Aizada Tokonova:** Mr Rahimov slept. He said that I was early.\n\n"
    "**Steppe Courier:** Was he right?\n\n"
    "**Tokonova:** Our president, Bakyt Omarov, slept. I did not.\n"
)


def test_in_a_turn_he_is_never_who_speaks():
    paper = source(INTERVIEW, "2026-05-08", "interview.md")
    g = given()
    parties = {party.id: party for party in g.reference.parties}
    cast = Cast(g.listed, g.roles, None)
    mentions = MentionReader(paper, g.names, g.roles, parties, cast).read()
    speakers = Speakers(paper, mentions, g.roles, ("KGZ", "TJK"), quotations(paper))
    label, he = (
        Span(at, at + len(words))
        for words in ("Aizada Tokonova:", "He said")
        for at in [paper.text.index(words)]
    )
    label, he = Span(label.start, label.end - 1), Span(he.start, he.start + 2)
    assert speakers.resolve((label,), label).actor == "person-aizada-tokonova"
    meant = speakers.resolve((he,), he)
    assert (meant.actor, meant.party) == ("person-rahimov", "TJK")


def test_who_is_asked_says_our():
    actors = findings(INTERVIEW, "2026-05-08", "interview.md").actors
    assert {a.name: a.party for a in actors}["Bakyt Omarov"] == "KGZ"


def test_the_committee_is_not_the_paper_that_tells_of_it():
    text = (
        "Accra (Horn Wire) - Ghana waits. The border committee met.\n\n"
        "The committee said that it was late.\n"
    )
    assert any(a.name == "Horn Wire" for a in findings(text).actors)
    assert said(text)[-1].speaker is None
