"""Reads who said a quotation that no listed verb claims: by its place in the sentence alone."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.clauses import MARKS
from briefing.extraction.saying.phrases import Phrase, Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.told import Attribution
from briefing.extraction.tokens import Token
from briefing.model.findings import Act, Polarity
from briefing.model.source import Span

_SURE, _LIKELY = 0.7, 0.6
_LONGEST_SPEAKER = 10  # tokens from a quotation to the verb behind its speaker
_LONGEST_LEAD = 24  # tokens from a speaker to the colon before a quotation
_LONGEST_REMARK = 3  # words; a shorter one is a term or a title
_NO_SPEECH = frozenset({"entitled", "titled", "named", "called", "headlined", "following"})


class Leftovers:
    """Reads the quotations of one sentence that are left over."""

    def __init__(
        self, tokens: Sequence[Token], quotes: Quotations, words: Grammar, phrases: Phrases
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._words = words
        self._phrases = phrases
        self._word = phrases.lower

    def read(self, claimed: Sequence[Span]) -> list[Attribution]:
        """Return who said what in quotations that overlap none of those that are claimed."""
        found: list[Attribution] = []
        for index, token in enumerate(self._tokens):
            if token.text not in MARKS:
                continue
            quote = self._quotes.at(token.end)
            if quote is None or quote.start != token.end:
                continue
            if any(span.start < quote.end and quote.start < span.end for span in claimed):
                continue
            made = self._announced(index, quote) or self._followed(quote)
            if made is not None:
                found.append(made)
        return found

    def opener(self) -> Attribution | None:
        """Read "The minister was blunt.": the subject of the first verb, if it may be a person."""
        for index in range(1, len(self._tokens)):
            if not (self._word(index) in self._words.finite or self._is_past(index)):
                continue
            subject = self._phrases.subject(index)
            first = self._tokens[subject.start] if subject is not None else None
            if subject is None or first is None or subject.start > 0:
                return None
            if first.lower in {"it", "there", "this", "that", "they", "we", "i", "you"}:
                return None
            last = next(i for i in range(len(self._tokens) - 1, -1, -1) if self._tokens[i].is_word)
            cue = Span(self._tokens[index].start, self._tokens[max(last, index)].end)
            made = self._made(subject, cue, cue, _LIKELY)
            return replace(made, content=())
        return None

    def _announced(self, mark: int, quote: Span) -> Attribution | None:
        """Read 'Lee shot back: "…"' and 'The head of the bank: "…"'."""
        colon = mark - 1
        if self._count(quote) < _LONGEST_REMARK:
            return None
        if self._word(colon) != ":":
            return self._put(quote)
        for verb in range(colon - 1, max(0, colon - _LONGEST_LEAD), -1):
            if self._quotes.inside(self._tokens[verb].start):
                return None
            if not self._is_past(verb):
                continue
            subject = self._phrases.subject(verb)
            if subject is not None:
                cue = Span(self._tokens[verb].start, self._tokens[colon - 1].end)
                return self._made(subject, cue, quote, _SURE)
        return self._put(quote)

    def _put(self, quote: Span) -> Attribution | None:
        """Read 'As Lee put it, "…"' and '"…," as Lee put it.'."""
        for index in range(1, len(self._tokens) - 1):
            if self._word(index) in {"put", "puts"} and self._word(index + 1) == "it":
                subject = self._phrases.subject(index) or self._after_as(index)
                if subject is not None:
                    cue = Span(self._tokens[index].start, self._tokens[index + 1].end)
                    return self._made(subject, cue, quote, _SURE)
        return None

    def _after_as(self, put: int) -> Phrase | None:
        """Return all between "as" and "put it" where no noun phrase ends before the verb."""
        start = next((i for i in range(put - 1, -1, -1) if self._word(i) == "as"), put - 1) + 1
        return Phrase(start, put, put) if start < put else None

    def _followed(self, quote: Span) -> Attribution | None:
        """Read '"…," Lee shot back' and '"…," retorted Lee': a comma inside the marks tells it."""
        mark = next((i for i, t in enumerate(self._tokens) if t.start >= quote.end), None)
        if mark is None or self._tokens[mark - 1].text not in {",", "?", "!"}:
            return None
        if self._is_past(mark + 1):
            subject, verb = self._phrases.inverted(mark + 1), mark + 1
        else:
            near = range(mark + 2, mark + _LONGEST_SPEAKER)
            verb = next((i for i in near if self._is_past(i)), mark)
            subject = self._phrases.subject(verb)
            if subject is not None and subject.start != mark + 1:
                return None
        if subject is None or not self._is_past(verb):
            return None
        return self._made(subject, self._span(verb), quote, _LIKELY)

    def _is_past(self, index: int) -> bool:
        word = self._word(index)
        verb = word.endswith("ed") or word in self._words.pasts
        return (
            verb
            and word not in self._words.auxiliaries
            and word not in _NO_SPEECH
            and not self._tokens[index].is_capital
        )

    def _count(self, quote: Span) -> int:
        return sum(t.is_word and quote.start <= t.start < quote.end for t in self._tokens)

    def _span(self, index: int) -> Span:
        return Span(self._tokens[index].start, self._tokens[index].end)

    def _made(self, subject: Phrase, cue: Span, quote: Span, confidence: float) -> Attribution:
        start = self._tokens[subject.start].start
        return Attribution(
            speaker=(Span(start, self._tokens[subject.end - 1].end),),
            head=Span(start, self._tokens[subject.head_end - 1].end),
            cue=(cue,),
            content=(quote,),
            act=Act.SAID,
            polarity=Polarity.NEUTRAL,
            confidence=confidence,
        )
