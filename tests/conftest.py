"""What every test gets: its own settings and data folders, no screen, the program's own font."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
PER_TEST = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session", autouse=True)
def _cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache folder for the whole run: fontconfig would fill a new one for every test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def isolated(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Path:
    """Give the test its own settings and data folders; the person's own are never touched.

    platformdirs and Qt both follow XDG on Linux. Elsewhere Qt has its test mode; on Linux that mode
    would leave XDG aside and keep one folder for all tests.
    """
    home = tmp_path_factory.mktemp("home")
    for name in PER_TEST:
        monkeypatch.setenv(name, str(home / name.lower()))
    if "PySide6.QtCore" in sys.modules or {"qtbot", "qapp"} & set(request.fixturenames):
        _isolate_qt(home)
    return home


def _isolate_qt(home: Path) -> None:
    """Send QSettings and QStandardPaths to the test's folder."""
    from PySide6.QtCore import QSettings, QStandardPaths

    QStandardPaths.setTestModeEnabled(sys.platform != "linux")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    scope = QSettings.Scope.UserScope
    QSettings.setPath(QSettings.Format.IniFormat, scope, str(home / "settings"))


@pytest.fixture(scope="session")
def qapp(qapp):
    """Give the application that pytest-qt makes our own font, where resources/fonts has one."""
    from PySide6.QtGui import QFont, QFontDatabase

    fonts = sorted((ROOT / "resources" / "fonts").rglob("*Sans*Regular*.?tf"))
    families = [
        family
        for font in fonts
        for family in QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFont(str(font))
        )
    ]
    if families:
        qapp.setFont(QFont(families[0], 10))
    return qapp


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of material kept beside the project, or skip the test without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the material that is kept beside the project, in ../shared")
    return folder
