"""Characters that a file cannot hold, and addresses that are links."""

import pytest

from briefing.exporters.characters import between_numbers, one_line, printable, web_address


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("plain", "plain"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("a\ud800b\ufffe", "ab"),
        ("one\r\ntwo\rthree\u2028four\x0bfive", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("4\u00a0% – 한국 m³", "4\u00a0% – 한국 m³"),
    ],
)
def test_printable(raw, kept):
    assert printable(raw) == kept


def test_one_line():
    assert one_line(" a\nb ") == "a b"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a b?c=한", "https://example.org/a%20b?c=%ED%95%9C"),
        ("https://example.org/%20", "https://example.org/%20"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("javascript:alert(1)", ""),
        ("example.org", ""),
        ("", ""),
    ],
)
def test_web_address(target, address):
    assert web_address(target) == address


def test_a_few_note_numbers_stay_together_and_many_may_part():
    assert between_numbers(2) == ",\u00a0"
    assert between_numbers(12) == ", "
