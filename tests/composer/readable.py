"""Writes a Document as plain text, so that a golden file can be read and compared by eye."""

from collections.abc import Iterator
from typing import assert_never

from briefing.document.blocks import (
    Block,
    Chronology,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.document import Document
from briefing.document.inlines import Cite, Emphasis, Inlines, Link, Strong, Text


def as_text(document: Document) -> str:
    """Return all of a Document, a line a line."""
    return "\n".join(_lines(document)) + "\n"


def line(inlines: Inlines) -> str:
    """Return one line: **strong**, _emphasis_, <link>, [note numbers]."""
    parts = []
    for inline in inlines:
        match inline:
            case Text():
                parts.append(inline.text)
            case Emphasis():
                parts.append(f"_{inline.text}_")
            case Strong():
                parts.append(f"**{inline.text}**")
            case Link():
                parts.append(f"<{inline.text}>")
            case Cite():
                parts.append(f"[{','.join(str(number) for number in inline.numbers)}]")
            case _:
                assert_never(inline)
    return "".join(parts)


def section_of(document: Document, name: str) -> list[Block]:
    """Return the Blocks under the heading of level 1 with this anchor."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            inside = block.anchor == name
        elif inside:
            found.append(block)
    return found


def _lines(document: Document) -> Iterator[str]:
    yield f"marking: {document.marking}"
    yield f"title: {document.title}"
    yield f"subtitle: {document.subtitle}"
    for label, value in document.facts:
        yield f"{label}: {value}"
    for block in document.blocks:
        yield from _block(block)
    yield f"\n# {document.labels.notes}"
    for note in document.notes:
        where = f"{note.sentence}, source {note.source_number}"
        yield f"{note.number}. {line(note.inlines)} ({where}): {note.quote}"
    yield f"\n# {document.labels.sources}"
    for entry in document.sources:
        yield f"{entry.number}. ({entry.source}) {line(entry.inlines)}"


def _start(block: Heading | Paragraph | Remark) -> str:
    if isinstance(block, Heading):
        return f"\n{'#' * block.level} "
    return "(remark) " if isinstance(block, Remark) else ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph() | Remark():
            yield _start(block) + line(block.inlines)
        case Quotation():
            yield f"> {line(block.inlines)} -- {line(block.attribution)}"
        case ItemList():
            yield from (f"- {line(item)}" for item in block.items)
        case Table():
            yield f"table: {line(block.caption)}"
            for row in (block.head, *block.rows):
                yield " | ".join(line(cell) for cell in row)
        case Chronology():
            yield from (f"- {entry.when} :: {line(entry.inlines)}" for entry in block.entries)
        case Slot():
            yield f"(slot {block.key}) {block.text or block.prompt}"
        case PageBreak():
            yield "----"
        case _:
            assert_never(block)
