"""Character sets by the labels that documents declare, and what each is called for a person."""

import codecs
import re
from dataclasses import dataclass

import webencodings

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I
)
_HEAD = 4096
# The WHATWG Encoding Standard reads a label as the larger set that pages under it really use.
_SUPERSETS = {
    "euc-kr": "cp949",
    "gbk": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "ibm866": "cp866",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "windows-874": "cp874",
}
# The standard refuses these, since scripts were smuggled in them; a Source has none to run.
_ALSO = {"iso-2022-kr": "iso2022_kr", "csiso2022kr": "iso2022_kr"}
# What a page says in bytes that could be searched for it cannot be true of these.
_NOT_READABLE = frozenset({"utf-16le", "utf-16be", "x-user-defined", "replacement"})
# Codecs with more characters, for text that the usual ones cannot read.
_WIDER = {"cp950": "big5hkscs", "euc_jp": "euc_jis_2004", "iso8859-8": "cp1255"}
_NAMES = {
    "cp949": "EUC-KR (Korean)",
    "johab": "Johab (Korean)",
    "iso2022_kr": "ISO-2022-KR (Korean)",
    "gb18030": "GB 18030 (Chinese)",
    "cp950": "Big5 (traditional Chinese)",
    "cp932": "Shift_JIS (Japanese)",
    "euc_jp": "EUC-JP (Japanese)",
    "iso2022_jp_ext": "ISO-2022-JP (Japanese)",
    "cp1250": "Windows-1250 (Central European)",
    "iso8859-2": "ISO 8859-2 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "iso8859-5": "ISO 8859-5 (Cyrillic)",
    "koi8-r": "KOI8-R (Russian)",
    "koi8-u": "KOI8-U (Ukrainian)",
    "cp866": "IBM 866 (Cyrillic)",
    "mac-cyrillic": "Mac Cyrillic",
    "cp1252": "Windows-1252 (Western European)",
    "iso8859-15": "ISO 8859-15 (Western European)",
    "mac-roman": "Mac Roman (Western European)",
    "cp1253": "Windows-1253 (Greek)",
    "iso8859-7": "ISO 8859-7 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "iso8859-8": "ISO 8859-8 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "iso8859-6": "ISO 8859-6 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp1258": "Windows-1258 (Vietnamese)",
    "cp874": "Windows-874 (Thai)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """The label of a character set as a page spells it, and the Python codec for it."""

    label: str
    codec: str


def declared(data: bytes) -> Declaration | None:
    """Return the character set that a page declares at its beginning.

    None where it declares none, one that does not exist, or one that cannot be so declared.
    """
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    label = found.group(1).decode("latin-1")
    codec = codec_of(label)
    return Declaration(label, codec) if codec else None


def codec_of(label: str) -> str | None:
    """Return the Python codec for a label of the WHATWG Encoding Standard, None for no label."""
    label = label.strip().lower()
    if label in _ALSO:
        return _ALSO[label]
    known = webencodings.lookup(label)
    if known is None or known.name in _NOT_READABLE:
        return None
    return plain_name(_SUPERSETS.get(known.name, known.name))


def plain_name(codec: str) -> str:
    """Return one name for a codec that Python knows under several."""
    name = codecs.lookup(codec).name
    return {"windows-1252": "cp1252"}.get(name, name)


def described(codec: str) -> str:
    """Return a codec's name as a person knows it, with what it is for."""
    return _NAMES.get(codec, codec.upper())


def text_of(data: bytes, codec: str) -> str | None:
    """Return the characters of the bytes, None where they are not all of that character set."""
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        wider = _WIDER.get(codec)
        return text_of(data, wider) if wider else None
