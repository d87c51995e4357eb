"""Work in other processes: in order, within limits, and what fails there fails alone."""

import os
import sys
import time
from collections import deque

import pytest

from briefing import workers
from briefing.model.errors import Cancelled
from briefing.workers import Loss, Task, each


def double(number: int) -> int:
    return 2 * number


def work_or_worse(what: str) -> str:
    if what == "crash":
        os._exit(1)
    if what == "sleep":
        time.sleep(60)
    if what == "hog":
        return str(len(b"x" * (4 * workers.MEMORY)))
    if what == "shout":
        os.write(1, b"to the terminal")
        os.write(2, b"to the terminal")
    return what.upper()


def never() -> None:
    pass


def run(work, arguments, *, seconds=30.0, processes=2, glance=never):
    tasks = [Task(argument, seconds) for argument in arguments]
    return list(each(work, deque(tasks), processes=processes, glance=glance))


def test_values_come_in_order_however_many_there_are():
    assert run(double, range(50)) == [(n, 2 * n) for n in range(50)]


def test_work_may_bring_more_work():
    tasks = deque([Task(1, 30.0)])
    done = []
    for argument, value in each(double, tasks, processes=2, glance=never):
        done.append((argument, value))
        if value < 10:
            tasks.append(Task(value, 30.0))
    assert done == [(1, 2), (2, 4), (4, 8), (8, 16)]


def test_nothing_to_do_is_done():
    assert run(double, []) == []


def test_a_crash_loses_one_task_alone():
    assert run(work_or_worse, ["a", "crash", "b"]) == [
        ("a", "A"), ("crash", Loss.CRASH), ("b", "B"),
    ]  # fmt: skip


def test_what_takes_too_long_is_ended():
    assert run(work_or_worse, ["sleep", "b"], seconds=2.0)[0] == ("sleep", Loss.TIME)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux alone")
def test_what_takes_too_much_memory_fails_and_the_next_does_not():
    with pytest.raises(MemoryError):
        run(work_or_worse, ["hog"])
    assert run(work_or_worse, ["a"]) == [("a", "A")]


def test_what_a_parser_prints_goes_nowhere(capfd):
    assert run(work_or_worse, ["shout"]) == [("shout", "SHOUT")]
    assert capfd.readouterr() == ("", "")


def test_stopping_does_not_wait_for_what_is_under_way():
    began = time.monotonic()
    looks = 0

    def glance():
        nonlocal looks
        looks += 1
        if looks > 3:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        run(work_or_worse, ["sleep"], seconds=50.0, glance=glance)
    # Far from the fifty seconds that the work would take; no measure of speed.
    assert time.monotonic() - began < 40
