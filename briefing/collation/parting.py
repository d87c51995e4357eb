"""Whether the Statements of two Parties on one Issue part: one against what the other wants."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.model.findings import Polarity, Statement
from briefing.model.ids import ActorId
from briefing.model.people import Party

AGAINST = frozenset({Polarity.OPPOSES, Polarity.DENIES})
FOR = frozenset({Polarity.SUPPORTS, Polarity.DEMANDS, Polarity.OFFERS})
# Who rejects, refuses or denies answers somebody; who condemns or regrets may mean anybody.
_ANSWERS = re.compile(
    r"\b(?:reject|refus|den(?:y|ie)|dismiss|refut|disput|oppos|object|rebuff|resist|declin|repudiat"
    r"|contest|rul(?:e|ed|es|ing) out|not|never|n[’']t)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\w[\w.’'-]*")
_MOST_WORDS = 5


class PartyNames:
    """Finds which Parties a stretch of text names, by name, capital, seat or nationality."""

    def __init__(self, parties: Iterable[Party]) -> None:
        self._ids: dict[tuple[str, ...], ActorId] = {}
        self._first: dict[str, int] = defaultdict(int)
        for party in parties:
            for name in (party.name, *party.names, *party.demonyms, *party.metonyms, party.capital):
                words = tuple(_words(name or ""))
                if words and all(words) and len(words) <= _MOST_WORDS:
                    self._ids.setdefault(words, party.id)
                    self._first[words[0]] = max(self._first[words[0]], len(words))

    def within(self, text: str) -> set[ActorId]:
        """Return the Parties named; the longest name from each word counts."""
        words = list(_words(text))
        found: set[ActorId] = set()
        index = 0
        while index < len(words):
            longest = self._first.get(words[index], 0)
            for length in range(longest, 0, -1):
                party = self._ids.get(tuple(words[index : index + length]))
                if party is not None:
                    found.add(party)
                    index += length - 1
                    break
            index += 1
        return found


def parted(
    sides: dict[ActorId, Sequence[Statement]],
    answers: Callable[[Statement, Statement], bool],
    names: PartyNames,
) -> list[tuple[ActorId, ActorId, Statement]]:
    """Return who stands against whom, with the Statement that does.

    ``sides`` are each Party's Statements on one Issue, ``answers`` tells whether one of them is
    against another. One that names nobody answers the nearest alone. What both said together parts
    nobody.
    """
    found = []
    for one in sorted(sides):
        for statement in sides[one]:
            if statement.polarity not in AGAINST:
                continue
            others = [
                answered
                for other in sorted(sides)
                if other != one and all(s.content != statement.content for s in sides[other])
                for answered in sides[other]
                if answers(statement, answered)
            ]
            if others and not names.within(statement.content) - {one}:
                others = [min(others, key=lambda s: _distance(statement, s))]
            found += [(one, s.party, statement) for s in others if s.party is not None]
    return list(dict.fromkeys(found))


def _distance(one: Statement, other: Statement) -> tuple[bool, bool, int]:
    """Return how far a Statement is: in the same Source before another, behind before ahead."""
    gap = one.spans.content[0].start - other.spans.content[0].start
    return one.source != other.source, gap < 0, abs(gap)


def is_against(one: Statement, other: Statement, names: PartyNames) -> bool:
    """Tell whether a Statement is against what the other's Party stands for.

    One that names that Party is; one that names another alone is not; one that names nobody is
    where it rejects, refuses or denies.
    """
    if one.polarity not in AGAINST or one.party is None or other.party is None:
        return False
    meant = names.within(one.content) - {one.party}
    if other.party in meant:
        return True
    return not meant and (one.polarity is Polarity.DENIES or _ANSWERS.search(one.cue) is not None)


def _words(text: str) -> Iterator[str]:
    for match in _NAME.finditer(text):
        word = match.group().replace("’", "'").removesuffix("'s").rstrip(".'-")
        if word[:1].isupper():
            yield word.replace(".", "").lower()
        elif word in {"of", "and", "the"}:
            yield word
        else:
            yield ""
