"""A Workspace in memory and use cases small enough to foresee, for the tests of the desk."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desk_material import EVIDENCE, made_source

from briefing.document.blocks import Heading, Paragraph, Slot
from briefing.document.document import Document, Note, SourceEntry
from briefing.document.inlines import Cite, Text
from briefing.model.briefing import Briefing, Template, TemplateSection
from briefing.model.edits import Change, Edit, Put, Remove
from briefing.model.errors import (
    BriefingError,
    Cancelled,
    ComposeError,
    ExportError,
    Failure,
    LibraryError,
    SourceError,
)
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation
from briefing.model.ids import BriefingId, SourceId, UnreadId, digest
from briefing.model.imports import ImportReport, Unread
from briefing.model.progress import silent
from briefing.model.snapshot import Snapshot
from briefing.model.source import PassageKind, Source
from briefing.workspace import Imported

TEMPLATES = (
    Template(
        "long", "Long brief", "Everything",
        (
            TemplateSection("front", "Front", optional=False),
            TemplateSection("events", "What happened"),
            TemplateSection("advice", "Advice"),
        ),
    ),
    Template("short", "Short brief", "Events alone", (TemplateSection("events", "What happened"),)),
)  # fmt: skip


def _unread(path: str) -> UnreadId:
    return UnreadId(digest("unread", path))


def _kind(step: Put | Remove) -> type:
    return type(step.record) if isinstance(step, Put) else step.kind


class MemoryWorkspace:
    """Keeps records in a dict; a file of the path's name stands for the Library."""

    def __init__(self, path: Path, records: dict[tuple[type, str], object]) -> None:
        self.path = path
        self.records = records
        self.broken = False
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot:
        if self._snapshot is None:
            self._snapshot = self.read()
        return self._snapshot

    def read(self) -> Snapshot:
        """Return what is so now; an import asks on its thread, behind the desk's back."""

        def every(kind: type) -> tuple:
            kept = sorted(self.records.items(), key=lambda i: i[0][1])
            return tuple(record for (k, _), record in kept if k is kind)

        whole = EVIDENCE if len(every(Source)) == 3 else Evidence()
        evidence = Evidence(
            every(Source), whole.actors, whole.events, whole.issues, whole.statements,
            whole.agreements, whole.disputes, whole.divergences, whole.groups,
        )  # fmt: skip
        return Snapshot(evidence, (), every(Briefing), every(Unread))

    def apply(self, edit: Edit) -> Change:
        change = self.write(edit)
        self._snapshot = None
        return change

    def take_over(self, imported: Imported) -> Edit:
        if self.broken:
            raise LibraryError("The Library cannot be written.", "Free some space.")
        self._snapshot = None
        return imported.undo

    def write(self, edit: Edit) -> Change:
        if self.broken:
            raise LibraryError("The Library cannot be written.", "Free some space.")
        undo, kinds = [], set()
        for step in edit.steps:
            key = (
                (type(step.record), step.record.id)
                if isinstance(step, Put)
                else (step.kind, step.id)
            )
            old = self.records.pop(key, None)
            if isinstance(step, Put):
                self.records[key] = step.record
            if old or isinstance(step, Put):
                undo.insert(0, Put(old) if old else Remove(*key))
            kinds.add(key[0])
        return Change(frozenset(kinds), Edit(edit.label, tuple(undo)))

    def search(self, words: str) -> tuple[Citation, ...]:
        return tuple(
            Citation(source.id, one.id)
            for source in self.snapshot().evidence.sources
            for passage in source.passages
            for one in passage.sentences
            if words.casefold() in source.text[one.start : one.end].casefold()
        )

    def close(self) -> None:
        pass


