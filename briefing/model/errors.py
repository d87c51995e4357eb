"""The one root of errors that are told to a person: what happened, and what to do about it."""


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

    @property
    def message(self) -> str:
        """The template with its values filled in."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        """Message and hint, as one line."""
        return f"{self.message} {self.hint}".strip()


class SourceError(BriefingError):
    """A document cannot be read."""


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
