"""Where a body is named in a sentence: "the Chinese foreign ministry", "Ministry of Finance"."""

from collections.abc import Collection, Iterator, Sequence

from briefing.extraction.names.roles import Roles
from briefing.extraction.names.titles import Titles
from briefing.extraction.tokens import Token
from briefing.model.names import letters

_JOINS = frozenset({"of", "for", "des", "de", "du", "für", "di", "&"})
_ON = frozenset({"commission", "committee", "council", "panel", "office", "board", "institute"})
_INNER = frozenset({"and", "of", "the", "for", "&", "de", "la", "des", "on", "al"})
# Whose a body may be within its name: "People's Defence Force", "Prime Minister's Office".
_POSSESSORS = frozenset(
    {"people", "women", "children", "workers", "farmers", "minister", "president", "king", "queen",
     "prosecutor", "attorney", "governor", "mayor", "teachers", "traders", "lloyd", "lawyers"}
)  # fmt: skip
_THINGS = frozenset(
    {"chief", "action", "operation", "operations", "intervention", "aid", "base", "bases", "force",
     "exercise", "exercises", "presence", "equipment", "vehicle", "vehicles", "ship", "ships",
     "vessel", "vessels", "forces", "units", "patrol", "patrols", "building", "member", "members"}
)  # fmt: skip
_ENOUGH = 2  # words with capitals beside a word that alone says little


