"""What one side did, to or with another, at a time: the raw matter of background."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.findings import Precision
from briefing.model.ids import ActorId, FactId, SentenceId, SourceId
from briefing.model.source import Span


class FactKind(StrEnum):
    """What was done: the 18 classes of PLOVER as its open ontology names them.

    The Political Language Ontology for Verifiable Event Records (Open Event Data Alliance), which
    follows CAMEO: first what brings sides together, then what sets them apart.
    """

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    DEMAND = "demand"
    DISAPPROVE = "disapprove"
    REJECT = "reject"
    THREATEN = "threaten"
    INVESTIGATE = "investigate"
    PROTEST = "protest"
    SANCTION = "sanction"
    COERCE = "coerce"
    MOBILIZE = "mobilize"
    ASSAULT = "assault"
    FIGHT = "fight"


@dataclass(frozen=True, slots=True)
class FactSpans:
    """Where the cue stands, and the names by which actors and targets are told."""

    actors: tuple[Span, ...]
    cue: tuple[Span, ...]
    targets: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """What an Actor did, to or with another, at a time: the raw matter of background.

    ``actors`` and ``targets`` are Parties, or bodies that belong to none; who does it together has
    all in ``actors`` and no target. ``start`` and ``end`` are the first and last day of the date
    that the Sentence gives, None where it gives none. ``cue`` is the verb or noun that tells it,
    verbatim. ``confidence`` is from 0 to 1: how sure the rule is, not how true.
    """

    id: FactId
    source: SourceId
    sentence: SentenceId
    kind: FactKind
    actors: tuple[ActorId, ...]
    targets: tuple[ActorId, ...]
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    cue: str
    confidence: float
    spans: FactSpans