@dataclass
class StandIn:
    """The use cases, with what a test may want to hold back or break."""

    home: Path
    libraries: dict[Path, MemoryWorkspace] = field(default_factory=dict)
    composed: list[Briefing] = field(default_factory=list)
    exported: list[tuple[Document, Path]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    fetched: list[str] = field(default_factory=list)
    mended: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.gate.set()

    def open_library(self, path: Path, create: bool) -> MemoryWorkspace:
        if not path.parent.is_dir():
            raise LibraryError("There is no folder {path}.", "Make it.", path=path.parent)
        if path.exists() and path.read_bytes() != b"library":
            raise LibraryError("{path} is damaged.", "Open another one.", path=path)
        path.write_bytes(b"library")
        opened = self.libraries.setdefault(path, MemoryWorkspace(path, {}))
        opened._snapshot = None
        return opened

    def import_files(self, library: Path, files: Sequence[Path], progress=silent) -> Imported:
        """Read files, of a folder all; what is named so fails: "….bad"."""
        found = [
            one for path in files for one in (sorted(path.iterdir()) if path.is_dir() else [path])
        ]
        return self._import(library, {str(path): "" for path in found}, progress)

    def import_unread(self, library: Path, unread: Sequence[Unread], progress=silent) -> Imported:
        return self._import(library, {one.path: "" for one in unread}, progress)

    def import_text(self, library: Path, text: str, name: str, progress=silent) -> Imported:
        return self._import(library, {name: text}, progress)

    def import_page(self, library: Path, address: str, progress=silent) -> Imported:
        self.fetched.append(address)
        progress(100, 20_000_000, "example.org")
        if "missing" in address:
            raise SourceError("“{a}” is not there.", "Check the address.", a=address)
        return self._import(library, {address: f"Page of {address}"}, progress)

    def _import(self, library: Path, documents: dict[str, str], progress) -> Imported:
        kept = self.libraries[library]
        before = kept.read()
        kept.write(Edit("", tuple(Put(Unread(_unread(path), path)) for path in documents)))
        waiting, undo = list(documents), []
        report: dict[str, list] = {"added": [], "known": [], "failed": []}
        try:
            for done, (path, text) in enumerate(documents.items()):
                progress(done, len(documents), Path(path).name)
                self.gate.wait(20)
                progress(done, len(documents), Path(path).name)
                waiting.remove(path)
                change = kept.write(Edit("", self._read(kept, path, text, report)))
                undo = [one for one in change.undo.steps if _kind(one) is Source] + undo
        except Cancelled:
            pass
        finally:
            self.ended.set()
        whole = ImportReport(*(tuple(report[key]) for key in report), tuple(waiting))
        return Imported(
            whole, Edit("Add sources", tuple(undo)), before.evidence.events, kept.read()
        )

    def _read(self, kept: MemoryWorkspace, path: str, text: str, report: dict[str, list]) -> tuple:
        error = self.why_unread(path)
        if error:
            report["failed"].append(Failure(path, error))
            return (Put(Unread(_unread(path), path, error.message, error.hint)),)
        stem = Path(path).stem
        text = text or Path(path).read_text("utf-8")
        seed = next((one for one in EVIDENCE.sources if one.id == stem), None)
        fresh = seed or made_source(digest(text), stem, ((PassageKind.BODY, text),))
        done = Remove(Unread, _unread(path))
        if (Source, fresh.id) in kept.records:
            report["known"].append(path)
            return (done,)
        report["added"].append(fresh.id)
        return (Put(fresh), done)

    def why_unread(self, path: str) -> SourceError | None:
        if path.endswith(".bad") and path not in self.mended:
            return SourceError("{p} cannot be read.", "Save it anew.", p=Path(path).name)
        return None

    def plan_revision(self, revised: Source, _snapshot: Snapshot) -> Edit:
        self.gate.wait(20)
        return Edit("Change source", (Put(revised),))

    def with_passages(self, source: Source, passages, kind: PassageKind) -> Source:
        turned = (replace(p, kind=kind) if p.id in passages else p for p in source.passages)
        return replace(source, passages=tuple(turned))

    def plan_removal(self, sources: Sequence[SourceId], _snapshot: Snapshot) -> Edit:
        return Edit("Remove sources", tuple(Remove(Source, one) for one in sources))

    def new_briefing(self, evidence: Evidence, title: str) -> Briefing:
        events = tuple(event.id for event in evidence.events if len(event.sources) > 1)
        return Briefing(BriefingId("briefing-suggested"), title, "long", events)

    def compose(self, evidence: Evidence, briefing: Briefing) -> Document:
        self.composed.append(briefing)
        if not briefing.events:
            raise ComposeError("Nothing is chosen.", "Choose an event.")
        events = [one for one in evidence.events if one.id in briefing.events]
        places = [one.sources[0] for one in events]
        texts = {source.id: source for source in evidence.sources}
        notes, blocks = [], [Heading(1, (Text("What happened"),), "events")]
        for number, (event, place) in enumerate(zip(events, places, strict=True), start=1):
            source = texts[place.source]
            sentence = next(
                s for p in source.passages for s in p.sentences if s.id == place.sentence
            )
            quote = source.text[sentence.start : sentence.end]
            notes.append(Note(number, source.id, 1, sentence.id, (Text(source.title),), quote))
            blocks.append(Paragraph((Text(event.title), Cite((number,)))))
        own = {one.slot: one.text for one in briefing.own_texts}
        if "advice" not in briefing.left_out:
            blocks.append(Heading(1, (Text("Advice"),), "advice"))
            blocks.append(Slot("advice/aims", "What do we want?", own.get("advice/aims", "")))
        entries = tuple(
            SourceEntry(n, s.id, (Text(s.title),)) for n, s in enumerate(evidence.sources, 1)
        )
        title = briefing.title or "Untitled"
        return Document(title, "", "en", briefing.marking, (), tuple(blocks), tuple(notes), entries)

    def export(self, document: Document, path: Path) -> None:
        self.gate.wait(20)
        try:
            path.write_text(document.title, "utf-8")
        except OSError as error:
            raise ExportError("{p} cannot be written.", "Choose another folder.", p=path) from error
        self.exported.append((document, path))

    def export_formats(self) -> tuple[tuple[str, str], ...]:
        return (("Word document", ".docx"), ("PDF", ".pdf"))

    def templates(self) -> tuple[Template, ...]:
        return TEMPLATES

    def seed_reports(self) -> tuple[Path, ...]:
        folder = self.home / "seeds"
        folder.mkdir(exist_ok=True)
        paths = tuple(folder / f"{source.id}.txt" for source in EVIDENCE.sources)
        for path in paths:
            path.write_text("seed", "utf-8")
        return paths

    def sample_library(self) -> Path:
        return self.home / "data" / "sample.aidememo"


class Answers:
    """Stands in for the file dialogs."""

    def __init__(self) -> None:
        self.files: tuple[Path, ...] = ()
        self.file: Path | None = None
        self.folder: Path | None = None
        self.new_file: Path | None = None
        self.proposed: Path | None = None
        self.shown: list[Path] = []
        self.pattern = ""

    def ask_files(self, _title: str, _folder: Path, pattern: str) -> tuple[Path, ...]:
        self.pattern = pattern
        return self.files

    def ask_folder(self, _title: str, _folder: Path) -> Path | None:
        return self.folder

    def ask_file(self, _title: str, _folder: Path, _pattern: str) -> Path | None:
        return self.file

    def ask_new_file(self, _title: str, proposed: Path, _pattern: str) -> Path | None:
        self.proposed = proposed
        return self.new_file

    def show(self, path: Path) -> None:
        self.shown.append(path)


__all__ = ["Answers", "BriefingError", "MemoryWorkspace", "StandIn"]
