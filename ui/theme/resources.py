"""Where the desk's icons, fonts and themes lie, in a source tree and in a packed program alike."""

import sys
from pathlib import Path

_ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))

THEMES = _ROOT / "resources" / "themes"
ICONS = _ROOT / "resources" / "icons"
FONTS = _ROOT / "resources" / "fonts"
