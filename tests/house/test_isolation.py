"""No test touches the settings and data of the person who runs it."""

from pathlib import Path

import pytest

from briefing import paths


def test_own_data_lies_in_the_test_folder(isolated: Path):
    assert paths.user_data().is_relative_to(isolated)


def test_qt_settings_lie_in_the_test_folder(isolated: Path, qapp):
    from PySide6.QtCore import QSettings

    scope = QSettings.Scope.UserScope
    settings = QSettings(QSettings.Format.IniFormat, scope, "aide-memoire", "test")
    settings.setValue("size", 3)
    settings.sync()
    assert Path(settings.fileName()).is_relative_to(isolated)
    assert "size=3" in Path(settings.fileName()).read_text("utf-8")


@pytest.mark.parametrize("kind", ["AppDataLocation", "ConfigLocation", "GenericDataLocation"])
def test_qt_folders_lie_apart(isolated: Path, qapp, kind: str):
    from PySide6.QtCore import QStandardPaths

    where = QStandardPaths.writableLocation(getattr(QStandardPaths.StandardLocation, kind))
    assert Path(where).is_relative_to(isolated) or "qttest" in where
