"""Gives quotations that nobody claimed to the one who was just quoted, or who announced them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.told import Attribution, Told
from briefing.model.findings import Act, Polarity
from briefing.model.source import Passage, PassageKind, Sentence, Source, Span

_SIGNED = re.compile(r"\s*(?P<dash>[-–—―]{1,2})\s*(?P<name>[A-Z][^\n:;“”\"]{2,60}?)\.?\s*$")
SHORTEST_REMARK = 4  # words; a shorter quotation is a term, a shorter line after a label a field
_CARRIED = 0.6
_OPENED = 0.5
_CLOSING = 2  # characters of marks at the beginning of a Passage


class Continued:
    """Follows one Source from Passage to Passage; ``told`` is what it has been given so far.

    ``opener`` reads a sentence as "The minister was blunt.": who it is about, and what it says.
    """

    def __init__(
        self,
        source: Source,
        quotes: Quotations,
        opener: Callable[[Sentence], Attribution | None],
    ) -> None:
        self.told: list[Told] = []
        self._source = source
        self._quotes = quotes
        self._opener = opener
        self._announced: Told | None = None

    def add(self, passage: Passage, inside: Sequence[Told]) -> None:
        """Take the attributions inside a Passage, with the quotations that go on from others.

        One that only announces ("She said:") has no content yet and is given the next Passage.
        """
        result = [told for told in inside if told.attribution.content]
        announced, self._announced = self._announced, None
        if announced is not None and passage.kind in {PassageKind.BODY, PassageKind.LIST}:
            filled = self._fill(announced, passage, result)
            if filled is not None:
                result.insert(0, filled)
        empty = [told for told in inside if not told.attribution.content]
        self._announced = empty[-1] if empty else None
        if not result:
            result += self._signed(passage)
        for quote in self._quotes.within(passage.start, passage.end):
            claimed = [span for told in result for span in told.attribution.content]
            if not any(span.start <= quote.start < span.end for span in claimed):
                self._give(passage, quote, result)
        self.told += sorted(result, key=lambda told: (told.sentence.start, told.attribution.cue))

    def _fill(self, announced: Told, passage: Passage, result: Sequence[Told]) -> Told | None:
        """Give a Passage that is one quotation, or is no report of anybody, to its announcer."""
        quoted = self._quotes.within(passage.start, passage.end)
        whole = bool(quoted) and quoted[0].start <= passage.start + _CLOSING
        if not whole and (quoted or result):
            return None
        content = quoted[:1] if whole else (Span(passage.start, passage.end),)
        confidence = 0.9 if whole else _CARRIED
        attribution = replace(announced.attribution, content=content, confidence=confidence)
        return replace(announced, attribution=attribution, passage=passage)

    def _signed(self, passage: Passage) -> list[Told]:
        """Read "— Kari Lund" under a paragraph that is one quotation, or behind it."""
        text = self._source.text
        quote, start = self._quotes.last(passage.start), passage.start
        inside = self._quotes.within(passage.start, passage.end)
        if inside and inside[0].start <= passage.start + _CLOSING:
            quote = inside[-1]
            start = min(quote.end + 1, passage.end)
        signed = _SIGNED.match(text, start, passage.end)
        if signed is None or quote is None or not passage.sentences:
            return []
        if any(map(str.isalnum, text[quote.end : start])):
            return []
        name = Span(signed.start("name"), signed.end("name"))
        cue = Span(signed.start("dash"), signed.end("dash"))
        made = Attribution((name,), name, (cue,), (quote,), Act.SAID, Polarity.NEUTRAL)
        claimed = self.told[-1].attribution.content[-1] if self.told else None
        if claimed is not None and claimed.start < quote.end and quote.start < claimed.end:
            self.told.pop()  # it was only carried on
        return [Told(passage, passage.sentences[0], made, labelled=True)]

    def _give(self, passage: Passage, quote: Span, result: list[Told]) -> None:
        text = self._source.text
        sentence = next((s for s in passage.sentences if s.start <= quote.start < s.end), None)
        short = len(text[quote.start : quote.end].split()) < SHORTEST_REMARK
        if short or sentence is None or not _mostly_quoted(text, sentence, quote):
            return
        index = self._speaking_before(result, quote.start)
        if index is not None:
            result[index] = _longer(result[index], quote)
        elif quote.start > passage.start + _CLOSING:
            self._open(passage, sentence, quote, result)
        elif not result or result[0].sentence.start >= quote.start:
            self._carry_on(passage, sentence, quote, result)

    def _open(self, passage: Passage, sentence: Sentence, quote: Span, result: list[Told]) -> None:
        """Give a quotation to whom the Sentence before it is about: "Lund was blunt. “…”"."""
        before = [s for s in passage.sentences if s.end <= sentence.start]
        opener = self._opener(before[-1]) if before else None
        if opener is not None:
            attribution = replace(opener, content=(quote,), confidence=_OPENED)
            result.append(Told(passage, before[-1], attribution))

    def _carry_on(
        self, passage: Passage, sentence: Sentence, quote: Span, result: list[Told]
    ) -> None:
        """Give a quotation that begins a Passage to who spoke last in the Passage before."""
        index = self._speaking_last(passage)
        if index is None:
            return
        last = self.told[index]
        # A quotation left open at the end of a Passage goes on in the next, as printers do.
        if last.attribution.content[-1].end >= last.passage.end:
            self.told[index] = replace(_longer(last, quote), passage=passage)
            return
        attribution = replace(last.attribution, content=(quote,), confidence=_CARRIED)
        result.append(Told(passage, sentence, attribution))

    def _speaking_before(self, inside: Sequence[Told], offset: int) -> int | None:
        """Return who spoke last before an offset: who was quoted before who was only told of."""
        spoke = [
            i
            for i, told in enumerate(inside)
            if told.attribution.content[0].start < offset and _speaks(told)
        ]
        quoted = [i for i in spoke if self._is_quoted(inside[i])]
        found = quoted or spoke
        return found[-1] if found else None

    def _is_quoted(self, told: Told) -> bool:
        return any(self._quotes.within(s.start, s.end) for s in told.attribution.content)

    def _speaking_last(self, passage: Passage) -> int | None:
        """Return who spoke last in the Passage before, if that is next to this one."""
        if not self.told or not _adjacent(self._source, self.told[-1].passage, passage):
            return None
        last = self.told[-1].passage.id
        first = next(i for i, told in enumerate(self.told) if told.passage.id == last)
        index = self._speaking_before(self.told[first:], passage.start)
        if index is None or self.told[first + index].labelled:
            return None
        return first + index


def _longer(told: Told, quote: Span) -> Told:
    content = (*told.attribution.content, quote)
    return replace(told, attribution=replace(told.attribution, content=content))


def _speaks(told: Told) -> bool:
    """Tell who speaks in the text from who is told of in an aside, or only holds something."""
    a = told.attribution
    return a.act is Act.SAID and a.stands_for is None and bool(a.speaker)


def _mostly_quoted(text: str, sentence: Sentence, quote: Span) -> bool:
    """Tell a remark, which fills two thirds of its sentence, from a quoted term."""
    whole = len(text[sentence.start : sentence.end].split())
    quoted = len(text[quote.start : min(quote.end, sentence.end)].split())
    return quoted * 3 >= whole * 2


def _adjacent(source: Source, earlier: Passage, later: Passage) -> bool:
    # What stands between two passages next to each other is only their border.
    return earlier.end <= later.start and not source.text[earlier.end : later.start].strip()
