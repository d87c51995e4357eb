"""Invented reports on six relations with what was settled and disputed; ten of no agreement."""

import pytest

from briefing.collation.collate import collate
from briefing.extraction.extract import extract
from briefing.model.evidence import Evidence
from tests.extraction.reading import given, source


def evidence(text: str) -> Evidence:
    one = source(text, "2026-03-06")
    return collate([one], [extract(one, given())], given().reference)


# Report; words, Parties and number of each Agreement; Issues in dispute that must be found.
REPORTS = {
    "iceland-ireland": (
        "Iceland and Ireland ended two days of mackerel talks in Galway on Thursday with a deal on "
        "the catch for 2027. Under the deal, the two fleets will land a fifth less fish. The "
        "countries' ministers also signed a pair of protocols on rescue at sea.\n\n"
        "Seabed cables were another matter. Ireland wants foreign trawlers kept away from them; "
        "Iceland insists that its trawlers have never harmed a cable.",
        [
            ("mackerel talks", {"ISL", "IRL"}, None),
            ("a fifth less fish", {"ISL", "IRL"}, None),
            ("pair of protocols", {"ISL", "IRL"}, 2),
        ],
        {"fisheries"},
    ),
    "mongolia-kazakhstan": (
        "The foreign ministers of Mongolia and Kazakhstan met in Astana on Tuesday. The two sides "
        "agreed to open three border crossings to herders from May. Five memorandums were signed, "
        "on wool, wolves and weather among them.\n\n"
        "Kazakhstan rejected Mongolia's demand for lower transit fees on the railway. Mongolia "
        "said that the railway fees were the highest in Asia.",
        [("herders", {"MNG", "KAZ"}, None), ("Five memorandums", {"MNG", "KAZ"}, 5)],
        {"railways"},
    ),
    "suriname-guyana": (
        "Guyana and Suriname remain at odds over a river island that each has mapped as its own "
        "since 1936. Their surveyors shook hands on a common set of maps, and the two presidents "
        "are expected to sign a fisheries agreement in August.\n\n"
        "Suriname accuses Guyanese patrol boats of having driven off its fishing vessels. Guyana "
        "denied that a patrol boat had left port that week.",
        [("common set of maps", {"GUY", "SUR"}, None), ("in August", {"GUY", "SUR"}, None)],
        {"river-navigation", "fisheries"},
    ),
    "madagascar-mauritius": (
        "Mauritius said that Madagascar had agreed to let its inspectors board vanilla ships. "
        "Madagascar did not comment.\n\n"
        "The two island states jointly pledged to halve plastic waste by 2030. Talks on flights "
        "ended without an agreement: Mauritius demanded ten flights a week, and Madagascar refused "
        "to allow more than six flights.",
        [("vanilla ships", {"MUS", "MDG"}, None), ("plastic waste", {"MUS", "MDG"}, None)],
        {"aviation"},
    ),
    "estonia-moldova": (
        "JOINT STATEMENT\n\nThe Ministers of Estonia and Moldova met in Tallinn. Estonia and "
        "Moldova agreed:\n\n1. to share alerts on cyberattacks within an hour;\n\n"
        "2. to train ten judges a year.\n\n"
        "The Ministers reaffirmed that borders must not be changed by force.",
        [
            ("alerts on cyberattacks", {"EST", "MDA"}, None),
            ("ten judges", {"EST", "MDA"}, None),
            ("changed by force", {"EST", "MDA"}, None),
        ],
        set(),
    ),
    "oman-tanzania": (
        "Oman and Tanzania renewed a dhow treaty on Sunday and shook hands on a school for pilots. "
        "Tanzania's culture minister said that the carved doors of the old museum must come home. "
        "Oman's culture minister countered that the looted art had been bought in good faith.",
        [("dhow treaty", {"OMN", "TZA"}, None), ("school for pilots", {"OMN", "TZA"}, None)],
        {"cultural-property"},
    ),
}

# Reports in which somebody speaks of an agreement that there is not.
PLANTED = [
    "Bhutan and Nepal were to have signed a road treaty on Monday. The ceremony was called off.",
    "Laos will sign the river accord with Thailand only if the dam is moved.",
    "Fiji's minister said that no agreement on visas had been reached with Tonga.",
    "Belize urged Guatemala to sign the border protocol. Guatemala said that it was late.",
    "The water pact that Jordan and Syria concluded in 1987 has lapsed. Neither has renewed it.",
    "Ghana would welcome it if Togo agreed to the ferry, said its minister.",
    "Rumours that Cuba and Haiti had struck a deal on fuel were false. Cuba denied it.",
    "Malta and Libya had agreed to joint patrols, but Libya pulled out of the plan within a day.",
    "“We did not sign anything with Chad,” the minister of Niger said. “Not a line.”",
    "An analyst believes that Peru and Bolivia agreed to share the lake years ago.",
]


@pytest.mark.parametrize("name", REPORTS)
def test_what_was_settled(name):
    text, expected, _ = REPORTS[name]
    found = evidence(text).agreements
    rows = sorted((a.text.replace("\n", " "), set(a.parties), a.count) for a in found)
    for words, parties, count in expected:
        here = [row for row in rows if words in row[0]]
        assert any(row[1:] == (parties, count) for row in here), (words, rows)
    assert len(found) == len(expected), rows


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_in_dispute(name):
    text, _, expected = REPORTS[name]
    found = {str(d.issue) for d in evidence(text).disputes}
    assert expected <= found
    assert bool(found) == bool(expected)


@pytest.mark.parametrize("text", PLANTED)
def test_no_agreement(text):
    assert [a.text for a in evidence(text).agreements] == []
