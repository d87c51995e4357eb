"""How each style of the Word document looks: its paragraphs and characters, from the Stylesheet.

The names are Word's own where Word has one, so that a reader finds them and a house may set them.
"""

from dataclasses import dataclass
from typing import Final

from briefing.document.style import Stylesheet

_HIGHLIGHT: Final = "FFF4C2"


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """One paragraph style; lengths in points, ``frame`` is ready XML for borders and shading.

    ``id`` is what the text names the style by; ``based`` and ``follow`` are names.
    """

    id: str
    name: str
    based: str = "Normal"
    follow: str = ""
    family: str = ""
    size: float = 0
    line: float = 0
    before: float = 0
    after: float = 0
    left: float = 0
    hanging: float = 0
    right: float = 0
    tab_right: float = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    spaced: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    centred: bool = False
    level: int | None = None
    frame: str = ""


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """One character style; None leaves to the words around it what it does not say."""

    id: str
    name: str
    colour: str = ""
    bold: bool | None = None
    italic: bool | None = None
    raised: bool | None = None
    shade: str = ""


def paragraph_looks(s: Stylesheet) -> tuple[ParagraphLook, ...]:
    """Return every paragraph style, those before that others are based on."""
    return (*_text_styles(s), *_front_styles(s), *_apart_styles(s), *_note_styles(s))


def _text_styles(s: Stylesheet) -> tuple[ParagraphLook, ...]:
    sizes = ((16, 20, 20, 6), (12.5, 16, 14, 4), (10.6, 14, 10, 3), (9.6, 13, 8, 2))
    headings = tuple(
        ParagraphLook(
            f"Heading{n}",
            f"Heading {n}",
            follow="Normal",
            family=s.sans,
            size=size,
            line=line,
            before=before,
            after=after,
            colour=s.accent if n < 4 else s.grey,
            bold=True,
            keep_next=True,
            keep_lines=True,
            level=n - 1,
        )
        for n, (size, line, before, after) in enumerate(sizes, start=1)
    )
    cell = s.table_size
    return (
        ParagraphLook("Normal", "Normal", based="", family=s.serif, size=s.body_size,
                        line=s.body_leading, after=6, colour=s.ink),
        *headings,
        ParagraphLook("ListBullet", "List Bullet", after=4, left=16, hanging=14),
        ParagraphLook("ListNumber", "List Number", after=4, left=18, hanging=18),
        ParagraphLook("Caption", "Caption", follow="Normal", family=s.sans, size=cell + 0.4,
                        line=12, before=8, after=5, colour=s.accent, bold=True, keep_next=True),
        ParagraphLook("TableText", "Table Text", family=s.sans, size=cell, line=s.table_leading),
        ParagraphLook("TableRowName", "Table Row Name", based="Table Text", bold=True),
        ParagraphLook("TableHead", "Table Head", based="Table Text", bold=True, colour=s.accent,
                        keep_next=True),
        ParagraphLook("Gap", "Gap", size=4, line=8),
        ParagraphLook("ChronologyDate", "Chronology Date", based="Table Text", bold=True,
                        colour=s.accent, size=cell + 0.2, line=s.body_leading),
        ParagraphLook("ChronologyText", "Chronology Text", after=4),
    )  # fmt: skip


