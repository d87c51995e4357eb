"""The Library: records in and out of one file, and every Edit answered with its inverse."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, assert_never

from sqlalchemy import Connection, delete, func, select

from briefing.library import rows, search
from briefing.library.database import connect, settle, transaction
from briefing.library.failures import told
from briefing.library.migrations import MIGRATIONS, upgrade
from briefing.library.schema import TABLES
from briefing.model.edits import Change, Edit, Put, Record, Remove, Step
from briefing.model.findings import Citation
from briefing.model.kept import MOST_FOUND
from briefing.model.source import Source

R = TypeVar("R", bound=Record)

_BATCH = 500  # steps written together: bounds memory and the length of one SQL statement


class Library:
    """One SQLite file; used by the thread that opened it.

    Any method raises LibraryError, with nothing changed, when the file cannot be read or written.
    """

    def __init__(self, path: Path, connection: Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, create: bool = True) -> Self:
        """Open the Library at the path; begin an empty one if there is none and ``create``.

        A Library of an older version is copied to ``NAME.backup-vN`` beside it, then brought up to
        date. Raises LibraryError: missing, a folder, not a Library, damaged (and left untouched),
        made by a newer program, in use, or in a place where it may not be read or written.
        """
        connection = connect(path, create)
        try:
            with told(path):
                upgrade(connection, path, MIGRATIONS)
                settle(connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the file; what was applied is in it. Closing twice does nothing."""
        with told(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        """Return the Library itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.close()

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind, sorted by id."""
        query = rows.selection(kind).order_by(TABLES[kind].c.id)
        with told(self.path):
            return rows.from_rows(kind, self._connection.execute(query))

    def get(self, kind: type[R], id: str) -> R | None:  # noqa: A002
        """Return one record, or None."""
        with told(self.path):
            return self._found(kind, (id,)).get(id)

    def ids(self, kind: type[Record]) -> tuple[str, ...]:
        """Return the id of every record of a kind, sorted."""
        column = TABLES[kind].c.id
        with told(self.path):
            return tuple(self._connection.execute(select(column).order_by(column)).scalars())

    def count(self, kind: type[Record]) -> int:
        """Return the number of records of a kind."""
        with told(self.path):
            query = select(func.count()).select_from(TABLES[kind])
            return self._connection.execute(query).scalar_one()

    def search(self, words: str, limit: int = MOST_FOUND) -> tuple[Citation, ...]:
        """Return the Sentences that hold every word or one that begins with it, best first.

        Case and accents make no difference; quotation marks and operators are no more than marks.
        Boilerplate and comments come last. No words, no Sentences.
        """
        with told(self.path):
            return search.find(self._connection, words, limit)

    def apply(self, edit: Edit) -> Change:
        """Do all the steps in order, or none, and return the Edit that takes them back.

        Removing what is not there does nothing. Raises LibraryError with nothing changed.
        """
        undo: list[Step] = []
        with told(self.path), transaction(self._connection):
            for kind, batch in _batches(edit.steps):
                undo += self._do(kind, batch)
        kinds = frozenset(_key(step)[0] for step in undo)
        return Change(kinds, Edit(edit.label, tuple(reversed(undo))))

    def _do(self, kind: type[Record], batch: Sequence[Step]) -> list[Step]:
        old = self._found(kind, [_key(step)[1] for step in batch])
        new = [step.record for step in batch if isinstance(step, Put)]
        gone = [step.id for step in batch if isinstance(step, Remove) and step.id in old]
        if new:
            put = TABLES[kind].insert().prefix_with("OR REPLACE")
            self._connection.execute(put, rows.to_rows(kind, new))
        if gone:
            table = TABLES[kind]
            self._connection.execute(delete(table).where(table.c.id.in_(gone)))
        if kind is Source:
            search.drop(self._connection, list(old))
            search.add(self._connection, [record for record in new if isinstance(record, Source)])
        return [_inverse(step, old) for step in batch if isinstance(step, Put) or step.id in old]

    def _found(self, kind: type[R], ids: Sequence[str]) -> dict[str, R]:
        query = rows.selection(kind).where(TABLES[kind].c.id.in_(ids))
        records = rows.from_rows(kind, self._connection.execute(query))
        return {record.id: record for record in records}


def _key(step: Step) -> tuple[type[Record], str]:
    match step:
        case Put(record):
            return type(record), record.id
        case Remove(kind, key):
            return kind, key
        case _:
            assert_never(step)


def _inverse(step: Step, old: dict[str, Record]) -> Step:
    kind, key = _key(step)
    return Put(old[key]) if key in old else Remove(kind, key)


def _batches(steps: Sequence[Step]) -> Iterator[tuple[type[Record], list[Step]]]:
    """Cut the steps where the kind or the act changes, or an id comes back; order is kept.

    Within a batch no step can see another's work, so that it may be done at once.
    """
    batch: list[Step] = []
    ids: set[str] = set()
    last: tuple[type[Step], type[Record]] | None = None
    for step in steps:
        kind, key = _key(step)
        sort = (type(step), kind)
        if batch and (sort != last or key in ids or len(batch) == _BATCH):
            yield _key(batch[0])[0], batch
            batch, ids = [], set()
        batch.append(step)
        ids.add(key)
        last = sort
    if batch:
        yield _key(batch[0])[0], batch
