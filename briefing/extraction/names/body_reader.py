"""Reads the bodies of one Source: their names, their owners, and where each stands again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.extraction.names.bodies import Bodies, Key, body_key
from briefing.extraction.names.body_names import BodyNames
from briefing.extraction.names.body_signs import BodySigns
from briefing.extraction.names.capitals import is_shouted, written
from briefing.extraction.names.owners import Owner, party_of_body, party_of_state_body
from briefing.extraction.names.people import Cast
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.rows import BodyHit, Row
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId
from briefing.model.people import Actor, Party

_FEW = 2  # words of a name that may lose its owner at the end ("… of Kazakhstan")
_GOVERNMENT = frozenset({"government", "administration"})  # is the state itself
_DATELINE = 8  # tokens of a report in which "(GNA)" is who tells it


@dataclass(frozen=True, slots=True)
class _Seen:
    """A body's name at tokens ``first`` to ``last`` (exclusive) of a row, as yet without Actor."""

    row: Row
    first: int
    last: int
    party: ActorId | None
    generic: bool
    key: Key


class BodyReader:
    """Finds bodies in rows and adds to each row where they stand and whose they are."""

    def __init__(self, roles: Roles, parties: dict[ActorId, Party], cast: Cast) -> None:
        self._roles = roles
        self._parties = parties
        self._cast = cast
        self._names = BodyNames(roles)
        self._signs = BodySigns(roles)
        self._bodies = Bodies(roles, parties)
        self.home: ActorId | None = None
        self._owners_of: dict[Key, set[ActorId]] = defaultdict(set)
        self._coined: dict[str, list[tuple[tuple[str, ...], Actor]]] = defaultdict(list)

    def read(self, rows: Sequence[Row], heads: Sequence[Row], home: ActorId | None = None) -> None:
        """Add to every row the bodies in it; their words are taken then.

        ``heads`` are the first lines of the Source, whatever they are to a reader; ``home`` is the
        Party whose own paper it is, where that is known.
        """
        self.home = self._letterhead(heads) or home
        before: ActorId | None = None
        seen: list[_Seen] = []
        for row in rows:
            seen += self._in_row(row, before)
            before = next((owner.party for owner in row.owners), before)
        for one in seen:
            if one.party is not None:
                self._owners_of[one.key].add(one.party)
        for one in seen:
            self._settle(one)
        if rows:
            self._dateline(rows[: _FEW + 1])
        for row in rows:
            self._again(row)
            row.bodies.sort(key=lambda hit: hit.first)

    def _letterhead(self, heads: Sequence[Row]) -> ActorId | None:
        """Return whose a text is that opens with a body's name and a capital on lines of their own.

        "Ministry of Foreign Affairs", "Islamabad": a briefing of that ministry.
        """
        for head, row in pairwise(heads):
            told = [*self._names.find(head.tokens, head.taken)]
            whole = len(told) == 1 and told[0] == (0, len(head.tokens))
            alone = len(row.owners) == 1 and row.owners[0].end == len(row.tokens)
            if whole and alone and not head.owners:
                party = row.owners[0].party
                seen = self._seen(head, 0, len(head.tokens), party)
                words = self._words(seen)
                actor = self._actor(self._bodies.name_of(words, party), seen.key, party)
                self._with_alias(actor, " ".join(words))
                return party
        return None

    def _in_row(self, row: Row, before: ActorId | None) -> list[_Seen]:
        tokens, found = row.tokens, []
        for first, last in self._names.find(tokens, row.taken):
            if row.headline and not self._stands_out(row, first, last):
                continue
            row.taken.update(range(first, last))
            words = [t.lower for t in tokens[first:last]]
            party = None
            if not self._is_independent(words):
                party = party_of_body(tokens, row.owners, first, last)
                party = party or self._by_pronoun(row, first, before)
            found.append(self._seen(row, first, last, party))
        if row.headline:
            return found
        for first, last in self._signs.find(tokens, row.taken):
            row.taken.update(range(first, last))
            party = self._owner_by_noun(row, first) or party_of_state_body(
                row.tokens, row.owners, first, last
            )
            found.append(self._seen(row, first, last, party))
        return sorted(found, key=lambda one: one.first)

    def _stands_out(self, row: Row, first: int, last: int) -> bool:
        """Tell "of the Lake Kivu Commission between" in a headline with capitals all over."""
        lead = row.tokens[first - 1].lower if first else "the"
        behind = row.tokens[last] if last < len(row.tokens) else None
        return lead == "the" and (behind is None or not behind.is_capital)

    def _by_pronoun(self, row: Row, first: int, before: ActorId | None) -> ActorId | None:
        """Return the owner of "its defence ministry": the last Party named before it."""
        if first == 0 or row.tokens[first - 1].lower not in {"its", "their"}:
            return None
        here = [owner.party for owner in row.owners if owner.end <= first]
        return here[-1] if here else before

    def _is_independent(self, words: Sequence[str]) -> bool:
        r = self._roles
        own = [w for w in words if w in r.bodies | r.named_bodies]
        state = any(w not in r.independent | r.weak_bodies for w in own)
        return bool(own) and not state and own[-1] in r.independent

    def _owner_by_noun(self, row: Row, first: int) -> ActorId | None:
        """Return the owner in "Mongolia's parliament, the State Great Khural"."""
        at = first - 1
        while at >= 0 and row.tokens[at].lower in {",", "the", "called"}:
            at -= 1
        if at < 0 or row.tokens[at].lower not in self._roles.state_groups:
            return None
        return party_of_body(row.tokens, row.owners, at, at + 1)

    def _seen(self, row: Row, first: int, last: int, party: ActorId | None) -> _Seen:
        words = [t.lower for t in row.tokens[first:last] if t.is_word]
        owner = self._parties.get(party) if party else None
        key = body_key(written(row.tokens, first, last), owner)
        return _Seen(row, first, last, party, self._bodies.is_generic(words, party), key)

    def _settle(self, one: _Seen) -> None:
        """Find or make the Actor of a body, and note where it stands."""
        party = one.party
        if party is None and not one.generic:
            if one.row.tokens[one.last - 1].text.islower():
                return  # "Truman administration": of nobody who owns a body
            party = self._sole(self._owners_of.get(one.key, set()))
        if party is None and one.generic:
            party = self._bodies.last_owner(one.key) or self._only_owner(one.key) or self.home
            if self._is_loose(one, party):
                return
        ends = {one.row.tokens[one.first].lower, one.row.tokens[one.last - 1].lower}
        if ends & _GOVERNMENT:
            self._government(one, party)
            return
        words = self._words(one)
        name = self._bodies.name_of(words, party)
        actor = self._same_in_apposition(one, name) or self._actor(name, one.key, party)
        actor = self._with_alias(actor, " ".join(words))
        self._bodies.note(one.key, actor.party, actor)
        self._stand(one.row, one.first, one.last, actor)
        self._acronym(one, actor)
        if not one.generic:
            self._coin(actor, words)

    def _government(self, one: _Seen, party: ActorId | None) -> None:
        """Take a government for the state itself; "the Truman Administration" is nobody's here."""
        state = self._cast.state(self._parties[party]) if party else None
        if state is not None:
            self._stand(one.row, one.first, one.last, state)

    def _is_loose(self, one: _Seen, party: ActorId | None) -> bool:
        """Tell "coast guard patrols" and "Parliament", of whom nobody says whose they are."""
        tokens = one.row.tokens
        small = not any(t.is_capital for t in tokens[one.first : one.last])
        if one.party is None and small and (one.first == 0 or tokens[one.first - 1].lower != "the"):
            return True
        return party is None and (small or one.last - one.first == 1)

    def _only_owner(self, key: Key) -> ActorId | None:
        return self._sole(
            {p for known, parties in self._owners_of.items() if known >= key for p in parties}
        )

    @staticmethod
    def _sole(owners: set[ActorId]) -> ActorId | None:
        return next(iter(owners)) if len(owners) == 1 else None

    def _words(self, one: _Seen) -> list[str]:
        """Return the words of the name, without "the" before and the owner behind it."""
        last = one.last
        for owner in one.row.owners:
            behind = owner.end == one.last and owner.start > one.first and not owner.body
            if behind and one.party is not None:
                at = owner.start - 1
                at -= one.row.tokens[at].lower == "the"
                if one.row.tokens[at].lower == "of" and at - one.first >= _FEW:
                    last = at
        first = one.first
        while one.row.tokens[first].lower in {"the", "'s"} and first < last - 1:
            first += 1
        return written(one.row.tokens, first, last).split()

    def _actor(self, name: str, key: Key, party: ActorId | None) -> Actor:
        listed = self._cast.listed.body(name, party, key)
        if listed is not None:
            return self._cast.meet(listed)
        known = self._bodies.named(key, party) or self._bodies.with_initials(name)
        return known or self._bodies.new(name, key, party)

    def _same_in_apposition(self, one: _Seen, name: str) -> Actor | None:
        """Return the body of "Mongolia's parliament, the State Great Khural", by its own name."""
        before = one.row.bodies[-1] if one.row.bodies else None
        if before is None or one.generic or before.actor.party is None:
            return None
        between = [t.text for t in one.row.tokens[before.last : one.first]]
        if between not in ([",", "the"], [","]) or not before.actor.id.startswith("body-"):
            return None
        aliases = dict.fromkeys((*before.actor.aliases, before.actor.name))
        return self._cast.meet_body(replace(before.actor, name=name, aliases=tuple(aliases)))

    def _with_alias(self, actor: Actor, name: str) -> Actor:
        own = len(name.split()) >= _FEW or actor.id.startswith("body-")
        if own and name not in (actor.name, *actor.aliases):
            actor = replace(actor, aliases=(*actor.aliases, name))
        return self._cast.meet_body(actor)

    def _stand(self, row: Row, first: int, last: int, actor: Actor) -> None:
        row.bodies.append(BodyHit(first, last, actor))
        row.taken.update(range(first, last))
        if actor.party is not None:
            row.owners = (*row.owners, Owner(first, last, actor.party, national=False, body=True))
            row.owners = tuple(sorted(row.owners, key=lambda o: (o.start, o.end)))

    def _acronym(self, one: _Seen, actor: Actor) -> None:
        """Note "(ICG)" behind a name as another name of the body."""
        tokens, at = one.row.tokens, one.last
        if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 2].text != ")":
            return
        if is_shouted(tokens[at + 1]):
            short = tokens[at + 1].text
            known = self._with_alias(actor, short)
            self._bodies.note(one.key, known.party, known)
            self._coin(known, [short])

    def _coin(self, actor: Actor, words: Sequence[str]) -> None:
        rows = self._coined[words[0]]
        if all(told != tuple(words) for told, _ in rows):
            rows.append((tuple(words), actor))
            rows.sort(key=lambda row: -len(row[0]))

    def _dateline(self, rows: Sequence[Row]) -> None:
        """Read who tells a report in its first words: "Accra (GNA) - …"."""
        for row in rows:
            tokens = row.tokens
            for at in range(1, min(_DATELINE, len(tokens) - 2)):
                last = self._bracketed(tokens, at)
                if last > at and not row.taken & {*range(at, last)}:
                    name = written(tokens, at, last)
                    actor = self._with_alias(self._bodies.new(name, frozenset(), None), name)
                    self._stand(row, at, last, actor)

    def _bracketed(self, tokens: Sequence[Token], at: int) -> int:
        """Return the end of "(GNA) -" and "(Horn Wire) -" that opens before a token, else it."""
        last = at
        while last + 1 < len(tokens) and last < at + _FEW + 1 and tokens[last].is_capital:
            last += 1
        dash = last + 1 < len(tokens) and tokens[last + 1].text in {"-", "–", "—"}
        closed = tokens[at - 1].text == "(" and tokens[last].text == ")" and dash
        return last if closed and (last > at + 1 or is_shouted(tokens[at])) else at

    def _again(self, row: Row) -> None:
        """Note where a body's own name stands once more."""
        at = 0
        while at < len(row.tokens):
            hit = self._coined_at(row, at) if at not in row.taken else None
            if hit is not None:
                self._stand(row, hit.first, hit.last, hit.actor)
            at = hit.last if hit is not None else at + 1

    def _coined_at(self, row: Row, at: int) -> BodyHit | None:
        for words, actor in self._coined.get(row.tokens[at].text, ()):
            last = at + len(words)
            if tuple(t.text for t in row.tokens[at:last]) == words:
                return BodyHit(at, last, self._cast.actors().get(actor.id, actor))
        return None
