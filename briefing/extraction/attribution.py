"""Finds who is said to say what, as spans, before anybody knows who they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extraction.candidates import Candidate, CueFinder
from briefing.extraction.clauses import MARKS, Clauses, Content
from briefing.extraction.contents_after import ContentsAfter
from briefing.extraction.contents_around import ContentsAround
from briefing.extraction.lexicon import Cues, Grammar, Sense, Shape
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


class SentenceReader:
    """Reads the attributions of one sentence."""

    def __init__(
        self, tokens: Sequence[Token], quotes: Quotations, cues: Cues, words: Grammar
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._words = words
        self._phrases = phrases = Phrases(tokens, words)
        self._clauses = clauses = Clauses(tokens, quotes, words, phrases)
        self._after = ContentsAfter(tokens, words, phrases, clauses)
        self._around = ContentsAround(tokens, quotes, words, phrases, clauses)
        self._cues = CueFinder(tokens, quotes, cues, words, phrases)

    def read(self) -> tuple[Attribution, ...]:
        """Return the attributions in the order of their cues, then those by "according to"."""
        found = self._cues.find()
        starts = {
            cue.index: cue.subject.start
            for cue in found
            if cue.subject is not None and not cue.carried
        }
        self._clauses.bounds = tuple((starts.get(cue.index, cue.index), cue.index) for cue in found)
        attributions: list[Attribution] = []
        for cue in found:
            made = self._attribution(cue)
            if made is not None:
                attributions.append(made)
        attributions.extend(self._according_to())
        return tuple(attributions)

    def _attribution(self, cue: Candidate) -> Attribution | None:
        sense = cue.senses[0]
        if self._follows_quotation(cue) or self._is_aside(cue):
            content, subject = self._from_the_left(cue)
            if content is not None and subject is not None:
                return self._make(cue, sense, subject, content)
        subject, content = cue.subject, None
        for sense in cue.senses:
            content = self._after.after(cue.index, sense)
            if content is not None:
                break
        else:
            sense = cue.senses[0]
        if content is None or subject is None:
            content, subject = self._from_the_left(cue)
        if content is None or subject is None:
            return None
        return self._make(cue, sense, subject, content)

    def _is_aside(self, cue: Candidate) -> bool:
        """Tell whether speaker and cue stand in or behind what was said, after a comma."""
        subject = cue.subject
        if cue.carried or subject is None or self._phrases.lower(subject.start - 1) != ",":
            return False
        follows = self._phrases.lower(cue.index + 1)
        if follows in {"that", ":", ""} or follows in MARKS or not _speaks(cue):
            return False
        if follows in {".", ","}:
            return True
        return self._clauses.is_clause(0, subject.start) and not (
            self._clauses.is_clause(cue.index + 1)
        )

    def _follows_quotation(self, cue: Candidate) -> bool:
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

    def _from_the_left(self, cue: Candidate) -> tuple[Content | None, Phrase | None]:
        """Read what stands before: "…," Lee said. and "…," said Lee."""
        subject = cue.subject
        if not _speaks(cue) or cue.carried:
            return None, None
        if subject is None:
            subject = self._phrases.inverted(cue.index)
            boundary = cue.index
            rest = subject.end if subject else cue.index
        else:
            boundary, rest = subject.start, cue.index + 1
        if subject is None:
            return None, None
        return self._around.around(boundary, rest), subject

    def _make(
        self, cue: Candidate, sense: Sense, subject: Phrase, content: Content
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
            content = self._around.beside(index, phrase.end)
            if content is None:
                continue
            sense = Sense(Act.SAID, Polarity.NEUTRAL, Shape.CLAUSE)
            cue = Candidate(index, (sense,), phrase, carried=True)
            made = self._make(cue, sense, phrase, replace(content, cue_words=1))
            if made is not None:
                found.append(made)
        return found


def _speaks(cue: Candidate) -> bool:
    """Tell a cue that may stand behind or in what was said ("…," Lee said)."""
    return any(sense.shape in {Shape.QUOTE, Shape.CLAUSE} for sense in cue.senses)
