"""How the desk words a date, a kind, a status: fixed phrases for values of the field."""

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from briefing.model.findings import Event, EventStatus, Precision
from briefing.model.imports import ImportReport, Unread
from briefing.model.people import Actor
from briefing.model.source import DateBasis, PassageKind, Source, SourceKind
from ui.i18n import counted, tr

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
    EventStatus.CANCELLED: "called off",
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
        interval = source_interval(source, short=short)
        return interval or tr("undated")
    basis = (_SHORT_BASES if short else _BASES)[source.published_basis]
    return f"{day(source.published)} ({tr(basis)})"


def date_basis(basis: DateBasis) -> str:
    """Return in words what a day of publication rests on."""
    return tr(_BASES[basis])


def source_interval(source: Source, *, short: bool = False) -> str:
    """Return between which days a Source was published; empty when it tells nothing of that.

    Such as "between 27 October and 6 December 2025", or short "Oct–Dec 2025?".
    """
    first, last = source.published_from, source.published_until
    if first and last:
        return _between_short(first, last) if short else _between(first, last)
    if first:
        said = tr("from {month}?") if short else tr("on or after {day}")
        return said.format(month=_short_month(first), day=day(first))
    if last:
        said = tr("until {month}?") if short else tr("on or before {day}")
        return said.format(month=_short_month(last), day=day(last))
    return ""


def _between(first: dt.date, last: dt.date) -> str:
    if first == last:
        return day(first)
    opening = day(first).removesuffix(f" {first.year}") if first.year == last.year else day(first)
    return tr("between {first} and {last}", first=opening, last=day(last))


def _between_short(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{_short_month(first)}?"
    if first.year == last.year:
        return f"{_short_name(first)}–{_short_month(last)}?"
    return f"{_short_month(first)} – {_short_month(last)}?"


def _short_name(date: dt.date) -> str:
    return tr(_MONTHS[date.month - 1])[:3]


def _short_month(date: dt.date) -> str:
    return f"{_short_name(date)} {date.year}"


def import_summary(report: ImportReport) -> str:
    """Return what became of an import, such as "12 sources added, 1 not read, 88 waiting"."""
    parts = [counted(len(report.added), "{n} source added", "{n} sources added")]
    for number, words in (
        (len(report.known), "{n} already here"),
        (len(report.failed), "{n} not read"),
        (len(report.waiting), "{n} waiting"),
    ):
        if number:
            parts.append(tr(words, n=f"{number:,}"))
    if report.rules_alone:
        parts.append(tr("statements by rules alone ({why})", why=report.rules_alone))
    return ", ".join(parts)


def unread_summary(unread: Sequence[Unread]) -> str:
    """Return how many documents failed and how many wait; empty when there is none."""
    waits = sum(one.waits for one in unread)
    failed = len(unread) - waits
    parts = []
    if failed:
        parts.append(counted(failed, "{n} document was not read", "{n} documents were not read"))
    if waits and failed:
        parts.append(counted(waits, "{n} waits", "{n} wait"))
    elif waits:
        parts.append(
            counted(waits, "{n} document waits to be read", "{n} documents wait to be read")
        )
    return " · ".join(parts)


def source_kind(kind: SourceKind) -> str:
    """Return what sort of text it is."""
    return tr(_KINDS[kind])


def set_aside(kind: PassageKind) -> str:
    """Return why a passage is set aside."""
    return tr(_SET_ASIDE.get(kind, kind.value))


def names(actors: dict[str, Actor], ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of Actors; one that is not in the Library goes by its id."""
    return tuple(actors[one].name if one in actors else one for one in ids)
