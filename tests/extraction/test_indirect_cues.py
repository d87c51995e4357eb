"""Speakers whose cue is no verb of theirs: owners, agents of a passive, who is quoted."""

import pytest

from briefing.model.findings import Act, Polarity
from tests.extraction.reading import only, said

CASES = [
    # text, speaker, cue, content, polarity
    (
        "Egypt's claim that the dam is unsafe drew anger in Addis Ababa.",
        "Egypt", "claim", "the dam is unsafe", Polarity.NEUTRAL,
    ),
    (
        "Nobody in Lima heard Chile's call for a new treaty.",
        "Chile", "call for", "a new treaty", Polarity.DEMANDS,
    ),
    (
        "Kenya was accused by Somalia of arming the rebels.",
        "Somalia", "was accused by", "of arming the rebels", Polarity.OPPOSES,
    ),
    ("The plan was rejected by Egypt.", "Egypt", "was rejected by", "The plan", Polarity.OPPOSES),
    (
        "Sergey Lavrov was quoted as saying that the deal was dead.",
        "Sergey Lavrov", "was quoted as saying", "the deal was dead", Polarity.NEUTRAL,
    ),
    (
        "Interfax quoted Sergey Lavrov as saying that the deal was dead.",
        "Sergey Lavrov", "as saying", "the deal was dead", Polarity.NEUTRAL,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker", "cue", "content", "polarity"), CASES)
def test_speaker_and_content(text, speaker, cue, content, polarity):
    found = only(text)
    assert (found.speaker_text, found.cue, found.content, found.polarity) == (
        speaker,
        cue,
        content,
        polarity,
    )


def test_adjective_behind_be_is_a_view():
    found = only("Norway is confident that the talks will succeed.")
    assert (found.act, found.polarity, found.cue) == (Act.HELD, Polarity.SUPPORTS, "is confident")
    assert only("Japan is not willing to sign the treaty.").polarity is Polarity.OPPOSES


def test_noun_inside_what_somebody_says_is_theirs():
    assert [s.speaker_text for s in said("Peru said that Chile's call for a treaty was late.")] == [
        "Peru"
    ]


@pytest.mark.parametrize(
    "text", ["The claim that the dam is unsafe is old.", "The bridge was built by Egypt."]
)
def test_no_owner_and_no_word_of_saying_is_no_statement(text):
    assert said(text) == []
