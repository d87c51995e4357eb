"""Names of files in a ZIP archive: their characters, which old archivers do not declare."""

import re
from collections.abc import Sequence

_ZIP_DEFAULT = "cp437"
# Of a run of names the right set makes nearly all characters beyond ASCII letters of its language.
_LIKELY = 0.85
_HANGUL = (0xAC00, 0xD7A3)
_KANA = (0x3041, 0x30FE)
_HAN = (0x4E00, 0x9FFF)
_CYRILLIC = (0x0410, 0x0451)
# The lead bytes of the two thousand to four thousand commonest characters of each set.
_COMMON_LEADS = {
    "euc_kr": range(0xB0, 0xC9),
    "gb2312": range(0xB0, 0xD8),
    "cp932": range(0x81, 0x98),
    "big5": range(0xA4, 0xC7),
}
_LETTERS = {
    "euc_kr": (_HANGUL,),
    "gb2312": (_HAN,),
    "cp932": (_KANA, _HAN),
    "big5": (_HAN,),
    "cp866": (_CYRILLIC,),
}
# In the languages of Western Europe, which cp437 has, no three accented letters stand together.
_RUN = re.compile(rb"[\x80-\xff]{3}")
_WIDER = {"euc_kr": "cp949", "gb2312": "gb18030", "big5": "cp950"}
_MARKS = frozenset("·、。「」『』【】《》（）［］，～－—–“”‘’…　№")


def decoded(names: Sequence[bytes]) -> tuple[str, ...]:
    """Return the names, all in the one character set that fits them best."""
    together = b"/".join(names)
    charset = "ascii" if together.isascii() else _charset(together)
    return tuple(name.decode(charset, errors="replace") for name in names)


def _charset(together: bytes) -> str:
    if _strictly(together, "utf-8") is not None:
        return "utf-8"
    if not _RUN.search(together):
        return _ZIP_DEFAULT
    for charset, letters in _LETTERS.items():
        text = _strictly(together, charset)
        if text is not None and _share(text, charset, letters) >= _LIKELY:
            return _WIDER.get(charset, charset)
    for charset in _WIDER.values():
        text = _strictly(together, charset)
        if text is not None and _share(text, charset, (_HANGUL, _HAN)) >= _LIKELY:
            return charset
    return _ZIP_DEFAULT


def _share(text: str, charset: str, letters: Sequence[tuple[int, int]]) -> float:
    """Return how many characters beyond ASCII are common letters of the set's language."""
    high = [char for char in text if ord(char) > 0x7F and char not in _MARKS]
    if not high:
        return 0.0
    leads = _COMMON_LEADS.get(charset)
    good = sum(1 for char in high if _is_letter(char, letters) and _is_common(char, charset, leads))
    return good / len(high)


def _is_letter(char: str, letters: Sequence[tuple[int, int]]) -> bool:
    return any(first <= ord(char) <= last for first, last in letters)


def _is_common(char: str, charset: str, leads: range | None) -> bool:
    return leads is None or char.encode(charset)[0] in leads


def _strictly(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None
