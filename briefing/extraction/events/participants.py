"""Who takes part in an event: persons met, sides named with it, or those a report is about."""

import re
from collections import Counter
from collections.abc import Sequence

from briefing.extraction.events.event_clauses import Clause
from briefing.extraction.events.event_sides import SIDES, EventSides
from briefing.extraction.events.event_words import Trigger, Triggers
from briefing.extraction.events.officials import SINGLE, Officials
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.model.findings import EventKind
from briefing.model.ids import ActorId, SentenceId
from briefing.model.people import ActorKind
from briefing.model.source import Sentence, Source, Span

GATHERINGS = frozenset(
    {EventKind.SUMMIT, EventKind.VISIT, EventKind.MEETING, EventKind.TALKS, EventKind.CALL}
)
_OF_THE = re.compile(r"\s+(?:of|by) the\s.*")
_DEFINITE = re.compile(r"\b(?:the|this|their|that|a|at)\s+(?:(?:\w+[- ]){0,2})$", re.IGNORECASE)
_OWN = re.compile(r"\b(?:its|his|her|another|other|first|some|several)\s+$", re.IGNORECASE)
_GUEST_REACH = 50  # characters behind "received" in which its guest is named
_OTHER = re.compile(
    r"\b(?:APEC|ASEAN|G-?7|G-?20|NATO|EU|BRICS|UN|Quad|COP\d*|[Aa]nnual|[Ss]eparate|[Aa]nother|[Ff]uture"
    r"|Cooperation|Nations|Union|League|Forum|Organi[sz]ation)\b"
)
_TOGETHER = frozenset(
    {
        EventKind.SIGNING,
        EventKind.EXERCISE,
        EventKind.CEASEFIRE,
        EventKind.RELATIONS,
        EventKind.EXPULSION,
        EventKind.RECALL,
    }
)
_CONVENED = frozenset({EventKind.SUMMIT, EventKind.FORUM})
_BOTH = re.compile(r"\b(?:the two|both|their|our two)\b|\beach other|\bone another", re.IGNORECASE)
_ITS_OWN = re.compile(r"[’']?s?\s+(?:(?:\w|[’'-])+\s+){0,3}$")
# "A and B will talk, days after gunmen killed": neither of them did.
_ELSEWHERE = re.compile(r"\b(?:after|before|when|while)\b")
_TAKING = re.compile(r"(?:detention|seizure|arrest|sinking|shooting down) of$")
_AT_HOME = frozenset({EventKind.ELECTION, EventKind.PROTEST})  # in whose country they are
_TARGETED = frozenset(
    {
        EventKind.SANCTIONS,
        EventKind.EXPULSION,
        EventKind.RECALL,
        EventKind.ATTACK,
        EventKind.RELATIONS,
    }
)
# "The two ministers will meet": those whom the report is about; "the presidents": of both sides.
_NAMED = re.compile(r"(?<![.!?]\s)\b[A-Z][\w’'-]+\s+$")
_PAIR = re.compile(
    r"\b(?:both|the two|the) (?:sides|leaders|ministers|delegations|men|women|countries|governments"
    r"|officials|envoys|negotiators|teams|capitals|neighbours|neighbors)\b|\bthey\b",
    re.IGNORECASE,
)
_BETWEEN_THEM = re.compile(
    r"\s+(?:between|of|with|by|involving)\s+(?:both|the two|their|the)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|the two|both|they)\b", re.IGNORECASE)


