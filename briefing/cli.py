"""The command line: reads the arguments; the work is loaded only when it is asked for."""

import argparse
import importlib
import io
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from briefing.ingest.characters import for_terminal
from briefing.model.errors import BriefingError

_EXAMPLES = """examples:
  briefing demo -o out
  briefing import talks.aidememo reports/ "readout of 3 May.txt"
  briefing list talks.aidememo events
  briefing compose talks.aidememo --event EVENT --issue trade -o brief.docx -o brief.pdf
  briefing extract report.html --date 2025-11-02 > evidence.json
"""
_CHOICE = "Without --event and --issue the main events and issues are chosen, and named."
KINDS = (
    "sources", "actors", "events", "issues", "statements", "agreements", "disputes", "divergences",
    "briefings",
)  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, or 2 after an error told in words."""
    arguments = _parsed(argv)
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe that has not all characters must not end the work.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        # Reading and exporting take a third of a second to load; --help must not wait for them.
        commands = importlib.import_module("briefing.commands")
        run: Callable[[argparse.Namespace], int] = getattr(commands, arguments.command)
        return run(arguments)
    except BriefingError as error:
        print(f"briefing: {for_terminal(error.message)}", file=sys.stderr)
        if error.hint:
            print(f"  {for_terminal(error.hint)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nbriefing: stopped.", file=sys.stderr)
        if arguments.command == "take_in":
            print("  “briefing import LIBRARY --retry” goes on where it was.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of our output left, as "head" does
        sys.stderr.close()
        return 0


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return the arguments; files of an import may stand before and after its options."""
    parser = _parser()
    arguments, left = parser.parse_known_args(argv)
    if left and (arguments.command != "take_in" or any(one.startswith("-") for one in left)):
        parser.error(f"unrecognized arguments: {' '.join(left)}")
    if left:
        arguments.files += left
    return arguments


class _Version(argparse.Action):
    """Prints the version, looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        metadata = importlib.import_module("importlib.metadata")
        print(f"briefing {metadata.version('aide-memoire')}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Turn source reports into a structured, fully sourced briefing.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="compose the sample briefing from the bundled reports")
    demo.add_argument("-o", "--output", type=Path, default=Path("out"), metavar="DIR")
    demo.set_defaults(command="demo")

    take = commands.add_parser("import", help="add documents to a Library, made if missing")
    take.add_argument("library", type=Path, metavar="LIBRARY", help="a .aidememo file")
    take.add_argument(
        "files", nargs="*", metavar="FILE", help="documents, folders, or addresses of web pages"
    )
    take.add_argument("--private", action="store_true", help="allow pages of your own network")
    take.add_argument("--retry", action="store_true", help="try again what waits or failed")
    take.set_defaults(command="take_in")

    read = commands.add_parser("extract", help="print what documents say, as Evidence JSON")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE", help="documents, or folders")
    read.add_argument("--as-is", action="store_true", help="take the text as already clean")
    read.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="the day it was published")
    read.set_defaults(command="extract")

    show = commands.add_parser("list", help="list what a Library holds")
    show.add_argument("library", type=Path, metavar="LIBRARY", help="a .aidememo file")
    show.add_argument("kind", choices=KINDS)
    show.set_defaults(command="show")

    _add_compose(
        commands.add_parser("compose", help="write a briefing as DOCX or PDF", epilog=_CHOICE)
    )
    return parser


def _add_compose(make: argparse.ArgumentParser) -> None:
    make.add_argument("library", type=Path, metavar="LIBRARY", help="a .aidememo file")
    make.add_argument("--event", action="append", default=[], metavar="EVENT", help="id or title")
    make.add_argument("--issue", action="append", default=[], metavar="ISSUE", help="id or label")
    make.add_argument("--template", metavar="NAME", help="meeting-brief or issue-paper")
    make.add_argument("--title", default="", help="the main event's title unless said otherwise")
    make.add_argument(
        "-o", "--output", type=Path, action="append", required=True, metavar="FILE.docx|FILE.pdf"
    )
    make.set_defaults(command="compose")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is no date; write it as 2025-11-02"
        raise argparse.ArgumentTypeError(message) from None
