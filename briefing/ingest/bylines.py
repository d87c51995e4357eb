"""Lines that tell who wrote a text and when: bylines, lines of nothing but a date or a time."""

import re

from briefing.ingest.dates import FULL_DATE, MONTHS, full_date
from briefing.ingest.shapes import ends_like_sentence, word_count

_LONGEST = 160
_WORD = r"[^\W\d_a-zß-ÿ][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_PARTICLE = r"(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y)"
NAME = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{1,3}}"
_NAMES = rf"{NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){NAME}){{0,7}}"
_OPENING = (
    r"(?:(?:[Ww]ords|[Ww]ritten|[Ss]tory|[Pp]osted|[Rr]eported|[Aa]nalysis|[Oo]pinion|[Tt]ext|[Ii]nterview)\s+)?"
    r"(?:[Bb]y|BY)\s*:?\s+|(?:Author|AUTHOR|Byline|Writer|Interview|Автор|АВТОР|Autore?|Auteur)s?"
    r"\s*:\s*"
)
_BYLINE = re.compile(
    rf"(?:{_OPENING})(?P<names>{_NAMES})(?P<rest>\s*[,|•·/–—(-].*|\s+(?:in|for)\s.*)?"
)
_BARE_NAMES = re.compile(rf"(?P<names>{_NAMES})(?P<rest>)")
_AGENCY = re.compile(
    r"(?:By\s+|Source:\s*)?(?:(?:The\s+)?Associated Press|AP|Reuters|AFP|Agence France-Presse|"
    r"Yonhap(?: News(?: Agency)?)?|Xinhua|TASS|Kyodo(?: News)?|Bloomberg|(?:Our )?Staff"
    r"(?: Reporters?| Writers?)?|(?:News )?Agencies|(?:The )?Editorial Board)(?:\s*\|.{0,80})?",
    re.IGNORECASE,
)
_EAST = re.compile(
    r"(?P<korean>[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4})\s?(?:선임|수석|인턴|전문)?\s?"
    r"(?:기자|특파원|논설위원|칼럼니스트)(?:\s?=\s?[가-힣]{1,10})?"
    r"|(?:文/|文：|作者\s?[:：]\s?|记者[:：]?\s?|本报记者\s?|記者[:：]\s?)"
    r"(?P<chinese>[㐀-鿿]{2,4}(?:[ 、·][㐀-鿿]{2,4}){0,4})"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_PLACE = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{0,3}}"
