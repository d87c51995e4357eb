"""Errors are told in words, once, with details to copy."""

import sys

from conftest import dialog

from briefing.model.errors import BriefingError, Cancelled
from ui.session.errors import ErrorDesk, in_words


def test_a_briefing_error_shows_message_and_hint():
    told = in_words(BriefingError("{n} is wrong.", "Do this.", n="It"))
    assert (told.message, told.hint, told.details) == ("It is wrong.", "Do this.", "")


def test_what_is_unexpected_is_told_in_general_words_with_details():
    told = in_words(ZeroDivisionError("by zero"))
    assert "did not expect" in told.message
    assert "ZeroDivisionError" in told.details


def test_stopped_work_is_no_error(qtbot):
    desk = ErrorDesk()
    with qtbot.assertNotEmitted(desk.told):
        desk.tell(Cancelled("Stopped."))


def test_what_no_one_caught_is_told_in_a_dialog(desk, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    desk.errors.catch_everything()
    error = ValueError("odd")
    sys.excepthook(ValueError, error, None)
    assert "odd" in dialog(desk).details
