"""From files to Sources with their Findings: every file is read in a process with limits."""

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from briefing import paths, workers
from briefing.extraction.extract import Words, extract, words
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
_BYTES_A_SECOND = 50_000
# A ZIP archive of texts holds about so many times its own bytes.
_PACKED = 4


@dataclass(frozen=True, slots=True)
class FileIntake:
    """What came of one file: its Sources with their Findings, what failed, whether it was known."""

    path: Path
    taken: tuple[Taken, ...] = ()
    failed: tuple[Failure, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Request:
    """What a process is told: the path as the disk has it, and the name to keep."""

    path: str
    name: str
    as_is: bool
    published: dt.date | None


@cache
def reference() -> Reference:
    """Return the reference tables: those of seeds/, and the person's own, which win."""
    folders = [paths.SEEDS / "tables", paths.user_data() / "tables"]
    return load_reference(*(folder for folder in folders if folder.is_dir()))


@cache
def extraction_words() -> Words:
    """Return the word lists of extraction and the reference tables, made ready."""
    return words(paths.RESOURCES / "lexicons", reference())


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
    tasks: list[workers.Task[_Request]] = []
    for path in files:
        tally.glance(names.get(path) or path.name)
        first = _first_look(path, held)
        if isinstance(first, FileIntake):
            tally.done += 1
            yield first
        else:
            name = names.get(path) or printable(path)
            request = _Request(os.fspath(path), name, as_is, published)
            tasks.append(workers.Task(request, _SECONDS + first / _BYTES_A_SECOND))
    for request, result in workers.each(
        _read_and_extract,
        tasks,
        processes=max(1, min(workers.count(), len(tasks))),
        glance=tally.glance,
    ):
        tally.done += 1
        path = Path(request.path)
        tally.glance(names.get(path) or path.name)
        yield _told(path, request, result)


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
    return size * _PACKED if path.suffix.lower() == ".zip" else size


def _read_and_extract(request: _Request) -> FileIntake:
    """Read one file and ask its questions, in a process of its own."""
    path = Path(request.path)
    try:
        data = file_bytes(path)
    except BriefingError as error:
        return FileIntake(path, failed=(Failure(request.name, error),))
    contents = read_all(data, request.name, as_is=request.as_is, published=request.published)
    taken: list[Taken] = []
    failed = list(contents.failed)
    for source, original in contents.read:
        try:
            taken.append((source, original, extract(source, extraction_words())))
        except Exception as error:  # noqa: BLE001 - one document's fault must not stop the others
            failed.append(Failure(source.path, fault(source.path, error)))
    return FileIntake(path, tuple(taken), tuple(failed))


def _told(path: Path, request: _Request, result: FileIntake | workers.Loss) -> FileIntake:
    match result:
        case FileIntake():
            return result
        case workers.Loss.TIME:
            error = SourceError(
                "“{name}” took longer to read than is allowed, and was left.",
                "Save the part that matters as a file of its own, and read that.",
                name=request.name,
            )
        case workers.Loss.CRASH:
            error = SourceError(
                "“{name}” made its reader fail: it is damaged, very large, or made to do harm.",
                "Open it in the program that it was made with, save its text, and read that.",
                name=request.name,
            )
        case _:
            assert_never(result)
    return FileIntake(path, failed=(Failure(request.name, error),))
