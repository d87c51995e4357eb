"""Import: a Job reads and writes on its own way to the Library, and the desk takes it over."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError
from briefing.model.imports import Unread
from briefing.model.progress import Progress
from briefing.workspace import Imported
from ui.i18n import tr
from ui.session.jobs import Jobs
from ui.session.session import Session

_Work = Callable[[Path, Progress], Imported]


class Importer(QObject):
    """Brings documents into the open Library, one import at a time.

    While one is under way the Session refuses other Edits of what is in the Library: the import
    reckons with it. When it is stopped, what was read stays and the rest waits. When another
    Library is opened the import ends by itself, and whoever comes back meanwhile waits for that.
    """

    finished = Signal(object)  # an ImportReport
    failed = Signal(object)  # the error that it came to nothing by

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._ended: dict[Path, Event] = {}
        session.library_changed.connect(self._on_library)

    def start(self, paths: Sequence[Path], *, undoable: bool = True) -> None:
        """Read files or folders."""
        if paths:
            work = self._session.use_cases.import_files
            self._begin(lambda path, tell: work(path, tuple(paths), tell), undoable=undoable)

    def go_on(self, unread: Sequence[Unread]) -> None:
        """Read what waits, or try again what failed."""
        if unread:
            work = self._session.use_cases.import_unread
            self._begin(lambda path, tell: work(path, tuple(unread), tell))

    def start_text(self, text: str, name: str) -> None:
        """Make a Source of copied text."""
        work = self._session.use_cases.import_text
        self._begin(lambda path, tell: work(path, text, name, tell))

    def start_page(self, address: str) -> None:
        """Fetch one page from the web and make a Source of it."""
        work = self._session.use_cases.import_page
        # Bytes are counted while it is fetched, which say nothing to a person.
        self._begin(
            lambda path, tell: work(path, address, lambda _done, _total, _note="": tell(0, 0)),
            label=tr("Fetching {address}…", address=address),
        )

    def _begin(self, work: _Work, *, undoable: bool = True, label: str = "") -> None:
        path = self._session.path
        if not path or self._jobs.busy:
            return
        ended = self._ended[path] = Event()
        self._session.hold(tr("Sources are being read."))
        self._jobs.start(
            partial(_until_it_ends, partial(work, path), ended),
            partial(self._take_over, path, undoable),
            self._on_failed,
            label=label or tr("Reading sources…"),
            keep=True,
        )

    def _take_over(self, path: Path, undoable: bool, imported: Imported) -> None:
        session = self._session
        if path != session.path:
            return  # another Library was opened meanwhile, and is not held for this one
        session.hold("")
        try:
            session.take_over(imported, undoable=undoable)
        except BriefingError as error:
            session.errors.tell(error)
            return
        self.finished.emit(imported.report)

    def _on_failed(self, error: BaseException) -> None:
        self._session.hold("")
        self._session.errors.tell(error)
        self.failed.emit(error)

    def _on_library(self) -> None:
        """Wait for an import into this Library that was left when another one was opened."""
        path = self._session.path
        ended = self._ended.get(path) if path else None
        if not path or not ended or ended.is_set():
            return
        self._session.hold(tr("An import that was stopped is coming to its end."))
        self._jobs.start(
            partial(_wait_for, ended),
            lambda _value: self._open_again(path),
            self._on_failed,
            label=tr("Keeping what was read…"),
            keep=True,
        )

    def _open_again(self, path: Path) -> None:
        try:
            self._session.open(path)
        except BriefingError as error:
            self._session.errors.tell(error)


def _until_it_ends(work: Callable[[Progress], Imported], ended: Event, tell: Progress) -> Imported:
    try:
        return work(tell)
    finally:
        ended.set()


def _wait_for(ended: Event, _tell: Progress) -> None:
    ended.wait()
