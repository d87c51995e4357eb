"""Who is said to say what in a whole Source: sentence by sentence, then over their borders."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extraction.attribution import Attribution, SentenceReader
from briefing.extraction.lexicon import Cues, Grammar
from briefing.extraction.quotations import Quotations
from briefing.extraction.tokens import tokenise
from briefing.model.findings import Act, Polarity
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Sentence, Source, Span

# "Dr. Han Soo-jin: …", "Q: …", "PENCE: …" at the head of a paragraph.
_LABEL = re.compile(
    r"[\"“*]*"
    r"(?P<label>(?:[A-Z][\w.'’\-]*)(?:[ ](?:[A-Z][\w.'’\-]*|of|the|for|and|de|van|bin|al)){0,6})"
    r"[*]*:[*]*\s+(?=\S)"
)
_SHORTEST_REMARK = 4  # words; a shorter line after a label is a caption or a field


@dataclass(frozen=True, slots=True)
class Told:
    """An Attribution and the Passage and Sentence that its cue stands in."""

    passage: Passage
    sentence: Sentence
    attribution: Attribution
    labelled: bool = False


def attributions(
    source: Source, quotes: Quotations, cues: Cues, words: Grammar
) -> tuple[Told, ...]:
    """Return all attributions of a Source in the order of the text.

    Captions and what is set aside are not read.
    """
    found: list[Told] = []
    labels = _labelled_passages(source)
    for passage in source.passages:
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        label = labels.get(passage.id)
        if label is not None:
            found.append(_labelled(source, passage, label))
            continue
        inside = [
            Told(passage, sentence, attribution)
            for sentence in passage.sentences
            for attribution in _sentence(source, sentence, quotes, cues, words)
        ]
        if passage.kind in {PassageKind.TITLE, PassageKind.HEADING} and not inside:
            inside = _headline(source, passage)
        found.extend(_continued(source, passage, inside, found, quotes))
    return tuple(found)


def _sentence(
    source: Source, sentence: Sentence, quotes: Quotations, cues: Cues, words: Grammar
) -> tuple[Attribution, ...]:
    tokens = tokenise(source.text, sentence.start, sentence.end)
    return SentenceReader(tokens, quotes, cues, words).read()


def _labelled_passages(source: Source) -> dict[str, Span]:
    """Return the speaker labels of a transcript; one label alone makes no transcript."""
    found: dict[str, Span] = {}
    for passage in source.passages:
        if passage.kind in SET_ASIDE:
            continue
        match = _LABEL.match(source.text, passage.start, passage.end)
        if match and len(source.text[match.end() : passage.end].split()) >= _SHORTEST_REMARK:
            found[passage.id] = Span(match.start("label"), match.end("label"))
    names = [source.text[span.start : span.end] for span in found.values()]
    return found if len(names) > len(set(names)) else {}


def _labelled(source: Source, passage: Passage, label: Span) -> Told:
    start = label.end
    while start < passage.end and not source.text[start].isalnum():
        start += 1
    colon = source.text.index(":", label.end)
    attribution = Attribution(
        speaker=(label,),
        head=label,
        cue=(Span(colon, colon + 1),),
        content=(Span(start, passage.end),),
        act=Act.SAID,
        polarity=Polarity.NEUTRAL,
        confidence=0.9,
    )
    return Told(passage, passage.sentences[0], attribution, labelled=True)


def _headline(source: Source, passage: Passage) -> list[Told]:
    """Read "Pence: running mate will not attend" in a title or heading."""
    match = _LABEL.match(source.text, passage.start, passage.end)
    if not match or not passage.sentences:
        return []
    label = Span(match.start("label"), match.end("label"))
    told = _labelled(source, passage, label)
    return [replace(told, labelled=False, attribution=replace(told.attribution, confidence=0.6))]


def _continued(
    source: Source,
    passage: Passage,
    inside: list[Told],
    before: Sequence[Told],
    quotes: Quotations,
) -> list[Told]:
    """Give quotations that nobody claimed to the speaker who was just quoted."""
    claimed = [span for told in inside for span in told.attribution.content]
    result = list(inside)
    for quote in quotes.within(passage.start, passage.end):
        if any(span.start <= quote.start < span.end for span in claimed):
            continue
        if len(source.text[quote.start : quote.end].split()) < _SHORTEST_REMARK:
            continue
        sentence = next((s for s in passage.sentences if s.start <= quote.start < s.end), None)
        if sentence is None or not _mostly_quoted(source.text, sentence, quote):
            continue
        index = _speaking_before(result, quote.start)
        if index is not None:
            told = result[index]
            content = (*told.attribution.content, quote)
            result[index] = replace(told, attribution=replace(told.attribution, content=content))
        elif before and not any(told.sentence.start < quote.start for told in inside):
            last = before[-1]
            if _adjacent(source, last.passage, passage) and not last.labelled:
                result.append(_carried_on(passage, sentence, last, quote))
    return sorted(result, key=lambda told: (told.sentence.start, told.attribution.cue))


def _mostly_quoted(text: str, sentence: Sentence, quote: Span) -> bool:
    """Tell a remark, which fills two thirds of its sentence, from a quoted term."""
    whole = len(text[sentence.start : sentence.end].split())
    quoted = len(text[quote.start : min(quote.end, sentence.end)].split())
    return quoted * 3 >= whole * 2


def _speaking_before(inside: list[Told], offset: int) -> int | None:
    quoted = [i for i, told in enumerate(inside) if told.attribution.content[0].start < offset]
    return quoted[-1] if quoted else None


def _adjacent(source: Source, earlier: Passage, later: Passage) -> bool:
    # What stands between two passages next to each other is only their border.
    return earlier.end <= later.start and not source.text[earlier.end : later.start].strip()


def _carried_on(passage: Passage, sentence: Sentence, last: Told, quote: Span) -> Told:
    attribution = replace(last.attribution, content=(quote,), confidence=0.6)
    return Told(passage, sentence, attribution)
