"""Long work off the main thread: a pure function goes out, a value or an error comes back."""

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from briefing.model.errors import Cancelled
from briefing.model.progress import Progress

T = TypeVar("T")
Work = Callable[[Progress], T]
_GRAIN_MS = 50


class Job(QObject, Generic[T]):
    """A handle on work under way: it lives on the main thread, and so does what it calls back."""

    progressed = Signal(int, int, str)
    finished = Signal()
    _done = Signal(object)
    _failed = Signal(object)

    def __init__(
        self,
        label: str,
        then: Callable[[T], None],
        failed: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.label = label
        self._then, self._on_error = then, failed
        self._stop = Event()
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._failed.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; its value will not be delivered."""
        self._stop.set()

    def run(self, work: Work[T]) -> None:
        """Do the work. Called on a worker thread: touches no widget, only emits."""
        try:
            value = work(self._progress)
        except Exception as error:  # noqa: BLE001 - every error goes home to the main thread
            self._failed.emit(error)
        else:
            self._done.emit(value)

    def _progress(self, done: int, total: int, note: str = "") -> None:
        if self._stop.is_set():
            raise Cancelled("Stopped.")
        self.progressed.emit(done, total, note)

    def _deliver(self, value: T) -> None:
        self.finished.emit()
        if not self._stop.is_set():
            self._then(value)

    def _report(self, error: BaseException) -> None:
        self.finished.emit()
        if not self._stop.is_set() and not isinstance(error, Cancelled):
            self._on_error(error)


class Jobs(QObject):
    """All work under way. A Job with a label is shown in the status bar and holds up writing."""

    progressed = Signal(str, int, int)  # what, done, total (0: not known)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._open: list[Job[object]] = []

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
    ) -> None:
        """Send the work to the pool; ``then`` or ``failed`` is called on the main thread."""
        job: Job[T] = Job(label, then, failed, self)
        self._open.append(job)  # type: ignore[arg-type]
        job.finished.connect(lambda: self._close(job))
        if label:
            job.progressed.connect(
                lambda done, total, note: self.progressed.emit(note or label, done, total)
            )
            self.progressed.emit(label, 0, 0)
            self.busy_changed.emit(True)
        self._pool.start(QRunnable.create(lambda: job.run(work)))

    def cancel(self) -> None:
        """Stop labelled work at its next step."""
        for job in self._open:
            if job.label:
                job.cancel()

    def drop_everything(self) -> None:
        """Cancel all work: none of it will be delivered."""
        for job in self._open:
            job.cancel()

    def stop_everything(self) -> None:
        """Cancel all work and wait until no thread is at it any more."""
        self.drop_everything()
        while not self._pool.waitForDone(_GRAIN_MS):
            pass

    def _close(self, job: Job[T]) -> None:
        self._open = [other for other in self._open if other is not job]
        job.deleteLater()
        if job.label:
            self.busy_changed.emit(self.busy)
