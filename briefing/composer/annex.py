"""The Notes and the list of Sources that stand at the end of a Document."""

from collections.abc import Iterator

from briefing.composer.context import Context, plain
from briefing.composer.dates import day_or_none
from briefing.composer.lines import source_line
from briefing.composer.numbering import Numbered
from briefing.composer.quoting import sentence_words
from briefing.document.document import Note, SourceEntry
from briefing.document.inlines import Emphasis, Link, Strong, Text
from briefing.model.source import Source

_WEB = ("http://", "https://")


def notes(context: Context, numbered: Numbered) -> tuple[Note, ...]:
    """Return one Note a cited Sentence: the Source's line and the Sentence word for word."""
    rank = {source: number for number, source in enumerate(numbered.sources, start=1)}
    return tuple(
        Note(
            number=number,
            source=citation.source,
            source_number=rank[citation.source],
            sentence=citation.sentence,
            inlines=(Text(source_line(context, context.sources[citation.source])),),
            quote=sentence_words(context, citation),
        )
        for number, citation in enumerate(numbered.citations, start=1)
    )


def sources(context: Context, numbered: Numbered) -> tuple[SourceEntry, ...]:
    """Return one line a cited Source: title, publisher, date and its basis, kind, address."""
    return tuple(
        SourceEntry(number, source, tuple(_entry(context, context.sources[source])))
        for number, source in enumerate(numbered.sources, start=1)
    )


def _entry(context: Context, source: Source) -> Iterator[Strong | Text | Emphasis | Link]:
    say = context.phrases.say
    yield Strong(plain(source.title) or say("source_line.untitled"))
    date = day_or_none(context.phrases, source.published)
    basis = say(f"basis.{source.published_basis}") if source.published else ""
    parts = (plain(source.publisher or ""), f"{date}{basis}", say(f"source.{source.kind}"))
    yield Text(". " + ", ".join(part for part in parts if part) + ".")
    if source.url and source.url.startswith(_WEB):
        yield Text(" ")
        yield Link(source.url, source.url)
