"""The command line: the same use cases as the desk, one command each."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from briefing import evidence_json, listing, workspace
from briefing.model.edits import Edit, Put
from briefing.model.errors import BriefingError, ComposeError
from briefing.model.ids import EventId, IssueId
from briefing.model.progress import Progress, silent
from briefing.workspace import ImportPlan, Workspace

_EXAMPLES = """examples:
  briefing demo -o out
  briefing import talks.aidememo reports/ "readout of 3 May.txt"
  briefing list talks.aidememo events
  briefing compose talks.aidememo --event EVENT --issue trade -o brief.docx -o brief.pdf
  briefing extract report.html --date 2025-11-02 > evidence.json
"""

_MOST_CLOSE = 4


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 2 after an error told in words."""
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except BriefingError as error:
        print(f"briefing: {error.message}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nbriefing: stopped; nothing was written.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output left, as "head" does
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Turn source reports into a structured, fully sourced briefing.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {workspace.VERSION}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="compose the sample briefing from the bundled reports")
    demo.add_argument("-o", "--output", type=Path, default=Path("out"), metavar="DIR")
    demo.set_defaults(run=_demo)

    take = commands.add_parser("import", help="add documents to a Library, made if missing")
    take.add_argument("library", type=Path, metavar="LIBRARY")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take.set_defaults(run=_import)

    read = commands.add_parser("extract", help="print what documents say, as Evidence JSON")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE")
    read.add_argument("--as-is", action="store_true", help="take the text as already clean")
    read.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="the day it was published")
    read.set_defaults(run=_extract)

    show = commands.add_parser("list", help="list what a Library holds")
    show.add_argument("library", type=Path, metavar="LIBRARY")
    show.add_argument("kind", choices=listing.KINDS)
    show.set_defaults(run=_list)

    make = commands.add_parser("compose", help="write a briefing as DOCX or PDF")
    make.add_argument("library", type=Path, metavar="LIBRARY")
    make.add_argument("--event", action="append", default=[], metavar="EVENT", help="id or title")
    make.add_argument("--issue", action="append", default=[], metavar="ISSUE", help="id or label")
    make.add_argument("--template", default=workspace.DEFAULT_TEMPLATE)
    make.add_argument("--title", default="")
    make.add_argument(
        "-o", "--output", type=Path, action="append", required=True, metavar="FILE.docx|FILE.pdf"
    )
    make.set_defaults(run=_compose)
    return parser


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no date; write it as 2025-11-02"
        raise argparse.ArgumentTypeError(message) from None


def _progress() -> Progress:
    """Return a progress line on standard error, if a person watches it."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, note: str = "") -> None:
        line = f"{done}/{total} {note}"[:78] if done < total else ""
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def _demo(arguments: argparse.Namespace) -> int:
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


def _import(arguments: argparse.Namespace) -> int:
    space = Workspace.open(arguments.library)
    try:
        plan = workspace.plan_import(arguments.files, space.snapshot(), _progress())
        if plan.edit is not None:
            space.apply(plan.edit)
    finally:
        space.close()
    return _told(plan)


def _told(plan: ImportPlan) -> int:
    print(f"{len(plan.added)} added, {len(plan.known)} already here, {len(plan.failed)} not read")
    for failure in plan.failed:
        print(f"briefing: {failure.path}: {failure.error}", file=sys.stderr)
    return 2 if plan.failed else 0


def _extract(arguments: argparse.Namespace) -> int:
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


def _list(arguments: argparse.Namespace) -> int:
    space = Workspace.open(arguments.library, create=False)
    try:
        for line in listing.lines(space.snapshot(), arguments.kind):
            print(line)
    finally:
        space.close()
    return 0


def _compose(arguments: argparse.Namespace) -> int:
    space = Workspace.open(arguments.library, create=False)
    try:
        evidence = space.snapshot().evidence
        briefing = workspace.new_briefing(evidence, arguments.title)
        if arguments.event or arguments.issue:
            events = {e.id: e.title for e in evidence.events}
            issues = {i.id: i.label for i in evidence.issues}
            briefing = replace(
                briefing,
                events=tuple(EventId(_named("event", e, events)) for e in arguments.event),
                issues=tuple(IssueId(_named("issue", i, issues)) for i in arguments.issue),
            )
        briefing = replace(briefing, template=arguments.template)
        document = workspace.compose(evidence, briefing)
        for path in arguments.output:
            workspace.export(document, path)
            print(path)
        space.apply(Edit("Compose briefing", (Put(briefing),)))
    finally:
        space.close()
    return 0


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
        "“briefing list LIBRARY {what}s” shows what there is.".format(what=what),
        what=what,
        wanted=wanted,
    )
