"""How a Library of an older version becomes one of this version, a numbered step at a time.

A step is a function on the database. Once released it never changes, and it names tables and
columns itself: were it to use today's classes, it would do something else tomorrow.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from briefing.library.database import APPLICATION_ID, number, transaction
from briefing.model.errors import LibraryError

Migration = Callable[[Connection], None]


def upgrade(connection: Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Run the migrations that the Library has not had; all of them or none.

    The version is the number of migrations run, kept as SQLite's user_version. A Library that holds
    something is first copied to ``NAME.backup-vN`` beside it.
    Raises LibraryError if a newer program made it or no copy can be made.
    """
    version = number(connection, "user_version")
    if version > len(migrations):
        raise LibraryError(
            "The Library {path} was made by a newer version of this program.",
            "It was left as it is. Install the newer version to open it.",
            path=path,
        )
    if version == len(migrations):
        return
    if version:
        _back_up(connection, path, version)
    with transaction(connection):
        # Another program may have done it while this one waited for its turn.
        done = number(connection, "user_version")
        for migration in migrations[done:]:
            migration(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {max(done, len(migrations))}")


def create_tables(connection: Connection) -> None:
    """Version 1: a table for each kind of record, and the search index."""
    for statement in (
        "CREATE TABLE source (id TEXT NOT NULL PRIMARY KEY, title TEXT, publisher TEXT,"
        " published DATE, kind TEXT, language TEXT, body TEXT NOT NULL)",
        "CREATE TABLE original (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
        " data BLOB NOT NULL)",
        "CREATE TABLE source_findings (id TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL)",
        "CREATE TABLE actor (id TEXT NOT NULL PRIMARY KEY, name TEXT, kind TEXT, party TEXT,"
        " body TEXT NOT NULL)",
        "CREATE TABLE event (id TEXT NOT NULL PRIMARY KEY, kind TEXT, title TEXT, start DATE,"
        ' "end" DATE, status TEXT, body TEXT NOT NULL)',
        "CREATE TABLE issue (id TEXT NOT NULL PRIMARY KEY, label TEXT, body TEXT NOT NULL)",
        "CREATE TABLE statement (id TEXT NOT NULL PRIMARY KEY, source TEXT, sentence TEXT,"
        " speaker TEXT, party TEXT, act TEXT, event TEXT, confidence FLOAT, body TEXT NOT NULL)",
        "CREATE TABLE agreement (id TEXT NOT NULL PRIMARY KEY, source TEXT, kind TEXT, event TEXT,"
        " body TEXT NOT NULL)",
        "CREATE TABLE dispute (id TEXT NOT NULL PRIMARY KEY, issue TEXT, status TEXT, since DATE,"
        " body TEXT NOT NULL)",
        "CREATE TABLE divergence (id TEXT NOT NULL PRIMARY KEY, kind TEXT, about TEXT,"
        " body TEXT NOT NULL)",
        'CREATE TABLE "group" (id TEXT NOT NULL PRIMARY KEY, kind TEXT, body TEXT NOT NULL)',
        "CREATE TABLE briefing (id TEXT NOT NULL PRIMARY KEY, title TEXT, template TEXT,"
        " body TEXT NOT NULL)",
        "CREATE TABLE sentence (number INTEGER NOT NULL PRIMARY KEY, source TEXT NOT NULL,"
        " sentence TEXT NOT NULL, set_aside INTEGER NOT NULL)",
        "CREATE INDEX ix_sentence_source ON sentence (source)",
        "CREATE VIRTUAL TABLE sentence_words USING fts5"
        " (words, tokenize = 'unicode61 remove_diacritics 2')",
    ):
        connection.exec_driver_sql(statement)


def add_unread(connection: Connection) -> None:
    """Version 2: the documents that an import has still to read, or could not read."""
    connection.exec_driver_sql(
        "CREATE TABLE unread (id TEXT NOT NULL PRIMARY KEY, path TEXT, reason TEXT,"
        " body TEXT NOT NULL)"
    )


MIGRATIONS: tuple[Migration, ...] = (create_tables, add_unread)


def _back_up(connection: Connection, path: Path, version: int) -> None:
    """Copy the Library, with what its log still holds; an earlier copy is never replaced."""
    name = f"{path.name}.backup-v{version}"
    copy = path.with_name(name)
    again = 1
    while copy.exists():
        again += 1
        copy = path.with_name(f"{name}-{again}")
    part = path.with_name(f"{name}.part")
    try:
        part.unlink(missing_ok=True)
        connection.exec_driver_sql("VACUUM INTO ?", (str(part.absolute()),))
        part.replace(copy)
    except (OSError, DBAPIError) as error:
        with suppress(OSError):  # the first error is the one to tell
            part.unlink(missing_ok=True)
        raise LibraryError(
            "No backup of the Library {path} could be made ({detail}); it is of an older version.",
            "Nothing was changed. See that there is room beside it and that you may write there.",
            path=path,
            detail=error.orig if isinstance(error, DBAPIError) else error.strerror,
        ) from error
