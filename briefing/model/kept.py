"""What is asked of a Library: named here, so that rooms which use one need not know SQL."""

from typing import Protocol, TypeVar

from briefing.model.edits import Change, Edit, Record
from briefing.model.findings import Citation

R = TypeVar("R", bound=Record)

MOST_FOUND = 200


class KeptRecords(Protocol):
    """The records of one Library; see ``briefing.library``."""

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind, by id."""

    def ids(self, kind: type[Record]) -> tuple[str, ...]:
        """Return the id of every record of a kind, sorted."""

    def apply(self, edit: Edit) -> Change:
        """Do all of an Edit or nothing."""

    def search(self, words: str) -> tuple[Citation, ...]:
        """Return the Sentences that hold all the words, MOST_FOUND at the most."""

    def close(self) -> None:
        """Close it."""
