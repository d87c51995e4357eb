"""Which Party a person or body belongs to, by the names of Parties that stand near."""

from collections.abc import Container, Sequence

from briefing.extraction.names import Found, NameKind
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId

_TITLE_REACH = 8  # tokens between a Party's name and a person's, which a title may fill
_BODY_REACH = 3  # tokens between an owner's name and a body's
_NATIONAL = frozenset({NameKind.DEMONYM, NameKind.PARTY})


def party_of_person(
    tokens: Sequence[Token],
    known: Sequence[Found],
    parties: Container[ActorId | None],
    first: int,
    last: int,
) -> ActorId | None:
    """Return the Party of the person named at tokens ``first`` to ``last`` (exclusive).

    It is named in the title ("Chinese Foreign Minister …") or in an apposition behind a comma.
    """
    for hit in reversed(known):
        near = hit.end <= first and first - hit.end <= _TITLE_REACH
        if near and hit.name.id in parties:
            # The title may close with a comma: "Norway's fisheries minister, Kari Brekke".
            between = tokens[hit.end : first - 1 if tokens[first - 1].text == "," else first]
            if _is_one_title(between):
                return hit.name.id
    if last < len(tokens) and tokens[last].text == ",":
        for hit in known:
            if last < hit.start <= last + _TITLE_REACH and hit.name.kind in _NATIONAL:
                return hit.name.id
    return None


def _is_one_title(between: Sequence[Token]) -> bool:
    """Tell "minister of water and energy" from "China and Foreign Minister": one phrase or two."""
    for index, token in enumerate(between):
        if token.text in {",", ";", ":"}:
            return False
        last = index + 1 == len(between)
        if token.lower == "and" and (last or between[index + 1].is_capital):
            return False
    return True


def party_of_body(
    tokens: Sequence[Token],
    known: Sequence[Found],
    parties: Container[ActorId | None],
    first: int,
    last: int,
) -> ActorId | None:
    """Return the Party that is named in a body's name, or as its owner before it."""
    for hit in known:
        if hit.name.id not in parties:
            continue
        inside = first <= hit.start and hit.end <= last
        gap = tokens[hit.end : first]
        beside = hit.end <= first and all(
            t.lower in {"'s", "the", "own"} or t.is_capital for t in gap
        )
        if inside or (beside and len(gap) <= _BODY_REACH):
            return hit.name.id
    return None
