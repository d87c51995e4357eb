"""What a PDF says of itself: title, authors, language, and when its file was made."""

import datetime as dt
import re

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.ingest.characters import one_line
from briefing.ingest.raw import RawMetadata

_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|rtf|txt|pdf|html?|xlsx?|pptx?|indd|qxp|qxd|pub|wpd|hwpx?|tex|dvi|pages|md)$",
    re.IGNORECASE,
)
_MADE_BY = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel|publisher)|powerpoint|layout)\b", re.I
)
_NO_TITLE = frozenset({
    "untitled", "no title", "title", "document", "unknown", "blank", "slide 1", "new document",
    "(anonymous)", "(unspecified)", "powerpoint presentation", "press release template", "none",
})  # fmt: skip
_NO_NAME = re.compile(
    r"(?i)\b(?:admin\w*|user\w*|owner|anonymous|unspecified|unknown|default|office|scanner|canon"
    r"|xerox|ricoh|word|adobe|acrobat|windows|desktop|laptop|pc|inc|ltd)\b|[\d@\\/_<>]"
)
_NAME_WORDS = range(2, 6)
_SEPARATED = re.compile(r"\s*;\s*|\s+(?:and|und|et|&)\s+")
_CJK = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"\w+")
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_][a-z0-9]+)*$", re.IGNORECASE)
# No PDF is older than the format; younger than this is a clock that was set wrong.
_YEARS = range(1993, 2100)
_WIDE_LANGUAGES = frozenset({"zh", "ja", "ko", "yue"})


def fields(document: pypdfium2.PdfDocument, text: str) -> RawMetadata:
    """Return the fields that hold what they should, judged against the text of the first page.

    The days on which the file was made and last changed are no days of publication: the later of
    them is ``shown``.
    """
    told = document.get_metadata_dict(skip_empty=True)
    days = [_day(told.get(key, "")) for key in ("CreationDate", "ModDate")]
    return RawMetadata(
        title=_title(told.get("Title", ""), text),
        authors=_authors(told.get("Author", "")),
        shown=max((day for day in days if day), default=None),
        language=_language(document, text),
    )


def _day(value: str) -> dt.date | None:
    found = _DATE.match(value.strip())
    if found is None:
        return None
    try:
        day = dt.date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _title(value: str, text: str) -> str | None:
    """Return a title that is one: words, not a file's name, and spoken of on the first page."""
    title = one_line(value)
    if title.lower() in _NO_TITLE or _FILE_NAME.search(title) or _MADE_BY.match(title):
        return None
    words = [word.casefold() for word in _WORD.findall(title)]
    letters = sum(1 for char in title if char.isalpha())
    if 2 * letters < len(title) or "_" in title or (len(words) < 2 and not _CJK.search(title)):
        return None
    here = text.casefold()
    told = sum(1 for word in words if word in here)
    return title if 2 * told >= len(words) else None


def _authors(value: str) -> tuple[str, ...]:
    names = [one_line(name) for name in _SEPARATED.split(value)]
    if (
        len(names) == 1
        and names[0].count(",")
        and all(len(part.split()) in _NAME_WORDS for part in names[0].split(","))
    ):
        names = [one_line(part) for part in names[0].split(",")]
    return tuple(name for name in names if _is_name(name))


def _is_name(name: str) -> bool:
    wide = bool(_CJK.search(name)) and len(name) in range(2, 5)
    return not _NO_NAME.search(name) and (len(name.split()) in _NAME_WORDS or wide)


def _language(document: pypdfium2.PdfDocument, text: str) -> str | None:
    """Return the language of the catalogue, None where the script of the text belies it."""
    length = pdfium.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length < 100:
        return None
    buffer = (pdfium.FPDF_WCHAR * (length // 2))()
    pdfium.FPDFCatalog_GetLanguage(document.raw, buffer, length)
    found = _LANGUAGE.match(bytes(buffer).decode("utf-16-le", "ignore").strip("\0 "))
    if found is None:
        return None
    code = found.group(1).lower()
    wide = len(_CJK.findall(text)) > 0.2 * len(text)
    return code if wide == (code in _WIDE_LANGUAGES) else None
