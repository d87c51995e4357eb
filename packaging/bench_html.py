"""Scores our reading of HTML pages against trafilatura alone, on the sets beside the checkout.

Run by hand or by bench.py. Both read all pages in one run; the time is that of the processor. A set
that is not there is passed over, by name.
"""

import json
import logging
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import trafilatura
from trafilatura.settings import Document

from briefing.ingest.read import read
from briefing.model.source import PassageKind, Source

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT.parent / "shared" / "bench"
SETS = ("html_segments_en", "html_htmldate")
_TEXT = frozenset({PassageKind.HEADING, PassageKind.BODY, PassageKind.LIST})
_DAY = slice(0, 10)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader found on a page; the date as ISO 8601, empty for none."""

    text: str
    title: str
    date: str


def main() -> int:
    """Print the figures of each set, and how long we take beside trafilatura."""
    html_pages(BENCH)
    return 0


def html_pages(bench: Path) -> None:
    """Score text, title and date of each HTML set in the folder, ours and trafilatura's."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    seconds = {"ours": 0.0, "trafilatura": 0.0}
    for name in SETS:
        packed = bench / "html" / f"{name}.tar.xz"
        if not packed.is_file():
            print(f"HTML: passed over, {packed} is not there")
            continue
        with tempfile.TemporaryDirectory() as place:
            with tarfile.open(packed) as archive:
                archive.extractall(place, filter="data")
            gold = next(Path(place).rglob("gold.jsonl"))
            pages = _pages(gold)
            for who, answer in (("ours", _ours), ("trafilatura", _theirs)):
                seconds[who] += _seconds(pages, _timed_reader(who))
                print(f"HTML, {name}, {who}")
                print(_score(bench, gold, {each: answer(data) for each, data in pages.items()}))
    if seconds["trafilatura"]:
        share = seconds["ours"] / seconds["trafilatura"]
        print(f"HTML, time: {seconds['ours']:.1f} s, {share:.2f} times that of trafilatura alone")


def _pages(gold: Path) -> dict[str, bytes]:
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    return {row["id"]: (gold.parent / row["file"]).read_bytes() for row in rows}


def _timed_reader(who: str) -> Callable[[bytes], object]:
    return (lambda data: read(data, "page.html")) if who == "ours" else _extracted


def _seconds(pages: dict[str, bytes], reader: Callable[[bytes], object]) -> float:
    """Return the processor time for all pages; the first is read once before, to load all parts."""
    reader(next(iter(pages.values())))
    started = time.process_time()
    for data in pages.values():
        reader(data)
    return time.process_time() - started


def _ours(data: bytes) -> Answer:
    source = read(data, "page.html")
    return Answer(_text(source), source.title, str(source.published or ""))


def _text(source: Source) -> str:
    kept = (passage for passage in source.passages if passage.kind in _TEXT)
    return "\n".join(source.text[passage.start : passage.end] for passage in kept)


def _theirs(data: bytes) -> Answer:
    found = _extracted(data)
    if not isinstance(found, Document):
        return Answer("", "", "")
    return Answer(found.text or "", found.title or "", (found.date or "")[_DAY])


def _extracted(data: bytes) -> object:
    return trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)


def _score(bench: Path, gold: Path, answers: dict[str, Answer]) -> str:
    """Return what the bench's own scorer says, without its line of counts."""
    told = {
        each: {"text": answer.text, "title": answer.title, "date": answer.date}
        for each, answer in answers.items()
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(told, file)
        file.flush()
        command = [sys.executable, str(bench / "score_html.py"), str(gold), file.name]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "\n".join(f"  {line}" for line in said.splitlines()[1:])


if __name__ == "__main__":
    sys.exit(main())
