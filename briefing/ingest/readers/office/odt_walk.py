"""The text of an ODT as it is printed: insertions in; deletions, hidden text, alternatives out.

The elements are those of OpenDocument 1.3, part 3.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.office.safe_xml import by_tag, walk
from briefing.ingest.readers.office.story import LINE_END, Story
from briefing.model.source import PassageKind

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_NAME = f"{_STYLE}name"
_USED = f"{_TEXT}style-name"
_DISPLAY = f"{_TEXT}display"
_PASSED_OVER = (
    f"{_TEXT}tracked-changes", f"{_TEXT}note-citation", f"{_TEXT}ruby-text",
    f"{_TEXT}table-of-content-source", f"{_TEXT}illustration-index-source",
    f"{_TEXT}table-index-source", f"{_TEXT}object-index-source", f"{_TEXT}user-index-source",
    f"{_TEXT}alphabetical-index-source", f"{_TEXT}bibliography-source", f"{_TEXT}list-style",
    f"{_OFFICE}forms", f"{_OFFICE}scripts", f"{_OFFICE}binary-data", f"{_OFFICE}event-listeners",
    f"{_OFFICE}font-face-decls", f"{_OFFICE}automatic-styles", f"{_OFFICE}change-info",
    f"{_SVG}title", f"{_SVG}desc", f"{_TABLE}title", f"{_TABLE}desc",
    f"{_TABLE}covered-table-cell", f"{_DC}creator", f"{_DC}date", f"{_META}date-string",
    f"{_META}creator-initials", f"{_LOEXT}sender-initials", f"{_DRAW}image-map",
)  # fmt: skip
_INDEXES = tuple(
    _TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index",
    )
)  # fmt: skip
_LONGEST_CHAIN = 20
_TITLES = {"Title": PassageKind.TITLE, "Caption": PassageKind.CAPTION}


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    hidden: bool | None


class OdtStyles:
    """What the styles of a document say of paragraphs and characters, by family and name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        """Take the styles of each part: the styles made by hand, then those of the program."""
        self._styles: dict[tuple[str, str], _Style] = {}
        for root in roots:
            for style in () if root is None else root.iter(f"{_STYLE}style"):
                key = style.get(f"{_STYLE}family", ""), style.get(_NAME, "")
                self._styles.setdefault(key, _style(style))

    def kind(self, paragraph: str | None) -> PassageKind | None:
        """Return what a paragraph of a style is by the names of that style and its parents."""
        for name in self._chain("paragraph", paragraph):
            if name in _TITLES:
                return _TITLES[name]
        return None

    def hides(self, family: str, name: str | None) -> bool:
        """Tell whether characters of a style are hidden."""
        for each in self._chain(family, name):
            style = self._styles.get((family, each))
            if style is not None and style.hidden is not None:
                return style.hidden
        return False

    def _chain(self, family: str, name: str | None) -> list[str]:
        chain: list[str] = []
        while name is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(name)
            style = self._styles.get((family, name))
            name = None if style is None else style.parent
        return chain


