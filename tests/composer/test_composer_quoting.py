"""Trimming: what is left stands in the Source, what was left out is marked."""

from dataclasses import replace

import pytest
from material import briefing, evidence
from material_statements import FISHING, MIREL, VESTRIA, statement

from briefing.composer.context import plain, prepare
from briefing.composer.dossier import select
from briefing.composer.quoting import (
    balanced,
    joined_sentences,
    shorten,
    statement_citations,
    statement_words,
)
from briefing.model.findings import Citation, Mode, Polarity
from briefing.model.ids import SentenceId, SourceId


@pytest.fixture
def context(phrases):
    choice = briefing()
    return prepare(select(evidence(), choice), choice, phrases)


def said(key, *content, cue="said", polarity=Polarity.NEUTRAL, mode=Mode.INDIRECT):
    return statement(
        "x", key, content, cue, polarity, speaker=MIREL, party=VESTRIA, issues=(FISHING,), mode=mode
    )


def test_quotation_marks_beside_the_content_are_kept_and_the_comma_dropped(context):
    words = statement_words(context, said("s1", "We want the fishing ban in the Sound lifted"))
    assert words == '"We want the fishing ban in the Sound lifted…"'
    full = said("s1", "We want the fishing ban in the Sound lifted before winter,")
    assert statement_words(context, full) == (
        '"We want the fishing ban in the Sound lifted before winter"'
    )


def test_pieces_are_joined_by_a_marked_omission(context):
    found = said("s1", "that Ostmark would keep the ban", "fish stocks recover")
    assert statement_words(context, found) == (
        "…that Ostmark would keep the ban […] fish stocks recover"
    )


def test_a_fragment_gives_way_to_the_whole_sentence(context):
    words = statement_words(context, said("s3", "will outlive this government"))
    assert words.startswith("The fishing ban will outlive this government, said Oren Pell")


def test_a_denial_outside_the_content_gives_way_to_the_whole_sentence(context):
    found = said("s2", "that Ostmark had shut the border in 2029", cue="denied")
    assert statement_words(context, found) == (
        "Tanner denied that Ostmark had shut the border in 2029."
    )


def test_content_over_two_sentences_cites_both(context):
    found = said("s1", '"Not one of our crews crossed the line. We kept every rule,"')
    assert [c.sentence for c in statement_citations(context, found)] == ["s1.3.1", "s1.3.2"]
    assert statement_words(context, found).endswith('We kept every rule"')


def test_no_content_gives_the_sentence_with_the_cue(context):
    found = said("s3", "Karsia supports a shared fishing zone in the Sound")
    bare = type(found.spans)((), found.spans.cue, ())
    assert statement_words(context, replace(found, spans=bare)).endswith("its ministry said.")


@pytest.mark.parametrize(
    ("words", "limit", "kept"),
    [
        ("one two three", 3, "one two three"),
        ("one two three four", 3, "one two three…"),
        ("one two three four, five six seven", 5, "one two three four…"),
        ("one, two three four five six seven", 5, "one, two three four five…"),
    ],
)
def test_shorten(words, limit, kept):
    assert shorten(words, limit) == kept


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ('"We go', '"We go"'),
        ('We go."', '"We go."'),
        ("“We go", "“We go”"),
        ("We go.” They left.", "“We go.” They left."),
        ('He said "we go', 'He said "we go"'),
        ('go," he said. Then', '"go," he said. Then'),
        ("no marks", "no marks"),
        ('"a" and "b"', '"a" and "b"'),
    ],
)
def test_balanced(words, whole):
    assert balanced(words) == whole


def test_sentences_apart_are_joined_by_a_marked_omission(context):
    cites = [Citation(SourceId("s1"), SentenceId(s)) for s in ("s1.1.2", "s1.1.0", "s1.1.1")]
    assert "[…]" not in joined_sentences(context, cites)
    assert joined_sentences(context, cites[:2]).count("[…]") == 1


@pytest.mark.parametrize(
    ("label", "shown"),
    [('The "Sound"', "The ‘Sound’"), ("“Sound”\nban", "‘Sound’ ban"), ('"A" («B»)', "‘A’ (‘B’)")],
)
def test_labels_leave_double_marks_to_the_sources(label, shown):
    assert plain(label) == shown
