"""Which Party a person or body belongs to, by the names of Parties and bodies that stand near."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.names.full_names import FullName
from briefing.extraction.names.listed import Listed
from briefing.extraction.names.names import Found, NameKind
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.titles import Titles
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId
from briefing.model.people import ActorKind

_TITLE_REACH = 8  # tokens between a Party's name and a person's, which a title may fill
_BODY_REACH = 3  # tokens between an owner's name and a body's
_LONGEST_OFFICE = 3  # words
_CLAUSE_REACH = 9  # tokens behind ", who" in which the side must stand
_NATIONAL = frozenset({NameKind.DEMONYM, NameKind.PARTY})
_SENT = frozenset({"ambassador", "envoy", "consul", "representative", "attaché", "minister"})
_SMALL = frozenset(
    {"'s", "of", "the", "and", "for", "a", "an", "-", "&", "affairs", "team", "in", "on"}
)
_STATE_OWNED = frozenset(
    {"state", "state-owned", "state-run", "state-controlled", "government-owned", "government-run",
     "national"}
)  # fmt: skip
_BUSINESS = frozenset({"chief executive", "managing director", "ceo", "founder", "co-founder"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Tokens ``start`` to ``end`` (exclusive) that name a ``party``, or a body that is its own."""

    start: int
    end: int
    party: ActorId
    national: bool
    body: bool = False


def owners_in(
    known: Sequence[Found], parties: Container[ActorId], listed: Listed
) -> tuple[Owner, ...]:
    """Return the Parties and their bodies in a row of tokens, as owners; places have none."""
    found: list[Owner] = []
    for hit in known:
        id_, kind = hit.name.id, hit.name.kind
        if id_ is None or kind is NameKind.PLACE:
            continue
        if kind is not NameKind.ACTOR:
            found.append(Owner(hit.start, hit.end, id_, kind in _NATIONAL))
            continue
        actor = listed.actor(id_)
        if actor.kind is ActorKind.BODY and actor.party in parties and actor.party is not None:
            found.append(Owner(hit.start, hit.end, actor.party, national=False, body=True))
    return tuple(found)


