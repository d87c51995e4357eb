"""Where clauses begin and end, and what touches a quotation."""

import pytest

from briefing.extraction.saying.clauses import Clauses
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.saying.quotations import quotations
from briefing.extraction.tokens import tokenise
from tests.extraction.reading import given, source


def clauses_of(text):
    tokens, words = tokenise(text), given().grammar
    return tokens, Clauses(tokens, quotations(source(text)), words, Phrases(tokens, words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the talks were long", True),
        ("the talks ended in Rome", True),
        ("the long talks", False),
        ("to talk is good", False),
        ("the talks; they were long", False),
        ("“they were long”", True),
    ],
)
def test_clause_opens(text, expected):
    assert clauses_of(text)[1].opens(0) is expected


def test_clause_ends_before_another_cue_and_its_joint():
    text = "the talks failed, and Chile added that nobody spoke"
    tokens, clauses = clauses_of(text)
    chile = next(i for i, t in enumerate(tokens) if t.text == "Chile")
    clauses.bounds = ((chile, chile + 1),)
    assert tokens[clauses.end(0) - 1].text == "failed"
    clauses.bounds = ()
    assert clauses.end(0) == len(tokens)


def test_clause_ends_before_according_to():
    tokens, clauses = clauses_of("the talks failed according to Chile")
    assert tokens[clauses.end(0) - 1].text == "failed"


def test_span_is_without_outer_marks_and_takes_a_touched_quotation_whole():
    text = "talks “of a new kind.” Then,"
    tokens, clauses = clauses_of(text)
    (span,) = clauses.spans(0, 4)
    assert text[span.start : span.end] == "talks “of a new kind."
    (span,) = clauses.spans(len(tokens) - 2, len(tokens))
    assert text[span.start : span.end] == "Then"
    assert clauses.spans(len(tokens) - 1, len(tokens)) == ()
