"""Reads who is named in a Source: by the tables, a title, a surname, a description, as a body."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefing.extraction.names.body_reader import BodyReader
from briefing.extraction.names.capitals import is_headline, written
from briefing.extraction.names.full_names import FullName, FullNames
from briefing.extraction.names.issuers import Issuers
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.extraction.names.names import Found, NameKind, Names
from briefing.extraction.names.neighbours import Neighbours
from briefing.extraction.names.owners import Owners, owners_in
from briefing.extraction.names.people import Cast
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.rows import Row, is_part, is_where, taken_by, unclaimed
from briefing.extraction.tagging.proposals import NameKind as ProposedKind
from briefing.extraction.tagging.proposals import NameProposal
from briefing.extraction.tokens import Token, tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party
from briefing.model.source import SET_ASIDE, Sentence, Source, Span

_FEW = 3  # words of a name that needs no title where its surname is told again
_LONGEST_OFFICE = 3  # words in small letters behind a nationality
_OPENS_A_VERB = frozenset({"has", "had", "is", "was", "does", "did", "will", "would", "can"})
_KINDS = {
    ActorKind.PERSON: MentionKind.PERSON,
    ActorKind.BODY: MentionKind.BODY,
    ActorKind.STATE: MentionKind.PARTY,
}
_ABROAD = frozenset({"ambassador", "embassy", "envoy", "consulate", "diplomat", "diplomats"})
_HEADS = 4  # first passages of a Source, set aside or not, among which its letterhead is
_LABEL = re.compile(r"^[*_]*(?:(?:MR|MRS|MS|DR)\.? )?([A-Z][A-Z'’\-]{2,})[*_]*:", re.MULTILINE)
_SURE = 0.8  # chance from which the tagger's word for a person is taken
_REMEMBERED = 12  # persons named before, among whom the last namesake is meant


class MentionReader:
    """Reads one Source: first the full names, then what refers back to them."""

    def __init__(
        self,
        source: Source,
        names: Names,
        roles: Roles,
        parties: dict[ActorId, Party],
        cast: Cast,
        seen: Iterable[NameProposal] = (),
    ) -> None:
        self._source = source
        self._names = names
        self._roles = roles
        self._parties = parties
        self._cast = cast
        self._full_names = FullNames(roles)
        self._owners = Owners(roles, self._full_names.titles)
        self._bodies = BodyReader(roles, parties, cast)
        self._home: ActorId | None = None
        self._beside = Neighbours((), self._full_names.titles)
        self._at = 0
        self._found: list[Mention] = []
        self._near: list[ActorId] = []
        self._context: ActorId | None = None
        self._acting: frozenset[ActorId] = frozenset()
        # Where persons' names begin to whom the tagger would swear.
        self._seen = frozenset(
            name.span.start
            for name in seen
            if name.kind is ProposedKind.PERSON and name.chance >= _SURE
        )

        # Surnames under which somebody speaks in a transcript: "MS. BAIDOO:".
        self._labels = frozenset(_LABEL.findall(source.text))

    def read(self) -> Mentions:
        """Return all mentions in the passages that are not set aside."""
        rows = [self._row(s) for p in self._source.passages if p.kind not in SET_ASIDE
                for s in p.sentences]  # fmt: skip
        for row, following in pairwise(rows):
            row.follows = following.tokens[0].text if following.tokens else ""
        for row in rows:
            for hit in row.known:
                if hit.name.kind is NameKind.ACTOR and hit.name.id is not None:
                    self._cast.meet(hit.name.id)
        heads = [self._row(s) for p in self._source.passages[:_HEADS] for s in p.sentences]
        self._home = Issuers(self._roles, self._full_names.titles).find(self._source, heads, rows)
        self._bodies.read(rows, heads, self._home)
        self._home = self._bodies.home
        self._owners.note((row.tokens, row.owners) for row in rows)
        alone = self._surnames(rows)
        self._beside = Neighbours(rows, self._full_names.titles)
        for self._at, row in enumerate(rows):
            self._introduce(row, alone)
        self._acting = self._parties_that_act(rows)
        for self._at, row in enumerate(rows):
            self._sentence(row)
        cast = self._cast
        return Mentions(
            self._found,
            cast.actors(),
            cast.commentators(),
            cast.pronouns(),
            cast.titles(),
            self._home,
        )

    def _row(self, sentence: Sentence) -> Row:
        tokens = tokenise(self._source.text, sentence.start, sentence.end)
        cut = self._names.split(tokens)
        known = tuple(unclaimed(cut, tuple(self._names.find(cut))))
        owners = owners_in(known, self._parties, self._cast.listed)
        return Row(sentence, cut, known, owners, is_headline(cut), taken_by(known))

    def _parties_that_act(self, rows: Sequence[Row]) -> frozenset[ActorId]:
        """Return the Parties that are more in this Source than the place of something."""
        r = self._roles
        people = (r.speaks_for | r.bodies | r.unnamed) - _ABROAD - r.independent
        return frozenset(
            owner.party
            for row in rows
            for owner in row.owners
            if not is_where(row.tokens, owner.start) or row.tokens[owner.start - 2].lower in people
        )

    def _surnames(self, rows: Sequence[Row]) -> frozenset[str]:
        """Return the words that stand alone where a name may: later mentions of a full name."""
        return frozenset(
            row.tokens[name.first].text
            for row in rows
            for name in self._full_names.find(row.tokens, row.taken)
            if not name.is_full and self._full_names.stands_for(row.tokens, name)
        )

    def _introduce(self, row: Row, alone: frozenset[str]) -> None:
        """Note full names: after a title, before an apposition, or with a surname told again."""
        tokens = row.tokens
        for name in self._full_names.find(tokens, row.taken):
            speaks = name.is_full and tokens[name.last - 1].text.upper() in self._labels
            if (row.headline and not speaks) or self._is_place(row, name):
                continue
            again = name.last - name.first <= _FEW and self._full_names.is_told_again(
                tokens, name, alone
            )
            known = name.title or again or self._full_names.is_person(tokens, name)
            known = known or self._is_of_body(row, name) or self._goes_on(row, name)
            known = known or tokens[name.first].start in self._seen or speaks
            fits = name.is_full and known
            if fits and (
                name.title or not self._cast.knows(written(tokens, name.first, name.last))
            ):
                self._meet(row, name)
        before = next((o.party for o in row.owners), None)
        self._context = before or self._context

    def _meet(self, row: Row, name: FullName) -> Actor:
        tokens = row.tokens
        here = [o.party for o in row.owners if o.end <= name.first]
        context = here[-1] if here else self._context
        party = self._owners.of_person(tokens, row.owners, name, context, self._home)
        if name.title.lower() in self._roles.courtesy and not name.is_full:
            party = party or self._beside.counterpart(self._at)
        party = self._beside.own(self._at, name.start) or party
        title = name.title or self._full_names.title_behind(tokens, name)
        told = self._beside.next(self._at) if not title and party is None else None
        if told is not None and told.party not in {o.party for o in row.owners}:
            title, party = told.title, told.party
        title = self._without_owner(row, name, title)
        if name.title and self._is_former(row, name):
            title = f"former {title}"
        comments = self._full_names.is_commentator(tokens, name, title)
        called = written(tokens, name.first, name.last)
        person = self._cast.introduce(called, title, party, comments=comments)
        for words in (title, self._full_names.titles.described(tokens, name.last)):
            if words:
                self._cast.describe(person.id, words.lower())
        return person

    def _is_former(self, row: Row, name: FullName) -> bool:
        """Tell "former Peruvian president": the word stands before the nationality."""
        owner = next((o for o in row.owners if o.end == name.start), None)
        at = owner.start - 1 if owner is not None else -1
        return at >= 0 and row.tokens[at].lower in self._roles.former

    def _without_owner(self, row: Row, name: FullName, title: str) -> str:
        """Cut "of the Republic of Rwanda" off a title: whose office it is, is told apart."""
        for owner in row.owners:
            if owner.end <= name.first:
                whose = written(row.tokens, owner.start, owner.end).lower()
                for lead in (" of the ", " of ", " for "):
                    title = title.removesuffix(lead + whose)
        return title

    def _goes_on(self, row: Row, name: FullName) -> bool:
        """Tell "Manolis Chatzivasilis has sailed … He says": who opens two sentences."""
        opens = name.first == 0 and name.last - name.first == _FEW - 1
        behind = row.tokens[name.last].lower if name.last < len(row.tokens) else ""
        return opens and behind in _OPENS_A_VERB and row.follows in {"He", "She", "His", "Her"}

    def _is_of_body(self, row: Row, name: FullName) -> bool:
        """Tell "Chuluun Enkhsaikhan at the Open Steppe Foundation": somebody of a body."""
        tokens, last = row.tokens, name.last
        if last + 1 >= len(tokens) or tokens[last].lower not in {"at", "of", "from", "with"}:
            return False
        start = last + 1 + (tokens[last + 1].lower == "the")
        return any(body.first == start for body in row.bodies)

    def _is_place(self, row: Row, name: FullName) -> bool:
        """Tell "Addis Ababa" from a name: the tables know every word of it as a place's."""
        words = {
            i for hit in row.known if hit.name.kind is NameKind.PLACE
            for i in range(hit.start, hit.end)
        }  # fmt: skip
        return not name.title and set(range(name.first, name.last)) <= words

    def _sentence(self, row: Row) -> None:
        for hit in row.known:
            if not is_part(row, hit):
                self._listed(row, hit)
        for body in row.bodies:
            self._add(row, body.first, body.last, body.actor)
        for name in self._full_names.find(row.tokens, row.taken):
            person = self._person(row, name)
            if person is not None:
                self._add(row, name.first, name.last, person)
        self._described(row)

    def _person(self, row: Row, name: FullName) -> Actor | None:
        title = name.title.lower()
        party = self._owners.of_person(row.tokens, row.owners, name)
        called = written(row.tokens, name.first, name.last)
        person = self._cast.find(called, title, party, self._near)
        if person is None and not name.is_full and self._is_titled(row, name):
            person = self._meet(row, name)
        return person

    def _is_titled(self, row: Row, name: FullName) -> bool:
        """Tell "Minister Okonjo", who never stands with a full name, from "General Agreement"."""
        word = row.tokens[name.first]
        long = len(word.text) >= _FEW and not row.headline
        capital = bool(name.title) and row.tokens[name.start].is_capital
        capital = capital or self._full_names.is_alone(row.tokens, name)
        return long and capital and not self._is_place(row, name)

    def _listed(self, row: Row, hit: Found) -> None:
        """Note a name that the tables list."""
        id_, kind, tokens = hit.name.id, hit.name.kind, row.tokens
        if id_ is not None and kind is NameKind.ACTOR:
            self._add(row, hit.start, hit.end, self._cast.meet(id_))
            if self._full_names.titles.is_past(tokens, hit.start):
                self._cast.retire(id_)
            return
        span = Span(tokens[hit.start].start, tokens[hit.end - 1].end)
        where = kind is NameKind.METONYM and id_ not in self._acting and is_where(tokens, hit.start)
        if id_ is None or kind is NameKind.PLACE or where:
            self._found.append(Mention(span, MentionKind.PLACE, None, id_, row.sentence))
            return
        self._cast.meet_party(self._parties[id_])
        self._found.append(Mention(span, MentionKind(kind), id_, id_, row.sentence))

    def _add(self, row: Row, first: int, last: int, actor: Actor) -> None:
        span = Span(row.tokens[first].start, row.tokens[last - 1].end)
        kind = _KINDS[actor.kind]
        self._found.append(Mention(span, kind, actor.id, actor.party, row.sentence))
        if kind is MentionKind.PERSON:
            self._near = [actor.id, *(i for i in self._near if i != actor.id)][:_REMEMBERED]

    def _described(self, row: Row) -> None:
        """Resolve "the South Korean president": a nationality and an office in small letters."""
        tokens = row.tokens
        for hit in row.known:
            if hit.name.id not in self._parties or hit.end >= len(tokens):
                continue
            start = hit.end + (tokens[hit.end].lower == "'s")
            length = self._office_length(tokens, start)
            follows = tokens[start + length : start + length + 1]
            if length == 0 or (follows and follows[0].is_capital and follows[0].is_word):
                continue
            phrase = " ".join(t.lower for t in tokens[start : start + length])
            person = self._cast.holder(phrase, hit.name.id)
            if person is not None:
                span = Span(tokens[hit.start].start, tokens[start + length - 1].end)
                self._found.append(
                    Mention(span, MentionKind.PERSON, person.id, person.party, row.sentence)
                )

    def _office_length(self, tokens: Sequence[Token], start: int) -> int:
        """Return how many words from here on name an office; 0 if they name none."""
        for length in range(min(_LONGEST_OFFICE, len(tokens) - start), 0, -1):
            phrase = " ".join(t.lower for t in tokens[start : start + length])
            if phrase in self._roles.titles and phrase not in self._roles.courtesy:
                return length
        return 0
