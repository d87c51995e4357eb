"""The composition root: reads the command line, makes every part of the desk and runs it."""

import argparse
import sys
from importlib import metadata
from pathlib import Path

_PROGRAM = "aide-memoire"


def version() -> str:
    """Return the version that is installed."""
    try:
        return metadata.version(_PROGRAM)
    except metadata.PackageNotFoundError:
        return "(version not known)"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Prepare a fully sourced briefing for a meeting between states.",
    )
    parser.add_argument(
        "library", nargs="?", type=Path, help="the Library to open; the last one without it"
    )
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {version()}")
    return parser


def main(argv: list[str] | None = None) -> int:
    """Run the desk; --help and --version are answered before Qt is loaded. Return the exit code."""
    asked = _parser().parse_args(argv).library
    return _run(asked.resolve() if asked else None)


def _run(asked: Path | None) -> int:
    # The one place that loads Qt late: a question on the command line should not wait for it.
    from PySide6.QtCore import QSettings, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.session.settings import Settings  # noqa: PLC0415
    from ui.session.use_cases import real_use_cases  # noqa: PLC0415
    from ui.theme.icons import app_icon  # noqa: PLC0415
    from ui.theme.style import Style  # noqa: PLC0415
    from ui.wiring.connect import connected_desk  # noqa: PLC0415

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    app = QApplication(sys.argv[:1])
    app.setOrganizationName(_PROGRAM)
    app.setApplicationName(_PROGRAM)
    app.setDesktopFileName(_PROGRAM)
    app.setWindowIcon(app_icon())
    settings = Settings(app)
    style = Style(app, settings.text("appearance", "system"))
    desk = connected_desk(real_use_cases(), settings, style, version())
    desk.errors.catch_everything()
    desk.window.show()
    # The window is painted first; the Library, and what it takes to read it, comes after.
    QTimer.singleShot(0, lambda: desk.library.start(asked))
    return app.exec()
