"""The tables of a Library as this version knows them: one a kind of record, one for search."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Column, Date, Float, Integer, LargeBinary, MetaData, Table, Text

from briefing.model.briefing import Briefing
from briefing.model.evidence import SourceFindings
from briefing.model.findings import Agreement, Dispute, Divergence, Event, Group, Statement
from briefing.model.imports import Unread
from briefing.model.people import Actor, Issue
from briefing.model.source import Original, Source

METADATA = MetaData()


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, Text) for name in names]


def _kept(name: str, *columns: Column[Any]) -> Table:
    """Return a table whose columns repeat fields of the record, so that SQL can sort by them.

    The body is the whole record; a column bears the name of the field it repeats.
    """
    key = Column("id", Text, primary_key=True, nullable=False)
    return Table(name, METADATA, key, *columns, Column("body", Text, nullable=False))


# A table is changed here and by a new function in migrations.py; a test holds the two together.
TABLES: Mapping[type[object], Table] = {
    Source: _kept(
        "source",
        *_text("title", "publisher"),
        Column("published", Date),
        *_text("kind", "language"),
    ),
    Original: Table(
        "original",
        METADATA,
        Column("id", Text, primary_key=True, nullable=False),
        Column("name", Text, nullable=False),
        Column("data", LargeBinary, nullable=False),
    ),
    SourceFindings: _kept("source_findings"),
    Actor: _kept("actor", *_text("name", "kind", "party")),
    Event: _kept(
        "event",
        *_text("kind", "title"),
        Column("start", Date),
        Column("end", Date),
        *_text("status"),
    ),
    Issue: _kept("issue", *_text("label")),
    Statement: _kept(
        "statement",
        *_text("source", "sentence", "speaker", "party", "act", "event"),
        Column("confidence", Float),
    ),
    Agreement: _kept("agreement", *_text("source", "kind", "event")),
    Dispute: _kept("dispute", *_text("issue", "status"), Column("since", Date)),
    Divergence: _kept("divergence", *_text("kind", "about")),
    Group: _kept("group", *_text("kind")),
    Briefing: _kept("briefing", *_text("title", "template")),
    Unread: _kept("unread", *_text("path", "reason")),
}

# A row a Sentence. Its number is the rowid of its words in the full-text table "sentence_words",
# which SQLAlchemy cannot describe. ``set_aside`` is 1 in boilerplate and comments.
SENTENCE = Table(
    "sentence",
    METADATA,
    Column("number", Integer, primary_key=True, nullable=False),
    Column("source", Text, nullable=False, index=True),
    Column("sentence", Text, nullable=False),
    Column("set_aside", Integer, nullable=False),
)
