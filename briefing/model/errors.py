"""The one root of errors that are told to a person: what happened, and what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial


class BriefingError(Exception):
    """Something a person can act on.

    ``template`` is the message with named fields, ``values`` fill them, ``hint`` says what to do.
    The desk shows message and hint; the command line prints them and exits with 2.
    """

    def __init__(self, template: str, hint: str = "", **values: object) -> None:
        super().__init__(template)
        self.template = template
        self.values = values
        self.hint = hint

    def __reduce__(self) -> tuple[Callable[[], "BriefingError"], tuple[()]]:
        """Travel whole between processes: an exception's own way keeps the template alone."""
        return partial(type(self), self.template, self.hint, **self.values), ()

    @property
    def message(self) -> str:
        """The template with its values filled in."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        """Message and hint, as one line."""
        return f"{self.message} {self.hint}".strip()


class SourceError(BriefingError):
    """A document cannot be read."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not taken in, and why."""

    path: str
    error: BriefingError


class LibraryError(BriefingError):
    """A Library cannot be opened, read or written."""


class TableError(BriefingError):
    """A reference table or template has a mistake in it."""


class ComposeError(BriefingError):
    """A Briefing cannot be composed from what was chosen."""


class ExportError(BriefingError):
    """A file cannot be written."""


class Cancelled(BriefingError):  # noqa: N818 - the word for it; nothing went wrong
    """The person stopped the work."""
