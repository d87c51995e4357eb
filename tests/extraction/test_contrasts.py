"""Where two Parties are told to part on a matter without a word that calls it a dispute."""

import pytest

from tests.extraction.reading import findings


def parted(text: str) -> set[tuple[str, frozenset[str]]]:
    """Return the Issues on which two Parties part, each with the Parties."""
    marks = findings(text, "2026-05-01").marks
    return {(str(m.issue), frozenset(map(str, m.sides))) for m in marks if m.disputed and m.sides}


@pytest.mark.parametrize(
    ("text", "issue", "sides"),
    [
        ("Chad wants a larger quota for fishing. Niger refuses.", "fisheries", "TCD NER"),
        ("Chad wants joint fishing patrols; Niger will have none of that.", "fisheries", "TCD NER"),
        (
            "On fishing, Chad maintains that the lake is common. Niger’s answer is that a lake "
            "has banks.",
            "fisheries",
            "TCD NER",
        ),
        (
            "The Chadian side requested that the smugglers’ camps be closed. The Nigerien side "
            "explained that the camps lay beyond its reach.",
            "crime-and-drugs",
            "TCD NER",
        ),
        (
            "Chad wants a fixed share of the river flow. Niger has offered a share that follows "
            "the rain.",
            "water-sharing",
            "TCD NER",
        ),
        (
            "Then there are the trawlers. Chad has asked for a beacon on every hull. Niger calls "
            "it a spy.",
            "fisheries",
            "TCD NER",
        ),
        (
            "For Chad the fee breaks the treaty on visas. “No treaty has it,” replied Niger’s "
            "envoy.",
            "visas",
            "TCD NER",
        ),
        # A word that names no Issue alone tells what a parting is about.
        ("Chad says that its boats were shot at. Niger denies it.", "maritime", "TCD NER"),
        ("For the Chadians the visa fee breaks the treaty. Niger replied that the treaty speaks "
         "of taxes.", "visas", "TCD NER"),
    ],
)  # fmt: skip
def test_one_wants_and_the_other_will_not(text, issue, sides):
    assert (issue, frozenset(sides.split())) in parted(text)


def test_an_answer_in_an_interview_is_to_the_question():
    text = (
        "Interview with Chad’s fisheries envoy, Amina Sow\n\n"
        "The Lake Post: Niger says that your trawlers ignore the fishing season.\n\n"
        "Amina Sow: Good morning. It is a fine lake. We reject that.\n\n"
    )
    assert ("fisheries", frozenset({"TCD", "NER"})) in parted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad wants a larger quota for fishing. Niger accepted it.",
        "Chad demanded a joint fishing patrol. Niger has offered forty rangers.",
        "Chad requested help with the fishing fleet. Niger said that it would send two boats for "
        "the fleet.",
        "Both Chad and Niger rejected Libyan complaints about fishing.",
        "Chad insists on a fishing season; Niger has asked for the same since 1996.",
        "Chad wants more fishing. Niger would not comment.",
        "Chad wants a fishing season. If Niger refused, nothing would come of it.",
        "Chad wants a fishing season. The idea was rejected by nobody in Niger.",
        "Chad and Niger both deny that fishing is in decline.",
    ],
)
def test_who_grants_or_wants_the_same_parts_from_nobody(text):
    assert not {row for row in parted(text) if row[1] >= {"TCD", "NER"}}


def test_what_is_left_open_is_between_the_sides_of_the_report():
    text = (
        "Chad and Niger met on Monday. Chad thanked Niger for its welcome.\n\n"
        "There was no agreement on fishing."
    )
    assert ("fisheries", frozenset({"TCD", "NER"})) in parted(text)


def test_a_sentence_with_a_colon_makes_no_interview_of_a_report():
    text = (
        "Chad said that one thing was clear: fishing had to go on.\n\n"
        "But mark this: Niger spoke at length about rain.\n\n"
        "It spoke of sand. It spoke of wind. Then Niger rejected a plan for a school.\n\n"
        "The day was hot.\n\nThe tea was not.\n\nNobody left early."
    )
    assert not parted(text)
