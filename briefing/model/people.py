"""Who acts: Parties, Actors and the Offices they hold; and the reference tables that list them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.ids import ActorId, IssueId


class ActorKind(StrEnum):
    """A state is its own Party; a body is an organisation, ministry, company or news agency."""

    PERSON = "person"
    BODY = "body"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Office:
    """A post held for a Party; an open end means "not known to have ended"."""

    title: str
    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, body or state named in Sources, speaking for a Party or for none.

    ``party`` is the id of the state (or international body) that the Actor speaks for; a state is
    its own party. ``aliases`` are the other names it goes by, including other romanisations.
    ``surname`` is the part of a person's name that stands alone in later mentions ("Lee").
    """

    id: ActorId
    name: str
    kind: ActorKind
    party: ActorId | None = None
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two persons that may be one, for a person to decide: ``ratio`` of letters alike, 0 to 100."""

    one: ActorId
    other: ActorId
    ratio: float


@dataclass(frozen=True, slots=True)
class Party:
    """A side in the matter: one row of the reference table of states and organisations.

    ``names`` are every way to name it ("South Korea", "ROK"); ``demonyms`` its adjectives and
    people ("Chinese"); ``metonyms`` the words that stand for its government ("Beijing", "the
    Kremlin"). ``metonyms`` of a state include its capital.
    """

    id: ActorId
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    metonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A question on which Parties take Positions.

    ``terms`` are words and phrases that show that a sentence is about it (matched whole, in any
    inflection of the last word; ``*`` at the end of a word stands for any ending).
    ``wordings`` is each side's own name for it, by party id.
    """

    id: IssueId
    label: str
    terms: tuple[str, ...] = ()
    wordings: tuple[tuple[ActorId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place that is no Party: a city, sea or peninsula; ``party`` is the state it lies in."""

    name: str
    party: ActorId | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference tables: what is known before any Source is read."""

    parties: tuple[Party, ...] = ()
    actors: tuple[Actor, ...] = ()
    issues: tuple[Issue, ...] = ()
    places: tuple[Place, ...] = ()
