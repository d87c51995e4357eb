"""From files to Sources with their Findings: every file is read in a process with limits."""

import datetime as dt
import os
import time
from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from briefing import paths, workers
from briefing.extraction.extract import Words, extract, words
from briefing.extraction.tagging import loading
from briefing.ingest.files import file_bytes, printable
from briefing.ingest.read import fault, read_all, source_id
from briefing.ingest.tables import load_reference
from briefing.model.errors import BriefingError, Failure, SourceError
from briefing.model.evidence import SourceFindings
from briefing.model.ids import SourceId
from briefing.model.people import Reference
from briefing.model.progress import Progress, silent
from briefing.model.source import Original, Source

Taken = tuple[Source, Original, SourceFindings]

_SECONDS = 40.0
# Reading and extracting a long text takes long on an old machine too; then it is told.
_BYTES_A_SECOND = 5_000
# Of a file that holds many documents so long is read at a time; extraction takes as long again, and
# more. What was read is then kept, and the rest shared out.
_PART_SECONDS = 3.0
_HOLDING = frozenset({".zip", ".mbox"})


@dataclass(frozen=True, slots=True)
class FileIntake:
    """What came of one file, or of a part of it: Sources with their Findings, and what failed.

    ``known`` says that its bytes are held already, ``whole`` that nothing more comes of it.
    """

    path: Path
    taken: tuple[Taken, ...] = ()
    failed: tuple[Failure, ...] = ()
    known: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Request:
    """What a process is told: the path as the disk has it, and the name to keep.

    ``own`` asks for the file's own text, ``start`` and ``end`` for which of the documents that lie
    in it.
    """

    path: str
    name: str
    as_is: bool
    published: dt.date | None
    own: bool = True
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of a request: where it stopped, if not at its end, and how many lie in the file."""

    intake: FileIntake
    rest: int | None
    count: int


_MODELS = paths.RESOURCES / "models"


@cache
def reference() -> Reference:
    """Return the reference tables: those of seeds/, and the person's own, which win."""
    folders = [paths.SEEDS / "tables", paths.user_data() / "tables"]
    return load_reference(*(folder for folder in folders if folder.is_dir()))


@cache
def extraction_words() -> Words:
    """Return the word lists of extraction and the reference tables, made ready."""
    return words(paths.RESOURCES / "lexicons", reference())


def findings(source: Source) -> SourceFindings:
    """Extract one Source with all that there is: word lists, tables, and the tagger if it may."""
    return extract(source, extraction_words(), loading.tagger(_MODELS))


def without_tagger() -> str:
    """Return why Statements are found by rules alone; "" where the tagger helps."""
    return loading.absence(_MODELS)


def take_in(
    files: Sequence[Path],
    *,
    as_is: bool = False,
    published: dt.date | None = None,
    held: frozenset[SourceId] = frozenset(),
    names: Mapping[Path, str] = MappingProxyType({}),
    progress: Progress = silent,
) -> Iterator[FileIntake]:
    """Yield what comes of each file, on as many processes as the machine has cores.

    First come the files whose bytes are among ``held``, which are not read again, and those that
    cannot be opened; then the others in order. Nothing about a file is raised: what fails is told
    of the file that it failed on. ``names`` are kept as the paths of what has no file of its own,
    such as a page from the web. What ``progress`` raises ends the work.
    """
    extraction_words()  # a mistake in a table is told once, and not of each file
    tally = _Tally(progress, len(files))
    queue = _Queue()
    for path in files:
        tally.glance()
        first = _first_look(path, held)
        if isinstance(first, FileIntake):
            tally.done += 1
            yield first
        else:
            name = names.get(path) or printable(path)
            queue.add(_Request(os.fspath(path), name, as_is, published), first)
    results = workers.each(
        _read_and_extract, queue.tasks, processes=queue.processes, glance=tally.glance
    )
    for request, result in results:
        path = Path(request.path)
        intake = queue.take(request, result)
        tally.done += intake.whole
        tally.glance(names.get(path) or path.name)
        yield intake


