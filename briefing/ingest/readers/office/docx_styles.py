"""The styles of a DOCX: which paragraphs are titles, headings, lists, captions, or hidden."""

import re
from dataclasses import dataclass

from lxml import etree

from briefing.model.source import PassageKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
# Word keeps the English names of its own styles in every language; other programs do not.
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|kop|заголовок|标题|標題|見出し|제목)\s?[1-9]", re.I
)
_NAMED = (
    (re.compile(r"(?:book )?title", re.I), PassageKind.TITLE),
    (_HEADING, PassageKind.HEADING),
    (re.compile(r"caption", re.I), PassageKind.CAPTION),
    # The lines of a table of contents or an index say the headings once more.
    (re.compile(r"toc (?:heading|\d)|(?:contents|index) \d|table of figures", re.I),
     PassageKind.BOILERPLATE),
)  # fmt: skip
_BODY_LEVEL = 9  # ECMA-376, 17.3.1.20: level 9 is body text
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    level: int | None
    numbered: bool | None
    hidden: bool | None


class Styles:
    """The styles by their id; a style says what the one it is based on says, unless otherwise."""

    def __init__(self, root: etree._Element | None) -> None:
        """Take the styles from the root of styles.xml, none where there is no such part."""
        found = () if root is None else root.iterfind(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): _style(style) for style in found}

    def kind(self, paragraph: etree._Element) -> PassageKind | None:
        """Return what a paragraph's style and its own settings make of it, None for plain text."""
        settings = paragraph.find(f"{W}pPr")
        chain = self._chain(_value(settings, "pStyle"))
        names = (kind_by_name(style.name) for style in chain)
        named = next((kind for kind in names if kind is not None), None)
        if named is not None and named is not PassageKind.HEADING:
            return named
        own = (_level(settings), *(style.level for style in chain))
        level = next((each for each in own if each is not None), None)
        if level is not None and level < _BODY_LEVEL:
            return PassageKind.HEADING
        if named is not None and level is None:
            return named
        numbered = (_numbered(settings), *(style.numbered for style in chain))
        listed = next((each for each in numbered if each is not None), False)
        return PassageKind.LIST if listed else None

    def hides(self, run: etree._Element) -> bool:
        """Tell whether the characters of a run are hidden."""
        settings = run.find(f"{W}rPr")
        if settings is None:
            return False
        own = _switch(settings, "vanish")
        if own is not None:
            return own
        return self._hidden(_value(settings, "rStyle"))

    def hides_paragraph(self, paragraph: etree._Element) -> bool:
        """Tell whether the style of a paragraph hides its characters."""
        return self._hidden(_value(paragraph.find(f"{W}pPr"), "pStyle"))

    def _hidden(self, style: str | None) -> bool:
        chain = self._chain(style)
        return next((each.hidden for each in chain if each.hidden is not None), False)

    def _chain(self, key: str | None) -> tuple[_Style, ...]:
        chain: list[_Style] = []
        while key is not None and len(chain) < _LONGEST_CHAIN:
            # A style that is not defined still has a telling id, such as "Heading1".
            style = self._styles.get(key) or _Style(key, None, None, None, None)
            chain.append(style)
            key = style.based_on
        return tuple(chain)


def _style(element: etree._Element) -> _Style:
    settings = element.find(f"{W}pPr")
    characters = element.find(f"{W}rPr")
    return _Style(
        name=_value(element, "name") or element.get(f"{W}styleId", ""),
        based_on=_value(element, "basedOn"),
        level=_level(settings),
        numbered=_numbered(settings),
        hidden=None if characters is None else _switch(characters, "vanish"),
    )


def kind_by_name(name: str) -> PassageKind | None:
    """Return what the name of a style of Word's, or of its kin, says; None for plain text."""
    return next((kind for pattern, kind in _NAMED if pattern.fullmatch(name.strip())), None)


def _value(settings: etree._Element | None, name: str) -> str | None:
    found = None if settings is None else settings.find(f"{W}{name}")
    value = None if found is None else found.get(VAL)
    return None if value is None else str(value)


def _level(settings: etree._Element | None) -> int | None:
    value = _value(settings, "outlineLvl")
    return int(value) if value is not None and value.isascii() and value.isdigit() else None


def _numbered(settings: etree._Element | None) -> bool | None:
    """Tell whether a list is set; the list "0" takes away the one of the style."""
    numbering = None if settings is None else settings.find(f"{W}numPr")
    if numbering is None:
        return None
    return _value(numbering, "numId") != "0"


def _switch(settings: etree._Element, name: str) -> bool | None:
    found = settings.find(f"{W}{name}")
    return None if found is None else found.get(VAL, "true") not in {"false", "0", "off"}
