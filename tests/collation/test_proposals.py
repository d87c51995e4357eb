"""Issues that no table lists: proposed where two Parties speak of one named thing."""

from briefing.collation.collate import collate
from briefing.extraction.extract import extract
from briefing.model.evidence import Evidence
from briefing.model.people import Issue
from tests.extraction.reading import given, source


def evidence(*texts: str) -> Evidence:
    sources = [source(text, f"2026-04-{day:02}") for day, text in enumerate(texts, start=1)]
    return collate(sources, [extract(s, given()) for s in sources], given().reference)


def proposed(*texts: str) -> list[Issue]:
    return [i for i in evidence(*texts).issues if i.id.startswith("proposed-")]


ONE = "Ghana said that the Kepele quarter belonged to its king."
OTHER = "Togo said that the Kepele quarter had never had a king."


def test_what_two_parties_name_is_proposed_in_their_words():
    texts = (
        "Ghana said that the Kepele market had been moved.",
        "Togo said that the Kepele market had stood there for ever.",
    )
    (issue,) = proposed(*texts)
    assert issue.label == "Kepele market"
    found = evidence(*texts)
    assert all(issue.id in s.issues for s in found.statements)


def test_a_name_alone_after_the():
    (issue,) = proposed(
        "Ghana said that the Kepele was rising.", "Togo said that the Kepele was falling."
    )
    assert issue.label == "Kepele"


def test_the_id_is_that_of_the_words_in_any_order():
    texts = (
        "Ghana said that the Kepele market had been moved.",
        "Togo said that the Kepele market had stood there for ever.",
    )
    (one,), (other,) = proposed(*texts), proposed(*reversed(texts))
    assert one == other


def test_words_in_small_letters_need_three_sentences():
    text = "Ghana said that goat bells were too loud. Togo said that goat bells kept goats safe."
    assert proposed(text) == []
    (issue,) = proposed(text + " Ghana said that goat bells must go.")
    assert issue.label == "Goat bells"


def test_one_side_alone_proposes_nothing():
    text = "Ghana said that the Kepele market was new. Ghana said that the Kepele market was hers."
    assert proposed(text) == []


def test_commentators_propose_nothing():
    text = (
        "Ghana said that the Kepele market was new. An analyst said that the Kepele market was old."
    )
    assert proposed(text) == []


def test_what_the_table_covers_is_not_proposed_again():
    text = (
        "Ghana said that the Kepele dam was new and its spillway safe. "
        "Togo said that the Kepele dam was old."
    )
    assert proposed(text) == []


def test_persons_bodies_and_states_are_no_matter():
    text = (
        "Ghana said that President William Ruto would come. Togo said that President William Ruto "
        "would stay. Ghana praised the Kremlin. Togo praised the Kremlin."
    )
    assert proposed(text) == []


def test_a_dispute_on_a_proposed_issue():
    found = evidence(
        "Ghana said that the Kepele market belonged to Accra. Togo rejected the idea that the "
        "Kepele market belonged to Accra."
    )
    (issue,) = (i for i in found.issues if i.id.startswith("proposed-"))
    assert [d.issue for d in found.disputes] == [issue.id]
