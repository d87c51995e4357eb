"""Quotations that no listed verb claims, read by their place in the sentence."""

import pytest

from tests.extraction.reading import said

CASES = [
    ("Norway's foreign minister shot back: “That would be a mistake.”", "shot back"),
    ("“That would be a mistake,” Norway's foreign minister parried.", "parried"),
    ("“That would be a mistake,” parried Norway's foreign minister.", "parried"),
    ("As Norway's foreign minister put it, “That would be a mistake.”", "put it"),
]


@pytest.mark.parametrize(("text", "cue"), CASES)
def test_speaker_by_place(text, cue):
    (only,) = said(text)
    assert (only.speaker_text, only.cue) == ("Norway's foreign minister", cue)
    assert only.content.strip("“”,. ") == "That would be a mistake"


@pytest.mark.parametrize(
    "text",
    [
        "The film, entitled “The Long Way To The River,” opened in Oslo.",
        "The so-called “green line” divides the town.",
        "The ship, named “The Pride of Oslo,” sailed for Bergen.",
    ],
)
def test_titles_and_scare_quotes_are_no_speech(text):
    assert said(text) == []
