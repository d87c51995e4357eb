"""Windows hold every sentence, and each cue belongs to one window."""

from itertools import pairwise

import pytest

from briefing.extraction.tagging.pieces import Vocabulary
from briefing.extraction.tagging.windows import units, windows
from briefing.ingest.read import read

KNOWN = Vocabulary(("[PAD]", "[UNK]", "[CLS]", "[SEP]"))
TEXT = "\n\n".join(
    f"Minister {n} said that talks would go on. She left for the airport in the evening of day {n}."
    for n in range(12)
)


def source_of(text):
    return read(text.encode(), "talks.txt", as_is=True)


@pytest.mark.parametrize("most", [12, 24, 40, 75, 224])
def test_every_word_is_one_windows_own(most):
    source = source_of(TEXT)
    laid = units(source)
    found = windows(source.text, laid, KNOWN, most)
    own = [word for w in found for word in w.words[w.own[0] : w.own[1]]]
    assert own == [word for unit in laid for word in unit.words]


def test_windows_are_no_larger_than_asked():
    source = source_of(TEXT)
    found = windows(source.text, units(source), KNOWN, 60)
    assert len(found) > 3
    assert all(len(w.pieces) <= 61 for w in found)
    assert all(one.words[-1] in other.words for one, other in pairwise(found))


def test_a_sentence_too_long_for_a_window_stands_alone():
    source = source_of("Short one. " + "very " * 100 + "long one. Short again.")
    found = windows(source.text, units(source), KNOWN, 40)
    own = [word for w in found for word in w.words[w.own[0] : w.own[1]]]
    assert len(own) == len(set(own)) == sum(len(u.words) for u in units(source))


def test_an_endless_sentence_is_cut():
    source = source_of("word " * 1000 + "end.")
    assert max(len(unit.words) for unit in units(source)) <= 110


def test_paragraphs_are_parted_by_a_border():
    source = source_of("One here.\n\nTwo there.")
    (window,) = windows(source.text, units(source), KNOWN)
    assert window.pieces.count(KNOWN.border) == 2
    assert [window.pieces[first] for first in window.firsts] == [KNOWN.unknown] * 6
    assert window.units == (3, 3)


def test_nothing_to_read_gives_no_window():
    assert windows("", (), KNOWN) == ()