class BodyNames:
    """Finds the names of bodies by the word that says what they are ("ministry", "council")."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._titles = Titles(roles)
        self._words = roles.bodies | roles.named_bodies

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the first and last (exclusive) token of each, without the owner's name.

        ``taken`` are indexes of words known already, looked at anew before each yield.
        """
        done = 0
        for index, token in enumerate(tokens):
            if index < done or index in taken or token.lower not in self._words:
                continue
            span = self._span(tokens, index)
            if span is not None:
                done = span[1]
                yield span

    def _span(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        if self._titles.in_portfolio(tokens, index):
            return None
        if not tokens[index].is_capital:
            return self._in_small_letters(tokens, index)
        first = self._leftmost(tokens, index)
        last = self._rightmost(tokens, index + 1)
        last = self._behind_field(tokens, first, last)
        words = [t for t in tokens[first:last] if t.is_capital]
        if last - first == 1 and (first == 0 or tokens[index].lower in self._roles.named_bodies):
            return None
        return (first, last) if self._says_enough(words) else None

    def _leftmost(self, tokens: Sequence[Token], index: int) -> int:
        first = index
        while first > 0:
            if self._may_belong(tokens[first - 1]):
                first -= 1
            elif self._is_tied(tokens, first):
                first -= 2
            else:
                break
        idle = self._roles.former | self._roles.standing | {"&"}
        while first < index and self._only_opens(tokens, first, idle):
            first += 1
        return first

    def _is_tied(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell "People's …" and "Port of …" before a word of a body's name."""
        if tokens[first - 1].lower == "'s":
            return self._is_possessor(tokens, first - 2)
        return first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].text == "Port"

    def _only_opens(self, tokens: Sequence[Token], first: int, idle: frozenset[str]) -> bool:
        """Tell "Former" and "Obviously" from a part of the name."""
        adverb = tokens[first].lower.endswith("ly") and (
            first == 0 or not tokens[first - 1].is_word
        )
        return adverb or tokens[first].lower in idle

    def _is_possessor(self, tokens: Sequence[Token], at: int) -> bool:
        return at >= 0 and tokens[at].is_capital and tokens[at].lower in _POSSESSORS

    def _may_belong(self, token: Token) -> bool:
        if token.text == "&":
            return True
        if token.lower.endswith("-based"):
            return False
        return token.is_capital and token.is_word and token.text not in self._roles.openers

    def _rightmost(self, tokens: Sequence[Token], last: int) -> int:
        """Step over capitals behind the word, up to a title: "Coast Guard Captain …"."""
        r = self._roles
        while last < len(tokens) and self._may_belong(tokens[last]):
            if tokens[last].lower in r.titles or tokens[last].lower in r.speaks_for:
                break
            named = last + 1 < len(tokens) and tokens[last + 1].is_capital
            if named and r.is_given(letters(tokens[last].text)):
                break  # "Valley Authority David Lilienthal"
            last += 1
        return last

    def _behind_field(self, tokens: Sequence[Token], first: int, last: int) -> int:
        """Step over "of Foreign Affairs and Trade" behind a body word."""
        on = last < len(tokens) and tokens[last].lower == "on" and tokens[last - 1].lower in _ON
        if last >= len(tokens) or not (on or tokens[last].lower in _JOINS):
            return last
        end = last + 1
        while end < len(tokens) and self._goes_on(tokens, end):
            if end > last + 1 and self._is_holder(tokens, first, end):
                return end
            end += 1
        while end > last + 1 and not tokens[end - 1].is_capital:
            end -= 1
        return end if end > last + 1 else last

    def _is_holder(self, tokens: Sequence[Token], first: int, at: int) -> bool:
        """Tell the name in "Head of the Department of Asian Affairs Vu Thi Lan"."""
        start = first - (tokens[first - 1].lower == "the") if first else first
        if not tokens[at].is_capital or not self._titles.is_field(tokens, start):
            return False
        plain = letters(tokens[at].text)
        person = self._roles.is_given(plain) or plain in self._roles.surnames_first
        return person and at + 1 < len(tokens) and tokens[at + 1].is_capital

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.is_capital and token.is_word:
            return token.text not in self._roles.openers and token.lower not in self._roles.titles
        if token.lower not in _INNER or at + 1 >= len(tokens):
            return False
        return tokens[at + 1].is_capital and not self._opens_body(tokens, at)

    def _opens_body(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell "Ministry of Water and Energy" from "Ministry of Water and Central Bank"."""
        if tokens[at].lower != "and":
            return False
        end = at + 1
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return any(t.lower in self._roles.bodies for t in tokens[at + 1 : end])

    def _says_enough(self, words: Sequence[Token]) -> bool:
        """Tell a body from a thing where the word alone says little ("Green Energy")."""
        strong = [t for t in words if t.lower in self._words - self._roles.weak_bodies]
        weak = [t for t in words if t.lower in self._roles.weak_bodies]
        if words[-1].lower in self._roles.things - self._words:
            return False
        if words[-1].lower == "bank" and words[0].lower in {"west", "east", "left", "right"}:
            return False
        last = words[-1] in weak or words[0] in weak or not weak
        return bool(strong) or (last and len(words) - len(weak) >= _ENOUGH) or len(weak) >= _ENOUGH

    def _in_small_letters(self, tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
        """Read "the Chinese foreign ministry"; some body words need their field before them."""
        r = self._roles
        first = index
        while first > 0 and self._is_field(tokens, first - 1):
            first -= 1
        if tokens[index].lower in r.fielded_bodies:
            return (first, index + 1) if first < index else None
        if tokens[index].lower not in r.small_bodies or self._is_attribute(tokens, index):
            return None
        if first == index and first > 0 and self._may_belong(tokens[first - 1]):
            first -= 1
        return first, index + 1

    def _is_attribute(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell "army chief" and "military action", where the body is but part of a phrase."""
        r = self._roles
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        person = following in r.titles or following in r.unnamed or following in r.speaks_for
        return tokens[index].lower != "ministry" and (person or following in _THINGS)

    def _is_field(self, tokens: Sequence[Token], at: int) -> bool:
        fields = self._roles.fields
        if tokens[at].lower == "and":  # "the water and energy ministry"
            return at > 0 and tokens[at - 1].lower in fields
        return tokens[at].lower in fields and not tokens[at].is_capital