class OdtText:
    """The blocks of a text in order, its notes, and its comments."""

    def __init__(self, root: etree._Element, styles: OdtStyles) -> None:
        self._styles = styles
        self._text = Story()
        self._footnotes = Story()
        self._endnotes = Story()
        self._comments = Story()
        # The innermost is the one that is being gathered.
        self._stories = [self._text]
        self._kinds: list[PassageKind | None] = []
        self._openers = self._opening()
        self._closers: dict[str, Callable[[etree._Element], None]] = {
            f"{_TEXT}p": lambda _: self._story.close_paragraph(),
            f"{_TEXT}h": lambda _: self._story.close_paragraph(),
            f"{_TEXT}note": self._close_story,
            f"{_OFFICE}annotation": self._close_story,
            f"{_TABLE}table-row": lambda _: self._story.close_row(),
            f"{_TABLE}table-cell": lambda _: self._story.close_cell(),
            f"{_DRAW}text-box": lambda _: self._story.close_float(),
            **dict.fromkeys((f"{_TEXT}list", *_INDEXES), self._close_kind),
        }
        walk(root, *by_tag(self._openers, self._closers), self._say)

    @property
    def blocks(self) -> tuple[RawBlock, ...]:
        """The blocks of the text itself."""
        return self._text.blocks

    @property
    def notes(self) -> tuple[RawBlock, ...]:
        """The blocks of the footnotes, then those of the endnotes."""
        return self._footnotes.blocks + self._endnotes.blocks

    @property
    def comments(self) -> tuple[RawBlock, ...]:
        """The blocks of the comments at its margin."""
        return self._comments.blocks

    @property
    def _story(self) -> Story:
        return self._stories[-1]

    def _opening(self) -> dict[str, Callable[[etree._Element], bool]]:
        return {
            f"{_TEXT}p": self._open_paragraph,
            f"{_TEXT}h": self._open_heading,
            f"{_TEXT}span": lambda span: not self._styles.hides("text", span.get(_USED)),
            f"{_TEXT}section": _is_shown,
            f"{_TEXT}hidden-paragraph": _is_shown,
            f"{_TEXT}hidden-text": _is_shown,
            f"{_TEXT}note": self._open_note,
            f"{_TEXT}list": self._open_list,
            f"{_TEXT}s": self._spaces,
            f"{_TEXT}tab": self._spaces,
            f"{_TEXT}line-break": self._line_end,
            f"{_OFFICE}annotation": self._open_comment,
            f"{_TABLE}table-row": self._open_row,
            f"{_TABLE}table-cell": self._open_part,
            f"{_DRAW}text-box": self._open_part,
            **dict.fromkeys(_INDEXES, self._open_index),
            **dict.fromkeys(_PASSED_OVER, lambda _: False),
        }

    def _open_paragraph(self, paragraph: etree._Element) -> bool:
        style = paragraph.get(_USED)
        if self._styles.hides("paragraph", style):
            return False
        inherited = self._kinds[-1] if self._kinds else None
        self._story.open_paragraph(inherited or self._styles.kind(style))
        return True

    def _open_heading(self, heading: etree._Element) -> bool:
        if self._styles.hides("paragraph", heading.get(_USED)):
            return False
        is_title = self._styles.kind(heading.get(_USED)) is PassageKind.TITLE
        self._story.open_paragraph(PassageKind.TITLE if is_title else PassageKind.HEADING)
        return True

    def _open_note(self, note: etree._Element) -> bool:
        is_end = note.get(f"{_TEXT}note-class") == "endnote"
        return self._open_story(self._endnotes if is_end else self._footnotes)

    def _open_comment(self, _: etree._Element) -> bool:
        return self._open_story(self._comments)

    def _open_story(self, story: Story) -> bool:
        self._stories.append(story)
        self._kinds.append(None)
        return True

    def _close_story(self, _: etree._Element) -> None:
        self._stories.pop()
        self._kinds.pop()

    def _close_kind(self, _: etree._Element) -> None:
        self._kinds.pop()

    def _open_list(self, _: etree._Element) -> bool:
        outer = self._kinds[-1] if self._kinds else None
        self._kinds.append(outer or PassageKind.LIST)
        return True

    def _open_index(self, _: etree._Element) -> bool:
        self._kinds.append(PassageKind.BOILERPLATE)
        return True

    def _open_row(self, _: etree._Element) -> bool:
        self._story.open_row()
        return True

    def _open_part(self, _: etree._Element) -> bool:
        self._story.open_part()
        return True

    def _say(self, text: str) -> None:
        # A line end in the file is no more than a space (part 3, 6.1.2).
        self._story.say(text.replace(LINE_END, " "))

    def _spaces(self, _: etree._Element) -> bool:
        self._story.say(" ")
        return False

    def _line_end(self, _: etree._Element) -> bool:
        self._story.say(LINE_END)
        return False


def _style(element: etree._Element) -> _Style:
    settings = element.find(f"{_STYLE}text-properties")
    display = None if settings is None else settings.get(_DISPLAY)
    return _Style(
        parent=element.get(f"{_STYLE}parent-style-name"),
        hidden=None if display is None else display == "none",
    )


def _is_shown(element: etree._Element) -> bool:
    return not (element.get(_DISPLAY) == "none" or element.get(f"{_TEXT}is-hidden") == "true")
