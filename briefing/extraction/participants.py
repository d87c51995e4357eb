"""Who takes part in an event: persons met, sides named with it, or those a report is about."""

import re
from collections import Counter
from collections.abc import Sequence

from briefing.extraction.mentions import Mention, MentionKind, Mentions
from briefing.model.findings import EventKind
from briefing.model.ids import ActorId, SentenceId
from briefing.model.people import ActorKind
from briefing.model.source import Sentence, Source

GATHERINGS = frozenset(
    {EventKind.SUMMIT, EventKind.VISIT, EventKind.MEETING, EventKind.TALKS, EventKind.CALL}
)
_SIDES = frozenset({MentionKind.PARTY, MentionKind.METONYM, MentionKind.DEMONYM})
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|from|into|across|for)\s+(?:the\s+)?$|\bto\s+$", re.IGNORECASE
)
# Between a side and the event word: nothing, or the words that tie them.
_TIED = re.compile(
    r"^[\s\-–—’'s]*(?:(?:and|with|between|of|leaders?|state|official|bilateral|annual|will|to"
    r"|hold|held|holding|have|had|resumed?|begin|began|opened?|are|were|launched|their|first|second"
    r"|third|the|,)[\s\-–—]*)*$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^\s*(?:with|between|of|among|by)\b[^.;]{0,40}$")
_OF_THE = re.compile(r"\s+(?:of|by) the\s.*")
_DEFINITE = re.compile(r"\b(?:the|this|their|that|a|at)\s+(?:(?:\w+[- ]){0,2})$", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:APEC|ASEAN|G-?7|G-?20|NATO|EU|BRICS|UN|Quad|COP\d*|[Aa]nnual|[Ss]eparate|[Aa]nother|[Ff]uture"
    r"|Cooperation|Nations|Union|League|Forum|Organi[sz]ation)\b"
)
# "The two ministers will meet": those whom the report is about; "the presidents": of both sides.
_PAIR = re.compile(
    r"\b(?:both|the two|the) (?:sides|leaders|ministers|delegations|men|women|countries|governments"
    r"|officials|envoys|negotiators|teams)\b|\bthey\b",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"\b(?:both|the two|the|their) (?:prime ministers|presidents|foreign ministers"
    r"|defence ministers|defense ministers|heads of state|kings)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|the two|both|they)\b", re.IGNORECASE)


