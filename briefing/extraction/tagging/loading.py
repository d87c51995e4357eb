"""Loads the tagger, or says in words why Statements are found by rules alone."""

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from briefing.extraction.tagging.proposals import Tagger

RULES_ONLY = "AIDE_MEMOIRE_RULES_ONLY"  # set to anything: an office that forbids networks
_LIBRARIES = ("numpy", "onnxruntime")


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


def card(folder: Path) -> Card:
    """Read reader.json. Raises OSError, or msgspec.DecodeError where it is no such card."""
    return msgspec.json.decode((folder / "reader.json").read_bytes(), type=Card)


@cache
def absence(folder: Path) -> str:
    """Return why the tagger of a folder (resources/models) cannot be used; "" if it can.

    The network is not loaded for this; its bytes must be those that its card speaks of.
    """
    if os.environ.get(RULES_ONLY):
        return f"{RULES_ONLY} is set"
    missing = [name for name in _LIBRARIES if find_spec(name) is None]
    if missing:
        return f"{' and '.join(missing)} cannot be imported"
    try:
        meant = card(folder).sha256
        found = hashlib.sha256((folder / "reader.onnx").read_bytes()).hexdigest()
        (folder / "vocabulary.txt").stat()
    except OSError as error:
        return f"{Path(error.filename or folder).name} cannot be read"
    except msgspec.DecodeError:
        return "reader.json is damaged"
    return "" if found == meant else "reader.onnx is not the file that reader.json speaks of"


@cache
def tagger(folder: Path) -> Tagger | None:
    """Return the tagger of a folder, loaded once a process; None where ``absence`` says why."""
    if absence(folder):
        return None
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its buffers count against our limits
    # The network's library takes a quarter of a second and 60 MB: only who reads Sources pays it.
    from briefing.extraction.tagging.tagger import NetworkTagger  # noqa: PLC0415

    return NetworkTagger(folder)
