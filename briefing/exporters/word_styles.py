"""The styles of a Word document, set through python-docx from the Stylesheet's looks."""

from typing import Any, Final

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.font import Font

from briefing.document.style import Stylesheet
from briefing.exporters.word_looks import (
    CharacterLook,
    ParagraphLook,
    character_looks,
    paragraph_looks,
)
from briefing.exporters.word_package import EAST_ASIAN_FONT
from briefing.exporters.word_tables import TableLook, table_looks
from briefing.exporters.word_xml import attribute, elements

EAST_ASIAN_LANGUAGE: Final = "ko-KR"
_DEFAULTS: Final = frozenset(("Default Paragraph Font", "Normal Table", "No List"))
# Word's own styles that python-docx's default file does not bring along.
_BUILT_IN: Final = frozenset(("toc 1", "toc 2", "endnote text", "endnote reference", "Hyperlink"))
_KEPT: Final = frozenset(qn(f"w:{name}") for name in ("name", "uiPriority", "qFormat"))
# What follows borders, shading and letter spacing in ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28.
_AFTER_FRAME: Final = ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
_AFTER_SPACED: Final = ("w:w", "w:kern", "w:position", "w:sz", "w:szCs")

Look = ParagraphLook | CharacterLook | TableLook


def set_styles(file: WordFile, style: Stylesheet, language: str) -> None:
    """Make every style look as the Stylesheet says, and take the others of the file away."""
    paragraphs, characters = paragraph_looks(style), character_looks(style)
    tables = table_looks(style)
    looks: tuple[Look, ...] = (*paragraphs, *characters, *tables)
    names = _DEFAULTS | {look.name for look in looks}
    for one in [one for one in file.styles if one.name not in names]:
        one.delete()
    _set_defaults(file, style, language)
    made = {look.name: _made(file, look, WD_STYLE_TYPE.PARAGRAPH) for look in paragraphs}
    for paragraph in paragraphs:
        _set_paragraph(made, paragraph)
    base = file.styles["Default Paragraph Font"]
    for character in characters:
        _set_character(_made(file, character, WD_STYLE_TYPE.CHARACTER), character, base)
    for table in tables:
        chosen = _made(file, table, WD_STYLE_TYPE.TABLE)
        chosen.base_style = file.styles["Normal Table"]
        chosen.element.extend(elements(table.properties))


def _made(file: WordFile, look: Look, kind: WD_STYLE_TYPE) -> Any:  # noqa: ANN401 - its class is the kind's
    """Return the style of that name, bare: the file's own, or a new one."""
    if look.name not in file.styles:
        # Any: python-docx tells no types here.
        styles: Any = file.styles
        made = styles.add_style(look.name, kind, builtin=look.name in _BUILT_IN)
        made.style_id = look.id
        return made
    found = file.styles[look.name]
    for child in [child for child in found.element if child.tag not in _KEPT]:
        found.element.remove(child)
    return found


def _set_paragraph(made: dict[str, ParagraphStyle], look: ParagraphLook) -> None:
    style = made[look.name]
    style.base_style = made[look.based] if look.based else None
    style.next_paragraph_style = made[look.follow] if look.follow else style
    style.quick_style = True
    _set_spacing(style, look)
    _set_frame(style, look)
    font = style.font
    if look.family:
        _set_family(font, look.family)
    if look.bold:
        font.bold = font.cs_bold = True
    if look.italic:
        font.italic = font.cs_italic = True
    if look.colour:
        font.color.rgb = RGBColor.from_string(look.colour)
    if look.size:
        _set_size(font, look.size)
    if look.spaced:
        (spaced,) = elements(f'<w:spacing w:val="{round(look.spaced * 20)}"/>')
        style.element.rPr.insert_element_before(spaced, *_AFTER_SPACED)


def _set_spacing(style: ParagraphStyle, look: ParagraphLook) -> None:
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    if look.line:
        layout.line_spacing = Pt(look.line)
        layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    if look.left or look.right:
        layout.left_indent, layout.right_indent = Pt(look.left), Pt(look.right)
    if look.hanging:
        layout.first_line_indent = Pt(-look.hanging)
    if look.tab_right:
        layout.tab_stops.add_tab_stop(Pt(look.tab_right), WD_TAB_ALIGNMENT.RIGHT)
    if look.centred:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
    layout.keep_with_next = look.keep_next or None
    layout.keep_together = look.keep_lines or None
    layout.widow_control = True if not look.based else None


def _set_frame(style: ParagraphStyle, look: ParagraphLook) -> None:
    """Set borders, shading and outline level, for which python-docx has no words."""
    properties = style.element.get_or_add_pPr()
    for one in elements(look.frame):
        properties.insert_element_before(one, *_AFTER_FRAME)
    if look.level is not None:
        properties.extend(elements(f'<w:outlineLvl w:val="{look.level}"/>'))


def _set_character(style: CharacterStyle, look: CharacterLook, base: CharacterStyle) -> None:
    style.base_style = base
    font = style.font
    font.bold = font.cs_bold = look.bold
    font.italic = font.cs_italic = look.italic
    font.superscript = look.raised
    if look.colour:
        font.color.rgb = RGBColor.from_string(look.colour)
    if look.shade:
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade}"/>'
        style.element.rPr.extend(elements(shade))


def _set_family(font: Font, family: str) -> None:
    font.name = family
    fonts = font.element.rPr.rFonts
    fonts.set(qn("w:eastAsia"), EAST_ASIAN_FONT)
    fonts.set(qn("w:cs"), family)


def _set_size(font: Font, size: float) -> None:
    """Set the size in points; Word has halves of them, and python-docx would cut the rest off."""
    half_points = round(size * 2)
    font.size = Pt(half_points / 2)
    font.element.rPr.extend(elements(f'<w:szCs w:val="{half_points}"/>'))


def _set_defaults(file: WordFile, style: Stylesheet, language: str) -> None:
    """Set what holds where no style says otherwise: font, size, languages, no space."""
    name = attribute(style.serif)
    (made,) = elements(
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii={name} w:hAnsi={name} "
        f'w:eastAsia="{EAST_ASIAN_FONT}" w:cs={name}/><w:sz w:val="20"/><w:szCs w:val="20"/>'
        f'<w:lang w:val={attribute(language or "en")} w:eastAsia="{EAST_ASIAN_LANGUAGE}" '
        'w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    given = file.styles.element.find(qn("w:docDefaults"))
    given.addprevious(made)
    file.styles.element.remove(given)