def _front_styles(s: Stylesheet) -> tuple[ParagraphLook, ...]:
    width = 595.3 - 2 * s.margin_side
    thick = f'<w:pBdr><w:top w:val="single" w:sz="24" w:space="14" w:color="{s.accent}"/></w:pBdr>'
    thin = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{s.rule}"/></w:pBdr>'
    return (
        ParagraphLook("Title", "Title", follow="Subtitle", family=s.serif, size=26, line=31,
                        before=64, after=5, colour=s.accent, bold=True, keep_next=True,
                        frame=thick),
        ParagraphLook("Subtitle", "Subtitle", follow="Normal", size=13, line=18, after=22,
                        colour=s.grey, italic=True),
        ParagraphLook("FactLabel", "Fact Label", based="Table Text", colour=s.grey),
        ParagraphLook("FactValue", "Fact Value", based="Table Text", bold=True),
        ParagraphLook("TOCHeading", "TOC Heading", follow="Normal", family=s.sans, size=12.5,
                        line=16, before=24, after=6, colour=s.accent, bold=True, keep_next=True),
        ParagraphLook("TOC1", "toc 1", family=s.sans, size=10, line=14, after=3),
        ParagraphLook("TOC2", "toc 2", family=s.sans, size=9.2, line=12.5, after=2, left=14,
                        colour=s.grey),
        ParagraphLook("Header", "Header", family=s.sans, size=8.2, line=11, before=8,
                        colour=s.grey, frame=thin),
        ParagraphLook("Footer", "Footer", family=s.sans, size=8.2, line=11, after=8,
                        colour=s.grey, tab_right=width),
        ParagraphLook("Marking", "Marking", family=s.sans, size=9, line=11, colour=s.alert,
                        bold=True, spaced=1.1, centred=True),
    )  # fmt: skip


def _apart_styles(s: Stylesheet) -> tuple[ParagraphLook, ...]:
    left = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{s.accent}"/></w:pBdr>'
    side = f'w:val="single" w:sz="4" w:space="7" w:color="{s.rule}"'
    box = (
        f"<w:pBdr><w:top {side}/><w:left {side}/><w:bottom {side}/><w:right {side}/></w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{s.tint}"/>'
    )
    return (
        ParagraphLook("Quote", "Quote", follow="Quote Source", size=11, line=15.6, left=14,
                        italic=True, keep_lines=True, frame=left),
        ParagraphLook("QuoteSource", "Quote Source", follow="Normal", family=s.sans, size=8.4,
                        line=13, left=14, colour=s.grey, frame=left),
        ParagraphLook("Remark", "Remark", size=8.8, line=12, colour=s.grey, italic=True,
                        after=6),
        ParagraphLook("SlotPrompt", "Slot Prompt", follow="Slot Text", family=s.sans, size=8.4,
                        line=12.4, left=8, right=8, before=6, colour=s.grey, bold=True,
                        keep_next=True, frame=box),
        ParagraphLook("SlotText", "Slot Text", left=8, right=8, frame=box),
    )  # fmt: skip


def _note_styles(s: Stylesheet) -> tuple[ParagraphLook, ...]:
    size = s.table_size
    return (
        ParagraphLook("NotesHeading", "Notes Heading", family=s.sans, size=16, line=20,
                        before=20, after=6, colour=s.accent, bold=True, keep_next=True),
        ParagraphLook("EndnoteText", "endnote text", family=s.sans, size=size, line=12,
                        left=24, hanging=24, keep_next=True),
        ParagraphLook("EndnoteQuote", "Endnote Quote", size=size, line=12, after=5, left=24,
                        colour=s.grey, italic=True),
        ParagraphLook("SourceEntry", "Source Entry", family=s.sans, size=size, line=12,
                        after=4, left=24, hanging=24),
    )  # fmt: skip


def character_looks(s: Stylesheet) -> tuple[CharacterLook, ...]:
    """Return every character style."""
    return (
        CharacterLook("Strong", "Strong", bold=True),
        CharacterLook("Emphasis", "Emphasis", italic=True),
        CharacterLook("EmphasisUpright", "Emphasis Upright", italic=False),
        CharacterLook("Hyperlink", "Hyperlink", s.accent),
        CharacterLook("Citation", "Citation", s.accent, italic=False, raised=True),
        CharacterLook("EndnoteReference", "endnote reference", s.accent, italic=False, raised=True),
        CharacterLook("NoteNumber", "Note Number", s.accent, bold=True),
        CharacterLook("SlotOpen", "Slot Open", s.alert, italic=True, shade=_HIGHLIGHT),
    )