class _Queue:
    """The requests that are still to be done: a large archive is read in parts, on all cores."""

    def __init__(self) -> None:
        self.tasks: deque[workers.Task[_Request]] = deque()
        self._open: Counter[str] = Counter()
        self._seconds: dict[str, float] = {}

    @property
    def processes(self) -> int:
        """How many processes are worth starting: an archive may turn out to be large."""
        alone = len(self.tasks) < 2 and not any(map(_may_hold_many, self._seconds))
        return 1 if alone else workers.count()

    def add(self, request: _Request, size: int) -> None:
        """Put a whole file at the end."""
        self._seconds[request.path] = _SECONDS + size / _BYTES_A_SECOND
        self._put(request)

    def take(self, request: _Request, result: _Part | workers.Loss) -> FileIntake:
        """Return what came of a request, and put what is left of it in front."""
        self._open[request.path] -= 1
        path = Path(request.path)
        if isinstance(result, _Part):
            self._go_on(request, result)
            intake = result.intake
        elif self._divided(request):
            intake = FileIntake(path)
        else:
            intake = FileIntake(path, failed=(Failure(request.name, _lost(request.name, result)),))
        return replace(intake, whole=not self._open[request.path])

    def _put(self, *requests: _Request) -> None:
        for request in requests:
            self._open[request.path] += 1
            seconds = self._seconds[request.path]
            self.tasks.append(workers.Task(request, seconds))

    def _go_on(self, request: _Request, part: _Part) -> None:
        if request.end is not None:
            if part.rest is not None:
                self._put(replace(request, own=False, start=part.rest))
            elif request.end == 0:
                self._spread(request, 0, part.count)
        elif part.rest is not None:
            self._spread(request, part.rest, part.count)

    def _spread(self, request: _Request, start: int, end: int) -> None:
        """Share out what lies in a file."""
        step = max(1, -(-(end - start) // workers.count()))
        self._put(
            *(
                replace(request, own=False, start=at, end=min(at + step, end))
                for at in range(start, end, step)
            )
        )

    def _divided(self, request: _Request) -> bool:
        """Look for the one document among many that made a process fail; tell whether it can be."""
        if request.end is None and _may_hold_many(request.path):
            self._put(replace(request, end=0))
            return True
        if request.end is None or request.end - request.start < 2:
            return False
        middle = (request.start + request.end) // 2
        self._put(replace(request, end=middle), replace(request, start=middle))
        return True


def _may_hold_many(path: str) -> bool:
    return Path(path).suffix.lower() in _HOLDING


class _Tally:
    """How many files are done, and the one that was looked at last."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._name = ""
        self.done = 0

    def glance(self, name: str = "") -> None:
        """Tell how far the work is; raises what ends it."""
        self._name = name or self._name
        self._progress(self.done, self._total, self._name)


def _first_look(path: Path, held: frozenset[SourceId]) -> FileIntake | int:
    """Return how many bytes there are to read in a file, or what there is to say of it already."""
    try:
        data = file_bytes(path) if held else b""
        size = path.stat().st_size
    except OSError:
        return 0
    except BriefingError as error:
        return FileIntake(path, failed=(Failure(printable(path), error),))
    if held and source_id(data) in held:
        return FileIntake(path, known=True)
    return size


def _read_and_extract(request: _Request) -> _Part:
    """Read one file, or a part of it, and ask its questions, in a process of its own."""
    path = Path(request.path)
    try:
        data = file_bytes(path)
    except BriefingError as error:
        return _Part(FileIntake(path, failed=(Failure(request.name, error),)), None, 0)
    until = time.monotonic() + _PART_SECONDS
    contents = read_all(
        data,
        request.name,
        as_is=request.as_is,
        published=request.published,
        own=request.own,
        start=request.start,
        end=request.end,
        enough=lambda: time.monotonic() > until,
    )
    taken: list[Taken] = []
    failed = list(contents.failed)
    for source, original in contents.read:
        try:
            taken.append((source, original, findings(source)))
        except Exception as error:  # noqa: BLE001 - one document's fault must not stop the others
            failed.append(Failure(source.path, fault(source.path, error)))
    return _Part(FileIntake(path, tuple(taken), tuple(failed)), contents.rest, contents.count)


def _lost(name: str, loss: workers.Loss) -> SourceError:
    match loss:
        case workers.Loss.TIME:
            return SourceError(
                "“{name}” took longer to read than is allowed, and was left.",
                "Save the part that matters as a file of its own, and read that.",
                name=name,
            )
        case workers.Loss.CRASH:
            return SourceError(
                "“{name}” made its reader fail: it is damaged, very large, or made to do harm.",
                "Open it in the program that it was made with, save its text, and read that.",
                name=name,
            )
        case _:
            assert_never(loss)
