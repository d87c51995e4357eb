"""Decides how the Briefing on the desk becomes a file."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.document.document import Document
from briefing.model.progress import Progress
from ui.i18n import tr
from ui.session.jobs import Jobs
from ui.session.session import Session

_FOLDER = "export"
_NAME_LENGTH = 80
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ExportPresenter(QObject):
    """Composes afresh and writes, in the background; the preview may be a moment behind."""

    exported = Signal(object)  # the Path
    export_allowed = Signal(str)  # why not; empty when it is

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._composed = ""
        self._missing = ""  # why the preview shows no Document; empty when it shows one
        session.changed.connect(self._on_facts)
        jobs.busy_changed.connect(self._on_facts)

    def formats(self) -> tuple[tuple[str, str], ...]:
        """Return name and suffix of each format."""
        return self._session.use_cases.export_formats()

    def proposed(self, suffix: str) -> Path:
        """Return the file that the dialog proposes: the folder used last, the Briefing's title."""
        own = self._session.briefing.title if self._session.briefing else ""
        title = own or self._composed
        words = " ".join(_NOT_IN_NAMES.sub(" ", title).split())
        name = words.strip(" .")[:_NAME_LENGTH] or tr("Briefing")
        return self._session.settings.folder(_FOLDER) / f"{name}{suffix}"

    def export(self, path: Path) -> None:
        """Write the Briefing; the suffix of the path decides the format."""
        briefing = self._session.briefing
        if not briefing:
            return
        self._session.settings.keep_folder(_FOLDER, path.parent)
        label = tr("Writing {name}…", name=path.name)
        # Two Jobs: composing may be left at any moment, writing is always waited for.
        evidence, compose = self._session.evidence, self._session.use_cases.compose
        self._jobs.start(
            lambda _progress: compose(evidence, briefing),
            partial(self._write, path, label),
            self._session.errors.tell,
            label=label,
        )

    def on_composed(self, document: Document) -> None:
        """Learn the title that a Briefing without one of its own was given."""
        self._composed = document.title
        self._tell("")

    def on_composing(self) -> None:
        """Learn that there is no Document yet."""
        self._composed = ""
        self._tell(tr("Wait until the briefing is composed"))

    def on_cancelled(self) -> None:
        """Learn that there is to be none before the person asks for it."""
        self._tell(tr("Composing was cancelled: press Compose in the preview first"))

    def on_failed(self, message: str) -> None:
        """Learn why there is none."""
        self._tell(message)

    def why_not(self) -> str:
        """Say why nothing can be exported now; empty when it can."""
        briefing = self._session.briefing
        if not briefing:
            return tr("There is no briefing to export yet")
        if not briefing.events and not briefing.issues:
            return tr("Choose an event or an issue first")
        if self._jobs.busy:
            return tr("Wait until the work under way is finished")
        return self._missing

    def _write(self, path: Path, label: str, document: Document) -> None:
        export = self._session.use_cases.export

        def work(_progress: Progress) -> Path:
            export(document, path)
            return path

        self._jobs.start(
            work, self.exported.emit, self._session.errors.tell, label=label, writes=True
        )

    def _tell(self, missing: str) -> None:
        self._missing = missing
        self.export_allowed.emit(self.why_not())

    def _on_facts(self, _fact: object) -> None:
        self.export_allowed.emit(self.why_not())
