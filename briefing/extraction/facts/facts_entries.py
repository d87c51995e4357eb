"""Which reading of the lexicon fits a verb: by the words behind it and the noun that it takes."""

from collections.abc import Sequence

from briefing.extraction.facts.facts_clauses import Reach
from briefing.extraction.facts.facts_lexicon import Entry, FactWords, singular
from briefing.extraction.facts.facts_verbs import Verb
from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import Token
from briefing.model.facts import FactKind

_LONGEST_NOUN = 3  # words of a noun of the lexicon
_NOUN_REACH = 14  # tokens between a verb and the noun that decides
_PARTICLES = frozenset({"off", "out", "up", "down", "back", "over", "away"})
_PARTICLE_REACH = 7
_GIFT_REACH = 9  # tokens of "received extensive financial, material and political support"
_FAR = 99  # more than any noun is away: a verb by itself comes after one with its noun


class EntryReader:
    """Reads verbs of one sentence by themselves, without the verbs that they take."""

    def __init__(
        self,
        tokens: Sequence[Token],
        phrases: Phrases,
        grammar: Grammar,
        words: FactWords,
        reach: Reach,
    ) -> None:
        self._words = words
        self._reach = reach
        self._phrases = phrases
        self._word = phrases.lower
        self._weekdays = grammar.weekdays
        self._determiners = grammar.determiners
        # "in March" is no march.
        self._nouns = [
            "" if token.is_capital and token.lower in grammar.months else singular(token.lower)
            for token in tokens
        ]

    def read(self, verb: Verb) -> tuple[FactKind, int] | None:
        """Return the class of a verb and the last token of its cue; None if it tells of no deed."""
        if verb.adjective or self._is_no_deed(verb):
            return None
        for lemma in verb.lemmas:
            found = self._entry(verb, lemma)
            if found is not None:
                return self._by_context(verb, lemma, found[0]), found[1]
        return None

    def _is_no_deed(self, verb: Verb) -> bool:
        """Tell "recognised that …" and "demonstrated its worth" from deeds of the same verbs."""
        closed, after = self._words.closed, self._word(verb.at + 1)
        if "receive" in verb.lemmas:
            near = {self._word(i) for i in range(verb.at + 1, verb.at + _GIFT_REACH)}
            return bool(near & closed["gifts"]) or verb.passive
        if after in {"that", "how", "what", "why", "there"}:
            return bool(closed["stating"].intersection(verb.lemmas))
        return after in self._determiners and bool(closed["bare"].intersection(verb.lemmas))

    def _entry(self, verb: Verb, lemma: str) -> tuple[Entry, int] | None:
        """Return the reading that fits best: the longest, with the noun nearest to the verb."""
        best: tuple[int, int, int] | None = None
        chosen: Entry | None = None
        end = min(self._reach.of(verb), verb.at + _NOUN_REACH)
        rows = self._words.entries.get(lemma, ())
        for order, entry in enumerate(rows):
            behind = self.behind(verb, entry.behind)
            if behind is None:
                continue
            at = self._noun(entry.nouns, behind + 1, end, verb) if entry.nouns else behind + _FAR
            if at is None:
                continue
            rank = (-len(entry.behind), at, order)
            if best is None or rank < best:
                best, chosen = rank, entry
        if chosen is None or best is None:
            return None
        at = best[1]
        if not chosen.nouns or not self._is_one(chosen.nouns, at, end):
            at = verb.at + len(chosen.behind)
        return chosen, at

    def behind(self, verb: Verb, behind: tuple[str, ...]) -> int | None:
        """Return where a verb of several words ends; None if they do not follow."""
        if not behind:
            return verb.at
        at = verb.at + 1
        while self._phrases.is_adverb(at) or self._word(at) in self._weekdays:
            if self._word(at) == behind[0]:
                break
            at += 1
        reach = _PARTICLE_REACH if behind[0] in _PARTICLES else 1
        for index in range(at, at + reach):
            if all(self._word(index + i) == word for i, word in enumerate(behind)):
                return index + len(behind) - 1
        return None

    def _noun(
        self, nouns: frozenset[str], start: int, end: int, verb: Verb | None = None
    ) -> int | None:
        """Return where the first of some nouns stands, for a passive also in its subject."""
        for index in range(start, end):
            if self._is_one(nouns, index, end):
                return index
        if verb is not None and (verb.passive or self._is_intransitive(verb)):
            for index in range(verb.left, max(-1, verb.left - _NOUN_REACH), -1):
                if self._word(index) in {",", ";"}:
                    break
                if self._is_one(nouns, index, verb.left + 1):
                    return end + 1
        return None

    def _is_intransitive(self, verb: Verb) -> bool:
        return bool(self._words.closed["intransitive"].intersection(verb.lemmas))

    def _is_one(self, nouns: frozenset[str], index: int, end: int) -> bool:
        return any(
            " ".join(self._nouns[index : index + length]) in nouns
            for length in range(1, _LONGEST_NOUN + 1)
            if index + length <= end
        )

    def _by_context(self, verb: Verb, lemma: str, entry: Entry) -> FactKind:
        """Tell by the words around what a use of force is: repression, an assault, or a fight."""
        words = self._words
        start = max(self._reach.start, verb.at - _NOUN_REACH)
        end = self._reach.of(verb)
        crowd = self._noun(words.contexts[FactKind.COERCE], verb.at + 1, end) is not None
        if lemma in words.repressing and crowd:
            return FactKind.COERCE
        if lemma not in words.contextual:
            return entry.kind
        for kind in (FactKind.ASSAULT, FactKind.FIGHT):
            if self._noun(words.contexts[kind], start, end) is not None:
                return kind
        return entry.kind

    def is_crowd(self, verb: Verb) -> bool:
        """Tell whether those who protest are the subject of a verb."""
        nouns = self._nouns[max(self._reach.start, verb.left - _PARTICLE_REACH) : verb.left + 1]
        return bool(self._words.crowds.intersection(nouns)) and not verb.passive