class Owners:
    """Finds whose a person is."""

    def __init__(self, roles: Roles, titles: Titles) -> None:
        self._roles = roles
        self._titles = titles
        self._holders: dict[str, set[ActorId]] = defaultdict(set)

    def note(self, rows: Iterable[tuple[Sequence[Token], Sequence[Owner]]]) -> None:
        """Note whose offices a text names without a name: "the European Union's mediator"."""
        for tokens, owners in rows:
            for owner in owners:
                start = owner.end
                start += start < len(tokens) and tokens[start].lower == "'s"
                for end in range(start + 1, min(len(tokens), start + _LONGEST_OFFICE) + 1):
                    title = " ".join(t.lower for t in tokens[start:end])
                    if title in self._roles.titles:
                        self._holders[title].add(owner.party)

    def of_person(
        self,
        tokens: Sequence[Token],
        owners: Sequence[Owner],
        name: FullName,
        context: ActorId | None = None,
        home: ActorId | None = None,
    ) -> ActorId | None:
        """Return the Party of a person, None when nothing tells it.

        It is named in the title ("Chinese Foreign Minister …"), in an apposition behind a comma,
        in a clause ("who leads the delegation of …"); or the office is one of a state and
        ``context`` or the Sentence has one Party alone. ``context`` is the Party named before,
        ``home`` the one whose own paper the Source is.
        """
        start, first, last = self._start(tokens, name), name.first, name.last
        inside = (o.party for o in owners if start <= o.start and o.end <= first)
        own = self._before(tokens, owners, start, titled=bool(name.title)) or next(inside, None)
        own = own or self._behind(tokens, owners, last)
        own = own or (_land_of(tokens, owners, last) if self.is_of_state(name.title) else None)
        if own is not None:
            return own
        if start and tokens[start - 1].lower in {"its", "their", "his", "her"}:
            return context if self.is_of_state(name.title) else None
        title = name.title
        if not title or title.lower() in self._roles.courtesy:
            title = self._titles.behind(tokens, last)
        if not self.is_of_state(title):
            return None
        told = self._holders.get(title.lower(), set())
        if home is not None or len(told) == 1:
            return home or next(iter(told))
        # "General Ito" without more is somebody known already, of whatever side.
        if title[:1].isupper() or self._is_elsewhere(tokens, start, first):
            return None
        named = {o.party for o in owners if o.end <= first}
        return named.pop() if len(named) == 1 else (None if named else context)

    def _start(self, tokens: Sequence[Token], name: FullName) -> int:
        """Return where the titles before a name begin: "Its commander, Rear Admiral …" has two."""
        if name.start == name.first or not name.start or tokens[name.start - 1].text != ",":
            return name.start
        return self._titles.before(tokens, name.start)[1]

    def _is_elsewhere(self, tokens: Sequence[Token], start: int, first: int) -> bool:
        """Tell "the chief minister of Gibraltar": of something that is no Party."""
        return any(
            tokens[at].is_capital
            and tokens[at - 1].lower == "of"
            and tokens[at].lower not in self._roles.fields | self._roles.portfolios
            for at in range(start + 1, first)
        )

    def is_of_state(self, title: str) -> bool:
        """Tell a title that somebody holds for a side from courtesy, trade and learning."""
        plain = title.lower()
        words = set(plain.replace("-", " ").split())
        if not plain or plain in self._roles.courtesy | self._roles.learned | _BUSINESS:
            return False
        return not words & self._roles.former and "opposition" not in words

    def _before(
        self, tokens: Sequence[Token], owners: Sequence[Owner], start: int, *, titled: bool
    ) -> ActorId | None:
        for hit in reversed(owners):
            if hit.end > start or start - hit.end > _TITLE_REACH:
                continue
            # The title may close with a comma: "A spokesman for the coast guard, Captain Laskaris".
            stop = start - 1 if start and tokens[start - 1].text == "," else start
            gap = [t.lower for t in tokens[hit.end : stop]]
            if self._is_post(tokens, hit.start) or (not titled and gap not in ([], ["'s"])):
                continue
            if all(self._may_be_title(token) for token in tokens[hit.end : stop]) and (
                _is_one_title(tokens[hit.end : stop])
            ):
                return hit.party
        return None

    def _is_post(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell where somebody is sent ("ambassador to Poland") from whose they are."""
        lead = {t.lower for t in tokens[max(0, at - 3) : at]}
        return tokens[at - 1].lower == "to" or ("in" in lead and bool(lead & _SENT))

    def _may_be_title(self, token: Token) -> bool:
        r = self._roles
        inner = token.lower in r.fields or token.lower in r.bodies or token.lower in r.speaks_for
        inner = inner or token.lower in r.portfolios
        said = token.lower in r.former or token.lower in r.standing or token.lower in _SMALL
        return inner or said or token.is_capital or bool(self._titles.title_of(token.text))

    def _behind(
        self, tokens: Sequence[Token], owners: Sequence[Owner], last: int
    ) -> ActorId | None:
        first, stop = self._titles.apposition(tokens, last)
        for hit in owners:
            if first <= hit.start < stop and (hit.national or hit.body):
                return hit.party
            beside = hit.body and last < hit.start <= last + _BODY_REACH
            if beside and tokens[last].lower in {"of", "from", "for"}:
                return hit.party
        return self._by_clause(tokens, owners, last)

    def _by_clause(
        self, tokens: Sequence[Token], owners: Sequence[Owner], last: int
    ) -> ActorId | None:
        """Read ", who leads the delegation of Kenya" and ", who signed for Nairobi"."""
        if last + 2 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower != "who":
            return None
        if tokens[last + 2].lower not in self._roles.acts_for:
            return None
        near = (o for o in owners if last + 2 < o.start <= last + _CLAUSE_REACH)
        return next((o.party for o in near), None)


def _land_of(tokens: Sequence[Token], owners: Sequence[Owner], last: int) -> ActorId | None:
    """Read "Foreign Minister Helen Marsh of Australia"."""
    if last >= len(tokens) or tokens[last].lower != "of":
        return None
    return next((o.party for o in _behind_preposition(tokens, owners, last) if o.national), None)


def _is_one_title(between: Sequence[Token]) -> bool:
    """Tell "minister of water and energy" from "China and Foreign Minister": one phrase or two."""
    for index, token in enumerate(between):
        if token.text in {",", ";", ":", "(", ")", '"', "”", "“"}:
            return False
        if token.lower in {"said", "says", "told", "with", "to", "by", "met", "that"}:
            return False
        last = index + 1 == len(between)
        if token.lower == "and" and (last or between[index + 1].is_capital):
            return False
    return True


def party_of_body(
    tokens: Sequence[Token], owners: Sequence[Owner], first: int, last: int
) -> ActorId | None:
    """Return the Party in a body's name, or its owner before it, or its seat behind it."""
    for hit in owners:
        inside = first <= hit.start and hit.end <= last
        gap = tokens[hit.end : first]
        beside = hit.end <= first and all(
            t.lower in {"'s", "the", "own"} or (t.is_capital and t.is_word) for t in gap
        )
        if inside or (beside and len(gap) <= _BODY_REACH):
            return hit.party
    seat = next(_behind_preposition(tokens, owners, last), None)
    return seat.party if seat is not None else None


def party_of_state_body(
    tokens: Sequence[Token], owners: Sequence[Owner], first: int, last: int
) -> ActorId | None:
    """Return whose "Severgaz, the Russian state company" is, told in the apposition or the name."""
    if last >= len(tokens) or tokens[last].text not in {",", "(", "—", "–"}:
        return None
    stop = last + 1
    while stop < len(tokens) and tokens[stop].text not in {",", ")", "—", "–"}:
        stop += 1
    if not {t.lower for t in tokens[last + 1 : stop]} & _STATE_OWNED:
        return None
    own = (o.party for o in owners if first <= o.start < last or o.end == first)
    return next(own, None) or next((o.party for o in owners if last < o.start < stop), None)


def _behind_preposition(
    tokens: Sequence[Token], owners: Sequence[Owner], last: int
) -> Iterator[Owner]:
    """Yield the owner in "the ministry in Athens", "the army of the Republic of the Congo"."""
    if last >= len(tokens) or tokens[last].lower not in {"in", "of"}:
        return
    at = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].lower == "the")
    yield from (o for o in owners if o.start == at)
