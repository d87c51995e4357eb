"""Where a body is named in a sentence: "the Chinese foreign ministry", "Ministry of Finance"."""

from collections.abc import Collection, Iterator, Sequence

from briefing.extraction.roles import Roles
from briefing.extraction.tokens import Token


class BodyNames:
    """Finds the names of bodies by the word that says what they are ("ministry", "council")."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the first and last (exclusive) token of each, without the owner's name.

        ``taken`` are indexes of words known already, looked at anew before each yield.
        """
        for index, token in enumerate(tokens):
            if token.lower in self._roles.bodies and index not in taken:
                span = self._span(tokens, index)
                if span is not None:
                    yield span

    def _span(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        token = tokens[index]
        first = index
        while first > 0 and self._may_belong(tokens[first - 1]):
            first -= 1
        if not token.is_capital:
            return self._in_small_letters(tokens, first, index)
        last = _behind_field(tokens, index + 1)
        return None if (first, last) == (0, 1) else (first, last)

    def _may_belong(self, token: Token) -> bool:
        return token.is_capital and token.is_word and token.text not in self._roles.openers

    def _in_small_letters(
        self, tokens: Sequence[Token], first: int, index: int
    ) -> tuple[int, int] | None:
        """Read "the Chinese foreign ministry"; few body words may stand so."""
        if tokens[index].lower not in self._roles.small_bodies:
            return None
        if first == index and index > 0 and tokens[index - 1].lower in self._roles.fields:
            first -= 1
        return first, index + 1


def _behind_field(tokens: Sequence[Token], last: int) -> int:
    """Step over "of Foreign Affairs and Trade" behind a body word."""
    if last >= len(tokens) or tokens[last].lower not in {"of", "for"}:
        return last
    end = last + 1
    while end < len(tokens) and _goes_on(tokens, end):
        end += 1
    return end if end > last + 1 else last


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.is_capital and token.is_word:
        return True
    joins = token.lower in {"and", "of", "the"}
    return joins and at + 1 < len(tokens) and tokens[at + 1].is_capital
