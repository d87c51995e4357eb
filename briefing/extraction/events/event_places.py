"""Where an event took place, or is to: the place named nearest to its word."""

import re
from collections.abc import Sequence

from briefing.extraction.dates.dates import DateMention
from briefing.extraction.events.event_sides import LOCATIVE
from briefing.extraction.events.event_words import Trigger
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.model.findings import EventKind
from briefing.model.ids import ActorId
from briefing.model.source import Sentence

_RANK = 1000  # a city before a capital before a state, however far
_BEFORE_STATES = 1500
_NEAR = 60  # characters between an event's word and where it took place
_CAPITAL = re.compile(r"\s+capital\b", re.IGNORECASE)
_PLACES = (MentionKind.PLACE, MentionKind.METONYM, MentionKind.PARTY)
# A place that no table has: "in Kaş", "at Camp David"; nearer than the next clause.
_UNKNOWN = re.compile(
    r"^[^.;:]{0,40}?\b(?:in|at|near|outside|off)\s+"
    r"(?P<name>[A-Z][\w’'-]+(?:[ -](?:de |del |la |el |al-|of )?[A-Z][\w’'-]+){0,2})"
)
_LEADING = frozenset({"to", "in", "into", "visit", "visited", "visits", "visiting"})
_DIRECT = re.compile(r"^\s*(?P<name>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2})")


class Places:
    """Finds places in one text. ``capitals``: a Party's capital by its id."""

    def __init__(self, text: str, mentions: Mentions, capitals: dict[ActorId, str]) -> None:
        self._text = text
        self._mentions = mentions
        self._capitals = capitals

    def of(self, sentence: Sentence, trigger: Trigger, dates: Sequence[DateMention]) -> str | None:
        """Return the place: a city, else a capital, else a name no table has, else a state."""
        ranked: list[tuple[int, str]] = []
        for mention in self._mentions.within(sentence.start, sentence.end):
            distance = _gap(mention, trigger)
            if mention.party is None or distance > _NEAR:
                continue
            if mention.kind is MentionKind.DEMONYM:
                seat = self._capitals.get(mention.party)
                if seat is not None and _CAPITAL.match(self._text, mention.span.end):
                    ranked.append((distance, seat))
            elif mention.kind in _PLACES and self._is_where(sentence, mention, trigger):
                name = self._text[mention.span.start : mention.span.end]
                ranked.append((_RANK * _PLACES.index(mention.kind) + distance, name))
        unknown = self._unknown(sentence, trigger, dates)
        if unknown is not None:
            ranked.append((_BEFORE_STATES, unknown))
        return min(ranked)[1] if ranked else None

    def _is_where(self, sentence: Sentence, mention: Mention, trigger: Trigger) -> bool:
        text = self._text
        if LOCATIVE.search(text[sentence.start : mention.span.start]):
            return True
        if mention.span.end <= trigger.start:  # "Oslo talks"
            beside = not text[mention.span.end : trigger.start].strip()
            return beside and mention.kind is MentionKind.PLACE
        behind = text[trigger.end : mention.span.start].strip()
        return trigger.kind is EventKind.VISIT and behind in {"", "the"}

    def _unknown(
        self, sentence: Sentence, trigger: Trigger, dates: Sequence[DateMention]
    ) -> str | None:
        text, end = self._text, sentence.end
        pattern = _DIRECT if _leads_to_place(trigger) else _UNKNOWN
        match = pattern.match(text[trigger.end : end])
        if match is None:
            return None
        start, stop = trigger.end + match.start("name"), trigger.end + match.end("name")
        taken = any(d.span.start < stop and start < d.span.end for d in dates)
        named = any(
            m.span.start < stop and start < m.span.end
            for m in self._mentions.within(sentence.start, sentence.end)
        )
        if match["name"].isupper():
            return None
        return None if taken or named else match["name"].removesuffix("’s").removesuffix("'s")


def _gap(mention: Mention, trigger: Trigger) -> int:
    return max(mention.span.start - trigger.end, trigger.start - mention.span.end, 0)


def _leads_to_place(trigger: Trigger) -> bool:
    words = trigger.match.group().lower().split()
    return trigger.kind is EventKind.VISIT and words[-1] in _LEADING
