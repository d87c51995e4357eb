"""Agreements: what was settled in the Sources' words, how firmly, by whom announced, and when."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.composer.context import Context, plain
from briefing.composer.dates import day_or_none, when
from briefing.composer.lines import remark, teller
from briefing.composer.quoting import balanced, joined_sentences, negated_outside, shorten
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Agreement, AgreementKind, Citation
from briefing.model.ids import ActorId, IssueId
from briefing.model.source import Span

_MOST_ROWS = 20
_MOST_WORDS = 60
_WIDTHS = (0.22, 0.46, 0.17, 0.15)
_COLUMNS = ("when", "what", "kind", "who")
_FIRMEST_FIRST = (
    AgreementKind.SIGNED,
    AgreementKind.UNDERSTANDING,
    AgreementKind.ANNOUNCED,
    AgreementKind.PLANNED,
)


@dataclass(frozen=True, slots=True)
class _Settled:
    """An Agreement with its words and every Sentence that tells them.

    ``announcers`` has the Actor that announced it once a telling, None for the Source's own.
    """

    agreement: Agreement
    words: str
    citations: tuple[Citation, ...]
    date: dt.date | None
    announcers: tuple[ActorId | None, ...]


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
        settled = _Settled(
            agreement, words, citations, _date(context, agreement), (agreement.announced_by,)
        )
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
    announcers = tuple(dict.fromkeys(a for settled in ordered for a in settled.announcers))
    return replace(first, citations=citations, announcers=announcers)


def _words(context: Context, agreement: Agreement, citations: Iterable[Citation]) -> str:
    """Return the Agreement's text where the Source has it so, else its whole Sentences."""
    whole = joined_sentences(context, citations)
    text = " ".join(agreement.text.split())
    source = _told(context, agreement)
    if len(text.split()) >= _FRAGMENT and text in source and not _turned(context, agreement):
        before = "…" if text[:1].islower() else ""
        after = "" if text.endswith((".", "!", "?", "”", '"')) or f"{text}." in source else "…"
        whole = f"{before}{text}{after}"
    return balanced(shorten(whole, _MOST_WORDS))


_FRAGMENT = 5


def _told(context: Context, agreement: Agreement) -> str:
    """Return the stretch of the Source from the first Sentence cited to the last, on one line."""
    places = [context.place(Citation(agreement.source, s)) for s in agreement.sentences]
    start = min(place.sentence.start for place in places)
    end = max(place.sentence.end for place in places)
    return " ".join(context.sources[agreement.source].text[start:end].split())


def _turned(context: Context, agreement: Agreement) -> bool:
    """Tell whether a word outside the text turns its meaning ("did not agree to ...")."""
    source = context.sources[agreement.source]
    places = [context.place(Citation(agreement.source, s)) for s in agreement.sentences]
    first = min(place.sentence.start for place in places)
    start = source.text.find(agreement.text, first)
    span = Span(start, start + len(agreement.text)) if start >= 0 else Span(0, 0)
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
        (Strong(_when(context, agreement)),),
        (Text(settled.words), context.cite(settled.citations)),
        (Strong(kind), *number, *_claim(context, settled)),
        (Text(_who(context, settled)),),
    )


def _claim(context: Context, settled: _Settled) -> Inlines:
    """Return who tells it, where one Party alone does: its claim is no joint fact."""
    if not _is_one_sided(context, settled):
        return ()
    who = context.phrases.say("line.and").join(
        teller(context, actor) for actor in settled.announcers if actor is not None
    )
    return (Text(context.phrases.say("agreements.as_told_by", who=who)),)


def _is_one_sided(context: Context, settled: _Settled) -> bool:
    if None in settled.announcers:
        return False
    sides = {context.party_of(actor) for actor in settled.announcers if actor is not None}
    return len(sides) == 1 and None not in sides


def _who(context: Context, settled: _Settled) -> str:
    say = context.phrases.say
    agreement = settled.agreement
    parties = ", ".join(_names(context, agreement.parties)) or say("agreements.no_parties")
    told = [teller(context, actor) for actor in settled.announcers if actor is not None]
    if not told or _is_one_sided(context, settled):
        return parties
    return f"{parties}; {say('agreements.announced_by', who=say('line.and').join(told))}"


def _names(context: Context, actors: Iterable[ActorId]) -> list[str]:
    return sorted(context.name(actor) for actor in set(actors))


def _when(context: Context, agreement: Agreement) -> str:
    event = context.events.get(agreement.event) if agreement.event else None
    title = f"{plain(event.title)}, " if event else ""
    if event is not None and event.start is not None:
        words = f"{title}{when(context.phrases, event)}"
    else:
        date = day_or_none(context.phrases, context.sources[agreement.source].published)
        words = title + context.phrases.say("agreements.reported", when=date)
    return words[:1].upper() + words[1:]
