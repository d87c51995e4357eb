"""The words about time that the calendar does not give, read once from resources/lexicons."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.paths import RESOURCES


@dataclass(frozen=True, slots=True)
class DateWords:
    """Patterns for tense, for names that are no dates and for numbers that are no years.

    ``holidays``: name → (month, day). ``lead`` stands before a number, ``counted`` after it.
    """

    future: re.Pattern[str]
    present: re.Pattern[str]
    past: re.Pattern[str]
    holidays: dict[str, tuple[int, int]]
    names: re.Pattern[str]
    lead: re.Pattern[str]
    counted: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """Return the body of a pattern that takes any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


def date_words() -> DateWords:
    """Return the words about time of resources/lexicons/dates.toml."""
    return _read(RESOURCES / "lexicons" / "dates.toml")


@cache
def _read(path: Path) -> DateWords:
    data = tomllib.loads(path.read_text("utf-8"))
    tense, names = data["tense"], data["names"]
    governed = rf"\b{any_of(tense['governs'])}\b(?:\W+\w+){{0,6}}?\W+to\W+[a-z]+"
    # "Ruto to visit Cairo", "(b) to reopen the road": no other verb says when.
    headline = r"^\W*(?:(?:[A-Z][\w’'-]*,?\s+){1,4}|\w\)\s+)?to\s+[a-z]+"
    holidays = {name: tuple(map(int, day.split("-"))) for name, day in data["holidays"].items()}
    return DateWords(
        future=re.compile(
            rf"(?<![\w’'])(?i:{any_of(tense['future'])})\b|\b(?i:{governed})|{headline}"
            r"|(?<=[’'])ll\b|\bmay\b|\bbe\s+(?:\w+ly\s+)?\w+"
        ),
        present=re.compile(rf"\b{any_of(tense['present'])}\b"),
        past=re.compile(rf"\b(?:{any_of(tense['past'])}|(?!need|speed|exceed)[a-z]{{2,}}ed)\b"),
        holidays={name: (day[0], day[1]) for name, day in holidays.items()},
        names=re.compile(
            rf"\b(?:{any_of(names['whole'])}[,’'s]*\s+(?:\d{{4}}\s+)?{any_of(names['tails'])}"
            rf"|{any_of(names['fixed'])}|9/11)\b"
        ),
        lead=re.compile(rf"(?:\b{any_of(names['leads'])}\.?|[#$€£¥])\s*$"),
        counted=re.compile(rf"\s*-?(?:%|{any_of(names['counted'])}\b)"),
    )
