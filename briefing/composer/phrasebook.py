"""The fixed phrases that a Briefing is worded with, read from resources/phrases."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing.model.errors import TableError
from briefing.model.findings import (
    Act,
    AgreementKind,
    DisputeStatus,
    DivergenceKind,
    Polarity,
)
from briefing.model.source import DateBasis, SourceKind

_WORDED: tuple[tuple[str, type[StrEnum]], ...] = (
    ("act", Act),
    ("agreement", AgreementKind),
    ("basis", DateBasis),
    ("dispute", DisputeStatus),
    ("divergence", DivergenceKind),
    ("polarity", Polarity),
    ("source", SourceKind),
    ("symbol", Polarity),
)


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases by dotted key ("polarity.supports"), each with its fields in braces."""

    language: str
    phrases: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """Return the phrase with its fields filled; TableError when there is none of that name."""
        phrase = self.phrases.get(key)
        if phrase is None:
            raise TableError(
                'The phrasebook "{language}" has no phrase "{key}".',
                hint="Add the phrase to the file in resources/phrases.",
                language=self.language,
                key=key,
            )
        return phrase.format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the phrase for a number of things: ``key.one`` or ``key.many``."""
        form = "one" if number == 1 else "many"
        return self.say(f"{key}.{form}", count=number, **values)


def load_phrasebook(path: Path) -> Phrasebook:
    """Read a phrasebook; raise TableError when it cannot be read or lacks a value's word."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise TableError(
            "The phrasebook {name} cannot be read: {cause}.",
            hint="Correct the file, or install the program again.",
            name=path.name,
            cause=cause,
        ) from cause
    phrases = dict(_flat("", table))
    missing = [key for key in _expected() if key not in phrases]
    if missing:
        raise TableError(
            "The phrasebook {name} lacks {keys}.",
            hint="Add the phrases named.",
            name=path.name,
            keys=", ".join(missing),
        )
    return Phrasebook(phrases["language"], phrases)


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield prefix + key, str(value)


def _expected() -> Iterator[str]:
    yield "language"
    for month in range(1, 13):
        yield f"month.{month}"
    for prefix, values in _WORDED:
        for value in values:
            yield f"{prefix}.{value}"
