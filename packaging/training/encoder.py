"""The tagger's network in PyTorch: MiniLM-L6's encoder with a head for each question."""

import math
from collections.abc import Iterator
from pathlib import Path

import torch
import torch.nn.functional as fn
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6
PIECES, PLACES, CASES = 30522, 512, 5
TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", "B-person", "I-person", "B-body", "I-body", "B-place", "I-place")
PAIR = 128  # width of the space in which a cue asks for its source and its content
ROLES = 3  # none, source, content
BUCKETS = 41


class Block(nn.Module):
    """One layer of BERT (Devlin et al. 2019): attention, then two dense layers, each normed."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_dense = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output; ``x`` is [batch, pieces, width], ``mask`` true where read."""
        batch, length, _ = x.shape
        parts = self.attend(x).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        rate = self.dropout if self.training else 0.0
        seen = fn.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=rate)
        seen = self.gather(seen.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm_attention(x + fn.dropout(seen, rate))
        dense = self.narrow(fn.gelu(self.widen(x)))
        return self.norm_dense(x + fn.dropout(dense, rate))


class Encoder(nn.Module):
    """MiniLM-L6-H384 (Wang et al. 2020), with an embedding more: how the word is written."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = dropout
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.cases.weight)

    def forward(self, pieces: Tensor, cases: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the output of each layer, [batch, pieces, width]; ``pieces`` are ids."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.cases(cases)
        x = fn.dropout(self.norm(x), self.dropout if self.training else 0.0)
        outputs = []
        for block in self.blocks:
            x = block(x, mask[:, None, None, :])
            outputs.append(x)
        return outputs


class Reader(nn.Module):
    """The encoder and its heads.

    ``tags``: is a word in a source, a cue or a content. ``asks`` and ``answers``: seen from the
    first word of one cue, is another word in its source, in its content, or in neither; with a
    bias by the signed distance in words. ``names``: person, body or place. ``meaning``: the
    sentence as a vector.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.dropout = dropout
        self.encoder = Encoder(dropout)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.asks = nn.Linear(WIDTH, 2 * PAIR)
        self.answers = nn.Linear(WIDTH, 2 * PAIR)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.names = nn.Linear(WIDTH, len(NAMES))
        self.meaning = nn.Linear(WIDTH, WIDTH)

    def pair(self, cues: Tensor, words: Tensor, buckets: Tensor) -> Tensor:
        """Return scores [cues, words, roles] of words seen from cues; ``words`` has a row a cue."""
        asked = self.asks(cues).view(-1, 1, 2, PAIR)
        given = self.answers(words).view(*words.shape[:2], 2, PAIR)
        scores = (asked * given).sum(-1) / math.sqrt(PAIR) + self.distance.t()[buckets]
        return torch.cat([torch.zeros_like(scores[..., :1]), scores], -1)

    def heads(self) -> Iterator[nn.Parameter]:
        """Return the parameters outside the encoder, and those new to it."""
        for name, parameter in self.named_parameters():
            if not name.startswith("encoder.") or "cases" in name:
                yield parameter


def bucket(distance: Tensor) -> Tensor:
    """Return the bucket of a signed distance in words: each of ±8 its own, then by logarithm."""
    far = distance.abs().float()
    steps = 8 + torch.log(far.clamp(min=1) / 8) / math.log(256 / 8) * 12
    near = torch.where(far <= 8, far, steps.clamp(max=20))
    return (BUCKETS // 2 + torch.sign(distance) * near.round()).long()


@torch.no_grad()
def load_minilm(encoder: Encoder, weights: Path) -> None:
    """Fill an encoder with the published weights (a safetensors file of all-MiniLM-L6-v2)."""
    given = load_file(weights)

    def take(name: str) -> Tensor:
        return given[name].float()

    encoder.words.weight.copy_(take("embeddings.word_embeddings.weight"))
    kind = take("embeddings.token_type_embeddings.weight")[0]
    encoder.places.weight.copy_(take("embeddings.position_embeddings.weight") + kind)
    encoder.norm.weight.copy_(take("embeddings.LayerNorm.weight"))
    encoder.norm.bias.copy_(take("embeddings.LayerNorm.bias"))
    for number, block in enumerate(encoder.blocks):
        base = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            self_attention = [
                take(f"{base}attention.self.{name}.{part}") for name in ("query", "key", "value")
            ]
            getattr(block.attend, part).copy_(torch.cat(self_attention))
            for mine, theirs in (
                ("gather", "attention.output.dense"),
                ("norm_attention", "attention.output.LayerNorm"),
                ("widen", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("norm_dense", "output.LayerNorm"),
            ):
                getattr(getattr(block, mine), part).copy_(take(f"{base}{theirs}.{part}"))
