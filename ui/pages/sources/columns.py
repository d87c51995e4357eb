"""A Source as a row: its title, where it is from, and how much it says."""

from collections import Counter
from dataclasses import dataclass

from briefing.model.evidence import Evidence
from briefing.model.findings import GroupKind
from briefing.model.source import SET_ASIDE, Source
from ui.i18n import counted, tr
from ui.session.words import source_date, source_kind, source_title
from ui.widgets.record_model import Look, Order


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A Source and what is counted of it; ``alike`` says which other Sources it repeats."""

    source: Source
    statements: int
    events: int
    alike: str


def rows(evidence: Evidence) -> tuple[SourceRow, ...]:
    """Return a row for each Source."""
    alike = _alike(evidence)
    statements = Counter(one.source for one in evidence.statements)
    events = Counter(
        source for event in evidence.events for source in {one.source for one in event.sources}
    )
    return tuple(
        SourceRow(source, statements[source.id], events[source.id], alike.get(source.id, ""))
        for source in evidence.sources
    )


def _alike(evidence: Evidence) -> dict[str, str]:
    titles = {source.id: source_title(source) for source in evidence.sources}
    said: dict[str, str] = {}
    for group in evidence.groups:
        words = (
            tr("The same report as: {titles}")
            if group.kind is GroupKind.SAME_REPORT
            else tr("Nearly the same as: {titles}")
        )
        for one in group.sources:
            others = [titles.get(other, other) for other in group.sources if other != one]
            said[one] = words.format(titles="; ".join(others))
    return said


def _detail(row: SourceRow) -> str:
    source = row.source
    parts = [source.publisher, source_date(source, short=True), source_kind(source.kind)]
    return " · ".join(part for part in parts if part)


def _tip(row: SourceRow) -> str:
    source = row.source
    aside = sum(passage.kind in SET_ASIDE for passage in source.passages)
    lines = [
        source_title(source),
        tr("Published: {date}", date=source_date(source)),
        tr("By {names}", names="; ".join(source.authors)) if source.authors else "",
        tr("File: {path}", path=source.path) if source.path != source.url else "",
        tr("Web address: {url}", url=source.url) if source.url else "",
        tr("{s} statements, {e} events", s=row.statements, e=row.events),
        counted(aside, "{n} passage set aside", "{n} passages set aside") if aside else "",
        row.alike,
        *source.notices,
    ]
    return "\n".join(line for line in lines if line)


def _date_key(row: SourceRow) -> str:
    source = row.source
    date = source.published or source.published_from
    return date.isoformat() if date else ""


LOOK: Look[SourceRow] = Look(
    key=lambda row: row.source.id,
    title=lambda row: source_title(row.source),
    detail=_detail,
    badge=lambda row: counted(row.statements, "{n} statement", "{n} statements"),
    tip=_tip,
    words=lambda row: f"{source_title(row.source)} {_detail(row)} {row.source.path}",
    orders=(
        Order(
            "Date, latest first",
            lambda row: (_date_key(row), source_title(row.source)),
            falling=True,
        ),
        Order("Date, oldest first", lambda row: (_date_key(row), source_title(row.source))),
        Order("Title", lambda row: source_title(row.source).casefold()),
        Order("Publisher", lambda row: ((row.source.publisher or "~").casefold(), _date_key(row))),
        Order("Most statements", lambda row: (row.statements, row.source.id), falling=True),
    ),
)
