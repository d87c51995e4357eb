"""How the tables of a Word document look, as properties of table styles."""

from dataclasses import dataclass

from briefing.document.style import Stylesheet


@dataclass(frozen=True, slots=True)
class TableLook:
    """One table style; ``properties`` is ready XML."""

    id: str
    name: str
    properties: str


def table_looks(s: Stylesheet) -> tuple[TableLook, ...]:
    """Return every table style."""
    hair = _border("bottom", 4, s.rule) + _border("insideH", 4, s.rule)
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_border('top', 8, s.accent)}{_border('bottom', 4, s.accent)}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="{s.tint}"/></w:tcPr></w:tblStylePr>'
    )
    ruled = _properties(_border("top", 8, s.accent) + hair, (70, 90, 80, 110))
    facts = _properties(_border("top", 4, s.rule) + hair, (60, 0, 70, 110))
    return (
        TableLook("BriefingTable", "Briefing Table", ruled + head),
        TableLook("BriefingFacts", "Briefing Facts", facts),
        TableLook("BriefingChronology", "Briefing Chronology", _properties("", (0, 0, 0, 200))),
    )


def _border(side: str, size: int, colour: str) -> str:
    """Return a border; the size is in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _properties(borders: str, margins: tuple[int, int, int, int]) -> str:
    """Return a ``w:tblPr``; margins in twentieths of a point, from the top against the clock."""
    kinds = zip(("top", "left", "bottom", "right"), margins, strict=True)
    cells = "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in kinds)
    lines = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return f"<w:tblPr>{lines}<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>"
