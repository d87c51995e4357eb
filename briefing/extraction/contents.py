"""Finds what was said: the clause, quotation or object that belongs to a cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.lexicon import Grammar, Sense
from briefing.extraction.phrases import Phrases
from briefing.extraction.quotations import Quotations
from briefing.extraction.tokens import CLOSING_QUOTES, QUOTES, Token
from briefing.model.source import Span

_LONGEST_ADJUNCT = 16
_TIMES = frozenset(
    {"day", "morning", "afternoon", "evening", "night", "week", "month", "year", "time"}
)
MARKS = frozenset(QUOTES) | {"''", "``"}


@dataclass(frozen=True, slots=True)
class Content:
    """The spans of a content, how sure the shape is, and how many words the cue has beyond one."""

    spans: tuple[Span, ...]
    confidence: float
    cue_words: int = 0


class Contents:
    """Reads contents in one sentence. ``bounds`` are (subject, cue) indexes of its cues."""

    def __init__(
        self, tokens: Sequence[Token], quotes: Quotations, words: Grammar, phrases: Phrases
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._words = words
        self._phrases = phrases
        self.bounds: tuple[tuple[int, int], ...] = ()

    def after(self, cue: int, sense: Sense) -> Content | None:
        """Return the content right of a cue, if it has the shape that the sense takes."""
        match sense.shape:
            case "quote":
                return self._quote(cue)
            case "clause":
                return self._clause(cue)
            case "that":
                return self._until(cue + 1, 0.9) if self._word(cue + 1) == "that" else None
            case "to":
                return self._to(cue)
            case "person":
                return self._person(cue)
            case "about":
                return self._about(cue, sense.prepositions)
            case "object":
                return self._object(cue)
            case "light":
                return self._light(cue, sense.prepositions)
            case "as":
                return self._as(cue)
            case _:
                return None

    def _word(self, index: int) -> str:
        return self._phrases.lower(index)

    def _skip_adverbs(self, index: int) -> int:
        while self._phrases.is_adverb(index) and self._word(index) not in {"both", "all"}:
            index += 1
        return index

    def _quote(self, cue: int) -> Content | None:
        """Read 'said: "…"', 'said, "…"', 'called it "…"', the mark within a few words."""
        for index in range(cue + 1, min(cue + _LONGEST_ADJUNCT, len(self._tokens))):
            token = self._tokens[index]
            if token.text in MARKS:
                near = index - cue <= 2 or self._word(index - 1) in {":", ","}
                if not near or token.text in CLOSING_QUOTES:
                    return None
                return self._until(index, 0.95)
            if token.text in {":"}:
                if index + 1 < len(self._tokens):
                    return self._until(index + 1, 0.9)
                return None
            if token.text in {".", ";"} or token.lower in self._words.finite:
                return None
        return None

    def _clause(self, cue: int) -> Content | None:
        """Read "said that …" within some words of the cue, and "said the talks had failed"."""
        for index in range(cue + 1, min(cue + _LONGEST_ADJUNCT, len(self._tokens))):
            word = self._word(index)
            if (
                word == "that"
                and self._word(index + 1) not in _TIMES
                and (
                    index == cue + 1
                    or self._tokens[index - 1].is_word
                    or self._word(index - 1) == ","
                )
            ):
                return self._until(index, 0.9)
            if word in {"whether", "how", "why", "what", "where"} and index <= cue + 2:
                return self._until(index, 0.8)
            if word in self._words.finite or word in {".", ";", ":"} or word in MARKS:
                break
        start = self._after_adjuncts(cue + 1)
        if start is None:
            return None
        # "which Beijing insists are for fishing": the subject stands before the speaker.
        headless = self._word(start) in self._words.auxiliaries and self._tokens[start].is_word
        if not headless and not self._opens_clause(start):
            return None
        return self._until(start, 0.8)

    def _after_adjuncts(self, index: int) -> int | None:
        """Skip "on Thursday" and "in a statement" between a cue and its clause."""
        index = self._skip_adverbs(index)
        w = self._words
        if self._word(index) in w.weekdays:
            return index + 1
        if self._word(index) in {"on", "in", "at", "during", "after"}:
            after = self._word(index + 1)
            if after in w.weekdays or after in w.months:
                index += 2
                return index + 1 if self._word(index).isdigit() else index
            return None
        return index

    def _opens_clause(self, start: int, stop: int | None = None) -> bool:
        """Tell whether a subject and then a finite verb begin here, before token ``stop``."""
        last = len(self._tokens) if stop is None else stop
        if start >= last:
            return False
        token, w = self._tokens[start], self._words
        if token.text in MARKS:
            return True
        if not token.is_word or token.lower in {"to", "on", "in", "at", "by", "for", "with"}:
            return False
        for index in range(start + 1, min(start + 24, last)):
            word = self._word(index)
            if word in w.finite or (word in w.auxiliaries and word not in {"'s", "’s"}):
                return True
            if word in {".", ";", ":", "—"}:
                return False
            verbal = word.endswith(("ed", "s")) and not self._tokens[index].is_capital
            if (
                verbal
                and self._phrases.is_noun_like(index - 1)
                and self._word(index + 1)
                in (w.determiners | w.prepositions | w.adverbs | {"to", "that"})
            ):
                return True
        return False

    def _to(self, cue: int) -> Content | None:
        index = self._skip_adverbs(cue + 1)
        if self._word(index) == "not" and self._word(index + 1) == "to":
            index += 1
        return self._until(index, 0.75) if self._word(index) == "to" else None

    def _person(self, cue: int) -> Content | None:
        """Read "urged Japan to …", "told reporters that …", "asked Xi for …"."""
        end = min(cue + _LONGEST_ADJUNCT + 4, len(self._tokens))
        for index in range(cue + 2, end):
            word = self._word(index)
            if word in {"to", "that"} and self._phrases.is_noun_like(index - 1):
                if word == "to" and not self._is_bare_verb(index + 1):
                    continue
                return self._until(index, 0.85)
            if self._tokens[index].text in MARKS and self._word(index - 1) in {",", ":"}:
                return self._until(index, 0.9)
            if word in {"for", "about", "whether", "how", "not"} and index > cue + 1:
                return self._until(index, 0.6)
            if word in {".", ";"} or word in self._words.auxiliaries:
                break
        first = self._phrases.inverted(cue)
        if first is not None and self._opens_clause(first.head_end):
            return self._until(first.head_end, 0.6)
        return None

    def _is_bare_verb(self, index: int) -> bool:
        word = self._word(index)
        return (
            bool(word)
            and self._tokens[index].text.islower()
            and (word not in self._words.determiners)
        )

    def _about(self, cue: int, prepositions: frozenset[str]) -> Content | None:
        index = self._skip_adverbs(cue + 1)
        if self._word(index) not in prepositions or index + 1 >= len(self._tokens):
            return None
        return self._until(index, 0.75)

    def _object(self, cue: int) -> Content | None:
        index = self._skip_adverbs(cue + 1)
        if index >= len(self._tokens):
            return None
        token = self._tokens[index]
        if token.text in MARKS:
            return self._until(index, 0.7)
        if not token.is_word or token.lower in self._words.prepositions | self._words.conjunctions:
            return None
        if token.lower in self._words.pronouns - self._words.determiners | {"it", "that"}:
            return None
        return self._until(index, 0.65)

    def _light(self, cue: int, nouns: frozenset[str]) -> Content | None:
        """Read "expressed concern about …": the noun belongs to the cue."""
        (noun,) = nouns
        for index in range(cue + 1, cue + 5):
            if self._word(index) == noun:
                if index + 1 < len(self._tokens) and self._word(index + 1) not in {".", ","}:
                    found = self._until(index + 1, 0.75)
                    return found and Content(found.spans, found.confidence, index - cue)
                return None
        return None

    def _as(self, cue: int) -> Content | None:
        for index in range(cue + 2, min(cue + 10, len(self._tokens))):
            if self._word(index) == "as":
                return self._until(cue + 1, 0.7)
            if self._word(index) in self._words.auxiliaries or self._word(index) in {".", ","}:
                return None
        return None

    def _until(self, start: int, confidence: float) -> Content | None:
        """Return the content from a token to the end of its clause."""
        end = self._clause_end(start)
        spans = self._spans(start, end)
        return Content(spans, confidence) if spans else None

    def _clause_end(self, start: int) -> int:
        """Step right to where another cue's clause, or the sentence, ends this one."""
        cues = {cue for _, cue in self.bounds}
        subjects = {subject for subject, cue in self.bounds if subject != cue}
        for index in range(start + 1, len(self._tokens)):
            if self._quotes.inside(self._tokens[index].start):
                continue
            word = self._word(index)
            if word == "," and self._word(index + 1) == "according":
                return index
            if word == "according" and self._word(index + 1) == "to":
                return index
            previous = self._word(index - 1)
            joined = previous in {",", ";"} or previous in {"and", "but", "while"}
            if joined and index > start + 1 and (index in cues or index in subjects):
                return self._back_over_joints(index)
            if (
                index in cues
                and self._phrases.is_adverb(index - 1)
                and self._word(index - 2)
                in {
                    "and",
                    "but",
                    ",",
                }
            ):
                return self._back_over_joints(index - 1)
        return len(self._tokens)

    def _back_over_joints(self, index: int) -> int:
        while index > 0 and (
            self._word(index - 1) in {",", ";"} or self._word(index - 1) in {"and", "but", "while"}
        ):
            index -= 1
        return index

    def _spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the stretch without outer marks, a touched quotation taken whole."""
        while (
            start < end
            and not self._tokens[start].is_word
            and (self._tokens[start].text not in MARKS)
        ):
            start += 1
        while (
            end > start
            and self._tokens[end - 1].text in {".", ",", ";", ":", "?", "!"}
            and (not self._quotes.inside(self._tokens[end - 1].start))
        ):
            end -= 1
        if end <= start or not any(t.is_word for t in self._tokens[start:end]):
            return ()
        first, last = self._tokens[start].start, self._tokens[end - 1].end
        touched = self._quotes.at(self._tokens[end - 1].start)
        if touched is not None and touched.start >= first:
            last = max(last, touched.end)
        return (Span(first, last),)

    def around(self, boundary: int, rest: int) -> Content | None:
        """Return what stands left of a speaker, and the quotation that goes on behind the cue."""
        end = boundary
        while end > 0 and self._tokens[end - 1].text in {","}:
            end -= 1
        closed = end > 0 and self._tokens[end - 1].text in MARKS
        comma = end < boundary or closed
        if closed and self._quotes.at(self._tokens[end - 1].start) is None:
            closed = False
        if end <= 0 or not comma:
            return None
        start = self._start_of_left(end, closed)
        spans = list(self._spans(start, end))
        if not spans or sum(t.is_word for t in self._tokens[start:end]) < 2:
            return None
        again = self._resumes(rest, quoted=closed)
        if not closed and again is None and not self.is_clause(start, end):
            return None
        if again is not None:
            spans.extend(self._spans(again, self._clause_end(again)))
        return Content(tuple(spans), 0.95 if closed else 0.75)

    def _resumes(self, rest: int, *, quoted: bool) -> int | None:
        """Return where the content goes on behind "…, Lee told reporters in Seoul, …"."""
        cues = {cue for _, cue in self.bounds}
        for index in range(rest, len(self._tokens)):
            word = self._word(index - 1)
            if self._tokens[index].text in MARKS and word in {",", ".", ":"}:
                return index
            if quoted or word != "," or index - rest > _LONGEST_ADJUNCT:
                continue
            skipped = self._skip_adverbs(index)
            ends = self._word(index) in self._words.conjunctions or skipped in cues or index in cues
            aside = self._word(index) in {"who", "which", "whose", "whom", "while", "according"}
            return None if ends or aside else index
        return None

    def resumes(self, rest: int) -> bool:
        """Tell whether a comma behind the cue closes an aside that the content stands around."""
        return self._resumes(rest, quoted=False) is not None

    def is_clause(self, start: int, stop: int | None = None) -> bool:
        """Tell whether a subject and a finite verb begin at a token, before token ``stop``."""
        adverbial = self._word(start) in self._words.prepositions
        return not adverbial and self._opens_clause(start, stop)

    def _start_of_left(self, end: int, closed: bool) -> int:
        """Begin after the last cue's clause that is not this one's."""
        start = 0
        for subject, cue in self.bounds:
            if cue < end - 1 and subject < end:
                quoted = self._quotes.at(self._tokens[end - 1].start) if closed else None
                if quoted is not None:
                    opening = next(
                        (i for i, t in enumerate(self._tokens) if t.end >= quoted.start), 0
                    )
                    start = max(start, opening)
        return start

    def beside(self, start: int, end: int) -> Content | None:
        """Return the clause that an "according to" phrase, tokens start to end, belongs to."""
        before = self._spans(0, start)
        after = self._spans(end, self._clause_end(end)) if end < len(self._tokens) else ()
        enough = 3
        if start <= 1 or not before or sum(t.is_word for t in self._tokens[:start]) < enough:
            return Content(after, 0.85) if after else None
        if after and self._word(end) == "," and self._opens_clause(end + 1):
            return Content(before + after, 0.8)
        return Content(before, 0.85)
