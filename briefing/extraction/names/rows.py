"""One Sentence while names are read in it: its tokens, and what is known of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.extraction.names.names import Found, NameKind
from briefing.extraction.names.owners import Owner
from briefing.extraction.tokens import Token
from briefing.model.people import Actor
from briefing.model.source import Sentence

_WHERE = frozenset({"in", "at", "near", "outside"})


@dataclass(frozen=True, slots=True)
class BodyHit:
    """A body named at tokens ``first`` to ``last`` (exclusive)."""

    first: int
    last: int
    actor: Actor


@dataclass(slots=True)
class Row:
    """``known`` are the names of the tables, ``owners`` the Parties and bodies, in their order.

    ``taken`` are indexes of words that are part of a name already; in a ``headline`` capitals say
    nothing, so that no new name is read in it. ``follows`` is the first word of the next Sentence.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    known: tuple[Found, ...]
    owners: tuple[Owner, ...]
    headline: bool
    taken: set[int]
    follows: str = ""
    bodies: list[BodyHit] = field(default_factory=list)


def taken_by(known: Sequence[Found]) -> set[int]:
    """Return the indexes of words that the tables know as anything but a place."""
    return {
        index
        for hit in known
        if hit.name.kind is not NameKind.PLACE
        for index in range(hit.start, hit.end)
    }


def is_part(row: Row, hit: Found) -> bool:
    """Tell a place that is but part of a body's name, and a language ("in English and French")."""
    tokens = row.tokens
    if hit.name.kind is NameKind.DEMONYM:
        ends = (
            hit.end >= len(tokens) or not tokens[hit.end].is_word or tokens[hit.end].lower == "and"
        )
        start = hit.start - 2 if tokens[hit.start - 1].lower in {"and", "or"} else hit.start
        return ends and start > 0 and tokens[start - 1].lower in {"in", "into"}
    place = hit.name.kind in {NameKind.METONYM, NameKind.PLACE}
    return place and any(b.first <= hit.start and hit.end <= b.last for b in row.bodies)


def is_where(tokens: Sequence[Token], start: int) -> bool:
    """Tell "in Doha", where something is, from "officials in Doha", who speak for it."""
    return start > 0 and tokens[start - 1].lower in _WHERE


def unclaimed(tokens: Sequence[Token], known: Sequence[Found]) -> Iterator[Found]:
    """Yield the names but such as a Party behind them claims: "Security Council of Kazakhstan"."""
    parties = {hit.start for hit in known if hit.name.kind is NameKind.PARTY}
    for hit in known:
        at = hit.end + 1
        at += at < len(tokens) and tokens[at].lower == "the"
        of = hit.end < len(tokens) and tokens[hit.end].lower == "of"
        named = hit.name.kind in {NameKind.ACTOR, NameKind.PARTY}
        if not (named and of and at in parties and _is_body(tokens, hit)):
            yield hit


def _is_body(tokens: Sequence[Token], hit: Found) -> bool:
    return tokens[hit.end - 1].lower in {"council", "court", "commission", "bank", "assembly"}
