"""Decides what the list of Sources shows, and how Sources come in and go."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError
from briefing.model.evidence import Evidence
from briefing.model.ids import SourceId
from ui.i18n import tr
from ui.pages.sources.columns import SourceRow, rows
from ui.session.importer import Importer, ImportReport
from ui.session.jobs import Jobs
from ui.session.session import Session

_NAME_LENGTH = 60


class SourcesPresenter(QObject):
    """Fills the page and does what it asks for."""

    shown = Signal(object)  # tuple[SourceRow, ...]
    import_allowed = Signal(str)  # why not; empty when it is
    reader_requested = Signal(str, str)  # Source, Sentence ("" for the beginning)

    def __init__(self, session: Session, importer: Importer, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        self._jobs = jobs
        self._pasted: Path | None = None
        self._last: Evidence | None = None
        session.changed.connect(self._on_changed)
        jobs.busy_changed.connect(self._on_busy)
        importer.finished.connect(self._on_imported)

    def start_import(self, paths: Sequence[Path]) -> None:
        """Bring files or folders in."""
        self._importer.start(paths)

    def paste(self, text: str) -> None:
        """Make a Source of text from the clipboard: it goes in as a text file of its own."""
        if not text.strip():
            self._session.errors.tell(
                BriefingError("The clipboard holds no text.", "Copy the text of a report first.")
            )
            return
        folder = Path(tempfile.mkdtemp(prefix="pasted-"))
        first = next(line for line in text.splitlines() if line.strip())
        name = re.sub(r"[^\w -]+", "", first).strip()[:_NAME_LENGTH] or tr("Pasted text")
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        self._pasted = folder
        self._importer.start((path,))

    def remove(self, sources: Sequence[SourceRow]) -> None:
        """Take Sources out of the Library, with the Findings from them."""
        snapshot = self._session.snapshot
        if not snapshot or not sources:
            return
        ids = [SourceId(row.source.id) for row in sources]
        try:
            edit = self._session.use_cases.plan_removal(ids, snapshot)
        except BriefingError as error:
            self._session.errors.tell(error)
            return
        self._session.do_or_tell(edit)

    def read(self, row: SourceRow) -> None:
        """Open a Source in the reader."""
        self.reader_requested.emit(row.source.id, "")

    def why_not(self) -> str:
        """Say why nothing can be imported now; empty when it can."""
        if not self._session.path:
            return tr("Open or make a Library first")
        return tr("Wait until the work under way is finished") if self._jobs.busy else ""

    def _on_changed(self, _kinds: object) -> None:
        evidence = self._session.evidence
        if evidence != self._last:
            self._last = evidence
            self.shown.emit(rows(evidence))
        self.import_allowed.emit(self.why_not())

    def _on_busy(self, busy: bool) -> None:
        self.import_allowed.emit(self.why_not())
        if not busy and self._pasted:
            shutil.rmtree(self._pasted, ignore_errors=True)
            self._pasted = None

    def _on_imported(self, _report: ImportReport) -> None:
        self.import_allowed.emit(self.why_not())
