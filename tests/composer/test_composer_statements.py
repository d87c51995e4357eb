"""Which Statements stand in a list, in which order, on which day."""

import datetime as dt
from dataclasses import replace

import pytest
from material import SUMMIT, briefing, evidence

from briefing.composer import statements as statements_module
from briefing.composer.context import prepare
from briefing.composer.dossier import select
from briefing.composer.statements import foremost, latest, statement_date, voices
from briefing.model.findings import EventStatus, Polarity, StatementSpans
from briefing.model.ids import StatementId
from briefing.model.source import Span


@pytest.fixture
def context(phrases):
    choice = briefing()
    return prepare(select(evidence(), choice), choice, phrases)


def test_the_same_words_in_two_sources_are_one_voice_with_both_cites(context):
    both = [context.statements[StatementId(s)] for s in ("t01", "t09")]
    (voice,) = voices(context, both)
    assert voice.statement.id == "t01"
    assert [c.source for c in voice.citations] == ["s1", "s4"]


def test_the_same_words_with_another_stance_stay_apart(context):
    first, second = (context.statements[StatementId(s)] for s in ("t01", "t09"))
    assert len(voices(context, [first, replace(second, polarity=Polarity.OFFERS)])) == 2


def test_what_is_repeated_inside_a_longer_statement_is_left_out(context):
    outer = context.statements[StatementId("t08")]
    (content,) = outer.spans.content
    part = StatementSpans((), outer.spans.cue, (content._replace(start=content.start + 7),))
    inner = replace(outer, id=StatementId("t08b"), spans=part, polarity=Polarity.NEUTRAL)
    assert [v.statement.id for v in voices(context, [inner, outer])] == ["t08"]
    other_stance = replace(inner, polarity=Polarity.DENIES)
    assert len(voices(context, [other_stance, outer])) == 2


def test_newest_first_and_undated_last(context):
    dates = [voice.date for voice in voices(context, context.evidence.statements)]
    known = [date for date in dates if date]
    assert known == sorted(known, reverse=True)
    assert dates[-1] is None
    assert dates.count(None) == 1


def test_the_surest_are_kept_when_the_list_is_cut(context):
    kept = foremost(voices(context, context.evidence.statements), 6)
    assert len(kept) == 6
    assert all(voice.statement.confidence > 0.5 for voice in kept)


def test_the_latest_prefers_one_that_takes_a_side(context):
    first = context.statements[StatementId("t01")]
    neutral = replace(
        context.statements[StatementId("t04")], polarity=Polarity.NEUTRAL, speaker=first.speaker
    )
    found = latest(voices(context, [first, neutral]))
    assert found is not None
    assert found.statement.id == "t01"
    assert latest(()) is None


@pytest.mark.parametrize("status", [EventStatus.ANNOUNCED, EventStatus.CANCELLED])
def test_an_event_that_was_not_held_is_not_the_day_it_was_said(context, phrases, status):
    statement = context.statements[StatementId("t01")]
    assert statement_date(context, statement) == (dt.date(2031, 5, 4), "4 May 2031")
    material = evidence()
    events = tuple(replace(e, status=status) if e.id == SUMMIT else e for e in material.events)
    choice = briefing()
    later = prepare(select(replace(material, events=events), choice), choice, phrases)
    assert statement_date(later, statement) == (dt.date(2031, 5, 5), "5 May 2031")


def test_only_statements_that_overlap_are_compared(context, monkeypatch):
    compared = []
    kept = statements_module._repeats
    monkeypatch.setattr(
        statements_module,
        "_repeats",
        lambda inner, outer: compared.append(inner.id) or kept(inner, outer),
    )
    first = context.statements[StatementId("t01")]
    (content,) = first.spans.content
    many = [
        replace(
            first,
            id=StatementId(f"n{n:03}"),
            spans=StatementSpans((), (), (Span(content.start + n, content.start + n + 1),)),
        )
        for n in range(50)
    ]
    voices(context, many)
    assert len(compared) <= 2 * len(many), "each is compared with itself, and not with all"
