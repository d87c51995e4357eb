"""Who is named in a sentence, as those who may act or be touched by a deed."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.names.mentions import Mention, MentionKind
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId
from briefing.model.source import Span

# How the ids of those begin whom no table lists; of one with no Party nothing is known but a name.
_NEW = ("person-", "body-")


@dataclass(frozen=True, slots=True)
class Side:
    """A Party, or a body that belongs to none, named at tokens ``first`` to ``last`` (exclusive).

    ``people``: it is named by a person or a body, not by its own name; ``unknown``: by somebody
    whose Party nobody tells; ``plural``: by its people ("Kenyans"); ``led_back``: by "she" or "the
    minister", whose name stands in an earlier sentence.
    """

    id: ActorId
    first: int
    last: int
    span: Span
    people: bool
    unknown: bool
    plural: bool = False
    led_back: bool = False


@dataclass(frozen=True, slots=True)
class Touched:
    """Whom a deed touches.

    ``other``: they are another Party than the actors; ``shaky``: they are named only far from the
    verb, or as where something is.
    """

    sides: tuple[Side, ...] = ()
    other: bool = False
    shaky: bool = False


def sides(tokens: Sequence[Token], mentions: Sequence[Mention]) -> tuple[Side, ...]:
    """Return who is named in a sentence, in the order of the text; one name once."""
    found: list[Side] = []
    at = {token.start: index for index, token in enumerate(tokens)}
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        id_ = mention.party or mention.actor
        first = at.get(mention.span.start)
        if id_ is None or first is None or (found and first < found[-1].last):
            continue
        last = first + 1
        while last < len(tokens) and tokens[last].start < mention.span.end:
            last += 1
        people = mention.kind in {MentionKind.PERSON, MentionKind.BODY}
        new = mention.party is None and id_.startswith(_NEW)
        unknown = new or (not people and _lives_elsewhere(tokens, first, last))
        beside = bool(found) and found[-1].last == first and not found[-1].people
        # "Bosnian Serbs": the second name is that of a people in the state of the first.
        if not (beside and mention.kind is MentionKind.DEMONYM):
            plural = mention.kind is MentionKind.DEMONYM and tokens[last - 1].lower.endswith("s")
            found.append(Side(id_, first, last, mention.span, people, unknown, plural))
    return tuple(found)


def _lives_elsewhere(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell "ethnic Albanians" and "the Albanians of Serbia": not the state of their name."""
    if first == 0:
        return False
    before, behind = tokens[first - 1].lower, tokens[last : last + 3]
    people = last - first == 1 and tokens[first].lower.endswith("ns") and before == "the"
    of_place = len(behind) > 1 and behind[0].lower == "of" and any(t.is_capital for t in behind[1:])
    return before == "ethnic" or (people and of_place)
