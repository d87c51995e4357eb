"""Where a person's full name stands in a sentence, and the title in front of it."""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.extraction.names.capitals import is_prefixed, name_runs, written
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.titles import Titles
from briefing.extraction.tokens import Token
from briefing.model.names import letters

_MOST_WORDS = 4  # with capitals
_FEWEST_WORDS = 2  # of a name that may introduce somebody
_APPOSITION = 7  # tokens behind the comma in which it must say who they are
_LONGEST_SYLLABLES = 7  # letters of a given name that stands last: "Kim Beazley" is none
_JOB_REACH = 3  # tokens before a name in which a nameless job may stand


@dataclass(frozen=True, slots=True)
class FullName:
    """Tokens ``first`` to ``last`` (exclusive) that may be a name; ``title`` as written, or "".

    ``is_full``: it has a surname and another part. ``start`` is where its title begins.
    """

    first: int
    last: int
    title: str
    is_full: bool
    start: int


class FullNames:
    """Finds runs of capitalised words that are a person's name by their form."""

    def __init__(self, roles: Roles) -> None:
        self._roles = roles
        self.titles = Titles(roles)

    def find(self, tokens: Sequence[Token], taken: Collection[int]) -> Iterator[FullName]:
        """Yield what may be a name, left to right; ``taken`` are indexes of words known already."""
        for start, end in name_runs(tokens, taken, self._roles):
            first = self.titles.name_behind(tokens, start, end)
            field = first > start
            first = first if field else self.titles.head(tokens, start, end)
            if first == start and self._opens_with_another_word(tokens, start, end):
                first = start + 1
            if first == end or not self._is_name(tokens[first:end]):
                continue
            title, begins = written(tokens, start, first), start
            if field:
                title, begins = self.titles.before(tokens, first)
                title = written(tokens, begins, first)
            elif first == start or title.lower() in self._roles.courtesy:
                before, begins = self.titles.before(tokens, start)
                title = before or title
            full = self._parts(tokens, first, end) >= _FEWEST_WORDS
            yield FullName(first, end, title, full, begins)

    def _opens_with_another_word(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Tell "Opposition Hernán Quispe" from a name: its first word is none, the next is one."""
        if end - start <= _FEWEST_WORDS or (start and tokens[start - 1].is_word):
            return False
        r = self._roles
        first, second = _plain(tokens[start].text), _plain(tokens[start + 1].text)
        return not (r.is_given(first) or first in r.surnames_first) and r.is_given(second)

    def _parts(self, tokens: Sequence[Token], first: int, end: int) -> int:
        parts = [t for t in tokens[first:end] if t.is_capital or is_prefixed(t, self._roles)]
        return len(parts)

    def _is_name(self, words: Sequence[Token]) -> bool:
        capitals = [t for t in words if t.is_capital]
        if not words or len(capitals) > _MOST_WORDS:
            return False
        r = self._roles
        if any(t.lower in r.bodies or t.lower in r.things for t in capitals[1:]):
            return False
        only = capitals[0].lower if capitals else ""
        if only in r.bodies or only in r.things or self.titles.title_of(words[-1].text):
            return False
        return all(t.text[0].isalpha() or t.text == "." for t in words)

    # ---- what makes a run of capitals a person ------------------------------------------------

    def is_person(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell a person without a title by the name's form, or by what stands beside it."""
        if not name.is_full or any(
            t.lower in self._roles.named_bodies for t in tokens[name.first : name.last]
        ):
            return False
        return (
            self._has_given_name(tokens, name)
            or is_eastern([t.text for t in tokens[name.first : name.last]], self._roles)
            or self.is_described(tokens, name)
        )

    def _has_given_name(self, tokens: Sequence[Token], name: FullName) -> bool:
        r = self._roles
        first = tokens[name.first]
        parts = _plain(first.text), *map(_plain, first.text.split("-"))
        return any(r.is_given(part) for part in parts if part)

    def is_described(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell whether ", 64," or ", the country's trade envoy" follows a name, or a job leads it.

        Or "said" beside it, or ", who" behind.
        """
        r = self._roles
        last = name.last
        if last + 1 < len(tokens) and tokens[last].text == ",":
            if tokens[last + 1].text.isdigit() or tokens[last + 1].lower == "who":
                return True
            first, stop = self.titles.apposition(tokens, last)
            following = {t.lower for t in tokens[first:stop]}
            if following & r.comments or self.titles.behind(tokens, last):
                return True
        if self._tells(tokens, name):
            return True
        lead = {t.lower for t in tokens[max(0, name.first - _JOB_REACH) : name.first]}
        return bool(lead & r.comments - {"many", "some", "former"})

    def _tells(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell "Selorm Agbeko said" and "said Selorm Agbeko": two or three words that speak."""
        last = name.last + (name.last < len(tokens) and tokens[name.last].text == ",")
        behind = tokens[last].lower if last < len(tokens) else ""
        before = tokens[name.first - 1].lower if name.first else ""
        return behind in self._roles.tells or before in {"said", "says", "added", "told"}

    def stands_for(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell whether a lone word acts as a person's name: with a title, "'s" or a verb."""
        behind = tokens[name.last].lower if name.last < len(tokens) else ""
        return bool(name.title) or behind == "'s" or self._tells(tokens, name)

    def is_told_again(self, tokens: Sequence[Token], name: FullName, alone: Container[str]) -> bool:
        """Tell a name whose surname stands alone elsewhere; it is the first of "Szabó Katalin"."""
        if tokens[name.last - 1].text in alone:
            return True
        given = self._roles.is_given(_plain(tokens[name.last - 1].text))
        return given and tokens[name.first].text in alone

    def is_alone(self, tokens: Sequence[Token], name: FullName) -> bool:
        """Tell ", Yonas," behind a title: somebody of one name."""
        behind = name.last < len(tokens) and tokens[name.last].text == ","
        return bool(name.title) and behind and tokens[name.first - 1].text == ","

    def title_behind(self, tokens: Sequence[Token], name: FullName) -> str:
        """Return the title in the apposition behind a name: ", Norway's fisheries minister,"."""
        return self.titles.behind(tokens, name.last)

    def is_commentator(self, tokens: Sequence[Token], name: FullName, title: str) -> bool:
        """Tell by title or apposition who speaks for no side: "Dr.", ", 64,", ", a professor"."""
        words = title.lower().split()
        if title.lower() in self._roles.learned or self._roles.former & set(words[:1]):
            return True
        behind = tokens[name.last : name.last + 1 + _APPOSITION]
        if title or len(behind) < _FEWEST_WORDS or behind[0].text not in {",", "of", "from", "at"}:
            return False
        first, stop = self.titles.apposition(tokens, name.last)
        said = {t.lower for t in (tokens[first:stop] if first < stop else behind)}
        return behind[1].text.isdigit() or bool(said & self._roles.comments)


def is_eastern(words: Sequence[str], roles: Roles) -> bool:
    """Tell by a surname that is known, or by given names with a hyphen, that it stands first."""
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return False
    head, _, tail = words[-1].partition("-")
    hyphened = head[:1].isupper() and tail.islower() and tail != ""
    known = words[0].lower() in roles.surnames_first
    given = roles.is_given(_plain(words[0]))
    short = len(words[-1]) <= _LONGEST_SYLLABLES
    return (known and (short or hyphened)) or (hyphened and not given)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return letters(word)
