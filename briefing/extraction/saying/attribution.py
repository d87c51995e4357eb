"""Finds who is said to say what, as spans, before anybody knows who they are."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.extraction.lexicon import Cues, Grammar, Sense, Shape
from briefing.extraction.saying.candidates import Candidate, CueFinder
from briefing.extraction.saying.clauses import MARKS, Clauses, Content
from briefing.extraction.saying.contents_after import ContentsAfter
from briefing.extraction.saying.contents_around import ContentsAround
from briefing.extraction.saying.indirect_cues import IndirectCues
from briefing.extraction.saying.leftovers import Leftovers
from briefing.extraction.saying.phrases import Phrase, Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.told import HEAD_OF_CONTENT, Attribution
from briefing.extraction.tokens import Token
from briefing.model.findings import Act, Polarity
from briefing.model.source import Span

__all__ = ["Attribution", "SentenceReader"]

_RELATIVES = frozenset({"who", "which", "that"})
_LONGEST_OPENER = 16  # tokens of "The minister was blunt about it."
_LONGEST_ENDING = 10  # tokens of "told reporters in Rome on Monday" behind a quotation


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
        self._hedges = cues.hedges
        self._cues = CueFinder(tokens, quotes, cues, words, phrases)
        self._indirect = IndirectCues(tokens, quotes, cues, words, phrases, clauses)
        self._leftovers = Leftovers(tokens, quotes, words, phrases)

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
        claimed = [span for made in attributions for span in made.content]
        for first, last, sense, speaker, content in self._indirect.read():
            at = self._tokens[first].start
            if not any(span.start <= at < span.end for span in claimed):
                attributions.append(self._as_found(first, last, sense, speaker, content))
        claimed = [span for made in attributions for span in made.content]
        attributions.extend(self._leftovers.read(claimed))
        if not attributions and found and self._phrases.lower(len(self._tokens) - 1) == ":":
            attributions.extend(self._announced(found[-1]))
        return tuple(attributions)

    def _as_found(
        self, first: int, last: int, sense: Sense, speaker: Phrase, content: Content
    ) -> Attribution:
        tokens = self._tokens
        start = tokens[speaker.start].start
        return Attribution(
            speaker=(Span(start, tokens[speaker.end - 1].end),),
            head=Span(start, tokens[speaker.head_end - 1].end),
            cue=(Span(tokens[first].start, tokens[last].end),),
            content=content.spans,
            act=sense.act,
            polarity=sense.polarity,
            confidence=content.confidence,
            hedged=self._is_hedged(first, last, content),
        )

    def opener(self) -> Attribution | None:
        """Return who a short sentence without a quotation is about, as one without content."""
        tokens = self._tokens
        if len(tokens) > _LONGEST_OPENER or any(t.text in MARKS for t in tokens):
            return None
        return self._leftovers.opener()

    def _announced(self, cue: Candidate) -> list[Attribution]:
        """Read "She said:", whose content stands in the next Passage, as one without content."""
        if cue.subject is None or not _speaks(cue):
            return []
        made = self._make(cue, cue.senses[0], cue.subject, Content((), 0.9))
        return [made] if made is not None else []

    def _attribution(self, cue: Candidate) -> Attribution | None:
        sense = cue.senses[0]
        relative = cue.subject is not None and self._relative(cue.subject, cue.index) is not None
        if not relative and (self._follows_quotation(cue) or self._is_aside(cue)):
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
        if not relative and (content is None or subject is None):
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
        if follows in {"that", ":"} or follows in MARKS or not _speaks(cue):
            return False
        if follows in {".", ",", ""}:
            return True
        return self._clauses.is_clause(0, subject.start) and not (
            self._clauses.is_clause(cue.index + 1)
        )

    def _follows_quotation(self, cue: Candidate) -> bool:
        """Tell whether a quotation ends just before the speaker, or before the cue if inverted."""
        if cue.carried:
            return False
        left = cue.subject.start if cue.subject is not None else cue.index
        if left == 0 and self._quotes.before(self._tokens[0].start) is not None:
            return self._ends_after(cue)
        left -= 1
        while left >= 0 and self._tokens[left].text in {",", "."}:
            left -= 1
        if left < 0 or self._tokens[left].text not in MARKS:
            return False
        quoted = self._quotes.at(self._tokens[left].start)
        return quoted is not None and quoted.end <= self._tokens[left].start

    def _ends_after(self, cue: Candidate) -> bool:
        """Tell "Kim said." and "Kim said. “…”" behind a quotation from "Kim said that …"."""
        index = cue.index + 1
        while index < len(self._tokens) and self._tokens[index].is_word:
            if self._tokens[index].lower in {"that", *self._words.finite}:
                return False
            index += 1
        return index - cue.index <= _LONGEST_ENDING and self._phrases.lower(index) in {".", ",", ""}

    def _from_the_left(self, cue: Candidate) -> tuple[Content | None, Phrase | None]:
        """Read what stands before: "…," Lee said. and "…," said Lee."""
        subject = cue.subject
        if not _speaks(cue) or cue.carried:
            return None, None
        if subject is None:
            subject = self._phrases.inverted(cue.index) if cue.index else None
            boundary = cue.index
            rest = subject.end if subject else cue.index
        else:
            boundary, rest = subject.start, cue.index + 1
        if subject is None:
            return None, None
        if boundary == 0:
            return self._around.ahead(rest), subject
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
        relative = None if cue.carried else self._relative(subject, cue.index)
        return Attribution(
            speaker=(relative or speaker,),
            head=Span(speaker.start, tokens[subject.head_end - 1].end),
            stands_for=speaker if relative else None,
            cue=(Span(tokens[first].start, tokens[last].end),),
            content=content.spans,
            act=sense.act,
            polarity=sense.polarity,
            negated=negated,
            hedged=self._is_hedged(first, last, content),
            confidence=content.confidence - (0.1 if cue.carried else 0.0),
        )

    def _is_hedged(self, first: int, last: int, content: Content) -> bool:
        """Look for a hedge in the cue, beside it and among the first words of the content."""
        if any(t.lower in self._hedges for t in self._tokens[max(0, first - 1) : last + 1]):
            return True
        if not content.spans:
            return False
        start = content.spans[0].start
        ahead = [t.lower for t in self._tokens if t.start >= start][:HEAD_OF_CONTENT]
        return any(word in self._hedges for word in ahead)

    def _relative(self, subject: Phrase, cue: int) -> Span | None:
        """Return the "who" between a speaker and the cue."""
        index = subject.end + (self._phrases.lower(subject.end) == ",")
        if index < cue and self._phrases.lower(index) in _RELATIVES:
            return Span(self._tokens[index].start, self._tokens[index].end)
        return None

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
