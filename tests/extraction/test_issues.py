"""Which Issues a text is about: whole words, inflected, `*` for any ending, capitals as written."""

import pytest

from briefing.extraction.issues import is_disputed, is_settled, issue_terms
from briefing.model.ids import IssueId
from briefing.model.people import Issue

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


@pytest.mark.parametrize(
    ("text", "disputed", "settled"),
    [
        ("The border remains contested.", True, False),
        ("The two sides disagreed on quotas.", True, False),
        ("The quarrel was resolved in May.", False, True),
        ("The quarrel has yet to be resolved.", False, False),
        ("It could be settled.", False, False),
        ("The talks were friendly.", False, False),
    ],
)
def test_contested_or_settled(text, disputed, settled):
    assert (is_disputed(text), is_settled(text)) == (disputed, settled)
