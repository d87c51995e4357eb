"""Runs the tagger's network: a window of words in, scores for each of its words out."""

from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from briefing.extraction.tagging.windows import Window

Scores = NDArray[np.float32]
LONGEST = 512  # pieces; the network has no place for more
_OUTPUTS = ("tags", "asks", "answers", "names", "distance")


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of one window; each array has a row a word.

    ``tags`` [7] are chances: outside, source, cue, content with their beginnings (see TAGS);
    ``asks`` and ``answers`` [256] are vectors from which ``roles`` is worked out; ``names`` [7] are
    chances likewise. ``distance`` [buckets, 2] is added by distance.
    """

    tags: Scores
    asks: Scores
    answers: Scores
    names: Scores
    distance: Scores

    def roles(self, cue: int) -> Scores:
        """Return [words, 3]: the chances of each word, seen from the cue that begins at a word.

        The roles are none, source of this cue and content of this cue.
        """
        count, width = self.answers.shape
        asked = self.asks[cue].reshape(2, width // 2)
        given = self.answers.reshape(count, 2, width // 2)
        scores = (given * asked).sum(-1) / np.float32((width // 2) ** 0.5)
        scores += self.distance[_buckets(np.arange(count) - cue, len(self.distance))]
        return softmax(np.concatenate([np.zeros((count, 1), np.float32), scores], -1))


class Network:
    """The network, loaded; one thread, so that the answers never depend on their number."""

    def __init__(self, model: bytes) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.use_deterministic_compute = True
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )

    def answer(self, window: Window) -> Answer:
        """Return the scores of a window; words beyond the longest window are left without."""
        inside = [first for first in window.firsts if first < LONGEST]
        given = {
            "pieces": np.array(window.pieces[:LONGEST], np.int64),
            "cases": np.array(window.cases[:LONGEST], np.int64),
            "firsts": np.array(inside, np.int64),
        }
        tags, asks, answers, names, distance = self._session.run(_OUTPUTS, given)
        return Answer(softmax(tags), asks, answers, softmax(names), distance)


def softmax(scores: Scores) -> Scores:
    """Return chances along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    chances: Scores = raised / raised.sum(-1, keepdims=True)
    return chances


def _buckets(distance: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the bucket of each signed distance: those up to 8 words their own, then coarser."""
    middle = count // 2
    far = np.abs(distance).astype(np.float32)
    steps = 8 + np.log(np.maximum(far, 1) / 8) / np.log(256 / 8) * 12
    near = np.where(far <= 8, far, np.minimum(steps, middle))
    return (middle + np.sign(distance) * np.rint(near)).astype(np.int64)
