"""Where a clause begins and where it ends, in the tokens of one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.tokens import QUOTES, Token
from briefing.model.source import Span

MARKS = frozenset(QUOTES) | {"''", "``", "'''"}
_JOINTS = frozenset({",", ";", "and", "but", "while"})
_STOPS = frozenset({".", ",", ";", ":", "?", "!"})
_LONGEST_SUBJECT = 24  # tokens from a subject's first word to its verb


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of a content, how sure the shape is, and how many words the cue has beyond one."""

    spans: tuple[Span, ...]
    confidence: float
    cue_words: int = 0


class Clauses:
    """Reads clauses in one sentence.

    Indexes are those of its tokens. ``bounds`` has, for each cue, the index of its subject (that of
    the cue where it has none of its own) and of the cue.
    """

    def __init__(
        self, tokens: Sequence[Token], quotes: Quotations, words: Grammar, phrases: Phrases
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._words = words
        self._phrases = phrases
        self._word = phrases.lower
        self.bounds: tuple[tuple[int, int], ...] = ()

    def skip_adverbs(self, index: int) -> int:
        """Return the index of the first word from here on that is no adverb."""
        while self._phrases.is_adverb(index) and self._word(index) not in {"both", "all"}:
            index += 1
        return index

    def is_clause(self, start: int, stop: int | None = None) -> bool:
        """Tell whether a subject and a finite verb begin at a token, before token ``stop``."""
        adverbial = self._word(start) in self._words.prepositions
        return not adverbial and self.opens(start, stop)

    def opens(self, start: int, stop: int | None = None) -> bool:
        """Tell whether a subject and then a finite verb begin here, before token ``stop``."""
        last = len(self._tokens) if stop is None else stop
        if start >= last:
            return False
        token, w = self._tokens[start], self._words
        if token.text in MARKS:
            return True
        if not token.is_word or token.lower in {"to", "on", "in", "at", "by", "for", "with"}:
            return False
        for index in range(start + 1, min(start + _LONGEST_SUBJECT, last)):
            word = self._word(index)
            if word in w.finite or (word in w.auxiliaries and word != "'s"):
                return True
            if word in {".", ";", ":", "—"}:
                return False
            if self.looks_like_verb(index):
                return True
        return False

    def has_verb(self, start: int, stop: int) -> bool:
        """Tell whether a finite verb stands between two tokens."""
        w = self._words
        return any(
            self._word(index) in w.finite
            or (self._word(index) in w.auxiliaries and self._word(index) != "'s")
            or self.looks_like_verb(index)
            for index in range(start + 1, stop)
        )

    def looks_like_verb(self, index: int) -> bool:
        """Tell "the talks ended in Rome" by an ending, a noun before and a small word behind."""
        verbal = self._word(index).endswith(("ed", "s")) and not self._tokens[index].is_capital
        if not verbal or not self._phrases.is_noun_like(index - 1):
            return False
        after, w = self._word(index + 1), self._words
        small = after in w.determiners or after in w.prepositions or after in w.adverbs
        return small or after in {"to", "that"}

    def closing(self, mark: int) -> int | None:
        """Return the index behind a quotation whose last word has a stop within the marks."""
        if self._tokens[mark].text not in MARKS:
            return None
        quote = self._quotes.at(self._tokens[mark].end)
        if quote is None or quote.start > self._tokens[mark].end + 1:
            return None
        inside = mark + 1
        while inside < len(self._tokens) and self._tokens[inside].start < quote.end:
            inside += 1
        stopped = self._tokens[inside - 1].text in {",", ".", "?", "!"}
        return min(inside + 1, len(self._tokens)) if stopped else None

    def end(self, start: int) -> int:
        """Step right to where another cue's clause, or the sentence, ends this one."""
        cues = {cue for _, cue in self.bounds}
        subjects = {subject for subject, cue in self.bounds if subject != cue}
        for index in range(start + 1, len(self._tokens)):
            if self._quotes.inside(self._tokens[index].start):
                continue
            word = self._word(index)
            if word == "," and self._word(index + 1) == "according":
                return index
            if word == "according" and self._word(index + 1) == "to":
                return index
            joined = self._word(index - 1) in _JOINTS
            if joined and index > start + 1 and (index in cues or index in subjects):
                return self._back_over_joints(index)
            late = index in cues and self._phrases.is_adverb(index - 1)
            if late and self._word(index - 2) in {"and", "but", ","}:
                return self._back_over_joints(index - 1)
        return len(self._tokens)

    def _back_over_joints(self, index: int) -> int:
        while index > 0 and self._word(index - 1) in _JOINTS:
            index -= 1
        return index

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the stretch without outer marks, a touched quotation taken whole."""
        tokens = self._tokens
        while start < end and not (tokens[start].is_word or tokens[start].text in MARKS):
            start += 1
        while end > start and self._is_outer_stop(tokens[end - 1]):
            end -= 1
        if end <= start or not any(t.is_word for t in tokens[start:end]):
            return ()
        first, last = tokens[start].start, tokens[end - 1].end
        touched = self._quotes.at(tokens[end - 1].start)
        if touched is not None and touched.start >= first:
            last = max(last, touched.end)
        return (Span(first, last),)

    def _is_outer_stop(self, token: Token) -> bool:
        return token.text in _STOPS and not self._quotes.inside(token.start)
