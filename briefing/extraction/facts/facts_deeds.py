"""Makes what was read in a sentence into Facts with dates and ids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.dates.dates import dates
from briefing.extraction.facts.facts_named import Side
from briefing.extraction.tokens import Token
from briefing.model.facts import Fact, FactKind, FactSpans
from briefing.model.findings import Precision
from briefing.model.ids import FactId, digest
from briefing.model.source import Sentence, Source, Span


@dataclass(frozen=True, slots=True)
class Deed:
    """One Fact before it has a date and an id; ``cue`` are the first and last token of the cue."""

    kind: FactKind
    actors: tuple[Side, ...]
    targets: tuple[Side, ...]
    cue: tuple[int, int]
    confidence: float


def dated(
    source: Source, sentence: Sentence, tokens: Sequence[Token], deeds: Sequence[Deed]
) -> Iterator[Fact]:
    """Yield the Facts of one Sentence; each has the first date that the Sentence tells."""
    when = dates(source.text, sentence.start, sentence.end, source.published) if deeds else ()
    for deed in deeds:
        cue = Span(tokens[deed.cue[0]].start, tokens[deed.cue[1]].end)
        yield Fact(
            id=FactId(f"fa-{digest(source.id, cue.start, deed.kind)}"),
            source=source.id,
            sentence=sentence.id,
            kind=deed.kind,
            actors=tuple(side.id for side in deed.actors),
            targets=tuple(dict.fromkeys(side.id for side in deed.targets)),
            start=when[0].start if when else None,
            end=when[0].end if when else None,
            precision=when[0].precision if when else Precision.UNKNOWN,
            cue=source.text[cue.start : cue.end],
            confidence=deed.confidence,
            spans=FactSpans(
                tuple(side.span for side in deed.actors),
                (cue,),
                tuple(side.span for side in deed.targets),
            ),
        )
