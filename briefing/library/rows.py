"""Records to rows and back: what comes out is equal to what went in, or it does not go in."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Row, Select, select

from briefing.library.schema import TABLES
from briefing.model.edits import Record
from briefing.model.errors import LibraryError
from briefing.model.source import Original

R = TypeVar("R", bound=Record)


def to_rows(kind: type[object], records: Sequence[Record]) -> list[dict[str, object]]:
    """Return the records of one kind as rows of their table.

    Raises LibraryError if a record would not come back equal (a list where a tuple belongs, a
    number that is none), UnicodeEncodeError if its text is not valid Unicode.
    """
    names = [column.name for column in TABLES[kind].columns if column.name != "body"]
    rows: list[dict[str, object]] = [
        {name: getattr(record, name) for name in names} for record in records
    ]
    if kind is not Original:
        decoder = msgspec.json.Decoder(kind)
        for row, record in zip(rows, records, strict=True):
            row["body"] = _body(decoder, record)
    return rows


def selection(kind: type[object]) -> Select[Any]:
    """Return the query for all that ``from_rows`` needs."""
    columns = TABLES[kind].columns
    if kind is Original:
        return select(columns.id, columns.name, columns.data)
    return select(columns.body)


def from_rows(kind: type[R], rows: Iterable[Row[Any]]) -> tuple[R, ...]:
    """Return the records that the rows of a ``selection`` hold.

    Raises LibraryError if a row cannot be read.
    """
    if kind is Original:
        fields = ("id", "name", "data")
        return tuple(msgspec.convert(dict(zip(fields, row, strict=True)), kind) for row in rows)
    decode = msgspec.json.Decoder(kind).decode
    try:
        return tuple(decode(row[0]) for row in rows)
    except msgspec.DecodeError as error:
        raise LibraryError(
            "The Library holds a record of kind {kind} that cannot be read ({detail}).",
            "Nothing was changed. Open a backup of the Library.",
            kind=kind.__name__,
            detail=error,
        ) from error


def _body(decoder: msgspec.json.Decoder[Any], record: Record) -> str:
    body = msgspec.json.encode(record).decode()
    try:
        same = decoder.decode(body) == record
    except msgspec.DecodeError:
        same = False
    if not same:
        raise LibraryError(
            "The {kind} “{id}” cannot be kept: it would not come back as it is.",
            "Nothing was changed. This is a mistake in the program: please report it.",
            kind=type(record).__name__,
            id=record.id,
        )
    return body
