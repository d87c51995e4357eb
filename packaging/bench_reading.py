"""Measures reading: shapes of one text, hostile files, speed beside the libraries, a large import.

Part of ``make bench``. A set that is not there is passed over, by name.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from pathlib import Path

import pypdfium2
import trafilatura

from briefing import workspace
from briefing.ingest.read import read
from briefing.model.source import PassageKind, Source

_TEXT = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.BODY, PassageKind.LIST})
_SHAPES = (
    ".txt", ".wrapped-txt", ".md", ".html", ".eml", ".mhtml", ".docx", ".pdf", ".2col-pdf",
)  # fmt: skip
_ROUNDS = 3
_BULK = 1000


def own_text(source: Source) -> str:
    """Return the document's own text: what is set aside and captions left out."""
    kept = [p for p in source.passages if p.kind in _TEXT]
    return "\n\n".join(source.text[p.start : p.end] for p in kept)


def formats(folder: Path, scorer: Path) -> None:
    """Score the same essays in nine shapes of file."""
    gold = folder / "gold.jsonl"
    if not gold.is_file():
        print(f"formats: passed over, {gold} is not there")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    answer = {row["id"]: {"text": own_text(_read(folder / row["file"]))} for row in rows}
    with tempfile.TemporaryDirectory() as place:
        system = Path(place) / "system.json"
        system.write_text(json.dumps(answer), "utf-8")
        for shape in _SHAPES:
            command = [sys.executable, str(scorer), str(gold), str(system), "--only", shape]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            (line,) = (one for one in told.splitlines() if one.startswith("text_F1"))
            print(f"formats {shape:13} {line}")


def _read(path: Path) -> Source:
    return read(path.read_bytes(), path.name)


def speed(folder: Path) -> None:
    """Read each shape beside the library that it rests on, in one run: the ratio of CPU times."""
    docs = folder / "docs"
    if not docs.is_dir():
        print(f"speed: passed over, {docs} is not there")
        return
    alone: tuple[tuple[str, Callable[[bytes], object]], ...] = (
        (".html", _html_alone),
        (".pdf", _pdf_alone),
        (".eml", _mail_alone),
    )
    for suffix, library in alone:
        found = [(path.read_bytes(), path.name) for path in sorted(docs.glob(f"*{suffix}"))]
        theirs = _fastest(lambda data, _name, library=library: library(data), found)
        ours = _fastest(read, found)
        print(
            f"speed {suffix}: {1000 * ours / len(found):.1f} ms a document, {ours / theirs:.2f} of "
            "its library alone"
        )


def _fastest(work: Callable[[bytes, str], object], documents: list[tuple[bytes, str]]) -> float:
    times = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        for data, name in documents:
            work(data, name)
        times.append(time.process_time() - started)
    return min(times)


def _html_alone(data: bytes) -> object:
    return trafilatura.bare_extraction(data, with_metadata=True)


def _pdf_alone(data: bytes) -> object:
    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _mail_alone(data: bytes) -> object:
    body = message_from_bytes(data, policy=policy.default).get_body()
    return body.get_content() if body else None


def hostile(folder: Path) -> None:
    """Run the command line over the kit of hostile files."""
    make, check = folder / "make_hostile.py", folder / "check_hostile.py"
    if not make.is_file():
        print(f"hostile: passed over, {make} is not there")
        return
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([sys.executable, str(make), place], capture_output=True, check=True)
        reader = [sys.executable, "-m", "briefing", "extract", "{file}"]
        # The kit changes into folders of its own: the program is found by where it is installed.
        told = subprocess.run(
            [sys.executable, str(check), place, "--", *reader], capture_output=True, text=True
        ).stdout
    print("\n".join(f"hostile {line}" for line in told.splitlines()))


def bulk() -> None:
    """Import a thousand made reports on all cores; the memory is that of the one that waits."""
    chance = random.Random(1)
    states = ("Norway", "Russia", "Kenya", "Peru", "Japan", "Brazil", "Egypt", "Ghana")
    topics = ("fishing quotas", "border trade", "visa rules", "missile tests", "tariffs on steel")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        for number in range(_BULK):
            one, other = chance.sample(states, 2)
            lines = [f"{one} and {other} hold talks in round {number}"]
            for _ in range(8):
                topic = chance.choice(topics)
                lines.append(
                    f"On {chance.randint(1, 28)} June {chance.randint(2018, 2025)}, {one} demanded "
                    f"that {topic} be discussed. The foreign minister of {other} said that the two "
                    f"sides would meet again, adding that “progress on {topic} is possible.”"
                )
            (folder / f"{number}.txt").write_text("\n\n".join(lines), "utf-8")
        started = time.perf_counter()
        report = workspace.import_files(Path(place) / "bulk.aidememo", [folder]).report
        seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"bulk: {len(report.added)} of {_BULK} documents in {seconds:.0f} s, "
        f"{len(report.added) / seconds:.0f} a second, peak {peak:.0f} MB here"
    )
