"""Passages with their sentences, made of blocks that have their place in a Source's text."""

from collections.abc import Collection
from dataclasses import replace

from briefing.ingest.placing import Placed
from briefing.ingest.raw import RawBlock
from briefing.ingest.segmentation import sentences
from briefing.model.ids import PassageId, SentenceId, SourceId
from briefing.model.source import Passage, PassageKind, Sentence, Source, Span

_WHOLE = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.CAPTION})


def passage(source: SourceId, placed: Placed) -> Passage:
    """Return the Passage that a block is, its ids made of the Source's and its offset."""
    start, text = placed.start, placed.block.text
    kind = placed.block.kind or PassageKind.BODY
    spans = (Span(0, len(text)),) if kind in _WHOLE else sentences(text)
    return Passage(
        id=PassageId(f"{source}.p{start}"),
        start=start,
        end=start + len(text),
        kind=kind,
        sentences=tuple(
            Sentence(
                SentenceId(f"{source}.s{start + span.start}"), start + span.start, start + span.end
            )
            for span in spans
        ),
    )


def with_passages(source: Source, passages: Collection[PassageId], kind: PassageKind) -> Source:
    """Return the Source with some passages of another kind: taken back, or set aside.

    Its text and the offsets stay; only the sentences of these passages are found anew.
    """
    changed = tuple(
        passage(source.id, Placed(one.start, RawBlock(source.text[one.start : one.end], kind)))
        if one.id in passages
        else one
        for one in source.passages
    )
    return replace(source, passages=changed)
