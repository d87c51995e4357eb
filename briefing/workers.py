"""Work in other processes, within limits of time and memory: what fails there fails alone."""

import contextlib
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

A = TypeVar("A")
B = TypeVar("B")

MEMORY = 768_000_000  # bytes of its own that a process may hold
_TASKS_EACH = 400  # then a process is made anew, so that what a parser leaks cannot add up
_AHEAD = 4  # tasks handed out for each process: bounds what is held here, and keeps all at work
_GLANCE = 0.1  # seconds between looks at whether the person has stopped the work


@dataclass(frozen=True, slots=True)
class Task(Generic[A]):
    """What to work on, and for how many seconds at the most."""

    argument: A
    seconds: float


class Loss(StrEnum):
    """Why a Task has no value."""

    TIME = "time"
    CRASH = "crash"  # the process ended: a fault in a parser, or no memory left


def each(
    work: Callable[[A], B], tasks: deque[Task[A]], *, processes: int, glance: Callable[[], None]
) -> Iterator[tuple[A, B | Loss]]:
    """Yield each Task's argument and value, in order, worked out by some processes at a time.

    ``tasks`` is emptied, and may be added to while this runs. ``work`` is a function of a module,
    and arguments and values can be pickled. ``glance`` is called many times a second; what it
    raises ends all work at once and is raised. An exception from ``work`` is raised here.
    """
    pool = ProcessPool(
        max_workers=processes,
        max_tasks=_TASKS_EACH,
        initializer=_limit,
        # Not "fork": the desk has threads, and what they hold would stay held for ever.
        context=multiprocessing.get_context("spawn"),
    )
    begun: deque[tuple[A, Future[B]]] = deque()
    try:
        while True:
            while tasks and len(begun) < processes * _AHEAD:
                task = tasks.popleft()
                future: Future[B] = pool.schedule(work, args=[task.argument], timeout=task.seconds)
                begun.append((task.argument, future))
            if not begun:
                break
            argument, future = begun.popleft()
            value = _value(future, glance)
            yield argument, value
        pool.close()
    finally:
        pool.stop()
        pool.join()


def count() -> int:
    """Return how many processes this machine can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _value(future: "Future[B]", glance: Callable[[], None]) -> B | Loss:
    glance()
    while not wait([future], timeout=_GLANCE).done:
        glance()
    try:
        return future.result()
    except TimeoutError:
        return Loss.TIME
    except ProcessExpired:
        return Loss.CRASH


def _limit() -> None:
    """Set a process's limits, before its first Task.

    What a parser writes to the terminal goes nowhere, and stopping is left to the process that
    waits. Windows has no such limits, and macOS does not keep them; there only time is limited.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
