"""The fonts that a PDF embeds: families, coverage, and what stands in for a missing character."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from briefing.exporters.characters import printable
from briefing.model.errors import ExportError
from briefing.paths import RESOURCES


@dataclass(frozen=True, slots=True)
class Faces:
    """The font names of a family: ``strong`` in running text, ``bold`` in headings."""

    regular: str
    italic: str
    strong: str
    bold: str


FAMILIES: Final = {
    "Source Serif 4": Faces(
        "SourceSerif4_400Regular",
        "SourceSerif4_400Regular_Italic",
        "SourceSerif4_600SemiBold",
        "SourceSerif4_600SemiBold",
    ),
    "Source Sans 3": Faces(
        "SourceSans3_400Regular",
        "SourceSans3_400Regular_Italic",
        "SourceSans3_600SemiBold",
        "SourceSans3_700Bold",
    ),
}
# Tried in this order for a character that the face at hand lacks: symbols first, then Korean.
_FALLBACKS: Final = ("SourceSans3_400Regular", "Pretendard-Regular")
_MISSING: Final = "□"
_VARIATIONS: Final = frozenset(map(chr, range(0xFE00, 0xFE10)))
# A number and what it counts stay on one line; so do an abbreviation and its number.
_UNIT: Final = re.compile(
    r"(?<=\d) (?=(?:%|‰|°C?|per cent|percent|million|billion|trillion|km²?|m[²³]?|kg|t|GW|MW|kt"
    r"|nm|mm|cm|USD|EUR|KRW|CNY|JPY)(?!\w))"
)
_BEFORE_NUMBER: Final = re.compile(
    r"\b(No\.|Nos\.|Art\.|art\.|p\.|pp\.|para\.|paras\.|Annex|§) (?=\d)"
)


def faces(family: str) -> Faces:
    """Return the faces of a family, ready for use; raise ExportError where it is not there."""
    if family not in FAMILIES:
        raise ExportError(
            "The font family {family} is not among those a PDF can embed.",
            hint=f"Choose one of {', '.join(FAMILIES)}.",
            family=family,
        )
    found = FAMILIES[family]
    for name in (found.regular, found.italic, found.strong, found.bold, *_FALLBACKS):
        _coverage(name)
    return found


@cache
def _coverage(name: str) -> frozenset[int]:
    """Register a font on first use and return the code points it has."""
    path = RESOURCES / "fonts" / f"{name}.ttf"
    # Shaping would map ligatures to private code points, and copied text would lose its letters.
    font = TTFont(name, str(path), shapable=False)
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


def markup(text: str, face: str) -> str:
    """Return the text as reportlab's paragraph markup, in the face and its stand-ins.

    Composed to NFC, for the fonts have no loose combining marks for Latin and Korean.
    """
    shown = unicodedata.normalize("NFC", printable(text))
    bound = _BEFORE_NUMBER.sub("\\1\u00a0", _UNIT.sub("\u00a0", shown))
    return "".join(
        f'<font name="{name}">{escape(piece)}</font>'.replace("\n", "<br/>")
        for name, piece in runs(bound, face)
    )


def runs(text: str, face: str) -> Iterator[tuple[str, str]]:
    """Split the text into runs of one font each; what no font has becomes a box."""
    base = _coverage(face)
    name, piece = face, ""
    for character in text:
        if ord(character) in base or character == "\n":
            wanted, drawn = face, character
        else:
            wanted, drawn = _stand_in(character)
        # A space between two Korean words stays with them, so that a run is not cut at each.
        if character == " " and piece:
            wanted = name
        if wanted != name and drawn:
            if piece:
                yield name, piece
            name, piece = wanted, ""
        piece += drawn
    if piece:
        yield name, piece


@lru_cache(maxsize=4096)
def _stand_in(character: str) -> tuple[str, str]:
    for name in _FALLBACKS:
        if ord(character) in _coverage(name):
            return name, character
    # Joiners, soft hyphens, direction marks and variation selectors have no shape of their own.
    if unicodedata.category(character) == "Cf" or character in _VARIATIONS:
        return _FALLBACKS[0], ""
    return _FALLBACKS[0], _MISSING


def fitted(text: str, face: str, size: float, width: float) -> tuple[list[tuple[str, str]], float]:
    """Return the runs of a line cut with an ellipsis to the width, and their width in points."""
    shown = unicodedata.normalize("NFC", text)
    while True:
        pieces = list(runs(shown, face))
        wide = sum(pdfmetrics.stringWidth(piece, name, size) for name, piece in pieces)
        if wide <= width or len(shown) < 2:
            return pieces, wide
        keep = min(len(shown) - 2, int(len(shown) * width / wide))
        shown = shown[: max(keep, 0)].rstrip() + "…"
