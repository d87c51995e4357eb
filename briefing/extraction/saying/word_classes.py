"""Tells the words of one sentence by their closed classes: what may end a noun phrase or not."""

from collections.abc import Sequence

from briefing.extraction.lexicon import Grammar
from briefing.extraction.tokens import Token


class WordClasses:
    """The tokens of one sentence, asked by their index."""

    def __init__(self, tokens: Sequence[Token], words: Grammar) -> None:
        self._tokens = tokens
        self._words = words

    def lower(self, index: int) -> str:
        """Return the word at an index in lower case, or "" outside the sentence."""
        return self._tokens[index].lower if 0 <= index < len(self._tokens) else ""

    def is_adverb(self, index: int) -> bool:
        """Tell whether a word may stand between subject and verb."""
        word = self.lower(index)
        return word in self._words.adverbs or (
            word.endswith("ly") and len(word) > 4 and not self._tokens[index].is_capital
        )

    def is_noun_like(self, index: int) -> bool:
        """Tell whether a word may end a noun phrase: none of the closed classes but pronouns."""
        if not 0 <= index < len(self._tokens) or not self._tokens[index].is_word:
            return False
        word, w = self.lower(index), self._words
        if word in w.pronouns or word in {"others", "one"}:
            return True
        closed = word in w.determiners or word in w.prepositions or word in w.auxiliaries
        closed = closed or word.endswith("n't")
        return not (closed or word in w.conjunctions or word in w.subordinators or word in w.finite)
