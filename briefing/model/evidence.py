"""Everything that extraction and collation found: the machine-readable face of the program."""

from dataclasses import dataclass

from briefing.model.facts import Fact
from briefing.model.findings import (
    Agreement,
    Citation,
    Dispute,
    Divergence,
    Event,
    Group,
    Statement,
)
from briefing.model.ids import ActorId, IssueId, SourceId
from briefing.model.people import Actor, Issue, Likeness
from briefing.model.source import Source

EVIDENCE_VERSION = 1


@dataclass(frozen=True, slots=True)
class IssueMark:
    """A Sentence that speaks of an Issue.

    ``disputed``: it says that it is contested, or tells of two Parties that they part;
    ``narrowing``: it says that sides came nearer; ``sides`` are the Parties that it names where it
    is disputed. ``words``: the Source's own for a matter that no listed Issue covers; the mark is
    then an offer, with the id that the Issue will have if collation takes it.
    """

    issue: IssueId
    citation: Citation
    disputed: bool = False
    settled: bool = False
    narrowing: bool = False
    sides: tuple[ActorId, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class SourceFindings:
    """What extraction found in one Source; the id is the Source's.

    Kept in the Library, so that adding a Source extracts that one alone. ``events`` has one Event
    a telling: collation makes one of those that are the same.
    """

    id: SourceId
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    marks: tuple[IssueMark, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sources and the Findings from them; each tuple is sorted by id, Sources by id too.

    ``likenesses`` are the persons that may be one, the most alike first; worked out by collation,
    not kept.
    """

    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    groups: tuple[Group, ...] = ()
    facts: tuple[Fact, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
