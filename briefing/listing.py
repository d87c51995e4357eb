"""What a Library holds, as lines for the command line: one record a line, fields by tabs."""

from collections.abc import Callable

from briefing.ingest.characters import for_terminal
from briefing.model.evidence import Evidence
from briefing.model.snapshot import Snapshot

_Rows = Callable[[Evidence], list[tuple[str, ...]]]


def _sources(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (
            s.id,
            str(s.published or "undated"),
            s.published_basis,
            s.kind,
            s.publisher or "",
            s.title,
            s.path,
        )
        for s in sorted(evidence.sources, key=lambda s: (str(s.published or "9"), s.title, s.id))
    ]


def _actors(evidence: Evidence) -> list[tuple[str, ...]]:
    return [(a.id, a.kind, a.party or "", a.name) for a in evidence.actors]


def _events(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (e.id, str(e.start or "undated"), e.status, f"{_sources_of(e.sources)} sources", e.title)
        for e in sorted(evidence.events, key=lambda e: (str(e.start or "9"), e.id))
    ]


def _sources_of(citations: tuple[object, ...]) -> int:
    return len({getattr(c, "source", None) for c in citations})


def _issues(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (i.id, f"{sum(i.id in s.issues for s in evidence.statements)} statements", i.label)
        for i in evidence.issues
    ]


def _statements(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (
            s.id,
            s.party or "",
            s.speaker_text,
            s.polarity,
            ", ".join(s.issues),
            " ".join(s.content.split()),
        )
        for s in evidence.statements
    ]


def _agreements(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (a.id, a.kind, ", ".join(a.parties), " ".join(a.text.split())) for a in evidence.agreements
    ]


def _disputes(evidence: Evidence) -> list[tuple[str, ...]]:
    return [(d.id, d.status, ", ".join(p.party for p in d.positions)) for d in evidence.disputes]


def _divergences(evidence: Evidence) -> list[tuple[str, ...]]:
    return [
        (d.id, d.kind, d.about, " / ".join(a.value for a in d.accounts))
        for d in evidence.divergences
    ]


_KINDS: dict[str, _Rows] = {
    "sources": _sources,
    "actors": _actors,
    "events": _events,
    "issues": _issues,
    "statements": _statements,
    "agreements": _agreements,
    "disputes": _disputes,
    "divergences": _divergences,
}


def lines(snapshot: Snapshot, kind: str) -> list[str]:
    """Return the lines of one kind; the id stands first in each."""
    if kind == "briefings":
        rows = [(b.id, b.template, b.title) for b in snapshot.briefings]
        return ["\t".join(map(for_terminal, row)) for row in rows]
    return ["\t".join(map(for_terminal, row)) for row in _KINDS[kind](snapshot.evidence)]
