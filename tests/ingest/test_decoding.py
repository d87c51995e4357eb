"""Characters are told from bytes: marks, declarations, and guesses that hold."""

import codecs
import contextlib

import pytest

from briefing.ingest.decoding import decode
from briefing.model.errors import SourceError

TEXT = "The minister’s café talks – in Málaga – cost €5.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-8"),
        (b"", "cp1252"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_usual_encodings_are_told(mark, encoding):
    assert decode(mark + TEXT.encode(encoding), "a.txt") == TEXT


def test_the_character_set_that_a_page_declares_is_used():
    page = '<html><head><meta charset="euc-kr"></head><body><p>회담은 끝났다.</p></body></html>'
    assert decode(page.encode("euc-kr"), "a.html") == page


def test_a_false_declaration_does_no_harm():
    page = '<meta charset="no-such-set"><p>Málaga and all that surrounds it.</p>'
    assert decode(page.encode("cp1252"), "a.html") == page
    assert decode(page.encode(), "a.html") == page


def test_text_without_a_declaration_is_guessed():
    text = "Делегации двух стран встретились в Осло и договорились о паромах. " * 5
    assert decode(text.encode("cp1251"), "a.txt") == text


def test_a_broken_character_does_not_make_the_rest_unreadable():
    data = ("Die Gespräche in Málaga endeten gestern. " * 60).encode()
    text = decode(data[:100] + b"\xff" + data[100:], "a.txt")
    assert text.count("�") == 1
    assert "Málaga" in text


def test_bytes_that_are_no_characters_are_told():
    with pytest.raises(SourceError) as caught:
        decode(bytes([0x00, 0x41, 0xFF]) * 7, "odd.txt")
    assert "odd.txt" in caught.value.message
    assert "UTF-8" in caught.value.hint


def test_any_bytes_give_text_or_are_told():
    given = 0
    for first in range(256):
        with contextlib.suppress(SourceError):
            given += bool(decode(bytes([first, 0x41, 255 - first]) * 7, "odd.txt"))
    assert given > 128
