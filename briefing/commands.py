"""The commands of the command line: one function each, from its arguments to its exit code."""

import argparse
import re
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

from briefing import evidence_json, listing, workspace
from briefing.importing import Imported
from briefing.ingest.characters import for_terminal
from briefing.model.briefing import Briefing
from briefing.model.edits import Edit, Put
from briefing.model.errors import BriefingError, Cancelled, ComposeError, Failure, SourceError
from briefing.model.evidence import Evidence
from briefing.model.ids import EventId, IssueId
from briefing.model.imports import ImportReport, Unread
from briefing.model.progress import Progress, silent
from briefing.workspace import Workspace

_MOST_CLOSE = 4
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def _progress() -> Progress:
    """Return a progress line on standard error, if a person watches it."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, note: str = "") -> None:
        line = f"{done}/{total} {for_terminal(note)}"[:78] if done < total else ""
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def demo(arguments: argparse.Namespace) -> int:
    """Compose the sample briefing from the bundled reports."""
    folder: Path = arguments.output
    _make_folder(folder)
    evidence, _ = workspace.extract_files(workspace.seed_reports(), progress=_progress())
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    for _, suffix in workspace.export_formats():
        path = folder / f"sample-briefing{suffix}"
        workspace.export(document, path)
        print(path)
    _tell_rules_alone(workspace.without_tagger())
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


@contextmanager
def _stoppable() -> Iterator[Progress]:
    """Give a progress line; the first Ctrl-C stops the work at its next step, another at once."""
    show = _progress()
    stopped = False

    def on_interrupt(_number: int, _frame: FrameType | None) -> None:
        nonlocal stopped
        if stopped:
            raise KeyboardInterrupt
        stopped = True
        print("\nbriefing: stopping; what was read is being kept…", file=sys.stderr)

    def progress(done: int, total: int, note: str = "") -> None:
        if stopped:
            raise Cancelled("Stopped.")
        show(done, total, note)

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)


def take_in(arguments: argparse.Namespace) -> int:
    """Add documents to a Library, or try again those that wait or failed."""
    reports: list[ImportReport] = []
    space = Workspace.open(arguments.library)
    try:
        unread = space.snapshot().unread if arguments.retry else ()
        if arguments.retry and not unread and not arguments.files:
            print("nothing waits or failed")
            return 0
        with _stoppable() as progress:
            for imported in _imports(arguments, unread, progress):
                if isinstance(imported, Imported):
                    space.take_over(imported)
                    imported = imported.report
                reports.append(imported)
                if imported.waiting:
                    break
    finally:
        space.close()
    return _told(reports)


def _imports(
    arguments: argparse.Namespace, unread: Sequence[Unread], progress: Progress
) -> Iterator[Imported | ImportReport]:
    """Yield what each import did: of the files at once, of each address by itself.

    A page that could not be fetched is a report of that alone.
    """
    library: Path = arguments.library
    if unread:
        yield workspace.import_unread(library, unread, progress)
    addresses = [one for one in arguments.files if _ADDRESS.match(one)]
    files = [Path(one) for one in arguments.files if one not in addresses]
    if files:
        yield workspace.import_files(library, files, progress)
    for address in (*addresses, *(one.path for one in unread if one.is_page)):
        try:
            yield workspace.import_page(library, address, progress, private=arguments.private)
        except SourceError as error:
            yield ImportReport(failed=(Failure(address, error),))


def _told(reports: Sequence[ImportReport]) -> int:
    added = sum(len(report.added) for report in reports)
    known = sum(len(report.known) for report in reports)
    failed = [failure for report in reports for failure in report.failed]
    waiting = sum(len(report.waiting) for report in reports)
    if not (added or known or failed or waiting):
        raise BriefingError(
            "There is no document in what was named.", "Name files or a full folder."
        )
    waits = f", {waiting} waiting" if waiting else ""
    print(f"{added} added, {known} already here, {len(failed)} not read{waits}")
    _tell_failures(failed)
    if failed:
        print("briefing: “briefing import LIBRARY --retry” tries them again", file=sys.stderr)
    _tell_waiting(waiting)
    _tell_rules_alone(next((r.rules_alone for r in reports if r.rules_alone), ""))
    return 130 if waiting else 2 if failed else 0


def _tell_waiting(waiting: int) -> None:
    """Say that what is in a Library is not all that was named, and not compared yet."""
    if waiting:
        print(
            f"briefing: an import is not finished: {waiting} documents wait to be read\n"
            "  “briefing import LIBRARY --retry” goes on where it was.",
            file=sys.stderr,
        )


def _tell_failures(failed: Sequence[Failure]) -> None:
    for failure in failed:
        print(f"briefing: {for_terminal(failure.error.message)}", file=sys.stderr)
        print(f"  {for_terminal(failure.error.hint)}", file=sys.stderr)


def _tell_rules_alone(why: str) -> None:
    """Say that Statements are found by rules alone, where they are."""
    if why:
        print(
            f"briefing: statements are found by rules alone, less well than usual: {why}",
            file=sys.stderr,
        )


def _tell_language(evidence: Evidence) -> None:
    """Say of which Sources nothing can be found, as they are not in English."""
    for source in evidence.sources:
        if source.language.partition("-")[0] not in {"en", "und", ""}:
            print(
                f"briefing: “{for_terminal(source.path)}” is not in English ({source.language}): "
                "what is found in it is little, and not to be trusted",
                file=sys.stderr,
            )


def extract(arguments: argparse.Namespace) -> int:
    """Print what documents say, as Evidence JSON."""
    evidence, failed = workspace.extract_files(
        arguments.files,
        as_is=arguments.as_is,
        published=arguments.date,
        progress=_progress(),
    )
    _tell_failures(failed)
    _tell_rules_alone(workspace.without_tagger())
    _tell_language(evidence)
    if evidence.sources or not failed:
        sys.stdout.buffer.write(evidence_json.encode(evidence))
        sys.stdout.buffer.write(b"\n")
        sys.stdout.flush()
    # An attachment that cannot be read is told of; what was named has been read.
    inside = tuple(f"{source.path}/" for source in evidence.sources)
    return 2 if any(not failure.path.startswith(inside) for failure in failed) else 0


def show(arguments: argparse.Namespace) -> int:
    """List what a Library holds."""
    space = Workspace.open(arguments.library, create=False)
    try:
        _tell_waiting(sum(one.waits for one in space.snapshot().unread))
        for line in listing.lines(space.snapshot(), arguments.kind):
            print(line)
    finally:
        space.close()
    return 0


def compose(arguments: argparse.Namespace) -> int:
    """Write a briefing in each format asked for, and keep it in the Library."""
    space = Workspace.open(arguments.library, create=False)
    try:
        _tell_waiting(sum(one.waits for one in space.snapshot().unread))
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
            print(f"briefing: chose the {what}: {for_terminal('; '.join(names))}", file=sys.stderr)


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
