"""Chances become speaker, cue and content."""

import numpy as np
import pytest

from briefing.extraction.tagging.card import Thresholds
from briefing.extraction.tagging.decoding import decode
from briefing.extraction.tagging.network import Answer
from briefing.extraction.tagging.windows import Window
from briefing.model.source import Span

WANTED = Thresholds(cue=0.5, source=0.4, content=0.5)
WIDTH = 4
FAR = 12.0


def answer_of(cues, roles):
    """An answer whose roles are given: cue word -> a letter a word (s, c or .)."""
    count = len(next(iter(roles.values())))
    tags = np.full((count, 7), 0.01, np.float32)
    for start, end in cues:
        tags[start, 3] = 0.9
        tags[start + 1 : end, 4] = 0.9

    class Given(Answer):
        __slots__ = ()

        def roles(self, cue):
            rows = {".": (0.9, 0.05, 0.05), "s": (0.05, 0.9, 0.05), "c": (0.05, 0.05, 0.9)}
            return np.array([rows[letter] for letter in roles[cue]], np.float32)

    empty = np.zeros((count, WIDTH), np.float32)
    return Given(tags, empty, empty, tags, empty)


def window_of(*counts, own=None):
    total = sum(counts)
    words = tuple(Span(10 * i, 10 * i + 9) for i in range(total))
    return Window(words, (), (), tuple(range(total)), counts, own or (0, total))


def spans(first, last):
    return Span(10 * first, 10 * last - 1)


def test_a_cue_takes_its_source_and_its_content():
    answer = answer_of([(1, 2)], {1: "s.cccc."})
    (found,) = decode(window_of(7), answer, WANTED)
    assert (found.source, found.cue) == (spans(0, 1), spans(1, 2))
    assert found.content == (spans(2, 6),)
    assert found.cue_chance == pytest.approx(0.9)


def test_a_hole_of_one_word_is_closed_but_never_over_the_cue():
    answer = answer_of([(3, 4)], {3: "ccc.cc.cc"})
    (found,) = decode(window_of(9), answer, WANTED)
    assert found.content == (spans(0, 3), spans(4, 9))


def test_a_scrap_of_another_sentence_is_dropped_and_a_whole_one_kept():
    scrap = answer_of([(1, 2)], {1: "s.ccc" + "cc...."})
    assert decode(window_of(5, 6), scrap, WANTED)[0].content == (spans(2, 5),)
    whole = answer_of([(1, 2)], {1: "s.cc." + "cccccc"})
    assert decode(window_of(5, 6), whole, WANTED)[0].content == (spans(2, 11),)


def test_a_content_wholly_elsewhere_is_kept():
    answer = answer_of([(1, 2)], {1: "s...." + "ccc..."})
    assert decode(window_of(5, 6), answer, WANTED)[0].content == (spans(5, 8),)


def test_one_word_is_no_content():
    assert decode(window_of(4), answer_of([(1, 2)], {1: "s.c."}), WANTED) == []


def test_a_speaker_is_not_sought_in_a_later_sentence():
    answer = answer_of([(1, 2)], {1: "s.cc." + "sss..."})
    assert decode(window_of(5, 6), answer, WANTED)[0].source == spans(0, 1)


def test_cues_of_the_neighbouring_window_are_left_to_it():
    answer = answer_of([(1, 2), (5, 6)], {1: "s.cc....", 5: "....s.cc"})
    assert [p.cue for p in decode(window_of(4, 4, own=(2, 8)), answer, WANTED)] == [spans(5, 6)]


def test_the_source_is_one_run_the_likeliest():
    answer = answer_of([(3, 5)], {3: "s....cccss"})
    (found,) = decode(window_of(10), answer, WANTED)
    assert found.source == spans(8, 10)
    assert found.cue == spans(3, 5)
