"""A theme: every colour of the desk under the name of what it is for, read from a TOML file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ui.theme.resources import THEMES


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as ``#RRGGBB``, by role; widgets and style sheets use roles, never hues.

    ``window`` lies behind everything, ``surface`` behind lists and fields, ``paper`` behind text to
    be read. ``ink`` and ``muted`` are for words, ``line`` parts things. ``accent`` is the one
    colour that asks for attention, ``on_accent`` the words on it. ``selection`` and ``hover`` lie
    behind rows, ``highlight`` behind the cited sentence, ``slot`` behind text still to be written.
    """

    window: str
    surface: str
    paper: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selection: str
    hover: str
    highlight: str
    slot: str
    alert: str


def read_theme(path: Path) -> Theme:
    """Read a theme file; a missing or unknown role is a TypeError: the program is broken."""
    return Theme(**tomllib.loads(path.read_text(encoding="utf-8")))


def theme(dark: bool) -> Theme:
    """Return the bundled light or dark theme."""
    return read_theme(THEMES / ("dark.toml" if dark else "light.toml"))
