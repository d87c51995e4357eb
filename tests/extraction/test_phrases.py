"""Noun phrases around a verb: subjects with and without asides, inverted speakers."""

import pytest

from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import tokenise
from tests.extraction.reading import given

SUBJECTS = [
    # text, verb, subject with its aside, head
    ("Peru said that it would sign.", "said", "Peru", "Peru"),
    (
        "On Monday the Chilean minister said no.",
        "said",
        "the Chilean minister",
        "the Chilean minister",
    ),
    (
        "Kari Brekke, the Norwegian envoy, said no.",
        "said",
        "Kari Brekke, the Norwegian envoy",
        "Kari Brekke",
    ),
    ("Kari Brekke (48) said no.", "said", "Kari Brekke (48", "Kari Brekke"),
    ("Kenya and Somalia said no.", "said", "Kenya and Somalia", "Kenya and Somalia"),
    ("It was late, but Kenya has never said no.", "said", "Kenya", "Kenya"),
    (
        "The envoy of Chile, which said no, left.",
        "said",
        "The envoy of Chile",
        "The envoy of Chile",
    ),
]


def phrases_of(text):
    tokens = tokenise(text)
    return tokens, Phrases(tokens, given().grammar)


def worded(text, tokens, first, last):
    return text[tokens[first].start : tokens[last - 1].end]


@pytest.mark.parametrize(("text", "verb", "whole", "head"), SUBJECTS)
def test_subject(text, verb, whole, head):
    tokens, phrases = phrases_of(text)
    at = next(i for i, t in enumerate(tokens) if t.text == verb)
    found = phrases.subject(at)
    assert found is not None
    assert worded(text, tokens, found.start, found.end) == whole
    assert worded(text, tokens, found.start, found.head_end) == head


@pytest.mark.parametrize("text", ["Needed to say no.", "said", "of said", ", said"])
def test_no_subject(text):
    tokens, phrases = phrases_of(text)
    at = next(i for i, t in enumerate(tokens) if t.lower in {"said", "say"})
    assert phrases.subject(at) is None


INVERTED = [
    ("“No,” said Kari Brekke, the Norwegian envoy.", "Kari Brekke, the Norwegian envoy", 2),
    ("“No,” said the envoy of Chile on Monday.", "the envoy of Chile", 4),
    ("“No,” said she.", "she", 1),
]


@pytest.mark.parametrize(("text", "whole", "head_words"), INVERTED)
def test_inverted(text, whole, head_words):
    tokens, phrases = phrases_of(text)
    found = phrases.inverted(next(i for i, t in enumerate(tokens) if t.text == "said"))
    assert found is not None
    assert worded(text, tokens, found.start, found.end) == whole
    assert found.head_end - found.start == head_words


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Peru has not said so", True),
        ("Peru hasn't said so", True),
        ("Peru has at no time said so", True),
        ("Peru has often said so", False),
    ],
)
def test_negation_between_subject_and_verb(text, negated):
    tokens, phrases = phrases_of(text)
    at = next(i for i, t in enumerate(tokens) if t.text == "said")
    assert phrases.before(at)[1] is negated
