"""The desk for tests: on a stand-in for the domain, or on the real one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from stand_in import Answers, StandIn

from ui.session.settings import Settings
from ui.session.use_cases import UseCases, real_use_cases
from ui.theme.style import Style
from ui.widgets.detail_dialog import DetailDialog
from ui.wiring.connect import connected_desk
from ui.wiring.desk import Desk


@pytest.fixture(autouse=True)
def _no_long_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview waits for a pause in the edits; here the end of the event loop's turn will do."""
    monkeypatch.setattr("ui.pages.briefing.presenter._PAUSE_MS", 1)


@pytest.fixture
def domain(tmp_path: Path) -> StandIn:
    return StandIn(tmp_path)


def as_use_cases(domain: StandIn) -> UseCases:
    return UseCases(**{name: getattr(domain, name) for name in UseCases.__slots__})


@pytest.fixture(scope="session")
def style(qapp: QApplication) -> Style:
    return Style(qapp, "light")


@pytest.fixture
def make_desk(qtbot, qapp: QApplication, style: Style) -> Iterator[Callable[[UseCases], Desk]]:
    """Return a function that opens a desk; each is closed at the end of the test."""
    QCoreApplication.setOrganizationName("aide-memoire")
    QCoreApplication.setApplicationName("aide-memoire")
    made: list[Desk] = []

    def make(use_cases: UseCases) -> Desk:
        desk = connected_desk(use_cases, Settings(), style, "1.2.3")
        desk.files = Answers()
        made.append(desk)
        desk.window.show()
        return desk

    yield make
    for desk in made:
        desk.window.close()
        shiboken6.delete(desk.window)
        shiboken6.delete(desk)


@pytest.fixture
def empty_desk(make_desk, domain: StandIn) -> Desk:
    """A desk with no Library open."""
    return make_desk(as_use_cases(domain))


@pytest.fixture
def desk(empty_desk: Desk, qtbot) -> Desk:
    """A desk on the stand-in's sample Library, its first preview composed."""
    with qtbot.waitSignals([empty_desk.importer.finished, empty_desk.briefing.composed]):
        empty_desk.library.start(None)
    return empty_desk


@pytest.fixture
def real() -> UseCases:
    return real_use_cases()


def dialog(desk: Desk) -> DetailDialog:
    """Return the dialog that is open."""
    found = [one for one in desk.window.findChildren(DetailDialog) if one.isVisible()]
    assert len(found) == 1, "one dialog is open"
    return found[0]


def settle(desk: Desk, qtbot) -> None:
    """Wait until no labelled work is under way, and what it brought is shown."""
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=15_000)
