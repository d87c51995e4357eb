"""What an import has done and has still to do: count in is count out."""

from dataclasses import dataclass

from briefing.model.errors import Failure
from briefing.model.ids import SourceId, UnreadId

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that was named for an import and is no Source: it waits, or it failed.

    The id is made of the path. ``reason`` and ``hint`` are empty while it waits.
    """

    id: UnreadId
    path: str
    reason: str = ""
    hint: str = ""

    @property
    def waits(self) -> bool:
        """Whether it has not been tried: the import was stopped, or the program ended."""
        return not self.reason

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the web: no file, to be fetched again."""
        return self.path.startswith(_WEB)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the documents that were named: each is in one of the four.

    ``added`` are new Sources, ``known`` the paths of those whose bytes were here already;
    ``waiting`` were not tried, as the person stopped the import. ``rules_alone`` says why the
    Statements of those added were found by rules alone, if they were.
    """

    added: tuple[SourceId, ...] = ()
    known: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    waiting: tuple[str, ...] = ()
    rules_alone: str = ""
