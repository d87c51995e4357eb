"""What the tagger proposes, and what extraction asks of it; nothing here needs the network."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from briefing.model.source import Source, Span


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution as the network sees it; the chances, from 0 to 1, are means over the words.

    ``confidence`` is the chance that speaker and content are right, as it was measured.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    cue_chance: float
    source_chance: float
    content_chance: float
    confidence: float = 0.0


class NameKind(StrEnum):
    """What a name that the network sees is the name of."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class NameProposal:
    """A name as the network sees it; the chance, from 0 to 1, is the least among its words."""

    span: Span
    kind: NameKind
    chance: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the network proposes for one Source, each in the order of the text."""

    attributions: tuple[Proposal, ...] = ()
    names: tuple[NameProposal, ...] = ()


class Tagger(Protocol):
    """Whatever proposes attributions and names for a Source."""

    def read(self, source: Source) -> Reading:
        """Return what is proposed for a Source."""
        ...
