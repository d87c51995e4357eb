"""A Library of an older version is copied, then brought up to date; a newer one is refused."""

from pathlib import Path

import pytest
from made_records import made_source
from sqlalchemy import Connection, create_engine, inspect

from briefing.library import library as room
from briefing.library import migrations
from briefing.library.library import Library
from briefing.library.schema import METADATA
from briefing.model.edits import Edit, Put
from briefing.model.errors import LibraryError
from briefing.model.source import Source


def add_colour(connection: Connection) -> None:
    """Version 2 of these tests."""
    connection.exec_driver_sql("ALTER TABLE source ADD COLUMN colour TEXT")
    connection.exec_driver_sql("UPDATE source SET colour = 'blue'")


def add_size(connection: Connection) -> None:
    """Version 3 of these tests."""
    connection.exec_driver_sql("ALTER TABLE source ADD COLUMN size INTEGER")


def add_size_and_fail(connection: Connection) -> None:
    """Version 3, with a mistake in it."""
    add_size(connection)
    connection.exec_driver_sql("UPDATE no_such_table SET size = 1")


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Give the path of a Library of version 1 with one Source, to a program of version 1."""
    path = tmp_path / "l.aidememo"
    monkeypatch.setattr(room, "MIGRATIONS", (migrations.create_tables,))
    with Library.open(path) as library:
        library.apply(Edit("Add", (Put(made_source("s", "One.")),)))
    return path


@pytest.fixture
def with_migrations(monkeypatch):
    return lambda *extra: monkeypatch.setattr(
        room, "MIGRATIONS", (migrations.create_tables, *extra)
    )


def columns(library):
    return {column["name"] for column in inspect(library._connection).get_columns("source")}


def version(library):
    return library._connection.exec_driver_sql("PRAGMA user_version").scalar_one()


def names(path):
    return sorted(file.name for file in path.parent.iterdir())


def test_migrations_make_the_tables_that_the_program_knows(path, monkeypatch):
    monkeypatch.setattr(room, "MIGRATIONS", migrations.MIGRATIONS)
    with create_engine("sqlite://").connect() as memory, Library.open(path) as library:
        METADATA.create_all(memory)
        known, found = inspect(memory), inspect(library._connection)
        for table in known.get_table_names():
            assert _shape(found, table) == _shape(known, table)
        left = set(found.get_table_names()) - set(known.get_table_names())
        assert {name for name in left if not name.startswith("sentence_words")} == set()
        assert version(library) == len(migrations.MIGRATIONS)


def _shape(inspector, table):
    shape = [(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)]
    keys = inspector.get_pk_constraint(table)["constrained_columns"]
    return shape, keys, [i["column_names"] for i in inspector.get_indexes(table)]


def test_the_missing_migrations_run_after_a_backup(path, with_migrations):
    with_migrations(add_colour, add_size)
    with Library.open(path) as library:
        assert version(library) == 3
        assert columns(library) >= {"colour", "size"}
        assert library.all(Source) == (made_source("s", "One."),)
        assert len(library.search("one")) == 1
        query = "SELECT colour FROM source"
        assert library._connection.exec_driver_sql(query).scalar_one() == "blue"
    assert names(path) == ["l.aidememo", "l.aidememo.backup-v1"]
    with_migrations()
    with Library.open(path.with_name("l.aidememo.backup-v1"), create=False) as backup:
        assert version(backup) == 1
        assert "colour" not in columns(backup)
        assert backup.all(Source) == (made_source("s", "One."),)
        assert len(backup.search("one")) == 1


def test_a_migration_runs_once(path, with_migrations):
    with_migrations(add_colour)
    Library.open(path).close()
    Library.open(path).close()
    with_migrations(add_colour, add_size)
    with Library.open(path) as library:
        assert version(library) == 3
    assert names(path) == ["l.aidememo", "l.aidememo.backup-v1", "l.aidememo.backup-v2"]


def test_a_new_library_needs_no_backup(tmp_path, with_migrations):
    with_migrations(add_colour, add_size)
    with Library.open(tmp_path / "l.aidememo") as library:
        assert version(library) == 3
    assert names(tmp_path / "l.aidememo") == ["l.aidememo"]


def test_a_migration_that_fails_changes_nothing(path, with_migrations):
    with_migrations(add_colour, add_size_and_fail)
    with pytest.raises(LibraryError, match="no such table"):
        Library.open(path)
    with_migrations()
    with Library.open(path) as library:
        assert version(library) == 1
        assert not columns(library) & {"colour", "size"}
        assert library.all(Source) == (made_source("s", "One."),)


def test_an_earlier_backup_is_kept(path, with_migrations):
    earlier = path.with_name("l.aidememo.backup-v1")
    earlier.write_bytes(b"earlier")
    with_migrations(add_colour)
    Library.open(path).close()
    assert earlier.read_bytes() == b"earlier"
    assert names(path) == ["l.aidememo", earlier.name, earlier.name + "-2"]


def test_without_a_backup_nothing_is_migrated(path, with_migrations):
    (path.parent / "l.aidememo.backup-v1.part").mkdir()
    with_migrations(add_colour)
    with pytest.raises(LibraryError, match="No backup"):
        Library.open(path)
    with_migrations()
    with Library.open(path) as library:
        assert version(library) == 1


def test_a_newer_library_is_refused_and_left_as_it_is(path, with_migrations):
    with_migrations(add_colour)
    Library.open(path).close()
    before = path.read_bytes()
    with_migrations()
    with pytest.raises(LibraryError, match="newer version") as told:
        Library.open(path)
    assert "Install the newer version" in told.value.hint
    assert path.read_bytes() == before
    assert names(path) == ["l.aidememo", "l.aidememo.backup-v1"]


def test_a_disk_too_full_for_the_backup_leaves_no_half_of_it(path, with_migrations, monkeypatch):
    def full(part, copy):
        assert part.stat().st_size > 0
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with_migrations(add_colour)
    with pytest.raises(LibraryError, match=r"No backup .*No space left"):
        Library.open(path)
    assert names(path) == ["l.aidememo"]
