"""Decides which Library is open: the one asked for, the last one, or the sample the first time."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError, LibraryError
from ui.i18n import counted, tr
from ui.session.importer import Importer
from ui.session.session import Session

SAMPLE_NOTE = "sample"


class LibraryPresenter(QObject):
    """Opens and makes Libraries; an error leaves open what was open."""

    opened = Signal(str)  # the Library's name
    sample_opened = Signal()
    counts_shown = Signal(str)

    def __init__(self, session: Session, importer: Importer, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._importer = importer
        session.library_changed.connect(self._on_opened)
        session.changed.connect(self._on_changed)

    def start(self, asked: Path | None) -> None:
        """Open what the program starts with."""
        last = self._session.settings.last_library()
        if asked:
            self.open(asked, create=not asked.exists() and asked.suffix == self.suffix)
        elif last:
            self.open(last)
        else:
            self.open_sample()
        if not self._session.path:
            self._session.changed.emit(frozenset())  # lets every page say that it is empty

    @property
    def suffix(self) -> str:
        """How the name of a Library file ends."""
        return self._session.use_cases.sample_library().suffix

    def open(self, path: Path, *, create: bool = False) -> bool:
        """Open a Library and tell whether it is open; an error is told in words."""
        if path == self._session.path:
            return True
        try:
            if not create and not path.exists():
                raise LibraryError(
                    "The Library {path} is not there any more.",
                    "Open it from where it is now, or open another: File, Open Library.",
                    path=path,
                )
            self._session.open(path, create=create)
        except BriefingError as error:
            self._session.errors.tell(error)
            return False
        return True

    def make(self, path: Path) -> None:
        """Make a new, empty Library; one that is there already is never replaced."""
        if path.exists():
            self._session.errors.tell(
                LibraryError(
                    "{name} is there already, and nothing was changed.",
                    "Open it, or choose another name for the new Library.",
                    name=path.name,
                )
            )
            return
        self.open(path, create=True)

    def open_sample(self) -> None:
        """Open the sample Library; the first time, read its reports in."""
        path = self._session.use_cases.sample_library()
        if not self._make_folder(path.parent) or not self.open(path, create=True):
            return
        if not self._session.evidence.sources:
            self._importer.start(self._session.use_cases.seed_reports(), undoable=False)

    def _make_folder(self, folder: Path) -> bool:
        """Make the folder that the sample is kept in: the person did not choose it."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            told = LibraryError(
                "The folder {folder} cannot be made.",
                "Make a new Library in a folder of your own: File, New Library.",
                folder=folder,
            )
            told.__cause__ = error
            self._session.errors.tell(told)
            return False
        return True

    def recent(self) -> tuple[Path, ...]:
        """Return the Libraries opened last, without the one that is open."""
        return tuple(p for p in self._session.settings.recent() if p != self._session.path)

    def forget_recent(self) -> None:
        """Empty the list of recent Libraries."""
        self._session.settings.forget_recent()

    def dismiss_sample_note(self) -> None:
        """Do not explain the sample Library again."""
        self._session.settings.dismiss(SAMPLE_NOTE)

    def _on_opened(self) -> None:
        path = self._session.path
        if not path:
            return
        self.opened.emit(path.stem)
        is_sample = path == self._session.use_cases.sample_library()
        if is_sample and not self._session.settings.dismissed(SAMPLE_NOTE):
            self.sample_opened.emit()

    def _on_changed(self, _kinds: object) -> None:
        if not self._session.path:
            self.counts_shown.emit(tr("No Library is open"))
            return
        evidence = self._session.evidence
        parts = (
            counted(len(evidence.sources), "{n} source", "{n} sources"),
            counted(len(evidence.events), "{n} event", "{n} events"),
            counted(len(evidence.statements), "{n} statement", "{n} statements"),
        )
        self.counts_shown.emit(" · ".join(parts))