class Participants:
    """Finds participants in one Source.

    ``sides`` are the two Parties that it is about, ``principals`` the persons named most for each;
    ``tellers`` are those who only tell of things in a Sentence ("…, the spokesman said");
    ``voices`` tell whose words a stretch is: who "I" and "we" are.
    """

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        sides: tuple[ActorId, ...],
        tellers: frozenset[tuple[SentenceId, ActorId]],
        voices: Sequence[tuple[Span, ActorId]] = (),
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._near = EventSides(source.text, mentions)
        self.sides = sides
        self.principals = _principals(mentions, sides)
        self._officials = Officials(source, mentions, sides, self.principals, tellers, voices)

    def of(self, clause: Clause, trigger: Trigger, words: Triggers) -> tuple[ActorId, ...]:
        """Return the participants that one clause gives to the event its word tells of."""
        sentence, here = clause.sentence, self._officials.named(clause)
        if trigger.kind not in GATHERINGS:
            return self._joined(sentence, trigger, self._agents(here, trigger))
        if trigger.kind is EventKind.VISIT:
            return self._visitors(here, sentence, trigger)
        if self._is_other(sentence, trigger) or not self._has_guest(sentence, trigger, words):
            return ()
        people = self._officials.met(here, sentence, trigger)
        if len(self._officials.sides_of(people)) <= 1:
            people = self._stood_in(sentence, trigger, people, words)
        covered = self._officials.sides_of(people)
        named = [
            m.party
            for m in here
            if m.kind in SIDES
            and m.party is not None
            and m.party not in covered
            and self._near.is_state(m.party)
            and self._near.is_tied(m, trigger)
        ]
        return tuple(dict.fromkeys((*people, *named)))

    def _visitors(
        self, here: Sequence[Mention], sentence: Sentence, trigger: Trigger
    ) -> tuple[ActorId, ...]:
        """Return guests and host: persons, else the side before the word, and where it leads."""
        people = self._officials.met(here, sentence, trigger) or self._officials.last_person(
            sentence
        )
        near = self._near
        behind = [m for m in here if m.span.start >= trigger.start and near.is_goal(m, trigger)]
        before = [m for m in here if m.span.end <= trigger.start and near.is_side(m)]
        subjects = [m for m in before if near.is_tied(m, trigger)]
        covered = self._officials.sides_of(people)
        host = [m.party for m in behind[:1]]
        last = near.last_group(subjects)
        guests = [m.party for m in last if not covered - set(host)]
        named = [p for p in (*guests, *host) if p is not None and p not in covered]
        found = tuple(dict.fromkeys((*people, *named)))
        if not people and self._is_between_sides(found):
            return self.principals
        return found

    def _stood_in(
        self, sentence: Sentence, trigger: Trigger, people: list[ActorId], words: Triggers
    ) -> list[ActorId]:
        """Return the persons with those whom a pronoun or "his counterpart" stands for."""
        text = self._source.text[sentence.start : sentence.end]
        known = set(people) <= set(self.principals)
        if people and known and (_PRONOUN.search(text) or words.opposite.search(text)):
            return list(self.principals)
        if not people and SINGLE.search(text[: trigger.start - sentence.start]):
            found = self._officials.last_person(sentence)
            if found and set(found) <= set(self.principals) and words.opposite.search(text):
                return list(self.principals)
            return found
        return people

    def _is_between_sides(self, found: Sequence[ActorId]) -> bool:
        """Tell whether a visit without a guest's name is one between the report's two sides."""
        ours = self._officials.sides_of(self.principals)
        return bool(ours) and set(found) == ours

    def _joined(
        self, sentence: Sentence, trigger: Trigger, found: tuple[ActorId, ...]
    ) -> tuple[ActorId, ...]:
        """Return both sides of what they do together: what was signed, "the two navies", "we"."""
        if trigger.kind not in _TOGETHER or not set(found) <= set(self.sides):
            return found
        voice = self._officials.voice(sentence, trigger)
        if trigger.kind is EventKind.SIGNING and (len(found) != 1 or voice is not None):
            return self.sides
        lead = self._source.text[sentence.start : trigger.end]
        if len(found) <= 1 and (
            _BOTH.search(lead) or (voice is not None and "joint" in trigger.word)
        ):
            return self.sides
        return found

    def convening(self, clause: Clause, trigger: Trigger) -> tuple[ActorId, ...]:
        """Return the body whose summit or conference it is: "the ASEAN summit"."""
        if trigger.kind not in _CONVENED or not trigger.noun:
            return ()
        text = self._source.text
        for mention in reversed(self._officials.named(clause)):
            party = mention.party
            if party is None or mention.span.end > trigger.start or self._near.is_state(party):
                continue
            if _ITS_OWN.match(text[mention.span.end : trigger.start]):
                return (party,)
        return ()

    def _agents(self, here: Sequence[Mention], trigger: Trigger) -> tuple[ActorId, ...]:
        """Return the sides named before the word, or else after it, and whom it is against."""
        known, text = self._mentions.actors, self._source.text
        if trigger.kind in _AT_HOME:
            homes = [
                m.party
                for m in here
                if m.party is not None
                and m.kind not in {MentionKind.DEMONYM, MentionKind.BODY}
                and self._near.is_where(m)
            ]
            if homes:
                return tuple(homes[:1])
        told = [m for m in here if m.kind in SIDES and m.party in known]
        sides = [m for m in told if not self._near.is_where(m)]
        before = self._near.last_group([m for m in sides if m.span.end <= trigger.start])
        if before and _ELSEWHERE.search(text, before[-1].span.end, trigger.start):
            before = []
        if trigger.kind is EventKind.RULING:  # whose court it is, not of whom it was told
            before = before[-1:] if len(sides) == 1 else sides[:1]
        after = [m for m in sides if m.span.end > trigger.start]
        if trigger.kind in _TARGETED:
            against = [m for m in told if m.span.end > trigger.start]
            before = [*before, *(m for m in against if self._near.is_target(m, trigger))]
        found = tuple(dict.fromkeys(m.party for m in before or after if m.party is not None))
        taken = _TAKING.match(trigger.word) and any(m.party in found for m in after)
        if taken and len(found) == 1 and set(found) < set(self.sides):
            return self.sides  # "the detention of two Kenyan vessels": by the other side
        return found

    def main(self, sentence: Sentence, trigger: Trigger, words: Triggers) -> tuple[ActorId, ...]:
        """Return the principals where "the summit" means the one that the report is about."""
        text = self._source.text
        if self._is_other(sentence, trigger) or not self._has_guest(sentence, trigger, words):
            return ()
        clause = text[max(sentence.start, trigger.start - 70) : trigger.start]
        rest = text[trigger.end : min(sentence.end, trigger.end + 60)]
        near = clause + (rest if trigger.noun and _BETWEEN_THEM.match(rest) else "")
        if words.paired.search(near) or words.joint.search(near):
            return self.sides
        if _PAIR.search(near):
            return self.principals
        lead = text[max(sentence.start, trigger.start - 40) : trigger.start]
        ours = _DEFINITE.search(lead) is not None and _OWN.search(lead) is None
        return self.principals if trigger.noun and ours else ()

    def _has_guest(self, sentence: Sentence, trigger: Trigger, words: Triggers) -> bool:
        """Tell "received the envoy" from "received funds"."""
        if trigger.word not in words.hosting:
            return True
        end = min(sentence.end, trigger.end + _GUEST_REACH)
        after = self._mentions.within(trigger.end, end)
        persons = any(m.kind is MentionKind.PERSON for m in after)
        return persons or words.guests.search(self._source.text[trigger.end : end]) is not None

    def _is_other(self, sentence: Sentence, trigger: Trigger) -> bool:
        """Tell "the APEC summit" and "a separate meeting" from the gathering of the two sides."""
        text = self._source.text
        lead = text[max(sentence.start, trigger.start - 24) : trigger.start]
        after = text[trigger.end : min(sentence.end, trigger.end + 40)]
        if not trigger.noun:
            return False
        capital = trigger.match.group()[0].isupper()
        if capital and _NAMED.search(lead) and not self._near.is_placed(trigger):
            return True
        return bool(_OTHER.search(lead) or (_OF_THE.match(after) and _OTHER.search(after)))


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
