"""The words that stand around names: titles, bodies, those who comment; and given names."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_GIVEN_NAMES = "given_names.toml"


@dataclass(frozen=True, slots=True)
class Roles:
    """Word lists of resources/lexicons/people.toml, which says of each what it is for.

    All in small letters but ``openers`` and ``no_bodies``. ``ranks`` has, for a title that a text
    may use of several offices ("leader"), the titles of those offices. ``women``, ``men`` and
    ``either`` are given names in letters a to z, from the file given_names.toml beside it.
    """

    titles: frozenset[str]
    courtesy: frozenset[str]
    comments: frozenset[str]
    speaks_for: frozenset[str]
    bodies: frozenset[str]
    small_bodies: frozenset[str]
    fielded_bodies: frozenset[str]
    research: frozenset[str]
    named_bodies: frozenset[str]
    independent: frozenset[str]
    weak_bodies: frozenset[str]
    groups: frozenset[str]
    state_groups: frozenset[str]
    things: frozenset[str]
    tells: frozenset[str]
    reports: frozenset[str]
    no_bodies: frozenset[str]
    particles: frozenset[str]
    former: frozenset[str]
    standing: frozenset[str]
    acts_for: frozenset[str]
    fields: frozenset[str]
    portfolios: frozenset[str]
    both: frozenset[str]
    pronouns: frozenset[str]
    unnamed: frozenset[str]
    media: frozenset[str]
    openers: frozenset[str]
    learned: frozenset[str]
    unique: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    nobody: frozenset[str]
    surnames_first: frozenset[str]
    ranks: dict[str, frozenset[str]]
    women: frozenset[str]
    men: frozenset[str]
    either: frozenset[str]

    def is_given(self, name: str) -> bool:
        """Tell whether letters a to z (see ``model.names.letters``) are a given name."""
        return name in self.women or name in self.men or name in self.either

    def pronoun_of(self, name: str) -> str | None:
        """Return "she" or "he" for the letters of a given name that only one of them bears."""
        if name in self.women:
            return "she"
        return "he" if name in self.men else None


@cache
def roles(path: Path) -> Roles:
    """Return the word lists of a file of the shape of resources/lexicons/people.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    given = tomllib.loads(path.with_name(_GIVEN_NAMES).read_text("utf-8"))
    ranks = {title: frozenset(titles) for title, titles in data.pop("ranks").items()}
    return Roles(
        **{name: frozenset(words) for name, words in data.items()},
        ranks=ranks,
        women=frozenset(given["feminine"].split()),
        men=frozenset(given["masculine"].split()),
        either=frozenset(given["either"].split()),
    )