_PLACE_DATE = re.compile(rf"[(\[]?{_PLACE}(?:,\s+{_PLACE})?,\s*(?P<when>[^()\[\]]+)[)\]]?")
_ORIGIN = re.compile(r"(?:来源|來源|稿源|出典|출처|Источник)\s?[:：]\s?[^\s|]+")
_OCCASION = re.compile(
    r"\b(?:briefing|statement|conference|remarks|read-?out|communiqu[eé]|transcript|speech|interview|"
    r"address|release|meeting|summit|talks|declaration|agreement|treaty|report|note)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(rf"(?P<name>{NAME})\s+(?:in|at)\s+{_PLACE}")
_BETWEEN_PLACED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_GLUED = re.compile(r"(?<=\d)(?=(?:Updated|Published|Posted|Last)\b)")
_INITIAL = re.compile(r"\s[^\W\d_]\.$")
_COUNT = r"(?:an?|one|two|three|four|five|\d{1,3})"
_TIMES = re.compile(
    rf"(?:{FULL_DATE})"
    rf"|\b(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}\s+(?:{_MONTH})\b"
    r"|(?:19|20)\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b"
    r"|(?:오전|오후|上午|下午|午前|午後)\s?|\d{1,2}\s?[시时時点]\s?\d{1,2}\s?分?분?"
    r"|(?:GMT|UTC)\s?[+−-]\s?\d{1,2}(?::?\d\d)?"
    r"|(?:\b|(?<=[12]\d\d\d))\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?"
    rf"|\b{_COUNT}\s?(?:s|m|h|d|w|min|mins|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\b"
    r"(?:\s+ago\b)|\b(?:just now|yesterday|today)\b",
    re.IGNORECASE,
)
_TELLS_TIME = re.compile(r"\d|\bago\b|\bjust now\b", re.IGNORECASE)
_LABELS = re.compile(
    r"\b(?:(?:first|last|date|originally)\s+)?(?:published|posted|updated|modified|created|filed|"
    r"issued|released|revised|edited|printed|retrieved|accessed|saved|checked|archived|captured|"
    r"downloaded|reviewed|publication date|date|time|uploaded|last update|update)\b"
    r"|\b(?:on|at|gmt|utc|kst|jst|cst|est|edt|et|pst|pdt|pt|bst|ist|cet|cest|eet|eest|hkt|sgt|msk|мск|"
    r"cdt|mst|mdt|aest|aedt|nzst|nzdt|wib|pkt|eat|wat|sast|brt|uhr|г|года|р|року|опубликовано|обновлено|"
    r"local time|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"|입력|수정|최종|발행|등록|게재|승인|일시|기사|发布时间|发表时间|更新时间|发布|发表|更新|时间"
    r"|公開|配信|掲載|投稿|最終|日時",
    re.IGNORECASE,
)


def is_stamp(text: str) -> bool:
    """Tell whether a line is nothing but dates, times and words for them."""
    if len(text) > _LONGEST or _TELLS_TIME.search(text) is None:
        return False
    without, found = _TIMES.subn(" ", _GLUED.sub(" ", text))
    if not found:
        return False
    return not any(char.isalnum() for char in _LABELS.sub(" ", without))


def is_place_date(text: str) -> bool:
    """Tell whether a line is a place and a full date, as over a statement: "Oslo, 3 May 2024"."""
    found = _PLACE_DATE.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or _OCCASION.search(text) is not None:
        return False
    return full_date(text) is not None and is_stamp(found["when"])


def placed_names(text: str) -> tuple[str, ...]:
    """Return the names in "Ana Ruiz in Lima and Jon Berg in Oslo"; () for any other line."""
    if len(text) > _LONGEST or not (" in " in text or " at " in text):
        return ()
    parts = [_PLACED.fullmatch(part) for part in _BETWEEN_PLACED.split(text)]
    return tuple(part["name"] for part in parts if part) if all(parts) else ()


def is_byline(text: str) -> bool:
    """Tell whether a line names the authors and says nothing of the matter."""
    if len(text) > _LONGEST or word_count(text) > 24:
        return False
    if _AGENCY.fullmatch(text) or _eastern(text):
        return True
    found = _byline(text)
    if found is None:
        return False
    ends = text.rstrip().endswith(("a.m.", "p.m.", "Jr.")) or _INITIAL.search(text) is not None
    return ends or not ends_like_sentence(text)


def _byline(text: str) -> re.Match[str] | None:
    """Match a byline, also one with dates or times before its names."""
    found = _BYLINE.fullmatch(text)
    if found is not None:
        return found
    bare = _undated(text)
    if not bare:
        return None
    return _BYLINE.fullmatch(bare) or _name_and_stamps(text)


def _eastern(text: str) -> re.Match[str] | None:
    return _EAST.fullmatch(text) or _EAST.fullmatch(_undated(text))


def _undated(text: str) -> str:
    """Return a line without its dates and times and what belongs to them; "" if it has none."""
    without, count = _TIMES.subn(" ", text)
    if not count:
        return ""
    bare = " ".join(_ORIGIN.sub(" ", _LABELS.sub(" ", without)).split())
    return bare.strip(" |,•·:–—-/()").lstrip(". ")


def _name_and_stamps(text: str) -> re.Match[str] | None:
    """Match the one name between bars beside dates: "Jane Doe | 3 May 2024"."""
    parts = [part.strip() for part in re.split(r"[|•·]", text)]
    others = [part for part in parts if not is_stamp(part)]
    if len(others) != 1 or len(parts) == 1:
        return None
    return _BARE_NAMES.fullmatch(others[0])


def byline_names(text: str) -> tuple[str, ...]:
    """Return the persons whom a byline names, in its order; none where it is no byline.

    Agencies are left out.
    """
    if not is_byline(text):
        return ()
    east = _eastern(text)
    if east is not None:
        return tuple(re.split(r"\s?[·,、 ]\s?", (east["korean"] or east["chinese"]).strip()))
    found = _byline(text)
    names = split_names(found["names"]) if found else ()
    return tuple(name for name in names if not _AGENCY.fullmatch(name))


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in "A B, C D and E F"."""
    parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", text)
    return tuple(part.strip() for part in parts if part.strip())


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else, by its shape."""
    return (
        _BARE_NAMES.fullmatch(text) is not None
        and word_count(text) <= 2 * len(split_names(text)) + 2
    )
