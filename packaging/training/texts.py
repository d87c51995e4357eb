"""Open texts for training: found in folders, and cut into sentences as the program cuts them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.extraction.tagging.windows import Unit, units
from briefing.ingest.read import read


@dataclass(frozen=True, slots=True)
class Laid:
    """A text and its sentences as words."""

    text: str
    units: tuple[Unit, ...]


def lay(text: str, name: str) -> Laid:
    """Read a text as the program does, offsets into the text as given."""
    source = read(text.encode(), name, as_is=True)
    return Laid(source.text, units(source))


def texts_below(folders: Sequence[Path]) -> list[tuple[str, str]]:
    """Return folder/name and text of each .txt file below the folders, in their order."""
    paths = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    return [(f"{path.parent.name}/{path.stem}", path.read_text("utf-8")) for path in paths]
