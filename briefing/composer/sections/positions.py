"""Positions in detail: by Issue and Party, newest first; commentary set apart."""

from collections.abc import Iterable

from briefing.composer.context import Context, plain
from briefing.composer.lines import remark, voice_list
from briefing.composer.statements import Voice, foremost, voices
from briefing.document.blocks import Block, Heading
from briefing.document.inlines import Text
from briefing.model.findings import Statement
from briefing.model.ids import ActorId
from briefing.model.people import Issue

_MOST_STATEMENTS = 8
_MOST_ASIDE = 4


def positions(context: Context) -> tuple[Block, ...]:
    """Return a heading an Issue with its Statements, then those that fall under no shown Issue."""
    blocks: list[Block] = []
    for index, issue in enumerate(context.issues, start=1):
        blocks.append(Heading(2, (Text(plain(issue.label)),), f"positions-{index}"))
        blocks.extend(of_issue(context, issue))
    other = elsewhere(context)
    if other:
        title = context.phrases.say("positions.other")
        blocks.append(Heading(2, (Text(title),), "positions-other"))
        blocks.extend(other)
    return tuple(blocks) or (remark(context.phrases.say("positions.none")),)


def of_issue(context: Context, issue: Issue) -> tuple[Block, ...]:
    """Return the Statements on one Issue under a heading a Party, or a Remark."""
    spoken = [s for s in context.evidence.statements if issue.id in s.issues]
    none = context.phrases.say("positions.none_on", issue=plain(issue.label))
    return _of_statements(context, spoken) or (remark(none),)


def elsewhere(context: Context) -> tuple[Block, ...]:
    """Return the Statements that a chosen Event brings in, on none of the Issues shown."""
    shown = {issue.id for issue in context.issues}
    other = [s for s in context.evidence.statements if shown.isdisjoint(s.issues)]
    return _of_statements(context, other)


def _of_statements(context: Context, statements: Iterable[Statement]) -> tuple[Block, ...]:
    every = list(statements)
    blocks: list[Block] = []
    for party in context.parties:
        own = [s for s in every if s.party == party and not s.commentary]
        blocks.extend(_group(context, context.name(party), own, _MOST_STATEMENTS, party))
    unnamed = [s for s in every if s.party is None and not s.commentary]
    say = context.phrases.say
    blocks.extend(_group(context, say("positions.unattributed"), unnamed, _MOST_ASIDE))
    commentary = [s for s in every if s.commentary]
    blocks.extend(_group(context, say("positions.commentary"), commentary, _MOST_ASIDE))
    return tuple(blocks)


def _group(
    context: Context,
    title: str,
    statements: Iterable[Statement],
    limit: int,
    party: ActorId | None = None,
) -> tuple[Block, ...]:
    found: tuple[Voice, ...] = voices(context, statements)
    if not found:
        return ()
    shown = foremost(found, limit)
    blocks: list[Block] = [
        Heading(3, (Text(title),)),
        voice_list(context, shown, with_party=party is None),
    ]
    if len(found) > len(shown):
        more = context.phrases.count("positions.more", len(found) - len(shown))
        blocks.append(remark(more))
    return tuple(blocks)
