"""Finds the noun phrase right of a word: "said Wi Sung-lac, the adviser", "according to Lund"."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.word_classes import WordClasses
from briefing.extraction.tokens import QUOTES, Token

LONGEST_APPOSITION = 28
_LONGEST_TITLE = 10  # tokens
_IN_WORDS = frozenset({"'s", "'", "-", "$", "%"})
_MARKS = frozenset(QUOTES) | {"''", "``", "'''"}
OWNING = frozenset({"the", "a", "an", "his", "her", "its", "their", "then", "another", "one"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence; ``head_end`` is before appositions."""

    start: int
    end: int
    head_end: int


class PhrasesAfter:
    """Reads noun phrases from left to right in one sentence's tokens."""

    def __init__(self, tokens: Sequence[Token], words: Grammar, classes: WordClasses) -> None:
        self._tokens = tokens
        self._words = words
        self._classes = classes
        self._lower = classes.lower

    def after(self, verb: int) -> Phrase | None:
        """Return the noun phrase right of a verb, as in "…," said Wi Sung-lac, the adviser."""
        start = verb + 1
        if start >= len(self._tokens):
            return None
        first = self._tokens[start]
        opens = (
            first.is_capital
            or first.lower in self._words.determiners
            or first.lower in {"he", "she", "they"}
        )
        if not (
            opens or (first.is_word and self._classes.is_noun_like(start))
        ) or self._classes.is_adverb(start):
            return None
        end = self._walk_right(start)
        head_end = end
        while self._lower(end) == "," and end - start < LONGEST_APPOSITION:
            if not self._is_apposition(end + 1):
                break
            end = self._to_mark(end + 1)
        return Phrase(start, end, head_end)

    def _walk_right(self, index: int) -> int:
        w = self._words
        first = index
        while index < len(self._tokens):
            token = self._tokens[index]
            if token.text == "(" and index > first:
                index = self._closing(index)
                continue
            if token.lower == "who" and index > first:
                return self._to_mark(index)
            if not token.is_word and token.lower != "'s":
                break
            if index > first and token.lower != "'s":
                if token.lower in {"of", "for", "and", "at", "in", "to"}:
                    nominal = index + 1 < len(self._tokens) and (
                        self._tokens[index + 1].is_capital
                        or self._lower(index + 1) in w.determiners
                    )
                    day = self._lower(index + 1) in w.weekdays | w.months
                    if token.lower in {"in", "at", "to"} or not nominal or day:
                        break
                elif (
                    token.lower in w.prepositions | w.subordinators | w.auxiliaries | w.weekdays
                    or self._classes.is_adverb(index)
                    or token.lower in w.conjunctions
                ):
                    break
            index += 1
        return index

    def _closing(self, index: int) -> int:
        """Return the index behind the parenthesis that opens at ``index``."""
        while index < len(self._tokens) and self._tokens[index].text != ")":
            index += 1
        return index + 1

    def _to_mark(self, index: int) -> int:
        """Return the index of the next comma, stop or quotation mark."""
        while index < len(self._tokens):
            token = self._tokens[index]
            title = token.text in _MARKS and self._tokens[index - 1].is_word
            if not (token.is_word or token.lower in _IN_WORDS or title):
                break
            behind = self._behind_title(index) if title else index + 1
            if behind == index:
                break
            index = behind
        return index

    def _behind_title(self, index: int) -> int:
        """Return the index behind a title in quotation marks that opens at ``index``."""
        for closing in range(index + 1, min(index + _LONGEST_TITLE, len(self._tokens))):
            if self._tokens[closing].text in _MARKS:
                return closing + 1
        return index

    def _is_apposition(self, index: int) -> bool:
        if index >= len(self._tokens):
            return False
        token, w = self._tokens[index], self._words
        if token.lower in {"who", "whose", "of"}:
            return True
        if token.lower in w.conjunctions or token.lower in w.subordinators or not token.is_word:
            return False
        if token.is_capital or token.text.isdigit() or token.lower in OWNING:
            return token.lower not in w.weekdays and token.lower not in w.months
        # "director of the centre" names the speaker, "speaking at the centre" what he does.
        closed = (
            token.lower in w.prepositions
            or token.lower in w.finite
            or self._classes.is_adverb(index)
        )
        verbal = token.lower.endswith(("ing", "ed")) or token.lower in {"adding", "her"}
        if closed or verbal or not self._classes.is_noun_like(index):
            return False
        words = [self._lower(i) for i in range(index, self._to_mark(index))]
        said = words[: words.index("who")] if "who" in words else words
        return not any(word in w.finite or word in w.auxiliaries for word in said)
