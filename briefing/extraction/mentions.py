"""Who is named where in a Source: Parties, Actors of the tables, and persons and bodies new to us."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.extraction.names import Found, NameKind, Names
from briefing.extraction.people import Cast, Person
from briefing.extraction.roles import Roles
from briefing.extraction.tokens import Token, tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party
from briefing.model.source import SET_ASIDE, Sentence, Source, Span


class MentionKind(StrEnum):
    """How a Source refers to somebody."""

    PERSON = "person"
    BODY = "body"
    PARTY = "party"
    DEMONYM = "demonym"
    METONYM = "metonym"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names somebody; ``actor`` is None for a place."""

    span: Span
    kind: MentionKind
    actor: ActorId | None
    party: ActorId | None
    sentence: Sentence


class Mentions:
    """The mentions of a Source in the order of the text, and the Actors they name."""

    def __init__(self, found: Sequence[Mention], actors: dict[ActorId, Actor]) -> None:
        self.found = tuple(sorted(found, key=lambda m: m.span))
        self.actors = actors
        self._starts = [mention.span.start for mention in self.found]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie wholly in a stretch."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.found[first:last] if m.span.end <= end)

    def before(self, offset: int) -> tuple[Mention, ...]:
        """Return the mentions left of an offset, nearest first."""
        return tuple(reversed(self.found[: bisect_left(self._starts, offset)]))


