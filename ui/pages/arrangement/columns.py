"""The outline and the own texts as rows: Sections of the template in the Document's order."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.document.blocks import Slot
from briefing.document.document import Document
from briefing.model.briefing import Briefing, Template
from ui.i18n import tr
from ui.widgets.record_model import Look, Order


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A Section of the template and whether it is in the Briefing."""

    place: int
    section: str
    heading: str
    optional: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A place for the analyst's own words: what is asked for, and what was written."""

    key: str
    prompt: str
    text: str


def outline(template: Template | None, briefing: Briefing) -> tuple[OutlineRow, ...]:
    """Return a row for each Section."""
    if not template:
        return ()
    return tuple(
        OutlineRow(
            place, one.section, one.heading, one.optional, one.section not in briefing.left_out
        )
        for place, one in enumerate(template.sections)
    )


def slots(document: Document, briefing: Briefing) -> tuple[SlotRow, ...]:
    """Return a row for each Slot of the Document; the text is the Briefing's, which is fresher."""
    own = {one.slot: one.text for one in briefing.own_texts}
    found = [block for block in document.blocks if isinstance(block, Slot)]
    return tuple(SlotRow(one.key, one.prompt, own.get(one.key, "")) for one in found)


def template_of(templates: Sequence[Template], briefing: Briefing) -> Template | None:
    """Return the Briefing's template."""
    return next((one for one in templates if one.id == briefing.template), None)


def _locked(row: OutlineRow) -> str:
    return "" if row.optional else tr("This section is always part of the template")


OUTLINE_LOOK: Look[OutlineRow] = Look(
    key=lambda row: row.section,
    title=lambda row: row.heading,
    detail=lambda row: "",
    badge=lambda row: "" if row.optional else tr("always"),
    tip=lambda row: _locked(row) or tr("Tick to print this section; click to see it"),
    words=lambda row: row.heading,
    checked=lambda row: row.shown,
    locked=_locked,
    orders=(Order("Order of the briefing", lambda row: row.place),),
)
