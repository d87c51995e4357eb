"""The words that tell what one side did to or with another, read once from resources/lexicons."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from briefing.extraction.lexicon import Form, inflect
from briefing.model.facts import FactKind

_BY_CONTEXT = (FactKind.COERCE, FactKind.ASSAULT, FactKind.FIGHT)


class Mode(StrEnum):
    """What a verb makes of the verb that it takes: "agreed to", "refused to", "threatened to"."""

    INTEND = "intend"
    THREATEN = "threaten"
    REFUSE = "refuse"
    DEMAND = "demand"
    BEGIN = "begin"
    STOP = "stop"
    ACCUSE = "accuse"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a verb.

    ``behind`` are the words that must follow it ("off" in "call off"); ``nouns`` those of which one
    must stand in what follows, empty where the verb tells it by itself.
    """

    behind: tuple[str, ...]
    nouns: frozenset[str]
    kind: FactKind


@dataclass(frozen=True, slots=True)
class FactWords:
    """The lexicon of Facts.

    ``forms``: word → its lemmas and forms; ``entries``: lemma → readings, those with nouns first;
    ``modes``: lemma → what must follow it, its Mode, and whether it tells enough alone; ``events``:
    noun → class; the rest are closed classes of words, by the names of the word list.
    """

    forms: dict[str, tuple[tuple[str, Form], ...]]
    entries: dict[str, tuple[Entry, ...]]
    modes: dict[str, tuple[tuple[tuple[str, ...], Mode, bool], ...]]
    adjectives: dict[str, tuple[Mode, bool]]
    events: dict[str, FactKind]
    contexts: dict[FactKind, frozenset[str]]
    contextual: frozenset[str]
    repressing: frozenset[str]
    crowds: frozenset[str]
    negated: dict[str, FactKind]
    friendly: frozenset[FactKind]
    hostile: frozenset[FactKind]
    mutual: frozenset[FactKind]
    spoken: frozenset[FactKind]
    outward: frozenset[FactKind]
    suffering: frozenset[str]
    closed: dict[str, frozenset[str]]


def singular(word: str) -> str:
    """Return a noun as nouns are compared: without the ending of the plural."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def noun_key(text: str) -> str:
    """Return one or more words as nouns are compared."""
    return " ".join(singular(word) for word in text.lower().split())


@cache
def fact_words(path: Path) -> FactWords:
    """Return the lexicon of a file of the shape of resources/lexicons/facts.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    entries, modes = _entries(data), _modes(data)
    contexts, alone = data["contexts"], set(data["alone"]["verbs"])
    negated = {verb: FactKind(kind) for kind, verbs in data["negated"].items() for verb in verbs}
    lemmas = {*entries, *modes, *data["closed"]["reports"], *contexts["verbs"]}
    lemmas |= {verb.split()[0] for verb in negated}
    kinds = {name: frozenset(map(FactKind, words)) for name, words in data["folds"].items()}
    return FactWords(
        forms=_forms(lemmas, data["forms"]),
        entries=entries,
        modes=modes,
        adjectives={
            word: (Mode(mode), word in alone)
            for mode, words in data["adjectives"].items()
            for word in words
        },
        events={
            noun: FactKind(kind)
            for kind, nouns in reversed(data["events"].items())
            for noun in _nouns(nouns, data["nouns"])
        },
        contexts={kind: frozenset(map(noun_key, contexts[kind])) for kind in _BY_CONTEXT},
        contextual=frozenset(contexts["verbs"]),
        repressing=frozenset(contexts["repressing"]),
        suffering=frozenset(contexts["suffering"]),
        crowds=frozenset(contexts["crowds"]),
        negated=negated,
        friendly=kinds["friendly"],
        hostile=kinds["hostile"],
        mutual=kinds["mutual"],
        spoken=kinds["spoken"],
        outward=kinds["outward"],
        closed={name: frozenset(words) for name, words in data["closed"].items()},
    )


def _modes(data: Mapping[str, Any]) -> dict[str, tuple[tuple[tuple[str, ...], Mode, bool], ...]]:
    """Return the modes of each verb, those of several words first."""
    alone = set(data["alone"]["verbs"])
    found: dict[str, list[tuple[tuple[str, ...], Mode, bool]]] = defaultdict(list)
    for mode, verbs in data["modes"].items():
        for verb in verbs:
            lemma, *behind = verb.split()
            found[lemma].append((tuple(behind), Mode(mode), verb in alone))
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r[0]))) for lemma, rows in found.items()}


def _entries(data: Mapping[str, Any]) -> dict[str, tuple[Entry, ...]]:
    """Return the readings of each verb: the longest first, and those with nouns before others."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for row in data["phrases"]:
        nouns = _nouns(row["nouns"], data["nouns"])
        for verb in row["verbs"]:
            lemma, *behind = verb.split()
            found[lemma].append(Entry(tuple(behind), nouns, FactKind(row["kind"])))
    for kind, verbs in data["verbs"].items():
        for verb in verbs:
            lemma, *behind = verb.split()
            found[lemma].append(Entry(tuple(behind), frozenset(), FactKind(kind)))
    return {
        lemma: tuple(sorted(rows, key=lambda e: (not e.nouns, -len(e.behind))))
        for lemma, rows in found.items()
    }


def _nouns(words: Iterable[str], classes: Mapping[str, list[str]]) -> frozenset[str]:
    """Return the nouns of a row, "@talks" replaced by those of its class."""
    return frozenset(
        noun_key(noun)
        for word in words
        for noun in (classes[word[1:]] if word.startswith("@") else (word,))
    )


def _forms(
    lemmas: Iterable[str], irregular: Mapping[str, list[str]]
) -> dict[str, tuple[tuple[str, Form], ...]]:
    forms: dict[str, list[tuple[str, Form]]] = defaultdict(list)
    for lemma in sorted(lemmas):
        past = irregular.get(lemma)
        for word, form in inflect(lemma, (past[0], past[1]) if past else None).items():
            forms[word].append((lemma, form))
        if (lemma, Form.BASE) not in forms[lemma]:  # "cut" is past and base
            forms[lemma].append((lemma, Form.BASE))
    return {word: tuple(rows) for word, rows in forms.items()}
