"""Who is named where in a Source: the mentions, in the order of the text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.ids import ActorId
from briefing.model.people import Actor
from briefing.model.source import Sentence, Span


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
    """The mentions of a Source in the order of the text, and the Actors they name.

    ``commentators`` are the Actors whom the Source introduces as speaking for no side;
    ``pronouns`` has "he" or "she" for those of whom a title or a given name tells it, ``titles`` in
    small letters how the text calls persons ("deputy minister", "haulier"). ``home`` is the Party
    whose own paper the Source is.
    """

    def __init__(
        self,
        found: Sequence[Mention],
        actors: dict[ActorId, Actor],
        commentators: frozenset[ActorId] = frozenset(),
        pronouns: dict[ActorId, str] | None = None,
        titles: dict[ActorId, frozenset[str]] | None = None,
        home: ActorId | None = None,
    ) -> None:
        self.found = tuple(sorted(found, key=lambda m: m.span))
        self.actors = actors
        self.commentators = commentators
        self.pronouns = pronouns or {}
        self.titles = titles or {}
        self.home = home
        self._starts = [mention.span.start for mention in self.found]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions that lie wholly in a stretch."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return tuple(m for m in self.found[first:last] if m.span.end <= end)

    def before(self, offset: int) -> Iterator[Mention]:
        """Yield the mentions left of an offset, nearest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self.found[index]
