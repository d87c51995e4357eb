"""Measures who said what on PolNeAR's dev articles: with the network, by rules, and a peer."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from briefing.extraction.extract import Words, extract
from briefing.extraction.tagging.loading import absence, tagger
from briefing.extraction.tagging.proposals import Tagger
from briefing.ingest.read import read
from briefing.model.findings import Statement

ROWS = ("relation_", "content_partial", "content_exact", "source_acc", "recall_", "direct_only")
# Cues that say no more than that somebody spoke, agreed or refused; an attribution with one of
# them is counted by itself, for corpora differ most in what else they take.
PLAIN = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|announc\w+|according to|add(?:s|ed|ing)?|"
    r"stat(?:es?|ed|ing)|declar\w+|den(?:y|ies|ied|ying)|agree\w*|reject\w*|claim\w*|warn\w*|"
    r"insist\w*|argu\w+|not(?:es?|ed|ing)|expla\w+|report(?:s|ed|ing)?|wr(?:ite|ites|ote|iting)|"
    r"ask(?:s|ed|ing)?|promis\w+|vow\w*|pledg\w+|respond\w*|repl(?:y|ies|ied|ying)|testif\w+|"
    r"acknowledg\w+|admit\w*|confirm\w*|tweet\w*)\b",
    re.IGNORECASE,
)
_PEER = """
import json, sys, time
import spacy, textacy
from textacy import extract
model = spacy.load(sys.argv[3])
started = time.process_time()
count = 0
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for line in open(sys.argv[1], encoding="utf-8"):
        row = json.loads(line)
        count += len(row["text"].split())
        found, offset = [], 0
        for paragraph in row["text"].splitlines(keepends=True):
            if paragraph.strip():
                try:
                    quotes = list(extract.direct_quotations(model(paragraph)))
                except (ValueError, IndexError):  # marks that it cannot pair
                    quotes = []
                for quote in quotes:
                    ends = lambda t: [offset + t[0].idx, offset + t[-1].idx + len(t[-1])]
                    content = [offset + quote.content.start_char, offset + quote.content.end_char]
                    found.append({"source": [ends(quote.speaker)] if quote.speaker else [],
                                  "cue": [ends(quote.cue)] if quote.cue else [],
                                  "content": [content]})
            offset += len(paragraph)
        row["attributions"] = found
        out.write(json.dumps(row) + "\\n")
print(count / (time.process_time() - started))
"""

Row = dict[str, Any]


def attribution(folder: Path, models: Path, given: Words) -> None:
    """Score the Statements of the whole pipeline, with the network and without, and the peer."""
    gold = folder / "polnear.dev.jsonl"
    if not gold.is_file():
        print(f"attribution: passed over, {gold} is not there")
        return
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    network = tagger(models)
    if network is None:
        print(f"attribution: the network is not measured: {absence(models)}")
    else:
        _measure("with the network", folder, rows, lambda row: _found(row, given, network))
    _measure("rules alone", folder, rows, lambda row: _found(row, given, None))
    _peer(folder, gold)


def _found(row: Row, given: Words, network: Tagger | None) -> list[Row]:
    source = read(row["text"].encode(), row["doc_id"], as_is=True)
    return _spans(extract(source, given, network).statements)


def _spans(statements: Iterable[Statement]) -> list[Row]:
    """Return each attribution once: what two sides said together is two Statements."""
    unique = {(s.spans.speaker, s.spans.cue, s.spans.content): s.spans for s in statements}
    return [
        {"source": spans.speaker, "cue": spans.cue, "content": spans.content}
        for _, spans in sorted(unique.items())
    ]


def _measure(
    name: str, folder: Path, rows: Sequence[Row], find: Callable[[Row], list[Row]]
) -> None:
    started = time.process_time()
    found = [{**row, "attributions": find(row)} for row in rows]
    seconds = time.process_time() - started
    words = sum(len(row["text"].split()) for row in rows)
    print(f"\nattribution, {name}: {len(rows)} articles, {words / seconds:.0f} words a CPU second")
    _score(folder, rows, found)


def _score(folder: Path, rows: Sequence[Row], found: Sequence[Row]) -> None:
    with tempfile.TemporaryDirectory() as place:
        gold, answer = Path(place) / "gold.jsonl", Path(place) / "answer.jsonl"
        for path, lines in ((gold, rows), (answer, found)):
            path.write_text("".join(json.dumps(row) + "\n" for row in lines), "utf-8")
        score = [sys.executable, str(folder / "score.py"), str(gold), str(answer)]
        told = subprocess.run(score, capture_output=True, text=True, check=True).stdout
    print("\n".join(line for line in told.splitlines() if line.startswith(ROWS)))
    right, total = _plain_recall(rows, found)
    print(f"plain cues: recall {right / total:.3f} ({right} of {total})")


def _plain_recall(rows: Sequence[Row], found: Sequence[Row]) -> tuple[int, int]:
    """Return how many attributions with a plain cue are found, and how many there are."""
    right = total = 0
    for row, answer in zip(rows, found, strict=True):
        text = row["text"]
        proposed = [
            (_words(text, a["content"]), _words(text, a["source"])) for a in answer["attributions"]
        ]
        for one in row["attributions"]:
            if not PLAIN.search(" ".join(text[s:e] for s, e in one["cue"])):
                continue
            content, source = _words(text, one["content"]), _words(text, one["source"])
            total += 1
            right += any(_dice(content, c) >= 0.5 and _dice(source, s) >= 0.5 for c, s in proposed)
    return right, total


def _words(text: str, spans: Sequence[Sequence[int]]) -> set[int]:
    return {
        m.start() for start, end in spans for m in re.compile(r"\w+").finditer(text, start, end)
    }


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _peer(folder: Path, gold: Path) -> None:
    """Measure textacy in the same run; PEERS_PYTHON names a Python that has it and a pipeline."""
    python, pipeline = os.environ.get("PEERS_PYTHON"), os.environ.get("PEERS_PIPELINE", "")
    if not python:
        print("\nattribution, textacy: passed over, PEERS_PYTHON names no Python that has it")
        return
    with tempfile.TemporaryDirectory() as place:
        answer = Path(place) / "answer.jsonl"
        call = [python, "-W", "ignore", "-c", _PEER, str(gold), str(answer), pipeline]
        speed = subprocess.run(call, capture_output=True, text=True, check=True).stdout
        found = [json.loads(line) for line in answer.read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    print(f"\nattribution, textacy: {float(speed):.0f} words a CPU second")
    _score(folder, rows, found)
