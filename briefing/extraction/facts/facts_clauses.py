"""How far a verb of a sentence reaches: its clause, who only tells it, what is supposed."""

from collections.abc import Sequence

from briefing.extraction.facts.facts_lexicon import FactWords
from briefing.extraction.facts.facts_verbs import Shape, Verb
from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import Token

_HARD = frozenset({";", ":", "—", "–"})
_JOINTS = frozenset({",", "and", "but", "or", "nor"})
_DAY_AND_THAT = 6  # tokens of "on Wednesday in Rome that"
_LIGHT = frozenset(
    {
        "on",
        "in",
        "late",
        "early",
        "that",
        "to",
        "reporters",
        ",",
        "a",
        "statement",
        "last",
        "week",
        "month",
    }
)
_LONGEST_TAIL = 16  # tokens of "…, officials of the ministry said late on Monday"


class Reach:
    """Where the clauses of one sentence end; indexes are those of its tokens, ends exclusive."""

    def __init__(
        self,
        tokens: Sequence[Token],
        phrases: Phrases,
        grammar: Grammar,
        words: FactWords,
        verbs: Sequence[Verb],
    ) -> None:
        self._tokens = tokens
        self._grammar = grammar
        self._words = words
        self._verbs = verbs
        self._phrases = phrases
        self._word = phrases.lower
        self._finite = [verb for verb in verbs if verb.shape is Shape.FINITE]
        self._finite_at = {verb.at: verb for verb in self._finite}
        self.start, self.end = self._told()

    def _told(self) -> tuple[int, int]:
        """Return the stretch without "According to …," and ", officials said" at its ends."""
        start, end = 0, len(self._tokens)
        for index in range(len(self._tokens)):
            if self._word(index) == "according" and self._word(index + 1) == "to":
                if index > 2:
                    end = index
                    break
                comma = self._next(index, ",")
                start = comma + 1 if comma is not None else self._first_reporting(index)
        for verb in reversed(self._finite):
            if self.is_report(verb) and verb.at < end:
                comma = self._tail_comma(verb, end)
                if comma is not None and any(start <= v.at < comma for v in self._verbs):
                    return start, comma
        return start, end

    def _first_reporting(self, index: int) -> int:
        """Return where "According to reports the UK …" goes on: at the next determiner."""
        for at in range(index + 2, len(self._tokens)):
            if self._word(at) in {"the", "a"} and at > index + 2:
                return at
        return 0

    def _next(self, start: int, mark: str) -> int | None:
        found = (i for i in range(start, len(self._tokens)) if self._word(i) == mark)
        return next(found, None)

    def _tail_comma(self, verb: Verb, end: int) -> int | None:
        """Return the comma that opens ", a minister said today"; None if it is no such tail."""
        if any(v.at > verb.at and v.at < end and v.shape is Shape.FINITE for v in self._verbs):
            return None
        if end - verb.at > _LONGEST_TAIL or self._word(verb.at + 1) == "that":
            return None
        for index in range(verb.at - 1, max(0, verb.at - _LONGEST_TAIL), -1):
            if self._word(index) == ",":
                inside = [v for v in self._finite if index < v.at < verb.at]
                return None if inside or self._word(index + 1) in {"and", "but"} else index
        return None

    def is_report(self, verb: Verb) -> bool:
        """Tell whether a verb tells of what somebody says."""
        return any(lemma in self._words.closed["reports"] for lemma in verb.lemmas)

    def content(self, verb: Verb) -> Verb | None:
        """Return the first verb of the clause that a verb of saying takes; None if it takes none.

        The clause begins right behind it: only a day, an adverb, a hearer or "that" may part them.
        """
        for other in self._finite:
            if verb.at < other.at < self.end:
                subject = self._phrases.subject(other.at)
                start = subject.start if subject is not None else other.left
                parted = [self._word(i) for i in range(verb.at + 1, start)]
                if "that" in parted[:_DAY_AND_THAT]:
                    return other
                return (
                    other
                    if all(self._is_light(verb.at + 1 + i) for i in range(len(parted)))
                    else None
                )
        return None

    def _is_light(self, index: int) -> bool:
        word, w = self._word(index), self._grammar
        day = word in w.weekdays or word in w.months or word.isdigit()
        return day or self._phrases.is_adverb(index) or word in _LIGHT

    def of(self, verb: Verb) -> int:
        """Return where the clause of a verb ends."""
        closed = self._words.closed["breaks"]
        for index in range(verb.at + 1, self.end):
            word = self._word(index)
            if word in _HARD or (word in closed and index > verb.at + 1):
                return index
            if word in {"and", "but"} and self._word(index + 1) in {
                "it",
                "they",
                "he",
                "she",
                "we",
            }:
                return index
            following = self._finite_at.get(index)
            if following is not None:
                return self._joint_before(verb.at, following)
        return self.end

    def _joint_before(self, start: int, following: Verb) -> int:
        """Return the comma or "and" that parts two clauses; else the later one's own beginning."""
        for index in range(following.at - 1, start, -1):
            if self._word(index) in _JOINTS | {"that"}:
                return self._before_both(start, index) if self._word(index) == "and" else index
        return max(start + 1, following.left)

    def whole(self, verb: Verb) -> int:
        """Return where all that hangs on a verb ends: at a clause joined to it, or the sentence."""
        for other in self._finite:
            if other.at <= verb.at or other.at >= self.end or self._is_inner(other):
                continue
            if self._word(other.left) in {"and", "but"}:
                return other.left
            if self._word(other.left) == "," and other.left > verb.at + 1:
                return other.left
            subject = self._phrases.subject(other.at)
            joint = subject.start - 1 if subject is not None else verb.at
            if joint > verb.at and self._word(joint) in {"and", "but"}:
                return self._before_both(verb.at, joint)
        return self.end

    def _before_both(self, start: int, joint: int) -> int:
        """Return where ", and Kenya and Chad signed" begins, of which the second "and" is given."""
        at = joint - 1
        while at > start and (self._tokens[at].is_capital or self._word(at) in {"the", "of"}):
            at -= 1
        return at if start < at < joint - 1 and self._word(at) in {"and", "but"} else joint

    def _is_inner(self, verb: Verb) -> bool:
        return any(self._word(i) in {"who", "which"} for i in range(verb.left, verb.at))

    def is_supposed(self, verb: Verb) -> bool:
        """Tell whether a verb stands in a clause of condition ("if", "unless", "whether")."""
        return self._opens_with(verb, self._words.closed["conditions"]) or self._is_mere(verb)

    def _is_mere(self, verb: Verb) -> bool:
        """Tell "the threat that Sudan would …" and "in the hope that …": nothing is done there."""
        for index in range(verb.at - 1, 0, -1):
            if self._word(index) == "that":
                return self._word(index - 1) in self._words.closed["mere"]
            if self._word(index) in _HARD or index in self._finite_at:
                return False
        return False

    def is_subordinate(self, verb: Verb) -> bool:
        """Tell whether a verb stands behind "after", "who", "because" in its own clause."""
        return self._opens_with(verb, self._words.closed["breaks"])

    def _opens_with(self, verb: Verb, words: frozenset[str]) -> bool:
        for index in range(verb.at - 1, -1, -1):
            word = self._word(index)
            if word in words:
                return True
            if word in _HARD or word == "," or index in self._finite_at:
                return False
        return False
