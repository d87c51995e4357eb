"""Teaches a student what the teacher reads, on open texts alone; and names and meaning besides.

``python packaging/training/distil.py TEACHER OUT --texts FOLDER … [--names FILE] [--minutes N]``

The student starts from the published MiniLM-L6 and never sees the articles that the teacher was
trained on: it learns to answer as the teacher does (Hinton et al. 2015) and to pass through like
states on the way (Jiao et al. 2020). ``--names`` has silver labels (see name_labels.py).
"""

import argparse
import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as fn
from encoder import NAMES, Encoder, Reader, bucket, load_minilm
from material import Batch, at_words, batch, batches, random_windows
from texts import Laid, lay, texts_below
from torch import Tensor

from briefing.extraction.tagging.pieces import Vocabulary, vocabulary

LIKELY_CUE = 0.1  # what the teacher's chance for a cue must be for its view to be learned
CUE = 3  # its tag


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what is taught of it besides: a name tag a word and a vector a unit."""

    laid: Laid
    names: Mapping[int, int]  # by the word's first character; absent: no name
    vectors: Mapping[int, Tensor]  # by the unit's first character


def main() -> None:
    """Train until the minutes are over; write the student and a line a minute."""
    given = _arguments()
    torch.set_num_threads(given.threads)
    torch.manual_seed(1)
    chance = random.Random(1)
    words = vocabulary(given.minilm / "vocab.txt")
    teacher = Reader(0.0)
    teacher.load_state_dict(torch.load(given.teacher))
    teacher.eval()
    student = Reader(0.0)
    load_minilm(student.encoder, given.minilm / "model.safetensors")
    if given.start:
        student.load_state_dict(torch.load(given.start))
    minilm = None if given.without_meaning else given.minilm
    texts = _labelled(texts_below(given.texts), given.names, words, minilm)
    print("texts", len(texts), "units", sum(len(t.laid.units) for t in texts), flush=True)
    _train(student, teacher, texts, words, chance, given)
    torch.save(student.state_dict(), given.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--without-meaning", action="store_true")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--size", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _labelled(
    texts: Sequence[tuple[str, str]], names: Path | None, words: Vocabulary, minilm: Path | None
) -> list[Labelled]:
    encoder = Encoder(0.0)
    if minilm is not None:
        load_minilm(encoder, minilm / "model.safetensors")
    encoder.eval()
    silver = json.loads(names.read_text("utf-8")) if names else {}
    found = []
    for name, text in texts:
        laid = lay(text, name)
        tags = {int(at): NAMES.index(tag) for at, tag in silver.get(name, {}).items()}
        vectors = {} if minilm is None else _vectors(laid, words, encoder)
        found.append(Labelled(laid, tags, vectors))
    return found


@torch.inference_mode()
def _vectors(laid: Laid, words: Vocabulary, encoder: Encoder) -> dict[int, Tensor]:
    """Return the published model's vector of each unit: the mean over its pieces, length 1."""
    found: dict[int, Tensor] = {}
    rows = sorted(laid.units, key=lambda unit: len(unit.words))
    for at in range(0, len(rows), 32):
        part = rows[at : at + 32]
        ids = [[words.opening, *_ids(laid.text, u.words, words), words.border] for u in part]
        longest = min(256, max(map(len, ids)))
        pieces = torch.zeros(len(part), longest, dtype=torch.long)
        mask = torch.zeros(len(part), longest, dtype=torch.bool)
        for row, one in enumerate(ids):
            cut = one[:longest]
            pieces[row, : len(cut)] = torch.tensor(cut)
            mask[row, : len(cut)] = True
        out = encoder(pieces, torch.zeros_like(pieces), mask)[-1]
        mean = (out * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        for unit, vector in zip(part, fn.normalize(mean, dim=-1), strict=True):
            found[unit.words[0].start] = vector.clone()
    return found


def _ids(text: str, spans: Sequence[tuple[int, int]], words: Vocabulary) -> list[int]:
    return [piece for start, end in spans for piece in words.cut(text[start:end])]


def _train(
    student: Reader,
    teacher: Reader,
    texts: Sequence[Labelled],
    words: Vocabulary,
    chance: random.Random,
    given: argparse.Namespace,
) -> None:
    student.encoder.words.weight.requires_grad_(False)
    heads = list(student.heads())
    new = {id(p) for p in heads}
    body = [p for p in student.parameters() if p.requires_grad and id(p) not in new]
    groups = [{"params": body, "lr": given.rate}, {"params": heads, "lr": 3 * given.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    base = [group["lr"] for group in optimiser.param_groups]
    started, told, step, mean = time.monotonic(), 0.0, 0, None
    while True:
        pool = [(w, t) for t in texts for w in random_windows(t.laid, words, chance)]
        for numbers in batches([w for w, _ in pool], given.size, chance):
            done = (time.monotonic() - started) / (60 * given.minutes)
            if done >= 1:
                return
            factor = min((step + 1) / 100, 1 - done)
            for group, rate in zip(optimiser.param_groups, base, strict=True):
                group["lr"] = rate * factor
            rows = [pool[n] for n in numbers]
            losses = _losses(student, teacher, batch([w for w, _ in rows]), [t for _, t in rows])
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            now = torch.stack([v.detach() for v in losses.values()])
            mean = now if mean is None else 0.98 * mean + 0.02 * now
            if time.monotonic() - told > 60:
                told = time.monotonic()
                shown = {k: round(v, 4) for k, v in zip(losses, mean.tolist(), strict=True)}
                print(step, f"{done:.2f}", shown, flush=True)
                torch.save(student.state_dict(), given.out)


def _losses(
    student: Reader, teacher: Reader, laid: Batch, texts: Sequence[Labelled]
) -> dict[str, Tensor]:
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        wanted = teacher.encoder(laid.pieces, torch.zeros_like(laid.cases), laid.mask)
        wanted_words = at_words(wanted[-1], laid)
        wanted_tags = teacher.tags(wanted_words).float().softmax(-1)
    wanted = [w.float().clone() for w in wanted]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = student.encoder(laid.pieces, laid.cases, laid.mask)
        at = at_words(states[-1], laid)
        tags = student.tags(at).float()
        return {
            "states": _states(states, wanted, laid.mask),
            "tags": _divergence(tags[laid.real], wanted_tags.clone()[laid.real]),
            "pair": _pairs(student, teacher, laid, at, wanted_words.clone(), wanted_tags),
            "names": 0.5 * _names(student, laid, at, texts),
            "meaning": 0.5 * _meaning(student, laid, at, texts),
        }


def _states(states: Sequence[Tensor], wanted: Sequence[Tensor], mask: Tensor) -> Tensor:
    """Return how far the layers' outputs lie from the teacher's; the last counts for less."""
    weights = [1.0] * (len(states) - 1) + [0.5]
    parts = [
        weight * (mine.float() - theirs)[mask].pow(2).mean()
        for weight, mine, theirs in zip(weights, states, wanted, strict=True)
    ]
    return torch.stack(parts).sum()


def _divergence(given: Tensor, wanted: Tensor) -> Tensor:
    return -(wanted * given.log_softmax(-1)).sum(-1).mean()


def _pairs(
    student: Reader, teacher: Reader, laid: Batch, at: Tensor, wanted: Tensor, tags: Tensor
) -> Tensor:
    rows, cues = ((tags[..., CUE] > LIKELY_CUE) & laid.real).nonzero(as_tuple=True)
    if not len(rows):
        return at.sum() * 0
    buckets = bucket(torch.arange(at.shape[1])[None] - cues[:, None])
    with torch.inference_mode():
        target = teacher.pair(wanted[rows, cues].float(), wanted[rows].float(), buckets).softmax(-1)
    mine = student.pair(at[rows, cues], at[rows], buckets).float()
    real = laid.real[rows]
    return 2 * _divergence(mine[real], target.clone()[real])


def _names(student: Reader, laid: Batch, at: Tensor, texts: Sequence[Labelled]) -> Tensor:
    wanted = torch.full(laid.real.shape, -100)
    for row, (window, text) in enumerate(zip(laid.windows, texts, strict=True)):
        if text.names:
            tags = [text.names.get(word.start, 0) for word in window.words]
            wanted[row, : len(tags)] = torch.tensor(tags)
    wanted[~laid.real] = -100
    if bool((wanted == -100).all()):
        return at.sum() * 0
    scores = student.names(at).float()
    return fn.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=-100)


def _meaning(student: Reader, laid: Batch, at: Tensor, texts: Sequence[Labelled]) -> Tensor:
    given, wanted = [], []
    for row, (window, text) in enumerate(zip(laid.windows, texts, strict=True)):
        first = 0
        for count in window.units:
            vector = text.vectors.get(window.words[first].start)
            if vector is not None and first + count <= int(laid.real[row].sum()):
                given.append(at[row, first : first + count].float().mean(0))
                wanted.append(vector)
            first += count
    if not given:
        return at.sum() * 0
    mine = fn.normalize(student.meaning(torch.stack(given)).float(), dim=-1)
    return (1 - (mine * torch.stack(wanted)).sum(-1)).mean()


if __name__ == "__main__":
    main()
