"""Which language a text is in: by its script, and by small words where scripts are shared."""

import re

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# A character of these scripts says more than a Latin letter: names in brackets must not decide,
# nor Latin abbreviations in a Korean text.
_WEIGHT = 2
_JAPANESE_SHARE = 0.05
_SMALL_WORDS = {  # each list has twenty words, so that the counts compare
    "en": "the of and to in that is was for with on as by said has have from at it his",
    "fr": "le la les des du et est une dans que qui pour sur avec au aux ont été cette par",
    "de": "der die das und ist den mit von für auf dem ein eine nicht zu im des sich auch wurde",
    "es": "el la los las del y que en una por con para se su fue más entre como ha al",
}
_CLEARLY = 1.5
_FEWEST = 5


def language(text: str) -> str:
    """Return an ISO 639-1 code: ko, ja, zh, ru, ar, fr, de, es; en where none clearly wins."""
    counts = {code: len(pattern.findall(text)) for code, pattern in _SCRIPTS}
    latin = len(_LATIN.findall(text))
    eastern = counts["ja"] + counts["zh"]
    if counts["ja"] > _JAPANESE_SHARE * eastern:
        counts["ja"], counts["zh"] = eastern, 0
    best = max(counts, key=lambda code: counts[code])
    if _WEIGHT * counts[best] > latin:
        return best
    return _by_small_words(text)


def _by_small_words(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {
        code: sum(1 for word in words if word in frozenset(listed.split()))
        for code, listed in _SMALL_WORDS.items()
    }
    best = max(counts, key=lambda code: counts[code])
    clear = counts[best] >= _FEWEST and counts[best] > _CLEARLY * counts["en"]
    return best if clear else "en"
