"""Finds the words of a sentence that may introduce what somebody said, and whose they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.lexicon import Cues, Form, Grammar, Sense, Shape
from briefing.extraction.saying.phrases import Phrase, Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.tokens import Token
from briefing.model.findings import Act

LIGHT_REACH = 4  # tokens between "expressed" and the "concern" that makes it a cue
_NOUN_FORMS = frozenset({Form.BASE, Form.THIRD})
# Determiners that may be a subject by themselves: "many hope" has no noun.
_SUBJECTS_ALONE = frozenset({"all", "both", "some", "many", "most"})
_PLURALS = frozenset({"people", "police", "media", "who", "staff"})
_BECOMING = frozenset(
    {"remain", "remains", "remained", "seems", "seemed", "became", "becomes", "felt"}
)
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re"}) | _BECOMING
_MEANS = frozenset({"by", "while", "before", "after", "when", "without"})
_TO_BE = frozenset({"is", "are", "was", "were"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a cue: its place, its senses, its subject as far as known.

    ``carried``: the subject is that of an earlier verb ("…, adding that …").
    """

    index: int
    senses: tuple[Sense, ...]
    subject: Phrase | None
    carried: bool


class CueFinder:
    """Finds the candidates of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        quotes: Quotations,
        cues: Cues,
        words: Grammar,
        phrases: Phrases,
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._cues = cues
        self._words = words
        self._phrases = phrases

    def find(self) -> list[Candidate]:
        """Return the candidates in the order of the text, none of them in a quotation."""
        found: list[Candidate] = []
        last: Phrase | None = None
        forms, adjectives = self._cues.forms, self._cues.adjectives
        for index, token in enumerate(self._tokens):
            word = token.lower
            if word not in forms and word not in adjectives:
                continue
            if self._quotes.inside(token.start):
                continue
            cue = self._adjective(index, adjectives[word]) if word in adjectives else None
            for lemma, form in forms.get(word, ()):
                cue = cue or self._candidate(index, lemma, form, last)
            if cue is not None:
                found.append(cue)
                last = cue.subject or last
        return found

    def _candidate(
        self, index: int, lemma: str, form: Form, last: Phrase | None
    ) -> Candidate | None:
        senses = self._cues.senses.get(lemma, ()) + self._light(lemma, index)
        if not senses or self._is_noun(index, form) or self._is_name(index):
            return None
        left, _ = self._phrases.before(index)
        previous = self._phrases.lower(left)
        if form is Form.ING:
            return self._participle(index, senses, previous, last)
        if previous == "to" or self._is_passive(index, form):
            return None
        if previous in self._words.conjunctions:
            if form is Form.BASE:
                return None
            joined = last if last is not None else self._first_subject(left)
            return Candidate(index, senses, joined, carried=True) if joined else None
        subject = None if self._is_inverted(index) else self._phrases.subject(index)
        if subject is not None and self._quotes.inside(self._tokens[subject.start].start):
            subject = None
        if subject is not None and form is Form.PARTICIPLE and left == index - 1:
            return None
        if subject is not None and form is Form.BASE and not self._is_plural(subject, index):
            return None
        return Candidate(index, senses, subject, carried=False)

    def _adjective(self, index: int, sense: Sense) -> Candidate | None:
        """Read "is confident that", "remains opposed to"."""
        left = index - 1
        while left > 0 and self._phrases.is_adverb(left):
            left -= 1
        if self._phrases.lower(left) not in _COPULAS:
            return None
        if self._phrases.lower(index + 1) not in sense.prepositions:
            return None
        subject = self._phrases.subject(left)
        return Candidate(index, (sense,), subject, carried=False) if subject else None

    def _is_inverted(self, index: int) -> bool:
        """Tell "The race will be tight, said Lee." from "Lee, the head, said he would go."."""
        comma = self._phrases.lower(index - 1) == ","
        if not comma or self._phrases.lower(index) not in self._words.sayings:
            return False
        phrase = self._phrases.inverted(index)
        if phrase is None or self._phrases.lower(index + 1) in {"that", *self._words.pronouns}:
            return False
        named = self._tokens[phrase.start].is_capital or phrase.end - phrase.start > 1
        closed = self._phrases.lower(phrase.end) in {"", ".", ","}
        if self._phrases.lower(phrase.start) in self._words.weekdays | self._words.months:
            return False
        heads = range(phrase.start, phrase.head_end)
        verb = any(self._phrases.lower(i) in self._words.finite for i in heads)
        return named and closed and not verb

    def _is_plural(self, subject: Phrase, verb: int) -> bool:
        """Tell "officials hope" and "Lee did hope" from "the limitation order"."""
        words = {self._phrases.lower(i) for i in range(subject.start, subject.head_end)}
        helped = any(
            self._phrases.lower(i) in self._words.auxiliaries
            or self._phrases.lower(i).endswith("n't")
            for i in range(subject.end, verb)
        )
        last = self._phrases.lower(subject.head_end - 1)
        people = last in self._words.pronouns or last in _PLURALS
        return helped or people or last.endswith("s") or "and" in words

    def _participle(
        self, index: int, senses: tuple[Sense, ...], previous: str, last: Phrase | None
    ) -> Candidate | None:
        """Read ", adding that …" (the sentence's subject) and "is urging …" (its own)."""
        if self._phrases.lower(index - 1) in _TO_BE | {"been", "'s", "'re"}:
            subject = self._phrases.subject(index)
            return Candidate(index, senses, subject, carried=False) if subject else None
        spoken = previous in _MEANS or previous in self._words.documents
        if previous != "," and not spoken:
            return None
        subject = last or self._first_subject(index)
        return Candidate(index, senses, subject, carried=True) if subject else None

    def _first_subject(self, before: int) -> Phrase | None:
        """Return the subject of the sentence's first finite verb, as the last resort."""
        for index in range(1, before):
            word = self._phrases.lower(index)
            verb = word in self._words.finite or (word.endswith("ed") and word.islower())
            if verb and not self._quotes.inside(self._tokens[index].start):
                subject = self._phrases.subject(index)
                if subject is not None:
                    return subject
        return None

    def _light(self, lemma: str, index: int) -> tuple[Sense, ...]:
        """Return the sense of "expressed concern", if a listed noun follows near by."""
        nouns = self._cues.light.get(lemma)
        if nouns is None:
            return ()
        for step in range(1, LIGHT_REACH + 1):
            word = self._phrases.lower(index + step)
            if word in nouns:
                return (Sense(Act.SAID, nouns[word], Shape.LIGHT, frozenset({word})),)
            if word in self._words.prepositions:
                break
        return ()

    def _is_noun(self, index: int, form: Form) -> bool:
        """Tell whether a form that may be a noun is one here: "the report", "Seoul's claims"."""
        previous = self._phrases.lower(index - 1)
        if form is Form.PAST:
            return previous in {"the", "a", "an", "its", "his", "their", "her", "of", "'s"}
        if form not in _NOUN_FORMS:
            return False
        forms = {kind for _, kind in self._cues.forms.get(previous, ())}
        if forms & {Form.PAST, Form.ING}:
            return True  # "expressed hope", "making claims": the object of the verb before
        w = self._words
        closed = previous in w.determiners and previous not in _SUBJECTS_ALONE
        preposition = previous in w.prepositions and previous != "to"
        after_noun = form is Form.BASE and (
            self._is_singular_name(index - 1) or self._is_described(index - 1)
        )
        return closed or preposition or previous == "'s" or after_noun

    def _is_name(self, index: int) -> bool:
        """Tell a cue from a part of a name ("United States"), headlines in capitals apart."""
        if index == 0 or not self._tokens[index].is_capital:
            return False
        letters = [t for t in self._tokens if t.text[0].isalpha()]
        return sum(t.is_capital for t in letters) * 5 <= len(letters) * 3

    def _is_described(self, index: int) -> bool:
        """Tell "a clear answer" from "the ministers answer": no plural stands before a noun."""
        word = self._phrases.lower(index)
        if word.endswith("s") or word in self._words.pronouns or word in self._words.auxiliaries:
            return False
        return self._phrases.lower(index - 1) in self._words.determiners

    def _is_singular_name(self, index: int) -> bool:
        """Tell a noun or an order from a report: a bare form after a capital, or after nothing."""
        if index < 0:
            return True
        token = self._tokens[index]
        return token.is_word and token.is_capital and not token.text.endswith("s")

    def _is_passive(self, index: int, form: Form) -> bool:
        if form not in {Form.PAST, Form.PARTICIPLE}:
            return False
        at = index - 1
        while at >= 0 and self._phrases.is_adverb(at):
            at -= 1
        return self._phrases.lower(at) in _TO_BE | {"be", "been", "being"} or (
            self._phrases.lower(index + 1) == "by"
        )
