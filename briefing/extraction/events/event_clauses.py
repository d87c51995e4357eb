"""Which clause of a Sentence tells of which event: each keeps its own subject, date and place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.extraction.events.event_words import Trigger
from briefing.model.source import Sentence

# Where one event's clause ends and the next one's begins, sought between their two words.
_CUT = re.compile(
    r";|,?\s(?:and|but|while|whereas|that|which|who|where|when|after|before|during|ahead\sof"
    r"|on\sthe\ssidelines\sof|on\sthe\smargins\sof|on\sthe\seve\sof)\b(?=\s+(?P<next>\S*))",
)
# "talks between Oslo and Moscow and a visit": an "and" in a list of names parts nothing.
_NAME = re.compile(r"[A-ZÀ-Þ]")
_AND = re.compile(r",?\sand")
_SUBJECT = re.compile(
    r"\b(?:I|[Ww]e|he|she|they|it|both|the\stwo|[A-ZÀ-Þ]\w+|the\s(?:\w+\s){0,3}\w+)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch that tells of one event, as a narrowed Sentence.

    ``subject`` is where the subject stands that it shares with the clause before, or None.
    """

    sentence: Sentence
    subject: tuple[int, int] | None = None

    @property
    def wide(self) -> "Clause":
        """The clause with the one before whose subject it shares."""
        if self.subject is None:
            return self
        return Clause(replace(self.sentence, start=self.subject[0]))


def event_clauses(text: str, sentence: Sentence, triggers: Sequence[Trigger]) -> dict[int, Clause]:
    """Return the clause of each event by the offset of its word."""
    ordered = sorted(triggers, key=lambda t: t.start)
    cuts = [_cut(text, one, other) for one, other in pairwise(ordered)]
    found: dict[int, Clause] = {}
    start, first, shared = sentence.start, ordered[0], (0, 0)
    for number, trigger in enumerate(ordered):
        if number and (cut := cuts[number - 1]) is not None:
            shared = (shared[0] or start, cut if trigger.noun else first.start)
            start, first = cut, trigger
        end = next((cut for cut in cuts[number:] if cut is not None), sentence.end)
        own = start == sentence.start or (not trigger.noun and _has_subject(text, start, first))
        narrow = replace(sentence, start=start, end=end)
        found[trigger.start] = Clause(narrow, None if own else shared)
        if own:
            shared = (0, 0)
    return found


def _has_subject(text: str, start: int, trigger: Trigger) -> bool:
    return _SUBJECT.search(text, start, trigger.start) is not None


def _cut(text: str, one: Trigger, other: Trigger) -> int | None:
    """Return where the clause of the second of two events begins, None where both share one."""
    places = [
        match.start()
        for match in _CUT.finditer(text, one.end, other.start)
        if not (_AND.match(match.group()) and _NAME.match(match["next"]))
    ]
    return places[-1] if places else None
