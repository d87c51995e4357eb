"""Measures quality on the human-annotated sets beside the checkout (../shared/bench).

Run by ``make bench``. The sets stay where they are; one that is not there is passed over, by name.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import bench_html
import bench_reading

from briefing.extraction.extract import extract, words
from briefing.ingest.read import read
from briefing.ingest.tables import load_reference
from briefing.model.findings import Statement
from briefing.model.source import Span

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT.parent / "shared" / "bench"


def main() -> int:
    """Run each measurement whose set is there; with words, those named by them alone."""
    essays = SETS / "formats" / "formats"
    parts: dict[str, Callable[[], None]] = {
        "formats": lambda: bench_reading.formats(essays, SETS / "score_html.py"),
        "html": lambda: bench_html.html_pages(SETS),
        "speed": lambda: bench_reading.speed(essays),
        "hostile": lambda: bench_reading.hostile(SETS / "hostile"),
        "bulk": bench_reading.bulk,
        "attribution": lambda: attribution(SETS / "attribution"),
    }
    for name in sys.argv[1:] or parts:
        parts[name]()
    return 0


def attribution(folder: Path) -> None:
    """Score the Statements of the whole pipeline against PolNeAR's dev articles."""
    gold = folder / "polnear.dev.jsonl"
    if not gold.is_file():
        print(f"attribution: passed over, {gold} is not there")
        return
    given = words(ROOT / "resources" / "lexicons", load_reference(ROOT / "seeds" / "tables"))
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as place:
        answer = Path(place) / "answer.jsonl"
        started, count = time.process_time(), 0
        with answer.open("w", encoding="utf-8") as file:
            for row in rows:
                source = read(row["text"].encode(), row["doc_id"], as_is=True)
                found = extract(source, given).statements
                file.write(json.dumps({**row, "attributions": _spans(found)}) + "\n")
                count += len(row["text"].split())
        seconds = time.process_time() - started
        score = [sys.executable, str(folder / "score.py"), str(gold), str(answer)]
        told = subprocess.run(score, capture_output=True, text=True, check=True).stdout
    print(f"attribution, {len(rows)} articles, {count / seconds:.0f} words per CPU second")
    wanted = ("relation_", "content_partial", "source_acc", "recall_")
    print("\n".join(line for line in told.splitlines() if line.startswith(wanted)))


def _spans(statements: tuple[Statement, ...]) -> list[dict[str, tuple[Span, ...]]]:
    """Return each attribution once: what two sides said together is two Statements."""
    unique = {(s.spans.speaker, s.spans.cue, s.spans.content): s.spans for s in statements}
    return [
        {"source": spans.speaker, "cue": spans.cue, "content": spans.content}
        for _, spans in sorted(unique.items())
    ]


if __name__ == "__main__":
    sys.exit(main())
