"""The words that stand around names: titles, bodies, those who comment."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Roles:
    """Word lists of resources/lexicons/people.toml, which says of each what it is for.

    All in small letters but ``openers``. ``ranks`` has, for a title that a text may use of several
    offices ("leader"), the titles of those offices.
    """

    titles: frozenset[str]
    courtesy: frozenset[str]
    comments: frozenset[str]
    speaks_for: frozenset[str]
    bodies: frozenset[str]
    small_bodies: frozenset[str]
    fields: frozenset[str]
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


@cache
def roles(path: Path) -> Roles:
    """Return the word lists of a file of the shape of resources/lexicons/people.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    ranks = {title: frozenset(titles) for title, titles in data.pop("ranks").items()}
    return Roles(**{name: frozenset(words) for name, words in data.items()}, ranks=ranks)
