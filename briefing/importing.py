"""Documents into a Library: read in other processes, kept batch by batch, collated at the end.

What is not read yet stands in the Library as Unread, so that an import that was stopped, or whose
program ended, can go on where it was, and a document that failed can be tried again. While there
are Sources in it that were not collated at least one Unread waits: going on sets that right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from briefing.collation.collate import collate
from briefing.collation.difference import difference
from briefing.ingest.files import find_files, printable
from briefing.intake import FileIntake, Taken, reference, take_in, without_tagger
from briefing.model.briefing import Briefing
from briefing.model.edits import Edit, Put, Remove, Step
from briefing.model.errors import BriefingError, Cancelled, Failure, SourceError
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.findings import Agreement, Dispute, Divergence, Event, Group, Statement
from briefing.model.ids import SourceId, UnreadId, digest
from briefing.model.imports import ImportReport, Unread
from briefing.model.kept import KeptRecords
from briefing.model.people import Actor, Issue
from briefing.model.progress import Progress, silent
from briefing.model.snapshot import Snapshot
from briefing.model.source import Source

_LABEL = "Add sources"
_BATCH_FILES = 32
_BATCH_BYTES = 8_000_000
# Others wait while an Edit is written: many small ones let the desk go on.
_STEPS = 400


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: told to the person, to be taken back, and the Library before and after.

    ``before`` are the Events that there were. ``after`` is None where nothing but Unread changed;
    its Briefings are as they were: who holds the Library lets them follow Events that got another
    id.
    """

    report: ImportReport
    undo: Edit
    before: tuple[Event, ...] = ()
    after: Snapshot | None = None


def import_files(
    library: KeptRecords, files: Sequence[Path], progress: Progress = silent
) -> Imported:
    """Read files, or all in folders, into a Library, which no other import writes to.

    When ``progress`` raises Cancelled what was read is kept, and the rest waits as Unread.
    """
    progress(0, 0)
    # Absolute, so that what failed can be tried again from anywhere.
    found, failed = find_files([path.absolute() for path in files])
    return _Import(library, progress).run(found, failed)


def import_unread(
    library: KeptRecords, unread: Sequence[Unread], progress: Progress = silent
) -> Imported:
    """Go on with what waits, or try again what failed; otherwise as ``import_files``.

    Pages of the web are left as they are: whoever asks fetches them again. A link in a folder and
    copied text fail again: the one is not followed, of the other nothing is kept.
    """
    named: dict[Path, None] = {}
    failed: list[Failure] = []
    folders: list[UnreadId] = []
    for one in unread:
        path = Path(one.path)
        if one.is_page:
            continue
        if not path.is_absolute():
            failed.append(Failure(one.path, _not_kept(one.path)))
        elif path.is_symlink() and not one.waits:
            failed.append(Failure(one.path, SourceError("{why}", one.hint, why=one.reason)))
        else:
            named[_holder(path)] = None
            folders += [one.id] if path.is_dir() else []
    found, missing = find_files(tuple(named))
    return _Import(library, progress).run(found, (*failed, *missing), folders)


def import_bytes(
    library: KeptRecords, data: bytes, name: str, progress: Progress = silent
) -> Imported:
    """Read bytes that have no file of their own: copied text, a page from the web.

    ``name`` is kept as the Source's path. Otherwise as ``import_files``.
    """
    with TemporaryDirectory(prefix="aide-memoire-") as folder:
        file = Path(folder) / "document"
        file.write_bytes(data)
        return _Import(library, progress, {file: name}).run([file], ())


def everything(library: KeptRecords) -> Snapshot:
    """Return all that a Library holds but the originals."""
    every = library.all
    findings = every(SourceFindings)
    evidence = Evidence(
        every(Source), every(Actor), every(Event), every(Issue), every(Statement),
        every(Agreement), every(Dispute), every(Divergence), every(Group),
        # Nobody edits Facts: they stand in the findings of each Source, in no rows of their own.
        tuple(sorted((fact for f in findings for fact in f.facts), key=lambda fact: fact.id)),
    )  # fmt: skip
    return Snapshot(evidence, findings, every(Briefing), every(Unread))


