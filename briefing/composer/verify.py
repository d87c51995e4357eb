"""Checks before a Document leaves that its quotations occur word for word in cited Sources."""

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.document.blocks import Heading, Remark
from briefing.document.document import Document, Note
from briefing.document.inlines import Cite, Emphasis, Inlines, Link, Strong, Text
from briefing.document.walk import cited, units
from briefing.model.errors import ComposeError
from briefing.model.source import Source

# Guillemets and low quotes stand in Sources in other languages; single marks double as apostrophes.
_QUOTED = re.compile(r'[“„«]([^”»]*)(?:[”»]|$)|"([^"]*)(?:"|$)')
_MARKED = re.compile(r"…|\[…\]")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


def check(document: Document, sources: Iterable[Source]) -> None:
    """Raise ComposeError unless every number has its Note and every quotation its Source.

    Headings and Remarks are the composer's own words and Slots the analyst's: neither is looked
    at. A quotation may leave words out at "…" or "[…]"; what stands between these must occur in
    order in one Source cited in the same line (in a Table: the same row).
    """
    texts = {str(source.id): _even(source.text) for source in sources}
    notes = {note.number: note for note in document.notes}
    _check_notes(document, texts)
    for block in document.blocks:
        for line in units(block):
            numbers = cited(line)
            unknown = [number for number in numbers if number not in notes]
            if unknown:
                raise _refused(
                    "Note {what} is cited but not in the list of notes.", str(unknown[0])
                )
            if isinstance(block, Heading | Remark):
                continue
            _check_line(line, [notes[number] for number in numbers], texts)


def _check_notes(document: Document, texts: Mapping[str, str]) -> None:
    if [note.number for note in document.notes] != list(range(1, len(document.notes) + 1)):
        raise _refused("The notes are not numbered from 1 without gaps{what}.", "")
    for note in document.notes:
        if not _occurs([_even(note.quote)], texts.get(note.source, "")):
            raise _refused("Note {what} does not stand in its source.", str(note.number))


def _check_line(line: Inlines, notes: Iterable[Note], texts: Mapping[str, str]) -> None:
    cited_texts = list(dict.fromkeys(texts[note.source] for note in notes))
    for quotation in _quotations(line):
        pieces = [piece for part in _MARKED.split(quotation) if (piece := _even(part))]
        if not any(_occurs(pieces, text) for text in cited_texts) and pieces:
            raise _refused('The quotation "{what}" does not occur in a cited source.', quotation)


def _quotations(line: Inlines) -> Iterator[str]:
    for inline in line:
        match inline:
            case Text() | Emphasis() | Strong() | Link():
                for found in _QUOTED.finditer(inline.text):
                    yield found.group(1) if found.group(1) is not None else found.group(2)
            case Cite():
                continue


def _occurs(pieces: Iterable[str], text: str) -> bool:
    start = 0
    for piece in pieces:
        found = text.find(piece, start)
        if found < 0:
            return False
        start = found + len(piece)
    return True


def _even(text: str) -> str:
    """Return the text with single spaces and one kind of quotation mark, for comparing only."""
    return " ".join(text.translate(_MARKS).split())


def _refused(template: str, what: str) -> ComposeError:
    return ComposeError(
        template,
        hint="The briefing was not made. Import the sources again; if it stays so, report it.",
        what=what,
    )
