"""The words of a paragraph from its lines: hyphens at line ends judged by the rest of the text."""

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.ingest.readers.pages.pdf_lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_LAST = re.compile(r"[^\W_]+(?:[-‐’'][^\W_]+)*$")
_FIRST = re.compile(r"^[^\W_]+(?:[-‐’'][^\W_]+)*")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]")
# Where fewer lines than this end in a hyphen, nobody hyphenates: the hyphens belong to the words.
_HYPHENATING_SHARE = 0.02
_COMPOUND_SHARE = 0.5
_LONG_HALF = 4
# Ends of words that are no words: what stands before them was broken.
_WORD_END = re.compile(
    r"(?:[ts]ion(?:s|al|ally|ed)?|ments?|ings?|ed|ly|ness|it(?:y|ies)|ous|[ai]ble|[ae]nces?|"
    r"ers?|i[sz]e[ds]?|i[sz]ation|als?|ive(?:ly)?|i?ans?|ries|ry|cy|cies|ty|ties|dents?|tary|ters?)"
)
_JOINED_TO_WORDS = frozenset({
    "anti", "ex", "far", "half", "high", "ill", "inter", "intra", "long", "low", "mid", "much",
    "multi", "nation", "non", "north", "one", "pan", "post", "pro", "quasi", "self", "semi",
    "short", "so", "south", "state", "then", "three", "two", "ultra", "vice", "well",
    "east", "west", "air", "cease", "first", "second", "third", "four", "five", "six", "all",
})  # fmt: skip


class Words:
    """The words that a document uses inside its lines, to judge those broken at line ends."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._whole: frozenset[str] | None = None
        self._hyphenating = False

    def text(self, lines: Sequence[Line]) -> str:
        """Return the lines as running text on one line."""
        pieces: list[str] = []
        for at, line in enumerate(lines):
            pieces.append(line.text)
            if at + 1 < len(lines):
                pieces.append(self._between(line, lines[at + 1]))
        return "".join(pieces)

    def _between(self, line: Line, following: Line) -> str:
        if line.hyphen:
            return "-" if self._keeps_hyphen(line.text, following.text) else ""
        if _UNSPACED.match(line.text[-1:]) and _UNSPACED.match(following.text[:1]):
            return ""
        return " "

    def _keeps_hyphen(self, before: str, after: str) -> bool:
        halves = _halves(before, after)
        if halves is None:
            return True
        first, second = halves
        known = self._known()
        if f"{first}{second}" in known:
            return False
        if f"{first}-{second}" in known or "-" in second:
            return True
        if _WORD_END.fullmatch(second):
            return False
        if not self._hyphenating:
            return True
        named = before[-len(first)].isupper() and first in known
        return (named or first in _JOINED_TO_WORDS) and len(second) >= _LONG_HALF

    def _known(self) -> frozenset[str]:
        if self._whole is None:
            self._whole = _whole_words(self._lines)
            broken = [
                halves
                for line, following in pairwise(self._lines)
                if line.hyphen and (halves := _halves(line.text, following.text))
            ]
            compounds = sum(
                1
                for first, second in broken
                if second in self._whole
                or first in _JOINED_TO_WORDS
                or f"{first}-{second}" in self._whole
            )
            self._hyphenating = len(broken) >= _HYPHENATING_SHARE * len(
                self._lines
            ) and compounds < _COMPOUND_SHARE * len(broken)
        return self._whole


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """Return the halves of a word broken after a hyphen; None where the hyphen is its own."""
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None or not right.group()[0].islower():
        return None
    return left.group().lower(), right.group().lower()


def _whole_words(lines: Sequence[Line]) -> frozenset[str]:
    whole: list[str] = []
    broken = False
    for line in lines:
        text = line.text
        if broken:
            text = text.partition(" ")[2]
        broken = line.hyphen
        whole.append(text.rpartition(" ")[0] if broken else text)
    return frozenset(_WORD.findall("\n".join(whole).lower()))
