"""Measures Facts: who did what to whom, on the example sentences of PLOVER's coders.

Part of ``make bench``. A set that is not there is passed over, by name.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from briefing.extraction.extract import Words, extract
from briefing.ingest.read import read
from briefing.model.facts import Fact, FactKind
from briefing.model.ids import ActorId
from briefing.model.people import ActorKind

# The two digits by which CAMEO, which PLOVER follows, numbers each class: for sets that are coded
# so. Where PLOVER splits or joins CAMEO's roots, the one that most of the class belongs to.
CAMEO_ROOTS = {
    FactKind.AGREE: "03",
    FactKind.CONSULT: "04",
    FactKind.SUPPORT: "05",
    FactKind.COOPERATE: "06",
    FactKind.AID: "07",
    FactKind.CONCEDE: "08",
    FactKind.RETREAT: "08",
    FactKind.INVESTIGATE: "09",
    FactKind.DEMAND: "10",
    FactKind.DISAPPROVE: "11",
    FactKind.REJECT: "12",
    FactKind.THREATEN: "13",
    FactKind.PROTEST: "14",
    FactKind.MOBILIZE: "15",
    FactKind.SANCTION: "16",
    FactKind.COERCE: "17",
    FactKind.ASSAULT: "18",
    FactKind.FIGHT: "19",
}


def actors(gold: Path, scorer: Path, given: Words) -> None:
    """Score the Facts of each sentence; states by their ISO code, whoever else as "IGO"."""
    if not gold.is_file():
        print(f"actors: passed over, {gold} is not there")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    answer = {row["id"]: {"events": _events(row["text"], row["id"], given)} for row in rows}
    with tempfile.TemporaryDirectory() as place:
        system = Path(place) / "system.json"
        system.write_text(json.dumps(answer), "utf-8")
        command = [sys.executable, str(scorer), str(gold), str(system), "--per-type"]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    count = sum(len(row["events"]) for row in answer.values())
    print(f"actors, {count / len(rows):.2f} facts a sentence")
    print("\n".join(f"actors {line}" for line in told.splitlines()))


def _events(text: str, name: str, given: Words) -> list[dict[str, object]]:
    found = extract(read(text.encode(), name, as_is=True), given).facts
    return [event(fact, given) for fact in found]


def event(fact: Fact, given: Words) -> dict[str, object]:
    """Return a Fact in the form of the scorer."""
    return {
        "source": _codes(fact.actors, given),
        "target": _codes(fact.targets, given),
        "type": fact.kind.upper(),
        "cameo": CAMEO_ROOTS[fact.kind],
    }


def _codes(ids: tuple[ActorId, ...], given: Words) -> list[str]:
    states = {p.id for p in given.reference.parties if p.kind is ActorKind.STATE}
    return [id_ if id_ in states else "IGO" for id_ in ids]
