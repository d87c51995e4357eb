"""What a Source is called and what sort of text it is: its own fields first, then clear cues."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.segmentation import sentences
from briefing.model.source import SET_ASIDE, PassageKind, SourceKind

_LONGEST_OPENING = 80
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]{0,30}\s){0,5}[A-Z][\w.’'-]{0,30}(?:\s\([^)]{1,40}\))?:\s")
_TURNS = 0.6
_FEWEST_TURNS = 4
_TITLE_CUES = (
    (
        SourceKind.JOINT_STATEMENT,
        r"\bjoint\s+(?:\w+\s+){0,2}(?:statement|communiqu[eé]|declaration)",
    ),
    (SourceKind.READOUT, r"\bread-?out\b"),
    (
        SourceKind.PRESS_BRIEFING,
        r"\b(?:press|media|daily|news)\s+(?:briefing|conference)\b.*"
        r"\b(?:transcript|remarks|by|of|on)\b|\bregular press conference\b",
    ),
    (SourceKind.TRANSCRIPT, r"\btranscript\b"),
    (
        SourceKind.INTERVIEW,
        r"^(?:an\s+)?(?:exclusive\s+)?interview\b|\binterview with\b|\[interview\]|^q&a\b",
    ),
    (
        SourceKind.TREATY,
        r"^(?:treaty|convention|agreement|protocol|memorandum of understanding)\s+"
        r"(?:between|on|of)\b",
    ),
    (
        SourceKind.COMMENTARY,
        r"^\W?(?:opinion|editorial|commentary|op-ed|analysis|column)\b\s*[\]:|–—-]",
    ),
)  # fmt: skip
_CUES = tuple((kind, re.compile(cue, re.IGNORECASE)) for kind, cue in _TITLE_CUES)


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


def kind(blocks: Sequence[RawBlock], metadata: RawMetadata, heading: str) -> SourceKind:
    """Return what sort of text it is; a report where its fields and its title say nothing else.

    A text most of whose passages open with a speaker's name and a colon is a transcript.
    """
    if metadata.kind is not None:
        return metadata.kind
    for found, cue in _CUES:
        if cue.search(heading):
            return found
    body = [block.text for block in blocks if block.kind is PassageKind.BODY]
    turns = sum(1 for text in body if _SPEAKER.match(text))
    is_transcript = turns >= _FEWEST_TURNS and turns >= _TURNS * len(body)
    return SourceKind.TRANSCRIPT if is_transcript else SourceKind.REPORT


def _opening_words(text: str) -> str:
    first = sentences(text)
    opening = text[first[0].start : first[0].end] if first else text
    if len(opening) <= _LONGEST_OPENING:
        return opening
    return opening[:_LONGEST_OPENING].rsplit(" ", 1)[0].rstrip(",;: ") + "…"
