"""The styles part of a Word document, made from the Stylesheet."""

from dataclasses import dataclass
from typing import Final

from briefing.document.style import Stylesheet
from briefing.exporters.word_xml import NAMESPACES, XML_HEAD, attribute

EAST_ASIAN_FONT: Final = "Malgun Gothic"
EAST_ASIAN_LANGUAGE: Final = "ko-KR"


@dataclass(frozen=True, slots=True)
class _ParagraphStyle:
    """One paragraph style; sizes in points, ``frame`` is ready XML for pBdr, shd and tabs."""

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
    colour: str = ""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spaced: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    centred: bool = False
    level: int | None = None
    frame: str = ""


def styles_part(style: Stylesheet, language: str) -> str:
    """Return word/styles.xml."""
    paragraphs = "".join(_paragraph_style(one) for one in _paragraph_styles(style))
    return (
        f"{XML_HEAD}<w:styles {NAMESPACES}>{_defaults(style, language)}{paragraphs}"
        f"{_character_styles(style)}{_table_styles(style)}"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:uiPriority w:val='99'/><w:semiHidden/><w:unhideWhenUsed/></w:style></w:styles>"
    )


def _paragraph_styles(s: Stylesheet) -> tuple[_ParagraphStyle, ...]:
    return (*_text_styles(s), *_front_styles(s), *_apart_styles(s), *_note_styles(s))


