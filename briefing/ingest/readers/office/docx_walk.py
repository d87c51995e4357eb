"""The text of a part of a DOCX as it is printed: insertions in, deletions, codes, hidden text out.

The elements are those of ECMA-376, part 1, chapter 17.
"""

from collections.abc import Callable
from itertools import islice

from lxml import etree

from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.office.docx_styles import Styles, W
from briefing.ingest.readers.office.safe_xml import by_tag, walk
from briefing.ingest.readers.office.story import BLOCK_END, LINE_END, Story

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ID = f"{W}id"
# "rt" is the reading aid above Chinese and Japanese characters.
_PASSED_OVER = frozenset(
    W + name
    for name in (
        "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "tblPr",
        "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "rubyPr", "rt",
    )
)  # fmt: skip
_SAID = {
    "tab": " ", "ptab": " ", "cr": LINE_END, "noBreakHyphen": "-", "softHyphen": "\xad",
}  # fmt: skip
_NEW_PAGE = frozenset({"page", "column"})
_PRIVATE = range(0xE000, 0xF900)
_MOST_FORMS = 8
_TEXTS = (f"{W}t", f"{_MATH}t", f"{_DRAWING}t")


def fragment(root: etree._Element, styles: Styles) -> "Fragment":
    """Return what stands in a part, or in one element of it such as a note."""
    found = Fragment(root, styles, heed_fields=True)
    if found.field_is_open:
        # The end of a field was lost; what follows it must not be.
        found = Fragment(root, styles, heed_fields=False)
    return found


class Fragment:
    """The blocks of a part, and the notes and embedded parts that it names, in order."""

    def __init__(self, root: etree._Element, styles: Styles, *, heed_fields: bool) -> None:
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []
        self.embedded: list[str] = []
        self._styles = styles
        self._story = Story()
        self._heed_fields = heed_fields
        # For each field that is open, whether its code is being passed and not its result.
        self._codes: list[bool] = []
        self._openers: dict[str, Callable[[etree._Element], bool]] = {
            f"{W}p": self._open_paragraph,
            f"{W}r": lambda run: not self._styles.hides(run),
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            f"{W}tr": self._open_row,
            f"{W}tc": self._open_cell,
            f"{W}txbxContent": self._open_part,
            f"{W}sdt": self._is_filled,
            f"{W}fldChar": self._field,
            f"{W}footnoteReference": lambda one: self._note(self.footnotes, one),
            f"{W}endnoteReference": lambda one: self._note(self.endnotes, one),
            f"{W}altChunk": self._embed,
            f"{_DRAWING}p": self._open_drawn,
            f"{_MC}Choice": self._is_chosen,
            f"{_MC}Fallback": self._is_chosen,
            **dict.fromkeys(_TEXTS, self._text),
            **{W + name: self._said(text) for name, text in _SAID.items()},
            **dict.fromkeys(_PASSED_OVER, lambda _: False),
        }
        self._closers: dict[str, Callable[[etree._Element], None]] = {
            f"{W}p": self._close_paragraph,
            f"{W}tr": lambda _: self._story.close_row(),
            f"{W}tc": lambda _: self._story.close_cell(),
            f"{W}txbxContent": lambda _: self._story.close_float(),
            f"{_DRAWING}p": self._close_drawn,
        }
        walk(root, *by_tag(self._openers, self._closers))

    @property
    def blocks(self) -> tuple[RawBlock, ...]:
        """The blocks in order."""
        return self._story.blocks

    @property
    def field_is_open(self) -> bool:
        """Tell whether the end of a field is missing, so that text may be taken for its code."""
        return any(self._codes)

    def _open_paragraph(self, paragraph: etree._Element) -> bool:
        if self._styles.hides_paragraph(paragraph):
            return False
        self._story.open_paragraph(self._styles.kind(paragraph))
        return True

    def _close_paragraph(self, paragraph: etree._Element) -> None:
        mark_deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
        self._story.close_paragraph(runs_on=mark_deleted)

    def _open_drawn(self, _: etree._Element) -> bool:
        self._story.open_part()
        self._story.open_paragraph()
        return True

    def _close_drawn(self, _: etree._Element) -> None:
        self._story.close_paragraph()
        self._story.close_float()

    def _text(self, element: etree._Element) -> bool:
        if not any(self._codes):
            self._story.say((element.text or "").replace(LINE_END, " "))
        return False

    def _said(self, text: str) -> Callable[[etree._Element], bool]:
        def say(_: etree._Element) -> bool:
            self._story.say(text)
            return False

        return say

    def _break(self, element: etree._Element) -> bool:
        self._story.say(BLOCK_END if element.get(f"{W}type") in _NEW_PAGE else LINE_END)
        return False

    def _symbol(self, element: etree._Element) -> bool:
        """Say a symbol that has a place in Unicode; a dingbat of some font is a space."""
        try:
            code = int(element.get(f"{W}char", ""), 16)
            self._story.say(" " if code in _PRIVATE else chr(code))
        except (ValueError, OverflowError):
            self._story.say(" ")
        return False

    def _open_row(self, row: etree._Element) -> bool:
        if row.find(f"{W}trPr/{W}del") is not None:
            return False
        self._story.open_row()
        return True

    def _open_cell(self, cell: etree._Element) -> bool:
        return cell.find(f"{W}tcPr/{W}cellDel") is None and self._open_part(cell)

    def _open_part(self, _: etree._Element) -> bool:
        self._story.open_part()
        return True

    def _is_filled(self, control: etree._Element) -> bool:
        """Pass over a content control that shows nothing but what to write in it."""
        return control.find(f"{W}sdtPr/{W}showingPlcHdr") is None

    def _field(self, element: etree._Element) -> bool:
        kind = element.get(f"{W}fldCharType")
        if not self._heed_fields:
            return False
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()
        return False

    def _note(self, notes: list[str], element: etree._Element) -> bool:
        notes.append(element.get(ID, ""))
        return False

    def _embed(self, element: etree._Element) -> bool:
        self.embedded.append(element.get(f"{_REL}id", ""))
        return False

    def _is_chosen(self, element: etree._Element) -> bool:
        """Go into one form of what is given in several: the first that holds text."""
        forms = islice(element.getparent(), _MOST_FORMS)
        return next((form for form in forms if _has_text(form)), None) is element


def _has_text(element: etree._Element) -> bool:
    return next(element.iter(*_TEXTS), None) is not None


def noted(root: etree._Element, kind: str) -> frozenset[str]:
    """Return the ids of all notes of a kind that a part names, in deleted text too."""
    return frozenset(each.get(ID, "") for each in root.iter(f"{W}{kind}Reference"))
