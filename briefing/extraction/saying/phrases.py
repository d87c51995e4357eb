"""Finds noun phrases and the ends of clauses around a cue, from closed word classes alone."""

from collections.abc import Sequence

from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.phrases_after import (
    LONGEST_APPOSITION,
    OWNING,
    Phrase,
    PhrasesAfter,
)
from briefing.extraction.saying.word_classes import WordClasses
from briefing.extraction.tokens import QUOTES, Token

_LONGEST_BODY = 6  # words of a body that "which" may stand for
# Determiners that may be a subject by themselves: "several said", "most agree".
_ALONE = frozenset({"several", "many", "some", "most", "few", "all", "both", "another", "two"})
_NUMBERS = frozenset(
    {"half", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "a"}
)
_LATELY = frozenset({"last", "this", "earlier"})
_RELATIVES = frozenset({"who", "which", "whose", "whom"})
_CLAUSE_STOPS = frozenset({":", ";", "—", "–", "(", "?", "!"})
_GROUPS = frozenset({"people", "police", "media", "others", "one", "staff"})
_STOPS = frozenset({":", ";", "—", "–", "-", "(", ")", "''", "``", "?", "!"}) | frozenset(QUOTES)


__all__ = ["Phrase", "Phrases"]


class Phrases:
    """Reads noun phrases in one sentence's tokens."""

    def __init__(self, tokens: Sequence[Token], words: Grammar) -> None:
        self._tokens = tokens
        self._words = words
        classes = WordClasses(tokens, words)
        self.lower = classes.lower
        self.is_adverb = classes.is_adverb
        self.is_noun_like = classes.is_noun_like
        self.inverted = PhrasesAfter(tokens, words, classes).after

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
            elif word in {"week", "month", "year"} and self.lower(index - 1) in _LATELY:
                index -= 1
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
        if word in {",", "—", "–", "-", ")"}:
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
        if word in _ALONE and self.lower(index - 1) not in self._words.prepositions:
            return Phrase(index, index + 1, index + 1)
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
        found: Phrase | None = None
        for opening in range(closing - 2, max(-1, closing - LONGEST_APPOSITION), -1):
            mark = self.lower(opening)
            if mark in _CLAUSE_STOPS and mark != opening_mark:
                break
            if mark != opening_mark:
                continue
            last = self._before_parenthesis(opening - 1)
            if not self.is_noun_like(last):
                continue
            # "He met Kim, Lee, and Park, and said": an aside does not begin with a conjunction.
            if self.lower(opening + 1) in self._words.conjunctions:
                continue
            start = self._trim(self._walk_left(last), opening)
            if start >= opening or self.lower(start) in _RELATIVES:
                continue
            if self._is_relative(start):
                continue
            found = Phrase(start, closing, opening)
            if not self._is_aside_too(start):
                break
        return found

    def _before_parenthesis(self, index: int) -> int:
        if self.lower(index) != ")":
            return index
        while index > 0 and self.lower(index) != "(":
            index -= 1
        return index - 1

    def _is_relative(self, start: int) -> bool:
        """Tell whether a phrase stands in a clause that "who" or "which" opens near by."""
        for index in range(start - 1, max(-1, start - _LONGEST_BODY), -1):
            if self.lower(index) in {",", "-", "—", "–"}:
                return False
            if self.lower(index) in _RELATIVES:
                return True
        return False

    def _is_aside_too(self, start: int) -> bool:
        """Tell "Kim, the head of the office, a friend, said": the first name is the subject."""
        return self.lower(start - 1) == "," and (
            self.lower(start) in OWNING or not self._tokens[start].is_capital
        )

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
        if self.lower(start) in {"about", "over", "under"} and self._is_number(start + 1):
            return start
        for index in range(start + 2, end):
            previous, here = self._tokens[index - 1], self._tokens[index]
            if "'s" in {previous.lower, here.lower}:
                continue
            opens = here.lower in w.determiners or here.lower in w.pronouns
            parts = previous.is_capital != here.is_capital and previous.lower not in w.prepositions
            if (opens or parts) and previous.lower not in w.prepositions | w.determiners:
                return index
        return end

    def _is_number(self, index: int) -> bool:
        word = self.lower(index)
        return word[:1].isdigit() or word in _NUMBERS
