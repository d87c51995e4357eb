"""Finds what was said before a cue, or on both sides of it: "…," Lee said, "…"."""

from collections.abc import Sequence

from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.clauses import MARKS, Clauses, Content
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.tokens import Token
from briefing.model.source import Span

_LONGEST_ASIDE = 16  # tokens between a speaker and where the content goes on
_FEWEST_WORDS = 2  # left of a speaker; one word alone is no content
_ENOUGH_WORDS = 3  # before "according to"; fewer are an opening ("But according to …")


class ContentsAround:
    """Reads the contents that stand around the speakers of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        quotes: Quotations,
        words: Grammar,
        phrases: Phrases,
        clauses: Clauses,
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._words = words
        self._word = phrases.lower
        self._clauses = clauses

    def around(self, boundary: int, rest: int) -> Content | None:
        """Return what stands left of a speaker, and the quotation that goes on behind the cue."""
        end = boundary
        while end > 0 and self._tokens[end - 1].text == ",":
            end -= 1
        marked = end > 0 and self._tokens[end - 1].text in MARKS
        if end <= 0 or not (end < boundary or marked):
            return None
        quote = self._quotes.at(self._tokens[end - 1].start) if marked else None
        closed = quote is not None
        start = 0 if quote is None else self._start_of_left(end, quote)
        spans = list(self._clauses.spans(start, end))
        if spans and quote is not None and quote.start < spans[0].start and start == 0:
            spans[0] = Span(quote.start, spans[0].end)  # it opened in a Sentence before
        elif not spans or (not closed and self._count(start, end) < _FEWEST_WORDS):
            return None
        again = self._resumes(rest, quoted=closed)
        if not closed and again is None and not self._is_told(start, end, rest):
            return None
        if again is not None:
            spans.extend(self._clauses.spans(again, self._clauses.end(again)))
        return Content(tuple(spans), 0.95 if closed else 0.75)

    def ahead(self, rest: int) -> Content | None:
        """Return the quotation right before the sentence, and what goes on behind the cue."""
        quote = self._quotes.before(self._tokens[0].start)
        if quote is None:
            return None
        spans = [quote]
        again = self._resumes(rest, quoted=True)
        if again is not None:
            spans.extend(self._clauses.spans(again, self._clauses.end(again)))
        return Content(tuple(spans), 0.9)

    def _is_told(self, start: int, end: int, rest: int) -> bool:
        """Tell whether what stands before is a clause, or a headline's ("No deal, says Kim")."""
        said = self._word(rest - 1) in self._words.sayings or self._word(end + 1) in (
            self._words.sayings
        )
        if said and self._word(rest) in {"", "."} and end - start > _ENOUGH_WORDS:
            return True
        return self._clauses.is_clause(start, end) or (said and self._clauses.has_verb(start, end))

    def _count(self, start: int, end: int) -> int:
        return sum(t.is_word for t in self._tokens[start:end])

    def _resumes(self, rest: int, *, quoted: bool) -> int | None:
        """Return where the content goes on behind "…, Lee told reporters in Seoul, …"."""
        cues = {cue for _, cue in self._clauses.bounds}
        for index in range(rest, len(self._tokens)):
            word = self._word(index - 1)
            if self._tokens[index].text in MARKS and word in {",", ".", ":"}:
                return index if self._opens_quotation(index) else None
            if quoted or word != "," or index - rest > _LONGEST_ASIDE:
                continue
            skipped = self._clauses.skip_adverbs(index)
            ends = self._word(index) in self._words.conjunctions or skipped in cues or index in cues
            aside = self._word(index) in {"who", "which", "whose", "whom", "while", "according"}
            return None if ends or aside else index
        return None

    def _opens_quotation(self, mark: int) -> bool:
        quote = self._quotes.at(self._tokens[mark].end)
        return quote is not None and quote.start <= self._tokens[mark].end

    def _start_of_left(self, end: int, quote: Span) -> int:
        """Begin at the quotation where another cue stands before its end, else at the sentence."""
        mark = next((i for i, t in enumerate(self._tokens) if t.end >= quote.start), 0)
        if self._word(mark - 1) == ":":
            return mark
        if not any(cue < end - 1 and subject < end for subject, cue in self._clauses.bounds):
            return 0
        return mark

    def _goes_on(self, start: int, rest: int) -> bool:
        """Tell "The ice, according to Lund, is melting" from "…, according to Lund, who is 60"."""
        verb = self._word(rest) in self._words.finite or self._clauses.looks_like_verb(rest)
        if verb:
            return not self._clauses.has_verb(0, start)
        relative = self._word(rest) in {"who", "which", "whose", "and", "but", "while", "as"}
        return not relative and self._clauses.opens(rest)

    def beside(self, start: int, end: int) -> Content | None:
        """Return the clause that an "according to" phrase, tokens start to end, belongs to."""
        before = self._clauses.spans(0, start)
        after = self._clauses.spans(end, self._clauses.end(end)) if end < len(self._tokens) else ()
        if start <= 1 or not before or self._count(0, start) < _ENOUGH_WORDS:
            return Content(after, 0.85) if after else None
        if after and self._word(end) == "," and self._goes_on(start, end + 1):
            return Content(before + after, 0.8)
        return Content(before, 0.85)
