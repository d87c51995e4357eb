"""How a country named in a Sentence stands to an event: one of its sides, its goal or its place."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.extraction.events.event_words import Trigger
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.model.ids import ActorId
from briefing.model.people import ActorKind

SIDES = frozenset({MentionKind.PARTY, MentionKind.METONYM, MentionKind.DEMONYM})
_GOAL_REACH = 40  # characters from the word of a visit to its goal
_CAPITAL = re.compile(r"\s+capital\b")
_CLAUSE = re.compile(r"[;:,.]|\b(?:that|which|who|by|from|of|for|about)\b")
_HOSTS = SIDES | {MentionKind.PLACE}
LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|from|into|across|for)\s+(?:the\s+)?$|\bto\s+$", re.IGNORECASE
)
_SENT = re.compile(  # "delegations from Serbia" are its own
    r"\b(?:delegat\w+|officials|ministers|leaders|envoys|negotiators|representatives|experts|diplomats)"
    r"\s+from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Between a side and the event word: no end of a clause, and nothing that turns to another matter.
_LOOSE = re.compile(
    r"[;:.“”\"]|\b(?:that|which|who|whose|about|over|against|said|says|told|after|before|while|because|if"
    r"|when|where|but|without|during|as)\b|,\s(?!and\b|,)",
    re.IGNORECASE,
)
_GOVERNED = re.compile(
    r"\b(?:with|on|of|about|against|towards?|over|for|by|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OFFICES_OF = re.compile(  # "the ministers of Egypt" are hers
    r"\b(?:ministers?|presidents?|leaders?|premiers?|delegations?|officials|envoys|chiefs|state|government)"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\b[^,;.]*$", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:hours|days|weeks|months|rounds?|series|session|sets?) of\b", re.IGNORECASE
)
_TIED_REACH = 70  # characters from a side to the event word that it is the subject of
_JOINED = re.compile(
    r"^(?:\s+(?:in|at|on|near|by|over)\s[^.;:,]{1,30})?,?\s*(?:with|between|among|by|of|and)\b[^.;:]{0,50}$"
)
_AGAINST = re.compile(
    r"^(?:[^.;:,]{0,30}\b(?:on|against|upon|from|to|at))?\s*(?:(?:the|a|an|two|three|four|five|six)\s+)?$"
)
_OBJECT = re.compile(r"^\s*(?:the |his |her |its |their |a |an )?(?:\w+ )?$")
_LISTED = re.compile(r"^(?:,\s*|\s+)?(?:and\s+|or\s+)?(?:the\s+)?$|^\s*[-–]\s*$")
_NAME_REACH = 30


class EventSides:
    """Tells sides, goals and places of events in one text."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self._text = text
        self._mentions = mentions

    def is_state(self, party: ActorId) -> bool:
        """Tell a state from a body."""
        actor = self._mentions.actors.get(party)
        return actor is None or actor.kind is ActorKind.STATE

    def is_side(self, mention: Mention) -> bool:
        """Tell whether a mention names a state that can be a side."""
        party = mention.party
        if mention.kind not in SIDES or party is None or party not in self._mentions.actors:
            return False
        return self.is_state(party)

    def is_goal(self, mention: Mention, trigger: Trigger) -> bool:
        """Tell where a visit leads: "to Egypt", "in the Egyptian capital"."""
        text, party = self._text, mention.party
        if party is None or mention.kind not in _HOSTS:
            return False
        if mention.kind is MentionKind.DEMONYM and not _CAPITAL.match(text, mention.span.end):
            return False
        between = text[min(trigger.end, mention.span.start) : mention.span.start]
        return len(between) <= _GOAL_REACH and _CLAUSE.search(between) is None

    def is_where(self, mention: Mention) -> bool:
        """Tell a place of what happens: "in Denmark"."""
        text = self._text[mention.sentence.start : mention.span.start]
        return bool(LOCATIVE.search(text)) and _SENT.search(text) is None

    def is_target(self, mention: Mention, trigger: Trigger) -> bool:
        """Tell whom an act is against: "sanctions on Belarus", "expelled two Belarusian envoys"."""
        between = self._text[trigger.end : mention.span.start]
        return mention.span.start < trigger.end or _AGAINST.match(between) is not None

    def is_placed(self, trigger: Trigger) -> bool:
        """Tell "the Oslo Summit" from "the Nuclear Security Summit"."""
        near = self._mentions.within(trigger.start - _NAME_REACH, trigger.start)
        return bool(near) and not self._text[near[-1].span.end : trigger.start].strip(" -–’'s")

    def last_group(self, sides: Sequence[Mention]) -> Sequence[Mention]:
        """Return the last of some mentions with those that are listed with it."""
        text = self._text
        first = len(sides) - 1
        for before, mention in reversed(tuple(pairwise(sides))):
            if not _LISTED.match(text[before.span.end : mention.span.start]):
                break
            first -= 1
        return sides[max(first, 0) :]

    def is_tied(self, mention: Mention, trigger: Trigger) -> bool:
        """Tell a side of the event, beside its word or joined, from a country spoken of."""
        if self.is_where(mention):
            return False
        if mention.span.end <= trigger.start:
            return self._is_subject(mention, trigger)
        between = self._text[trigger.end : mention.span.start]
        if not trigger.noun and _OBJECT.match(between):
            return True
        return bool(_JOINED.match(between))

    def _is_subject(self, mention: Mention, trigger: Trigger) -> bool:
        """Tell a subject, or a side in "Oslo–Stockholm talks", from a country spoken of."""
        text = self._text
        between = text[mention.span.end : trigger.start]
        for other in self._mentions.within(mention.span.end, trigger.start):
            between = between.replace(text[other.span.start : other.span.end], " ", 1)
        between = " ".join(_LENGTH.sub(" ", between).split()).strip(" ,-–’'s")
        if len(between.split()) <= 1:
            return True
        lead = text[mention.sentence.start : mention.span.start]
        if len(between) > _TIED_REACH or _LOOSE.search(between) is not None:
            return False
        if _GOVERNED.search(lead) is None:
            return True
        return bool(_BETWEEN.search(lead) or _OFFICES_OF.search(lead))
