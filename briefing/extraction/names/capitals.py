"""Runs of words with capitals, which may be names; and how to write some tokens as a name."""

from collections.abc import Collection, Sequence

from briefing.extraction.names.roles import Roles
from briefing.extraction.tokens import Token

_FEWEST_IN_CAPITALS = 3  # letters; "Xi" and "JD" may be names, "KUWAIT" is a dateline
_LONGEST_PARTICLES = 2  # "de la Fuente"


def written(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words of some tokens, with a space where the text has space."""
    parts: list[str] = []
    for index in range(first, last):
        if index > first and tokens[index].start > tokens[index - 1].end:
            parts.append(" ")
        parts.append(tokens[index].text)
    return "".join(parts)


def is_shouted(token: Token) -> bool:
    """Tell a word all in capitals ("KUWAIT") from a name."""
    return len(token.text) >= _FEWEST_IN_CAPITALS and token.text.isupper()


def is_headline(tokens: Sequence[Token]) -> bool:
    """Tell a headline with capitals all over: there a capital says nothing."""
    words = [t for t in tokens if t.is_word and t.text[0].isalpha()]
    long = [t for t in words if len(t.text) > _FEWEST_IN_CAPITALS]
    few = 4
    shouted = sum(t.text.isupper() for t in words)
    if len(words) >= few and shouted * 10 >= len(words) * 7:
        return True
    if len(words) < few or tokens[-1].text in {".", "?", "!", "”", '"'}:
        return False
    return sum(t.is_capital for t in long) * 10 >= len(long) * 7


def name_runs(
    tokens: Sequence[Token], taken: Collection[int], roles: Roles
) -> list[tuple[int, int]]:
    """Return the runs of words that may be a person's name, particles and initials within.

    ``taken`` are indexes of words known already; words that only open a sentence stand outside.
    """
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if index in taken or not may_be_name(tokens[index], roles):
            index += 1
            continue
        end = _run_end(tokens, index, taken, roles)
        runs.append((index, end))
        index = end
    return runs


def may_be_name(token: Token, roles: Roles) -> bool:
    """Tell a word that may be part of a name from one that only opens a sentence ("The")."""
    if token.is_capital:
        if "." in token.text[:-1] or (token.end - token.start == 1 and token.text in "QA"):
            return False  # "U.S.", and who asks and answers in a transcript
        return token.is_word and token.text not in roles.openers and not is_shouted(token)
    return is_prefixed(token, roles)


def is_prefixed(token: Token, roles: Roles) -> bool:
    """Tell "al-Saadi": a particle in small letters tied to a name."""
    head, _, tail = token.text.partition("-")
    return head in roles.particles and tail[:1].isupper()


def _run_end(tokens: Sequence[Token], start: int, taken: Collection[int], roles: Roles) -> int:
    end = start + 1
    while end < len(tokens) and end not in taken:
        if may_be_name(tokens[end], roles):
            end += 1
            continue
        step = _inner(tokens, end, roles)
        goes_on = step and end + step < len(tokens) and end + step not in taken
        if not goes_on or not may_be_name(tokens[end + step], roles):
            break
        end += step + 1
    return end


def _inner(tokens: Sequence[Token], at: int, roles: Roles) -> int:
    """Return how many tokens at an index are particles, or the point of an initial."""
    before = tokens[at - 1]
    if tokens[at].text == "." and len(before.text) == 1 and before.is_capital:
        return 1
    count = 0
    while (
        count < _LONGEST_PARTICLES
        and at + count < len(tokens)
        and tokens[at + count].text in roles.particles
    ):
        count += 1
    return count
