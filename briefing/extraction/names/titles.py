"""Titles before and behind a name: "the fisheries minister, Kari Brekke", "then-president"."""

from collections.abc import Sequence

from briefing.extraction.names.capitals import written
from briefing.extraction.names.roles import Roles
from briefing.extraction.tokens import Token
from briefing.model.names import letters

_LONGEST_TITLE = 4  # words
_LONGEST_FIELD = 14  # tokens of a title with what it is for
_LONG_FIELD = 8  # letters
_ABSTRACT = ("tion", "sion", "ology", "ity", "ics", "ing")  # endings of nouns, not of names
_NATION = 3  # tokens of a nationality between "former" and a title, with it
_FEWEST = 2  # tokens before what a title is for
_APPOSITION = 7  # tokens behind the comma in which it must say who they are
_INNER = frozenset({"of", "for", "the", "and", "in", "'s"})  # within what an office is for
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
            within = length == 1 and self._office_over(tokens, first) < first
            if title is None or within:  # "Justice" in "Minister of Justice"
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
        last = end - 1
        if last < 1 or not self._may_be_field(tokens[last]):
            return end
        opens = self._office_over(tokens, last)
        if opens == last:
            return end
        return self._with_other_office(tokens, self._with_field(tokens, opens))

    def _with_other_office(self, tokens: Sequence[Token], first: int) -> int:
        """Step back over "Deputy Prime Minister and" before another office of one person."""
        if first < _FEWEST or tokens[first - 1].lower != "and":
            return first
        for length in range(min(_LONGEST_TITLE, first - 1), 0, -1):
            start = first - 1 - length
            if self.title_of(" ".join(t.text for t in tokens[start : first - 1])):
                return self._with_field(tokens, start)
        return first

    def _may_be_field(self, token: Token) -> bool:
        r = self._roles
        inner = token.lower in _INNER or token.lower in r.fields or token.lower in r.portfolios
        return inner or (token.is_word and (token.is_capital or token.lower in r.small_bodies))

    def is_field(self, tokens: Sequence[Token], start: int) -> bool:
        """Tell what a title is for from a name: "External Relations" behind "minister of"."""
        return self._opens(tokens, start) < start

    def _opens(self, tokens: Sequence[Token], start: int) -> int:
        """Return where the title begins whose "of" or "for" stands before a token, else it."""
        if start < _FEWEST or tokens[start - 1].lower not in {"of", "for"}:
            return start
        for length in range(min(_LONGEST_TITLE, start - 1), 0, -1):
            title = self.title_of(" ".join(t.text for t in tokens[start - 1 - length : start - 1]))
            if title is not None and title not in self._roles.courtesy:
                return start - 1 - length
        return start

    # ---- what an office is for, and where the name begins behind it ----------------------------

    def in_portfolio(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell a word of what a minister is for: "Logistics" in "Minister of Ports and Logistics".

        A council's secretary is its own: there the words name a body.
        """
        opens = self._office_over(tokens, at)
        if opens == at:
            return False
        title = " ".join(t.lower for t in tokens[opens:at])
        office = title.partition(" of ")[0].partition(" for ")[0]
        return (
            office.endswith("minister")
            or f"{office} of state for " in f"{title} "
            or (office.endswith("secretary") and title.startswith(f"{office} for"))
        )

    def name_behind(self, tokens: Sequence[Token], start: int, end: int) -> int:
        """Return where a name begins in a run of capitals that opens with what an office is for.

        ``start`` where it opens with none, ``end`` where it is nothing else: of "Foreign Affairs
        Nguyen Thanh Ha" behind "Minister of", the third word.
        """
        if self._office_over(tokens, start) == start:
            return start
        r, first = self._roles, start
        while first < end and self._is_portfolio(tokens[first]):
            first += 1
        tied = tokens[start - 1].lower in _INNER - {"'s"}
        if first == start and not tied:
            return start
        # A field that the lists lack ends where somebody's name begins.
        for at in range(first, end - (first > start)):
            plain = letters(tokens[at].text)
            if r.is_given(plain) or plain in r.surnames_first:
                return at
        return first if first > start else end

    def _office_over(self, tokens: Sequence[Token], at: int) -> int:
        """Return where the title begins of whose field a token is a word, or stands behind it."""
        first = at
        while first > max(1, at - _LONGEST_FIELD):
            opens = self._opens(tokens, first)
            if opens < first:
                return opens
            before = tokens[first - 1]
            comma = before.text == "," and self._is_listed(tokens, first)
            if not (comma or self._may_be_field(before)):
                return at
            first -= 1
        return at

    def _is_listed(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell the comma in "of Foreign Affairs, Trade and Worship" from one behind a phrase."""
        return at > 1 and self._is_portfolio(tokens[at - 2]) and self._is_portfolio(tokens[at])

    def _is_portfolio(self, token: Token) -> bool:
        """Tell a word of what an office is for, also by its ending: "Digitalisation"."""
        r = self._roles
        known = token.lower in r.fields or token.lower in r.portfolios
        long = len(token.lower) >= _LONG_FIELD and token.lower.endswith(_ABSTRACT)
        return known or (long and not r.is_given(token.lower))

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
