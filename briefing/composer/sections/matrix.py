"""Positions at a glance: a row an Issue, a column a Party, each with its latest Statement."""

from collections.abc import Sequence

from briefing.composer.context import Context, plain
from briefing.composer.lines import cue, doubt, remark
from briefing.composer.quoting import statement_words
from briefing.composer.statements import Voice, latest, voices
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Polarity
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
        ((Strong(plain(issue.label)),), *(_cell(context, voice) for voice in cells))
        for issue, cells in rows
        if any(cells)
    )
    width = (1 - _FIRST_WIDTH) / len(parties)
    widths = (_FIRST_WIDTH, *(width for _ in parties))
    bare = [plain(issue.label) for issue, cells in rows if not any(cells)]
    return (Table(head, body, widths, (Text(_legend(context)),)), *_left_out(context, bare))


def columns(context: Context) -> tuple[ActorId, ...]:
    """Return at most five Parties that speak on the Issues shown.

    All of them; where these are too many, those of the chosen Events; where it is not for these
    to fill two to five columns, those that speak most.
    """
    present = {context.party_of(a) for event in context.chosen for a in event.participants}
    every = _speaking(context)
    meeting = tuple(party for party in every if party in present)
    if len(every) > _MOST_PARTIES and _FEWEST_PARTIES <= len(meeting) <= _MOST_PARTIES:
        return meeting
    return every[:_MOST_PARTIES]


def _speaking(context: Context) -> tuple[ActorId, ...]:
    shown = {issue.id for issue in context.issues}
    speaking = {
        s.party
        for s in context.evidence.statements
        if not s.commentary and not shown.isdisjoint(s.issues)
    }
    return tuple(party for party in context.parties if party in speaking)


def _left_out(context: Context, bare: Sequence[str]) -> tuple[Block, ...]:
    remarks = []
    if bare:
        remarks.append(context.phrases.say("matrix.bare", issues="; ".join(bare)))
    more = len(_speaking(context)) - len(columns(context))
    if more:
        remarks.append(context.phrases.count("matrix.more", more))
    return tuple(remark(words) for words in remarks)


def _latest(context: Context, issue: Issue, party: ActorId) -> Voice | None:
    spoken = [
        s
        for s in context.evidence.statements
        if issue.id in s.issues and s.party == party and not s.commentary
    ]
    return latest(voices(context, spoken))


def _cell(context: Context, voice: Voice | None) -> Inlines:
    say = context.phrases.say
    if voice is None:
        return (Text(f"{say('symbol.none')} {say('matrix.no_statement')}"),)
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
        *doubt(context, voice.statement),
    )


def _legend(context: Context) -> str:
    say = context.phrases.say
    symbols: dict[str, list[str]] = {}
    for polarity in Polarity:
        symbols.setdefault(say(f"symbol.{polarity}"), []).append(say(f"polarity.{polarity}"))
    worded = [f"{symbol} {' / '.join(words)}" for symbol, words in symbols.items()]
    none = f"{say('symbol.none')} {say('matrix.no_statement')}"
    return say("matrix.legend", legend="; ".join((*worded, none)))
