"""Measure extraction on reports it was not written for: ``python -m tests.held_out.score``.

Names of sets may follow; without any, all are measured.
"""

import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing import workspace
from tests.held_out.marks import (
    BLIND,
    SETS,
    GoldAgreement,
    GoldEvent,
    GoldReport,
    GoldStatement,
    Proposals,
    ProposedAgreement,
    ProposedEvent,
    ProposedStatement,
    content_of,
    load_gold,
    propose,
)
from tests.held_out.names_and_dates import pair, score_names_and_dates

# Both are shares from 0 to 1 that two texts must reach to count as the same.
SAME_CONTENT = 0.5
SAME_SPEAKER = 0.5
INSIDE = 0.8
# Less than any difference of likeness that matters: it only decides between equals.
SAME_PARTY = 1e-6

LIGHT = frozenset({"the", "a", "an", "of", "s"})
GATHERINGS = frozenset({"summit", "meeting", "talks"})
DATE_LENGTHS = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Score:
    """How the proposals for one report fare: a (right, of) a measure, and what went wrong."""

    measures: dict[str, tuple[int, int]]
    faults: tuple[str, ...]


# ---- what counts as the same -----------------------------------------------------------------


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
    """Tell whether a pronoun or description is led back to the one it means.

    A capital and its state are one: "it" for Moscow may be led back to Russia.
    """
    meant = gold.get("who", "")
    if _overlap(meant, proposed.actor) >= SAME_SPEAKER:
        return True
    return any(
        party.id == gold["party"] == proposed.party and proposed.actor == party.name
        for party in workspace.reference().parties
        if meant in (party.capital, *party.metonyms)
    )


def alike(gold: GoldStatement, proposed: ProposedStatement) -> float:
    """Return the likeness of the contents, or 0 where content or speaker is another.

    What both sides say together is one statement for each; the party tells these apart.
    """
    likeness = dice(" ".join(content_of(gold)), proposed.content)
    if likeness < SAME_CONTENT or not same_speaker(gold, proposed):
        return 0.0
    return likeness + (SAME_PARTY if gold["party"] == proposed.party else 0.0)


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
    disputes = [d for d in gold["disputes"] if d["issue_ids_any_of"]]
    open_ = [d for d in disputes if not proposals.disputes & set(d["issue_ids_any_of"])]
    measures["disputes found"] = (len(disputes) - len(open_), len(disputes))
    faults += [f"MISSED dispute {d}" for d in open_]
    if "actors" in gold and "dates" in gold:
        marked = (gold["actors"], gold["dates"])
        named = (proposals.actors, proposals.dates)
        more, missed = score_names_and_dates(proposals.text, marked, named)
        measures.update(more)
        faults += missed
    faults += _unpaired(proposals.events, events) + _unpaired(proposals.agreements, told)
    return Score(measures, (*faults, f"(proposed) disputes {sorted(proposals.disputes)}"))


def _unpaired(proposed: Sequence[object], pairs: dict[int, int]) -> list[str]:
    return [f"(proposed) {p}" for j, p in enumerate(proposed) if j not in pairs.values()]


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


def table(scores: Mapping[str, Score], *, faults: bool = True) -> list[str]:
    """Return the measures for each report and for all, then what went wrong."""
    total: dict[str, tuple[int, int]] = {}
    for one in scores.values():
        for measure, (right, of) in one.measures.items():
            sofar = total.get(measure, (0, 0))
            total[measure] = (sofar[0] + right, sofar[1] + of)
    lines = [" " * 32 + "".join(f"{name:>22}" for name in (*scores, "all"))]
    for measure, (right, of) in total.items():
        cells = [f"{r}/{n}" for r, n in (one.measures[measure] for one in scores.values())]
        whole = f"{right}/{of}  {right / of:.3f}" if of else "0/0"
        lines.append(f"{measure:<32}" + "".join(f"{cell:>22}" for cell in (*cells, whole)))
    for name, one in scores.items() if faults else ():
        lines += ["", name, *(f"  {fault}" for fault in one.faults)]
    return lines


def main(names: Sequence[str]) -> int:
    """Print the table of each set named, of all when none is; the blind set's figures alone."""
    unknown = [name for name in names if name not in SETS]
    if unknown:
        sys.stderr.write(f"no set {', '.join(unknown)}; there are {', '.join(SETS)}\n")
        return 2
    for name in names or SETS:
        gold = load_gold(name)
        scores = {report: score(gold[report], propose(gold[report], SETS[name])) for report in gold}
        lines = table(scores, faults=name not in BLIND)
        sys.stdout.write("\n".join([f"The {name} set", *lines, "", ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
