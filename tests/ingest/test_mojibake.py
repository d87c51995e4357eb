"""Garbled characters are repaired where that is certain, and reported where they are lost."""

import pytest

from briefing.ingest.mojibake import repair

GOOD = [
    "“We met in Málaga’s café – ‘in good faith’ – and it cost €5,” she said.",
    "« L’été, à Orléans », a-t-il écrit ; « déjà » ? — Œuvres et cœur, Noël, où, ça.",
    "„Große Übergänge“, sagte sie, „über Köln – für 10 °C und 5 § 3“.",
    "¿Qué pasó en España? «Nada», dijo el señor Núñez; 1.º y 2.ª, ½ €.",
    "À São João, não há razões: “Ações à vista” — coração, É.",
    "Łódź, Kraków i Gdańsk; „żółć” – ćma, ślub.",
    "Příští schůzka v Plzni; „ďábel“, ťuk, Žižka, Ústí.",
    "İstanbul’da “ışık” ve ağaç; Şişli, Üsküdar.",
    "Árvíztűrő „tükörfúrógép” – Győr.",
    "Тегеран и Москва: «Рабочая встреча» — «Съезд», №5.",
    "Київ: «Їжак», ґанок — п’ять.",
    "Η Αθήνα, «Ελλάδα» – Ήλιος, ΞΕΝΟΔΟΧΕΙΟ.",
    "두 나라는 “합의”했다. 中國과 「日本」…",
    "两国“会谈”——《协定》；１２％。",
    "兩國「會談」，《協定》。",
    "首相は「合意した」と述べた。ＮＨＫ",
    "قال «نعم»، ثم سكت؟",
    "שלום – ״כן״, ׳לא׳.",
    "นายก “พบ” กัน",
    "दोनों देशों “ने” कहा।",
    "Bộ trưởng “đã gặp” ở Hà Nội – Đà Nẵng.",
    "SÃO PAULO, MÜNCHEN, CÔTE D’IVOIRE, “BOGOTÁ” – ‘PERÚ’",
    "“Ã” is a letter of Portuguese, and “Î” of Romanian.",
    "10 × 10² = 10³; x² + y²; ±5 µm; ¶ 3; © 2024 ® ™",
    "🤝🇰🇷 ✓ → ★ ♥ ①②",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_good_text_comes_back_as_it_is(text):
    for shape in (text, text.upper(), text.lower(), f"“{text}”", f"«{text}»\n‘{text}’", text * 3):
        repaired = repair(shape)
        assert (repaired.text, repaired.notices) == (shape, ())


@pytest.mark.parametrize("through", ["latin-1", "cp1252"])
@pytest.mark.parametrize("times", [1, 2])
def test_utf_8_that_was_misread_is_repaired(through, times):
    repaired = 0
    for text in GOOD[:9]:
        garbled = text
        try:
            for _ in range(times):
                garbled = garbled.encode().decode(through)
        except UnicodeDecodeError:
            continue
        assert repair(f"{garbled}\n{garbled}").text == f"{text}\n{text}"
        repaired += 1
    assert repaired >= 2


def test_other_scripts_are_repaired_too():
    text = "두 나라 장관은 항구 도시에서 만났다.\nМинистры встретились вчера."
    assert repair(text.encode().decode("latin-1")).text == text


def test_the_good_lines_beside_a_garbled_one_stay_and_the_places_are_told():
    good = "‘Fine’ – said Muñoz…"
    repaired = repair(f"{good}\nThe cafÃ© in MÃ¡laga â€“ closed\n{good}")
    assert repaired.text == f"{good}\nThe café in Málaga – closed\n{good}"
    assert repaired.notices == (
        "Characters that had been garbled (UTF-8 read as another character set) were repaired "
        "in 3 places.",
    )


def test_a_single_place_is_repaired_where_nothing_else_can_be_meant():
    assert repair("the cafÃ© closed").text == "the café closed"
    assert repair("the cafÃ© closed").notices[0].endswith("in 1 place.")


def test_quotation_marks_widths_and_ligatures_are_left_alone():
    text = "“ﬁne”, ‘ＡＢＣ’ … cafÃ© &amp; “x”"
    assert repair(text).text == "“ﬁne”, ‘ＡＢＣ’ … café &amp; “x”"


@pytest.mark.parametrize(
    "text",
    [
        "장관은 占쏙옙占쏙옙 만났다",
        "部长锟斤拷锟斤拷会面",
        "두 나라 장관은 항구 도시에서 만났다".encode().decode("gbk", errors="replace"),
        "두 나라 장관은 항구 도시에서 만났다".encode().decode("cp949", errors="replace"),
        "两国部长在港口城市会面，同意分享配额".encode().decode("gbk", errors="replace"),
    ],
)
def test_what_cannot_be_repaired_is_told(text):
    repaired = repair(text)
    assert repaired.text == text
    assert repaired.notices == (
        "Some of the text had been garbled before it was saved, and cannot be repaired; "
        "look for a better copy.",
    )


def test_windows_punctuation_read_as_controls_is_repaired_and_a_line_end_is_none():
    assert repair("the minister\x92s \x93yes\x94").text == "the minister’s “yes”"
    assert repair("one line\x85another").text == "one line\x85another"
