"""Which reader reads which kind of document, and loading it when it is needed."""

import importlib
from collections.abc import Callable
from enum import StrEnum
from typing import cast

from briefing.ingest.raw import RawDocument

Reader = Callable[[bytes, str], RawDocument]


class FileKind(StrEnum):
    """The kinds that can be read; the value is the reader's module."""

    PLAIN_TEXT = "plain_text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    MAIL = "mail"
    OUTLOOK = "outlook"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    EPUB = "epub"
    ZIP = "zip"


# Their text is the file's own characters, so that offsets into the file have a meaning.
TEXT_KINDS = frozenset({FileKind.PLAIN_TEXT, FileKind.MARKDOWN, FileKind.HTML})


def reader(kind: FileKind) -> Reader:
    """Return the reader of a kind. Loaded here and now: the parsers take long to load."""
    module = importlib.import_module(f"briefing.ingest.readers.{kind.value}")
    return cast("Reader", module.read)
