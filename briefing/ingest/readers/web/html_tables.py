"""Tables of data on HTML pages, told from tables that set out the page."""

from collections.abc import Iterator, Sequence
from statistics import mode

from lxml import etree, html

from briefing.ingest.readers.web.html_roles import look

_ROWS = etree.XPath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
# What a cell of data does not hold.
_PARTED = etree.XPath(
    "boolean(.//div//p | .//h1 | .//h2 | .//h3 | .//h4 | .//ul | .//ol | .//form | .//nav"
    " | .//input | .//blockquote | .//hr | .//br/following-sibling::br | .//article"
    " | .//section | .//iframe)"
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "math", "object"})
_BREAKS = frozenset({"br", "p", "div", "li"})
_MOST_ROWS = 5000
_FEWEST = 2
_LONGEST_CELL = 300
_USUAL_CELL = 80
_REGULAR = 0.7
_MOST_LINKED = 0.8
_BAR = " | "


def is_data_table(table: html.HtmlElement) -> bool:
    """Tell whether a table has rows of two or more short cells, as many in nearly each of them.

    One whose cells hold tables, headings, lists or paragraphs, or nothing but links, sets out a
    page.
    """
    found = [cells for row in _ROWS(table)[:_MOST_ROWS] if (cells := _CELLS(row))]
    if len(found) < _FEWEST or table.get("role") == "presentation":
        return False
    if table.find(".//table") is not None or _PARTED(table):
        return False
    usual = mode(len(cells) for cells in found)
    if usual < _FEWEST or sum(len(c) == usual for c in found) < _REGULAR * len(found):
        return False
    lengths = [len(_text(cell)) for cells in found for cell in cells]
    filled = [length for length in lengths if length]
    if not filled or max(filled) > _LONGEST_CELL or sum(filled) > _USUAL_CELL * len(filled):
        return False
    return _linked(table) <= _MOST_LINKED * sum(filled) and len(filled) >= _FEWEST * _FEWEST


def rows(table: html.HtmlElement) -> Iterator[tuple[str, str, int]]:
    """Yield of each row its tag, its text with bars between the cells, the letters in links.

    What the table is called comes first, under its own tag.
    """
    for caption in table.iterchildren("caption"):
        yield "caption", _text(caption), 0
    for row in _ROWS(table):
        yield "tr", _joined([_text(cell) for cell in _CELLS(row)]), _linked(row)


def _joined(cells: Sequence[str]) -> str:
    filled = [cell for cell in cells if cell]
    return _BAR.join(cells) if len(filled) > 1 else "".join(filled)


def _text(element: html.HtmlElement) -> str:
    """Return the shown text of a cell, with a space where a break or a block parts it."""
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    skipped = False
    for event, inner in walk:
        if event == "start":
            if inner is not element and (inner.tag in _UNSEEN or look(inner, inner.tag).hidden):
                walk.skip_subtree()
                skipped = True
                continue
            pieces.append(" " if inner.tag in _BREAKS else "")
            pieces.append(inner.text or "")
        else:
            pieces.append(" " if inner.tag in _BREAKS and not skipped else "")
            pieces.append((inner.tail or "") if inner is not element else "")
            skipped = False
    return " ".join("".join(pieces).split())


def _linked(element: html.HtmlElement) -> int:
    return sum(len(link.text_content().strip()) for link in element.iter("a"))
