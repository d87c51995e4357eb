"""The formats a Document can be written in; to add one: a file with ``export``, and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from briefing.document.document import Document
from briefing.document.style import Stylesheet
from briefing.model.errors import ExportError


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name for people, its suffix with the dot, and the module that writes it."""

    name: str
    suffix: str
    module: str


EXPORTERS: tuple[Format, ...] = (
    Format("Word document", ".docx", "briefing.exporters.word"),
    Format("PDF", ".pdf", "briefing.exporters.pdf"),
)

_DEFAULT_STYLE = Stylesheet()


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that ``render`` knows, with their dots, in the order of ``EXPORTERS``."""
    return tuple(one.suffix for one in EXPORTERS)


def render(document: Document, suffix: str, style: Stylesheet = _DEFAULT_STYLE) -> bytes:
    """Return the bytes of the file that the suffix asks for: same Document, same bytes.

    Raises ExportError when no format has the suffix, or the Document breaks the block language's
    rules. The exporter is loaded here, on first use: the room's one lazy place, so that starting
    the program does not load the libraries that write files.
    """
    for one in EXPORTERS:
        if one.suffix == suffix.lower():
            export: Callable[[Document, Stylesheet], bytes] = import_module(one.module).export
            return export(document, style)
    raise ExportError(
        "No exporter writes {suffix}.",
        hint=f"Choose one of {', '.join(suffixes())}.",
        suffix=suffix or "a file without a suffix",
    )
