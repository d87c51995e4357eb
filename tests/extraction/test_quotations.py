"""Which stretches stand in quotation marks, also where the marks are broken."""

import pytest

from briefing.extraction.saying.quotations import quotations
from tests.extraction.reading import source

CASES = [
    ("Peru said: “We agree.” Chile was silent.", ["We agree."]),
    ('Peru said: "We agree." Chile said: "So do we."', ["We agree.", "So do we."]),
    ("Peru spoke of ''a new start'' on Monday.", ["a new start"]),
    ("Peru said: «We agree.»", ["We agree."]),
    ("Peru said: “We agree. “We sign.” Chile was silent.", ["We agree. ", "We sign."]),
    ("Nobody said anything” in Lima.", []),
    ("Nobody said “” in Lima.", []),
    (
        "Peru said: ‘We didn’t agree to the ministers’ text.’ So it was.",
        ["We didn’t agree to the ministers’ text."],
    ),
    ("'We agree,' Peru's minister said.", ["We agree,"]),
    ("Peru spoke of the ministers’ text and Chile’s view.", []),
    ("Peru said: “We call it ‘a start.’”", ["We call it ‘a start.’"]),
    ("„Wir einigen uns“, Peru said.", ["Wir einigen uns"]),
    ("»We agree,« Peru said.", ["We agree,"]),
    ("Peru said 「we agree」 in Lima.", ["we agree"]),
    ("''They say, 'We agree,''' Peru said.", ["They say, 'We agree,"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text, expected):
    assert [text[s.start : s.end] for s in quotations(source(text)).spans] == expected


def test_mark_left_open_ends_with_its_passage():
    text = "“We agree, Peru said.\n\nChile was silent."
    (span,) = quotations(source(text)).spans
    assert text[span.start : span.end] == "We agree, Peru said."


def test_inside_is_without_the_marks_and_at_is_with_them():
    text = "Peru said: “We agree.” Chile left."
    found = quotations(source(text))
    (span,) = found.spans
    assert [found.inside(at) for at in (span.start - 1, span.start, span.end - 1, span.end)] == [
        False, True, True, False,
    ]  # fmt: skip
    assert [found.at(at) for at in (span.start - 1, span.end)] == [span, span]
    assert found.at(span.end + 3) is None


def test_before_gives_the_quotation_that_ends_right_before_a_sentence_of_the_same_passage():
    text = "“Why?” Peru asked.\n\n“Why?”\n\nPeru asked."
    found = quotations(source(text))
    assert found.before(text.index("Peru")) == found.spans[0]
    assert found.before(text.rindex("Peru")) is None
    assert found.before(0) is None


def test_within_gives_what_touches_a_stretch():
    text = "“One” and “two” and “three”"
    found = quotations(source(text))
    stretch = found.within(text.index("and"), text.index("three"))
    assert [text[s.start : s.end] for s in stretch] == ["two"]
