"""Finds noun phrases and the ends of clauses around a cue, from closed word classes alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.lexicon import Grammar
from briefing.extraction.tokens import QUOTES, Token

_LONGEST_APPOSITION = 28
_LONGEST_BODY = 6  # words of a body that "which" may stand for
_GROUPS = frozenset({"people", "police", "media", "others", "one", "staff"})
_STOPS = frozenset({":", ";", "—", "–", "-", "(", ")", "''", "``", "?", "!"}) | frozenset(QUOTES)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens ``start`` to ``end`` (exclusive) of a sentence; ``head_end`` is before appositions."""

    start: int
    end: int
    head_end: int


class Phrases:
    """Reads noun phrases in one sentence's tokens."""

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

    def before(self, verb: int) -> tuple[int, bool]:
        """Step left from a verb over auxiliaries, adverbs and days; tell if one negates it."""
        index, negated = verb - 1, False
        while index >= 0:
            word = self.lower(index)
            if word == "time" and self.lower(index - 1) == "no":  # "has at no time conceded"
                negated = True
                index -= 2
            elif word in self._words.negations or word.endswith("n't"):
                negated = True
            elif word != "yet" and not (
                word in self._words.auxiliaries or self.is_adverb(index) or self._is_day(index)
            ):
                break
            index -= 1
        return index, negated

    def _is_day(self, index: int) -> bool:
        word, w = self.lower(index), self._words
        if word in w.weekdays or (word in w.months and self._tokens[index].is_capital):
            return self.lower(index - 1) in {"on", "in", "late", "early"} or word in w.weekdays
        after = self.lower(index + 1)
        if word in {"on", "in", "late", "early"}:
            return after in w.weekdays or after in w.months
        return word.isdigit() and self.lower(index - 1) in w.months

    def subject(self, verb: int) -> Phrase | None:
        """Return the noun phrase left of a verb that may be its subject."""
        index, _ = self.before(verb)
        if index < 0:
            return None
        word = self.lower(index)
        if word in {",", "—", "–", ")"}:
            return self._subject_with_apposition(index)
        if word in {"who", "which"}:
            end = index - 1 if self.lower(index - 1) == "," else index
            phrase = self._phrase_ending(end)
            # "Lee raised the building of structures in the waters, which …": a clause, not a name.
            clause = phrase is not None and phrase.end - phrase.start > _LONGEST_BODY
            return None if word == "which" and clause else phrase
        if word == "that" and self.is_noun_like(index - 1):
            return self._phrase_ending(index)
        if self.is_noun_like(index):
            return self._phrase_ending(index + 1)
        return None

    def _phrase_ending(self, end: int) -> Phrase | None:
        if end <= 0 or not (self.is_noun_like(end - 1) or self.lower(end - 1) == ","):
            return None
        start = self._trim(self._walk_left(end - 1), end)
        if start >= end or self._is_no_subject(start, end):
            return None
        return Phrase(start, end, end)

    def _is_no_subject(self, start: int, end: int) -> bool:
        """Tell a verb's remains ("needed to draw in the North", "set out") from a noun phrase."""
        token = self._tokens[start]
        if token.is_capital or token.lower in self._words.determiners | self._words.pronouns:
            return False
        if token.lower.endswith(("ed", "ing")) and end - start > 1:
            return True
        return end - start == 1 and not token.lower.endswith("s") and token.lower not in _GROUPS

    def _subject_with_apposition(self, closing: int) -> Phrase | None:
        """Read "Kim Tae-hyo, a deputy director, said": the mark before the verb closes an aside."""
        opening_mark = "(" if self.lower(closing) == ")" else self.lower(closing)
        for opening in range(closing - 2, max(-1, closing - _LONGEST_APPOSITION), -1):
            mark = self.lower(opening)
            if self._tokens[opening].text in _STOPS and mark != opening_mark:
                return None
            if mark != opening_mark:
                continue
            # "He met Kim, Lee, and Park, and said": an aside does not begin with a conjunction.
            if self.lower(opening + 1) in self._words.conjunctions or not self.is_noun_like(
                opening - 1
            ):
                return None
            start = self._trim(self._walk_left(opening - 1), opening)
            if start >= opening:
                return None
            return Phrase(start, closing, opening)
        return None

    def _walk_left(self, index: int) -> int:
        """Step left from the last word of a noun phrase to its first."""
        if self.lower(index) in self._words.pronouns:
            return index
        while index > 0 and self._continues(index):
            index -= 1
        return index

    def _continues(self, index: int) -> bool:
        """Tell whether the word before ``index`` belongs to the same noun phrase."""
        token, w = self._tokens[index - 1], self._words
        word = token.lower
        if token.text in _STOPS or word in {",", "."}:
            return False
        if word in w.conjunctions:
            return word == "and" and self._joins(index - 1)
        if word in {"who", "'s"}:
            return True
        if word in w.subordinators and word != "as":
            return False
        if word.endswith("n't"):
            return False
        if word in w.auxiliaries or word in w.finite:
            return False
        return not (word in w.pronouns and word not in w.determiners)

    def _joins(self, index: int) -> bool:
        """Tell whether an "and" joins two names or nouns, not two clauses."""
        if not (self.is_noun_like(index - 1) and index + 1 < len(self._tokens)):
            return False
        left, right = self._tokens[index - 1], self._tokens[index + 1]
        if right.lower in self._words.pronouns:
            return False
        return left.is_capital == right.is_capital or right.lower in self._words.determiners

    def _trim(self, start: int, end: int) -> int:
        """Drop an opening adverbial ("On Monday", "In Seoul") before the subject proper."""
        w = self._words
        while start < end and (
            (self.is_adverb(start) and self.lower(start) not in w.determiners)
            or self.lower(start) in w.weekdays
            or self.lower(start) in w.conjunctions
            or not self._tokens[start].is_word
            or self.lower(start) in {"'s", "while", "which", "whom"}
        ):
            start += 1
        if start >= end or self.lower(start) not in w.prepositions:
            return start
        for index in range(start + 2, end):
            previous, here = self._tokens[index - 1], self._tokens[index]
            opens = here.lower in w.determiners or here.lower in w.pronouns
            parts = previous.is_capital != here.is_capital and previous.lower not in w.prepositions
            if (opens or parts) and previous.lower not in w.prepositions | w.determiners:
                return index
        return end

    def inverted(self, verb: int) -> Phrase | None:
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
        if not (opens or (first.is_word and self.is_noun_like(start))) or self.is_adverb(start):
            return None
        end = self._walk_right(start)
        head_end = end
        if self.lower(end) == "," and self._is_apposition(end + 1):
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
                        self._tokens[index + 1].is_capital or self.lower(index + 1) in w.determiners
                    )
                    day = self.lower(index + 1) in w.weekdays | w.months
                    if token.lower in {"in", "at", "to"} or not nominal or day:
                        break
                elif (
                    token.lower in w.prepositions | w.subordinators | w.auxiliaries | w.weekdays
                    or self.is_adverb(index)
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
        while index < len(self._tokens) and (
            self._tokens[index].is_word or self._tokens[index].text in {"'s", "’s", "-", "$", "%"}
        ):
            index += 1
        return index

    def _is_apposition(self, index: int) -> bool:
        if index >= len(self._tokens):
            return False
        token = self._tokens[index]
        if token.lower in self._words.conjunctions | self._words.subordinators | {"who", "which"}:
            return token.lower == "who"
        return (
            token.is_word
            and not token.lower.endswith("ing")
            and (
                token.is_capital or token.lower in {"the", "a", "an", "his", "her", "its", "their"}
            )
        )
