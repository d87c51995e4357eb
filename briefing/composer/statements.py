"""Statements ready for print: tellings of the same words made one, dated, ranked and in order."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.composer import dates
from briefing.composer.context import Context
from briefing.composer.quoting import is_whole, statement_citations, statement_words
from briefing.model.findings import (
    Citation,
    EventStatus,
    Polarity,
    Precision,
    Statement,
)

# A rule that is less sure than this is right less often than wrong: the reader is told to check.
UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class Voice:
    """A Statement with its words, every Sentence that tells it, and its date with the wording."""

    statement: Statement
    words: str
    citations: tuple[Citation, ...]
    date: dt.date | None
    when: str


def voices(context: Context, statements: Iterable[Statement]) -> tuple[Voice, ...]:
    """Return the Statements newest first, undated last, those of the same words made one."""
    same: dict[tuple[object, ...], list[Statement]] = {}
    for statement in _unnested(statements):
        same.setdefault(_sameness(context, statement), []).append(statement)
    return newest_first(_voice(context, group) for group in same.values())


def newest_first(found: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return Voices newest first, undated last, the surest first on one day."""
    return tuple(
        sorted(
            found,
            key=lambda v: (
                -v.date.toordinal() if v.date else 0,
                -v.statement.confidence,
                v.statement.id,
            ),
        )
    )


def foremost(found: Sequence[Voice], limit: int) -> tuple[Voice, ...]:
    """Return at most ``limit`` Voices, the surest and then the newest, again newest first."""
    ranked = sorted(found, key=lambda v: -round(v.statement.confidence, 1))
    return newest_first(ranked[:limit])


def latest(found: Sequence[Voice]) -> Voice | None:
    """Return the newest Voice that takes a side; where none does, the newest; sure ones first."""
    sure = [v for v in found if v.statement.confidence >= UNSURE] or list(found)
    taking_sides = [v for v in sure if v.statement.polarity is not Polarity.NEUTRAL]
    ordered = newest_first(taking_sides or sure)
    return ordered[0] if ordered else None


def statement_date(context: Context, statement: Statement) -> tuple[dt.date | None, str]:
    """Return the day a Statement was made, and its wording: the Event's, else the Source's.

    An Event only announced, or one that starts after the Source was published, is what the
    Statement is about and not when it was made.
    """
    published = context.sources[statement.source].published
    event = context.events.get(statement.event) if statement.event else None
    if (
        event is not None
        and event.start is not None
        and event.status is not EventStatus.ANNOUNCED
        and event.precision is not Precision.UNKNOWN
        and (published is None or event.start <= published)
    ):
        return event.start, dates.when(context.phrases, event)
    return published, dates.day_or_none(context.phrases, published)


def _voice(context: Context, group: Sequence[Statement]) -> Voice:
    ranked = sorted(group, key=lambda s: (-s.confidence, _published(context, s), s.id))
    best = ranked[0]
    date, worded = statement_date(context, best)
    citations = dict.fromkeys(c for s in ranked for c in statement_citations(context, s))
    return Voice(best, statement_words(context, best), tuple(citations), date, worded)


def _sameness(context: Context, statement: Statement) -> tuple[object, ...]:
    words = statement_words(context, statement).casefold()
    letters = "".join(letter for letter in words if letter.isalnum())
    # A whole Sentence printed twice says nothing more the second time, whatever its two cues do.
    stance = None if is_whole(context, statement) else statement.polarity
    return (_who(statement), statement.party, stance, statement.commentary, letters)


def _published(context: Context, statement: Statement) -> dt.date:
    return context.sources[statement.source].published or dt.date.max


def _unnested(statements: Iterable[Statement]) -> list[Statement]:
    """Leave out what is repeated word for word inside a longer Statement of the same speaker."""
    every = sorted(statements, key=lambda s: s.id)
    return [s for s in every if not any(_repeats(s, other) for other in every)]


def _repeats(inner: Statement, outer: Statement) -> bool:
    if inner.id == outer.id or inner.source != outer.source or _who(inner) != _who(outer):
        return False
    if inner.polarity not in {Polarity.NEUTRAL, outer.polarity}:
        return False
    if (inner.party, inner.commentary) != (outer.party, outer.commentary):
        return False
    within = bool(inner.spans.content) and all(
        any(o.start <= i.start and i.end <= o.end for o in outer.spans.content)
        for i in inner.spans.content
    )
    same = inner.spans.content == outer.spans.content
    return within and (not same or _rank(outer) < _rank(inner))


def _who(statement: Statement) -> str:
    return statement.speaker or statement.speaker_text.casefold()


def _rank(statement: Statement) -> tuple[object, ...]:
    return (statement.polarity is Polarity.NEUTRAL, -statement.confidence, statement.id)
