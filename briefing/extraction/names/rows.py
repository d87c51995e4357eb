"""One Sentence while names are read in it: its tokens, and what is known of them."""

from dataclasses import dataclass, field

from briefing.extraction.names.names import Found
from briefing.extraction.names.owners import Owner
from briefing.extraction.tokens import Token
from briefing.model.people import Actor
from briefing.model.source import Sentence


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
