"""What a person does to a Library: put a record, remove a record; each Edit has an inverse."""

from dataclasses import dataclass

from briefing.model.briefing import Briefing
from briefing.model.evidence import SourceFindings
from briefing.model.findings import Agreement, Dispute, Divergence, Event, Group, Statement
from briefing.model.imports import Unread
from briefing.model.people import Actor, Issue
from briefing.model.source import Original, Source

Record = (
    Source
    | Original
    | SourceFindings
    | Actor
    | Event
    | Issue
    | Statement
    | Agreement
    | Dispute
    | Divergence
    | Group
    | Briefing
    | Unread
)


@dataclass(frozen=True, slots=True)
class Put:
    """Add a record, or replace the one with its id."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the record with this kind and id away."""

    kind: type[Record]
    id: str


Step = Put | Remove


@dataclass(frozen=True, slots=True)
class Edit:
    """One act of a person: its label stands in the Undo menu."""

    label: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What an Edit touched, and the Edit that takes it back."""

    kinds: frozenset[type[Record]]
    undo: Edit
