"""Measure extraction on reports it was not written for: ``python -m tests.held_out.score``."""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict, TypeVar

from briefing import workspace

HERE = Path(__file__).resolve().parent

# Both are shares from 0 to 1 that two texts must reach to count as the same.
SAME_CONTENT = 0.5
SAME_SPEAKER = 0.5
INSIDE = 0.8

LIGHT = frozenset({"the", "a", "an", "of", "s"})
GATHERINGS = frozenset({"summit", "meeting", "talks"})
DATE_LENGTHS = {"day": 10, "month": 7, "year": 4}

G = TypeVar("G")
P = TypeVar("P")


class GoldStatement(TypedDict):
    """``speaker`` and ``content`` stand so in the text; ``who`` names the person meant."""

    speaker: str
    who: NotRequired[str]
    party: str | None
    content: str | list[str]
    commentary: bool
    held: bool


class GoldEvent(TypedDict):
    """``date`` is ``YYYY-MM-DD``, ``YYYY-MM`` or None; talks of several days have their last."""

    kind: str
    date: str | None
    parties: list[str]
    place: str | None
    status: str


class GoldAgreement(TypedDict):
    """``text`` are words of the sentence that tells it; ``count`` where it says how many."""

    text: str
    parties: list[str]
    count: int | None


class GoldDispute(TypedDict):
    """``about`` is for the reader; any of the Issues will do."""

    about: str
    issue_ids_any_of: list[str]


class GoldReport(TypedDict):
    """What a careful reader marks in one report."""

    file: str
    published: str
    statements: list[GoldStatement]
    events: list[GoldEvent]
    agreements: list[GoldAgreement]
    disputes: list[GoldDispute]


@dataclass(frozen=True, slots=True)
class ProposedStatement:
    """A Statement as extraction proposes it; ``actor`` is the name of whom it takes to speak."""

    speaker: str
    actor: str
    party: str | None
    content: str
    commentary: bool
    held: bool


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """An Event as extraction proposes it; dates as ``YYYY-MM-DD``."""

    kind: str
    start: str | None
    end: str | None
    precision: str
    parties: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProposedAgreement:
    """An Agreement as extraction proposes it, with the whole of its sentences."""

    sentences: str
    parties: frozenset[str]
    count: int | None


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that extraction proposes for one report, and the text that it read."""

    text: str
    statements: tuple[ProposedStatement, ...]
    events: tuple[ProposedEvent, ...]
    agreements: tuple[ProposedAgreement, ...]
    disputes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Score:
    """How the proposals for one report fare: a (right, of) a measure, and what went wrong."""

    measures: dict[str, tuple[int, int]]
    faults: tuple[str, ...]


def load_gold() -> dict[str, GoldReport]:
    """Return what a careful reader marks, by the name of the report."""
    gold: dict[str, GoldReport] = json.loads((HERE / "gold.json").read_text("utf-8"))
    return gold


def propose(report: GoldReport) -> Proposals:
    """Read and extract one report by itself, as published on its own day."""
    published = date.fromisoformat(report["published"])
    found = workspace.extract_files([HERE / report["file"]], published=published)
    (source,) = found.sources
    sentences = {s.id: source.text[s.start : s.end] for p in source.passages for s in p.sentences}
    names = {str(actor.id): actor.name for actor in found.actors}
    parties = {actor.id: str(actor.party or actor.id) for actor in found.actors}
    return Proposals(
        source.text,
        tuple(
            ProposedStatement(
                s.speaker_text, names.get(str(s.speaker), ""), s.party,
                s.content, s.commentary, s.act.value == "held",
            )
            for s in found.statements
        ),
        tuple(
            ProposedEvent(
                e.kind.value, e.start and str(e.start), e.end and str(e.end), e.precision.value,
                frozenset(parties.get(p, p) for p in e.participants),
            )
            for e in found.events
        ),
        tuple(
            ProposedAgreement(
                " ".join(sentences[i] for i in a.sentences), frozenset(a.parties), a.count
            )
            for a in found.agreements
        ),
        frozenset(str(d.issue) for d in found.disputes),
    )  # fmt: skip


# ---- what counts as the same -----------------------------------------------------------------


def content_of(statement: GoldStatement) -> list[str]:
    """Return the pieces of the content."""
    content = statement["content"]
    return [content] if isinstance(content, str) else content


def dice(one: str, other: str) -> float:
    """Return twice the words in common over the words of both, from 0 to 1 (Dice 1945)."""
    left, right = Counter(_words(one)), Counter(_words(other))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def same_speaker(gold: GoldStatement, proposed: ProposedStatement) -> bool:
    """Tell whether the speaker is named alike, in the report's words or in full."""
    golds = [gold["speaker"], gold.get("who", "")]
    return any(
        _overlap(one, other) >= SAME_SPEAKER
        for one in golds
        for other in (proposed.speaker, proposed.actor)
    )


def right_person(gold: GoldStatement, proposed: ProposedStatement) -> bool:
    """Tell whether a pronoun or description is led back to the one it means."""
    return _overlap(gold.get("who", ""), proposed.actor) >= SAME_SPEAKER or (
        gold["party"] is not None
        and proposed.party == gold["party"]
        and _overlap(gold.get("who", ""), proposed.speaker) >= SAME_SPEAKER
    )


def alike(gold: GoldStatement, proposed: ProposedStatement) -> float:
    """Return the likeness of the contents, or 0 where content or speaker is another."""
    likeness = dice(" ".join(content_of(gold)), proposed.content)
    return likeness if likeness >= SAME_CONTENT and same_speaker(gold, proposed) else 0.0


