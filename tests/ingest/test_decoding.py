"""Characters are told from bytes: marks, declarations, and guesses that hold."""

import codecs
import contextlib

import pytest

from briefing.ingest.decoding import decode, is_binary, is_wide
from briefing.ingest.encodings import codec_of, declared
from briefing.model.errors import SourceError

TEXT = "The minister’s café talks – in Málaga – cost €5.\n"
ENGLISH = "The two ministers met in the harbour town and agreed to share the quota for three years."
REPORTS = {
    "ko": "두 나라 장관은 항구 도시에서 만나 어획량을 삼 년 동안 나누기로 합의했다고 밝혔다. "
    "대변인은 다음 회담의 날짜가 아직 정해지지 않았으며 양측이 계속 협의할 것이라고 말했다.",
    "zh": "两国部长在港口城市会面，同意在三年内分享捕捞配额。发言人说，下一次会谈的日期还没有确定，"
    "双方将继续就关税和大米价格进行协商。",
    "zh-hant": "兩國部長在港口城市會面，同意在三年內分享捕撈配額。發言人說，下一次會談的日期還沒有"
    "確定，雙方將繼續就關稅和稻米價格進行協商。",
    "ja": "両国の大臣は港町で会談し、三年間にわたり漁獲枠を分け合うことで合意した。報道官は、"
    "次の会談の日程はまだ決まっておらず、協議を続けると述べた。",
    "ru": "Министры двух стран встретились в портовом городе и договорились три года делить квоту. "
    "Представитель сказал, что дата следующей встречи ещё не назначена.",
    "uk": "Міністри двох країн зустрілися у портовому місті й домовилися три роки ділити квоту. "
    "Речниця сказала, що дату наступної зустрічі ще не призначено.",
    "ar": "التقى وزيرا البلدين في مدينة الميناء واتفقا على تقاسم الحصة ثلاث سنوات. "
    "وقال المتحدث إن موعد الاجتماع المقبل لم يحدد بعد.",
    "he": "שרי שתי המדינות נפגשו בעיר הנמל והסכימו לחלוק במכסה במשך שלוש שנים. "
    "הדובר אמר כי מועד הפגישה הבאה טרם נקבע.",
    "el": "Οι υπουργοί των δύο χωρών συναντήθηκαν στην πόλη του λιμανιού και συμφώνησαν να "
    "μοιράζονται την ποσόστωση για τρία χρόνια.",
    "tr": "İki ülkenin bakanları liman şehrinde buluştu ve kotayı üç yıl boyunca paylaşmayı "
    "kararlaştırdı. Sözcü, bir sonraki görüşmenin tarihinin henüz belli olmadığını söyledi.",
    "pl": "Ministrowie obu państw spotkali się w mieście portowym i uzgodnili, że przez trzy lata "
    "będą się dzielić kwotą. Rzeczniczka dodała, że następne spotkanie może odbyć się później.",
    "cs": "Ministři obou zemí se sešli v přístavním městě a dohodli se, že se tři roky budou dělit "
    "o kvótu. Mluvčí řekla, že datum příští schůzky ještě nebylo určeno.",
    "hu": "A két ország miniszterei a kikötővárosban találkoztak, és megegyeztek, hogy három évig "
    "megosztják a kvótát. A szóvivő szerint a következő ülés időpontja még kérdéses.",
    "fr": "Les ministres des deux pays se sont rencontrés dans la cité portuaire et ont décidé de "
    "partager le quota pendant trois années. La porte-parole a précisé que rien n’était réglé.",
    "de": "Die Minister der beiden Länder trafen sich in der Hafenstadt und beschlossen, die Quote "
    "drei Jahre lang zu teilen. Über den nächsten Termin wird später geredet, hieß es.",
    "vi": "Bộ trưởng hai nước đã gặp nhau tại thành phố cảng và đồng ý chia hạn ngạch trong "
    "ba năm.",
}  # fmt: skip
SETS = [
    ("ko", "euc-kr"), ("ko", "cp949"), ("ko", "iso2022_kr"), ("zh", "gb18030"), ("zh", "gbk"),
    ("zh", "gb2312"), ("zh-hant", "big5"), ("zh-hant", "cp950"), ("ja", "shift_jis"),
    ("ja", "cp932"), ("ja", "euc-jp"), ("ja", "iso-2022-jp"), ("ru", "cp1251"), ("ru", "koi8-r"),
    ("ru", "iso-8859-5"), ("ru", "cp866"), ("uk", "cp1251"), ("uk", "koi8-u"), ("ar", "cp1256"),
    ("ar", "iso-8859-6"), ("he", "cp1255"), ("he", "iso-8859-8"), ("el", "cp1253"),
    ("el", "iso-8859-7"), ("tr", "cp1254"), ("tr", "iso-8859-9"), ("pl", "cp1250"),
    ("pl", "iso-8859-2"), ("cs", "cp1250"), ("cs", "iso-8859-2"), ("hu", "cp1250"),
    ("fr", "cp1252"), ("de", "cp1252"), ("de", "latin-1"),
]  # fmt: skip
UNICODE = ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_told_without_a_word(mark, encoding):
    decoded = decode(mark + TEXT.encode(encoding), "a.txt")
    assert (decoded.text, decoded.notices) == (TEXT, ())


