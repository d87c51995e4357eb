"""Measures the reading of transcripts: whose turn is which, on presspool's White House briefings.

Part of ``make bench``. What is asked is no statement; the pieces of a turn count as one.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from briefing.extraction.extract import Words, extract
from briefing.ingest.read import read
from briefing.model.findings import Statement
from briefing.model.source import Span

_ANSWERED = 0.5  # below is what somebody only asks or claims


def turns(folder: Path, scorer: Path, given: Words) -> None:
    """Score the turns of each transcript, as text and as web page, and print the figures."""
    gold = folder / "gold.jsonl"
    if not gold.is_file():
        print(f"turns: passed over, {gold} is not there")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    for kind in ("file", "html"):
        started, count = time.process_time(), 0
        answer = {}
        for row in rows:
            path = folder / row[kind]
            source = read(path.read_bytes(), path.name)
            answer[row["id"]] = {"statements": _turns(extract(source, given).statements)}
            count += len(source.text.split())
        seconds = time.process_time() - started
        with tempfile.TemporaryDirectory() as place:
            system = Path(place) / "system.json"
            system.write_text(json.dumps(answer), "utf-8")
            command = [sys.executable, str(scorer), str(gold), str(system)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(f"turns ({kind}), {count / seconds:.0f} words per CPU second")
        print(told.rstrip())


def _turns(statements: tuple[Statement, ...]) -> list[dict[str, str]]:
    """Return each turn once, its pieces joined; questions, which are not sure, are left out."""
    pieces: dict[tuple[Span, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.confidence >= _ANSWERED:
            pieces[statement.spans.speaker].append(statement)
    return [
        {
            "speaker": said[0].speaker_text,
            "text": " ".join(s.content for s in sorted(said, key=lambda s: s.spans.content)),
        }
        for said in pieces.values()
    ]
