"""The word lists that reading uses: what sites write around articles, and abbreviations."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from briefing.paths import RESOURCES

_FOLDER = RESOURCES / "lexicons"


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Lines that sites set around an article, as folded by ``fold``; see boilerplate.toml."""

    lines: frozenset[str]
    tail_lines: frozenset[str]
    comment_lines: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    comment_patterns: tuple[re.Pattern[str], ...]
    caption_patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that bear a full stop inside a sentence; see abbreviations.toml."""

    never_final: frozenset[str]
    before_number: frozenset[str]
    may_end: frozenset[str]
    starters: frozenset[str]
    states: frozenset[str]
    verbs: frozenset[str]
    speech: frozenset[str]


def fold(text: str) -> str:
    """Return the text for comparison: one case, plain quotes, no marks at the ends."""
    plain = text.replace("\\", "").translate(str.maketrans("‘’“”", "''\"\""))
    return " ".join(plain.casefold().split()).strip(" .:!?…|»>«<*-–—•#[]()'\"")


@cache
def boilerplate() -> Boilerplate:
    """Return the lists of boilerplate.toml."""
    data = tomllib.loads((_FOLDER / "boilerplate.toml").read_text(encoding="utf-8"))

    def lines(key: str) -> frozenset[str]:
        return frozenset(fold(line) for line in data[key])

    def patterns(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in data[key])

    return Boilerplate(
        lines=lines("lines"),
        tail_lines=lines("tail_lines"),
        comment_lines=lines("comment_lines"),
        patterns=patterns("patterns"),
        comment_patterns=patterns("comment_patterns"),
        caption_patterns=patterns("caption_patterns"),
    )


@cache
def abbreviations() -> Abbreviations:
    """Return the lists of abbreviations.toml."""
    data = tomllib.loads((_FOLDER / "abbreviations.toml").read_text(encoding="utf-8"))
    return Abbreviations(
        never_final=frozenset(data["never_final"]),
        before_number=frozenset(data["before_number"]),
        may_end=frozenset(data["may_end"]),
        starters=frozenset(data["starters"]),
        states=frozenset(data["states"]),
        verbs=frozenset(data["verbs"]),
        speech=frozenset(data["speech"]),
    )