@pytest.mark.parametrize("encoding", UNICODE)
@pytest.mark.parametrize("language", REPORTS)
def test_unicode_without_a_mark_is_told_in_every_script(language, encoding):
    text = REPORTS[language]
    data = text.encode(encoding)
    assert decode(data, "a.txt") == decode(text.encode(), "a.txt")
    assert decode(data, "a.txt").text == text
    assert is_wide(data) == (None if encoding == "utf-8" else encoding)


@pytest.mark.parametrize(("language", "encoding"), SETS)
@pytest.mark.parametrize("mixed", [False, True])
def test_what_is_not_declared_is_guessed(language, encoding, mixed):
    text = REPORTS[language].replace("’", "'")
    text = f"{ENGLISH}\n{text}\n{ENGLISH}" if mixed else text
    assert is_wide(text.encode(encoding)) is None
    assert decode(text.encode(encoding), "a.txt").text == text


@pytest.mark.parametrize(
    "names", ["André Muñoz in São Tomé", "Señor García in Málaga", "Zoë of Perú and Panamá"]
)
def test_a_few_foreign_names_are_western_european(names):
    text = f"{ENGLISH}\nPresident {names} said no."
    assert decode(text.encode("latin-1"), "a.txt").text == text


def test_a_guess_is_told():
    decoded = decode(REPORTS["ko"].encode("euc-kr"), "a.txt")
    assert decoded.notices == (
        "The character set was not declared; it was read as EUC-KR (Korean).",
    )


@pytest.mark.parametrize("language", ["ko", "ru", "fr"])
def test_what_a_page_declares_is_used_and_not_told(language):
    encoding = {"ko": "euc-kr", "ru": "koi8-r", "fr": "iso-8859-1"}[language]
    page = f'<html><head><meta charset="{encoding}"></head><p>{REPORTS[language]}</p></html>'
    data = page.replace("’", "'").encode(encoding)
    assert decode(data, "a.html").notices == ()
    assert decode(data, "a.html").text == page.replace("’", "'")


def test_a_declared_set_decides_where_the_bytes_are_few():
    page = '<meta charset="iso-8859-2"><p>Łódź i Kraków</p>'
    assert decode(page.encode("iso-8859-2"), "a.html").text == page


@pytest.mark.parametrize(
    ("said", "language", "encoding"),
    [
        ("euc-kr", "ko", "utf-8"),
        ("iso-2022-jp", "ja", "utf-8"),
        ("utf-8", "ko", "euc-kr"),
        ("iso-8859-1", "ko", "euc-kr"),
        ("iso-8859-1", "pl", "iso-8859-2"),
        ("windows-1251", "ru", "koi8-r"),
        ("gb2312", "ru", "cp1251"),
        ("big5", "zh", "gb18030"),
        ("shift_jis", "ja", "euc-jp"),
        ("no-such-set", "zh-hant", "big5"),
        ("utf-7", "fr", "cp1252"),
        ("unicode_escape", "ru", "cp1251"),
        ("utf-16", "ko", "utf-8"),
    ],
)
def test_a_false_declaration_does_no_harm(said, language, encoding):
    page = f'<html><head><meta charset="{said}"></head><p>{REPORTS[language]}</p></html>'
    assert decode(page.encode(encoding), "a.html").text == page


def test_a_declaration_that_is_overruled_is_told():
    page = f'<meta charset="iso-8859-1"><p>{REPORTS["ko"]}</p>'
    assert decode(page.encode("euc-kr"), "a.html").notices == (
        "The character set is declared as iso-8859-1, which the bytes are not; "
        "it was read as EUC-KR (Korean).",
    )


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        (" ISO-8859-1 ", "cp1252"),
        ("ascii", "cp1252"),
        ("latin5", "cp1254"),
        ("ks_c_5601-1987", "cp949"),
        ("gb2312", "gb18030"),
        ("x-sjis", "cp932"),
        ("utf-7", None),
        ("rot13", None),
        ("base64", None),
        ("", None),
    ],
)
def test_labels_are_read_as_browsers_read_them(label, codec):
    assert codec_of(label) == codec