def _text_styles(s: Stylesheet) -> tuple[_ParagraphStyle, ...]:
    sizes = ((16, 20, 20, 6), (12.5, 16, 14, 4), (10.6, 14, 10, 3), (9.6, 13, 8, 2))
    headings = tuple(
        _ParagraphStyle(
            f"Heading{n}",
            f"heading {n}",
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
        _ParagraphStyle("Normal", "Normal", based="", family=s.serif, size=s.body_size,
                        line=s.body_leading, after=6, colour=s.ink),
        *headings,
        _ParagraphStyle("ListBullet", "List Bullet", after=4, left=16, hanging=14),
        _ParagraphStyle("ListNumber", "List Number", after=4, left=18, hanging=18),
        _ParagraphStyle("Caption", "caption", follow="Normal", family=s.sans, size=cell + 0.4,
                        line=12, before=8, after=5, colour=s.accent, bold=True, keep_next=True),
        _ParagraphStyle("TableText", "Table Text", family=s.sans, size=cell, line=s.table_leading),
        _ParagraphStyle("TableRowName", "Table Row Name", based="TableText", bold=True),
        _ParagraphStyle("TableHead", "Table Head", based="TableText", bold=True, colour=s.accent,
                        keep_next=True),
        _ParagraphStyle("Gap", "Gap", size=4, line=8),
        _ParagraphStyle("ChronologyDate", "Chronology Date", based="TableText", bold=True,
                        colour=s.accent, size=cell + 0.2, line=s.body_leading),
        _ParagraphStyle("ChronologyText", "Chronology Text", after=4),
    )  # fmt: skip


def _front_styles(s: Stylesheet) -> tuple[_ParagraphStyle, ...]:
    width = 595.3 - 2 * s.margin_side
    thick = f'<w:pBdr><w:top w:val="single" w:sz="24" w:space="14" w:color="{s.accent}"/></w:pBdr>'
    thin = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{s.rule}"/></w:pBdr>'
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{round(width * 20)}"/></w:tabs>'
    return (
        _ParagraphStyle("Title", "Title", follow="Subtitle", family=s.serif, size=26, line=31,
                        before=64, after=5, colour=s.accent, bold=True, keep_next=True,
                        frame=thick),
        _ParagraphStyle("Subtitle", "Subtitle", follow="Normal", size=13, line=18, after=22,
                        colour=s.grey, italic=True),
        _ParagraphStyle("FactLabel", "Fact Label", based="TableText", colour=s.grey),
        _ParagraphStyle("FactValue", "Fact Value", based="TableText", bold=True),
        _ParagraphStyle("TOCHeading", "TOC Heading", follow="Normal", family=s.sans, size=12.5,
                        line=16, before=24, after=6, colour=s.accent, bold=True, keep_next=True),
        _ParagraphStyle("TOC1", "toc 1", family=s.sans, size=10, line=14, after=3),
        _ParagraphStyle("TOC2", "toc 2", family=s.sans, size=9.2, line=12.5, after=2, left=14,
                        colour=s.grey),
        _ParagraphStyle("Header", "header", family=s.sans, size=8.2, line=11, before=8,
                        colour=s.grey, frame=thin),
        _ParagraphStyle("Footer", "footer", family=s.sans, size=8.2, line=11, after=8,
                        colour=s.grey, frame=tab),
        _ParagraphStyle("Marking", "Marking", family=s.sans, size=9, line=11, colour=s.alert,
                        bold=True, spaced=1.1, centred=True),
    )  # fmt: skip


def _apart_styles(s: Stylesheet) -> tuple[_ParagraphStyle, ...]:
    left = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{s.accent}"/></w:pBdr>'
    side = f'w:val="single" w:sz="4" w:space="7" w:color="{s.rule}"'
    box = (
        f"<w:pBdr><w:top {side}/><w:left {side}/><w:bottom {side}/><w:right {side}/></w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{s.tint}"/>'
    )
    return (
        _ParagraphStyle("Quote", "Quote", follow="QuoteSource", size=11, line=15.6, left=14,
                        italic=True, keep_lines=True, frame=left),
        _ParagraphStyle("QuoteSource", "Quote Source", follow="Normal", family=s.sans, size=8.4,
                        line=13, left=14, colour=s.grey, frame=left),
        _ParagraphStyle("Remark", "Remark", size=8.8, line=12, colour=s.grey, italic=True,
                        after=6),
        _ParagraphStyle("SlotPrompt", "Slot Prompt", follow="SlotText", family=s.sans, size=8.4,
                        line=12.4, left=8, right=8, before=6, colour=s.grey, bold=True,
                        keep_next=True, frame=box),
        _ParagraphStyle("SlotText", "Slot Text", left=8, right=8, frame=box),
    )  # fmt: skip


def _note_styles(s: Stylesheet) -> tuple[_ParagraphStyle, ...]:
    size = s.table_size
    return (
        _ParagraphStyle("NotesHeading", "Notes Heading", family=s.sans, size=16, line=20,
                        before=20, after=6, colour=s.accent, bold=True, keep_next=True),
        _ParagraphStyle("EndnoteText", "endnote text", family=s.sans, size=size, line=12,
                        left=24, hanging=24, keep_next=True),
        _ParagraphStyle("EndnoteQuote", "Endnote Quote", size=size, line=12, after=5, left=24,
                        colour=s.grey, italic=True),
        _ParagraphStyle("SourceEntry", "Source Entry", family=s.sans, size=size, line=12,
                        after=4, left=24, hanging=24),
    )  # fmt: skip


def _defaults(s: Stylesheet, language: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(s.serif)}"
        f'<w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val={attribute(language or "en")} '
        f'w:eastAsia="{EAST_ASIAN_LANGUAGE}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _fonts(family: str) -> str:
    name = attribute(family)
    return f'<w:rFonts w:ascii={name} w:hAnsi={name} w:eastAsia="{EAST_ASIAN_FONT}" w:cs={name}/>'


def _paragraph_style(one: _ParagraphStyle) -> str:
    default = ' w:default="1"' if not one.based else ' w:customStyle="1"' if _own(one) else ""
    based = f'<w:basedOn w:val="{one.based}"/>' if one.based else ""
    follow = f'<w:next w:val="{one.follow}"/>' if one.follow else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{one.id}"><w:name w:val="{one.name}"/>'
        f"{based}{follow}<w:qFormat/><w:pPr>{_paragraph_properties(one)}</w:pPr>"
        f"<w:rPr>{_run_properties(one)}</w:rPr></w:style>"
    )


