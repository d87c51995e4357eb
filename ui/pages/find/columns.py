"""A found Sentence as a row: its words, and the Source it stands in."""

from dataclasses import dataclass

from briefing.model.findings import Citation
from briefing.model.source import Source
from ui.session.words import source_date, source_title
from ui.widgets.record_model import Look, Order


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A Sentence that holds the words; ``place`` is its rank among those found."""

    place: int
    citation: Citation
    source: Source
    words: str


def _detail(row: FoundRow) -> str:
    return f"{source_title(row.source)} · {source_date(row.source, short=True)}"


FOUND_LOOK: Look[FoundRow] = Look(
    key=lambda row: f"{row.citation.source}/{row.citation.sentence}",
    title=lambda row: " ".join(row.words.split()),
    detail=_detail,
    badge=lambda row: "",
    tip=lambda row: f"{row.words}\n{_detail(row)}",
    words=lambda row: f"{row.words} {source_title(row.source)}",
    orders=(
        Order("Best first", lambda row: row.place),
        Order(
            "Date, latest first",
            lambda row: row.source.published.isoformat() if row.source.published else "",
            falling=True,
        ),
    ),
)
