"""What a reader hands over: blocks of text in order, and what the document says of itself."""

import datetime as dt
from dataclasses import dataclass

from briefing.model.errors import Failure
from briefing.model.source import DateBasis, PassageKind, SourceKind


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A paragraph, heading, list item or line; ``kind`` is None where its reader cannot tell."""

    text: str
    kind: PassageKind | None = None


@dataclass(frozen=True, slots=True)
class RawMetadata:
    """What the document's own fields say; None where they are silent.

    ``date_closed`` is True when the document says outright that its date is not known, so that
    none is looked for in its text. ``shown`` is a day on which the text was there already: when a
    page was printed or saved, a file was made or last changed. It is no day of publication, only
    the last one possible.
    """

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: dt.date | None = None
    basis: DateBasis | None = None
    date_closed: bool = False
    shown: dt.date | None = None
    kind: SourceKind | None = None
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A document inside another: an attachment of a mail, a file in an archive."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The blocks in order; ``structured`` when the format itself told headings from text.

    ``front_lines`` is the number of lines of front matter before the text. ``enclosed`` are
    the documents inside this one, ``failed`` those whose bytes could not be had, their path being
    their label; an archive has these alone and no blocks. ``notices`` say, each in one sentence
    for a person, what was repaired or could not be read.
    """

    blocks: tuple[RawBlock, ...]
    metadata: RawMetadata = RawMetadata()
    structured: bool = False
    front_lines: int = 0
    enclosed: tuple[Enclosed, ...] = ()
    failed: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
