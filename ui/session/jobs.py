"""Long work off the main thread: a pure function goes out, a value or an error comes back."""

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from briefing.model.errors import Cancelled
from briefing.model.progress import Progress

T = TypeVar("T")
Work = Callable[[Progress], T]


class _Line(Generic[T]):
    """The thread's way home to its Job, which the main thread can cut.

    It is all that the thread knows of the desk, and no QObject: were the last reference to one let
    go on a thread that is not its own, Qt and Python would both delete it.
    """

    def __init__(self, home: "Job[T]") -> None:
        self._home: Job[T] | None = home
        self._speaking = Lock()
        self.stop = Event()

    def cut(self) -> None:
        """Say nothing more: the Job is about to be deleted."""
        self.stop.set()
        with self._speaking:
            self._home = None

    def run(self, work: Work[T]) -> None:
        """Do the work, on its thread."""
        try:
            value = work(self._progress)
        except Exception as error:  # noqa: BLE001 - every error goes home to the main thread
            with self._speaking:
                if self._home:
                    self._home.failed.emit(error)
        else:
            with self._speaking:
                if self._home:
                    self._home.done.emit(value)

    def _progress(self, done: int, total: int, note: str = "") -> None:
        if self.stop.is_set():
            raise Cancelled("Stopped.")
        with self._speaking:
            if self._home:
                self._home.progressed.emit(done, total, note)


class Job(QObject, Generic[T]):
    """A handle on work under way: it lives on the main thread, and so does what it calls back.

    ``writes`` says that a file is half made while it runs: such work is neither stopped nor left.
    ``keep`` says that work which is stopped has a value all the same, which is to be delivered, and
    that its errors are told to whoever began it, ``Cancelled`` too.
    The work must hold no QObject, see ``_Line``.
    """

    progressed = Signal(int, int, str)
    finished = Signal()
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        label: str,
        then: Callable[[T], None],
        on_error: Callable[[BaseException], None],
        parent: QObject,
        *,
        writes: bool,
        keep: bool,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self.writes = writes
        self._keep = keep
        self._then, self._on_error = then, on_error
        self._line: _Line[T] = _Line(self)
        self._thread: Thread | None = None
        self.done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def begin(self, work: Work[T]) -> None:
        """Start the work on a thread of its own.

        A daemon thread, and not one of a pool: a pure call cannot be interrupted from outside, so
        work that nobody waits for any more is left to itself. It holds up neither the next work,
        as a full pool would, nor the end of the program, which waits for every thread of a pool
        but for no daemon. Nothing is lost with it: what writes is waited for.
        """
        self._thread = Thread(target=self._line.run, args=(work,), daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; its value will not be delivered."""
        self._line.stop.set()

    def leave(self) -> None:
        """Cancel, and hear no more of it: this handle may be deleted while the work goes on."""
        self._line.cut()

    def wait(self) -> None:
        """Return when the work is done."""
        if self._thread:
            self._thread.join()

    def _deliver(self, value: T) -> None:
        stopped = self._line.stop.is_set()
        self.finished.emit()
        if not stopped or self._keep:
            self._then(value)

    def _report(self, error: BaseException) -> None:
        stopped = self._line.stop.is_set()
        self.finished.emit()
        if self._keep or (not stopped and not isinstance(error, Cancelled)):
            self._on_error(error)


class Jobs(QObject):
    """All work under way. A Job with a label is shown in the status bar and holds up writing."""

    progressed = Signal(str, int, int)  # what, done, total (0: not known)
    busy_changed = Signal(bool)
    # Whether labelled work under way can be stopped, and whether what it did so far is then kept.
    stoppable_changed = Signal(bool, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: list[Job[Any]] = []

    @property
    def busy(self) -> bool:
        """Whether labelled work is under way."""
        return any(job.label for job in self._open)

    def start(
        self,
        work: Work[T],
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
        label: str = "",
        *,
        writes: bool = False,
        keep: bool = False,
    ) -> Job[T]:
        """Send the work to a thread; ``then`` or ``failed`` is called on the main thread."""
        job: Job[T] = Job(label, then, failed, self, writes=writes, keep=keep)
        self._open.append(job)
        # No lambda that holds the Job: connected to its own signal, it would outlive it and crash.
        job.finished.connect(self._on_finished)
        if label:
            job.progressed.connect(self._on_progress)
            self.progressed.emit(label, 0, 0)
            self.stoppable_changed.emit(not writes, keep)
            self.busy_changed.emit(True)
        job.begin(work)
        return job

    def cancel(self) -> None:
        """Stop labelled work at its next step; what writes goes on to its end."""
        for job in self._open:
            if job.label and not job.writes:
                job.cancel()

    def drop(self, job: Job[Any]) -> None:
        """Forget work at once, whether or not it can stop; it will deliver nothing."""
        self._close(job)

    def drop_everything(self) -> None:
        """Forget all work but what writes."""
        for job in tuple(self._open):
            if not job.writes:
                self.drop(job)

    def stop_everything(self) -> None:
        """Forget all work, and wait until what writes is done."""
        self.drop_everything()
        for job in tuple(self._open):
            job.wait()
            self.drop(job)

    def _on_finished(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self._close(job)

    def _on_progress(self, done: int, total: int, note: str) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self.progressed.emit(note or job.label, done, total)

    def _close(self, job: Job[Any]) -> None:
        if job not in self._open:
            return  # dropped while its value was on the way
        self._open = [other for other in self._open if other is not job]
        job.leave()
        job.deleteLater()
        if job.label:
            self.busy_changed.emit(self.busy)