def test_an_xml_declaration_counts():
    said = declared(b'<?xml version="1.0" encoding="euc-kr"?><html>')
    assert said is not None
    assert (said.label, said.codec) == ("euc-kr", "cp949")


def test_utf_7_is_never_decoded():
    page = "<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-"
    assert decode(page.encode(), "a.html").text == page


def test_a_broken_character_does_not_make_the_rest_unreadable():
    data = ("Die Gespräche in Málaga endeten gestern. " * 60).encode()
    decoded = decode(data[:100] + b"\xff" + data[100:], "a.txt")
    assert decoded.text.count("�") == 1
    assert "Málaga" in decoded.text
    assert decoded.notices == ("1 character is damaged and shown as �.",)


@pytest.mark.parametrize("lost", [0, -1])
@pytest.mark.parametrize("language", ["ko", "zh", "ja", "ru", "el", "ar", "de", "pl"])
def test_a_lost_byte_costs_its_character_and_no_other(language, lost):
    text = REPORTS[language] * 3
    for at in [index for index, char in enumerate(text) if ord(char) > 0x7F][:40]:
        before, after = text[:at], text[at + 1 :]
        left = bytearray(text[at].encode())
        del left[lost]
        decoded = decode(before.encode() + bytes(left) + after.encode(), "a.txt").text
        assert decoded.replace("�", "") == before + after


@pytest.mark.parametrize(
    ("pasted", "encoding"),
    [
        ("The “café” in Málaga – cost €5.", "cp1252"),
        ("“Été”", "cp1252"),
        (REPORTS["ko"], "euc-kr"),
        (REPORTS["ru"], "cp1251"),
        (REPORTS["ja"], "shift_jis"),
    ],
)
def test_a_line_pasted_in_another_character_set_survives_beside_utf_8(pasted, encoding):
    around = f"“{ENGLISH}” – {REPORTS['ko']}"
    data = b"\n".join([around.encode(), pasted.encode(encoding), around.encode()])
    decoded = decode(data, "a.txt")
    assert decoded.text == f"{around}\n{pasted}\n{around}"
    assert decoded.notices == (
        "Parts of the text are in another character set than the rest; "
        "they were read in the one that they are most likely in.",
    )


def test_malformed_utf_8_is_damage_and_not_another_character_set():
    data = f"“{ENGLISH}” ".encode() + b"Dal\xe2\x80 \xc0\xaf \xf5\x80\x80\x80 \xed\xa0\x80"
    text = decode(data, "a.txt").text
    assert text.startswith(f"“{ENGLISH}” Dal�")
    assert set(text.rpartition("Dal")[2]) == {"�", " "}


def test_zero_bytes_inside_words_are_no_other_character_set():
    data = f"{ENGLISH} “Free\0donia”, and so on.".encode()
    assert decode(data, "a.txt").text == data.decode()
    assert not is_binary(data)


def test_bytes_that_are_no_characters_are_told():
    with pytest.raises(SourceError) as caught:
        decode(bytes([0x00, 0x41, 0xFF]) * 7, "odd.txt")
    assert "odd.txt" in caught.value.message
    assert "UTF-8" in caught.value.hint
    assert is_binary(bytes(range(256)) * 20)


def test_any_bytes_give_text_or_are_told():
    given = 0
    for first in range(256):
        with contextlib.suppress(SourceError):
            given += bool(decode(bytes([first, 0x41, 255 - first]) * 7, "odd.txt").text)
    assert given > 128


@pytest.mark.parametrize("cut", range(1, 40))
def test_any_cut_of_any_set_gives_text_or_is_told(cut):
    for language, encoding in SETS:
        data = REPORTS[language].replace("’", "'").encode(encoding)
        with contextlib.suppress(SourceError):
            decode(data[cut : -cut or None], "cut.txt").text.encode()


def test_a_long_line_is_guessed_from_a_part_and_decoded_whole():
    text = REPORTS["zh"] * 3000
    assert decode(text.encode("gb18030"), "a.txt").text == text


def test_characters_far_from_the_beginning_tell_the_set():
    text = ENGLISH * 5000 + "\n" + REPORTS["ru"]
    assert decode(text.encode("koi8-r"), "a.txt").text == text


def test_garbled_text_is_repaired_only_when_asked():
    garbled = "Le café de Málaga – “déjà vu”".encode().decode("latin-1")
    assert decode(garbled.encode(), "a.txt").text == "Le café de Málaga – “déjà vu”"
    kept = decode(garbled.encode(), "a.txt", repair=False)
    assert (kept.text, kept.notices) == (garbled, ())
