"""The network's card: which network it is, and the numbers that were measured with it."""

from dataclasses import dataclass
from pathlib import Path

import msgspec


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How large a chance must be, from 0 to 1: that a cue begins, that a word is of a role."""

    cue: float
    source: float
    content: float


@dataclass(frozen=True, slots=True)
class Card:
    """What stands in reader.json: the network's hash and the numbers that were measured with it.

    ``confidence`` are the weights of a logistic regression: constant, cue, source, content, and
    whether there is a source.
    """

    sha256: str
    thresholds: Thresholds
    confidence: tuple[float, float, float, float, float]


def read_card(folder: Path) -> Card:
    """Read reader.json. Raises OSError, or msgspec.DecodeError where it is no such card."""
    return msgspec.json.decode((folder / "reader.json").read_bytes(), type=Card)
