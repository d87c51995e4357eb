"""What the desk remembers between two starts: recent Libraries, folders, the window's shape."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

RECENT_LIMIT = 8


class Settings(QObject):
    """Typed access to one QSettings; organisation and application name are set by the app."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # With names given to the constructor, QSettings would ignore the default format and path.
        self._kept = QSettings(self)

    def recent(self) -> tuple[Path, ...]:
        """Return the Libraries opened last, latest first; those that are gone are left out."""
        kept = self._kept.value("recent", [])
        named = [kept] if isinstance(kept, str) else (kept if isinstance(kept, list) else [])
        return tuple(path for path in map(Path, named) if path.exists())

    def remember_library(self, path: Path) -> None:
        """Put a Library at the head of the recent ones and make it the one for the next start."""
        others = [str(other) for other in self.recent() if other != path]
        self._kept.setValue("recent", [str(path), *others][:RECENT_LIMIT])
        self._kept.setValue("last_library", str(path))

    def forget_recent(self) -> None:
        """Empty the list of recent Libraries."""
        self._kept.setValue("recent", [])

    def last_library(self) -> Path | None:
        """Return the Library that was open last, whether or not it is still there."""
        path = self.text("last_library")
        return Path(path) if path else None

    def text(self, key: str, default: str = "") -> str:
        """Return a kept text."""
        value = self._kept.value(key, default)
        return value if isinstance(value, str) else default

    def keep_text(self, key: str, value: str) -> None:
        """Keep a text."""
        self._kept.setValue(key, value)

    def folder(self, key: str) -> Path:
        """Return a kept folder, or the person's own when it is gone or never was."""
        folder = self.text(f"folder/{key}")
        return Path(folder) if folder and Path(folder).is_dir() else Path.home()

    def keep_folder(self, key: str, folder: Path) -> None:
        """Keep a folder for the next dialog of that sort."""
        self.keep_text(f"folder/{key}", str(folder))

    def shape(self, key: str) -> QByteArray | None:
        """Return a kept geometry or state of a window or splitter."""
        value = self._kept.value(f"shape/{key}")
        return value if isinstance(value, QByteArray) else None

    def keep_shape(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or state."""
        self._kept.setValue(f"shape/{key}", value)

    def dismissed(self, note: str) -> bool:
        """Tell whether the person has closed this note for good."""
        return self.text(f"dismissed/{note}") == "yes"

    def dismiss(self, note: str) -> None:
        """Never show this note again."""
        self.keep_text(f"dismissed/{note}", "yes")
