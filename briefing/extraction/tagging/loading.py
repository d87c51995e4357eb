"""Loads the tagger, or says in words why Statements are found by rules alone."""

import hashlib
import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from briefing.extraction.tagging.card import read_card
from briefing.extraction.tagging.proposals import Tagger

RULES_ONLY = "AIDE_MEMOIRE_RULES_ONLY"  # set to anything: an office that forbids networks
_LIBRARIES = ("numpy", "onnxruntime")


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
        meant = read_card(folder).sha256
        found = hashlib.sha256((folder / "reader.onnx").read_bytes()).hexdigest()
        (folder / "vocabulary.txt").stat()
    except OSError as error:
        return f"{Path(error.filename or folder).name} cannot be read"
    except msgspec.DecodeError:
        return "reader.json is damaged"
    return "" if found == meant else "reader.onnx is not the file that reader.json speaks of"


@cache
def tagger(folder: Path) -> Tagger | None:
    """Return the tagger of a folder, loaded once a process.

    None where ``absence`` says why, and where the library is there and cannot be used: reading by
    rules goes on whatever is wrong with it.
    """
    if absence(folder):
        return None
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # its buffers count against our limits
    # The network's library takes a quarter of a second and 60 MB: only who reads Sources pays it.
    try:
        from briefing.extraction.tagging.tagger import NetworkTagger  # noqa: PLC0415

        return NetworkTagger(folder)
    except Exception:  # noqa: BLE001 - onnxruntime's own errors have no nearer parent
        return None
