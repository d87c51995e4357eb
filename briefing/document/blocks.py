"""What stands on its own line: the whole list is here, and every exporter must write it all."""

from dataclasses import dataclass

from briefing.document.inlines import Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a level from 1 to 4; the anchor (letters, digits, hyphens) is for links."""

    level: int
    inlines: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Quotation:
    """A Source's own words, and who said them."""

    inlines: Inlines
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items, numbered or bulleted; each item is a line."""

    items: tuple[Inlines, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A head and rows of cells, all rows as long as the head, which may be empty.

    ``widths`` are shares of the line, summing to 1; the first column names the row.
    """

    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    widths: tuple[float, ...]
    caption: Inlines = ()


@dataclass(frozen=True, slots=True)
class ChronologyEntry:
    """A date as worded for the reader, and what happened then."""

    when: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Chronology:
    """Dated entries in order of time."""

    entries: tuple[ChronologyEntry, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """The composer's own words, never about the matter."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Slot:
    """Text that only the analyst can write: its key, a prompt, and what was written."""

    key: str
    prompt: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page, where the format has pages."""


Block = Heading | Paragraph | Quotation | ItemList | Table | Chronology | Remark | Slot | PageBreak
