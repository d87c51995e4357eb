"""A Source: a document as it came in, its passages and its sentences, each with its offsets."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from briefing.model.ids import PassageId, SentenceId, SourceId


class Span(NamedTuple):
    """Offsets into ``Source.text`` in Unicode code points; the end is exclusive."""

    start: int
    end: int


class PassageKind(StrEnum):
    """What a passage is to a reader; the last two are set aside, not lost."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    COMMENT = "comment"


SET_ASIDE = frozenset({PassageKind.BOILERPLATE, PassageKind.COMMENT})


class DateBasis(StrEnum):
    """What a published date rests on; a page's print or scrape date is none of these."""

    GIVEN = "given"  # a person named it
    METADATA = "metadata"  # the document's own fields
    BYLINE = "byline"
    DATELINE = "dateline"
    INFERRED = "inferred"  # from the dates that the text speaks of
    UNKNOWN = "unknown"


class SourceKind(StrEnum):
    """What sort of text it is; "report" where nothing says otherwise."""

    REPORT = "report"
    READOUT = "readout"
    JOINT_STATEMENT = "joint-statement"
    PRESS_BRIEFING = "press-briefing"
    TRANSCRIPT = "transcript"
    INTERVIEW = "interview"
    COMMENTARY = "commentary"
    TREATY = "treaty"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The smallest citable thing."""

    id: SentenceId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or list item; its sentences in order."""

    id: PassageId
    start: int
    end: int
    kind: PassageKind
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it came in; its text never changes and its id is the hash of its bytes.

    ``path`` is where it was found; of a document inside another, the other's path, "/" and its own.
    ``published_from`` and ``published_until`` are the first and last day on which it can have been
    published, where the document tells them and not the day itself; None for an open end.
    ``notices`` say in words what reading noticed: repaired characters, pages without text.
    """

    id: SourceId
    path: str
    title: str
    publisher: str | None
    published: dt.date | None
    published_basis: DateBasis
    kind: SourceKind
    language: str
    url: str | None
    text: str
    passages: tuple[Passage, ...]
    authors: tuple[str, ...] = ()
    published_from: dt.date | None = None
    published_until: dt.date | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a Source was read from, kept as they came. The id is the Source's."""

    id: SourceId
    name: str
    data: bytes
