"""A Library's contents at one moment, for work off the main thread."""

from dataclasses import dataclass

from briefing.model.briefing import Briefing
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.imports import Unread


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Evidence, what was found in each Source, the Briefings, and what is still to be read."""

    evidence: Evidence
    findings: tuple[SourceFindings, ...] = ()
    briefings: tuple[Briefing, ...] = ()
    unread: tuple[Unread, ...] = ()
