"""Measures the reading of transcripts: whose turn is which, on presspool's White House briefings.

Part of ``make bench``. What is asked is no statement; the paragraphs of a turn count as one. The
turns alone are read, so the speed is not that of extraction.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from briefing.extraction.extract import Words
from briefing.extraction.saying import transcripts
from briefing.ingest.read import read
from briefing.model.source import Source, Span


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
            answer[row["id"]] = {"statements": _turns(source, given)}
            count += len(source.text.split())
        seconds = time.process_time() - started
        with tempfile.TemporaryDirectory() as place:
            system = Path(place) / "system.json"
            system.write_text(json.dumps(answer), "utf-8")
            command = [sys.executable, str(scorer), str(gold), str(system)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(f"turns ({kind}), {count / seconds:.0f} words per CPU second")
        print(told.rstrip())


def _turns(source: Source, given: Words) -> list[dict[str, str]]:
    """Return each turn once, its paragraphs joined; questions are left out."""
    found: dict[Span, list[str]] = defaultdict(list)
    names: dict[Span, str] = {}
    by_passage = transcripts.turns(source, given.cues.askers, given.cues.fields)
    for passage in source.passages:
        for turn in by_passage.get(passage.id, ()):
            if not turn.asks:
                names[turn.cue] = source.text[turn.label.start : turn.label.end]
                found[turn.cue].append(source.text[turn.words.start : turn.words.end])
    return [{"speaker": names[cue], "text": " ".join(said)} for cue, said in found.items()]
