"""One SQLite file: whether it is ours and whole, how it is opened, and its transactions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from briefing.library.failures import damaged, not_a_library, told
from briefing.model.errors import LibraryError

# "AiMe", at offset 68 of the file: https://sqlite.org/fileformat2.html#application_id
APPLICATION_ID = 0x41694D65
WAIT_SECONDS = 4.0  # for another program to finish writing

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def connect(path: Path, create: bool) -> Connection:
    """Open the file at the path, or begin an empty one; the caller closes the Connection.

    Statements take effect at once unless they stand in a ``transaction``.
    Raises LibraryError: missing, a folder, not ours, damaged, in use, or not allowed.
    """
    header = _read_header(path)
    if not header:
        _refuse_new(path, create)
    elif not _is_ours(header):
        raise not_a_library(path)
    else:
        _refuse_damaged(path)
    with told(path):
        return _connection(path, "rw" if header else "rwc")


def settle(connection: Connection) -> None:
    """Let readers and one writer work at once, and keep the file whole if the power fails.

    In this mode SQLite may lose the last Edits before a power cut, never a part of one
    (https://sqlite.org/pragma.html#pragma_synchronous). Where the disk cannot do it, as on some
    network drives, SQLite stays with its slower journal, which is as safe.
    """
    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    connection.exec_driver_sql("PRAGMA synchronous = NORMAL")


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Keep all that is done in the block, or none of it."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # Not "ROLLBACK": after a full disk SQLite has already rolled back, and would complain.
        connection.connection.rollback()
        raise


def number(connection: Connection, pragma: str) -> int:
    """Return the value of a PRAGMA that is a number."""
    return int(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())


def _read_header(path: Path) -> bytes:
    """Return the first bytes, or none if there is no file or it is empty."""
    try:
        if path.is_dir():
            raise LibraryError(
                "{path} is a folder, not a Library.",
                "Choose a file in it, or give a new file's name.",
                path=path,
            )
        if not path.exists():
            return b""
        if not path.is_file():
            raise not_a_library(path)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise LibraryError(
            "{path} cannot be read ({detail}).",
            "Check the name, and that you may read the file and its folder.",
            path=path,
            detail=error.strerror,
        ) from error


def _refuse_new(path: Path, create: bool) -> None:
    if not path.parent.is_dir():
        raise LibraryError(
            "The folder {folder} does not exist.",
            "Make the folder first, or choose another place for the Library.",
            folder=path.parent,
        )
    if create:
        return
    if path.exists():
        raise LibraryError(
            "{path} is empty: there is no Library in it.",
            "Choose another file, or a backup of this one.",
            path=path,
        )
    raise LibraryError(
        "There is no Library at {path}.", "Check the name, or make a new Library.", path=path
    )


def _is_ours(header: bytes) -> bool:
    return header.startswith(_MAGIC) and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _refuse_damaged(path: Path) -> None:
    """Read the whole file once, changing nothing.

    After an unclean end, closing a normal connection would write the left-over log into the file;
    a read-only connection does not. It is used only then, since it leaves a log of its own behind.
    """
    log = path.with_name(path.name + "-wal")
    mode = "ro" if log.exists() and log.stat().st_size else "rw"
    with told(path), closing(_connection(path, mode)) as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise damaged(path, found)


def _connection(path: Path, mode: str) -> Connection:
    """Open the file with a mode of https://sqlite.org/uri.html: ro, rw, or rwc to create it."""
    absolute = path.absolute().as_posix()
    slash = "" if absolute.startswith("/") else "/"  # before a Windows drive
    address = f"file://{slash}{quote(absolute)}?mode={mode}"
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=lambda: sqlite3.connect(address, timeout=WAIT_SECONDS, uri=True),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
    )
    return engine.connect()
