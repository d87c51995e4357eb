"""What a Source is called: by its own fields first, then by its text."""

from collections.abc import Sequence
from pathlib import PurePath

from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.segmentation import sentences
from briefing.model.source import SET_ASIDE, PassageKind

_LONGEST_OPENING = 80


def title(blocks: Sequence[RawBlock], metadata: RawMetadata, name: str) -> str:
    """Return the title: of the fields, of the text, else the text's opening words with dots."""
    if metadata.title:
        return metadata.title
    for block in blocks:
        if block.kind is PassageKind.TITLE:
            return block.text
    for block in blocks:
        if block.kind not in SET_ASIDE:
            return _opening_words(block.text)
    return PurePath(name).stem


def _opening_words(text: str) -> str:
    first = sentences(text)
    opening = text[first[0].start : first[0].end] if first else text
    if len(opening) <= _LONGEST_OPENING:
        return opening
    return opening[:_LONGEST_OPENING].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
