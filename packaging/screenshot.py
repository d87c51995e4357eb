"""Takes a picture of the desk on the sample Library: ``python packaging/screenshot.py OUT.png``.

Runs without a screen, in a data folder of its own; the person's Libraries and settings are not
touched. ``--size 1400x900``, ``--theme light|dark`` and ``--tab 0..3`` choose what is seen,
``--note N`` opens the reader at the sentence of that note.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

_WAIT_MS = 60_000
_SETTLE_MS = 400


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Take a picture of the desk.")
    parser.add_argument("picture", type=Path)
    parser.add_argument("--size", default="1400x900")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--tab", type=int, default=1)
    parser.add_argument("--note", type=int, default=1)
    return parser.parse_args()


def go_offscreen(folder: Path) -> None:
    """Point Qt at a screen that is not there, and all data at a folder that will be gone."""
    screen = folder / "screen.json"
    one = {"name": "s", "x": 0, "y": 0, "width": 2560, "height": 1600, "logicalDpi": 96, "dpr": 1}
    screen.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())


def take(asked: argparse.Namespace) -> int:
    """Open the desk, wait for the first preview, save the picture; return the exit code."""
    # Qt reads the environment when it is loaded: not before it is set.
    from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415, TID251

    from ui.session.settings import Settings  # noqa: PLC0415
    from ui.session.use_cases import real_use_cases  # noqa: PLC0415
    from ui.theme.style import Style  # noqa: PLC0415
    from ui.wiring.connect import connected_desk  # noqa: PLC0415

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    app = QApplication(sys.argv[:1])
    app.setOrganizationName("aide-memoire")
    app.setApplicationName("aide-memoire")
    desk = connected_desk(real_use_cases(), Settings(), Style(app, asked.theme), "")
    troubles: list[object] = []
    loop = QEventLoop()
    desk.errors.told.connect(troubles.append)
    desk.errors.told.connect(loop.quit)
    desk.briefing.composed.connect(loop.quit)
    QTimer.singleShot(_WAIT_MS, loop.quit)
    desk.window.resize(*map(int, asked.size.split("x")))
    desk.window.show()
    QTimer.singleShot(0, lambda: desk.library.start(None))
    loop.exec()
    if troubles:
        print(troubles[0], file=sys.stderr)
        return 1
    if asked.note:
        desk.briefing.follow(f"cite:{asked.note}")
    desk.window.tabs.setCurrentIndex(asked.tab)
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()
    saved = desk.window.grab().save(str(asked.picture))
    desk.window.close()
    return 0 if saved else 1


if __name__ == "__main__":
    wanted = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        go_offscreen(Path(temporary))
        code = take(wanted)
    sys.exit(code)