class _Import:
    """One import under way."""

    def __init__(
        self,
        library: KeptRecords,
        progress: Progress,
        names: Mapping[Path, str] = MappingProxyType({}),
    ) -> None:
        self._library = library
        self._progress = progress
        self._names = names
        self._held = frozenset(SourceId(id_) for id_ in library.ids(Source))
        self._added: dict[SourceId, None] = {}
        self._known: list[str] = []
        self._failed: list[Failure] = []
        self._undo: list[Step] = []
        self._marker: UnreadId | None = None

    def run(
        self, files: Sequence[Path], failed: Sequence[Failure], folders: Sequence[UnreadId] = ()
    ) -> Imported:
        """Read the files and keep what they hold; they stand in for folders that were Unread."""
        before = self._library.all(Event)
        # An import that broke off left Sources that were not collated.
        unfinished = any(unread.waits for unread in self._library.all(Unread))
        self._apply(
            [*(Put(_unread(self._name(path))) for path in files),
             *(Remove(Unread, id_) for id_ in folders)]
        )  # fmt: skip
        self._fail(failed)
        waiting = self._read(files)
        after = self._collated() if self._added or unfinished else None
        if self._marker is not None:
            self._apply([Remove(Unread, self._marker)])
        if after is not None:
            after = replace(after, unread=self._library.all(Unread))
        report = ImportReport(
            tuple(self._added),
            tuple(self._known),
            tuple(self._failed),
            waiting,
            without_tagger() if self._added else "",
        )
        undo = Edit(_LABEL, tuple(reversed(self._undo)))
        return Imported(report, undo, before, after)

    def _read(self, files: Sequence[Path]) -> tuple[str, ...]:
        """Keep what the files hold, batch by batch; return those that were not tried."""
        waiting = dict.fromkeys(map(self._name, files))
        batch: list[FileIntake] = []
        try:
            for intake in take_in(
                files, held=self._held, names=self._names, progress=self._progress
            ):
                batch.append(intake)
                if intake.whole:
                    waiting.pop(self._name(intake.path), None)
                if len(batch) == _BATCH_FILES or _size(batch) > _BATCH_BYTES:
                    self._take(batch)
                    batch = []
        except Cancelled:
            pass  # what was read stays, what was not waits
        self._take(batch)
        return tuple(waiting)

    def _take(self, batch: Sequence[FileIntake]) -> None:
        """Keep what some files hold, all of it or nothing, and mark them as read."""
        new: list[Taken] = []
        done: list[UnreadId] = []
        failures = [failure for intake in batch for failure in intake.failed]
        for intake in batch:
            name = self._name(intake.path)
            if intake.known:
                self._known.append(name)
            for taken in intake.taken:
                source = taken[0]
                if source.id in self._held or source.id in self._added:
                    self._known.append(source.path)
                else:
                    self._added[source.id] = None
                    new.append(taken)
                done.append(_id(source.path))
            done += [_id(name)] if intake.whole else []
        failed = {_id(failure.path) for failure in failures}
        done = [id_ for id_ in done if id_ not in failed]
        if self._marker is None and new and done:
            self._marker = done[-1]
        # Column by column, since the Library writes at once what is of one kind.
        steps: list[Step] = [Put(part) for column in zip(*new, strict=True) for part in column]
        self._apply([*steps, *(Remove(Unread, id_) for id_ in done if id_ != self._marker)])
        self._fail(failures)

    def _fail(self, failures: Sequence[Failure]) -> None:
        self._failed += failures
        self._apply([Put(_unread(failure.path, failure.error)) for failure in failures])

    def _collated(self) -> Snapshot:
        """Bring the collated records up to date, and return what the Library then holds."""
        now = everything(self._library)
        evidence = collate(now.evidence.sources, now.findings, reference())
        steps = difference(now.evidence, evidence, ())
        for start in range(0, len(steps), _STEPS):
            self._apply(steps[start : start + _STEPS])
        return replace(now, evidence=evidence)

    def _name(self, path: Path) -> str:
        return self._names.get(path) or printable(path)

    def _apply(self, steps: Sequence[Step]) -> None:
        if steps:
            change = self._library.apply(Edit(_LABEL, tuple(steps)))
            self._undo += [step for step in reversed(change.undo.steps) if not _is_unread(step)]


def _is_unread(step: Step) -> bool:
    kind = type(step.record) if isinstance(step, Put) else step.kind
    return kind is Unread


def _id(path: str) -> UnreadId:
    return UnreadId(digest("unread", path))


def _unread(path: str, error: BriefingError | None = None) -> Unread:
    if error is None:
        return Unread(_id(path), path)
    return Unread(_id(path), path, error.message, error.hint)


def _size(batch: Sequence[FileIntake]) -> int:
    return sum(len(original.data) for intake in batch for _, original, _ in intake.taken)


def _not_kept(name: str) -> SourceError:
    return SourceError(
        "“{name}” was copied text, of which nothing is kept.",
        "Copy it where it came from, and paste it again.",
        name=name,
    )


def _holder(path: Path) -> Path:
    """Return the file that a document lies in, itself or the mail or archive around it."""
    return next((one for one in (path, *path.parents) if one.is_file()), path)
