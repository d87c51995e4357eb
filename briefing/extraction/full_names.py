"""Where a person's full name stands in a sentence, and the title in front of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.roles import Roles
from briefing.extraction.tokens import Token

_MOST_WORDS = 4
_LONGEST_TITLE = 4  # words
_FEWEST_WORDS = 2  # of a name that may introduce somebody
_LONGEST_FIELD = 8  # tokens of a title with what it is for
_APPOSITION = 7  # tokens behind the comma in which it must say who they are


@dataclass(frozen=True, slots=True)
class FullName:
    """Tokens ``first`` to ``last`` (exclusive) that may be a name; ``title`` as written, or ""."""

    first: int
    last: int
    title: str

    @property
    def is_full(self) -> bool:
        """Whether it has a surname and another part."""
        return self.last - self.first >= _FEWEST_WORDS


class FullNames:
    """Finds runs of capitalised words that are a person's name by their form."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> Iterator[FullName]:
        """Yield what may be a name, left to right; ``taken`` are indexes of words known already."""
        for start, end in self.capital_runs(tokens, taken):
            first = self._behind_title(tokens, start, end)
            if self._is_name(tokens[first:end]):
                title = self._title_before(tokens, start) or text_of(tokens, start, first)
                yield FullName(first, end, title)

    def capital_runs(
        self, tokens: Sequence[Token], taken: Collection[int]
    ) -> list[tuple[int, int]]:
        """Return the runs of capitalised words that no list knows, opening words cut off."""
        runs: list[tuple[int, int]] = []
        start: int | None = None
        for index in range(len(tokens) + 1):
            fits = index < len(tokens) and index not in taken and self.may_be_name(tokens[index])
            if fits and start is None:
                start = index
            elif not fits and start is not None:
                runs.append((start, index))
                start = None
        return runs

    def may_be_name(self, token: Token) -> bool:
        """Tell a capitalised word from one that only opens a sentence ("The", "After")."""
        return token.is_word and token.is_capital and token.text not in self._roles.openers

    def _behind_title(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Cut the title words off the head of a run of capitals: "Foreign Minister Cho Hyun".

        Any run that ends in a title is one: "Fisheries Minister Kari Brekke".
        """
        for cut in range(end - 1, start, -1):
            if tokens[cut - 1].lower in self._roles.titles:
                return cut
        return start

    def _is_name(self, words: Sequence[Token]) -> bool:
        if not words or len(words) > _MOST_WORDS:
            return False
        bodies = any(t.lower in self._roles.bodies for t in words)
        titles = words[-1].lower in self._roles.titles
        return not bodies and not titles and all(t.text[0].isalpha() for t in words)

    def _title_before(self, tokens: Sequence[Token], start: int) -> str:
        """Return the title that ends at a name: "the fisheries minister, Kari Brekke"."""
        end = start - 1 if start and tokens[start - 1].text == "," else start
        for length in range(min(_LONGEST_TITLE, end), 0, -1):
            first = end - length
            if " ".join(t.lower for t in tokens[first:end]) not in self._roles.titles:
                continue
            while first and tokens[first - 1].lower in self._roles.fields:
                first -= 1
            owned = first and (
                tokens[first - 1].lower in {"the", "his", "her", "its", "their", "'s"}
                or tokens[first - 1].is_capital
            )
            if end < start and not owned:
                return ""  # "He met the king, Ali said": the comma parts two phrases
            return text_of(tokens, first, end).lower()
        return self._long_title(tokens, end)

    def _long_title(self, tokens: Sequence[Token], end: int) -> str:
        """Return "minister of water and energy" where it ends at a name."""
        for first in range(end - 3, max(-1, end - _LONGEST_FIELD), -1):
            words = tokens[first:end]
            if words[0].lower not in self._roles.titles or words[1].lower not in {"of", "for"}:
                continue
            if all(t.is_word for t in words):
                return text_of(tokens, first, end).lower()
        return ""

    def title_behind(self, tokens: Sequence[Token], name: FullName) -> str:
        """Return the title in the apposition behind a name: ", Norway's fisheries minister,"."""
        if name.last >= len(tokens) or tokens[name.last].text != ",":
            return ""
        stop = min(len(tokens), name.last + 1 + _APPOSITION)
        for first in range(name.last + 1, stop):
            for last in range(min(stop, first + _LONGEST_TITLE), first, -1):
                if " ".join(t.lower for t in tokens[first:last]) in self._roles.titles:
                    while tokens[first - 1].lower in self._roles.fields:
                        first -= 1
                    return text_of(tokens, first, last).lower()
        return ""

    def is_commentator(self, tokens: Sequence[Token], name: FullName, title: str) -> bool:
        """Tell by title or apposition who speaks for no side: "Dr.", ", 64,", ", a professor"."""
        if title.lower() in self._roles.learned:
            return True
        behind = tokens[name.last : name.last + 1 + _APPOSITION]
        if title or len(behind) < _FEWEST_WORDS or behind[0].text not in {",", "of", "from", "at"}:
            return False
        said = {t.lower for t in behind}
        return behind[1].text.isdigit() or bool(said & self._roles.comments)

    def is_described(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell whether ", 64," or ", the country's trade envoy" follows a full name."""
        last = name.last
        if not name.is_full or last + 1 >= len(tokens) or tokens[last].text != ",":
            return False
        if tokens[last + 1].text.isdigit():
            return True
        following = {t.lower for t in tokens[last + 1 : last + 1 + _APPOSITION]}
        return bool(following & (self._roles.titles | self._roles.comments))


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return the words of some tokens with a space between."""
    return " ".join(t.text for t in tokens[first:last])
