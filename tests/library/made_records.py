"""Records of every kind with made-up values, the same for the same seed."""

import datetime as dt
import random
import types
import typing
from dataclasses import fields, is_dataclass
from enum import Enum

from briefing.model.edits import Record
from briefing.model.ids import PassageId, SentenceId, SourceId
from briefing.model.source import (
    DateBasis,
    Passage,
    PassageKind,
    Sentence,
    Source,
    SourceKind,
)

KINDS = typing.get_args(Record)

_WORDS = (
    "",
    "a",
    "Élysée",
    "中国",
    "‘quoted’",
    'a "b" \\ {c}',
    "line\nbreak\x00",
    "🕊️",
    "Łódź",
    "%s",
)


def made(kind, chance: random.Random, key: str | None = None):
    """Return a record of the kind with chance values in every field, None among them."""
    record = _value(kind, chance)
    if key is None:
        return record
    values = {field.name: getattr(record, field.name) for field in fields(kind)}
    return kind(**(values | {"id": key}))


def made_source(key: str, *sentences: str, kind: PassageKind = PassageKind.BODY) -> Source:
    """Return a Source of one passage with these sentences, with ids KEY.0, KEY.1 …"""
    kept = []
    text = ""
    for number, words in enumerate(sentences):
        kept.append(Sentence(SentenceId(f"{key}.{number}"), len(text), len(text) + len(words)))
        text += words + " "
    return Source(
        id=SourceId(key),
        path=f"{key}.txt",
        title=f"Report {key}",
        publisher=None,
        published=dt.date(2026, 2, 28),
        published_basis=DateBasis.GIVEN,
        kind=SourceKind.REPORT,
        language="en",
        url=None,
        text=text,
        passages=(Passage(PassageId(f"{key}.p"), 0, len(text), kind, tuple(kept)),),
    )


def contents(library):
    """Return all that a Library holds, record by record."""
    return {kind: library.all(kind) for kind in KINDS}


def _value(kind, chance: random.Random):
    kind = getattr(kind, "__supertype__", kind)  # what a NewType stands for
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _value(hint, chance) for name, hint in hints.items()})
    if typing.get_origin(kind) is tuple:
        return _tuple(typing.get_args(kind), chance)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return _value(chance.choice(typing.get_args(kind)), chance)
    if issubclass(kind, Enum):
        return chance.choice(list(kind))
    return _SIMPLE[kind](chance)


def _tuple(parts, chance: random.Random):
    if parts[-1] is Ellipsis:
        parts = parts[:1] * chance.randrange(3)
    return tuple(_value(part, chance) for part in parts)


_SIMPLE = {
    str: lambda chance: " ".join(chance.choices(_WORDS, k=chance.randrange(4))),
    bytes: lambda chance: chance.randbytes(chance.randrange(40)),
    bool: lambda chance: chance.random() < 0.5,
    int: lambda chance: chance.randrange(2**40),
    float: lambda chance: chance.choice([0.0, 1.0, chance.random()]),
    dt.date: lambda chance: dt.date.fromordinal(chance.randrange(1, dt.date.max.toordinal())),
    types.NoneType: lambda chance: None,
}
