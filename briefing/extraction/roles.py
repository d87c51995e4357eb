"""The words that stand around names: titles, bodies, those who comment."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Roles:
    """Word lists of resources/lexicons/people.toml; all in small letters."""

    titles: frozenset[str]
    courtesy: frozenset[str]
    comments: frozenset[str]
    speaks_for: frozenset[str]
    bodies: frozenset[str]
    small_bodies: frozenset[str]
    both: frozenset[str]


@cache
def roles(path: Path) -> Roles:
    """Return the word lists of a file of the shape of resources/lexicons/people.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Roles(**{name: frozenset(words) for name, words in data.items()})
