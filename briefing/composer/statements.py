"""Statements ready for print: tellings of the same words made one, dated, ranked and in order."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

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
from briefing.model.source import Span

# A rule that is less sure than this is right less often than wrong: the reader is told to check.
UNSURE = 0.5
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """A Statement with its words, every Sentence that tells it, and its date with the wording.

    ``others`` are the Statements of further speakers to whom the same words are given.
    """

    statement: Statement
    words: str
    citations: tuple[Citation, ...]
    date: dt.date | None
    when: str
    others: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The Statement of each speaker, the first one first."""
        return (self.statement, *self.others)


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


def together(context: Context, found: Iterable[Voice]) -> tuple[Voice, ...]:
    """Return the Voices with those made one that give the same words to several speakers.

    A Sentence in which both sides speak is printed once with both names. Where the content alone is
    printed, stance and cue stand before it and must be the same as well.
    """
    same: dict[tuple[object, ...], list[Voice]] = {}
    for voice in found:
        statement = voice.statement
        whole = is_whole(context, statement)
        how = None if whole else (statement.polarity, statement.act, statement.cue.casefold())
        key = (_letters(voice.words), voice.when, statement.commentary, how)
        same.setdefault(key, []).append(voice)
    return tuple(_joint(group) for group in same.values())


def _joint(group: Sequence[Voice]) -> Voice:
    """Return one Voice of all; a speaker that the words are given to twice is named once."""
    first = group[0]
    speakers = {_who(voice.statement): voice.statement for voice in reversed(group)}
    del speakers[_who(first.statement)]
    others = tuple(sorted(speakers.values(), key=lambda s: (s.party or "", s.id)))
    citations = dict.fromkeys(c for voice in group for c in voice.citations)
    return replace(first, citations=tuple(citations), others=others)


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
        and event.status not in {EventStatus.ANNOUNCED, EventStatus.CANCELLED}
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
    letters = _letters(statement_words(context, statement))
    # A whole Sentence printed twice says nothing more the second time, whatever its two cues do.
    stance = None if is_whole(context, statement) else statement.polarity
    return (_who(statement), statement.party, stance, statement.commentary, letters)


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words.casefold())


def _published(context: Context, statement: Statement) -> dt.date:
    return context.sources[statement.source].published or dt.date.max


def _unnested(statements: Iterable[Statement]) -> list[Statement]:
    """Leave out what is repeated word for word inside a longer Statement of the same speaker."""
    every = sorted(statements, key=lambda s: s.id)
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for s in every:
        alike.setdefault((s.source, _who(s), s.party, s.commentary), []).append(s)
    nested = {s.id for group in alike.values() for s in _nested(group)}
    return [s for s in every if s.id not in nested]


def _nested(group: Iterable[Statement]) -> Iterator[Statement]:
    """Yield what is repeated, walking through the text so that only what overlaps is compared."""
    pieces = sorted(
        ((span, s) for s in group for span in s.spans.content),
        key=lambda piece: (piece[0].start, piece[1].id),
    )
    around: list[tuple[Span, Statement]] = []
    for start, begun in groupby(pieces, key=lambda piece: piece[0].start):
        fresh = list(begun)
        around = [piece for piece in around if piece[0].end > start] + fresh
        yield from (s for _, s in fresh if any(_repeats(s, outer) for _, outer in around))


def _repeats(inner: Statement, outer: Statement) -> bool:
    """Tell whether of two Statements of one speaker in one Source the outer holds the inner."""
    if inner.id == outer.id or inner.polarity not in {Polarity.NEUTRAL, outer.polarity}:
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
