"""One page of the web: fetched when a person asks, and only that page."""

import pytest
from conftest import dialog, settle
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from test_import import titles

from ui.pages.web.dialog import WebDialog


def asked(desk) -> WebDialog:
    found = [one for one in desk.window.findChildren(WebDialog) if one.isVisible()]
    assert len(found) == 1, "one dialog is open"
    return found[0]


@pytest.mark.parametrize(
    ("copied", "proposed"),
    [
        ("https://example.org/news\n", "https://example.org/news"),
        ("http://example.org", "http://example.org"),
        ("example.org is a page", ""),
        ("ftp://example.org/x", ""),
        ("https://example.org and more", ""),
        ("", ""),
    ],
)
def test_an_address_that_was_copied_is_proposed(desk, copied, proposed):
    QGuiApplication.clipboard().setText(copied)
    desk.window.acts["import_page"].trigger()
    assert asked(desk).address.text() == proposed


def test_the_page_becomes_a_source(desk, domain, qtbot):
    QGuiApplication.clipboard().setText("")
    desk.window.acts["import_page"].trigger()
    shown = asked(desk)
    assert "nothing else leaves this machine" in " ".join(
        one.text() for one in shown.findChildren(QLabel)
    )
    assert not shown.fetch_button.isEnabled()
    qtbot.keyClicks(shown.address, "example.org/harbour")
    with qtbot.waitSignal(desk.importer.finished):
        shown.fetch_button.click()
    assert domain.fetched == ["https://example.org/harbour"]
    assert "harbour" in titles(desk)
    assert desk.session.undo_stack.undoText() == "Add sources"


def test_bytes_are_not_counted_while_it_is_fetched(desk, domain, qtbot):
    told = []
    desk.jobs.progressed.connect(lambda *args: told.append(args))
    desk.web.fetch("https://example.org/harbour")
    settle(desk, qtbot)
    assert {args[2] for args in told} == {0}
    assert told[0][0] == "Fetching https://example.org/harbour…"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Type or paste an address first"),
        ("ftp://example.org", "Only addresses that begin with https:// or http:// can be fetched"),
        ("harbour", "This is no address of a web page"),
        ("https://exa mple.org", "This is no address of a web page"),
        ("https://[broken", "This is no address of a web page"),
    ],
)
def test_what_is_no_address_is_not_fetched(desk, domain, typed, why):
    desk.window.address_dropped.emit(typed)
    shown = asked(desk)
    assert shown.trouble.text() == why
    assert shown.fetch_button.toolTip() == why
    desk.web.fetch(typed)
    assert not desk.jobs.busy
    assert domain.fetched == []


def test_an_error_is_told_in_words(desk, domain, qtbot):
    with qtbot.waitSignal(desk.errors.told):
        desk.web.fetch("https://example.org/missing")
    settle(desk, qtbot)
    assert dialog(desk).message == "“https://example.org/missing” is not there."
    assert desk.session.held == ""


def test_without_a_library_it_cannot_be_asked_for(empty_desk):
    empty_desk.library.start(empty_desk.session.path or __import__("pathlib").Path("/not/there"))
    action = empty_desk.window.acts["import_page"]
    assert not action.isEnabled()
    assert action.toolTip() == "Open or make a Library first"
