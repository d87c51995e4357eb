"""Every kind of record comes back from the Library equal, or does not go in."""

import dataclasses
import datetime as dt
import random

import pytest
from made_records import KINDS, made, made_source

from briefing.library import schema
from briefing.library.library import Library
from briefing.model.edits import Edit, Put
from briefing.model.errors import LibraryError
from briefing.model.findings import Event, Statement, StatementSpans
from briefing.model.source import Original, Source, Span


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "l.aidememo") as opened:
        yield opened


def put(library, *records):
    return library.apply(Edit("Put", tuple(map(Put, records))))


def test_there_is_a_table_for_every_kind():
    assert set(schema.TABLES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_records_come_back_equal_after_reopening(tmp_path, kind):
    chance = random.Random(7)
    records = tuple(made(kind, chance, f"{n:02}") for n in range(40))
    with Library.open(tmp_path / "l.aidememo") as library:
        put(library, *reversed(records))
    with Library.open(tmp_path / "l.aidememo") as library:
        assert library.all(kind) == records
        assert library.count(kind) == 40
        assert library.get(kind, "07") == records[7]
        assert library.get(kind, "no such id") is None
        assert type(library.all(kind)[0]) is kind


def test_the_made_records_try_every_field_with_and_without_a_value():
    chance = random.Random(7)
    for kind in KINDS:
        records = [made(kind, chance) for _ in range(40)]
        for field in dataclasses.fields(kind):
            values = [getattr(record, field.name) for record in records]
            assert len({repr(value) for value in values}) > 1, (kind, field.name)
            assert ("None" not in str(field.type)) or None in values, (kind, field.name)


def test_spans_come_back_as_spans(library):
    spans = StatementSpans((Span(0, 3),), (), (Span(4, 9), Span(12, 15)))
    statement = dataclasses.replace(made(Statement, random.Random(1), "s"), spans=spans)
    put(library, statement)
    back = library.get(Statement, "s")
    assert back.spans == spans
    assert back.spans.content[1].end == 15


def test_columns_repeat_the_fields_for_sql(library):
    event = dataclasses.replace(
        made(Event, random.Random(3), "e"), title="Talks", start=dt.date(2026, 3, 1), end=None
    )
    put(library, event)
    table = schema.TABLES[Event]
    row = library._connection.execute(table.select()).mappings().one()
    assert (row["title"], row["start"], row["end"]) == ("Talks", dt.date(2026, 3, 1), None)
    assert (row["kind"], row["status"]) == (event.kind.value, event.status.value)


def test_original_bytes_are_a_blob(library):
    data = bytes(range(256)) * 3
    put(library, Original("o", "naïve.docx", data))
    assert library.get(Original, "o") == Original("o", "naïve.docx", data)
    stored = library._connection.exec_driver_sql("SELECT typeof(data), data FROM original").one()
    assert tuple(stored) == ("blob", data)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("confidence", float("nan")),
        ("issues", ["a", "list"]),
        ("content", None),
        ("act", "shouted"),
    ],
)
def test_what_would_not_come_back_is_refused(library, name, value):
    good = made(Statement, random.Random(5), "good")
    bad = dataclasses.replace(made(Statement, random.Random(5), "bad"), **{name: value})
    with pytest.raises(LibraryError, match="“bad” cannot be kept"):
        put(library, good, bad)
    assert library.count(Statement) == 0


@pytest.mark.parametrize(
    "record", [made_source("s", "half \ud800 a sign"), Original("o", "\udcff.txt", b"")]
)
def test_half_a_character_is_refused_in_words(library, record):
    with pytest.raises(LibraryError, match="half a character"):
        put(library, record)
    assert library.count(Source) + library.count(Original) == 0


def test_a_row_that_cannot_be_read_is_told(library):
    put(library, made_source("s", "One."))
    library._connection.exec_driver_sql("UPDATE source SET body = '{}'")
    with pytest.raises(LibraryError, match="a record of kind Source that cannot be read"):
        library.all(Source)
