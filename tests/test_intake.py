"""A file that holds many documents is read in parts: each document once, one culprit alone."""

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from briefing import intake
from briefing.intake import FileIntake, take_in
from briefing.model.errors import Failure, SourceError
from briefing.workers import Loss

PATH = "reports.zip"


def worked_out(queue, *, count, at_a_time, culprits=()):
    """Do what the processes do, a few documents a time; a part with a culprit is lost."""
    while queue.tasks:
        request = queue.tasks.popleft().argument
        last = count if request.end is None else request.end
        reach = min(request.start + at_a_time, last)
        numbers = range(request.start, reach)
        if any(number in culprits for number in numbers):
            yield queue.take(request, Loss.CRASH), ()
            continue
        part = intake._Part(FileIntake(Path(PATH)), reach if reach < last else None, count)
        yield queue.take(request, part), (*numbers, *(["own"] if request.own else []))


@pytest.fixture
def queue(monkeypatch):
    monkeypatch.setattr(intake.workers, "count", lambda: 3)
    made = intake._Queue()
    made.add(intake._Request(PATH, PATH, as_is=False, published=None), 1000)
    return made


@pytest.mark.parametrize("count", [0, 1, 7, 100])
@pytest.mark.parametrize("at_a_time", [1, 4, 1000])
def test_each_is_read_once_and_the_last_part_is_told(queue, count, at_a_time):
    done = list(worked_out(queue, count=count, at_a_time=at_a_time))
    read = Counter(number for _, numbers in done for number in numbers)
    assert read == Counter(["own", *range(count)])
    assert [one.whole for one, _ in done].count(True) == 1
    assert done[-1][0].whole


def test_one_that_makes_its_process_fail_costs_no_other(queue):
    done = list(worked_out(queue, count=50, at_a_time=20, culprits={0, 33}))
    read = Counter(number for _, numbers in done for number in numbers)
    assert read == Counter(["own", *(set(range(50)) - {0, 33})])
    assert sum(len(one.failed) for one, _ in done) == 2
    assert done[-1][0].whole


def test_a_document_that_fails_is_not_tried_twice(monkeypatch):
    queue = intake._Queue()
    queue.add(intake._Request("a.pdf", "a.pdf", as_is=False, published=None), 1000)
    told = queue.take(queue.tasks.popleft().argument, Loss.TIME)
    assert not queue.tasks
    assert told.whole
    assert "longer" in told.failed[0].error.message


def test_an_archive_is_read_whole(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", f"Norway and Peru met in round {number}. " * 3)
        archive.writestr("empty.txt", "")
    done = list(take_in([tmp_path / "all.zip"]))
    assert len({source.id for one in done for source, _, _ in one.taken}) == 40
    failures = [failure for one in done for failure in one.failed]
    assert [Path(failure.path).name for failure in failures] == ["empty.txt"]
    assert all(isinstance(failure, Failure) for failure in failures)
    assert isinstance(failures[0].error, SourceError)
    assert [one.whole for one in done].count(True) == 1
