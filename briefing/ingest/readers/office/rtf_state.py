"""What RTF has set at one place in a document: its groups give back what they changed."""

from dataclasses import dataclass
from itertools import pairwise

from briefing.ingest.readers.office.docx_styles import kind_by_name
from briefing.model.source import PassageKind

# RTF 1.9.1, "Character set": the number of a font's set, and Python's name of its code page.
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5",
    128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
DEFAULT_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_PAGES = {10000: "mac_roman", 10007: "mac_cyrillic", 936: "gb18030", 65001: "utf-8", 1361: "johab"}
WESTERN = "cp1252"
_BODY_LEVEL = 9
_DEEPEST_TABLE = 20


@dataclass(slots=True)
class State:
    """Paragraph and character settings, and what the text of a group is for.

    ``place`` is "" for text, else what the characters of the group are: a field of the document's
    information, the table of fonts or that of styles. ``skipped`` groups have nothing to tell;
    ``muted`` ones only where a group inside them is text again. ``story`` numbers the story that
    the text belongs to.
    """

    place: str = ""
    skipped: bool = False
    muted: bool = False
    story: int = 0
    font: int | None = None
    fallback: int = 1
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    level: int | None = None
    listed: bool = False
    in_table: bool = False
    nesting: int = 0

    @property
    def is_silent(self) -> bool:
        """Tell whether what stands here belongs to no story."""
        return self.skipped or self.muted or bool(self.place)

    @property
    def depth(self) -> int:
        """In how many tables the paragraph stands."""
        return min(_DEEPEST_TABLE, max(self.nesting, int(self.in_table)))

    def reset_paragraph(self) -> None:
        """Take back the settings of a paragraph."""
        self.style, self.level, self.listed = 0, None, False
        self.in_table, self.nesting = False, 0

    def kind(self, styles: "dict[int, RtfStyle]") -> PassageKind | None:
        """Return what style and settings make of the paragraph, None for plain text."""
        style = styles.get(self.style, RtfStyle())
        named = kind_by_name(style.name.partition(";")[0].partition(",")[0])
        if named is not None:
            return named
        level = style.level if self.level is None else self.level
        if level is not None and 0 <= level < _BODY_LEVEL:
            return PassageKind.HEADING
        return PassageKind.LIST if self.listed else None


@dataclass(slots=True)
class RtfStyle:
    """A style as the table of styles has it."""

    name: str = ""
    level: int | None = None


class Pages:
    """The code pages of a document and of its fonts, and decoding by them."""

    def __init__(self) -> None:
        self._default = WESTERN
        self._fonts: dict[int, str] = {}

    def set_default(self, page: str | int) -> None:
        """Take the page of the document, by the word of RTF or Windows' number."""
        name = DEFAULT_PAGES[page] if isinstance(page, str) else _PAGES.get(page, f"cp{page}")
        if _is_known(name):
            self._default = name

    def set_font(self, font: int, charset: int) -> None:
        """Take the set of a font; one that is not known is the document's."""
        name = CHARSETS.get(charset)
        if name is not None:
            self._fonts[font] = name

    def decode(self, data: bytes, font: int | None) -> str:
        """Return bytes as characters; those that the page has not become replacement marks.

        Careless programs call every font Western: where the bytes are words in the document's own
        page, they are that.
        """
        page = self._default if font is None else self._fonts.get(font, self._default)
        if page == WESTERN != self._default and _has_run(data):
            try:
                return data.decode(self._default)
            except UnicodeDecodeError:
                pass
        return data.decode(page, errors="replace")


def _has_run(data: bytes) -> bool:
    return any(a > 0x7F and b > 0x7F for a, b in pairwise(data))


def _is_known(page: str) -> bool:
    try:
        b"a".decode(page)
    except (LookupError, UnicodeError):
        return False
    return True
