"""Titles before and behind a name: "the fisheries minister, Kari Brekke", "then-president"."""

from collections.abc import Sequence

from briefing.extraction.names.capitals import written
from briefing.extraction.names.roles import Roles
from briefing.extraction.tokens import Token

_LONGEST_TITLE = 4  # words
_LONGEST_FIELD = 14  # tokens of a title with what it is for
_NATION = 3  # tokens of a nationality between "former" and a title, with it
_FEWEST = 2  # tokens before what a title is for
_APPOSITION = 7  # tokens behind the comma in which it must say who they are
_OWNERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "'s"})
# Words that end an apposition or open a clause in it.
CLAUSE = frozenset(
    {"who", "which", "that", "whose", "said", "says", "told", "and", "but", "is", "was", "has",
     "had", "will", "would", "in", "on", "at", ",", ".", ";", ":", "—", "–", "”", '"', "(", ")"}
)  # fmt: skip


class Titles:
    """Finds titles in tokens by the word lists."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles

    def title_of(self, words: str) -> str | None:
        """Return a title in small letters as the lists have it, or None: "then-president" is one.

        What says that the office is not held, or not yet, stays before it ("former president").
        """
        plain = words.lower().replace("’", "'")
        if plain in self._roles.titles:
            return plain
        spaced = plain.replace("-", " ")
        if spaced in self._roles.titles:
            return spaced
        first, _, rest = spaced.partition(" ")
        if first in self._roles.former | self._roles.standing and rest in self._roles.titles:
            return rest if first in {"then", "current", "new"} else f"{first} {rest}"
        rest, _, last = spaced.rpartition(" ")
        if last in {"elect", "designate"} and rest in self._roles.titles:
            return plain
        return None

    def head(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Return where the name begins in a run of capitals that may open with a title.

        Any run that ends in a title is one: "Fisheries Minister Kari Brekke".
        """
        for cut in range(end - 1, start, -1):
            if self.title_of(tokens[cut - 1].text):
                return cut
        return start

    def before(self, tokens: Sequence[Token], start: int) -> tuple[str, int]:
        """Return the title that ends at a name, in small letters, and where it begins.

        "" and ``start`` if there is none.
        """
        comma = start > 0 and tokens[start - 1].text == ","
        end = start - 1 if comma else start
        for length in range(min(_LONGEST_TITLE, end), 0, -1):
            first = end - length
            title = self.title_of(" ".join(t.text for t in tokens[first:end]))
            if title is None:
                continue
            first = self._with_field(tokens, first)
            if comma and not self._is_owned(tokens, first):
                break  # "He met the king, Ali said": the comma parts two phrases
            if comma and self._is_spoken_by(tokens, start):
                break
            return written(tokens, first, end).lower(), first
        else:
            first = self._long(tokens, end)
            if first < end:
                return written(tokens, first, end).lower(), first
        return "", start

    def _with_field(self, tokens: Sequence[Token], first: int) -> int:
        r = self._roles
        while first and tokens[first - 1].lower in r.fields | r.former | r.standing:
            first -= 1
        return first

    def _is_owned(self, tokens: Sequence[Token], first: int) -> bool:
        before = tokens[first - 1]
        of_body = before.lower in self._roles.bodies
        return first == 0 or of_body or before.lower in _OWNERS or before.is_capital

    def _is_spoken_by(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell "the king, Ali said." from "the king, Ali, said": who comes behind a comma."""
        end = start
        while end < len(tokens) and tokens[end].is_capital:
            end += 1
        return end < len(tokens) and tokens[end].lower in {"said", "says", "added", "told"}

    def _long(self, tokens: Sequence[Token], end: int) -> int:
        """Return where "minister of water and energy" begins that ends at a name, else the end."""
        first = end - 1
        while first > max(0, end - _LONGEST_FIELD) and self._may_be_field(tokens[first]):
            first -= 1
            if self.is_field(tokens, first + 2) and first + 2 < end:
                return self._with_field(tokens, first)
        return end

    def _may_be_field(self, token: Token) -> bool:
        r = self._roles
        inner = token.lower in {"of", "for", "the", "and", "in"} or token.lower in r.fields
        return token.is_word and (inner or token.is_capital or token.lower in r.small_bodies)

    def is_field(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell what a title is for from a name: "External Relations" behind "minister of"."""
        if start < _FEWEST or tokens[start - 1].lower not in {"of", "for"}:
            return False
        for length in range(1, min(_LONGEST_TITLE, start - 1) + 1):
            title = self.title_of(" ".join(t.text for t in tokens[start - 1 - length : start - 1]))
            if title is not None and title not in self._roles.courtesy:
                return True
        return False

    def behind(self, tokens: Sequence[Token], last: int) -> str:
        """Return the title in the apposition behind a name: ", Norway's fisheries minister,"."""
        first, stop = self.apposition(tokens, last)
        for start in range(first, stop):
            for end in range(min(stop, start + _LONGEST_TITLE), start, -1):
                title = self.title_of(" ".join(t.text for t in tokens[start:end]))
                owns = end < len(tokens) and tokens[end].lower == "'s"
                if title and not owns:
                    told = written(tokens, self._with_field(tokens, start), end).lower()
                    past = {t.lower for t in tokens[first:start]} & self._roles.former
                    new = past and told.split()[0] not in past
                    return f"former {told}" if new else told
        return ""

    def is_past(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell "former President …": an office before a name that is not held any more."""
        title, first = self.before(tokens, start)
        words = [*title.split(), *(t.lower for t in tokens[max(0, first - _NATION) : first])]
        return bool(title) and bool(self._roles.former & set(words) - {"elect", "designate"})

    def described(self, tokens: Sequence[Token], last: int) -> str:
        """Return the noun of ", a boat owner," behind a name, in small letters; "" if none."""
        first, stop = self.apposition(tokens, last)
        if first >= stop or tokens[first].lower not in {"a", "an", "the", "one"}:
            return ""
        words = [t.lower for t in tokens[first + 1 : stop]]
        end = next((i for i, w in enumerate(words) if w in {"of", "from", "for", "to", "with"}), 99)
        return " ".join(w for w in words[:end] if w.isalpha() or "-" in w)

    def apposition(self, tokens: Sequence[Token], last: int) -> tuple[int, int]:
        """Return the tokens of the noun phrase in apposition behind a name; (last, last) if none.

        A verb behind the comma opens no apposition: ", is a former diplomat".
        """
        if last + 1 >= len(tokens) or tokens[last].text not in {",", "(", "—", "–"}:
            return last, last
        first = last + 1
        if tokens[first].text.isdigit() and first + 1 < len(tokens):
            first += 2  # ", 64, an envoy,"
        stop = first
        while stop < min(len(tokens), first + _APPOSITION) and tokens[stop].lower not in CLAUSE:
            stop += 1
        return first, stop
