"""The shipped network reads what it was made for, the same each time, and names too."""

import pytest

from briefing import paths
from briefing.extraction.tagging import loading
from briefing.extraction.tagging.proposals import NameKind
from tests.extraction.reading import source

MODELS = paths.RESOURCES / "models"
TEXT = (
    "The river commission met in Astana on Tuesday.\n\n"
    "Kazakhstan’s water minister, Nurlan Abenov, said that the dam would be ready by March. "
    "“We have waited for ten years,” he told reporters.\n\n"
    "Kyrgyz officials fear that the money will not come.\n\nAccording to Aibek Sydykov, who heads "
    "the commission, the wall has not been paid for."
)


@pytest.fixture(scope="module")
def reading():
    assert loading.absence(MODELS) == ""
    return loading.tagger(MODELS).read(source(TEXT))


def told(reading):
    return [
        (
            TEXT[slice(*p.source)] if p.source else "",
            TEXT[slice(*p.cue)],
            [TEXT[slice(*span)] for span in p.content],
        )
        for p in reading.attributions
    ]


def test_said_and_held_and_according_to_are_found(reading):
    found = told(reading)
    assert any(who.startswith("Kazakhstan") and cue == "said" for who, cue, _ in found)
    assert any(who == "he" and "waited for ten years" in " ".join(c) for who, _, c in found)
    assert any(who == "Kyrgyz officials" and cue == "fear" for who, cue, _ in found)
    assert any("Sydykov" in who and "has not been paid for" in c[0] for who, _, c in found)


def test_what_attributes_nothing_is_left_alone(reading):
    assert all(p.cue.start > TEXT.index("Kazakhstan’s") for p in reading.attributions)


def test_persons_are_named(reading):
    people = {TEXT[slice(*n.span)] for n in reading.names if n.kind is NameKind.PERSON}
    assert {"Nurlan Abenov", "Aibek Sydykov"} <= people


def test_confidence_is_a_chance(reading):
    assert all(0 < p.confidence < 1 for p in reading.attributions)
    assert max(p.confidence for p in reading.attributions) > 0.8


def test_the_same_text_is_read_the_same(reading):
    assert loading.tagger(MODELS).read(source(TEXT)) == reading


def test_a_word_of_a_thousand_letters_and_an_endless_sentence_do_not_stop_it():
    text = "He said " + "x" * 1000 + " " + "and so on " * 600 + "to the end."
    assert isinstance(loading.tagger(MODELS).read(source(text)).attributions, tuple)


def test_nothing_is_read_from_a_mark():
    assert loading.tagger(MODELS).read(source("--")).attributions == ()
