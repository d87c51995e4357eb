"""Decides what can be arranged: title, meeting, template, outline, own texts; each an Edit."""

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from briefing.document.document import Document
from briefing.model.briefing import Briefing, Meeting, OwnText, Template
from briefing.model.errors import BriefingError
from ui.i18n import tr
from ui.pages.arrangement.columns import OutlineRow, SlotRow, outline, slots, template_of
from ui.session.session import Session


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the page shows."""

    briefing: Briefing
    templates: tuple[Template, ...]
    outline: tuple[OutlineRow, ...]


class ArrangementPresenter(QObject):
    """Fills the page and turns what is typed into Edits."""

    shown = Signal(object)  # an Arrangement, or None when no Briefing is on the desk
    slots_shown = Signal(object)  # tuple[SlotRow, ...], or None while it is not composed
    title_suggested = Signal(str)  # what the Briefing is called when it has no title of its own
    section_requested = Signal(str)  # the heading to go to

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._templates: tuple[Template, ...] = ()
        self._document: Document | None = None
        self._slots: tuple[SlotRow, ...] | None = None
        session.changed.connect(self._on_changed)

    def set_title(self, text: str) -> None:
        """Name the Briefing."""
        self._session.revise(tr("Change title"), merge="title", title=text.strip())

    def set_marking(self, text: str) -> None:
        """Set what is printed at the top and bottom of every page."""
        self._session.revise(tr("Change marking"), merge="marking", marking=text.strip())

    def set_meeting_text(self, field: str, text: str) -> None:
        """Fill a field of the meeting: title, place, for_whom or prepared_by."""
        self._revise_meeting(field, text.strip())

    def set_meeting_date(self, date: dt.date | None) -> None:
        """Set or empty the day of the meeting."""
        self._revise_meeting("date", date)

    def set_template(self, template: str) -> None:
        """Take another template; Sections that it has not are not left out of it."""
        self._session.revise(tr("Change template"), template=template)

    def show_section(self, row: OutlineRow, wanted: bool) -> None:
        """Switch a Section on or off."""
        briefing = self._session.briefing
        if not briefing:
            return
        others = tuple(one for one in briefing.left_out if one != row.section)
        left_out = others if wanted else (*others, row.section)
        label = tr("Show section") if wanted else tr("Leave out section")
        self._session.revise(label, left_out=left_out)

    def set_own_text(self, slot: str, text: str) -> None:
        """Write the analyst's own words into a Slot; empty words empty it."""
        briefing = self._session.briefing
        if not briefing:
            return
        others = [one for one in briefing.own_texts if one.slot != slot]
        kept = [*others, OwnText(slot, text.strip())] if text.strip() else others
        ordered = tuple(sorted(kept, key=lambda one: one.slot))
        self._session.revise(tr("Write own text"), merge=f"own/{slot}", own_texts=ordered)

    def leave_field(self) -> None:
        """Let what comes next be another Edit: the person is done with a field."""
        self._session.seal()

    def go_to(self, row: OutlineRow) -> None:
        """Show a Section in the preview."""
        self.section_requested.emit(row.heading)

    def on_cleared(self) -> None:
        """Forget the Document: it is not of the Briefing that is on the desk now."""
        self._document = None
        self.title_suggested.emit("")
        self.slots_shown.emit(None)

    def on_composed(self, document: Document) -> None:
        """Learn which Slots the Document has."""
        self._document = document
        self.title_suggested.emit(document.title)
        self._show_slots()

    def _revise_meeting(self, field: str, value: object) -> None:
        briefing = self._session.briefing
        if not briefing:
            return
        fields: dict[str, object] = {field: value}
        meeting: Meeting = replace(briefing.meeting, **fields)  # type: ignore[arg-type]
        self._session.revise(tr("Change meeting"), merge=f"meeting/{field}", meeting=meeting)

    def _on_changed(self, _kinds: object) -> None:
        briefing = self._session.briefing
        if not briefing:
            self.shown.emit(None)
            return
        self._load_templates()
        template = template_of(self._templates, briefing)
        self.shown.emit(Arrangement(briefing, self._templates, outline(template, briefing)))
        self._show_slots()

    def _load_templates(self) -> None:
        """Read them once; a mistake in one is told when it is met, and again at the next need."""
        if self._templates:
            return
        try:
            self._templates = self._session.use_cases.templates()
        except BriefingError as error:
            self._session.errors.tell(error)

    def _show_slots(self) -> None:
        briefing = self._session.briefing
        if briefing and self._document:
            self.slots_shown.emit(slots(self._document, briefing))
