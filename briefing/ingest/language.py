"""Which language a text is in: by its script, by letters, or by small words."""

import re
from collections import Counter

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")),
    ("ru", re.compile(r"[\u0400-\u052f]")),
    ("ar", re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")),
    ("he", re.compile(r"[\u05d0-\u05f4]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("lo", re.compile(r"[\u0e80-\u0eff]")),
)
# Where any of these stand; most texts have none, and need no count of each.
_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u1f00-\u1fff\u2e80-\uffff\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# A character of these scripts says more than a Latin letter: names in brackets must not decide,
# nor Latin abbreviations in a Korean text.
_WEIGHT = 2
_JAPANESE_SHARE = 0.05
# Letters that one language has and its neighbours in the script have not; the first that makes up
# its share of the script's letters wins.
_TELLING = {
    "ru": (
        ("be", "ўЎ", 0.004),
        ("uk", "їЇєЄґҐіІ", 0.02),
        ("sr", "ђЂћЋљЉњЊџЏјЈ", 0.02),
        ("ru", "ыЫэЭёЁ", 0.004),
        ("bg", "ъЪ", 0.004),
    ),
    "ar": (("ur", "ٹڈڑںےہھ", 0.03), ("fa", "پچژگکی", 0.02)),
}
_SMALL_WORDS = {  # each list has twenty words, so that the counts compare
    "en": "the of and to in that is was for with on as by said has have from at it his",
    "fr": "le la les des du et est une dans que qui pour sur avec au aux ont été cette par",
    "de": "der die das und ist den mit von für auf dem ein eine nicht zu im des sich auch wurde",
    "es": "el la los las del y que en una por con para se su fue más entre como ha al",
    "pt": "o os as um uma não com em do da dos das no na ao que e foi também pelo",
    "it": "il di che e per un una non del della è con sono dei le gli si alla nel anche",
    "nl": "de het een van en in dat is op te voor met zijn aan niet werd ook door bij naar",
    "pl": "w i na z do się nie że jest o po od przez za jak który oraz ale dla są",
    "cs": "v a na se je že s z do o k by ale si jako pro podle za který byl",
    "ro": "și în de la a că cu pe din pentru nu au este care mai al sau fi ale prin",
    "hu": "a az és hogy nem is egy meg ez volt el már csak mint de vagy azt még szerint után",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi sonra kadar ancak ise en ne dedi iki",
    "id": "yang dan di dengan untuk dari ini itu dalam pada tidak akan oleh ke telah adalah juga "
    "bahwa para mengatakan",
    "vi": "và của là có được trong cho một các những không với đã này người ở về khi từ hai",
    "sv": "och att det som en på är av för med den till inte har de om ett men var från",
    "da": "og at det som en på er af for med den til ikke har de om et men var fra",
    "no": "og å det som en på er av for med den til ikke har de om et men ble fra",
    "fi": "ja on ei että se oli hän mutta ovat ole myös kun joka mukaan sekä niin tai jo nyt yli",
}
# Letters count as words do, in languages that say with endings what others say with small words;
# not in names, which stand in any text.
_LETTERS = {
    "pl": "łąężśźćń",
    "cs": "řůěťď",
    "ro": "ășțţ",
    "hu": "őű",
    "tr": "ğşı",
    "lt": "ėųįū",
    "vi": "ơưđ" + "".join(map(chr, range(0x1EA0, 0x1EFA))),
}
_CODES = tuple(dict.fromkeys((*_SMALL_WORDS, *_LETTERS)))
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _listed in _SMALL_WORDS.items():
    for _word in _listed.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
_WORD = re.compile(r"[^\W\d_]+")
_CLEARLY = 1.5
_FEWEST = 5
_FEWEST_ALONE = 3
_SAMPLE = 5_000


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text; en where none clearly wins.

    A script that several languages share gives the largest of them where nothing tells another.
    """
    if len(text) > 2 * _SAMPLE:
        middle = len(text) // 2
        text = f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"
    others = "".join(_NOT_LATIN.findall(text))
    if not others:
        return _by_small_words(text)
    counts = {code: len(pattern.findall(others)) for code, pattern in _SCRIPTS}
    latin = len(_LATIN.findall(text))
    eastern = counts["ja"] + counts["zh"]
    if counts["ja"] > _JAPANESE_SHARE * eastern:
        counts["ja"], counts["zh"] = eastern, 0
    best = max(counts, key=lambda code: counts[code])
    if _WEIGHT * counts[best] > latin:
        return _by_letters(text, best, counts[best])
    return _by_small_words(text)


def _by_letters(text: str, script: str, letters: int) -> str:
    for code, telling, share in _TELLING.get(script, ()):
        if sum(map(text.count, telling)) >= share * letters:
            return code
    return script


def _by_small_words(text: str) -> str:
    counts: Counter[str] = Counter()
    words = Counter(_WORD.findall(text))
    for word, times in words.items():
        for code in _LANGUAGES_OF.get(word.lower(), ()):
            counts[code] += times
    small = " ".join(word for word in words.elements() if word[0].islower())
    if not small.isascii():
        for code, telling in _LETTERS.items():
            counts[code] += sum(map(small.count, telling))
    best = max(_CODES, key=lambda code: counts[code])
    fewest = _FEWEST if counts["en"] else _FEWEST_ALONE
    return best if counts[best] >= fewest and counts[best] > _CLEARLY * counts["en"] else "en"
