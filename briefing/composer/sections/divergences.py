"""Where accounts differ: the Sentences side by side, marked to be checked, never judged."""

from collections.abc import Sequence
from itertools import groupby

from briefing.composer.context import Context, plain
from briefing.composer.lines import remark, source_line
from briefing.composer.quoting import balanced, sentence_words, shorten
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Emphasis, Inlines, Strong, Text
from briefing.model.findings import Account, Citation, Divergence

_MOST_ROWS = 12
_MOST_WORDS = 45
_WIDTHS = (0.20, 0.40, 0.40)
_COLUMNS = ("about", "one", "other")


def divergences(context: Context) -> tuple[Block, ...]:
    """Return a table with a row for each pair of accounts that differ, at most 12."""
    rows = [row for d in _ordered(context) for row in _rows(context, d)]
    if not rows:
        return (remark(context.phrases.say("divergences.none")),)
    head = tuple((Text(context.phrases.say(f"divergences.{column}")),) for column in _COLUMNS)
    table = Table(head, tuple(rows[:_MOST_ROWS]), _WIDTHS)
    note = remark(context.phrases.say("divergences.note"))
    if len(rows) > _MOST_ROWS:
        more = context.phrases.count("divergences.more", len(rows) - _MOST_ROWS)
        return (note, table, remark(more))
    return (note, table)


def _ordered(context: Context) -> list[Divergence]:
    return sorted(context.evidence.divergences, key=lambda d: (d.kind, d.about, d.id))


def _rows(context: Context, divergence: Divergence) -> list[tuple[Inlines, ...]]:
    """Set the value that most Sources give beside each of the others."""
    sides = _sides(context, divergence)
    if len(sides) < 2:
        return []
    kind = context.phrases.say(f"divergence.{divergence.kind}")
    about: Inlines = (
        Strong(_sentence_case(plain(divergence.about))),
        Text(context.phrases.say("divergences.kind", kind=kind)),
        Emphasis(context.phrases.say("mark.check")),
    )
    return [(about, _cell(context, sides[0]), _cell(context, side)) for side in sides[1:]]


def _sides(context: Context, divergence: Divergence) -> list[list[Account]]:
    """Return the accounts by value: those told in most Sources first, then the earliest."""

    def by_value(account: Account) -> tuple[str, str, str]:
        return (account.value, account.source, account.sentence)

    ordered = sorted(set(divergence.accounts), key=by_value)
    sides = [list(group) for _, group in groupby(ordered, key=lambda account: account.value)]
    return sorted(sides, key=lambda s: (not _told(context, s), -len(s), s[0].source, s[0].value))


def _told(context: Context, side: Sequence[Account]) -> bool:
    return any(Citation(a.source, a.sentence) in context.places for a in side)


def _cell(context: Context, side: Sequence[Account]) -> Inlines:
    """Return value, Sentence and Source; of a silent account only which Source is silent."""
    cited = [Citation(a.source, a.sentence) for a in side]
    cited = [citation for citation in cited if citation in context.places]
    value = plain(side[0].value)
    if not cited:
        silent = context.sources.get(side[0].source)
        named = source_line(context, silent) if silent else value
        return (Text(context.phrases.say("divergences.silent", source=named)),)
    words = balanced(shorten(sentence_words(context, cited[0]), _MOST_WORDS))
    source = source_line(context, context.sources[cited[0].source])
    start: Inlines = (
        (Strong(value), Text(context.phrases.say("divergences.colon"))) if value else ()
    )
    return (
        *start,
        Text(words),
        context.cite(cited),
        Text(" "),
        Emphasis(context.phrases.say("divergences.source", source=source)),
    )


def _sentence_case(label: str) -> str:
    return label[:1].upper() + label[1:]
