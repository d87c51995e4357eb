"""The platform's own dialogs for choosing files, handed in so that a test can answer them."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice(QObject):
    """Asks the person for paths. The platform warns before a file is replaced."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_files(self, title: str, folder: Path, pattern: str) -> tuple[Path, ...]:
        """Ask for files to read; empty when the person thinks better of it."""
        names, _ = QFileDialog.getOpenFileNames(self._window, title, str(folder), pattern)
        return tuple(Path(name) for name in names)

    def ask_folder(self, title: str, folder: Path) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._window, title, str(folder))
        return Path(name) if name else None

    def ask_file(self, title: str, folder: Path, pattern: str) -> Path | None:
        """Ask for one file that is there."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), pattern)
        return Path(name) if name else None

    def ask_new_file(self, title: str, proposed: Path, pattern: str) -> Path | None:
        """Ask where to write; the proposed suffix is added when none was typed."""
        dialog = QFileDialog(self._window, title, str(proposed.parent), pattern)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
        dialog.selectFile(proposed.name)
        accepted = dialog.exec()
        names = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(names[0]) if accepted and names else None

    def show(self, path: Path) -> None:
        """Open a file or folder with the program that the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