class Participants:
    """Finds participants in one Source. ``principals`` are the persons it is about, one a side.

    ``tellers`` are those who only tell of things in a Sentence ("…, the spokesman said").
    """

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        sides: tuple[ActorId, ...],
        tellers: frozenset[tuple[SentenceId, ActorId]],
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._tellers = tellers
        self._sides = sides
        self.principals = _principals(mentions, sides)

    def of(
        self, kind: EventKind, sentence: Sentence, trigger: re.Match[str]
    ) -> tuple[ActorId, ...]:
        """Return the participants that one Sentence gives to the event its word tells of."""
        here = self._mentions.within(sentence.start, sentence.end)
        if kind not in GATHERINGS:
            return self._agents(here, trigger)
        if kind is not EventKind.VISIT and self._is_other(sentence, trigger):
            return ()
        people = [m.actor for m in here if self._is_official(m) and m.actor is not None]
        people = [p for p in dict.fromkeys(people) if not self._only_tells(sentence, p)]
        alone = len(self._sides_of(people)) == 1 and kind is not EventKind.VISIT
        if alone and self._pronoun_stands_in(sentence, people):
            people = list(self.principals)
        covered = {self._mentions.actors[p].party for p in people}
        named = [
            m.party
            for m in here
            if m.kind in _SIDES
            and m.party is not None
            and m.party not in covered
            and self._is_state(m.party)
            and (kind is EventKind.VISIT or self._is_tied(m, trigger))
        ]
        found = tuple(dict.fromkeys((*people, *named)))
        if kind is EventKind.VISIT and not people and self._is_between_sides(found):
            return self.principals
        return found

    def _is_between_sides(self, found: Sequence[ActorId]) -> bool:
        """Tell whether a visit without a guest's name is one between the report's two sides."""
        ours = {self._mentions.actors[p].party or p for p in self.principals}
        return bool(ours) and set(found) == ours

    def _is_state(self, party: ActorId) -> bool:
        return self._mentions.actors[party].kind is ActorKind.STATE

    def _only_tells(self, sentence: Sentence, actor: ActorId) -> bool:
        return (sentence.id, actor) in self._tellers and actor not in self.principals

    def _agents(self, here: Sequence[Mention], trigger: re.Match[str]) -> tuple[ActorId, ...]:
        """Return the sides named before the event's word, or else after it, places apart."""
        sides = [
            m for m in here if m.kind in _SIDES and m.party is not None and not self._is_where(m)
        ]
        before = [m.party for m in sides if m.span.end <= trigger.end()]
        after = [m.party for m in sides if m.span.end > trigger.end()]
        return tuple(dict.fromkeys(p for p in before or after if p is not None))

    def main(self, sentence: Sentence, trigger: re.Match[str]) -> tuple[ActorId, ...]:
        """Return the principals where "the summit" means the one that the report is about."""
        text = self._source.text
        clause = text[max(sentence.start, trigger.start() - 70) : trigger.start()]
        if not self._is_other(sentence, trigger):
            if _OFFICES.search(clause):
                return self._sides
            if _PAIR.search(clause):
                return self.principals
        lead = text[max(sentence.start, trigger.start() - 40) : trigger.start()]
        if not _DEFINITE.search(lead) or self._is_other(sentence, trigger):
            return ()
        return self.principals

    def _is_other(self, sentence: Sentence, trigger: re.Match[str]) -> bool:
        """Tell "the APEC summit" and "a separate meeting" from the gathering of the two sides."""
        text = self._source.text
        lead = text[max(sentence.start, trigger.start() - 24) : trigger.start()]
        after = text[trigger.end() : min(sentence.end, trigger.end() + 40)]
        return bool(_OTHER.search(lead) or (_OF_THE.match(after) and _OTHER.search(after)))

    def _sides_of(self, people: Sequence[ActorId]) -> set[ActorId | None]:
        return {self._mentions.actors[p].party for p in people}

    def _pronoun_stands_in(self, sentence: Sentence, people: Sequence[ActorId]) -> bool:
        text = self._source.text[sentence.start : sentence.end]
        return set(people) <= set(self.principals) and bool(_PRONOUN.search(text))

    def _is_official(self, mention: Mention) -> bool:
        if mention.kind is not MentionKind.PERSON or mention.actor is None:
            return False
        return self._mentions.actors[mention.actor].party is not None

    def _is_where(self, mention: Mention) -> bool:
        text = self._source.text
        return bool(LOCATIVE.search(text, mention.sentence.start, mention.span.start))

    def _is_tied(self, mention: Mention, trigger: re.Match[str]) -> bool:
        """Tell a side of the event, beside its word or joined, from a country spoken of."""
        text = self._source.text
        if mention.span.end <= trigger.start():
            between = text[mention.span.end : trigger.start()]
            others = [
                m
                for m in self._mentions.within(mention.span.end, trigger.start())
                if m.kind in _SIDES
            ]
            for other in others:
                between = between.replace(text[other.span.start : other.span.end], " ")
            return bool(_TIED.match(between))
        between = text[trigger.end() : mention.span.start]
        return bool(_JOINED.match(between))


def _principals(mentions: Mentions, sides: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return, for each main side, the person named most often, or the side itself."""
    found: list[ActorId] = []
    for side in sides:
        counted = Counter(
            m.actor
            for m in mentions.found
            if m.kind is MentionKind.PERSON and m.party == side and m.actor is not None
        )
        official = {
            id_: n for id_, n in counted.items() if mentions.actors[id_].kind is ActorKind.PERSON
        }
        found.append(min(official, key=lambda id_: (-official[id_], id_), default=side))
    return tuple(found)
