"""Positions at a glance: a row an Issue, a column a Party, each with its latest Statement."""

from collections.abc import Sequence

from briefing.composer.context import Context, plain
from briefing.composer.lines import cue, remark
from briefing.composer.quoting import statement_words
from briefing.composer.statements import UNSURE, Voice, latest, voices
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Polarity, Statement
from briefing.model.ids import ActorId
from briefing.model.people import Issue

_FEWEST_PARTIES, _MOST_PARTIES = 2, 5
_MOST_WORDS = 25
_FIRST_WIDTH = 0.18


def matrix(context: Context) -> tuple[Block, ...]:
    """Return the table, with Remarks on the Issues and Parties that have no place in it."""
    parties = columns(context)
    rows = [
        (issue, [_latest(context, issue, party) for party in parties]) for issue in context.issues
    ]
    if len(parties) < _FEWEST_PARTIES:
        return (remark(context.phrases.say("matrix.not_drawn")),)
    head: tuple[Inlines, ...] = (
        (Text(context.phrases.say("matrix.issue")),),
        *((Text(context.name(party)),) for party in parties),
    )
    body = tuple(
        (
            (Strong(plain(issue.label)),),
            *(
                _cell(context, voice) if voice else _empty(context, issue, party)
                for party, voice in zip(parties, cells, strict=True)
            ),
        )
        for issue, cells in rows
        if any(cells)
    )
    width = (1 - _FIRST_WIDTH) / len(parties)
    widths = (_FIRST_WIDTH, *(width for _ in parties))
    bare = [issue for issue, cells in rows if not any(cells)]
    table = Table(head, body, widths, (Text(_legend(context)),))
    return (table, *_left_out(context, bare)) if body else _left_out(context, bare)


def columns(context: Context) -> tuple[ActorId, ...]:
    """Return the Parties of the matter that speak on the Issues shown, at most five."""
    return _speaking(context)[:_MOST_PARTIES]


def _speaking(context: Context) -> tuple[ActorId, ...]:
    shown = {issue.id for issue in context.issues}
    speaking = {
        s.party
        for s in context.evidence.statements
        if _is_sure(s) and not shown.isdisjoint(s.issues)
    }
    return tuple(party for party in context.parties if party in speaking)


def _left_out(context: Context, bare: Sequence[Issue]) -> tuple[Block, ...]:
    remarks = []
    unsure = [plain(i.label) for i in bare if _is_spoken_of(context, i)]
    silent = [plain(i.label) for i in bare if not _is_spoken_of(context, i)]
    if unsure:
        remarks.append(context.phrases.say("matrix.only_unsure", issues="; ".join(unsure)))
    if silent:
        remarks.append(context.phrases.say("matrix.bare", issues="; ".join(silent)))
    more = len(_speaking(context)) - len(columns(context))
    if more:
        remarks.append(context.phrases.count("matrix.more", more))
    return tuple(remark(words) for words in remarks)


def _latest(context: Context, issue: Issue, party: ActorId) -> Voice | None:
    spoken = (s for s in context.on_issue.get(issue.id, ()) if s.party == party and _is_sure(s))
    return latest(voices(context, spoken))


def _is_sure(statement: Statement) -> bool:
    """Tell what may stand as a Position: one that the reader is told to check may not."""
    return statement.confidence >= UNSURE and not statement.commentary


def _is_spoken_of(context: Context, issue: Issue) -> bool:
    """Tell whether a Party in the table speaks on the Issue, surely or not."""
    shown = columns(context)
    spoken = context.on_issue.get(issue.id, ())
    return any(s.party in shown and not s.commentary for s in spoken)


def _empty(context: Context, issue: Issue, party: ActorId) -> Inlines:
    """Return the words for a Party without a Position: silent, or only unsurely heard."""
    say = context.phrases.say
    spoken = context.on_issue.get(issue.id, ())
    unsure = any(s.party == party and not s.commentary for s in spoken)
    words = say("matrix.unsure") if unsure else say("matrix.no_statement")
    return (Text(f"{say('symbol.none')} {words}"),)


def _cell(context: Context, voice: Voice) -> Inlines:
    say = context.phrases.say
    polarity = voice.statement.polarity
    words = statement_words(context, voice.statement, _MOST_WORDS)
    verb = cue(context, voice.statement)
    said = say("matrix.said", when=voice.when, verb=say("matrix.verb", verb=verb) if verb else "")
    stance = f"{say(f'symbol.{polarity}')} {say(f'polarity.{polarity}')}"
    return (
        Strong(stance),
        Text(said),
        Text(words),
        context.cite(voice.citations),
    )


def _legend(context: Context) -> str:
    say = context.phrases.say
    symbols: dict[str, list[str]] = {}
    for polarity in Polarity:
        symbols.setdefault(say(f"symbol.{polarity}"), []).append(say(f"polarity.{polarity}"))
    worded = [f"{symbol} {' / '.join(words)}" for symbol, words in symbols.items()]
    none = f"{say('symbol.none')} {say('matrix.no_statement')}"
    return say("matrix.legend", legend="; ".join((*worded, none)))
