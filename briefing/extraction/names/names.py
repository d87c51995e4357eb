"""Looks up the names of the reference tables in a row of tokens, the longest first."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.extraction.tokens import Token, tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Reference

_SHORT = 3  # letters; so short a name is only matched in its own capitals ("US" is not "us")


class NameKind(StrEnum):
    """How a name refers to what it stands for."""

    PARTY = "party"
    DEMONYM = "demonym"
    METONYM = "metonym"
    ACTOR = "actor"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """One entry of the name list; ``id`` is the Party's or Actor's, None for a place of nobody."""

    kind: NameKind
    id: ActorId | None
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A Name met at tokens ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    name: Name


class Names:
    """All names of the reference tables, by their first word."""

    def __init__(self, reference: Reference) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, Name]]] = defaultdict(list)
        for party in reference.parties:
            for text in (party.name, *party.names):
                self._add(text, Name(NameKind.PARTY, party.id, text))
            for text in party.demonyms:
                self._add(text, Name(NameKind.DEMONYM, party.id, text))
            for text in party.metonyms:
                self._add(text, Name(NameKind.METONYM, party.id, text))
        for actor in reference.actors:
            for text in (actor.name, *actor.aliases):
                self._add(text, Name(NameKind.ACTOR, actor.id, text))
        for place in reference.places:
            self._add(place.name, Name(NameKind.PLACE, place.party, place.name))
        self._single = {
            words[0]
            for rows in self._by_first.values()
            for words, _, name in rows
            if len(words) == 1 and name.kind is not NameKind.PLACE
        } | {actor.surname.lower() for actor in reference.actors if actor.surname}
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def _add(self, text: str, name: Name) -> None:
        words = tuple(fold(token) for token in tokenise(text))
        if words:
            exact = text.isupper() or len(text) <= _SHORT
            self._by_first[words[0]].append((words, exact, name))

    def split(self, tokens: Sequence[Token]) -> tuple[Token, ...]:
        """Return the tokens with "Korea-China" and "Lee-Xi" cut where every part is a name."""
        result: list[Token] = []
        for token in tokens:
            parts = token.text.split("-")
            known = len(parts) > 1 and all(
                part[:1].isupper() and part.lower().replace(".", "") in self._single
                for part in parts
            )
            if not known:
                result.append(token)
                continue
            at = token.start
            for number, part in enumerate(parts):
                if number:
                    result.append(Token("-", at, at + 1, "-"))
                    at += 1
                result.append(Token(part, at, at + len(part), part.lower()))
                at += len(part)
        return tuple(result)

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """Yield the names in the tokens, left to right, none overlapping."""
        index = 0
        folded = [fold(token) for token in tokens]
        while index < len(tokens):
            found = self._at(tokens, folded, index)
            if found is None:
                index += 1
            else:
                yield found
                index = found.end

    def _at(self, tokens: Sequence[Token], folded: list[str], index: int) -> Found | None:
        if not tokens[index].is_word or not tokens[index].is_capital:
            return None
        for words, exact, name in self._by_first.get(folded[index], ()):
            end = index + len(words)
            if tuple(folded[index:end]) != words:
                continue
            if exact and "".join(t.text for t in tokens[index:end]) != name.text.replace(" ", ""):
                continue
            return Found(index, end, name)
        return None


def fold(token: Token) -> str:
    """Return a word as names are compared: small letters, no points or hyphens, I read as l.

    Romanised names come with and without hyphens.
    """
    text = read_l(token.text.replace("’", "'"))
    return text.lower().replace(".", "").replace("-", "")


def read_l(word: str) -> str:
    """Return a word with a capital I behind its first letter read as l, all capitals apart.

    Scraped and scanned text writes a capital I for a small l ("Sung-Iac").
    """
    return word if word.isupper() else word[:1] + word[1:].replace("I", "l")
