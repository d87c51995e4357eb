"""Background as dated entries: the chosen Events and those related to them, in order of time."""

import datetime as dt
from collections.abc import Sequence

from briefing.composer.context import Context, plain
from briefing.composer.dates import when
from briefing.composer.lines import names_actor, remark
from briefing.composer.quoting import balanced, sentence_words, shorten
from briefing.document.blocks import Block, Chronology, ChronologyEntry
from briefing.document.inlines import Emphasis, Inlines, Strong, Text
from briefing.model.findings import Citation, Event, EventStatus
from briefing.model.source import PassageKind, Source, SourceKind

_MOST_EVENTS = 20
_MOST_WORDS = 60
# A telling shorter than this is a headline or a caption; a longer one tells other things too.
_GOOD_LENGTH = range(8, 46)
_NUMBERED_TELLINGS = 3


def background(context: Context) -> tuple[Block, ...]:
    """Return a Chronology of at most 20 Events, the chosen ones always among them."""
    events = _shown(context)
    if not events:
        return (remark(context.phrases.say("background.none")),)
    entries = tuple(_entry(context, event) for event in events)
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
    """Return chosen Events, then the most told and newest of the related, in order of time."""
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
    kept = ranked[: max(_MOST_EVENTS, len(chosen))]
    return sorted(kept, key=lambda e: (e.start is None, e.start or dt.date.max, _end(e), e.id))


def _end(event: Event) -> dt.date:
    return event.end or event.start or dt.date.max


def _entry(context: Context, event: Event) -> ChronologyEntry:
    every = tellings(context, event)
    words = balanced(shorten(sentence_words(context, every[0]), _MOST_WORDS))
    status: Inlines = ()
    if event.status is EventStatus.ANNOUNCED:
        status = (Text(" "), Emphasis(context.phrases.say("mark.announced")))
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
    if event.status is EventStatus.ANNOUNCED or source.published is None or event.start is None:
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
