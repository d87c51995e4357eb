"""Everything that extraction and collation found: the machine-readable face of the program."""

from dataclasses import dataclass

from briefing.model.findings import Agreement, Dispute, Divergence, Event, Group, Statement
from briefing.model.people import Actor, Issue
from briefing.model.source import Source

EVIDENCE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sources and the Findings from them; each tuple is sorted by id, Sources by id too."""

    sources: tuple[Source, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
    statements: tuple[Statement, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    groups: tuple[Group, ...] = ()
