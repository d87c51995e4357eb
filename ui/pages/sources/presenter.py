"""Decides what the list of Sources shows, and how Sources come in and go."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError
from briefing.model.evidence import Evidence
from briefing.model.ids import SourceId
from ui.i18n import counted, tr
from ui.pages.sources.columns import SourceRow, rows
from ui.session.importer import Importer
from ui.session.planner import Planner
from ui.session.session import Session
from ui.session.words import unread_summary

_NAME_LENGTH = 60


class SourcesPresenter(QObject):
    """Fills the page and does what it asks for."""

    shown = Signal(object)  # tuple[SourceRow, ...]
    unread_shown = Signal(str)  # how much was not read; empty when all was
    import_allowed = Signal(str)  # why not; empty when it is
    reader_requested = Signal(str, str)  # Source, Sentence ("" for the beginning)
    details_requested = Signal(str)  # a Source

    def __init__(
        self, session: Session, importer: Importer, planner: Planner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        self._planner = planner
        self._last: Evidence | None = None
        session.changed.connect(self._on_changed)
        planner.allowed.connect(self.import_allowed)

    def start_import(self, paths: Sequence[Path]) -> None:
        """Bring files or folders in."""
        self._importer.start(paths)

    def paste(self, text: str) -> None:
        """Make a Source of text from the clipboard, named after its first words."""
        if not text.strip():
            self._session.errors.tell(
                BriefingError("The clipboard holds no text.", "Copy the text of a report first.")
            )
            return
        first = next(line for line in text.splitlines() if line.strip())
        words = " ".join(re.sub(r"[^\w -]+", " ", first).split())
        name = words[:_NAME_LENGTH].strip() or tr("Pasted text")
        self._importer.start_text(text, f"{name}.txt")

    def remove(self, sources: Sequence[SourceRow]) -> None:
        """Take Sources out of the Library, with the Findings from them."""
        ids = tuple(SourceId(row.source.id) for row in sources)
        if ids:
            plan = self._session.use_cases.plan_removal
            self._planner.start(
                partial(plan, ids), counted(len(ids), "Remove {n} source", "Remove {n} sources")
            )

    def read(self, row: SourceRow) -> None:
        """Open a Source in the reader."""
        self.reader_requested.emit(row.source.id, "")

    def ask_details(self, row: SourceRow) -> None:
        """Ask for what is known of a Source."""
        self.details_requested.emit(row.source.id)

    def why_not(self) -> str:
        """Say why nothing can be imported or removed now; empty when it can."""
        return self._planner.why_not()

    def _on_changed(self, _kinds: object) -> None:
        evidence, snapshot = self._session.evidence, self._session.snapshot
        if evidence != self._last:
            self._last = evidence
            self.shown.emit(rows(evidence))
        self.unread_shown.emit(unread_summary(snapshot.unread) if snapshot else "")
        self.import_allowed.emit(self.why_not())
