"""Who is named in a held-out report and when things happen: the marks, and how proposals fare.

How a date is resolved, where a careful reader might doubt: a mark covers what its words name,
whatever "since", "until" or "by" stands before them ("since January" is January, "by 30 June" that
day). A week is Monday to Sunday. "Early", "mid-" and "late" are the days 1–10, 11–20 and 21 to the
last; so are the beginning, the middle and the end of a month. "Earlier this month" runs to the day
of publication, "later this month" from it. Seasons are the quarters from March, June, September and
December. What is counted from a day is as fine as its unit: "two years ago" is a year, "three
months ago" a month, "ten days later" a day; "in two weeks" is that day or its week. A night is the
day that it begins on. Durations, frequencies and hours of the day are no dates.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict, TypeVar

from briefing import workspace

Measures = dict[str, tuple[int, int]]

G = TypeVar("G")
P = TypeVar("P")


class GoldActor(TypedDict):
    """``optional`` names count neither for nor against: bylines, places that are half a state."""

    name: str
    kind: str
    party: str | None
    aliases: NotRequired[list[str]]
    optional: NotRequired[bool]


class GoldDate(TypedDict):
    """``phrase`` stands so in the text; the marks are in its order. Days as ``YYYY-MM-DD``.

    ``also`` has other intervals, first day and last, that the words may as well mean. ``optional``
    dates count neither for nor against: the line that says when the report came out.
    """

    phrase: str
    start: str
    end: str
    also: NotRequired[list[list[str]]]
    optional: NotRequired[bool]


@dataclass(frozen=True, slots=True)
class ProposedActor:
    """An Actor as extraction proposes it, with all its names."""

    name: str
    kind: str
    party: str | None
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProposedDate:
    """A date as extraction proposes it: ``first`` and ``last`` are offsets, end exclusive."""

    phrase: str
    first: int
    last: int
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class PlacedDate:
    """A marked date and where it stands in the text as read."""

    date: GoldDate
    first: int
    last: int


def place(text: str, golds: Sequence[GoldDate]) -> tuple[PlacedDate, ...]:
    """Return where each date stands, each sought behind the one before.

    Raises ValueError for a phrase that does not stand there.
    """
    placed: list[PlacedDate] = []
    position = 0
    for gold in golds:
        words = rf"(?<!\w){re.escape(gold['phrase'])}(?!\w)"
        match = re.compile(words).search(text, position)
        if match is None:
            raise ValueError(f"{gold} does not stand behind offset {position}")
        position = match.end()
        placed.append(PlacedDate(gold, *match.span()))
    return tuple(placed)


def same_actor(gold: GoldActor, proposed: ProposedActor) -> float:
    """Return 1 where a name of the one is a name of the other, else 0.

    A capital names its state. A ministry is the same with and without its state ("Greek interior
    ministry", "interior ministry") where both have the party that this leaves unsaid.
    """
    names = {_plain(name) for name in (gold["name"], *gold.get("aliases", []))}
    others = {_plain(name) for name in (proposed.name, *proposed.names)}
    state = _state_names(gold["party"])
    if gold["kind"] == "state":
        return float(bool((names | state) & others))
    if gold["kind"] == "body" and gold["party"] is not None and gold["party"] == proposed.party:
        names, others = ({_without(state, name) for name in some} for some in (names, others))
    return float(bool(names & others))


def same_day(gold: PlacedDate, proposed: ProposedDate) -> float:
    """Return 1 where the phrases overlap and the intervals are the same, else 0."""
    meant = [[gold.date["start"], gold.date["end"]], *gold.date.get("also", [])]
    return float([proposed.start, proposed.end] in meant and overlaps(gold, proposed))


def overlaps(gold: PlacedDate, proposed: ProposedDate) -> bool:
    """Tell whether both stand on some of the same characters."""
    return gold.first < proposed.last and proposed.first < gold.last


def pair(
    golds: Sequence[G], proposals: Sequence[P], likeness: Callable[[G, P], float]
) -> dict[int, int]:
    """Pair each gold with one proposal at most, the most alike first; by their places."""
    found = [(likeness(g, p), i, j) for i, g in enumerate(golds) for j, p in enumerate(proposals)]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(found, key=lambda row: (-row[0], row[1], row[2])):
        if score > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def score_actors(
    golds: Sequence[GoldActor], proposed: Sequence[ProposedActor]
) -> tuple[Measures, list[str]]:
    """Return the measures of the names, and the misses and strays."""
    asked = [gold for gold in golds if not gold.get("optional", False)]
    waived = [gold for gold in golds if gold.get("optional", False)]
    pairs = pair(asked, proposed, same_actor)
    left = [one for j, one in enumerate(proposed) if j not in pairs.values()]
    excused = pair(waived, left, same_actor)
    measures = _shares("actors", len(pairs), len(asked), len(proposed) - len(excused))
    party = sum(asked[i]["party"] == proposed[j].party for i, j in pairs.items())
    measures["  party of actors"] = (party, len(pairs))
    faults = [f"MISSED actor {gold}" for i, gold in enumerate(asked) if i not in pairs]
    faults += [
        f"STRAY actor {one.name} ({one.kind}, {one.party})"
        for j, one in enumerate(left)
        if j not in excused.values()
    ]
    return measures, faults


def score_dates(
    text: str, golds: Sequence[GoldDate], proposed: Sequence[ProposedDate]
) -> tuple[Measures, list[str]]:
    """Return the measures of the dates, and the misses and strays."""
    placed = place(text, golds)
    asked = [gold for gold in placed if not gold.date.get("optional", False)]
    waived = [gold for gold in placed if gold.date.get("optional", False)]
    counted = [one for one in proposed if not any(overlaps(gold, one) for gold in waived)]
    pairs = pair(asked, counted, same_day)
    faults: list[str] = []
    for i, gold in enumerate(asked):
        if i not in pairs:
            there = [f"{one.start}..{one.end}" for one in counted if overlaps(gold, one)]
            faults.append(f"MISSED date {gold.date} | {there}")
    faults += [
        f"STRAY date {one.phrase!r} {one.start}..{one.end}"
        for j, one in enumerate(counted)
        if j not in pairs.values() and not any(overlaps(gold, one) for gold in asked)
    ]
    return _shares("dates", len(pairs), len(asked), len(counted)), faults


def score_names_and_dates(
    text: str,
    golds: tuple[Sequence[GoldActor], Sequence[GoldDate]],
    proposed: tuple[Sequence[ProposedActor], Sequence[ProposedDate]],
) -> tuple[Mapping[str, tuple[int, int]], list[str]]:
    """Return the measures of both, and what went wrong."""
    actors, names_missed = score_actors(golds[0], proposed[0])
    dates, days_missed = score_dates(text, golds[1], proposed[1])
    return {**actors, **dates}, names_missed + days_missed


def _shares(what: str, right: int, golds: int, proposed: int) -> Measures:
    return {
        f"{what} found": (right, golds),
        f"  precision of {what}": (right, proposed),
        f"  F1 of {what}": (2 * right, golds + proposed),
    }


def _state_names(party: str | None) -> set[str]:
    return {
        _plain(name)
        for row in workspace.reference().parties
        if row.id == party
        for name in (row.name, *row.names, *row.demonyms, *row.metonyms, row.capital or row.name)
    }


def _without(state: set[str], name: str) -> str:
    """Return the name of a body less the state before it or behind it."""
    states = "|".join(sorted(map(re.escape, state), key=len, reverse=True)) or "(?!)"
    bare = re.sub(rf"^(?:{states})(?: s)? (?=\w)", "", name)
    return re.sub(rf"(?<=\w) (?:in|of)(?: the)? (?:{states})$", "", bare)


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)
