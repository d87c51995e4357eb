"""Unseen and disguising characters are taken out, those that writing needs stay."""

import random
import sys
import unicodedata

import pytest

from briefing.ingest.characters import for_terminal, one_line, without_unseen

KEPT = [
    "👨‍👩‍👧 ❤️ 1️⃣ 🏳️‍🌈 👍🏽 🇰🇷",
    "می‌خواهم، سه‌شنبه",
    "क्‍ष ශ්‍රී",
    "漢\U000e0100字",
    "مُحَمَّدٌ",
    "בְּרֵאשִׁ֖ית",
    "ᄒᆞᆫ ㄱㄴ",
    "กำลัง น้ำ",
    "Việt Nam; ą̊; q̈́",
    "\ue000",
    "a\tb\nc",
]  # fmt: skip


@pytest.mark.parametrize("text", KEPT)
def test_what_writing_needs_stays(text):
    assert without_unseen(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Free\0do\x1b[2Jnia\x07", "Freedonia"),
        ("Ta\u200d\ufeffm\u200car", "Tamar"),
        ("Syl\xadva\u200bnia\u2060", "Sylvania"),
        ("invoice\u202etxt.exe\u2066x\u2069", "invoicetxt.exex"),
        ("a\U000e0041\U000e0042\U000e007fb", "ab"),
        ("a\ufe0fb\U000e0101\U000e0102", "ab"),
        ("❤\ufe0f\ufe0f\U000e0101\U000e0102", "❤\ufe0f"),
        ("x\ufff9y\ufffaz\ufffb", "xyz"),
        ("한\u3164글\u1160", "한글"),
        ("\r\nа\x0bb\x85c\u2028d", "\nа\nb\nc\nd"),
        ("x" + "\u0300\u0301\u0302\u0303" * 8 + "y", "x\u0300\u0301\u0302\u0303y"),
        ("ก" + "\u0e49" * 40, "ก" + "\u0e49" * 6),
        ("\ud83d\ude00 \ud800 \uffff \U0001fffe", "😀 \ufffd \ufffd \ufffd"),
    ],
)
def test_what_is_unseen_goes(text, left):
    assert without_unseen(text) == left


@pytest.mark.parametrize(
    "text",
    ["한국과 중국의 합의",
     "Málaga, Łódź, Übergang, naïve, İzmir", "Đà Nẵng", "ガーデンとパリ", "Ёлка й Ї", "ά ώ"],
)  # fmt: skip
def test_letters_in_parts_are_put_together(text):
    assert without_unseen(unicodedata.normalize("NFD", text)) == text


def test_nothing_else_is_normalised():
    text = "ﬁ Å ＡＢＣ ① ㎏ 豈 … “x” \u2126 ½"
    assert without_unseen(text) == text


def test_no_letter_digit_or_sign_is_lost():
    fillers = set("\u115f\u1160\u3164\uffa0")
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char)[0] in "LNPS" and char not in fillers:
            assert without_unseen(f". {char}") == f". {char}"


def test_every_text_can_be_written_and_is_cleaned_once_for_all():
    draw = random.Random(3)
    special = "\u200d\u200c\ufe0f\ufe0e\u0301\u1160\u115f\u1161\u11a8\ud800\udc00"
    special += "\U000e0041\u202e\x1b\r\n❤aक한"
    for _ in range(3000):
        text = "".join(draw.choice(special) for _ in range(draw.randrange(12)))
        cleaned = without_unseen(text)
        cleaned.encode()
        assert without_unseen(cleaned) == cleaned
        assert one_line(one_line(text)) == one_line(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("report 한국.txt", "report 한국.txt"),
        ("emoji 🤝🇰🇷 👨‍👩‍👧.txt", "emoji 🤝🇰🇷 👨‍👩‍👧.txt"),
        ("\x1b[2J\x1b]0;x\x07", "\\x1b[2J\\x1b]0;x\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("new\nline\ttab\r", "new\\nline\\ttab\\r"),
        ("rtl \u202etxt.exe", "rtl \\u202etxt.exe"),
        ("\udc80\ufeff\U000e0041", "\\udc80\\ufeff\\U000e0041"),
    ],
)
def test_a_terminal_obeys_nothing(text, shown):
    assert for_terminal(text) == shown


def test_no_control_of_any_kind_reaches_a_terminal():
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(
            char
        ) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}:
            assert char not in for_terminal(f"a{char}b")
            assert for_terminal(f"a{char}b").isprintable()
