"""Positions in detail: by Issue and Party, newest first; other voices and commentary set apart."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.composer.context import Context, plain
from briefing.composer.lines import remark, voice_list
from briefing.composer.statements import Voice, foremost, together, voices
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
    spoken = context.on_issue.get(issue.id, ())
    none = context.phrases.say("positions.none_on", issue=plain(issue.label))
    return _of_statements(context, spoken) or (remark(none),)


def elsewhere(context: Context) -> tuple[Block, ...]:
    """Return the Statements that a chosen Event brings in, on none of the Issues shown."""
    shown = {issue.id for issue in context.issues}
    other = [s for s in context.evidence.statements if shown.isdisjoint(s.issues)]
    return _of_statements(context, other)


def _of_statements(context: Context, statements: Iterable[Statement]) -> tuple[Block, ...]:
    every = list(statements)
    blocks = list(_sides(context, [s for s in every if _is_side(context, s)]))
    unnamed = [s for s in every if s.party is None and not s.commentary]
    others = [
        s for s in every if s.party is not None and not s.commentary and not _is_side(context, s)
    ]
    commentary = [s for s in every if s.commentary]
    aside = (("unattributed", unnamed), ("others", others), ("commentary", commentary))
    for key, spoken in aside:
        found = together(context, voices(context, spoken))
        title = context.phrases.say(f"positions.{key}")
        blocks.extend(_group(context, title, found, _MOST_ASIDE, with_party=True))
    return tuple(blocks)


def _is_side(context: Context, statement: Statement) -> bool:
    return statement.party in context.parties and not statement.commentary


def _sides(context: Context, statements: Iterable[Statement]) -> Iterator[Block]:
    """Yield a heading a Party with its Voices, then one for Parties that share a Sentence."""
    by_parties: dict[tuple[ActorId, ...], list[Voice]] = {}
    for voice in together(context, voices(context, statements)):
        named = {statement.party for statement in voice.statements}
        parties = tuple(party for party in context.parties if party in named)
        by_parties.setdefault(parties, []).append(voice)
    order = context.parties.index
    for parties in sorted(by_parties, key=lambda p: (len(p), [order(party) for party in p])):
        title = context.phrases.say("line.and").join(context.name(party) for party in parties)
        several = len(parties) > 1
        found = by_parties[parties]
        yield from _group(context, title, found, _MOST_STATEMENTS, with_party=several)


def _group(
    context: Context, title: str, found: Sequence[Voice], limit: int, *, with_party: bool
) -> tuple[Block, ...]:
    if not found:
        return ()
    shown = foremost(found, limit)
    blocks: list[Block] = [
        Heading(3, (Text(title),)),
        voice_list(context, shown, with_party=with_party),
    ]
    if len(found) > len(shown):
        more = context.phrases.count("positions.more", len(found) - len(shown))
        blocks.append(remark(more))
    return tuple(blocks)
