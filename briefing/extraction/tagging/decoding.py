"""Turns the network's chances into speaker, cue and content, under the constraints of the field."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.extraction.tagging.card import Thresholds
from briefing.extraction.tagging.network import Answer, Scores
from briefing.extraction.tagging.proposals import NameKind, NameProposal, Proposal
from briefing.extraction.tagging.windows import Window
from briefing.model.source import Span

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
# Outside, then beginning and inside of each kind.
NAMES = (None, *(kind for kind in NameKind for _ in range(2)))
_BEGINS_CUE, _IN_CUE = TAGS.index("B-cue"), TAGS.index("I-cue")
_SOURCE, _CONTENT = 1, 2  # roles, as Answer.roles has them
_HOLE = 1  # words outside that a content may step over
_MOST_OF_IT = 0.8  # share of another sentence than the cue's that a content there must have
_SHORTEST_CONTENT = 2  # words


def decode(window: Window, answer: Answer, wanted: Thresholds) -> list[Proposal]:
    """Return the attributions whose cue the window answers for, in the order of their cues.

    A cue has one source at most, in one run of words, and a content of two words or more, the cue
    itself left out; holes of a word are closed. In a sentence that has not the cue a content is
    all of it, or nearly, or the cue's own sentence has none.
    """
    found = []
    low, high = window.own
    ends = np.cumsum(window.units)
    for first, last in _cues(answer.tags, wanted.cue):
        if not low <= first < high:
            continue
        proposal = _proposal(window, answer, (first, last), wanted, ends)
        if proposal is not None:
            found.append(proposal)
    return found


def decode_names(window: Window, answer: Answer) -> list[NameProposal]:
    """Return the names that begin among the window's own words."""
    best = answer.names.argmax(-1).tolist()
    chances = answer.names.max(-1)
    low, high = window.own
    found = []
    for start, label in enumerate(best):
        kind = NAMES[label]
        goes_on = start > 0 and _same_name(best[start - 1], label)
        if kind is None or goes_on or not low <= start < high:
            continue
        end = start + 1
        while end < len(best) and _same_name(label, best[end]):
            end += 1
        chance = float(chances[start:end].min())
        found.append(NameProposal(_span(window, (start, end)), kind, chance))
    return found


def _same_name(before: int, here: int) -> bool:
    """Tell whether a label goes on with the name of the word before: "I" after its kind."""
    return here > 0 and here % 2 == 0 and (before + 1) // 2 == here // 2


def _cues(tags: Scores, least: float) -> list[tuple[int, int]]:
    """Return first and last word (exclusive) of each cue."""
    best = tags.argmax(-1)
    starts = np.flatnonzero(tags[:, _BEGINS_CUE] >= least)
    found = []
    for start in starts.tolist():
        end = start + 1
        while end < len(best) and best[end] == _IN_CUE:
            end += 1
        found.append((start, end))
    return found


def _proposal(
    window: Window,
    answer: Answer,
    cue: tuple[int, int],
    wanted: Thresholds,
    ends: NDArray[np.int64],
) -> Proposal | None:
    roles = answer.roles(cue[0])
    contents = _at_home(_contents(roles[:, _CONTENT], cue, wanted.content), cue[0], ends)
    inside = [word for start, end in contents for word in range(start, end)]
    if len(inside) < _SHORTEST_CONTENT:
        return None
    # Nobody is named as a speaker only in a later sentence.
    home = int(ends[np.searchsorted(ends, cue[0], side="right")])
    source = _source(roles[:home, _SOURCE], wanted.source)
    return Proposal(
        _span(window, source) if source else None,
        _span(window, cue),
        tuple(_span(window, content) for content in contents),
        float(answer.tags[cue[0], _BEGINS_CUE]),
        float(roles[source[0] : source[1], _SOURCE].mean()) if source else 0.0,
        float(roles[inside, _CONTENT].mean()),
    )


def _contents(chances: Scores, cue: tuple[int, int], least: float) -> list[tuple[int, int]]:
    """Return the runs of content words; runs of one word beside longer ones are dropped."""
    runs: list[list[int]] = []
    for word in np.flatnonzero(chances > least).tolist():
        if cue[0] <= word < cue[1]:
            continue
        bridged = runs and word - runs[-1][1] <= _HOLE
        if bridged and not runs[-1][1] <= cue[0] < word:
            runs[-1][1] = word + 1
        else:
            runs.append([word, word + 1])
    longer = [run for run in runs if run[1] - run[0] > 1]
    return [(start, end) for start, end in longer or runs]


def _at_home(
    contents: list[tuple[int, int]], cue: int, ends: NDArray[np.int64]
) -> list[tuple[int, int]]:
    """Drop the scraps of other sentences; ``ends`` are the ends of the sentences in words."""
    home = int(np.searchsorted(ends, cue, side="right"))
    parts = [part for content in contents for part in _by_sentence(content, ends)]
    if not any(sentence == home for sentence, _, _ in parts):
        return contents
    kept: list[tuple[int, int]] = []
    for sentence, start, end in parts:
        size = int(ends[sentence] - (ends[sentence - 1] if sentence else 0))
        if sentence != home and end - start < _MOST_OF_IT * size:
            continue
        if kept and kept[-1][1] == start:
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _by_sentence(content: tuple[int, int], ends: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Cut a run of words where sentences end: sentence, first word, last word (exclusive)."""
    found = []
    start, last = content
    while start < last:
        sentence = int(np.searchsorted(ends, start, side="right"))
        end = min(last, int(ends[sentence]))
        found.append((sentence, start, end))
        start = end
    return found


def _source(chances: Scores, least: float) -> tuple[int, int] | None:
    """Return the run of words with the largest sum of chances."""
    runs: list[list[int]] = []
    for word in np.flatnonzero(chances > least).tolist():
        if runs and word - runs[-1][1] <= 1:
            runs[-1][1] = word + 1
        else:
            runs.append([word, word + 1])
    if not runs:
        return None
    start, end = max(runs, key=lambda run: (float(chances[run[0] : run[1]].sum()), -run[0]))
    return start, end


def _span(window: Window, words: Sequence[int]) -> Span:
    return Span(window.words[words[0]].start, window.words[words[1] - 1].end)
