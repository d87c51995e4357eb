"""Words and word pieces are cut as the network was trained on them."""

import pytest

from briefing.extraction.tagging.pieces import Vocabulary, case, vocabulary, words

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "talk", "##s", "##ing", "seoul", "e", "##u")


@pytest.fixture
def known():
    return Vocabulary(PIECES)


def test_the_longest_piece_is_taken_first(known):
    assert known.cut("Talks") == (4, 5)
    assert known.cut("talking") == (4, 6)


def test_accents_and_capitals_do_not_matter(known):
    assert known.cut("SÉOUL") == known.cut("seoul") == (7,)


def test_a_word_that_cannot_be_cut_is_one_unknown_piece(known):
    assert known.cut("talkx") == (known.unknown,)
    assert known.cut("s" * 101) == (known.unknown,)
    assert known.cut("\u0301") == (known.unknown,)


def test_a_vocabulary_has_a_piece_a_line(tmp_path):
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(PIECES) + "\n", "utf-8")
    assert vocabulary(path).cut("eu") == (8, 9)


def test_words_and_marks_keep_their_offsets():
    text = "“Xi’s visit,” he_said."
    found = [text[start:end] for start, end in words(text, 0, len(text))]
    assert found == ["“", "Xi", "’", "s", "visit", ",", "”", "he", "_", "said", "."]
    assert words(text, 6, 11) == ((6, 11),)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("visit", 0), ("“", 0), ("Seoul", 1), ("A", 1), ("EU", 2), ("McKay", 3), ("15th", 4)],
)
def test_case_tells_how_a_word_is_written(word, expected):
    assert case(word) == expected
