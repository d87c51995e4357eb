"""Everybody who appears in invented reports on thirteen relations, and nobody else."""

import tomllib
from pathlib import Path

import pytest

from briefing.model.people import ActorKind
from tests.extraction.reading import findings

HERE = Path(__file__).parent
REPORTS = tomllib.loads((HERE / "casts.toml").read_text("utf-8"))["report"]
REGISTERS = tomllib.loads((HERE / "registers.toml").read_text("utf-8"))["report"]


def shown(actor):
    return f"{actor.name}, {actor.party}" if actor.party else actor.name


def found(report):
    name = report.get("name", "report.txt")
    return findings(report["text"].strip() + "\n", report["published"], name)


@pytest.mark.parametrize("report", REPORTS + REGISTERS, ids=lambda r: r["about"])
def test_cast(report):
    actors = found(report).actors
    own = [a for a in actors if a.id != a.party]
    assert {shown(a) for a in own if a.kind is ActorKind.PERSON} == set(report["people"])
    assert {shown(a) for a in own if a.kind is ActorKind.BODY} == set(report["bodies"])
    assert {a.id for a in actors if a.id == a.party} == set(report["parties"])


@pytest.mark.parametrize("report", REGISTERS, ids=lambda r: r["about"])
def test_who_speaks_for_whom(report):
    whole = found(report)
    names = {a.id: a.name for a in whole.actors}
    said = {
        f"{names.get(s.speaker)}, {s.party}: {s.speaker_text} {s.cue}" for s in whole.statements
    }
    assert set(report["said"]) <= said
