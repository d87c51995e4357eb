"""Windows of texts, side by side in batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from texts import Laid
from torch import Tensor

from briefing.extraction.tagging.pieces import Vocabulary
from briefing.extraction.tagging.windows import Window, windows

SAME_LENGTH = 20  # batches whose windows are sorted by length together, to waste little padding


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side.

    ``pieces``, ``cases`` and ``mask`` are [windows, pieces]; ``firsts`` and ``real`` are
    [windows, words]: the index of each word's first piece, and whether there is such a word.
    """

    windows: tuple[Window, ...]
    pieces: Tensor
    cases: Tensor
    mask: Tensor
    firsts: Tensor
    real: Tensor


def random_windows(laid: Laid, vocabulary: Vocabulary, chance: random.Random) -> list[Window]:
    """Return windows of one text, cut elsewhere and in another size each time."""
    first = chance.randrange(min(4, max(1, len(laid.units))))
    most = chance.choice((96, 160, 224, 224))
    whole = [laid.units[first:], laid.units[:first]]
    return [w for part in whole if part for w in windows(laid.text, part, vocabulary, most)]


def batches(found: Sequence[Window], size: int, chance: random.Random) -> Iterator[list[int]]:
    """Return the numbers of the windows, ``size`` of like length together, in random order."""
    order = list(range(len(found)))
    chance.shuffle(order)
    step = size * SAME_LENGTH
    cut = [
        sorted(order[i : i + step], key=lambda n: len(found[n].pieces))
        for i in range(0, len(order), step)
    ]
    rows = [part[i : i + size] for part in cut for i in range(0, len(part), size)]
    chance.shuffle(rows)
    yield from rows


def batch(chosen: Sequence[Window], most: int = 512) -> Batch:
    """Lay windows side by side, padded to the longest; pieces beyond ``most`` are left out."""
    length = min(most, max(len(w.pieces) for w in chosen))
    count = max(len(w.firsts) for w in chosen)
    pieces = torch.zeros(len(chosen), length, dtype=torch.long)
    cases = torch.zeros(len(chosen), length, dtype=torch.long)
    mask = torch.zeros(len(chosen), length, dtype=torch.bool)
    firsts = torch.zeros(len(chosen), count, dtype=torch.long)
    real = torch.zeros(len(chosen), count, dtype=torch.bool)
    for row, window in enumerate(chosen):
        read_ = min(most, len(window.pieces))
        pieces[row, :read_] = torch.tensor(window.pieces[:read_])
        cases[row, :read_] = torch.tensor(window.cases[:read_])
        mask[row, :read_] = True
        inside = [first for first in window.firsts if first < read_]
        firsts[row, : len(inside)] = torch.tensor(inside)
        real[row, : len(inside)] = True
    return Batch(tuple(chosen), pieces, cases, mask, firsts, real)


def at_words(outputs: Tensor, laid: Batch) -> Tensor:
    """Return the outputs [windows, words, width] at each word's first piece."""
    return outputs.gather(1, laid.firsts[..., None].expand(-1, -1, outputs.shape[-1]))