def _own(one: _ParagraphStyle) -> bool:
    built_in = {"Title", "Subtitle", "Quote", "List Bullet", "List Number", "TOC Heading"}
    return one.name not in built_in and not one.name.islower()


def _paragraph_properties(one: _ParagraphStyle) -> str:
    before, after, height = (round(points * 20) for points in (one.before, one.after, one.line))
    line = f' w:line="{height}" w:lineRule="atLeast"' if one.line else ""
    hanging = f' w:hanging="{round(one.hanging * 20)}"' if one.hanging else ""
    indent = f'<w:ind w:left="{round(one.left * 20)}" w:right="{round(one.right * 20)}"{hanging}/>'
    return "".join(
        (
            "<w:keepNext/>" if one.keep_next else "",
            "<w:keepLines/>" if one.keep_lines else "",
            "<w:widowControl/>" if not one.based else "",
            one.frame,
            f'<w:spacing w:before="{before}" w:after="{after}"{line}/>',
            indent if one.left or one.right else "",
            '<w:jc w:val="center"/>' if one.centred else "",
            f'<w:outlineLvl w:val="{one.level}"/>' if one.level is not None else "",
        )
    )


def _run_properties(one: _ParagraphStyle) -> str:
    half_points = round(one.size * 2)
    return "".join(
        (
            _fonts(one.family) if one.family else "",
            "<w:b/><w:bCs/>" if one.bold else "",
            "<w:i/><w:iCs/>" if one.italic else "",
            f'<w:color w:val="{one.colour}"/>' if one.colour else "",
            f'<w:spacing w:val="{round(one.spaced * 20)}"/>' if one.spaced else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if one.size else "",
        )
    )


def _character_styles(s: Stylesheet) -> str:
    colour = f'<w:color w:val="{s.accent}"/>'
    raised = f'<w:i w:val="0"/>{colour}<w:vertAlign w:val="superscript"/>'
    own = (
        ("Strong", "Strong", "<w:b/><w:bCs/>"),
        ("Emphasis", "Emphasis", "<w:i/><w:iCs/>"),
        ("EmphasisUpright", "Emphasis Upright", '<w:i w:val="0"/><w:iCs w:val="0"/>'),
        ("Hyperlink", "Hyperlink", colour),
        ("Citation", "Citation", raised),
        ("EndnoteReference", "endnote reference", raised),
        ("NoteNumber", "Note Number", f"<w:b/>{colour}"),
        ("SlotOpen", "Slot Open", f'<w:i/><w:color w:val="{s.alert}"/><w:shd w:val="clear" '
         'w:color="auto" w:fill="FFF4C2"/>'),
    )  # fmt: skip
    default = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    return default + "".join(
        f'<w:style w:type="character" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{properties}</w:rPr></w:style>'
        for id_, name, properties in own
    )


def _table_styles(s: Stylesheet) -> str:
    def border(side: str, size: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'

    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )

    def made(
        id_: str, name: str, borders: str, margins: tuple[int, int, int, int], rest: str
    ) -> str:
        kinds = zip(("top", "left", "bottom", "right"), margins, strict=True)
        cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in kinds)
        return (
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
            f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>{rest}</w:style>"
        )

    hair = border("bottom", 4, s.rule) + border("insideH", 4, s.rule)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{border('top', 8, s.accent)}{border('bottom', 4, s.accent)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{s.tint}"/></w:tcPr></w:tblStylePr>'
    )
    facts = border("top", 4, s.rule) + hair
    return (
        plain
        + made("BriefingTable", "Briefing Table", border("top", 8, s.accent) + hair,
               (70, 90, 80, 110), head)
        + made("BriefingFacts", "Briefing Facts", facts, (60, 0, 70, 110), "")
        + made("BriefingChronology", "Briefing Chronology", "", (0, 0, 0, 200), "")
    )  # fmt: skip
