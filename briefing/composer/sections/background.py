"""Background as dated entries: chosen and related Events, and what the sides did, by time."""

import datetime as dt
from collections.abc import Sequence

from briefing.composer.context import Context, plain
from briefing.composer.dates import when
from briefing.composer.lines import names_actor, remark
from briefing.composer.quoting import balanced, sentence_words, shorten
from briefing.document.blocks import Block, Chronology, ChronologyEntry
from briefing.document.inlines import Emphasis, Inlines, Strong, Text
from briefing.model.facts import Fact, FactKind
from briefing.model.findings import Citation, Event, EventStatus
from briefing.model.source import PassageKind, Source, SourceKind

_MOST_EVENTS = 20
_MOST_WORDS = 60
# A telling shorter than this is a headline or a caption; a longer one tells other things too.
_GOOD_LENGTH = range(8, 46)
_NUMBERED_TELLINGS = 3
# Of what one Party did to or with another so many are shown, and only what is read surely: words
# between them are for other Sections.
_MOST_DEEDS = 10
_SURE = 0.7
_DEEDS = frozenset({
    FactKind.AGREE, FactKind.CONSULT, FactKind.COOPERATE, FactKind.AID, FactKind.RETREAT,
    FactKind.THREATEN, FactKind.SANCTION, FactKind.COERCE, FactKind.MOBILIZE, FactKind.ASSAULT,
    FactKind.FIGHT,
})  # fmt: skip


def background(context: Context) -> tuple[Block, ...]:
    """Return a Chronology of at most 20 Events, the chosen ones always among them, and 10 Facts."""
    events = _shown(context)
    rows = [(_time(e), _entry(context, e)) for e in events]
    rows += [(_time(f), _deed(context, f)) for f in _deeds(context)]
    if not rows:
        return (remark(context.phrases.say("background.none")),)
    entries = tuple(entry for _, entry in sorted(rows, key=lambda row: row[0]))
    left_out = len([e for e in context.evidence.events if e.sources]) - len(events)
    if left_out > 0:
        more = remark(context.phrases.count("background.more", left_out))
        return (Chronology(entries), more)
    return (Chronology(entries),)


def tellings(context: Context, event: Event) -> tuple[Citation, ...]:
    """Return every Sentence that tells the Event, the best first.

    Best is body text, written after the Event, of good length, that supposes nothing ("should they
    meet") and names the place and most of those who took part; then the earliest.
    """
    return tuple(
        sorted(set(event.sources), key=lambda citation: _quality(context, event, citation))
    )


def _shown(context: Context) -> Sequence[Event]:
    """Return chosen Events, then the most told and newest of the related."""
    chosen = {event.id for event in context.chosen}
    told = [event for event in context.evidence.events if event.sources]
    ranked = sorted(
        told,
        key=lambda event: (
            event.id not in chosen,
            -len({citation.source for citation in event.sources}),
            -(event.start or dt.date.min).toordinal(),
            event.id,
        ),
    )
    return ranked[: max(_MOST_EVENTS, len(chosen))]


def _time(told: Event | Fact) -> tuple[bool, dt.date, dt.date, str]:
    start = told.start or dt.date.max
    return (told.start is None, start, told.end or start, told.id)


def _deeds(context: Context) -> Sequence[Fact]:
    """Return the surest Facts that no Event and no Agreement tells: one a Sentence, one a day."""
    evidence = context.evidence
    told = {citation for event in evidence.events for citation in event.sources}
    told |= {Citation(a.source, s) for a in evidence.agreements for s in a.sentences}
    kept: dict[object, Fact] = {}
    for fact in sorted(evidence.facts, key=lambda f: (-f.confidence, f.id)):
        citation = Citation(fact.source, fact.sentence)
        sides = frozenset((*fact.actors, *fact.targets))
        if fact.kind in _DEEDS and citation not in told and _is_plain(context, fact, citation):
            told.add(citation)
            kept.setdefault((fact.start, fact.end, fact.kind, sides), fact)
    return tuple(kept.values())[:_MOST_DEEDS]


def _is_plain(context: Context, fact: Fact, citation: Citation) -> bool:
    """Tell whether a Fact is sure and its Sentence is one of the text, of good length."""
    place = context.place(citation)
    words = place.source.text[place.sentence.start : place.sentence.end].split()
    body = place.passage.kind is PassageKind.BODY
    return fact.confidence >= _SURE and body and len(words) in _GOOD_LENGTH


def _deed(context: Context, fact: Fact) -> ChronologyEntry:
    citation = Citation(fact.source, fact.sentence)
    words = balanced(shorten(sentence_words(context, citation), _MOST_WORDS))
    return ChronologyEntry(when(context.phrases, fact), (Text(words), context.cite([citation])))


def _entry(context: Context, event: Event) -> ChronologyEntry:
    every = tellings(context, event)
    words = balanced(shorten(sentence_words(context, every[0]), _MOST_WORDS))
    status: Inlines = ()
    if event.status is EventStatus.ANNOUNCED:
        status = (Text(" "), Emphasis(context.phrases.say("mark.announced")))
    elif event.status is EventStatus.CANCELLED:
        status = (Text(" "), Emphasis(context.phrases.say("mark.cancelled")))
    title = _title(event)
    inlines: Inlines = (
        Strong(title),
        *status,
        Text(context.phrases.say("background.colon")),
        Text(words),
        context.cite(every[:1]),
        *_others(context, every),
    )
    return ChronologyEntry(when(context.phrases, event), inlines)


def _title(event: Event) -> str:
    title = plain(event.title)
    return title[:1].upper() + title[1:]


def _others(context: Context, every: Sequence[Citation]) -> Inlines:
    """Cite the other tellings: three in all, then one a Source that is not cited yet."""
    near = list(every[1:_NUMBERED_TELLINGS])
    seen = {citation.source for citation in every[:_NUMBERED_TELLINGS]}
    for citation in every[_NUMBERED_TELLINGS:]:
        if citation.source not in seen:
            seen.add(citation.source)
            near.append(citation)
    if not near:
        return ()
    return (Text(context.phrases.say("background.also")), context.cite(near))


def _foretells(source: Source, event: Event) -> bool:
    """Tell whether a Source was out before an Event that did take place."""
    if source.published is None or event.start is None:
        return False
    if event.status in {EventStatus.ANNOUNCED, EventStatus.CANCELLED}:
        return False
    return source.published < event.start


def _quality(context: Context, event: Event, citation: Citation) -> tuple[object, ...]:
    place = context.place(citation)
    text = place.source.text[place.sentence.start : place.sentence.end]
    supposing = set(context.phrases.say("background.supposing_words").split())
    people = [context.actors[actor] for actor in event.participants if actor in context.actors]
    return (
        place.source.kind is SourceKind.COMMENTARY,
        _foretells(place.source, event),
        place.passage.kind is not PassageKind.BODY,
        len(text.split()) not in _GOOD_LENGTH,
        not supposing.isdisjoint(text.casefold().split()),
        -sum((*(names_actor(text, actor) for actor in people), (event.place or "\n") in text)),
        place.source.published or dt.date.max,
        place.source.id,
        place.sentence.start,
    )
