"""Who a speaker phrase stands for: an Actor, a Party, both sides, a commentator, or nobody."""

from collections.abc import Iterable, Sequence

from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.extraction.names.roles import Roles
from briefing.extraction.saying.anaphora import Anaphora
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.speaker import Speaker as Speaker
from briefing.extraction.tokens import Token, tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind
from briefing.model.source import Source, Span

_NAMED = frozenset({MentionKind.PERSON, MentionKind.BODY})
_FOR_A_PARTY = frozenset({MentionKind.PARTY, MentionKind.METONYM, MentionKind.DEMONYM})
_LIGHT = frozenset({"the", "a", "an", "both", "side", "government", "'s", "of"})
_BEHIND_NOUN = frozenset(
    {"at", "of", "in", "for", "from", "who", "with", "familiar", "close", "on"}
)
_BARE = 3  # words; "South Korea", "the Chinese side"


class Speakers:
    """Resolves speaker phrases of one Source, in the order of the text."""

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        roles: Roles,
        sides: tuple[ActorId, ...],
        quotes: Quotations,
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._actors = mentions.actors
        self._roles = roles
        self._sides = sides
        self._anaphora = Anaphora(source, mentions, roles, sides, quotes)

    def resolve(self, phrase: Sequence[Span], head: Span | None) -> Speaker:
        """Return who the phrase means; the answer is kept for the pronouns that follow."""
        if not phrase:
            return Speaker()
        span = Span(phrase[0].start, phrase[-1].end)
        text = self._source.text[span.start : span.end]
        words = [t.lower for t in tokenise(text)]
        speaker = self._resolve(span, head or span, words)
        pronoun = len(words) == 1 and words[0] in self._roles.pronouns
        if speaker.actor or speaker.party or (not pronoun and self.is_animate(words)):
            self._anaphora.note(speaker, words, self._noun(head or span), span.start)
        return speaker

    def _noun(self, head: Span) -> str:
        """Return the noun of a phrase: the last word before "at", "of", "in" or "who"."""
        noun = ""
        for token in tokenise(self._source.text[head.start : head.end]):
            if token.lower in _BEHIND_NOUN or not token.is_word:
                break
            noun = token.lower
        return noun

    def is_nobody(self, words: Sequence[str]) -> bool:
        """Tell whether a phrase that opens so means nobody ("neither man", "no minister")."""
        return bool(words) and words[0] in self._roles.nobody

    def is_animate(self, words: Sequence[str]) -> bool:
        """Tell whether a phrase may speak at all: people, offices and bodies do, tones do not."""
        r = self._roles
        known = (r.speaks_for, r.comments, r.titles, r.bodies, r.pronouns, r.unnamed)
        return any(word in group for word in words for group in known)

    def _resolve(self, span: Span, head: Span, words: list[str]) -> Speaker:
        if len(words) == 1 and words[0] in self._roles.pronouns:
            return self._anaphora.pronoun(words[0], span.start)
        if " ".join(words) in self._roles.both:
            return Speaker(sides=self._sides)
        found = self._mentions.within(span.start, span.end)
        at_head = [m for m in found if m.span.end <= head.end]
        speaker = self._named(at_head or found, found, words)
        if speaker is not None:
            return speaker
        person = self._called(self._source.text[span.start : span.end])
        if person is not None:
            return Speaker(person.id, person.party)
        heading = tokenise(self._source.text[head.start : head.end])
        bare = len(heading) <= _BARE or self._is_all(found, heading, head.start)
        return self._described(found, words, span.start, bare=bare)

    def _called(self, label: str) -> Actor | None:
        """Return whom a label in capitals means ("MS. BAIDOO"): the one person of that name."""
        if not label.isupper():
            return None
        name = label.split()[-1].lower()
        alike = [
            actor
            for actor in self._actors.values()
            if actor.kind is ActorKind.PERSON and name in actor.name.lower().split()
        ]
        return alike[0] if len(alike) == 1 else None

    def _is_all(self, found: Sequence[Mention], heading: Sequence[Token], offset: int) -> bool:
        """Tell a phrase that is a Party's name and small words: "The UN refugee agency"."""
        return all(
            token.lower in _LIGHT
            or any(
                m.span.start <= offset + token.start < m.span.end
                and m.kind is not MentionKind.DEMONYM
                for m in found
            )
            for token in heading
        )

    def _named(
        self, at_head: Sequence[Mention], found: Sequence[Mention], words: list[str]
    ) -> Speaker | None:
        """Read a phrase that names its speaker: a person before a body, the last name of each."""
        parties = _distinct(
            m.party for m in at_head if m.kind in _NAMED or m.kind is MentionKind.PARTY
        )
        if len(parties) > 1 and "and" in words and not _is_owned(at_head, words):
            return Speaker(sides=parties) if self._opens(at_head, words) else None
        people = [m for m in at_head if m.kind is MentionKind.PERSON]
        if not people and not any(m.kind is MentionKind.BODY for m in at_head):
            # "The Norwegian minister, Kari Brekke, said": the name stands in the apposition.
            people = [m for m in found if m.kind is MentionKind.PERSON][-1:]
        if people and words[-1] in self._roles.bodies | self._roles.speaks_for:
            person = people[-1]  # "Lee's office", "Xi's spokesman"
            owned = self._source.text[person.span.end : person.span.end + 2] in {"'s", "’s"}
            if owned and not any(m.kind is MentionKind.BODY for m in at_head):
                return Speaker(None, person.party, person.actor)
        if people and "'s" not in words[-2:] and not _ends_in_body(at_head):
            person = people[-1]
            others = [m for m in found if m.actor != person.actor and m.kind in _NAMED]
            behalf = others[-1].actor if others else None
            if self._comments(person, words):
                return Speaker(person.actor, None, behalf, comments=True)
            national = next((m.party for m in found if m.kind is MentionKind.DEMONYM), None)
            return Speaker(person.actor, person.party or national, behalf)
        bodies = [m for m in at_head if m.kind is MentionKind.BODY]
        if bodies:
            body = bodies[-1]
            if self._is_medium(body):  # it tells of things; it speaks for nobody
                return Speaker(body.actor)
            comments = body.party is None and bool(set(words) & self._roles.comments)
            nameless = bool(set(words) & self._roles.unnamed)
            behalf = body.actor if nameless else (people[-1].actor if people else None)
            return Speaker(None if nameless else body.actor, body.party, behalf, comments)
        return None

    def _is_medium(self, body: Mention) -> bool:
        actor = self._actors.get(body.actor) if body.actor else None
        names = " ".join((actor.name, *actor.aliases)).lower() if actor else ""
        return any(word in names for word in self._roles.media)

    def _comments(self, person: Mention, words: Sequence[str]) -> bool:
        """Tell a commentator by how they stand in the text; those the tables list by no word."""
        if person.actor in self._mentions.commentators:
            return True
        if person.actor is None or not person.actor.startswith("person-"):
            return False
        actor = self._actors.get(person.actor)
        says_so = bool(set(words) & self._roles.comments)
        return says_so and not (actor is not None and actor.offices)

    def _opens(self, found: Sequence[Mention], words: list[str]) -> bool:
        """Tell "Lee and Xi" from "rapport between Lee and Xi": a name or title comes first."""
        first = self._source.text[found[0].span.start : found[0].span.end].lower()
        lead = words[: next((i for i, w in enumerate(words) if first.startswith(w)), 0)]
        return not set(lead) & {"between", "of", "for", "in", "on", "with", "from", "about"}

    def _described(
        self, found: Sequence[Mention], words: list[str], offset: int, *, bare: bool
    ) -> Speaker:
        """Read a phrase with a Party and a role, a ``bare`` Party, or a role alone."""
        near = [m for m in found if m.kind in _FOR_A_PARTY]
        comments = bool(set(words) & self._roles.comments)
        if near:
            mention = near[0]
            if bare and mention.kind is not MentionKind.DEMONYM and not comments:
                return Speaker(mention.party, mention.party)
            if set(words) & self._roles.speaks_for or "'s" in words:
                return Speaker(None, None if comments else mention.party, None, comments)
            return Speaker(None, None, None, comments or mention.kind is MentionKind.DEMONYM)
        if comments:
            return Speaker(comments=True)
        return self._anaphora.described(words, offset)


def _distinct(parties: Iterable[ActorId | None]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(p for p in parties if p is not None))


def _is_owned(found: Sequence[Mention], words: list[str]) -> bool:
    """Tell "the foreign minister of China and …" from "China and Japan": one head, or two."""
    return (
        any(m.kind is MentionKind.BODY for m in found)
        and words.count("and") == 1
        and ("of" in words)
    )


def _ends_in_body(found: Sequence[Mention]) -> bool:
    """Tell "Lee's office" from "Lee": the last word names a body."""
    return bool(found) and found[-1].kind is MentionKind.BODY
