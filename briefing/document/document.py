"""The Document: worded, numbered and in order; all that an exporter needs to know."""

from dataclasses import dataclass

from briefing.document.blocks import Block
from briefing.document.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """What a number in the text refers to: the Source's line, and the Sentence word for word.

    ``source`` and ``sentence`` are ids in the Library; ``source_number``
    is the number of the Source in ``Document.sources``.
    """

    number: int
    source: str
    source_number: int
    sentence: str
    inlines: Inlines
    quote: str


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A line of the list of Sources."""

    number: int
    source: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Labels:
    """The few fixed words that an exporter sets itself, in the Document's language."""

    contents: str = "Contents"
    notes: str = "Notes"
    sources: str = "Sources"
    page: str = "Page"
    to_be_completed: str = "To be completed"


@dataclass(frozen=True, slots=True)
class Document:
    """A Briefing, worded. ``facts`` is the front block: a label and a value a line.

    Exporters print, in this order: marking (every page, top and bottom), title, subtitle, facts,
    the table of contents (Headings of level 1 and 2), the blocks, the notes, the sources.
    ``notes`` are numbered from 1 in the order in which the text first cites them.
    """

    title: str
    subtitle: str
    language: str
    marking: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    sources: tuple[SourceEntry, ...]
    labels: Labels = Labels()
