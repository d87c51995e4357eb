"""Trains the teacher on articles annotated by hand (PolNeAR), which stay where they are.

``python packaging/training/teach.py ARTICLES.jsonl OUT --minilm FOLDER [--start WEIGHTS]
[--epochs N] [--size N] [--rate X]``. A line an article: ``text`` and ``attributions`` with
``source``, ``cue`` and ``content`` as lists of offsets. The teacher is not shipped: see README.md.
"""

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as fn
from encoder import TAGS, Reader, bucket, load_minilm
from material import Batch, at_words, batch, batches
from texts import lay
from torch import Tensor

from briefing.extraction.tagging.pieces import Vocabulary, vocabulary
from briefing.extraction.tagging.windows import Window, windows

WARM_UP = 0.06  # share of the steps in which the rate rises; then it falls to nothing
ROLE_WEIGHTS = (1.0, 2.0, 1.0)  # none, source, content: sources are short and must not drown
ROLES = {"source": 1, "content": 2}
BEGINS = {"source": TAGS.index("B-source"), "cue": TAGS.index("B-cue")}
BEGINS["content"] = TAGS.index("B-content")


@dataclass(frozen=True, slots=True)
class Example:
    """A window with a tag a word, and for each cue in it the role of each word."""

    window: Window
    tags: tuple[int, ...]
    cues: tuple[tuple[int, tuple[int, ...]], ...]


def main() -> None:
    """Train and write the weights; a line every 25 steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--size", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    words = vocabulary(given.minilm / "vocab.txt")
    lines = given.articles.read_text("utf-8").splitlines()
    examples = [e for line in lines for e in _examples(json.loads(line), words)]
    reader = Reader()
    load_minilm(reader.encoder, given.minilm / "model.safetensors")
    if given.start:
        reader.load_state_dict(torch.load(given.start))
    _train(reader, examples, given)
    torch.save(reader.state_dict(), given.out)


def _examples(article: dict[str, Any], words: Vocabulary) -> list[Example]:
    laid = lay(article["text"], article["doc_id"])
    found = []
    for window in windows(laid.text, laid.units, words):
        tags = [0] * len(window.words)
        cues = []
        for attribution in article["attributions"]:
            for part in ("content", "source", "cue"):
                for span in attribution[part]:
                    for place, word in enumerate(_inside(window, [span])):
                        tags[word] = BEGINS[part] + (place > 0)
            cue = _inside(window, attribution["cue"])
            if cue:
                roles = [0] * len(window.words)
                for part in ("content", "source"):
                    for word in _inside(window, attribution[part]):
                        roles[word] = ROLES[part]
                cues.append((cue[0], tuple(roles)))
        found.append(Example(window, tuple(tags), tuple(cues)))
    return found


def _inside(window: Window, spans: Sequence[Sequence[int]]) -> list[int]:
    return [
        number
        for number, word in enumerate(window.words)
        if any(start <= word.start < end for start, end in spans)
    ]


def _train(reader: Reader, examples: Sequence[Example], given: argparse.Namespace) -> None:
    reader.encoder.words.weight.requires_grad_(False)
    heads = list(reader.heads())
    new = {id(p) for p in heads}
    body = [p for p in reader.parameters() if p.requires_grad and id(p) not in new]
    groups = [{"params": body, "lr": given.rate}, {"params": heads, "lr": 5 * given.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    base = [group["lr"] for group in optimiser.param_groups]
    total = int(len(examples) / given.size * given.epochs)
    chance, step, mean = random.Random(1), 0, 0.0
    reader.train()
    while step < total:
        for numbers in batches([e.window for e in examples], given.size, chance):
            rising = (step + 1) / (WARM_UP * total)
            factor = min(rising, (total - step) / ((1 - WARM_UP) * total))
            for group, rate in zip(optimiser.param_groups, base, strict=True):
                group["lr"] = rate * factor
            chosen = [examples[n] for n in numbers]
            loss = _loss(reader, batch([e.window for e in chosen]), chosen)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            mean = loss.item() if step == 1 else 0.98 * mean + 0.02 * loss.item()
            if step % 25 == 0:
                print(step, total, round(mean, 4), flush=True)
            if step >= total:
                return


def _loss(reader: Reader, laid: Batch, examples: Sequence[Example]) -> Tensor:
    tags = torch.full(laid.real.shape, -100)
    rows, cues, roles = [], [], []
    for row, example in enumerate(examples):
        count = int(laid.real[row].sum())
        tags[row, :count] = torch.tensor(example.tags[:count])
        for cue, wanted in example.cues:
            if cue < count:
                rows.append(row)
                cues.append(cue)
                padded = torch.full((laid.real.shape[1],), -100)
                padded[:count] = torch.tensor(wanted[:count])
                roles.append(padded)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        at = at_words(reader.encoder(laid.pieces, laid.cases, laid.mask)[-1], laid)
        at = fn.dropout(at, reader.dropout)
        loss = fn.cross_entropy(
            reader.tags(at).float().flatten(0, 1), tags.flatten(), ignore_index=-100
        )
        if rows:
            buckets = bucket(torch.arange(at.shape[1])[None] - torch.tensor(cues)[:, None])
            scores = reader.pair(at[rows, cues], at[rows], buckets).float()
            loss = loss + fn.cross_entropy(
                scores.flatten(0, 1),
                torch.stack(roles).flatten(),
                ignore_index=-100,
                weight=torch.tensor(ROLE_WEIGHTS),
            )
    return loss


if __name__ == "__main__":
    main()
