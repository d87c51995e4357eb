"""Reads who is named in a Source: by the tables, a title, a surname, a description, as a body."""

from collections.abc import Sequence

from briefing.extraction.body_names import BodyNames
from briefing.extraction.full_names import FullNames, text_of
from briefing.extraction.mentions import Mention, MentionKind, Mentions
from briefing.extraction.names import Found, NameKind, Names
from briefing.extraction.owners import party_of_body, party_of_person
from briefing.extraction.people import Cast
from briefing.extraction.roles import Roles
from briefing.extraction.tokens import Token, tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party
from briefing.model.source import SET_ASIDE, Sentence, Source, Span

_Row = tuple[Sentence, tuple[Token, ...], tuple[Found, ...]]
_FEW = 3  # words of a name that needs no title where its surname is told again
_LONGEST_OFFICE = 3  # words in small letters behind a nationality


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
        self._full_names = FullNames(roles)
        self._body_names = BodyNames(roles)
        self._found: list[Mention] = []

    def read(self) -> Mentions:
        """Return all mentions in the passages that are not set aside."""
        rows: list[_Row] = []
        for passage in self._source.passages:
            if passage.kind in SET_ASIDE:
                continue
            for sentence in passage.sentences:
                tokens = tokenise(self._source.text, sentence.start, sentence.end)
                cut = self._names.split(tokens)
                rows.append((sentence, cut, tuple(self._names.find(cut))))
        for _, _, known in rows:
            for hit in known:
                if hit.name.kind is NameKind.ACTOR and hit.name.id is not None:
                    self._cast.meet(hit.name.id)
        alone = self._surnames(rows)
        for _, tokens, known in rows:
            self._introduce(tokens, known, alone)
        for sentence, tokens, known in rows:
            self._sentence(sentence, tokens, known)
        return Mentions(self._found, self._cast.actors(), self._cast.commentators())

    def _surnames(self, rows: Sequence[_Row]) -> frozenset[str]:
        """Return the words that stand alone where a name may: later mentions of a full name."""
        return frozenset(
            tokens[name.first].text
            for _, tokens, known in rows
            for name in self._full_names.find(tokens, _taken(known))
            if not name.is_full and name.first > 0
        )

    def _introduce(
        self, tokens: Sequence[Token], known: Sequence[Found], alone: frozenset[str]
    ) -> None:
        """Note full names: after a title, before an apposition, or with a surname told again."""
        for name in self._full_names.find(tokens, _taken(known)):
            again = name.last - name.first <= _FEW and tokens[name.last - 1].text in alone
            described = name.title or self._full_names.is_described(tokens, name)
            if name.is_full and (described or again):
                party = party_of_person(tokens, known, self._parties, name.first, name.last)
                title = name.title or self._full_names.title_behind(tokens, name)
                comments = self._full_names.is_commentator(tokens, name, title)
                written = text_of(tokens, name.first, name.last)
                self._cast.introduce(written, title, party, comments=comments)

    def _sentence(
        self, sentence: Sentence, tokens: Sequence[Token], known: Sequence[Found]
    ) -> None:
        taken: set[int] = set()
        for hit in known:
            self._listed(sentence, tokens, hit)
            taken.update(range(hit.start, hit.end))
        self._bodies(sentence, tokens, known, taken)
        for name in self._full_names.find(tokens, taken):
            party = party_of_person(tokens, known, self._parties, name.first, name.last)
            text = text_of(tokens, name.first, name.last)
            person = self._cast.find(text, name.title.lower(), party)
            if person is not None:
                self._add(sentence, tokens[name.first : name.last], person)
        self._described(sentence, tokens, known)

    def _listed(self, sentence: Sentence, tokens: Sequence[Token], hit: Found) -> None:
        """Note a name that the tables list."""
        id_, kind = hit.name.id, hit.name.kind
        if id_ is not None and kind is NameKind.ACTOR:
            self._add(sentence, tokens[hit.start : hit.end], self._cast.meet(id_))
            return
        span = Span(tokens[hit.start].start, tokens[hit.end - 1].end)
        if id_ is None or kind is NameKind.PLACE:
            self._found.append(Mention(span, MentionKind.PLACE, None, id_, sentence))
            return
        self._cast.meet_party(self._parties[id_])
        self._found.append(Mention(span, MentionKind(kind), id_, id_, sentence))

    def _add(self, sentence: Sentence, tokens: Sequence[Token], actor: Actor) -> None:
        span = Span(tokens[0].start, tokens[-1].end)
        kind = MentionKind.BODY if actor.kind is ActorKind.BODY else MentionKind.PERSON
        self._found.append(Mention(span, kind, actor.id, actor.party, sentence))

    def _bodies(
        self, sentence: Sentence, tokens: Sequence[Token], known: Sequence[Found], taken: set[int]
    ) -> None:
        """Note the bodies that are named; their words are taken."""
        for first, last in self._body_names.find(tokens, taken):
            party = party_of_body(tokens, known, self._parties, first, last)
            if party is None and last - first == 1:
                continue
            taken.update(range(first, last))
            words = [t for t in tokens[first:last] if t.lower not in {"the", "'s"}]
            body = self._cast.body(" ".join(t.text for t in words), party)
            start = next(t.start for t in tokens[first:last] if t.lower != "the")
            span = Span(start, tokens[last - 1].end)
            self._found.append(Mention(span, MentionKind.BODY, body.id, party, sentence))

    def _described(
        self, sentence: Sentence, tokens: Sequence[Token], known: Sequence[Found]
    ) -> None:
        """Resolve "the South Korean president": a nationality and an office in small letters."""
        for hit in known:
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
                    Mention(span, MentionKind.PERSON, person.id, person.party, sentence)
                )

    def _office_length(self, tokens: Sequence[Token], start: int) -> int:
        """Return how many words from here on name an office; 0 if they name none."""
        for length in range(min(_LONGEST_OFFICE, len(tokens) - start), 0, -1):
            phrase = " ".join(t.lower for t in tokens[start : start + length])
            if phrase in self._roles.titles and phrase not in self._roles.courtesy:
                return length
        return 0


def _taken(known: Sequence[Found]) -> set[int]:
    """Return the indexes of words that the tables know as anything but a place."""
    return {
        index
        for hit in known
        if hit.name.kind is not NameKind.PLACE
        for index in range(hit.start, hit.end)
    }
