"""The commands of the command line: one function each, from its arguments to its exit code."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from briefing import evidence_json, listing, workspace
from briefing.model.briefing import Briefing
from briefing.model.edits import Edit, Put
from briefing.model.errors import BriefingError, ComposeError
from briefing.model.evidence import Evidence
from briefing.model.ids import EventId, IssueId
from briefing.model.progress import Progress, silent
from briefing.workspace import ImportPlan, Workspace

_MOST_CLOSE = 4


def _progress() -> Progress:
    """Return a progress line on standard error, if a person watches it."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, note: str = "") -> None:
        line = f"{done}/{total} {note}"[:78] if done < total else ""
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def demo(arguments: argparse.Namespace) -> int:
    """Compose the sample briefing from the bundled reports."""
    folder: Path = arguments.output
    _make_folder(folder)
    evidence = workspace.extract_files(workspace.seed_reports(), progress=_progress())
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    for _, suffix in workspace.export_formats():
        path = folder / f"sample-briefing{suffix}"
        workspace.export(document, path)
        print(path)
    return 0


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BriefingError(
            "The folder “{folder}” cannot be made: {reason}.",
            "Name a folder that you may write to.",
            folder=folder,
            reason=(error.strerror or str(error)).lower(),
        ) from error


def take_in(arguments: argparse.Namespace) -> int:
    """Add documents to a Library."""
    space = Workspace.open(arguments.library)
    try:
        plan = workspace.plan_import(arguments.files, space.snapshot(), _progress())
        if plan.edit is not None:
            space.apply(plan.edit)
    finally:
        space.close()
    return _told(plan)


def _told(plan: ImportPlan) -> int:
    if not (plan.added or plan.known or plan.failed):
        raise BriefingError(
            "There is no document in what was named.", "Name files or a full folder."
        )
    print(f"{len(plan.added)} added, {len(plan.known)} already here, {len(plan.failed)} not read")
    for failure in plan.failed:
        print(f"briefing: {failure.path}: {failure.error}", file=sys.stderr)
    return 2 if plan.failed else 0


def extract(arguments: argparse.Namespace) -> int:
    """Print what documents say, as Evidence JSON."""
    evidence = workspace.extract_files(
        arguments.files,
        as_is=arguments.as_is,
        published=arguments.date,
        progress=_progress(),
    )
    sys.stdout.buffer.write(evidence_json.encode(evidence))
    sys.stdout.buffer.write(b"\n")
    sys.stdout.flush()
    return 0


def show(arguments: argparse.Namespace) -> int:
    """List what a Library holds."""
    space = Workspace.open(arguments.library, create=False)
    try:
        for line in listing.lines(space.snapshot(), arguments.kind):
            print(line)
    finally:
        space.close()
    return 0


def compose(arguments: argparse.Namespace) -> int:
    """Write a briefing in each format asked for, and keep it in the Library."""
    space = Workspace.open(arguments.library, create=False)
    try:
        evidence = space.snapshot().evidence
        briefing = workspace.new_briefing(evidence, arguments.title)
        if not arguments.event and not arguments.issue:
            _name_choice(evidence, briefing)
        if arguments.event or arguments.issue:
            events = {e.id: e.title for e in evidence.events}
            issues = {i.id: i.label for i in evidence.issues}
            briefing = replace(
                briefing,
                events=tuple(EventId(_named("event", e, events)) for e in arguments.event),
                issues=tuple(IssueId(_named("issue", i, issues)) for i in arguments.issue),
            )
        if arguments.template:
            briefing = replace(briefing, template=arguments.template)
        document = workspace.compose(evidence, briefing)
        for path in arguments.output:
            workspace.export(document, path)
            print(path)
        space.apply(Edit("Compose briefing", (Put(briefing),)))
    finally:
        space.close()
    return 0


def _name_choice(evidence: Evidence, briefing: Briefing) -> None:
    """Say on standard error what was chosen where the person named nothing."""
    titles = [e.title for e in evidence.events if e.id in briefing.events]
    labels = [i.label for i in evidence.issues if i.id in briefing.issues]
    for what, names in (("events", titles), ("issues", labels)):
        if names:
            print(f"briefing: chose the {what}: {'; '.join(names)}", file=sys.stderr)


def _named(what: str, wanted: str, known: dict[EventId, str] | dict[IssueId, str]) -> str:
    """Return the id that a person means by an id, a title, or the beginning of one of them."""
    names = {str(id_): name for id_, name in known.items()}
    folded = wanted.casefold()
    for fits in (
        [i for i, name in names.items() if folded in {i.casefold(), name.casefold()}],
        [i for i, name in names.items() if folded in i.casefold() or folded in name.casefold()],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise ComposeError(
                "“{wanted}” may mean several: {names}.",
                "Name one of them in full.",
                wanted=wanted,
                names="; ".join(sorted(fits)[:_MOST_CLOSE]),
            )
    raise ComposeError(
        "There is no {what} “{wanted}” in this Library.",
        f"“briefing list LIBRARY {what}s” shows what there is.",
        what=what,
        wanted=wanted,
    )
