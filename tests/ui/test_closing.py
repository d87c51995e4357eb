"""The end: the window goes at once, a file half written is finished, nothing else is waited for."""

import subprocess
import sys
import threading
from pathlib import Path

# A composition in pure Python that never ends, as one of a very large Library nearly does.
ENDLESS = """
import sys, threading
from pathlib import Path
sys.path[:0] = {paths!r}
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from conftest import as_use_cases
from stand_in import StandIn
from ui.session.settings import Settings
from ui.theme.style import Style
from ui.wiring.connect import connected_desk

started = threading.Event()

def endless(evidence, briefing):
    started.set()
    while True:
        sum(range(1000))

home = Path({home!r})
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home))
app = QApplication([])
app.setOrganizationName("test")
domain = StandIn(home)
domain.compose = endless
desk = connected_desk(as_use_cases(domain), Settings(app), Style(app, "light"), "1")
desk.window.show()
desk.library.start(None)
timer = QTimer()

def close_when_started():
    if started.is_set():
        timer.stop()
        print("closing", desk.window.close(), desk.window.isVisible(), flush=True)

timer.timeout.connect(close_when_started)
timer.start(10)
code = app.exec()
print("left", code, desk.session.path, flush=True)
sys.exit(code)
"""


def test_the_program_ends_though_a_composition_never_does(tmp_path: Path):
    paths = [str(Path(__file__).parent), *sys.path]
    done = subprocess.run(
        [sys.executable, "-c", ENDLESS.format(paths=paths, home=str(tmp_path))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["closing True False", "left 0 None"], done.stderr
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_being_written_is_finished(desk, domain, tmp_path: Path, qtbot):
    domain.gate.clear()
    seen = []
    write = domain.export

    def watched(document, path):
        started.set()
        write(document, path)
        seen.append(desk.window.isHidden())

    started = threading.Event()
    object.__setattr__(desk.session.use_cases, "export", watched)
    desk.files.new_file = tmp_path / "out.docx"
    desk.exports[0].trigger()
    qtbot.waitUntil(started.is_set)
    assert not desk.window.strip.stop_button.isVisible(), "a file half written is not left"
    threading.Timer(0.05, domain.gate.set).start()
    desk.window.close()
    assert desk.files.new_file.read_text("utf-8") == "Untitled"
    assert seen == [True], "the window was gone before the file was finished"


def test_an_export_that_is_not_yet_writing_is_left(desk, domain, tmp_path: Path):
    let_go, compose = threading.Event(), domain.compose

    def slow(evidence, briefing):
        let_go.wait(20)
        return compose(evidence, briefing)

    object.__setattr__(desk.session.use_cases, "compose", slow)
    desk.files.new_file = tmp_path / "out.docx"
    desk.exports[0].trigger()
    desk.window.close()
    let_go.set()
    assert domain.exported == []
    assert not desk.files.new_file.exists()


def test_an_export_goes_on_when_another_library_is_opened(desk, domain, tmp_path, qtbot):
    domain.gate.clear()
    desk.files.new_file = tmp_path / "out.docx"
    desk.exports[0].trigger()
    qtbot.waitUntil(lambda: any(job.writes for job in desk.jobs._open))
    desk.library.make(tmp_path / "other.aidememo")
    with qtbot.waitSignal(desk.export.exported):
        domain.gate.set()
    assert desk.files.new_file.exists()
