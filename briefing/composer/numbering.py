"""Numbers Notes and Sources by first citation, in one pass over the finished Blocks.

Sections cite by each Sentence's place in the Dossier, which needs no counter and no order of
work; only here do these places become the numbers that a reader sees.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.document.blocks import Block
from briefing.document.inlines import Cite, Inlines
from briefing.document.walk import cited, lines, with_lines
from briefing.model.findings import Citation
from briefing.model.ids import SourceId


@dataclass(frozen=True, slots=True)
class Numbered:
    """Blocks with final numbers; the n-th Citation is Note n + 1, likewise the Sources."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    sources: tuple[SourceId, ...]


def number(blocks: Sequence[Block], places: Sequence[Citation]) -> Numbered:
    """Turn places (indexes into ``places``) into Note numbers, in reading order from 1."""
    first: dict[int, int] = {}
    for block in blocks:
        for line in lines(block):
            for place in cited(line):
                first.setdefault(place, len(first) + 1)
    citations = tuple(places[place] for place in first)
    sources = tuple(dict.fromkeys(citation.source for citation in citations))
    return Numbered(
        tuple(with_lines(block, lambda line: _renumbered(line, first)) for block in blocks),
        citations,
        sources,
    )


def _renumbered(line: Inlines, first: Mapping[int, int]) -> Inlines:
    return tuple(
        Cite(tuple(sorted(first[place] for place in inline.numbers)))
        if isinstance(inline, Cite)
        else inline
        for inline in line
    )
