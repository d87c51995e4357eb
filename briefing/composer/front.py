"""The front block: title, subtitle, and a label and a value a line; nothing from a clock."""

import datetime as dt
from collections.abc import Iterator

from briefing.composer import dates
from briefing.composer.context import Context, plain
from briefing.composer.numbering import Numbered
from briefing.model.findings import Event

_MOST_EVENTS = 3


def title(context: Context) -> str:
    """Return the Briefing's title, else the main Event's, else the first Issue's."""
    typed = context.briefing.title.strip()
    if typed:
        return typed
    labels = [_main(context).title] if context.chosen else [i.label for i in context.issues]
    name = plain(labels[0]) if labels else context.phrases.say("front.untitled")
    return name[:1].upper() + name[1:]


def _main(context: Context) -> Event:
    """Return the chosen Event that most Sources tell; of two, the later; then the first chosen."""
    return max(
        context.chosen,
        key=lambda event: (len({c.source for c in event.sources}), event.start or dt.date.min),
    )


def subtitle(context: Context) -> str:
    """Return the chosen Events with their dates, at most three; those that are not the title."""
    named = [
        f"{plain(event.title)}, {dates.when(context.phrases, event)}" for event in context.chosen
    ]
    more = len(named) - _MOST_EVENTS
    shown = "; ".join(named[:_MOST_EVENTS])
    if more > 0:
        return f"{shown}; {context.phrases.count('front.more_events', more)}"
    return shown[:1].upper() + shown[1:]


def facts(context: Context, numbered: Numbered) -> tuple[tuple[str, str], ...]:
    """Return what the analyst filled in, then what the Sources span and how many are cited."""
    return (*_meeting(context), *_material(context, numbered))


def _meeting(context: Context) -> Iterator[tuple[str, str]]:
    meeting = context.briefing.meeting
    date = dates.day(context.phrases, meeting.date) if meeting.date else ""
    filled = (
        ("meeting", meeting.title),
        ("date", date),
        ("place", meeting.place),
        ("for_whom", meeting.for_whom),
        ("prepared_by", meeting.prepared_by),
    )
    for key, value in filled:
        if value.strip():
            yield context.phrases.say(f"front.{key}"), value.strip()


def _material(context: Context, numbered: Numbered) -> Iterator[tuple[str, str]]:
    phrases = context.phrases
    cited = [context.sources[source] for source in numbered.sources]
    published = sorted(source.published for source in cited if source.published)
    if published:
        span = dates.span(phrases, published[0], published[-1])
        yield phrases.say("front.information"), span
    if cited:
        sources = phrases.count("front.sources", len(cited))
        sentences = phrases.count("front.sentences", len(numbered.citations))
        basis = phrases.say("front.basis_value", sources=sources, sentences=sentences)
        yield phrases.say("front.basis"), basis
