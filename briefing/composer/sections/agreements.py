"""Agreements: what was settled in the Sources' words, how firmly, by whom announced, and when."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.composer.context import Context, plain
from briefing.composer.dates import day_or_none, when
from briefing.composer.lines import remark
from briefing.composer.quoting import balanced, joined_sentences, negated_outside, shorten
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Agreement, AgreementKind, Citation
from briefing.model.ids import ActorId, IssueId
from briefing.model.source import Span

_MOST_ROWS = 20
_MOST_WORDS = 60
_WIDTHS = (0.46, 0.16, 0.20, 0.18)
_COLUMNS = ("what", "kind", "who", "when")
_FIRMEST_FIRST = (
    AgreementKind.SIGNED,
    AgreementKind.UNDERSTANDING,
    AgreementKind.ANNOUNCED,
    AgreementKind.PLANNED,
)


@dataclass(frozen=True, slots=True)
class _Settled:
    """An Agreement with its words and every Sentence that tells them."""

    agreement: Agreement
    words: str
    citations: tuple[Citation, ...]
    date: dt.date | None


def agreements(context: Context) -> tuple[Block, ...]:
    """Return a table of all Agreements in the Dossier and a Remark with their numbers."""
    found = _settled(context, context.evidence.agreements)
    if not found:
        return (remark(context.phrases.say("agreements.none")),)
    return _table(context, found)


def of_issue(context: Context, issue: IssueId) -> tuple[Block, ...]:
    """Return a table of the Agreements on one Issue; nothing when there is none."""
    on_it = [a for a in context.evidence.agreements if issue in a.issues]
    found = _settled(context, on_it)
    return _table(context, found) if found else ()


def elsewhere(context: Context) -> tuple[Block, ...]:
    """Return a table of the Agreements on none of the Issues shown; nothing when there is none."""
    shown = {issue.id for issue in context.issues}
    other = [a for a in context.evidence.agreements if shown.isdisjoint(a.issues)]
    found = _settled(context, other)
    return _table(context, found) if found else ()


def _table(context: Context, found: Sequence[_Settled]) -> tuple[Block, ...]:
    phrases = context.phrases
    head = tuple((Text(phrases.say(f"agreements.{column}")),) for column in _COLUMNS)
    shown = found[:_MOST_ROWS]
    table = Table(head, tuple(_row(context, settled) for settled in shown), _WIDTHS)
    numbers = [
        phrases.say("agreements.number", count=count, kind=phrases.say(f"agreement.{kind}"))
        for kind in _FIRMEST_FIRST
        if (count := sum(settled.agreement.kind is kind for settled in found))
    ]
    total = remark(phrases.say("agreements.numbers", numbers="; ".join(numbers)))
    if len(found) > len(shown):
        return (table, total, remark(phrases.count("agreements.more", len(found) - len(shown))))
    return (table, total)


def _settled(context: Context, every: Iterable[Agreement]) -> list[_Settled]:
    """Return Agreements firmest first, then newest; those of the same words and kind made one."""
    same: dict[tuple[str, AgreementKind], list[_Settled]] = {}
    for agreement in sorted(every, key=lambda agreement: agreement.id):
        citations = tuple(Citation(agreement.source, s) for s in agreement.sentences)
        words = _words(context, agreement, citations)
        letters = "".join(letter for letter in words.casefold() if letter.isalnum())
        settled = _Settled(agreement, words, citations, _date(context, agreement))
        same.setdefault((letters, agreement.kind), []).append(settled)
    merged = [_merged(context, group) for group in same.values()]
    return sorted(
        merged,
        key=lambda s: (
            _FIRMEST_FIRST.index(s.agreement.kind),
            -(s.date or dt.date.min).toordinal(),
            s.agreement.id,
        ),
    )


def _merged(context: Context, group: Sequence[_Settled]) -> _Settled:
    def earliest(settled: _Settled) -> tuple[dt.date, str]:
        published = context.sources[settled.agreement.source].published
        return (published or dt.date.max, settled.agreement.id)

    ordered = sorted(group, key=earliest)
    citations = tuple(dict.fromkeys(c for settled in ordered for c in settled.citations))
    first = ordered[0]
    return _Settled(first.agreement, first.words, citations, first.date)


def _words(context: Context, agreement: Agreement, citations: Iterable[Citation]) -> str:
    """Return the Agreement's text where the Source has it so, else its whole Sentences."""
    whole = joined_sentences(context, citations)
    text = " ".join(agreement.text.split())
    source = " ".join(context.sources[agreement.source].text.split())
    if len(text.split()) >= _FRAGMENT and text in source and not _turned(context, agreement):
        before = "…" if text[:1].islower() else ""
        after = "" if text.endswith((".", "!", "?", "”", '"')) or f"{text}." in source else "…"
        whole = f"{before}{text}{after}"
    return balanced(shorten(whole, _MOST_WORDS))


_FRAGMENT = 5


def _turned(context: Context, agreement: Agreement) -> bool:
    """Tell whether a word outside the text turns its meaning ("did not agree to ...")."""
    source = context.sources[agreement.source]
    start = source.text.find(agreement.text)
    span = Span(start, start + len(agreement.text)) if start >= 0 else Span(0, 0)
    places = [context.place(Citation(agreement.source, s)) for s in agreement.sentences]
    return any(negated_outside(context, place, [span]) for place in places)


def _date(context: Context, agreement: Agreement) -> dt.date | None:
    event = context.events.get(agreement.event) if agreement.event else None
    if event is not None and event.start is not None:
        return event.start
    return context.sources[agreement.source].published


def _row(context: Context, settled: _Settled) -> tuple[Inlines, ...]:
    agreement = settled.agreement
    say = context.phrases.say
    kind = say(f"agreement.{agreement.kind}")
    number: Inlines = ()
    if agreement.count is not None:
        number = (Text(context.phrases.count("agreements.counted", agreement.count)),)
    return (
        (Text(settled.words), context.cite(settled.citations)),
        (Strong(kind), *number),
        (Text(_who(context, agreement)),),
        (Text(_when(context, agreement)),),
    )


def _who(context: Context, agreement: Agreement) -> str:
    say = context.phrases.say
    parties = ", ".join(_names(context, agreement.parties)) or say("agreements.no_parties")
    if agreement.announced_by is None:
        return parties
    announced = say("agreements.announced_by", who=context.name(agreement.announced_by))
    return f"{parties}; {announced}"


def _names(context: Context, actors: Iterable[ActorId]) -> list[str]:
    return sorted(context.name(actor) for actor in set(actors))


def _when(context: Context, agreement: Agreement) -> str:
    event = context.events.get(agreement.event) if agreement.event else None
    if event is not None and event.start is not None:
        return f"{plain(event.title)}, {when(context.phrases, event)}"
    date = day_or_none(context.phrases, context.sources[agreement.source].published)
    reported = context.phrases.say("agreements.reported", when=date)
    return f"{plain(event.title)}, {reported}" if event else reported
