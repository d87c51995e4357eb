"""Who is said to say what in a whole Source: sentence by sentence, then over their borders."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefing.extraction.lexicon import Cues, Grammar
from briefing.extraction.saying.attribution import SentenceReader
from briefing.extraction.saying.continued import Continued
from briefing.extraction.saying.quotations import Quotations, readable
from briefing.extraction.saying.told import Attribution, Told
from briefing.extraction.saying.transcripts import Turn, turns, whole
from briefing.extraction.tokens import tokenise
from briefing.model.findings import Act, Polarity
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Sentence, Source, Span

# "Pence: running mate will not attend" as a title or heading.
_NAME = r"[A-Z][\w.'’\-]*(?:[ ](?:[A-Z][\w.'’\-]*|of|the|for|and|de|van|bin|al)){0,6}"
_LABEL = re.compile(
    rf"[\"“*]*(?P<label>{_NAME}(?:[ ](?:camp|team|official|officials|ministry|minister|sources))?)"
    rf"(?:[ ]to[ ]{_NAME})?[*]*:[*]*\s+(?=\S)"
)
_LONGEST_HEADLINE = 20  # words
_LONGEST_READ = 4_000  # characters of one sentence

__all__ = ["Told", "attributions"]


def attributions(
    source: Source, quotes: Quotations, cues: Cues, words: Grammar
) -> tuple[Told, ...]:
    """Return all attributions of a Source in the order of the text.

    Captions and what is set aside are not read.
    """
    source = readable(source)
    continued = Continued(
        source, quotes, lambda sentence: _reader(source, sentence, quotes, cues, words).opener()
    )
    transcript = turns(source, cues.askers, cues.fields)
    labelled: dict[str, list[Told]] = defaultdict(list)
    for told in _turns(source, transcript):
        labelled[told.passage.id].append(told)
    for passage in source.passages:
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        if passage.id in transcript:
            continued.told += labelled.get(passage.id, ())
            continue
        inside = [
            Told(passage, sentence, attribution)
            for sentence in passage.sentences
            for attribution in _reader(source, sentence, quotes, cues, words).read()
        ]
        heads = passage.kind in {PassageKind.TITLE, PassageKind.HEADING}
        if not inside and (heads or _is_headline(source, passage)):
            inside = _headline(source, passage, cues.fields)
        continued.add(passage, inside)
    return tuple(continued.told)


def _reader(
    source: Source, sentence: Sentence, quotes: Quotations, cues: Cues, words: Grammar
) -> SentenceReader:
    # What is longer is a list or made to do harm: clauses are sought at a square of its length.
    end = min(sentence.end, sentence.start + _LONGEST_READ)
    return SentenceReader(tokenise(source.text, sentence.start, end), quotes, cues, words)


def _turns(source: Source, transcript: Mapping[str, Sequence[Turn]]) -> Iterator[Told]:
    """Yield each turn as one attribution with a content for each of its paragraphs."""
    spoken = [(p, turn) for p in source.passages for turn in transcript.get(p.id, ())]
    for _, said in groupby(spoken, key=lambda row: (row[1].cue, row[1].asks)):
        paragraphs = list(said)
        turn = paragraphs[0][1]
        for piece in whole(paragraphs, source.text):
            passage, first = piece[0]
            words = tuple(span for _, span in piece)
            yield Told(
                passage,
                next((s for s in passage.sentences if s.end > first.start), passage.sentences[0]),
                _labelled(turn.label, turn.cue, words, turn.confidence),
                labelled=True,
                asks=turn.asks,
            )


def _labelled(label: Span, cue: Span, words: tuple[Span, ...], confidence: float) -> Attribution:
    return Attribution(
        speaker=(label,),
        head=label,
        cue=(cue,),
        content=words,
        act=Act.SAID,
        polarity=Polarity.NEUTRAL,
        confidence=confidence,
    )


def _is_headline(source: Source, passage: Passage) -> bool:
    """Tell a report's first line, which plain text does not mark as its title."""
    words = source.text[passage.start : passage.end].split()
    return passage is source.passages[0] and len(words) <= _LONGEST_HEADLINE


def _headline(source: Source, passage: Passage, fields: frozenset[str]) -> list[Told]:
    """Read "Pence: running mate will not attend" in a title or heading."""
    match = _LABEL.match(source.text, passage.start, passage.end)
    if not match or not passage.sentences or match["label"].lower() in fields:
        return []
    label = Span(match.start("label"), match.end("label"))
    colon = source.text.index(":", label.end)
    attribution = _labelled(label, Span(colon, colon + 1), (Span(match.end(), passage.end),), 0.6)
    return [Told(passage, passage.sentences[0], attribution)]
