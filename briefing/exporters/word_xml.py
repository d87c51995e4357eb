"""The few WordprocessingML elements that the Word exporter writes, as strings.

One string that is parsed once costs a third of the time of python-docx's calls, element by element.
Element order inside ``w:pPr`` and ``w:rPr`` follows the sequences of ISO/IEC 29500-1, 17.3.
"""

from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

from briefing.exporters.characters import printable

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
XML_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TAB: Final = "<w:r><w:tab/></w:r>"
FIELD_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def elements(xml: str) -> list[BaseOxmlElement]:
    """Return the elements that stand in the string one after another, as python-docx makes them."""
    return list(parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>"))


def attribute(text: str) -> str:
    """Return the text as a quoted attribute value."""
    return quoteattr(printable(text).replace("\n", " "))


def run(text: str, properties: str = "") -> str:
    """Return a ``w:r`` with the text; line ends become ``w:br``."""
    pieces = printable(text).split("\n")
    inner = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(p)}</w:t>' if p else "" for p in pieces
    )
    return raw_run(inner, properties)


def raw_run(inner: str, properties: str = "") -> str:
    """Return a ``w:r`` around ready-made XML."""
    kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{kept}{inner}</w:r>"


def styled(style: str) -> str:
    """Return the run property that names a character style."""
    return f'<w:rStyle w:val="{style}"/>'


def paragraph(style: str, inner: str, properties: str = "") -> str:
    """Return a ``w:p`` of a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Return a complex field with its result already written, so that no reader must update it."""
    return (
        field_start(instruction, properties)
        + run(shown, properties)
        + raw_run('<w:fldChar w:fldCharType="end"/>', properties)
    )


def field_start(instruction: str, properties: str = "") -> str:
    """Return the start of a field whose result follows; end it with ``FIELD_END``."""
    return (
        raw_run('<w:fldChar w:fldCharType="begin"/>', properties)
        + raw_run(f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>', properties)
        + raw_run('<w:fldChar w:fldCharType="separate"/>', properties)
    )


def cell(width: int, inner: str, properties: str = "") -> str:
    """Return a ``w:tc``; the width is in twentieths of a point."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{inner}</w:tc>'


def table(
    style: str, widths: tuple[int, ...], rows: str, caption: str = "", *, head: bool = False
) -> str:
    """Return a ``w:tbl`` of fixed column widths, in twentieths of a point."""
    look = 'w:val="0620" w:firstRow="1"' if head else 'w:val="0600" w:firstRow="0"'
    named = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row(cells: str, *, head: bool = False) -> str:
    """Return a ``w:tr`` that stays on one page; a head row is repeated on each."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
