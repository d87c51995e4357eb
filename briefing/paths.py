"""Where the program's own data lies, in a source tree and in a packed program alike."""

import sys
from pathlib import Path

import platformdirs

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))

SEEDS = _ROOT / "seeds"
RESOURCES = _ROOT / "resources"


def user_data() -> Path:
    """Return the folder for what the person keeps: the sample Library, own reference tables."""
    return platformdirs.user_data_path("aide-memoire", appauthor=False)
