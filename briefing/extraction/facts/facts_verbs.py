"""Which words of a sentence are verbs that tell of a deed: finite, passive, denied, future."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.extraction.facts.facts_lexicon import FactWords, singular
from briefing.extraction.lexicon import Form, Grammar
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import Token

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "'re"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve"})
_OBJECT_OPENS = frozenset(
    {"to", "that", "on", "for", "with", "against", "from", "in", "into", "at"}
)
_LEADS_TO_ING = frozenset(
    {
        ",",
        "by",
        "of",
        "for",
        "after",
        "before",
        "from",
        "in",
        "without",
        "while",
        "and",
        "began",
        "begin",
        "stop",
        "stopped",
    }
)
_MEANS = frozenset({"telephone", "phone", "video"})  # "spoke by telephone" is no passive
_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "(", ")"})


class Shape(StrEnum):
    """How a verb stands in its clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb at token ``at``; ``left`` is the token before its auxiliaries and adverbs.

    ``adjective`` for "ready", "opposed" behind a form of "be".
    """

    at: int
    left: int
    lemmas: tuple[str, ...]
    shape: Shape
    passive: bool
    negated: bool
    auxiliaries: frozenset[str]
    adjective: bool = False


class VerbReader:
    """Reads the verbs of one sentence; ``nations`` are the tokens of adjectives like "French"."""

    def __init__(
        self,
        tokens: Sequence[Token],
        phrases: Phrases,
        grammar: Grammar,
        words: FactWords,
        nations: frozenset[int],
    ) -> None:
        self._tokens = tokens
        self._phrases = phrases
        self._grammar = grammar
        self._words = words
        self._nations = nations
        self._word = phrases.lower

    def read(self) -> tuple[Verb, ...]:
        """Return the verbs in the order of the text, reduced relatives left out."""
        found = [verb for at in range(len(self._tokens)) if (verb := self._at(at)) is not None]
        helping = {i for verb in found for i in range(verb.left + 1, verb.at)}
        return tuple(self._without_reduced([verb for verb in found if verb.at not in helping]))

    def _at(self, at: int) -> Verb | None:
        word = self._word(at)
        adjective = word in self._words.adjectives
        rows = self._words.forms.get(word, ())
        if not (rows or adjective) or (self._tokens[at].is_capital and at > 0):
            return None
        left, negated = self._phrases.before(at)
        helpers = frozenset(self._word(i) for i in range(left + 1, at))
        negated = negated or self._no_longer(left + 1, at)
        if adjective and helpers & _BE and self._word(at + 1) in {"to", "for", "of"}:
            return Verb(at, left, (word,), Shape.FINITE, False, negated, helpers, adjective=True)
        for form in (Form.PAST, Form.PARTICIPLE, Form.BASE, Form.THIRD, Form.ING):
            lemmas = tuple(lemma for lemma, one in rows if one is form)
            shape = self._shape(at, left, form, helpers) if lemmas else None
            if shape is not None:
                passive = bool(helpers & _BE) and form in {Form.PAST, Form.PARTICIPLE}
                return Verb(at, left, lemmas, shape, passive, negated, helpers)
        return None

    def _no_longer(self, start: int, at: int) -> bool:
        return any(self._word(i) == "no" for i in range(start, at))

    def _shape(self, at: int, left: int, form: Form, helpers: frozenset[str]) -> Shape | None:
        """Return how the word stands if it is that form of a verb here, else None."""
        match form:
            case Form.PAST | Form.PARTICIPLE:
                return self._past(at, left, form, helpers)
            case Form.BASE:
                return self._base(at, left, helpers)
            case Form.THIRD:
                return Shape.FINITE if self._third(at, left, helpers) else None
            case Form.ING:
                return self._ing(at, helpers)

    def _past(self, at: int, left: int, form: Form, helpers: frozenset[str]) -> Shape | None:
        if helpers & (_BE | _HAVE):
            return Shape.FINITE
        if helpers & self._grammar.auxiliaries or form is Form.PARTICIPLE:
            return None
        by = self._word(at + 1) == "by" and self._word(at + 2) not in _MEANS
        if by or not self._may_be_subject(left):
            return None
        return Shape.FINITE

    def _may_be_subject(self, left: int) -> bool:
        if left < 0:
            return False
        word = self._word(left)
        if word in {",", ")", "who", "which", "that", "and", "but", "or", "—", "–", "''"}:
            return True
        return self._phrases.is_noun_like(left) and (
            left not in self._nations
            or self._word(left).endswith("s")
            or self._word(left - 1) == "the"
        )

    def _base(self, at: int, left: int, helpers: frozenset[str]) -> Shape | None:
        if self._word(left) == "to" or (self._word(at - 1) == "to"):
            return Shape.INFINITIVE
        modal = helpers & self._grammar.auxiliaries - _BE - _HAVE
        if modal or self._word(at - 1) == "cannot":
            return Shape.FINITE
        if helpers & self._grammar.auxiliaries or left < 0:
            return None
        plural = self._word(left).endswith("s") or self._word(left) in {
            "who",
            "they",
            "we",
            "people",
        }
        noun = self._phrases.is_noun_like(left) and left != at
        return Shape.FINITE if plural and noun and self._takes_object(at) else None

    def _takes_object(self, at: int) -> bool:
        after = self._word(at + 1)
        if at + 1 >= len(self._tokens):
            return False
        opens = after in self._grammar.determiners or after in _OBJECT_OPENS
        return opens or self._tokens[at + 1].is_capital or after[:1].isdigit()

    def _third(self, at: int, left: int, helpers: frozenset[str]) -> bool:
        if helpers & self._grammar.auxiliaries or left < 0:
            return False
        after = self._word(at + 1)
        told = after in self._grammar.pronouns or self._word(at) in {"says", "claims"}
        if not (told or after in self._behind(at) or self._takes_object(at)):
            return False
        if after in self._grammar.prepositions - {"to"} and after not in self._behind(at):
            return False
        if self._word(left) in {"who", "which", "that", "he", "she", "it"}:
            return True
        named = self._tokens[left].is_capital and left not in self._nations
        group = singular(self._word(left)) in self._words.closed["groups"]
        return (named or group) and not self._word(left).endswith("'s")

    def _behind(self, at: int) -> set[str]:
        """Return the words that some reading of a verb needs right behind it: "calls for"."""
        lemmas = [lemma for lemma, _ in self._words.forms[self._word(at)]]
        entries = {e.behind[0] for i in lemmas for e in self._words.entries.get(i, ()) if e.behind}
        return entries | {
            row[0][0] for i in lemmas for row in self._words.modes.get(i, ()) if row[0]
        }

    def _ing(self, at: int, helpers: frozenset[str]) -> Shape | None:
        if helpers & _BE:
            return Shape.FINITE
        before = self._word(at - 1)
        if before in _LEADS_TO_ING or self._takes_object(at):
            noun = before in self._grammar.determiners or at - 1 in self._nations
            return None if noun or before == "'s" else Shape.PARTICIPLE
        return None

    def _without_reduced(self, found: Sequence[Verb]) -> Iterator[Verb]:
        """Leave out "equipment seized from …": a second past form in a clause, with no joint."""
        last: Verb | None = None
        for verb in found:
            plain = verb.shape is Shape.FINITE and not verb.auxiliaries & self._grammar.auxiliaries
            told = last is None or self._reports(last) or self._joint(last.at, verb.at)
            if plain and not told:
                continue
            if plain and not self._reports(verb) and self._is_overtaken(verb):
                continue
            yield verb
            if verb.shape is Shape.FINITE:
                last = verb

    def _reports(self, verb: Verb) -> bool:
        return any(lemma in self._words.closed["reports"] for lemma in verb.lemmas)

    def _joint(self, start: int, end: int) -> bool:
        breaks = self._words.closed["breaks"]
        return any(
            self._word(i) in _CLAUSE_MARKS
            or self._word(i) in self._grammar.conjunctions
            or self._word(i) in breaks
            or self._word(i) in {"that", "what"}
            for i in range(start + 1, end)
        )

    def _is_overtaken(self, verb: Verb) -> bool:
        """Tell "the camp attacked in May was closed": the clause's own verb comes later."""
        if self._word(verb.at + 1) not in self._grammar.prepositions - {"to"}:
            return False
        for i in range(verb.at + 1, len(self._tokens)):
            word = self._word(i)
            if word in _CLAUSE_MARKS or word in self._grammar.conjunctions or word in {".", "that"}:
                return False
            if word in self._words.closed["breaks"]:
                return False
            if word in self._grammar.finite and word in self._grammar.auxiliaries:
                return True
            if word.endswith("ed") and self._word(i + 1) in self._grammar.determiners:
                return True
        return False
