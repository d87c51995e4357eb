"""The Stylesheet as reportlab's paragraph styles; every one names an embedded font."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from briefing.document.style import Stylesheet
from briefing.exporters.pdf_fonts import Faces, faces


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style with the faces for emphasis in it."""

    style: ParagraphStyle
    italic: str
    strong: str

    @property
    def face(self) -> str:
        """The font of plain text."""
        return str(self.style.fontName)


@dataclass(frozen=True, slots=True)
class Looks:
    """Every look of the PDF, by what it is for."""

    title: Look
    subtitle: Look
    fact_label: Look
    fact_value: Look
    contents_title: Look
    contents: tuple[Look, Look]
    headings: tuple[Look, Look, Look, Look]
    body: Look
    item: Look
    item_mark: Look
    quote: Look
    quote_source: Look
    caption: Look
    cell: Look
    row_name: Look
    table_head: Look
    date: Look
    told: Look
    remark: Look
    slot_prompt: Look
    slot_text: Look
    slot_open: Look
    note: Look
    note_number: Look
    note_quote: Look


def looks(s: Stylesheet) -> Looks:
    """Return the looks; raises ExportError where a font family is not among the embedded ones."""
    serif, sans = faces(s.serif), faces(s.sans)
    small = s.table_size
    sizes = ((16, 20, 20, 6), (12.5, 16, 14, 4), (10.6, 14, 10, 3), (9.6, 13, 8, 2))
    first, second, third, fourth = (
        _look(sans, sans.bold, size, line, s.accent if n < 3 else s.grey, before, after)
        for n, (size, line, before, after) in enumerate(sizes)
    )
    cell = _look(sans, sans.regular, small, s.table_leading, s.ink)
    return Looks(
        title=_look(serif, serif.strong, 26, 31, s.accent, after=5),
        subtitle=_look(serif, serif.italic, 13, 18, s.grey, after=20),
        fact_label=_look(sans, sans.regular, small, s.table_leading, s.grey),
        fact_value=_look(sans, sans.strong, small, s.table_leading, s.ink),
        contents_title=_look(sans, sans.bold, 12.5, 16, s.accent, before=26, after=6),
        contents=(
            _look(sans, sans.regular, 10, 14, s.ink, after=3.4, right=30),
            _look(sans, sans.regular, 9.2, 12.5, s.grey, after=2.6, left=14, right=30),
        ),
        headings=(first, second, third, fourth),
        body=_look(serif, serif.regular, s.body_size, s.body_leading, s.ink, after=6),
        item=_look(serif, serif.regular, s.body_size, s.body_leading, s.ink),
        item_mark=_look(sans, sans.regular, s.body_size, s.body_leading, s.accent),
        quote=_look(serif, serif.italic, 11, 15.6, s.ink, after=2),
        quote_source=_look(sans, sans.regular, 8.4, 11.6, s.grey),
        caption=_look(sans, sans.strong, small + 0.4, 12, s.accent, before=8, after=5),
        cell=cell,
        row_name=_look(sans, sans.strong, small, s.table_leading, s.ink),
        table_head=_look(sans, sans.strong, small, s.table_leading, s.accent),
        date=_look(sans, sans.strong, small + 0.2, s.body_leading, s.accent, right_set=True),
        told=_look(serif, serif.regular, s.body_size, s.body_leading, s.ink),
        remark=_look(serif, serif.italic, 8.8, 12, s.grey, after=6),
        slot_prompt=_look(sans, sans.strong, 8.4, 11.6, s.grey, after=3),
        slot_text=_look(serif, serif.regular, s.body_size, s.body_leading, s.ink, after=2),
        slot_open=_look(serif, serif.italic, s.body_size, s.body_leading, s.alert),
        note=_look(sans, sans.regular, small, 12, s.ink, after=1),
        note_number=_look(sans, sans.strong, small, 12, s.accent),
        note_quote=_look(serif, serif.italic, small, 12, s.grey),
    )


def _look(
    family: Faces, face: str, size: float, leading: float, colour: str, before: float = 0,
    after: float = 0, left: float = 0, right: float = 0, *, right_set: bool = False,
) -> Look:  # fmt: skip
    style = ParagraphStyle(
        f"{face}-{size}-{colour}",
        fontName=face,
        # Left to itself reportlab sets these in Helvetica, which would not be embedded.
        bulletFontName=face,
        fontSize=size,
        leading=leading,
        textColor=HexColor(f"#{colour}"),
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=left,
        rightIndent=right,
        alignment=TA_RIGHT if right_set else 0,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )
    # Emphasis inside italics stands upright.
    italic = family.regular if face == family.italic else family.italic
    strong = family.bold if face == family.strong else family.strong
    return Look(style, italic, strong)
