"""The word lists that reading uses: what sites write around articles, and abbreviations."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from briefing.paths import RESOURCES

_FOLDER = RESOURCES / "lexicons"
# Lines are compared with each other several times; long ones are not worth their room.
_LONGEST_KEPT = 300


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Lines that sites set around an article, as folded by ``fold``; see boilerplate.toml.

    The patterns match a whole line; those of ``inside`` need one of their words in it.
    """

    lines: frozenset[str]
    shy_lines: frozenset[str]
    menu_words: frozenset[str]
    teaser_labels: frozenset[str]
    tail_lines: frozenset[str]
    comment_lines: frozenset[str]
    site: re.Pattern[str]
    inside: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]
    tails: re.Pattern[str]
    ends: re.Pattern[str]
    comments: re.Pattern[str]
    captions: re.Pattern[str]


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
    return _short_folded(text) if len(text) <= _LONGEST_KEPT else _folded(text)


@lru_cache(maxsize=4096)
def _short_folded(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    plain = text.replace("\\", "")
    if not plain.isascii():
        plain = plain.replace("‘", "'").replace("’", "'").replace("“", '"').replace("”", '"')
    return " ".join(plain.casefold().split()).strip(" .:!?…|»>«<*-–—_•#[]()'\"")


@cache
def boilerplate() -> Boilerplate:
    """Return the lists of boilerplate.toml."""
    data = tomllib.loads((_FOLDER / "boilerplate.toml").read_text(encoding="utf-8"))

    def lines(key: str) -> frozenset[str]:
        return frozenset(fold(line) for line in data[key])

    def pattern(key: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{each})" for each in data[key]), re.IGNORECASE)

    return Boilerplate(
        lines=lines("lines"),
        shy_lines=lines("shy_lines"),
        menu_words=lines("menu_words"),
        teaser_labels=lines("teaser_labels") | lines("tail_lines"),
        tail_lines=lines("tail_lines"),
        comment_lines=lines("comment_lines"),
        site=pattern("patterns"),
        inside=tuple(
            (tuple(row["words"]), re.compile(row["pattern"], re.IGNORECASE))
            for row in data["inside"]
        ),
        tails=pattern("tail_patterns"),
        ends=pattern("end_patterns"),
        comments=pattern("comment_patterns"),
        captions=pattern("caption_patterns"),
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
