"""What extraction and collation propose: each Finding points at the Sentences it came from."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.ids import (
    ActorId,
    AgreementId,
    DisputeId,
    DivergenceId,
    EventId,
    GroupId,
    IssueId,
    SentenceId,
    SourceId,
    StatementId,
)
from briefing.model.source import Span


class EventKind(StrEnum):
    """What sort of happening it is."""

    SUMMIT = "summit"
    VISIT = "visit"
    MEETING = "meeting"
    TALKS = "talks"
    CALL = "call"
    SIGNING = "signing"
    FORUM = "forum"
    TEST = "test"
    EXERCISE = "exercise"
    DEPLOYMENT = "deployment"
    ATTACK = "attack"
    ELECTION = "election"
    PROTEST = "protest"
    SANCTIONS = "sanctions"
    EXPULSION = "expulsion"
    RECALL = "recall"
    CEASEFIRE = "ceasefire"
    RULING = "ruling"
    RELATIONS = "relations"


class Precision(StrEnum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


class EventStatus(StrEnum):
    """Whether it is announced to happen, did happen, or was announced and then called off."""

    ANNOUNCED = "announced"
    CANCELLED = "cancelled"
    HELD = "held"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """``said``: spoken, written, signed, announced; ``held``: a view or wish ascribed."""

    SAID = "said"
    HELD = "held"


class Mode(StrEnum):
    """Whether the content stands in quotation marks: all of it, none of it, some of it."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Polarity(StrEnum):
    """What the speaker does with the content."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    DEMANDS = "demands"
    OFFERS = "offers"
    DENIES = "denies"
    NEUTRAL = "neutral"


class AgreementKind(StrEnum):
    """How firm it is, from words exchanged to a signed instrument; or only planned."""

    UNDERSTANDING = "understanding"
    SIGNED = "signed"
    ANNOUNCED = "announced"
    PLANNED = "planned"


class DisputeStatus(StrEnum):
    """Where a dispute stands, as far as the Sources tell."""

    OPEN = "open"
    NARROWING = "narrowing"
    SETTLED = "settled"
    UNKNOWN = "unknown"


class DivergenceKind(StrEnum):
    """In what two accounts of the same thing differ."""

    FIGURE = "figure"
    DATE = "date"
    SILENCE = "silence"
    WORDING = "wording"


class GroupKind(StrEnum):
    """Why Sources stand together: one report twice, or nearly."""

    SAME_REPORT = "same-report"
    NEAR_DUPLICATE = "near-duplicate"


@dataclass(frozen=True, slots=True)
class Citation:
    """A Sentence and the Source it stands in."""

    source: SourceId
    sentence: SentenceId


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is announced, with every place where it is told.

    ``start`` and ``end`` are the first and last day it may cover; with precision "month" they are
    the first and last of that month. Both are None with precision "unknown".
    """

    id: EventId
    kind: EventKind
    title: str
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    place: str | None
    participants: tuple[ActorId, ...]
    status: EventStatus
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class StatementSpans:
    """Where speaker, cue and content stand; content may be in several pieces."""

    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker said, or is reported to hold.

    ``sentence`` is the Sentence with the cue, in a transcript that of the first words. ``party``
    is whom the speaker speaks for, None for an expert or an unnamed source. ``confidence`` is from
    0 to 1: how sure the rule is, not how true.
    ``negated``: the cue is ("did not support"). ``hedged``: cue or content is weakened
    ("reportedly", "may have").
    """

    id: StatementId
    source: SourceId
    sentence: SentenceId
    speaker: ActorId | None
    speaker_text: str
    party: ActorId | None
    on_behalf: ActorId | None
    act: Act
    mode: Mode
    cue: str
    content: str
    polarity: Polarity
    commentary: bool
    issues: tuple[IssueId, ...]
    event: EventId | None
    confidence: float
    spans: StatementSpans
    negated: bool = False
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class Agreement:
    """What Parties settled, in the Source's words; ``count`` when it says how many there are.

    ``verb`` is the operative verb as it stands there ("signed", "shook hands on").
    """

    id: AgreementId
    source: SourceId
    sentences: tuple[SentenceId, ...]
    kind: AgreementKind
    parties: tuple[ActorId, ...]
    text: str
    announced_by: ActorId | None
    count: int | None
    issues: tuple[IssueId, ...]
    event: EventId | None
    verb: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a Party stands on an Issue: its Statements, oldest first."""

    party: ActorId
    statements: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """An Issue on which Positions part.

    ``evidence`` are Sentences that call it disputed or tell of two Parties that they part.
    """

    id: DisputeId
    issue: IssueId
    status: DisputeStatus
    since: dt.date | None
    positions: tuple[Position, ...]
    evidence: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One telling: the Sentence, and the value it gives."""

    source: SourceId
    sentence: SentenceId
    value: str


@dataclass(frozen=True, slots=True)
class Divergence:
    """Accounts of the same thing that differ; offered as "check", never judged."""

    id: DivergenceId
    about: str
    kind: DivergenceKind
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Sources that are one report, or nearly."""

    id: GroupId
    kind: GroupKind
    sources: tuple[SourceId, ...]