def part_of(gold: GoldStatement, proposed: ProposedStatement) -> bool:
    """Tell whether the proposal is a piece of what this speaker says, such as one sentence."""
    words = Counter(_words(proposed.content))
    inside = (words & Counter(_words(" ".join(content_of(gold))))).total()
    return inside >= INSIDE * max(words.total(), 1) and same_speaker(gold, proposed)


def same_event(gold: GoldEvent, proposed: ProposedEvent) -> float:
    """Return 1 for the same family of kinds, the same parties and the same date, else 0."""
    kinds = {gold["kind"], proposed.kind}
    family = len(kinds) == 1 or kinds <= GATHERINGS
    return float(family and set(gold["parties"]) == proposed.parties and _same_date(gold, proposed))


def told_in(gold: GoldAgreement, proposed: ProposedAgreement) -> float:
    """Return 1 where the sentences of the proposal hold the words, else 0."""
    return float(_plain(gold["text"]) in _plain(proposed.sentences))


def _same_date(gold: GoldEvent, proposed: ProposedEvent) -> bool:
    told = gold["date"]
    if told is None or proposed.start is None or proposed.end is None:
        return told is proposed.start
    shared = min(len(told), DATE_LENGTHS.get(proposed.precision, 0))
    return proposed.start[:shared] <= told[:shared] <= proposed.end[:shared]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _overlap(one: str, other: str) -> float:
    left, right = set(_words(one)) - LIGHT, set(_words(other)) - LIGHT
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


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


# ---- the measures ----------------------------------------------------------------------------


def score(gold: GoldReport, proposals: Proposals) -> Score:
    """Return every measure for one report."""
    measures, faults = _score_statements(gold["statements"], proposals.statements)
    events = pair(gold["events"], proposals.events, same_event)
    measures["events found"] = (len(events), len(gold["events"]))
    faults += [f"MISSED event {e}" for i, e in enumerate(gold["events"]) if i not in events]
    told = pair(gold["agreements"], proposals.agreements, told_in)
    measures["agreements found"] = (len(told), len(gold["agreements"]))
    right = sum(
        set(gold["agreements"][i]["parties"]) == proposals.agreements[j].parties
        and gold["agreements"][i]["count"] == proposals.agreements[j].count
        for i, j in told.items()
    )
    measures["  with parties and count"] = (right, len(told))
    faults += [f"MISSED agreement {a}" for i, a in enumerate(gold["agreements"]) if i not in told]
    open_ = [d for d in gold["disputes"] if not proposals.disputes & set(d["issue_ids_any_of"])]
    measures["disputes found"] = (len(gold["disputes"]) - len(open_), len(gold["disputes"]))
    faults += [f"MISSED dispute {d}" for d in open_]
    faults += [
        f"(proposed) {e}" for j, e in enumerate(proposals.events) if j not in events.values()
    ]
    faults += [
        f"(proposed) {a}" for j, a in enumerate(proposals.agreements) if j not in told.values()
    ]
    return Score(measures, (*faults, f"(proposed) disputes {sorted(proposals.disputes)}"))


def _score_statements(
    golds: Sequence[GoldStatement], proposed: Sequence[ProposedStatement]
) -> tuple[dict[str, tuple[int, int]], list[str]]:
    pairs = pair(golds, proposed, alike)
    both = [(golds[i], proposed[j]) for i, j in sorted(pairs.items())]
    stray = [p for j, p in enumerate(proposed) if j not in pairs.values()]
    wrong = [p for p in stray if not any(part_of(g, p) for g in golds)]
    meant = [(g, p) for g, p in both if "who" in g]
    measures = {
        "statements found": (len(pairs), len(golds)),
        "  with right party": (sum(g["party"] == p.party for g, p in both), len(both)),
        "  pronoun or name led back": (sum(right_person(g, p) for g, p in meant), len(meant)),
        "  said or held": (sum(g["held"] == p.held for g, p in both), len(both)),
        "  commentary": (sum(g["commentary"] == p.commentary for g, p in both), len(both)),
        "precision of statements": (len(pairs), len(proposed)),
        "  pieces of one counted right": (len(proposed) - len(wrong), len(proposed)),
    }
    faults = [f"MISSED statement {g}" for i, g in enumerate(golds) if i not in pairs]
    faults += [f"PARTY {g} | {p}" for g, p in both if g["party"] != p.party]
    faults += [f"WHO {g} | {p}" for g, p in meant if not right_person(g, p)]
    return measures, faults + [f"WRONG {p}" for p in wrong]


def main() -> None:
    """Print the measures for each report and for all, then what went wrong."""
    scores = {name: score(report, propose(report)) for name, report in load_gold().items()}
    total: dict[str, tuple[int, int]] = {}
    for one in scores.values():
        for measure, (right, of) in one.measures.items():
            sofar = total.get(measure, (0, 0))
            total[measure] = (sofar[0] + right, sofar[1] + of)
    lines = [" " * 32 + "".join(f"{name:>18}" for name in (*scores, "all"))]
    for measure in total:
        rows = [*(one.measures[measure] for one in scores.values()), total[measure]]
        cells = "".join(f"{f'{right}/{of}':>18}" for right, of in rows)
        lines.append(f"{measure:<32}{cells}")
    for name, one in scores.items():
        lines += ["", name, *(f"  {fault}" for fault in one.faults)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
