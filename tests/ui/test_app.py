"""The start: questions on the command line are answered before Qt is loaded."""

import subprocess
import sys

import pytest

CODE = """
import sys
from ui.app import main
try:
    main([{option!r}])
except SystemExit as end:
    print("rc", end.code, "PySide6" in sys.modules)
"""


@pytest.mark.parametrize(("option", "said"), [("--version", "aide-memoire"), ("--help", "Library")])
def test_questions_are_answered_without_qt(option: str, said: str):
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(option=option)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said in done.stdout
    assert done.stdout.rstrip().endswith("rc 0 False")


def test_the_window_takes_on_the_theme(desk):
    desk.style.appear("dark")
    dark = desk.style.theme
    assert desk.window.palette().window().color().name().upper() == dark.window
    assert desk.window.pages.reader._theme == dark
    desk.style.appear("light")
    assert desk.window.palette().window().color().name().upper() == desk.style.theme.window
    assert desk.style.theme != dark


def test_about_names_the_version(desk):
    from conftest import dialog

    desk.window.acts["about"].trigger()
    assert dialog(desk).message == "Aide-Mémoire 1.2.3"
