"""The domain's use cases as the desk is handed them, so that a test can hand in others."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing import workspace
from briefing.document.document import Document
from briefing.model.briefing import Briefing, Template
from briefing.model.edits import Edit
from briefing.model.evidence import Evidence
from briefing.model.ids import PassageId, SourceId
from briefing.model.imports import Unread
from briefing.model.progress import Progress
from briefing.model.snapshot import Snapshot
from briefing.model.source import PassageKind, Source
from briefing.workspace import Imported, Workspace


@dataclass(frozen=True, slots=True)
class UseCases:
    """Each is described where it stands, in briefing/workspace.py."""

    open_library: Callable[[Path, bool], Workspace]
    import_files: Callable[[Path, Sequence[Path], Progress], Imported]
    import_unread: Callable[[Path, Sequence[Unread], Progress], Imported]
    import_text: Callable[[Path, str, str, Progress], Imported]
    import_page: Callable[[Path, str, Progress], Imported]
    plan_revision: Callable[[Source, Snapshot], Edit]
    with_passages: Callable[[Source, Collection[PassageId], PassageKind], Source]
    plan_removal: Callable[[Sequence[SourceId], Snapshot], Edit]
    new_briefing: Callable[[Evidence, str], Briefing]
    compose: Callable[[Evidence, Briefing], Document]
    export: Callable[[Document, Path], None]
    export_formats: Callable[[], tuple[tuple[str, str], ...]]
    templates: Callable[[], tuple[Template, ...]]
    seed_reports: Callable[[], tuple[Path, ...]]
    sample_library: Callable[[], Path]


def real_use_cases() -> UseCases:
    """Return those of the program."""
    return UseCases(
        open_library=lambda path, create: Workspace.open(path, create=create),
        import_files=workspace.import_files,
        import_unread=workspace.import_unread,
        import_text=workspace.import_text,
        import_page=workspace.import_page,
        plan_revision=workspace.plan_revision,
        with_passages=workspace.with_passages,
        plan_removal=workspace.plan_removal,
        new_briefing=workspace.new_briefing,
        compose=workspace.compose,
        export=workspace.export,
        export_formats=workspace.export_formats,
        templates=workspace.templates,
        seed_reports=workspace.seed_reports,
        sample_library=workspace.sample_library,
    )
