"""Finds what was said behind a cue: the clause, quotation or object that its sense takes."""

from collections.abc import Sequence
from typing import assert_never

from briefing.extraction.lexicon import Grammar, Sense, Shape
from briefing.extraction.saying.candidates import LIGHT_REACH
from briefing.extraction.saying.clauses import MARKS, Clauses, Content
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import CLOSING_QUOTES, Token

# Tokens from a cue in which each of these may begin or end.
_LONGEST_ADJUNCT = 16
_LONGEST_PERSON = 20
_LONGEST_OBJECT = 10
_FEWEST_WORDS = 4  # of a clause in which no verb is found
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i", "there", "you"})
_FRONTED = frozenset({"despite", "under", "since", "like", "without"})
_POINTING = frozenset({"that", "this", "it", "them", "him", "her"})
_TIMES = frozenset(
    {"day", "morning", "afternoon", "evening", "night", "week", "month", "year", "time"}
)


class ContentsAfter:
    """Reads the contents right of the cues of one sentence."""

    def __init__(
        self, tokens: Sequence[Token], words: Grammar, phrases: Phrases, clauses: Clauses
    ) -> None:
        self._tokens = tokens
        self._words = words
        self._phrases = phrases
        self._word = phrases.lower
        self._clauses = clauses

    def after(self, cue: int, sense: Sense) -> Content | None:
        """Return the content right of a cue, if it has the shape that the sense takes."""
        match sense.shape:
            case Shape.QUOTE:
                return self._quote(cue)
            case Shape.CLAUSE:
                return self._clause(cue)
            case Shape.THAT:
                return self._until(cue + 1, 0.9) if self._word(cue + 1) == "that" else None
            case Shape.TO:
                return self._to(cue)
            case Shape.PERSON:
                return self._person(cue)
            case Shape.ABOUT:
                return self._about(cue, sense.prepositions)
            case Shape.OBJECT:
                return self._object(cue)
            case Shape.LIGHT:
                return self._light(cue, sense.prepositions)
            case Shape.AS:
                return self._as(cue)
            case _:
                assert_never(sense.shape)

    def _quote(self, cue: int) -> Content | None:
        """Read 'said: "…"', 'said, "…"', 'called it "…"', the mark within a few words."""
        for index in range(cue + 1, min(cue + _LONGEST_ADJUNCT, len(self._tokens))):
            token = self._tokens[index]
            if token.text in MARKS:
                near = index - cue <= 2 or self._word(index - 1) in {":", ","}
                if not near or token.text in CLOSING_QUOTES:
                    return None
                return self._quoted(index, 0.95)
            if token.text == ":":
                if index + 1 < len(self._tokens):
                    return self._quoted(index + 1, 0.9)
                return None
            if token.text in {".", ";"} or token.lower in self._words.finite:
                return None
        return None

    def _quoted(self, mark: int, confidence: float) -> Content | None:
        """Read to the end of a quotation that has its own stop, else to that of the clause."""
        end = self._clauses.closing(mark)
        if end is None:
            return self._until(mark, confidence)
        spans = self._clauses.spans(mark, end)
        return Content(spans, confidence) if spans else None

    def _clause(self, cue: int) -> Content | None:
        """Read "said that …" within some words of the cue, and "said the talks had failed"."""
        start = self._after_adjuncts(cue + 1)
        pronoun = start is not None and self._word(start) in _SUBJECTS
        adjunct = self._word(cue + 1) in self._words.prepositions
        for index in range(cue + 1, min(cue + _LONGEST_ADJUNCT, len(self._tokens))):
            word = self._word(index)
            if word == "that" and self._is_conjunction(index, cue):
                return self._until(index, 0.9)
            if word in {"whether", "how", "why", "what", "where"} and index <= cue + 2:
                return self._until(index, 0.8)
            if word in self._words.finite or word in {".", ";", ":"} or word in MARKS or pronoun:
                break
            if not adjunct and self._clauses.looks_like_verb(index):
                break
        if start is None:
            return None
        # "which Beijing insists are for fishing": the subject stands before the speaker.
        headless = self._word(start) in self._words.auxiliaries and self._tokens[start].is_word
        if not (headless or self._clauses.opens(start) or self._is_surely_said(cue, start)):
            return None
        return self._until(start, 0.8)

    def _is_surely_said(self, cue: int, start: int) -> bool:
        """Tell "said his friends feel the same" from "said no": what "say" takes is a clause."""
        ahead, w = self._tokens[start : start + 2 * _FEWEST_WORDS], self._words
        first = self._word(start)
        return (
            sum(t.is_word for t in ahead) >= _FEWEST_WORDS
            and self._tokens[start].is_word
            and self._word(cue) in w.sayings
            and first not in w.conjunctions
            and (first not in w.prepositions or first in _FRONTED)
        )

    def _is_conjunction(self, that: int, cue: int) -> bool:
        """Tell "said in Rome that …" from "said that day"."""
        joined = self._tokens[that - 1].is_word or self._word(that - 1) == ","
        return self._word(that + 1) not in _TIMES and (that == cue + 1 or joined)

    def _after_adjuncts(self, index: int) -> int | None:
        """Skip "on Thursday" and "in a statement" between a cue and its clause."""
        index = self._clauses.skip_adverbs(index)
        w = self._words
        if self._word(index) in w.weekdays:
            return index + 1
        if self._word(index) in {"on", "in", "at", "during", "after"}:
            after = self._word(index + 1)
            if after in w.weekdays or after in w.months:
                index += 2
                return index + 1 if self._word(index).isdigit() else index
            return None
        return index

    def _to(self, cue: int) -> Content | None:
        index = self._after_adjuncts(cue + 1) or cue + 1
        if self._word(index) == "not" and self._word(index + 1) == "to":
            index += 1
        return self._until(index, 0.75) if self._word(index) == "to" else None

    def _person(self, cue: int) -> Content | None:
        """Read "urged Japan to …", "told reporters that …", "asked Xi for …"."""
        end = min(cue + _LONGEST_PERSON, len(self._tokens))
        for index in range(cue + 2, end):
            word = self._word(index)
            if word in {"to", "that"} and self._phrases.is_noun_like(index - 1):
                if word == "to" and not self._is_bare_verb(index + 1):
                    continue
                return self._until(index, 0.85)
            if self._tokens[index].text in MARKS and self._word(index - 1) in {",", ":"}:
                return self._until(index, 0.9)
            if word in {"for", "about", "whether", "how", "not"} and index > cue + 1:
                return self._until(index, 0.6)
            other = any(index == bound for _, bound in self._clauses.bounds)
            if other or word in {".", ";", "while"} or word in self._words.auxiliaries:
                break
        first = self._phrases.inverted(cue)
        if first is not None and self._clauses.opens(first.head_end):
            return self._until(first.head_end, 0.6)
        return None

    def _is_bare_verb(self, index: int) -> bool:
        word = self._word(index)
        small = bool(word) and self._tokens[index].text.islower()
        return small and word not in self._words.determiners

    def _about(self, cue: int, prepositions: frozenset[str]) -> Content | None:
        index = self._clauses.skip_adverbs(cue + 1)
        behind = self._word(index + 1)
        if self._word(index) not in prepositions or index + 1 >= len(self._tokens):
            return None
        if behind in self._words.weekdays or behind in self._words.months:
            return None
        if behind in _POINTING and not any(t.is_word for t in self._tokens[index + 2 :]):
            return None
        return self._until(index, 0.75)

    def _object(self, cue: int) -> Content | None:
        index = self._clauses.skip_adverbs(cue + 1)
        if index >= len(self._tokens):
            return None
        token = self._tokens[index]
        if token.text in MARKS:
            return self._until(index, 0.7)
        if not token.is_word or token.lower in self._words.prepositions | self._words.conjunctions:
            return None
        if token.lower in self._words.pronouns - self._words.determiners | {"it", "that"}:
            return None
        return self._until(index, 0.65)

    def _light(self, cue: int, nouns: frozenset[str]) -> Content | None:
        """Read "expressed concern about …": the noun belongs to the cue."""
        (noun,) = nouns
        for index in range(cue + 1, cue + 1 + LIGHT_REACH):
            if self._word(index) == noun:
                if index + 1 < len(self._tokens) and self._word(index + 1) not in {".", ","}:
                    found = self._until(index + 1, 0.75)
                    return found and Content(found.spans, found.confidence, index - cue)
                return None
        return None

    def _as(self, cue: int) -> Content | None:
        for index in range(cue + 2, min(cue + _LONGEST_OBJECT, len(self._tokens))):
            if self._word(index) == "as":
                return self._until(cue + 1, 0.7)
            if self._word(index) in self._words.auxiliaries or self._word(index) in {".", ","}:
                return None
        return None

    def _until(self, start: int, confidence: float) -> Content | None:
        """Return the content from a token to the end of its clause."""
        end = self._clauses.end(start)
        spans = self._clauses.spans(start, end)
        return Content(spans, confidence) if spans else None
