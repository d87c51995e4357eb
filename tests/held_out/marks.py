"""What a careful reader marks in each held-out report, and what extraction proposes for it."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NotRequired, TypedDict

from briefing import workspace
from briefing.extraction.dates.dates import told_dates
from briefing.model.evidence import Evidence
from briefing.model.source import Source
from tests.held_out.names_and_dates import GoldActor, GoldDate, ProposedActor, ProposedDate

HERE = Path(__file__).resolve().parent
SETS = {
    "first": HERE,
    "second": HERE / "second",
    "third-seen": HERE / "third" / "seen",
    "third-unseen": HERE / "third" / "unseen",
}
# Its faults are printed nowhere, so that no rule can be written for them.
BLIND = frozenset({"third-unseen"})


class GoldStatement(TypedDict):
    """``speaker`` and ``content`` stand so in the text; ``who`` names the person meant.

    One turn of an interview or a briefing is one statement, with a content for each paragraph.
    What two sides say together is a statement of each.
    """

    speaker: str
    who: NotRequired[str]
    party: str | None
    content: str | list[str]
    commentary: bool
    held: bool


class GoldEvent(TypedDict):
    """``date`` is ``YYYY-MM-DD``, ``YYYY-MM``, ``YYYY`` or None; several days have their last."""

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
    """``about`` is for the reader; any of the Issues will do; none where none fits."""

    about: str
    issue_ids_any_of: list[str]


class GoldReport(TypedDict):
    """What a careful reader marks in one report; actors and dates in some sets only."""

    file: str
    published: str
    statements: list[GoldStatement]
    events: list[GoldEvent]
    agreements: list[GoldAgreement]
    disputes: list[GoldDispute]
    actors: NotRequired[list[GoldActor]]
    dates: NotRequired[list[GoldDate]]


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
    actors: tuple[ProposedActor, ...] = ()
    dates: tuple[ProposedDate, ...] = ()


def load_gold(name: str) -> dict[str, GoldReport]:
    """Return what a careful reader marks in one of the sets, by the name of the report."""
    gold: dict[str, GoldReport] = json.loads((SETS[name] / "gold.json").read_text("utf-8"))
    return gold


def propose(report: GoldReport, folder: Path) -> Proposals:
    """Read and extract one report by itself, as published on its own day."""
    published = date.fromisoformat(report["published"])
    found, _ = workspace.extract_files([folder / report["file"]], published=published)
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
                e.kind.value, _day(e.start), _day(e.end), e.precision.value,
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
        _actors(found),
        _dates(source),
    )  # fmt: skip


def content_of(statement: GoldStatement) -> list[str]:
    """Return the pieces of the content."""
    content = statement["content"]
    return [content] if isinstance(content, str) else content


def _actors(found: Evidence) -> tuple[ProposedActor, ...]:
    return tuple(
        ProposedActor(a.name, a.kind.value, a.party, frozenset(a.aliases)) for a in found.actors
    )


def _dates(source: Source) -> tuple[ProposedDate, ...]:
    return tuple(
        ProposedDate(
            source.text[d.span.start : d.span.end], d.span.start, d.span.end,
            d.start.isoformat(), d.end.isoformat(),
        )
        for dates in told_dates(source).values()
        for d in dates
    )  # fmt: skip


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