class MentionReader:
    """Reads one Source: first the full names, then what refers back to them."""

    def __init__(
        self, source: Source, names: Names, roles: Roles, parties: dict[ActorId, Party], cast: Cast
    ) -> None:
        self._source = source
        self._names = names
        self._roles = roles
        self._parties = parties
        self._cast = cast
        self._found: list[Mention] = []

    def read(self) -> Mentions:
        """Return all mentions in the passages that are not set aside."""
        rows = [
            (
                sentence,
                self._names.split(tokenise(self._source.text, sentence.start, sentence.end)),
            )
            for passage in self._source.passages
            if passage.kind not in SET_ASIDE
            for sentence in passage.sentences
        ]
        listed = [list(self._names.find(tokens)) for _, tokens in rows]
        for (_, tokens), known in zip(rows, listed, strict=True):
            for hit in known:
                if hit.name.kind is NameKind.ACTOR and hit.name.id is not None:
                    self._cast.meet(hit.name.id)
            self._introduce(tokens, known)
        for (sentence, tokens), known in zip(rows, listed, strict=True):
            self._sentence(sentence, tokens, known)
        return Mentions(self._found, self._cast.actors())

    # ---- persons new to us -------------------------------------------------------------------

    def _introduce(self, tokens: Sequence[Token], known: list[Found]) -> None:
        """Note full names after a title, or before an apposition that says who they are."""
        taken = _indexes(known, but=NameKind.PLACE)
        for start, end in _capital_runs(tokens, taken):
            title = self._title_before(tokens, start)
            names = self._name_part(tokens, start, end)
            if names is None:
                continue
            first, last = names
            titled = title or self._titled_inside(tokens, start, first)
            if last - first < 2:
                continue
            if titled or self._is_described(tokens, first, last):
                party = self._party_near(tokens, known, first, last)
                self._cast.introduce(_text(tokens, first, last), titled, party)

    def _titled_inside(self, tokens: Sequence[Token], start: int, first: int) -> str:
        return " ".join(t.text for t in tokens[start:first])

    def _name_part(self, tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
        """Cut the title words off the head of a run of capitals: "Foreign Minister Cho Hyun"."""
        first = start
        for cut in range(end, start, -1):
            # "Fisheries Minister Kari Brekke": any run that ends in a title is one.
            if tokens[cut - 1].lower in self._roles.titles and cut < end:
                first = cut
                break
        words = [t.lower for t in tokens[first:end]]
        longest = 4
        if not words or len(words) > longest or any(w in self._roles.bodies for w in words):
            return None
        if any(not t.text[0].isalpha() for t in tokens[first:end]):
            return None
        return first, end

    def _title_before(self, tokens: Sequence[Token], start: int) -> str:
        for length in (4, 3, 2, 1):
            if start - length < 0:
                continue
            phrase = " ".join(t.lower for t in tokens[start - length : start])
            if phrase in self._roles.titles:
                return phrase
        return ""

    def _is_described(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Tell whether ", 64," or ", the country's trade envoy" follows a name."""
        if last - first < 2 or last + 1 >= len(tokens) or tokens[last].text != ",":
            return False
        if tokens[last + 1].text.isdigit():
            return True
        following = {t.lower for t in tokens[last + 1 : last + 8]}
        return bool(following & (self._roles.titles | self._roles.comments))

    def _party_near(
        self, tokens: Sequence[Token], known: list[Found], first: int, last: int
    ) -> ActorId | None:
        """Return the Party that a title phrase names: "Chinese Foreign Minister …"."""
        reach = 6
        for hit in reversed(known):
            if hit.end <= first and first - hit.end <= reach and hit.name.id in self._parties:
                between = tokens[hit.end : first]
                if all(t.text not in {",", ";", ":"} and t.lower != "and" for t in between):
                    return hit.name.id
        for hit in known:
            kin = hit.name.kind in {NameKind.DEMONYM, NameKind.PARTY}
            near = last < hit.start <= last + reach and kin
            if near and last < len(tokens) and tokens[last].text == ",":
                return hit.name.id
        return None

    # ---- one sentence ------------------------------------------------------------------------

    def _sentence(self, sentence: Sentence, tokens: Sequence[Token], known: list[Found]) -> None:
        taken: set[int] = set()
        for hit in known:
            self._listed(sentence, tokens, hit)
            taken.update(range(hit.start, hit.end))
        self._bodies(sentence, tokens, known, taken)
        for start, end in _capital_runs(tokens, taken):
            names = self._name_part(tokens, start, end)
            if names is None:
                continue
            first, last = names
            title = self._title_before(tokens, start) or self._titled_inside(tokens, start, first)
            party = self._party_near(tokens, known, first, last)
            person = self._cast.find(_text(tokens, first, last), title.lower(), party)
            if person is not None:
                self._add(sentence, tokens, first, last, MentionKind.PERSON, person)
        self._described(sentence, tokens, known)

    def _listed(self, sentence: Sentence, tokens: Sequence[Token], hit: Found) -> None:
        span = Span(tokens[hit.start].start, tokens[hit.end - 1].end)
        kind = MentionKind(hit.name.kind) if hit.name.kind is not NameKind.ACTOR else None
        if hit.name.id is None or kind is MentionKind.PLACE:
            self._found.append(Mention(span, MentionKind.PLACE, None, hit.name.id, sentence))
            return
        if kind is None:
            actor = self._cast.meet(hit.name.id)
            kind = MentionKind.BODY if actor.kind is ActorKind.BODY else MentionKind.PERSON
            self._found.append(Mention(span, kind, actor.id, actor.party, sentence))
            return
        self._cast.meet_party(self._parties[hit.name.id])
        self._found.append(Mention(span, kind, hit.name.id, hit.name.id, sentence))

    def _add(
        self,
        sentence: Sentence,
        tokens: Sequence[Token],
        first: int,
        last: int,
        kind: MentionKind,
        person: Person,
    ) -> None:
        span = Span(tokens[first].start, tokens[last - 1].end)
        self._found.append(Mention(span, kind, person.actor.id, person.actor.party, sentence))

    # ---- bodies ------------------------------------------------------------------------------

    def _bodies(
        self, sentence: Sentence, tokens: Sequence[Token], known: list[Found], taken: set[int]
    ) -> None:
        """Note "the Chinese foreign ministry", "South Korea's Ministry of Unification"."""
        for index, token in enumerate(tokens):
            if token.lower not in self._roles.bodies or index in taken:
                continue
            span = self._body_span(tokens, index)
            if span is None:
                continue
            first, last = span
            party = self._owner(tokens, known, first, last)
            if party is None and last - first < 2:
                continue
            words = [t for t in tokens[first:last] if t.lower not in {"the", "'s", "’s"}]
            name = " ".join(t.text for t in words)
            body = self._cast.body(name, party)
            taken.update(range(first, last))
            start = next(i for i in range(first, last) if tokens[i].lower != "the")
            mark = Span(tokens[start].start, tokens[last - 1].end)
            self._found.append(Mention(mark, MentionKind.BODY, body.id, party, sentence))

    def _body_span(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        """Return the run that the body word belongs to, without the owner's name."""
        token = tokens[index]
        first, last = index, index + 1
        while (
            first > 0
            and tokens[first - 1].is_capital
            and tokens[first - 1].is_word
            and not _NOT_NAMES.match(tokens[first - 1].text)
        ):
            first -= 1
        if not token.is_capital:
            if token.lower not in self._roles.small_bodies:
                return None
            if first == index and index > 0 and tokens[index - 1].lower in _SMALL_FIELDS:
                first -= 1
            return first, last
        if last < len(tokens) and tokens[last].lower in {"of", "for"}:
            end = last + 1
            while end < len(tokens) and (
                (tokens[end].is_capital and tokens[end].is_word)
                or (
                    tokens[end].lower in {"and", "of", "the"}
                    and tokens[end + 1 : end + 2]
                    and tokens[end + 1].is_capital
                )
            ):
                end += 1
            last = end if end > last + 1 else last
        if index == 0 and first == 0 and last == 1:
            return None
        return first, last

    def _owner(
        self, tokens: Sequence[Token], known: list[Found], first: int, last: int
    ) -> ActorId | None:
        for hit in known:
            if hit.name.id not in self._parties:
                continue
            inside = first <= hit.start and hit.end <= last
            gap = tokens[hit.end : first]
            beside = hit.end <= first and all(
                t.lower in {"'s", "’s", "the", "own"} or t.is_capital for t in gap
            )
            if inside or (beside and len(gap) <= 3):
                return hit.name.id
        return None

    # ---- "the South Korean president" --------------------------------------------------------

    def _described(self, sentence: Sentence, tokens: Sequence[Token], known: list[Found]) -> None:
        """Resolve a nationality and an office in small letters to who holds it."""
        for hit in known:
            if hit.name.id not in self._parties or hit.end >= len(tokens):
                continue
            start = hit.end
            if tokens[start].lower in {"'s", "’s"}:
                start += 1
            for length in (3, 2, 1):
                phrase = " ".join(t.lower for t in tokens[start : start + length])
                if phrase not in self._roles.titles or phrase in self._roles.courtesy:
                    continue
                follows = tokens[start + length : start + length + 1]
                if follows and follows[0].is_capital and follows[0].is_word:
                    break
                person = self._cast.holder(phrase, hit.name.id)
                if person is not None:
                    span = Span(tokens[hit.start].start, tokens[start + length - 1].end)
                    self._found.append(
                        Mention(span, MentionKind.PERSON, person.id, person.party, sentence)
                    )
                break


_SMALL_FIELDS = frozenset(
    {
        "foreign",
        "defence",
        "defense",
        "finance",
        "trade",
        "commerce",
        "interior",
        "unification",
        "culture",
        "energy",
        "environment",
        "justice",
        "health",
    }
)
_NOT_NAMES = re.compile(
    r"^(?:The|A|An|In|On|At|But|And|He|She|It|They|We|This|That|His|Her|For|As|If|When|While|After|Before|Both|According|Mr|I)$"
)


def _indexes(known: Sequence[Found], but: NameKind) -> set[int]:
    return {i for hit in known if hit.name.kind is not but for i in range(hit.start, hit.end)}


def _capital_runs(tokens: Sequence[Token], taken: set[int]) -> list[tuple[int, int]]:
    """Return the runs of capitalised words that no list knows, opening words cut off."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index in range(len(tokens) + 1):
        token = tokens[index] if index < len(tokens) else None
        fits = (
            token is not None
            and token.is_word
            and token.is_capital
            and index not in taken
            and not _NOT_NAMES.match(token.text)
        )
        if fits and start is None:
            start = index
        elif not fits and start is not None:
            runs.append((start, index))
            start = None
    return runs


def _text(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in tokens[first:last])
