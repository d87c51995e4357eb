"""Cuts text into the words and word pieces that the tagger's network was trained on."""

import re
import unicodedata
from pathlib import Path

from briefing.model.source import Span

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 100  # characters; a longer word is one unknown piece (BERT's own limit)


class Vocabulary:
    """The word pieces of the network, an id each: greedy, longest first (Wu et al. 2016).

    Letters are lowered and lose their accents, as the network was trained (uncased BERT).
    """

    def __init__(self, pieces: tuple[str, ...]) -> None:
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        self.unknown = self._ids["[UNK]"]
        self.opening = self._ids["[CLS]"]
        self.border = self._ids["[SEP]"]
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the ids of a word's pieces, one at least."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        letters = unicodedata.normalize("NFD", word.lower())
        letters = "".join(c for c in letters if unicodedata.category(c) != "Mn")
        if not letters or len(letters) > _LONGEST:
            return (self.unknown,)
        ids: list[int] = []
        start = 0
        while start < len(letters):
            end = len(letters)
            while (piece := self._piece(letters, start, end)) is None and end > start + 1:
                end -= 1
            if piece is None:
                return (self.unknown,)
            ids.append(piece)
            start = end
        return tuple(ids)

    def _piece(self, letters: str, start: int, end: int) -> int | None:
        return self._ids.get(("##" if start else "") + letters[start:end])


def vocabulary(path: Path) -> Vocabulary:
    """Read a vocabulary with one piece a line; its id is the number of the line."""
    return Vocabulary(tuple(path.read_text("utf-8").rstrip("\n").split("\n")))


def words(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the words and marks of a stretch: letters and digits run together, marks alone."""
    return tuple(Span(m.start(), m.end()) for m in WORD.finditer(text, start, end))


def case(word: str) -> int:
    """Return how a word is written, which its pieces do not tell.

    0 small letters or a mark, 1 a capital first, 2 capitals alone, 3 capitals inside, 4 a number.
    """
    if word[0].isdigit():
        return 4
    if word.islower() or not word[0].isalpha():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and (word[1:].islower() or len(word) == 1) else 3
