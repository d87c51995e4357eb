"""The language is told by script, by letters of its own and by small words."""

import pytest

from briefing.ingest.language import language

TEXTS = {
    "en": "The ministers met in the harbour town and agreed to share "
    "the quota for three years.",
    "fr": "Les ministres se sont rencontrés dans la ville et ont "
    "décidé de partager le quota des pays.",
    "de": "Die Minister trafen sich in der Stadt und beschlossen, die "
    "Quote mit den anderen zu teilen.",
    "es": "Los ministros se reunieron en la ciudad y acordaron que la "
    "cuota del puerto se comparta.",
    "pt": "Os ministros reuniram-se na cidade e concordaram em dividir "
    "a quota do porto com os outros.",
    "it": "I ministri si sono incontrati nella città e hanno deciso di "
    "dividere la quota con gli altri.",
    "nl": "De ministers kwamen in de stad bijeen en spraken af het "
    "quotum met de anderen te delen.",
    "pl": "Ministrowie spotkali się w mieście i uzgodnili, że będą się "
    "dzielić kwotą przez trzy lata.",
    "cs": "Ministři se sešli ve městě a dohodli se, že se o kvótu budou tři roky dělit.",
    "ro": "Miniștrii s-au întâlnit în oraș și au hotărât să împartă cota pentru trei ani.",
    "hu": "A miniszterek a városban találkoztak, és megegyeztek, hogy "
    "a kvótát három évre megosztják.",
    "tr": "Bakanlar liman şehrinde buluştu ve kotayı üç yıl boyunca paylaşmayı kararlaştırdı.",
    "id": "Para menteri bertemu di kota itu dan sepakat untuk berbagi kuota dengan yang lain.",
    "vi": "Các bộ trưởng đã gặp nhau tại thành phố và đồng ý chia hạn ngạch trong ba năm.",
    "sv": "Ministrarna möttes i staden och kom överens om att dela "
    "kvoten med de andra i tre år.",
    "fi": "Ministerit tapasivat kaupungissa ja sopivat, että kiintiö "
    "on yhteinen, mutta se ei ole valmis.",
    "uk": "Міністри зустрілися в місті й домовилися три роки ділити квоту.",
    "ru": "Министры встретились в городе и договорились три года "
    "делить квоту, чтобы избежать ссоры.",
    "bg": "Министрите се срещнаха в града и се съгласиха квотата да бъде обща за три години.",
    "ar": "التقى الوزيران في المدينة واتفقا على تقاسم الحصة ثلاث سنوات.",
    "fa": "وزیران در شهر دیدار کردند و توافق کردند که سهمیه را سه سال تقسیم کنند.",
    "ur": "وزراء شہر میں ملے اور انہوں نے کوٹہ بانٹنے پر اتفاق کیا۔",
    "he": "השרים נפגשו בעיר והסכימו לחלוק במכסה שלוש שנים.",
    "el": "Οι υπουργοί συναντήθηκαν στην πόλη και συμφώνησαν.",
    "th": "รัฐมนตรีพบกันที่เมืองท่าและตกลงกัน",
    "hi": "मंत्री शहर में मिले और सहमत हुए।",
    "ko": "장관들은 도시에서 만나 합의했다.",
    "ja": "大臣は町で会談し、合意した。",
    "zh": "部长们在城市会面并达成协议。",
}  # fmt: skip


@pytest.mark.parametrize("code", TEXTS)
def test_the_language_of_a_sentence(code):
    assert language(TEXTS[code]) == code


@pytest.mark.parametrize("code", TEXTS)
def test_names_in_latin_letters_do_not_decide(code):
    assert language(f"{TEXTS[code]} {TEXTS[code]} (Xi Jinping, KTX, United Nations)") == code


@pytest.mark.parametrize(
    "text",
    [
        "President Erdoğan met Mr Wałęsa and Mr Dvořák in İstanbul, and the two said it was good.",
        "Nguyễn Phú Trọng met Phạm Minh Chính, Trần Đại Quang and Võ Văn Thưởng.",
        "The two sides (两国, 두 나라, Стороны) agreed on the quota.",
        "San José, Los Angeles",
        "12 345",
        "",
    ],
)
def test_foreign_names_in_english_do_not_decide(text):
    assert language(text) == "en"
