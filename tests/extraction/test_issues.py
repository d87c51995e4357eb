"""Which Issues a text is about: whole words, inflected, `*` for any ending, capitals as written."""

import pytest

from briefing.extraction.issues.issues import issue_terms
from briefing.model.ids import IssueId
from briefing.model.people import Issue
from tests.extraction.reading import given

TERMS = issue_terms(
    (
        Issue(IssueId("dam"), "The dam", ("dam", "water sharing", "hydro*")),
        Issue(IssueId("aid"), "Aid", ("AID", "food aid")),
        Issue(IssueId("empty"), "No terms", ()),
        Issue(IssueId("cafe"), "Cafés", ("émigré", "*town")),
    )
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam was built.", ["dam"]),
        ("DAMS were built.", ["dam"]),
        ("The dam’s wall broke.", ["dam"]),
        ("The damage was great.", []),
        ("A madam spoke.", []),
        ("Water-sharing and hydroelectric plants", ["dam"]),
        ("Waters sharing a bed", []),
        ("AID works; dams too, and food aid", ["aid", "dam"]),
        ("They aid us.", []),
        ("Émigrés came.", ["cafe"]),
        ("A shantytown grew.", ["cafe"]),
        ("food aiding; a hydro one; a dam", ["dam", "aid"]),
        ("", []),
    ],
)
def test_about(text, expected):
    assert TERMS.about(text) == tuple(expected)


def test_letters_that_a_search_takes_for_plain_ones_are_found_too():
    terms = issue_terms((Issue(IssueId("silk"), "Silk", ("silk",)),))
    for text in ("silk", "SILK", "ſilk", "sİlk", "sılk", "sil\u212a"):
        assert terms.about(text) == ("silk",)


def test_the_one_with_the_most_hits_comes_first():
    assert TERMS.about("food aid for a dam, more food aid")[0] == "aid"
    assert TERMS.about("a dam, a dam and food aid")[0] == "dam"


def test_a_minister_is_not_the_matter():
    terms = issue_terms((Issue(IssueId("fish"), "Fish", ("fisheries", "fishing boat")),))
    assert terms.about("The fisheries minister met the minister of fisheries.") == ()
    assert terms.about("The fisheries minister spoke of fishing boats.") == ("fish",)


# A sentence as a report would have it, and the first Issue that a reader would name.
MATTERS = [
    ("The boundary commission will place new border markers.", "border-demarcation"),
    ("The crossing point was closed to lorries.", "border-crossings"),
    ("Border guards opened fire on two herders.", "border-incidents"),
    ("Both claim the islet and its reef.", "disputed-islands"),
    ("The coastguard used water cannon and rammed a boat.", "maritime-incidents"),
    ("Demining teams cleared the minefield.", "mines"),
    ("It expelled two attachés accused of spying.", "espionage"),
    ("The court in The Hague issued an advisory opinion.", "law-and-arbitration"),
    ("Anti-dumping duties on steel subsidies were doubled.", "trade-remedies"),
    ("The gas transit contract ends in December.", "gas-transit"),
    ("The offshore oil block lies in the overlapping claims area.", "oil-and-gas-fields"),
    ("Flights between the capitals will resume.", "aviation"),
    ("Freight trains must change at the rail gauge.", "railways"),
    ("Bird flu halted poultry exports.", "animal-and-plant-health"),
    ("Extradition of the fugitive was refused.", "extradition"),
    ("The language law closed minority schools.", "minorities-and-language"),
    ("Pilgrims may visit the holy sites.", "religion"),
    ("The antiquities and the looted art were returned.", "cultural-property"),
    ("Reparations for colonial crimes were discussed.", "war-reparations"),
    ("Press freedom and accreditation of foreign correspondents", "media-freedom"),
    ("It recalled its ambassador and closed its embassy.", "embassies-and-expulsions"),
    ("The dam's turbines and its spillway", "dams"),
]


@pytest.mark.parametrize(("text", "issue"), MATTERS)
def test_the_bundled_table_knows_what_states_talk_about(text, issue):
    assert issue in given().terms.about(text)


def test_the_bundled_table_is_silent_on_what_is_no_matter():
    for text in (
        "The ambassador said that the meeting was useful.",
        "She arrived at the airport on Sunday.",
        "Both sides welcomed the progress of the talks.",
        "The education minister and the state broadcaster said no.",
        "The storm took a toll on the city.",
        "The two foreign ministers met for an hour.",
    ):
        assert given().terms.about(text) == (), text
