"""What a Sentence names that may be the matter in hand: "the Zangezur corridor", "grazing fees"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from briefing.extraction.issues.contested import Contested
from briefing.extraction.lexicon import Grammar
from briefing.extraction.names.mentions import MentionKind, Mentions
from briefing.extraction.tokens import Token, tokenise
from briefing.model.source import Sentence, Source

_NAME = re.compile(
    r"(?P<name>(?:(?:[A-Z][\w’'-]*[a-z]|[A-Z]{2,})\s+){1,3})(?P<head>[A-Za-z]+(?:\s+field)?)\b"
)
_THE_NAME = re.compile(r"\bthe\s+(?P<name>[A-Z][a-z’'-]{2,})(?=[.,;:!?”\"]|\s+(?P<next>[a-z]+)\b)")
_ALONE = frozenset(MentionKind) - {MentionKind.PLACE}
_FEWEST = 2  # Sentences of one Source that words in small letters must recur in
_SHORTEST = 3
_NO_NOUN = ("ed", "ing", "ly", "ous", "ful", "ive", "able", "ible", "less")


class NamedThings:
    """Finds the things that one Source names."""

    def __init__(
        self, source: Source, mentions: Mentions, words: Contested, grammar: Grammar
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._words = words
        self._grammar = grammar
        self._closed = frozenset().union(
            grammar.determiners, grammar.pronouns, grammar.auxiliaries, grammar.finite,
            grammar.prepositions, grammar.subordinators, grammar.conjunctions, grammar.adverbs,
            grammar.weekdays, grammar.months, grammar.negations,
        )  # fmt: skip

    def names(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the names of things in a Sentence: a name with a noun, or a name after "the"."""
        found = [*self._with_noun(sentence), *self._with_article(sentence)]
        return tuple(dict.fromkeys(found))

    def recurring(self, sentences: list[Sentence]) -> dict[str, list[Sentence]]:
        """Return pairs of words in small letters that stand in several of the Sentences."""
        found: dict[str, list[Sentence]] = defaultdict(list)
        written: dict[str, str] = {}
        for sentence in sentences:
            for pair in dict.fromkeys(self._pairs(sentence)):
                key = key_of(pair)
                written.setdefault(key, pair)
                found[key].append(sentence)
        return {written[k]: rows for k, rows in found.items() if len(rows) >= _FEWEST}

    def _with_noun(self, sentence: Sentence) -> Iterator[str]:
        for match in _NAME.finditer(self._source.text, sentence.start, sentence.end):
            if not self._words.matters.fullmatch(match["head"]):
                continue
            words = match["name"].split()
            start = match.start()
            while words and (words[0].lower() in self._closed or words[0].endswith(("’s", "'s"))):
                start += len(words[0]) + 1
                words = words[1:]
            name = match.start("head")
            if words and not self._is_somebody(start, name):
                yield " ".join((*words, match["head"]))

    def _with_article(self, sentence: Sentence) -> Iterator[str]:
        for match in _THE_NAME.finditer(self._source.text, sentence.start, sentence.end):
            following = match["next"]
            if following is not None and following not in self._closed:
                continue
            known = match["name"].lower() in self._closed
            if not known and not self._is_somebody(match.start("name"), match.end("name")):
                yield match["name"]

    def _is_somebody(self, start: int, end: int) -> bool:
        """Tell whether who stands there is a Party, person or body and nothing beside."""
        here = [m for m in self._mentions.within(start, end + 1) if m.kind in _ALONE]
        covered = sum(m.span.end - m.span.start for m in here)
        return covered * 2 > end - start

    def _pairs(self, sentence: Sentence) -> Iterator[str]:
        tokens = tokenise(self._source.text, sentence.start, sentence.end)
        for one, two in pairwise(tokens):
            adjoining = one.end + 1 == two.start and not two.lower.endswith(_NO_NOUN)
            if adjoining and self._may_name(one) and self._may_name(two):
                yield f"{one.text} {two.text}"

    def _may_name(self, token: Token) -> bool:
        word = token.text
        plain = word.isalpha() and word.islower() and len(word) >= _SHORTEST
        return plain and word not in self._closed and word not in self._words.empty


def key_of(words: str) -> str:
    """Return the words as they are compared: in small letters, the last in the singular."""
    plain = words.lower().replace("’", "'")
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
