"""The one door to the domain: every use case, for the desk and the command line alike."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Self

from briefing import importing, paths
from briefing.collation.collate import collate
from briefing.collation.difference import difference, followed
from briefing.composer.compose import compose as compose_document
from briefing.composer.dossier import select
from briefing.composer.phrasebook import Phrasebook, load_phrasebook
from briefing.composer.suggestion import suggest
from briefing.composer.templates import load_templates
from briefing.document.document import Document
from briefing.exporters.files import write
from briefing.exporters.registry import EXPORTERS, render
from briefing.importing import Imported as Imported
from briefing.importing import everything
from briefing.ingest.files import find_files
from briefing.ingest.passages import with_passages as with_passages
from briefing.ingest.web import fetch
from briefing.intake import findings, reference, take_in
from briefing.intake import without_tagger as without_tagger
from briefing.model.briefing import Briefing, Template
from briefing.model.edits import Change, Edit, Put, Remove, Step
from briefing.model.errors import ComposeError, Failure
from briefing.model.evidence import Evidence, SourceFindings
from briefing.model.findings import Citation
from briefing.model.ids import SourceId
from briefing.model.imports import Unread
from briefing.model.kept import KeptRecords
from briefing.model.progress import Progress, silent
from briefing.model.snapshot import Snapshot
from briefing.model.source import Original, Source

LIBRARY_SUFFIX = ".aidememo"
DEFAULT_TEMPLATE = "meeting-brief"


def _opened(path: Path, *, create: bool) -> KeptRecords:
    # SQLAlchemy costs 0.2 s; the window is on screen before the Library is opened.
    from briefing.library.library import Library  # noqa: PLC0415

    return Library.open(path, create=create)


class Workspace:
    """One open Library; used by one thread."""

    def __init__(self, library: KeptRecords, path: Path) -> None:
        self._library = library
        self._snapshot: Snapshot | None = None
        self.path = path

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open the Library of a path, or make it; raises ``LibraryError``."""
        return cls(_opened(path, create=create), path)

    def snapshot(self) -> Snapshot:
        """Return the contents, read once and kept until the next Edit."""
        if self._snapshot is None:
            self._snapshot = everything(self._library)
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

    def take_over(self, imported: Imported) -> Edit:
        """Show what an import wrote; Briefings follow Events that got another id.

        Returns the Edit that takes the import back.
        """
        if imported.after is None:
            if self._snapshot is not None:
                self._snapshot = replace(self._snapshot, unread=self._library.all(Unread))
            return imported.undo
        before = Evidence(events=imported.before)
        steps = followed(before, imported.after.evidence, self._library.all(Briefing))
        change = self._library.apply(Edit(imported.undo.label, tuple(steps)))
        self._snapshot = replace(imported.after, briefings=self._library.all(Briefing))
        return Edit(imported.undo.label, (*change.undo.steps, *imported.undo.steps))

    def search(self, text: str) -> tuple[Citation, ...]:
        """Return the Sentences that hold all the words, best first."""
        return self._library.search(text)

    def close(self) -> None:
        """Close the Library."""
        self._library.close()


# ---- what is known before any Source is read -------------------------------------------------


@cache
def templates() -> tuple[Template, ...]:
    """Return the templates of resources/templates."""
    return load_templates(paths.RESOURCES / "templates")


@cache
def _phrases() -> Phrasebook:
    return load_phrasebook(paths.RESOURCES / "phrases" / "en.toml")


def seed_reports() -> tuple[Path, ...]:
    """Return the bundled reports."""
    return find_files([paths.SEEDS / "reports"])[0]


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
) -> tuple[Evidence, tuple[Failure, ...]]:
    """Return the Evidence of some documents, without any Library, and those that failed."""
    found, failed = find_files(files)
    sources: dict[SourceId, Source] = {}
    findings: dict[SourceId, SourceFindings] = {}
    failures = list(failed)
    for intake in take_in(found, as_is=as_is, published=published, progress=progress):
        failures += intake.failed
        for source, _, own in intake.taken:
            sources[source.id] = source
            findings[source.id] = own
    evidence = collate(tuple(sources.values()), tuple(findings.values()), reference())
    return evidence, tuple(failures)


def import_files(library: Path, files: Sequence[Path], progress: Progress = silent) -> Imported:
    """Read documents into the Library at a path, on any thread; see ``briefing.importing``.

    The Workspace that has it open is told with ``take_over``, by the thread that it belongs to.
    """
    with closing(_opened(library, create=True)) as opened:
        return importing.import_files(opened, files, progress)


def import_unread(library: Path, unread: Sequence[Unread], progress: Progress = silent) -> Imported:
    """Go on with documents that wait, or try failed ones again; otherwise as ``import_files``."""
    with closing(_opened(library, create=False)) as opened:
        return importing.import_unread(opened, unread, progress)


def import_text(library: Path, text: str, name: str, progress: Progress = silent) -> Imported:
    """Make a Source of copied text; otherwise as ``import_files``."""
    with closing(_opened(library, create=True)) as opened:
        return importing.import_bytes(opened, text.encode("utf-8", "replace"), name, progress)


def import_page(
    library: Path, address: str, progress: Progress = silent, *, private: bool = False
) -> Imported:
    """Fetch the page at an address and make a Source of it; raises ``SourceError``.

    The only use case that reaches the network. ``private`` allows the person's own network.
    Otherwise as ``import_files``.
    """
    page = fetch(address, private=private, progress=progress)
    with closing(_opened(library, create=True)) as opened:
        return importing.import_bytes(opened, page.data, page.address, progress)


def plan_revision(revised: Source, snapshot: Snapshot) -> Edit:
    """Return the Edit that puts a Source as a person corrected it, and all that follows from it."""
    found = findings(revised)
    evidence = collate(
        (*(s for s in snapshot.evidence.sources if s.id != revised.id), revised),
        (*(f for f in snapshot.findings if f.id != revised.id), found),
        reference(),
    )
    steps: list[Step] = [Put(revised), Put(found)]
    steps += difference(snapshot.evidence, evidence, snapshot.briefings)
    return Edit("Change source", tuple(steps))


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
