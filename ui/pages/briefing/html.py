"""A Document as HTML for the preview: a pure function over every block and inline.

It renders, as exporters do: it never numbers, sorts or chooses. Links are told by their scheme:
``cite:N`` a Note, ``slot:KEY`` a Slot, ``source:ID`` a Source; ``#anchor`` stays in the text.
"""

from html import escape
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
from briefing.document.document import Document, Labels
from briefing.document.inlines import Cite, Emphasis, Inline, Inlines, Link, Strong, Text

_CONTENTS_LEVELS = (1, 2)


def document_html(document: Document) -> str:
    """Return the whole Document in the order in which exporters print it."""
    parts = [
        _marking(document.marking),
        f'<p class="title">{escape(document.title)}</p>',
        f'<p class="subtitle">{escape(document.subtitle)}</p>' if document.subtitle else "",
        _facts(document.facts),
        _contents(document),
        *(block_html(block, document.labels) for block in document.blocks),
        _notes(document),
        _sources(document),
        _marking(document.marking),
    ]
    return "\n".join(part for part in parts if part)


def block_html(block: Block, labels: Labels) -> str:
    """Return one block as HTML."""
    match block:
        case Heading(level, inlines, anchor):
            mark = f'<a name="{escape(anchor)}"></a>' if anchor else ""
            # Qt would overrule the size of a real h1: a class says the level.
            return f'<p class="h{level}">{mark}{inlines_html(inlines)}</p>'
        case Paragraph(inlines):
            return f"<p>{inlines_html(inlines)}</p>"
        case Quotation(inlines, attribution):
            return _quotation(inlines, attribution)
        case ItemList(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{inlines_html(one)}</li>' for one in items)}</{tag}>"
        case Table():
            return _table(block)
        case Chronology(entries):
            rows = (
                f'<tr><td class="when" width="124">{escape(one.when)}</td>'
                f'<td class="cell">{inlines_html(one.inlines)}</td></tr>'
                for one in entries
            )
            return f'<table width="100%" cellspacing="0" class="grid">{"".join(rows)}</table>'
        case Remark(inlines):
            return f'<p class="remark">{inlines_html(inlines)}</p>'
        case Slot():
            return _slot(block, labels)
        case PageBreak():
            return "<hr>"
    assert_never(block)


def inlines_html(inlines: Inlines) -> str:
    """Return inlines as HTML."""
    return "".join(map(_inline, inlines))


def plain(inlines: Inlines) -> str:
    """Return the words of inlines, without the numbers of Notes."""
    return "".join("" if isinstance(one, Cite) else one.text for one in inlines)


def tips(document: Document) -> dict[str, str]:
    """Return what hovering over a link shows: for a Note the Sentence word for word."""
    found = {
        f"cite:{note.number}": f"“{note.quote}”\n{plain(note.inlines)}" for note in document.notes
    }
    for source in document.sources:
        found[f"source:{source.source}"] = "Read this source"
    for block in document.blocks:
        if isinstance(block, Slot):
            found[f"slot:{block.key}"] = "Write your own words here"
    return found


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case Emphasis(text):
            return f"<i>{escape(text)}</i>"
        case Strong(text):
            return f"<b>{escape(text)}</b>"
        case Link(text, target):
            return f'<a href="{escape(target)}">{escape(text)}</a>'
        case Cite(numbers):
            marks = ", ".join(f'<a class="cite" href="cite:{n}">{n}</a>' for n in numbers)
            return f'<span class="cites">&nbsp;[{marks}]</span>'
    assert_never(inline)


def _marking(marking: str) -> str:
    return f'<p class="marking" align="center">{escape(marking)}</p>' if marking else ""


def _facts(facts: tuple[tuple[str, str], ...]) -> str:
    if not facts:
        return ""
    rows = "".join(
        f'<tr><td class="when" width="124">{escape(label)}</td>'
        f'<td class="cell">{escape(value)}</td></tr>'
        for label, value in facts
    )
    return f'<table width="100%" cellspacing="0" class="grid">{rows}</table>'


def _contents(document: Document) -> str:
    lines = [
        f'<p class="contents{block.level}"><a class="quiet" href="#{escape(block.anchor)}">'
        f"{escape(plain(block.inlines))}</a></p>"
        for block in document.blocks
        if isinstance(block, Heading) and block.level in _CONTENTS_LEVELS and block.anchor
    ]
    if not lines:
        return ""
    return f'<p class="label">{escape(document.labels.contents)}</p>{"".join(lines)}'


def _quotation(inlines: Inlines, attribution: Inlines) -> str:
    said_by = f'<p class="attribution">{inlines_html(attribution)}</p>' if attribution else ""
    return (
        '<table width="100%" cellspacing="0"><tr><td class="bar" width="3"></td>'
        f'<td class="quoted"><p class="quote">{inlines_html(inlines)}</p>{said_by}</td>'
        "</tr></table>"
    )


def _table(table: Table) -> str:
    head = "".join(
        f'<th class="head" align="left" width="{width:.0%}">{inlines_html(cell)}</th>'
        for cell, width in zip(table.head, table.widths, strict=True)
    )
    rows = "".join(_row(row, table.widths) for row in table.rows)
    caption = f'<p class="caption">{inlines_html(table.caption)}</p>' if table.caption else ""
    first = f"<tr>{head}</tr>" if head else ""
    return f'{caption}<table width="100%" cellspacing="0" class="grid">{first}{rows}</table>'


def _row(row: tuple[Inlines, ...], widths: tuple[float, ...]) -> str:
    cells = (
        f'<td class="cell" width="{width:.0%}">{inlines_html(cell)}</td>'
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _slot(slot: Slot, labels: Labels) -> str:
    link = f'<a class="quiet" href="slot:{escape(slot.key)}">'
    words = (
        "<br>".join(escape(line) for line in slot.text.splitlines())
        if slot.text
        else f"<i>{escape(labels.to_be_completed)}</i>"
    )
    return (
        '<table width="100%" cellspacing="0" class="slot"><tr><td class="slot">'
        f'<p class="prompt">{link}{escape(slot.prompt)}</a></p>'
        f'<p class="own">{link}{words}</a></p></td></tr></table>'
    )


def _notes(document: Document) -> str:
    if not document.notes:
        return ""
    lines = "".join(
        f'<p class="note"><a name="note-{note.number}"></a>'
        f'<a class="cite" href="cite:{note.number}">{note.number}</a>&nbsp; '
        f"{inlines_html(note.inlines)} “{escape(note.quote)}”</p>"
        for note in document.notes
    )
    return f'<p class="h1"><a name="notes"></a>{escape(document.labels.notes)}</p>{lines}'


def _sources(document: Document) -> str:
    if not document.sources:
        return ""
    lines = "".join(
        f'<p class="note"><a class="cite" href="source:{escape(one.source)}">S{one.number}</a>'
        f"&nbsp; {inlines_html(one.inlines)}</p>"
        for one in document.sources
    )
    return f'<p class="h1"><a name="sources"></a>{escape(document.labels.sources)}</p>{lines}'
