"""A Briefing: what a person arranges; and the Dossier it is composed from."""

import datetime as dt
from dataclasses import dataclass

from briefing.model.evidence import Evidence
from briefing.model.ids import BriefingId, EventId, IssueId


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a Briefing prepares; every field is the analyst's to fill."""

    title: str = ""
    date: dt.date | None = None
    place: str = ""
    for_whom: str = ""
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class OwnText:
    """The analyst's own words in one Slot, named by the Slot's key."""

    slot: str
    text: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a person chose and arranged.

    ``events`` and ``issues`` are the choice, in the order shown. ``left_out`` names the Sections of
    the template that are switched off. ``template`` is a file in resources/templates, less ".toml".
    ``marking`` is printed on every page, top and bottom, as typed.
    """

    id: BriefingId
    title: str
    template: str
    events: tuple[EventId, ...] = ()
    issues: tuple[IssueId, ...] = ()
    left_out: tuple[str, ...] = ()
    meeting: Meeting = Meeting()
    own_texts: tuple[OwnText, ...] = ()
    marking: str = ""


@dataclass(frozen=True, slots=True)
class Dossier:
    """The frozen part of a Library that one Briefing is composed from."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """One Section of a template: which composer writes it, under which heading."""

    section: str
    heading: str
    optional: bool = True


@dataclass(frozen=True, slots=True)
class Template:
    """Sections in order, as editable data in resources/templates."""

    id: str
    name: str
    description: str
    sections: tuple[TemplateSection, ...]
