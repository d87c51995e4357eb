"""Finds who is said to say what, as spans, before anybody knows who they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extraction.contents import MARKS, Content, Contents
from briefing.extraction.lexicon import Cues, Form, Grammar, Sense
from briefing.extraction.phrases import Phrase, Phrases
from briefing.extraction.quotations import Quotations
from briefing.extraction.tokens import Token
from briefing.model.findings import Act, Polarity
from briefing.model.source import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, cue and content as spans of the text; what the cue says of the content.

    ``head`` is the speaker without appositions. ``negated``: the cue is ("did not confirm").
    """

    speaker: tuple[Span, ...]
    head: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    act: Act
    polarity: Polarity
    negated: bool = False
    confidence: float = 0.8


@dataclass(frozen=True, slots=True)
class _Cue:
    """A word that may be a cue: its place, its senses, its subject as far as known."""

    index: int
    lemma: str
    form: Form
    senses: tuple[Sense, ...]
    subject: Phrase | None
    carried: bool


_NOUN_FORMS = frozenset({Form.BASE, Form.THIRD})


class SentenceReader:
    """Reads the attributions of one sentence."""

    def __init__(
        self, tokens: Sequence[Token], quotes: Quotations, cues: Cues, words: Grammar
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._cues = cues
        self._words = words
        self._phrases = Phrases(tokens, words)
        self._contents = Contents(tokens, quotes, words, self._phrases)
        letters = [t for t in tokens if t.text[0].isalpha()]
        capitals = sum(t.is_capital for t in letters)
        self._headline = capitals * 5 > len(letters) * 3

    def read(self) -> tuple[Attribution, ...]:
        """Return the attributions, in the order of their cues."""
        found = self._candidates()
        starts = {
            cue.index: cue.subject.start
            for cue in found
            if cue.subject is not None and not cue.carried
        }
        self._contents.bounds = tuple(
            (starts.get(cue.index, cue.index), cue.index) for cue in found
        )
        attributions: list[Attribution] = []
        for cue in found:
            made = self._attribution(cue)
            if made is not None:
                attributions.append(made)
        attributions.extend(self._according_to())
        return tuple(attributions)

    def _candidates(self) -> list[_Cue]:
        found: list[_Cue] = []
        last: Phrase | None = None
        for index, token in enumerate(self._tokens):
            if not token.is_word or self._quotes.inside(token.start):
                continue
            for lemma, form in self._cues.forms.get(token.lower, ()):
                cue = self._candidate(index, lemma, form, last)
                if cue is not None:
                    found.append(cue)
                    last = cue.subject or last
                    break
        return found

    def _candidate(self, index: int, lemma: str, form: Form, last: Phrase | None) -> _Cue | None:
        senses = self._cues.senses.get(lemma, ()) + self._light(lemma, index)
        if not senses or self._is_noun(index, form) or self._is_name(index):
            return None
        left, _ = self._phrases.before(index)
        previous = self._phrases.lower(left)
        if form is Form.ING:
            return self._participle(index, lemma, senses, previous, last)
        if previous == "to" or self._is_passive(index, form):
            return None
        if previous in self._words.conjunctions:
            if form is Form.BASE:
                return None
            joined = last if last is not None else self._first_subject(left)
            return _Cue(index, lemma, form, senses, joined, carried=True) if joined else None
        subject = self._phrases.subject(index)
        if subject is not None and self._quotes.inside(self._tokens[subject.start].start):
            subject = None
        if subject is not None and form is Form.PARTICIPLE and left == index - 1:
            return None
        if subject is not None and form is Form.BASE and not self._is_plural(subject, index):
            return None
        return _Cue(index, lemma, form, senses, subject, carried=False)

    def _is_plural(self, subject: Phrase, verb: int) -> bool:
        """Tell "officials hope" and "Lee did hope" from "the limitation order"."""
        words = {self._phrases.lower(i) for i in range(subject.start, subject.head_end)}
        helped = any(
            self._phrases.lower(i) in self._words.auxiliaries
            or self._phrases.lower(i).endswith("n't")
            for i in range(subject.end, verb)
        )
        last = self._phrases.lower(subject.head_end - 1)
        people = last in self._words.pronouns | {"people", "police", "media", "who", "staff"}
        return helped or people or last.endswith("s") or "and" in words

    def _participle(
        self, index: int, lemma: str, senses: tuple[Sense, ...], previous: str, last: Phrase | None
    ) -> _Cue | None:
        """Read ", adding that …" (the sentence's subject) and "is urging …" (its own)."""
        if self._phrases.lower(index - 1) in {"is", "are", "was", "were", "been", "'s", "'re"}:
            subject = self._phrases.subject(index)
            return _Cue(index, lemma, Form.ING, senses, subject, carried=False) if subject else None
        if previous != ",":
            return None
        subject = last or self._first_subject(index)
        return _Cue(index, lemma, Form.ING, senses, subject, carried=True) if subject else None

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
        """Return the sense of "expressed concern", if a listed noun follows within three words."""
        nouns = self._cues.light.get(lemma)
        if nouns is None:
            return ()
        for step in range(1, 5):
            word = self._phrases.lower(index + step)
            if word in nouns:
                return (Sense(Act.SAID, nouns[word], "light", frozenset({word})),)
            if word in self._words.prepositions:
                break
        return ()

    def _is_noun(self, index: int, form: Form) -> bool:
        """Tell whether a form that may be a noun is one here: "the report", "Seoul's claims"."""
        previous = self._phrases.lower(index - 1)
        if form is Form.PAST:
            return previous in {"the", "a", "an", "its", "his", "their", "her", "of", "'s", "’s"}
        if form not in _NOUN_FORMS:
            return False
        forms = {kind for _, kind in self._cues.forms.get(previous, ())}
        if forms & {Form.PAST, Form.ING}:
            return True  # "expressed hope", "making claims": the object of the verb before
        w = self._words
        closed = previous in w.determiners and previous not in {
            "all",
            "both",
            "some",
            "many",
            "most",
        }
        preposition = previous in w.prepositions and previous != "to"
        after_noun = form is Form.BASE and (
            self._is_singular_name(index - 1) or self._is_described(index - 1)
        )
        return closed or preposition or previous in {"'s", "’s"} or after_noun

    def _is_name(self, index: int) -> bool:
        """Tell a cue from a part of a name ("United States"), headlines in capitals apart."""
        if index == 0 or not self._tokens[index].is_capital:
            return False
        return not self._headline

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
        return self._phrases.lower(at) in {"is", "are", "was", "were", "be", "been", "being"} or (
            self._phrases.lower(index + 1) == "by"
        )

    def _attribution(self, cue: _Cue) -> Attribution | None:
        sense = cue.senses[0]
        if self._follows_quotation(cue) or self._is_aside(cue):
            content, subject = self._from_the_left(cue)
            if content is not None and subject is not None:
                return self._make(cue, sense, subject, content)
        subject, content = cue.subject, None
        for sense in cue.senses:
            content = self._contents.after(cue.index, sense)
            if content is not None:
                break
        else:
            sense = cue.senses[0]
        if content is None or subject is None:
            content, subject = self._from_the_left(cue)
        if content is None or subject is None:
            return None
        return self._make(cue, sense, subject, content)

    def _is_aside(self, cue: _Cue) -> bool:
        """Tell whether speaker and cue stand in or behind what was said, after a comma."""
        subject = cue.subject
        if cue.carried or subject is None or self._phrases.lower(subject.start - 1) != ",":
            return False
        follows = self._phrases.lower(cue.index + 1)
        if follows in {"that", ":", ""} or follows in MARKS or not self._speaks(cue):
            return False
        if follows in {".", ","}:
            return True
        return self._contents.is_clause(0, subject.start) and not (
            self._contents.is_clause(cue.index + 1)
        )

    def _speaks(self, cue: _Cue) -> bool:
        return any(sense.shape in {"quote", "clause"} for sense in cue.senses)

    def _follows_quotation(self, cue: _Cue) -> bool:
        """Tell whether a quotation ends just before the speaker, or before the cue if inverted."""
        if cue.carried:
            return False
        left = cue.subject.start if cue.subject is not None else cue.index
        left -= 1
        while left >= 0 and self._tokens[left].text in {",", "."}:
            left -= 1
        if left < 0 or self._tokens[left].text not in MARKS:
            return False
        quoted = self._quotes.at(self._tokens[left].start)
        return quoted is not None and quoted.end <= self._tokens[left].start

    def _from_the_left(self, cue: _Cue) -> tuple[Content | None, Phrase | None]:
        """Read what stands before: "…," Lee said. and "…," said Lee."""
        subject = cue.subject
        if not self._speaks(cue) or cue.carried:
            return None, None
        if subject is None:
            subject = self._phrases.inverted(cue.index)
            boundary = cue.index
            rest = subject.end if subject else cue.index
        else:
            boundary, rest = subject.start, cue.index + 1
        if subject is None:
            return None, None
        return self._contents.around(boundary, rest), subject

    def _make(
        self, cue: _Cue, sense: Sense, subject: Phrase, content: Content
    ) -> Attribution | None:
        tokens = self._tokens
        negated = self._phrases.before(cue.index)[1]
        first = cue.index
        while first > 0 and first - 1 >= subject.end and not cue.carried:
            word = self._phrases.lower(first - 1)
            if word not in self._words.auxiliaries and word not in self._words.negations:
                break
            first -= 1
        last = cue.index + content.cue_words
        speaker = Span(tokens[subject.start].start, tokens[subject.end - 1].end)
        return Attribution(
            speaker=(speaker,),
            head=Span(speaker.start, tokens[subject.head_end - 1].end),
            cue=(Span(tokens[first].start, tokens[last].end),),
            content=content.spans,
            act=sense.act,
            polarity=sense.polarity,
            negated=negated,
            confidence=content.confidence - (0.1 if cue.carried else 0.0),
        )

    def _according_to(self) -> list[Attribution]:
        """Read "According to X, …" and "…, according to X"."""
        found: list[Attribution] = []
        for index, token in enumerate(self._tokens):
            if token.lower != "according" or self._phrases.lower(index + 1) != "to":
                continue
            if self._quotes.inside(token.start):
                continue
            phrase = self._phrases.inverted(index + 1)
            if phrase is None:
                continue
            aside = self._tokens[phrase.head_end : phrase.end]
            closed = self._phrases.lower(phrase.end) == ","
            if not closed or any(t.lower in self._words.finite for t in aside):
                phrase = replace(phrase, end=phrase.head_end)  # the clause, not an apposition
            content = self._contents.beside(index, phrase.end)
            if content is None:
                continue
            sense = Sense(Act.SAID, Polarity.NEUTRAL, "according")
            cue = _Cue(index, "according", Form.ING, (sense,), phrase, carried=True)
            made = self._make(cue, sense, phrase, replace(content, cue_words=1))
            if made is not None:
                found.append(made)
        return found
