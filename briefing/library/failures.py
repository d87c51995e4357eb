"""What can go wrong with a Library, in words and with what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path

from sqlalchemy.exc import DBAPIError, ResourceClosedError

from briefing.model.errors import LibraryError

_AGAIN = "Nothing was changed."
_LEFT_ALONE = "It was left as it is."
_OWN_BACKUP = "Restore the file from your own backup, in another folder, and open it there."

# SQLite's primary result codes (https://sqlite.org/rescode.html): message and hint for each.
_WORDS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "The Library {path} is in use by another program.",
        f"{_AGAIN} Close it there, or wait a moment, and try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The Library {path} may be read but not changed.",
        f"{_AGAIN} Copy it to a folder where you may write, and open the copy.",
    ),
    sqlite3.SQLITE_FULL: (
        "There is no room left on the disk for the Library {path}.",
        f"{_AGAIN} Free some space and try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The Library {path} cannot be opened or created there.",
        "Check that you may write in its folder, or choose another place.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk did not read or write the Library {path} ({detail}).",
        f"{_AGAIN} Check the disk or the network drive, and try again.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        "Something is too large to be kept in the Library {path}.",
        f"{_AGAIN} Leave out the largest document, or split it.",
    ),
}
_WORDS[sqlite3.SQLITE_LOCKED] = _WORDS[sqlite3.SQLITE_BUSY]
_WORDS[sqlite3.SQLITE_PERM] = _WORDS[sqlite3.SQLITE_READONLY]


def not_a_library(path: Path) -> LibraryError:
    """Return the error for a file that something else made."""
    return LibraryError(
        "{path} is not a Library.",
        "The file was left as it is. Choose a file that this program made.",
        path=path,
    )


def damaged(path: Path, detail: object) -> LibraryError:
    """Return the error for a Library whose bytes are no longer whole."""
    found = " ".join(str(detail).split())  # the check of the database answers in several lines
    return LibraryError(
        "The Library {path} cannot be opened: its file is damaged.",
        " ".join((_LEFT_ALONE, _advice(path), f"Technical detail: {found}")),
        path=path,
        detail=detail,
    )


def _advice(path: Path) -> str:
    """Return what can be done about a damaged Library, going by the copies that there are.

    This program makes one only before it changes a Library of an older version. Any backup is to
    be opened beside the damaged file, not in its place: the log that lies there is not its own.
    """
    try:
        found = sorted(one.name for one in path.parent.glob(f"{escape(path.name)}.backup-v*"))
    except OSError:
        found = []
    copies = ", ".join(name for name in found if not name.endswith(".part"))
    if not copies:
        return _OWN_BACKUP
    return (
        f"Beside it lies a copy from before an update of this program: {copies}. "
        f"Open that; what was added later is not in it. Or else: {_OWN_BACKUP}"
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database says inside the block into a LibraryError that names the file."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.ProgrammingError):
            raise  # a mistake in this program, such as use from a second thread
        raise _in_words(path, error.orig) from error
    except ResourceClosedError as error:
        raise LibraryError("The Library {path} is closed.", "Open it again.", path=path) from error
    except UnicodeEncodeError as error:
        raise LibraryError(
            "A record holds half a character ({detail}), which the Library {path} cannot keep.",
            f"{_AGAIN} Save the document as UTF-8 and read it again.",
            path=path,
            detail=error.reason,
        ) from error


def _in_words(path: Path, error: BaseException | None) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_library(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, error)
    unknown = ("The Library {path} could not be used ({detail}).", _AGAIN)
    template, hint = _WORDS.get(code, unknown)
    return LibraryError(template, hint, path=path, detail=error)
