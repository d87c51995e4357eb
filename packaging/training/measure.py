"""Chooses thresholds and confidence on annotated articles, and writes the network's card.

``python packaging/training/measure.py FOLDER ARTICLES.jsonl OTHERS.jsonl``: FOLDER has reader.onnx
and vocabulary.txt, and gets reader.json. Thresholds are chosen on the first articles, which the
network has not seen, confidence is fitted on the others, which its teacher has not seen either.
An attribution counts as right as in the bench: content and source each share half of their words
with the annotated one (Dice 1945).
"""

import hashlib
import json
import math
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from texts import lay

from briefing.extraction.tagging.card import Thresholds
from briefing.extraction.tagging.decoding import decode
from briefing.extraction.tagging.network import Answer, Network
from briefing.extraction.tagging.pieces import Vocabulary, vocabulary
from briefing.extraction.tagging.proposals import Proposal
from briefing.extraction.tagging.windows import Window, windows
from briefing.model.source import Span

CUES = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
SOURCES = (0.2, 0.3, 0.4)
CONTENTS = (0.45, 0.5, 0.55)
Article = dict[str, Any]
Answers = list[tuple[Window, Answer]]

STEPS, RATE = 4000, 0.5  # of the descent that fits the logistic regression


def main() -> None:
    """Measure, choose, write and print."""
    folder = Path(sys.argv[1])
    data = (folder / "reader.onnx").read_bytes()
    network, words = Network(data), vocabulary(folder / "vocabulary.txt")
    gold, read = _read(Path(sys.argv[2]), network, words)
    best = (0.0, Thresholds(0.5, 0.3, 0.5))
    for wanted in (Thresholds(c, s, t) for c in CUES for s in SOURCES for t in CONTENTS):
        found = _found(read, wanted)
        right = sum(sum(_right(g, p)) for g, p in zip(gold, found, strict=True))
        total = sum(map(len, found)) + sum(len(g["attributions"]) for g in gold)
        best = max(best, (2 * right / total, wanted), key=lambda row: row[0])
    gold, read = _read(Path(sys.argv[3]), network, words)
    found = _found(read, best[1])
    marks = [mark for g, p in zip(gold, found, strict=True) for mark in _right(g, p)]
    weights = _logistic(np.array([_features(p) for row in found for p in row]), np.array(marks))
    card = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "thresholds": {name: getattr(best[1], name) for name in ("cue", "source", "content")},
        "confidence": [round(float(w), 4) for w in weights],
    }
    (folder / "reader.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"F1 {best[0]:.4f}", json.dumps(card))


def _read(path: Path, network: Network, words: Vocabulary) -> tuple[list[Article], list[Answers]]:
    """Return articles, and of each its windows with what the network says of them."""
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    read = []
    for article in gold:
        laid = lay(article["text"], article["doc_id"])
        found = windows(laid.text, laid.units, words)
        read.append([(window, network.answer(window)) for window in found])
    return gold, read


def _found(read: Sequence[Answers], wanted: Thresholds) -> list[list[Proposal]]:
    return [[p for w, a in row for p in decode(w, a, wanted)] for row in read]


def _right(article: Article, proposals: Sequence[Proposal]) -> list[bool]:
    """Tell of each proposal whether it is one of the annotated ones, one to one."""
    text = article["text"]
    gold = [
        (_words(text, a["content"]), _words(text, a["source"])) for a in article["attributions"]
    ]
    taken: set[int] = set()
    marks = []
    for proposal in proposals:
        content = _words(text, proposal.content)
        source = _words(text, [proposal.source] if proposal.source else [])
        scored = [
            (_dice(content, c), number)
            for number, (c, s) in enumerate(gold)
            if number not in taken and _dice(content, c) >= 0.5 and _dice(source, s) >= 0.5
        ]
        if scored:
            taken.add(max(scored)[1])
        marks.append(bool(scored))
    return marks


def _words(text: str, spans: Sequence[Sequence[int] | Span]) -> set[int]:
    return {
        m.start() for start, end in spans for m in re.compile(r"\w+").finditer(text, start, end)
    }


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _features(proposal: Proposal) -> tuple[float, ...]:
    has_source = float(proposal.source is not None)
    chances = (proposal.cue_chance, proposal.source_chance, proposal.content_chance)
    return (1.0, *chances, has_source)


def _logistic(given: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit the chance of being right by descent, with a light pull to nought."""
    weights = np.zeros(given.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-given @ weights))
        weights -= RATE * (given.T @ (chance - right) / len(right) + 1e-4 * weights)
    spread = np.quantile(1 / (1 + np.exp(-given @ weights)), (0.1, 0.5, 0.9))
    print("confidence from", *(math.floor(100 * s) / 100 for s in spread))
    return weights


if __name__ == "__main__":
    main()
