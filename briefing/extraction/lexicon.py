"""The word lists of extraction, read once from resources/lexicons."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from briefing.model.findings import Act, Polarity


class Form(StrEnum):
    """Which form of its lemma a word is."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Shape(StrEnum):
    """How a verb takes its content; resources/lexicons/cues.toml has examples."""

    QUOTE = "quote"
    CLAUSE = "clause"
    THAT = "that"
    TO = "to"
    PERSON = "person"
    ABOUT = "about"
    OBJECT = "object"
    LIGHT = "light"
    AS = "as"


@dataclass(frozen=True, slots=True)
class Sense:
    """One way in which a lemma introduces content: its act, polarity and the shape it takes."""

    act: Act
    polarity: Polarity
    shape: Shape
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """Verbs and light-verb phrases that introduce what somebody said or holds.

    ``forms``: word → its lemmas and which form it is; ``senses``: lemma → senses; ``light``: light
    verb → noun → polarity; ``withheld``: words that deny when they are negated. ``askers``: labels
    of those who ask, ``fields``: words before a colon that name no speaker, ``hedges``: words that
    weaken; ``nouns`` and ``adjectives`` that are cues, with the words that must follow them.
    """

    forms: dict[str, tuple[tuple[str, Form], ...]]
    senses: dict[str, tuple[Sense, ...]]
    light: dict[str, dict[str, Polarity]]
    withheld: frozenset[str]
    askers: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    nouns: dict[str, Sense] = field(default_factory=dict)
    adjectives: dict[str, Sense] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed word classes that mark where phrases and clauses begin and end."""

    determiners: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    weekdays: frozenset[str]
    months: frozenset[str]
    negations: frozenset[str]
    sayings: frozenset[str]
    pasts: frozenset[str]
    documents: frozenset[str]


def inflect(lemma: str, irregular: tuple[str, str] | None = None) -> dict[str, Form]:
    """Return the forms of a verb; the rules of regular English spelling."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = stem + "ed"
    doubled = irregular is not None and irregular[0].endswith(lemma[-1] + lemma[-1] + "ed")
    ing = lemma + lemma[-1] + "ing" if doubled else stem + "ing"
    if lemma in {"see", "agree"}:
        ing = lemma + "ing"
    table = {lemma: Form.BASE, third: Form.THIRD, ing: Form.ING}
    if irregular is None:
        return table | {past: Form.PAST}
    if irregular[0] != irregular[1]:
        table[irregular[1]] = Form.PARTICIPLE
    return table | {irregular[0]: Form.PAST}


@cache
def cues(path: Path) -> Cues:
    """Return the cue lexicon of a file of the shape of resources/lexicons/cues.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    senses: dict[str, list[Sense]] = defaultdict(list)
    for group in data["group"]:
        for verb in group["verbs"]:
            senses[verb].extend(_senses(group))
    light: dict[str, dict[str, Polarity]] = defaultdict(dict)
    for row in data["light"]:
        for verb in row["verbs"]:
            light[verb].update({noun: Polarity(p) for noun, p in row["nouns"].items()})
    forms: dict[str, list[tuple[str, Form]]] = defaultdict(list)
    for lemma in {*senses, *light}:
        irregular = data["forms"].get(lemma)
        only = data.get("only", {}).get(lemma)
        for form, kind in inflect(lemma, tuple(irregular) if irregular else None).items():
            if only is None or form in only:
                forms[form].append((lemma, kind))
    return Cues(
        {form: tuple(sorted(found)) for form, found in forms.items()},
        {verb: tuple(found) for verb, found in senses.items()},
        dict(light),
        frozenset(data["withheld"]),
        frozenset(data.get("askers", ())),
        frozenset(data.get("fields", ())),
        frozenset(data.get("hedges", ())),
        _nouns(data.get("noun", ())),
        _adjectives(data.get("adjective", ())),
    )


def _nouns(groups: Iterable[dict[str, Any]]) -> dict[str, Sense]:
    return {
        noun: Sense(
            Act(group["act"]), Polarity(group["polarity"]), Shape.ABOUT, frozenset(group["with"])
        )
        for group in groups
        for noun in group["nouns"]
    }


def _adjectives(groups: Iterable[dict[str, Any]]) -> dict[str, Sense]:
    return {
        word: Sense(Act.HELD, Polarity(group["polarity"]), Shape.ABOUT, frozenset(group["with"]))
        for group in groups
        for word in group["words"]
    }


def _senses(group: dict[str, Any]) -> list[Sense]:
    act, polarity = Act(group["act"]), Polarity(group["polarity"])
    words = frozenset(group.get("with", ()))
    return [Sense(act, polarity, Shape(shape), words) for shape in group["shapes"]]


@cache
def grammar(path: Path) -> Grammar:
    """Return the closed classes of a file of the shape of resources/lexicons/grammar.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Grammar(**{name: frozenset(words) for name, words in data.items()})
