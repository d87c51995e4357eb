"""Participants: who took part in the chosen Events or spoke, in which office, for which Party."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.composer.context import Context
from briefing.composer.lines import full_name, is_state, names_actor, office, remark
from briefing.composer.statements import statement_date
from briefing.document.blocks import Block, Table
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Citation, Statement
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind

_MOST_ROWS = 16
_WIDTHS = (0.30, 0.30, 0.20, 0.20)


@dataclass(frozen=True, slots=True)
class _Part:
    """What an Actor did in the matter, and the Sentences that tell it."""

    actor: Actor
    took_part: bool
    spoke: int
    citations: tuple[Citation, ...]
    dates: tuple[dt.date, ...]


def participants(context: Context) -> tuple[Block, ...]:
    """Return a table of persons and bodies, those who took part first, at most 16."""
    parts = _parts(context)
    if not parts:
        return (remark(context.phrases.say("participants.none")),)
    say = context.phrases.say
    head = tuple((Text(say(f"participants.{column}")),) for column in _COLUMNS)
    shown = parts[:_MOST_ROWS]
    table = Table(head, tuple(_row(context, part) for part in shown), _WIDTHS)
    if len(parts) > len(shown):
        more = context.phrases.count("participants.more", len(parts) - len(shown))
        return (table, remark(more))
    return (table,)


_COLUMNS = ("name", "office", "party", "part")


def _parts(context: Context) -> list[_Part]:
    told: dict[ActorId, list[Citation]] = defaultdict(list)
    spoke: dict[ActorId, int] = defaultdict(int)
    dates: dict[ActorId, list[dt.date]] = defaultdict(list)
    for event in context.chosen:
        for actor in event.participants:
            told[actor].extend(event.sources)
            dates[actor].extend([event.start] if event.start else [])
    took_part = set(told)
    for statement in context.evidence.statements:
        if statement.speaker is not None and _is_inside(context, statement):
            spoke[statement.speaker] += 1
            told[statement.speaker].append(Citation(statement.source, statement.sentence))
            date, _ = statement_date(context, statement)
            dates[statement.speaker].extend([date] if date else [])
    parts = [
        _Part(
            context.actors[actor],
            actor in took_part,
            spoke[actor],
            _best(context, context.actors[actor], citations),
            tuple(sorted(set(dates[actor]), reverse=True)),
        )
        for actor, citations in told.items()
        if actor in context.actors and citations and not is_state(context, actor)
    ]
    return sorted(parts, key=lambda part: _rank(context, part))


def _is_inside(context: Context, statement: Statement) -> bool:
    """Tell what is said in the matter from commentary on it and from other Parties' voices."""
    own = statement.party is None or statement.party in context.parties
    return own and not statement.commentary


def _rank(context: Context, part: _Part) -> tuple[object, ...]:
    party = part.actor.party
    side = context.parties.index(party) if party in context.parties else len(context.parties)
    return (not part.took_part, party is None, side, -part.spoke, part.actor.name, part.actor.id)


def _best(context: Context, actor: Actor, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return one Sentence, of those that name the Actor if any does, in the order of Sources."""

    def rank(citation: Citation) -> tuple[bool, dt.date, int]:
        place = context.place(citation)
        text = place.source.text[place.sentence.start : place.sentence.end]
        return (not names_actor(text, actor), place.source.published or dt.date.max, place.index)

    return (min(citations, key=rank),)


def _office(context: Context, part: _Part) -> str:
    """Return the post on the newest day of the matter on which the Actor held one."""
    held = (office(context, part.actor.id, date) for date in part.dates or (None,))
    return next((post for post in held if post), "")


def _row(context: Context, part: _Part) -> tuple[Inlines, ...]:
    say = context.phrases.say
    party = context.name(part.actor.party) if part.actor.party else say("participants.no_party")
    done = [say("participants.took_part")] if part.took_part else []
    if part.spoke:
        done.append(context.phrases.count("participants.spoke", part.spoke))
    is_body = part.actor.kind is ActorKind.BODY
    no_office = say("participants.body") if is_body else say("participants.no_office")
    return (
        (Strong(full_name(context, part.actor.id)), context.cite(part.citations)),
        (Text(_office(context, part) or no_office),),
        (Text(party),),
        (Text(", ".join(done)),),
    )
