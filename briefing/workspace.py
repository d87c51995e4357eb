"""The one door to the domain: every use case, for the desk and the command line alike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol, Self, TypeVar

from briefing import paths
from briefing.collation.collate import collate
from briefing.collation.difference import difference
from briefing.composer.compose import compose as compose_document
from briefing.composer.dossier import select
from briefing.composer.phrasebook import Phrasebook, load_phrasebook
from briefing.composer.suggestion import suggest
from briefing.composer.templates import load_templates
from briefing.document.document import Document
from briefing.exporters.files import write
from briefing.exporters.registry import EXPORTERS, render
from briefing.extraction.extract import Words, extract, words
from briefing.ingest.read import find_files, read_file
from briefing.ingest.tables import load_reference
from briefing.model.briefing import Briefing, Template
from briefing.model.edits import Change, Edit, Put, Record, Remove, Step
from briefing.model.errors import BriefingError, ComposeError
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.findings import (
    Agreement,
    Citation,
    Dispute,
    Divergence,
    Event,
    Group,
    Statement,
)
from briefing.model.ids import SourceId
from briefing.model.people import Actor, Issue, Reference
from briefing.model.progress import Progress, silent
from briefing.model.source import Original, Source

R = TypeVar("R", bound=Record)

_Read = tuple[Source, Original, SourceFindings]

LIBRARY_SUFFIX = ".aidememo"
DEFAULT_TEMPLATE = "meeting-brief"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A Library's contents at one moment, for work off the main thread."""

    evidence: Evidence
    findings: tuple[SourceFindings, ...] = ()
    briefings: tuple[Briefing, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not taken in, and why."""

    path: str
    error: BriefingError


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will do: count in = added + known + failed."""

    edit: Edit | None
    added: tuple[SourceId, ...]
    known: tuple[str, ...]
    failed: tuple[Failure, ...]


class KeptRecords(Protocol):
    """What is asked of a Library; named here so that SQL is loaded only when one is opened."""

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind, by id."""

    def apply(self, edit: Edit) -> Change:
        """Do all of an Edit or nothing."""

    def search(self, words: str) -> tuple[Citation, ...]:
        """Return the Sentences that hold all the words."""

    def close(self) -> None:
        """Close it."""


class Workspace:
    """One open Library; used by one thread."""

    def __init__(self, library: KeptRecords, path: Path) -> None:
        self._library = library
        self._snapshot: Snapshot | None = None
        self.path = path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open the Library of a path, or make it; raises ``LibraryError``."""
        # SQLAlchemy costs 0.2 s; the window is on screen before the Library is opened.
        from briefing.library.library import Library  # noqa: PLC0415

        return cls(Library.open(path, create=create), path)

    def snapshot(self) -> Snapshot:
        """Return the contents, read once and kept until the next Edit."""
        if self._snapshot is None:
            every = self._library.all
            evidence = Evidence(
                every(Source), every(Actor), every(Event), every(Issue), every(Statement),
                every(Agreement), every(Dispute), every(Divergence), every(Group),
            )  # fmt: skip
            self._snapshot = Snapshot(evidence, every(SourceFindings), every(Briefing))
        return self._snapshot

    def apply(self, edit: Edit) -> Change:
        """Do all of an Edit or nothing; the Change holds the Edit that takes it back."""
        change = self._library.apply(edit)
        kept = self._snapshot
        if kept is not None and change.kinds == {Briefing}:
            # A tick changes a Briefing alone: what was found need not be read again.
            self._snapshot = replace(kept, briefings=self._library.all(Briefing))
        elif change.kinds:
            self._snapshot = None
        return change

    def search(self, text: str) -> tuple[Citation, ...]:
        """Return the Sentences that hold all the words, best first."""
        return self._library.search(text)

    def close(self) -> None:
        """Close the Library."""
        self._library.close()


# ---- what is known before any Source is read -------------------------------------------------


@cache
def reference() -> Reference:
    """Return the reference tables: those of seeds/, and the person's own, which win."""
    folders = [paths.SEEDS / "tables", paths.user_data() / "tables"]
    return load_reference(*(folder for folder in folders if folder.is_dir()))


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates of resources/templates."""
    return load_templates(paths.RESOURCES / "templates")


@cache
def _words() -> Words:
    return words(paths.RESOURCES / "lexicons", reference())


@cache
def _phrases() -> Phrasebook:
    return load_phrasebook(paths.RESOURCES / "phrases" / "en.toml")


def seed_reports() -> tuple[Path, ...]:
    """Return the bundled reports."""
    return find_files([paths.SEEDS / "reports"])


def sample_library() -> Path:
    """Return where the sample Library is kept."""
    return paths.user_data() / f"sample{LIBRARY_SUFFIX}"


# ---- reading, extracting, collating ----------------------------------------------------------


def extract_files(
    files: Sequence[Path],
    *,
    as_is: bool = False,
    published: date | None = None,
    progress: Progress = silent,
) -> Evidence:
    """Return the Evidence of some documents, without any Library; raises ``SourceError``."""
    found = find_files(files)
    sources: dict[SourceId, Source] = {}
    findings: dict[SourceId, SourceFindings] = {}
    for done, path in enumerate(found):
        progress(done, len(found), path.name)
        source, _ = read_file(path, as_is=as_is, published=published)
        sources[source.id] = source
        findings[source.id] = extract(source, _words())
    progress(len(found), len(found))
    return collate(tuple(sources.values()), tuple(findings.values()), reference())


def plan_import(
    files: Sequence[Path], snapshot: Snapshot, progress: Progress = silent
) -> ImportPlan:
    """Read and extract documents, and work out the one Edit that adds them; writes nothing."""
    held = {source.id for source in snapshot.evidence.sources}
    read: dict[SourceId, _Read] = {}
    known: list[str] = []
    found, failed = _found(files)
    for done, path in enumerate(found):
        progress(done, len(found) + 1, path.name)
        try:
            source, original = read_file(path)
        except BriefingError as error:
            failed.append(Failure(str(path), error))
            continue
        if source.id in held or source.id in read:
            known.append(str(path))
        else:
            read[source.id] = (source, original, extract(source, _words()))
    progress(len(found), len(found) + 1)
    edit = _adding(tuple(read.values()), snapshot) if read else None
    return ImportPlan(edit, tuple(read), tuple(known), tuple(failed))


def _found(files: Sequence[Path]) -> tuple[list[Path], list[Failure]]:
    found: list[Path] = []
    failed: list[Failure] = []
    for path in files:
        try:
            found.extend(find_files([path]))
        except BriefingError as error:
            failed.append(Failure(str(path), error))
    return found, failed


def _adding(read: Sequence[_Read], snapshot: Snapshot) -> Edit:
    evidence = collate(
        (*snapshot.evidence.sources, *(source for source, _, _ in read)),
        (*snapshot.findings, *(findings for _, _, findings in read)),
        reference(),
    )
    steps: list[Step] = [Put(part) for row in read for part in row]
    steps += difference(snapshot.evidence, evidence, snapshot.briefings)
    return Edit(f"Add {len(read)} sources" if len(read) > 1 else "Add source", tuple(steps))


def plan_removal(sources: Sequence[SourceId], snapshot: Snapshot) -> Edit:
    """Return the Edit that takes Sources away, and all that rests on them alone."""
    gone = set(sources)
    steps: list[Step] = []
    for id_ in sources:
        steps += [Remove(Source, id_), Remove(Original, id_), Remove(SourceFindings, id_)]
    evidence = collate(
        tuple(s for s in snapshot.evidence.sources if s.id not in gone),
        tuple(f for f in snapshot.findings if f.id not in gone),
        reference(),
    )
    steps += difference(snapshot.evidence, evidence, snapshot.briefings)
    label = f"Remove {len(gone)} sources" if len(gone) > 1 else "Remove source"
    return Edit(label, tuple(steps))


# ---- briefings -------------------------------------------------------------------------------


def new_briefing(evidence: Evidence, title: str = "") -> Briefing:
    """Return a Briefing with a suggested choice: the main gatherings, what two sides spoke on."""
    return suggest(evidence, title, DEFAULT_TEMPLATE)


def compose(evidence: Evidence, briefing: Briefing) -> Document:
    """Return the worded, numbered Document; raises ``ComposeError`` when nothing is chosen."""
    template = next((t for t in templates() if t.id == briefing.template), None)
    if template is None:
        names = ", ".join(t.id for t in templates())
        raise ComposeError(
            "There is no template “{name}”.", f"Choose one of: {names}.",
            name=briefing.template,
        )  # fmt: skip
    return compose_document(select(evidence, briefing), briefing, template, _phrases())


def export_formats() -> tuple[tuple[str, str], ...]:
    """Return the name and suffix of each format that a Document can be written in."""
    return tuple((form.name, form.suffix) for form in EXPORTERS)


def export(document: Document, path: Path) -> None:
    """Write a Document in the format of the path's suffix; the old file stays if that fails."""
    write(render(document, path.suffix.lower()), path)
