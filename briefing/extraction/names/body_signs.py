"""Bodies whose own name does not say so: by what the text calls them, or by how they act."""

from collections.abc import Collection, Iterator, Sequence

from briefing.extraction.names.capitals import is_shouted
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.titles import CLAUSE, Titles
from briefing.extraction.tokens import Token
from briefing.model.names import letters

_INNER = frozenset({"de", "des", "du", "al", "la", "&", "del", "do", "da", "dos", "della"})
# Words that end the noun that an apposition is about: "the head of the group" is no group.
_PARTS = frozenset({"of", "for", "from", "to", "with"})
_LONGEST = 6  # tokens of such a name
_FEW = 2  # words that a place of work or a medium needs at least
_APPOSITION = 9  # tokens behind the comma in which the noun must stand
_WORKPLACE = frozenset({"at", "with", "from", "of", "for"})
_PIECES = frozenset({"editorial", "article", "column", "op-ed", "interview", "leader", "essay"})
_BASED = "-based"


class BodySigns:
    """Finds names that are bodies' by a noun beside them, by brackets or by a verb."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self._titles = Titles(roles)

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the first and last (exclusive) token of each; ``taken`` are words known already."""
        index = 0
        while index < len(tokens):
            end = self._run(tokens, index, taken)
            if end == index:
                index += 1
                continue
            first = self._behind_opener(tokens, index, end)
            office = self._titles.in_portfolio(tokens, index)
            fits = first < end and not office and self._may_be_body(tokens, first, end)
            if fits and self._is_body(tokens, first, end):
                known = first > 0 and first - 1 in taken and tokens[first - 1].is_capital
                yield first - known, end
            index = end

    def _run(self, tokens: Sequence[Token], start: int, taken: Collection[int]) -> int:
        """Return the end of the run of capitals that begins here.

        A known place behind a small word is part of it: "Jornal do Planalto".
        """
        end = start
        while end < min(len(tokens), start + _LONGEST):
            tied = end > start and tokens[end - 1].lower in _INNER
            word = tokens[end].is_word and tokens[end].is_capital and (tied or end not in taken)
            if not (word or (end > start and self._joins(tokens, end))):
                break
            end += 1
        return end

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        prefixed = token.text.partition("-")[0] in self._roles.particles and "-" in token.text
        if prefixed:
            return True
        following = at + 1 < len(tokens) and tokens[at + 1].is_capital
        return token.lower in _INNER and following

    def _behind_opener(self, tokens: Sequence[Token], first: int, end: int) -> int:
        while first < end and (
            tokens[first].text in self._roles.openers or tokens[first].lower.endswith(_BASED)
        ):
            first += 1
        return first

    def _may_be_body(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        r = self._roles
        words = tokens[first:end]
        if any(t.lower in r.titles or t.text in r.no_bodies for t in words):
            return False
        return words[-1].lower not in r.things - r.named_bodies - r.research - r.bodies

    def _is_body(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        if self._is_called(tokens, end) or self._is_named_after_noun(tokens, first, end):
            return True
        if self._may_be_person(tokens, first):
            return False
        if self._is_bracketed(tokens, first, end):
            return True
        return self._is_workplace(tokens, first, end) or self._acts(tokens, first, end)

    def _may_be_person(self, tokens: Sequence[Token], first: int) -> bool:
        r = self._roles
        return r.is_given(letters(tokens[first].text)) or tokens[first].lower in r.surnames_first

    def _is_bracketed(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Tell whom a reporter is with: "(Marta Lindqvist, Nordic Wire)"."""
        if end >= len(tokens) or tokens[end].text != ")" or tokens[first - 1].text != ",":
            return False
        at = first - 2
        while at > 0 and tokens[at].is_capital:
            at -= 1
        return tokens[at].text == "(" and first - at > _FEW

    def _is_called(self, tokens: Sequence[Token], end: int) -> bool:
        """Tell ", an armed group close to …" or ", the peacekeeping force," behind a name."""
        if end + 1 >= len(tokens) or tokens[end].text not in {",", "—", "–"}:
            return False
        if tokens[end + 1].lower not in {"a", "an", "the", "one", "its", "their"} and not (
            tokens[end + 1].is_capital
        ):
            return False
        for at in range(end + 1, min(len(tokens), end + 1 + _APPOSITION)):
            noun = tokens[at].lower in self._roles.groups and not tokens[at].is_capital
            if noun and not _goes_on(tokens, at):
                return True
            if tokens[at].lower in CLAUSE or tokens[at].lower in _PARTS:
                return False
        return False

    def _is_named_after_noun(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Tell "the gas company Severgaz" and "Mongolia's parliament, the State Great Khural"."""
        at = first - 1
        if at >= 0 and tokens[at].lower in {"the", "called"}:
            at -= 1
        comma = at >= 0 and tokens[at].text == ","
        if comma and tokens[first - 1].lower not in {"the"}:
            return False
        at -= comma
        if (comma or end - first == 1) and self._may_be_person(tokens, first):
            return False
        return at >= 0 and tokens[at].lower in self._roles.groups and not tokens[at].is_capital

    def _is_workplace(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Tell "an analyst at the Gulf Studies Forum", "an editorial in Steppe Post"."""
        at = first - 1
        while at >= 0 and (tokens[at].lower == "the" or tokens[at].lower.endswith(_BASED)):
            at -= 1
        if at < 1 or end - first == 0:
            return False
        before = {t.lower for t in tokens[max(0, at - 2) : at]}
        if tokens[at].lower in {"in", "with"} and before & _PIECES:
            return True
        if tokens[at].lower not in _WORKPLACE or end - first < _FEW:
            return False
        r = self._roles
        told = any(t.lower in r.research for t in tokens[first:end])
        person = tokens[at - 1].is_capital and letters(tokens[at - 1].text) != ""
        return bool(before & r.comments) or (told and person)

    def _acts(self, tokens: Sequence[Token], first: int, end: int) -> bool:
        """Tell a group of letters that speaks ("KUNA reported"), or a medium that reports."""
        r = self._roles
        verb = tokens[end].lower if end < len(tokens) else ""
        if end - first == 1 and is_shouted(tokens[first]):
            spoken_to = first > 0 and tokens[first - 1].lower == "told"
            return verb in r.tells or spoken_to
        at = first - 1 - (tokens[first - 1].lower == "the") if first else -1
        if at >= 0 and tokens[at].lower == "told" and end - first >= _FEW:
            return True
        if any(t.lower in r.bodies | r.named_bodies for t in tokens[first:end]):
            return verb in r.tells and end - first >= _FEW
        medium = verb in r.reports and end + 1 < len(tokens) and tokens[end + 1].lower == "that"
        return medium and end - first >= _FEW


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Tell "group" in "group leader": the noun is not the last of its phrase."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if following == "'s":
        return True
    ends = {"of", "in", "with", "for", "led", "close", "based", "backed", "on", "to", "from", "run",
            "owned", "which", "that", "whose", "who", "said"}  # fmt: skip
    return following[:1].isalnum() and following not in ends and following not in CLAUSE
