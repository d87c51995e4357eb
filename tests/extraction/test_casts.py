"""Everybody who appears in invented reports on nine relations, and nobody else."""

import tomllib
from pathlib import Path

import pytest

from briefing.model.people import ActorKind
from tests.extraction.reading import findings

REPORTS = tomllib.loads(Path(__file__).with_name("casts.toml").read_text("utf-8"))["report"]


def shown(actor):
    return f"{actor.name}, {actor.party}" if actor.party else actor.name


@pytest.mark.parametrize("report", REPORTS, ids=[r["about"] for r in REPORTS])
def test_cast(report):
    actors = findings(report["text"].strip() + "\n", report["published"]).actors
    own = [a for a in actors if a.id != a.party]
    assert {shown(a) for a in own if a.kind is ActorKind.PERSON} == set(report["people"])
    assert {shown(a) for a in own if a.kind is ActorKind.BODY} == set(report["bodies"])
    assert {a.id for a in actors if a.id == a.party} == set(report["parties"])
