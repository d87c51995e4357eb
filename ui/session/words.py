"""How the desk words a date, a kind, a status: fixed phrases for values of the field."""

import datetime as dt
from pathlib import PurePath

from briefing.model.findings import Event, EventStatus, Precision
from briefing.model.people import Actor
from briefing.model.source import DateBasis, PassageKind, Source, SourceKind
from ui.i18n import tr

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_BASES = {
    DateBasis.GIVEN: "given by hand",
    DateBasis.METADATA: "from the document's own fields",
    DateBasis.BYLINE: "from the byline",
    DateBasis.DATELINE: "from the dateline",
    DateBasis.INFERRED: "inferred from the text",
    DateBasis.UNKNOWN: "not known",
}
_SHORT_BASES = {
    DateBasis.GIVEN: "given",
    DateBasis.METADATA: "metadata",
    DateBasis.BYLINE: "byline",
    DateBasis.DATELINE: "dateline",
    DateBasis.INFERRED: "inferred",
    DateBasis.UNKNOWN: "unknown",
}
_KINDS = {
    SourceKind.REPORT: "report",
    SourceKind.READOUT: "readout",
    SourceKind.JOINT_STATEMENT: "joint statement",
    SourceKind.PRESS_BRIEFING: "press briefing",
    SourceKind.TRANSCRIPT: "transcript",
    SourceKind.INTERVIEW: "interview",
    SourceKind.COMMENTARY: "commentary",
    SourceKind.TREATY: "treaty",
}
_STATUSES = {
    EventStatus.ANNOUNCED: "announced",
    EventStatus.HELD: "held",
    EventStatus.UNKNOWN: "status not told",
}
_SET_ASIDE = {
    PassageKind.BOILERPLATE: "page furniture",
    PassageKind.COMMENT: "readers' comments",
}


def day(date: dt.date) -> str:
    """Return a day as "12 June 2018"."""
    return f"{date.day} {tr(_MONTHS[date.month - 1])} {date.year}"


def _month(date: dt.date) -> str:
    return f"{tr(_MONTHS[date.month - 1])} {date.year}"


def source_title(source: Source) -> str:
    """Return a Source's title, or the name it came under where it has none."""
    return source.title or PurePath(source.path).name or tr("Untitled source")


def event_date(event: Event) -> str:
    """Return when an Event was or is to be, as finely as it is known."""
    if event.start is None or event.precision is Precision.UNKNOWN:
        return tr("date not told")
    if event.precision is Precision.YEAR:
        return str(event.start.year)
    if event.precision is Precision.MONTH:
        return _month(event.start)
    if event.end and event.end != event.start:
        return f"{day(event.start)} – {day(event.end)}"
    return day(event.start)


def event_status(event: Event) -> str:
    """Return whether it was announced or held."""
    return tr(_STATUSES[event.status])


def source_date(source: Source, *, short: bool = False) -> str:
    """Return when a Source was published and what that rests on."""
    if source.published is None:
        return tr("undated")
    basis = (_SHORT_BASES if short else _BASES)[source.published_basis]
    return f"{day(source.published)} ({tr(basis)})"


def source_kind(source: Source) -> str:
    """Return what sort of text it is."""
    return tr(_KINDS[source.kind])


def set_aside(kind: PassageKind) -> str:
    """Return why a passage is set aside."""
    return tr(_SET_ASIDE.get(kind, kind.value))


def names(actors: dict[str, Actor], ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of Actors; one that is not in the Library goes by its id."""
    return tuple(actors[one].name if one in actors else one for one in ids)
