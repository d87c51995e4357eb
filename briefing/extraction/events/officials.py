"""Which officials act in the clause of an event, and who is meant by "he", "I" or nobody's name."""

import re
from collections.abc import Sequence

from briefing.extraction.events.event_clauses import Clause
from briefing.extraction.events.event_words import Trigger
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.model.ids import ActorId, SentenceId
from briefing.model.source import Sentence, Source, Span

SINGLE = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
# ", Krishnan said": she tells of it and nothing says that she was there.
_TAIL = re.compile(r",[”\"’]?\s[^,]*$")
_TOLD_BY = re.compile(r"^\s+(?:said|says|told|added|announced|noted|wrote|confirmed)\b")
_STATE_OFFICE = re.compile(
    r"\b(?:President|(?:Prime|Foreign|Defen[cs]e|Interior|Trade|Finance|Energy)\s+Minister|Premier|King"
    r"|Queen|Chancellor)\s+$"
)
_LABEL_END = re.compile(r"\W{0,3}:")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)\b(?![^,;]*\bthat\b)")
_WHO = re.compile(r",?\s*(?:who\s+)?(?:had\s+|has\s+)?")
_WHOM = re.compile(r"\s+(?:with\s+|by\s+)?(?:the\s+)?(?:[A-ZÀ-Þ][\w’'-]*\s+){0,5}")


class Officials:
    """Finds the officials of one Source's clauses.

    ``sides`` and ``principals``, ``tellers`` and ``voices`` are as for Participants.
    """

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        sides: tuple[ActorId, ...],
        principals: tuple[ActorId, ...],
        tellers: frozenset[tuple[SentenceId, ActorId]],
        voices: Sequence[tuple[Span, ActorId]],
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._sides = sides
        self._principals = principals
        self._tellers = tellers
        self._voices = voices

    def people(self, here: Sequence[Mention], sentence: Sentence) -> list[ActorId]:
        """Return the officials named in a Sentence who do not only tell of something."""
        found = [
            m.actor
            for m in here
            if m.actor is not None
            and self._is_official(m)
            and not self._only_tells(sentence, m.actor)
            and not self._is_told_by(m)
        ]
        return list(dict.fromkeys(found))

    def last_person(self, sentence: Sentence) -> list[ActorId]:
        """Return whom "he" or "she" in a Sentence means: who was named first in the one before."""
        text = self._source.text
        if not SINGLE.search(text[sentence.start : sentence.end]):
            return []
        earlier = self._mentions.before(sentence.start)
        last = next((m for m in earlier if self._is_official(m)), None)
        if last is None:
            return []
        same = self._mentions.within(last.sentence.start, last.sentence.end)
        first = next((m.actor for m in same if self._is_official(m)), None)
        return [first] if first is not None else []

    def _only_tells(self, sentence: Sentence, actor: ActorId) -> bool:
        return (sentence.id, actor) in self._tellers and actor not in self._principals

    def _is_told_by(self, mention: Mention) -> bool:
        text, end = self._source.text, mention.span.end
        lead = text[max(0, mention.span.start - 40) : mention.span.start]
        return bool(_TOLD_BY.match(text[end : end + 20]) and _TAIL.search(lead))

    def _is_official(self, mention: Mention) -> bool:
        if mention.kind is not MentionKind.PERSON or mention.actor is None:
            return False
        return self._mentions.actors[mention.actor].party is not None

    def voice(self, sentence: Sentence, trigger: Trigger) -> ActorId | None:
        """Return who speaks where "I" or "we" is the subject of the word."""
        if not _FIRST_PERSON.search(self._source.text[sentence.start : trigger.start]):
            return None
        told = (who for span, who in self._voices if span.start <= trigger.start < span.end)
        return next((who for who in told if who in self._mentions.actors), None)

    def _subjects(self, here: Sequence[Mention], trigger: Trigger) -> list[ActorId]:
        """Return the officials right beside a verb: "Mr Cheikh, who visited Bamako, said"."""
        text = self._source.text
        return [
            m.actor
            for m in here
            if m.actor is not None
            and not trigger.noun
            and self._is_official(m)
            and (
                _WHO.fullmatch(text, m.span.end, trigger.start)
                if m.span.end <= trigger.start
                else _WHOM.fullmatch(text, trigger.end, m.span.start)
            )
        ]

    def _unplaced(self, here: Sequence[Mention], people: Sequence[ActorId]) -> list[ActorId]:
        """Return the other side where its office-holder is named whose state the text never tells.

        "Mr Rashid met President Villaluz", in a report about two states, one of them his.
        """
        ours = self.sides_of(people)
        if len(ours) != 1 or not ours < set(self._sides):
            return []
        unknown = {
            m.actor for m in here if m.kind is MentionKind.PERSON and m.party is None and m.actor
        }
        if any(self._holds_office(actor) for actor in unknown):
            return [side for side in self._sides if side not in ours]
        return []

    def _holds_office(self, actor: ActorId) -> bool:
        text = self._source.text
        return any(
            m.actor == actor and _STATE_OFFICE.search(text, max(0, m.span.start - 40), m.span.start)
            for m in self._mentions.found
        )

    def sides_of(self, people: Sequence[ActorId]) -> set[ActorId]:
        """Return the Parties of some Actors."""
        return {party_of(p, self._mentions) for p in people}

    def named(self, clause: Clause) -> list[Mention]:
        """Return whom a clause names, with its subject where that stands in the one before."""
        text, own = self._source.text, clause.sentence
        here = list(self._mentions.within(own.start, own.end))
        if clause.subject is not None:
            here = [*self._mentions.within(*clause.subject), *here]
        return [m for m in here if not _LABEL_END.match(text, m.span.end)]

    def met(self, here: Sequence[Mention], sentence: Sentence, trigger: Trigger) -> list[ActorId]:
        """Return the officials of a clause, who says "I" in it, and whose an unknown one is."""
        people = self.people(here, sentence)
        people += [a for a in self._subjects(here, trigger) if a not in people]
        voice = self.voice(sentence, trigger)
        if voice is not None and voice not in people:
            people = [voice, *people]
        return [*people, *self._unplaced(here, people)]


def party_of(actor: ActorId, mentions: Mentions) -> ActorId:
    """Return the Party of an Actor, itself for a Party that only a place names."""
    known = mentions.actors.get(actor)
    return actor if known is None else known.party or known.id
