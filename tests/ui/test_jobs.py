"""Jobs: a value or an error comes home to the main thread, or nothing when stopped."""

import threading

import pytest

from briefing.model.errors import BriefingError
from ui.session.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop_everything()


def test_the_value_comes_home_to_the_main_thread(jobs, qtbot):
    seen = {}

    def work(progress):
        seen["worker"] = threading.current_thread()
        progress(1, 2, "half")
        return 42

    def then(value):
        seen.update(value=value, home=threading.current_thread())

    with qtbot.waitSignals([jobs.busy_changed, jobs.progressed]):
        jobs.start(work, then, pytest.fail, label="Counting")
    qtbot.waitUntil(lambda: "home" in seen)
    assert seen["value"] == 42
    assert seen["home"] is threading.main_thread()
    assert seen["worker"] is not threading.main_thread()
    assert not jobs.busy


def test_an_error_comes_home(jobs, qtbot):
    errors = []

    def work(_progress):
        raise BriefingError("no")

    jobs.start(work, pytest.fail, errors.append)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert str(errors[0]) == "no"


def test_stopped_work_delivers_nothing(jobs, qtbot):
    gate, calls = threading.Event(), []

    def work(progress):
        gate.wait(20)
        progress(1, 2)
        return 1

    jobs.start(work, calls.append, calls.append, label="Long")
    jobs.cancel()
    with qtbot.waitSignal(jobs.busy_changed):
        gate.set()
    assert calls == []


def test_a_value_that_is_ready_when_all_is_dropped_is_dropped_too(jobs, qtbot):
    calls, done = [], threading.Event()

    def work(_progress):
        done.set()
        return 1

    jobs.start(work, calls.append, calls.append)
    assert done.wait(20)
    jobs.stop_everything()
    qtbot.wait(30)
    assert calls == []


def test_what_writes_is_waited_for_and_the_rest_is_not(jobs):
    gate, endless, written = threading.Event(), threading.Event(), []

    def write(_progress):
        gate.wait(20)
        written.append(True)

    jobs.start(lambda _progress: endless.wait(20), pytest.fail, pytest.fail)
    jobs.start(write, pytest.fail, pytest.fail, label="Writing", writes=True)
    threading.Timer(0.05, gate.set).start()
    jobs.stop_everything()
    assert written == [True]
    assert not endless.is_set(), "the other still waits, and nobody for it"
    assert not jobs.busy
    endless.set()


def test_dropped_work_is_forgotten_at_once(jobs, qtbot):
    gate, calls = threading.Event(), []
    job = jobs.start(lambda _progress: gate.wait(20), calls.append, calls.append, label="Long")
    with qtbot.waitSignal(jobs.busy_changed) as told:
        jobs.drop(job)
    assert told.args == [False]
    gate.set()
    job.wait()
    qtbot.wait(20)
    assert calls == []


def test_what_writes_cannot_be_stopped_and_says_so(jobs, qtbot):
    gate, calls = threading.Event(), []
    with qtbot.waitSignal(jobs.stoppable_changed) as told:
        jobs.start(
            lambda _progress: gate.wait(20), calls.append, pytest.fail, label="W", writes=True
        )
    assert told.args == [False, False]
    jobs.cancel()
    jobs.drop_everything()
    gate.set()
    qtbot.waitUntil(lambda: calls == [True])


def test_work_that_keeps_what_it_did_delivers_it_though_it_is_stopped(jobs, qtbot):
    gate, calls = threading.Event(), []

    def work(progress):
        gate.wait(20)
        try:
            progress(1, 2)
        except BriefingError:
            return "half"
        return "whole"

    with qtbot.waitSignal(jobs.stoppable_changed) as told:
        jobs.start(work, calls.append, pytest.fail, label="Long", keep=True)
    assert told.args == [True, True]
    jobs.cancel()
    gate.set()
    qtbot.waitUntil(lambda: calls == ["half"])
