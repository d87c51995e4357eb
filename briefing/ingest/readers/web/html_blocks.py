"""Every block of text on an HTML page, in document order, with what its tags say of it."""

import html as html_entities
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree, html

from briefing.ingest.bylines import is_byline, is_place_date, is_stamp
from briefing.ingest.characters import one_line
from briefing.ingest.readers.web.html_roles import Sign, look
from briefing.ingest.readers.web.html_tables import is_data_table, rows
from briefing.model.source import PassageKind

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "head", "math",
    "audio", "video", "select", "datalist", "textarea",
})  # fmt: skip
_BLOCKS = {
    "h1": PassageKind.HEADING, "h2": PassageKind.HEADING, "h3": PassageKind.HEADING,
    "h4": PassageKind.HEADING, "h5": PassageKind.HEADING, "h6": PassageKind.HEADING,
    "li": PassageKind.LIST, "dt": PassageKind.LIST, "dd": PassageKind.LIST,
} | dict.fromkeys((
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "figure", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "dl", "blockquote", "pre", "form",
    "hr", "fieldset", "address", "body", "html", "details", "summary", "button", "label", "center",
    "title", "dialog", "menu", "figcaption", "caption",
))  # fmt: skip
# Elements of running text: what else stands inside them does not end them.
_LINES = frozenset({
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dd", "dt", "a", "span", "em", "i",
    "b", "strong",
})  # fmt: skip
_PARTS = frozenset({
    "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "ul", "ol", "dl", "table",
    "blockquote",
})  # fmt: skip
# Elements in which old pages set whole articles, the paragraphs parted by line breaks.
_LOOSE = frozenset({"td", "div", "center", "body", "section", "article", "main"})
# More elements with a class that tells something, one in the other, no page has.
_MOST_SIGNS = 24
_MOST_PARTS = 40
_GAP = re.compile(r"\n\s*\n+")
_LINE_END = "\n"
# The head of a letter stays whole: "From: …", "Date: …", "Subject: …".
_LABELLED = re.compile(r"\s*[^\W\d_][\w -]{1,20}[:：]\s")
_FORM = 3
_ANY_TAG = re.compile(
    r"(?:<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>)+",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """The text of one block on one line.

    ``kind`` is what its nearest telling tag says, or None. ``tag`` is the tag of its block element;
    ``home`` numbers the sort of element that holds it (of a list item, what holds the list): those
    that have the same class and stand in the same place are of one sort. ``linked`` is the number
    of characters inside links. ``signs`` are what the elements around it say of their text, the
    outermost first. ``parts`` are the pieces that elements inside a heading cut it into.
    """

    text: str
    kind: PassageKind | None
    tag: str = ""
    home: int = 0
    linked: int = 0
    signs: tuple[Sign, ...] = ()
    parts: tuple[str, ...] = ()


def cut_at_tags(text: str) -> tuple[HtmlBlock, ...]:
    """Return the pieces between the tags of a page that the parser can make nothing of.

    libxml2 drops what is nested more than 2048 deep.
    """
    lines = (one_line(html_entities.unescape(piece)) for piece in _ANY_TAG.split(text))
    return tuple(HtmlBlock(line, None) for line in lines if line)


def parsed(text: str) -> html.HtmlElement | None:
    """Return the tree of a page without its comments, None where there is no element in it."""
    # As bytes: lxml refuses characters together with an encoding declaration.
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def blocks_of(tree: html.HtmlElement, *, shown_only: bool = True) -> tuple[HtmlBlock, ...]:
    """Return the blocks of a parsed page; two line breaks in a row end a block.

    What is hidden (until a script shows it) is left out with ``shown_only``.
    """
    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end"))
    skipped = False
    for event, element in events:
        tag = element.tag
        if event == "start":
            told = look(element, tag)
            hidden = tag in _SKIPPED or (shown_only and told.hidden)
            as_rows = tag == "table" and not hidden and is_data_table(element)
            if as_rows:
                walk.table(element, told.sign)
            if hidden or as_rows:
                events.skip_subtree()
                skipped = True
            else:
                walk.open(element, tag, told.sign)
        elif skipped:
            # The end of an element that was never opened.
            skipped = False
            walk.say(element.tail)
        else:
            walk.close(tag, element.tail)
    walk.flush()
    return tuple(walk.found)


@dataclass(slots=True)
class _Open:
    """An element on the way down: whether it is a block, and what it says of its text."""

    number: int
    tag: str
    kind: PassageKind | None
    home: int
    signs: tuple[Sign, ...]
    is_block: bool


class _Walk:
    """What has been gathered so far on the way through a page."""

    def __init__(self) -> None:
        self.found: list[HtmlBlock] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._links = 0
        self._count = 0
        self._sorts: dict[tuple[int, str, str], int] = {}
        self._inside = [_Open(0, "", None, 0, (), is_block=True)]
        self._blocks = [self._inside[0]]

    def open(self, element: html.HtmlElement, tag: str, own: Sign | None) -> None:
        self._count += 1
        outer = self._inside[-1]
        is_block = tag in _BLOCKS or (own is not None and outer.tag not in _LINES)
        signs = outer.signs
        if own is not None and (is_block or not self._pieces):
            signs = (*signs, own) if len(signs) < _MOST_SIGNS else signs
        if is_block:
            self.flush()
            home = outer.home if outer.tag in _PARTS else outer.number
            number = self._sort(outer, tag, element.get("class"))
            here = _Open(number, tag, _BLOCKS.get(tag) or outer.kind, home, signs, is_block=True)
            self._blocks.append(here)
        else:
            here = _Open(outer.number, tag, outer.kind, outer.home, signs, is_block=False)
            if tag == "br":
                self._pieces.append(_LINE_END)
        self._links += tag == "a"
        self._inside.append(here)
        self.say(element.text)

    def _sort(self, outer: _Open, tag: str, names: str | None) -> int:
        """Return the number of an element's sort; one without a class is a sort of its own."""
        return (
            self._sorts.setdefault((outer.number, tag, names), self._count)
            if names
            else self._count
        )

    def close(self, tag: str, tail: str | None) -> None:
        here = self._inside.pop()
        if here.is_block:
            self.flush()
            self._blocks.pop()
        self._links -= tag == "a"
        self.say(tail)

    def say(self, text: str | None) -> None:
        if text:
            self._pieces.append(_flat(text))
            if self._links:
                self._linked += len(text.strip())

    def flush(self) -> None:
        if self._pieces:
            here = self._blocks[-1]
            whole = "".join(self._pieces)
            cut = list(_cut(whole))
            # Paragraphs in all but name: they stand in the element itself.
            loose = here.tag in _LOOSE and len(cut) > 1
            tag, home = ("p", here.number) if loose else (here.tag, here.home)
            parts = tuple(filter(str.strip, self._pieces[:_MOST_PARTS])) if tag == "h1" else ()
            for piece in cut:
                line = _one_line(piece)
                if line:
                    linked = self._linked * len(piece) // len(whole)
                    self.found.append(
                        HtmlBlock(line, here.kind, tag, home, linked, here.signs, parts)
                    )
            self._pieces.clear()
        self._linked = 0

    def table(self, table: html.HtmlElement, own: Sign | None) -> None:
        """Add a table of data, each row as one block with bars between its cells."""
        self.flush()
        outer = self._inside[-1]
        home = outer.home if outer.tag in _PARTS else outer.number
        signs = (*outer.signs, own) if own is not None else outer.signs
        for tag, text, linked in rows(table):
            line = _one_line(text)
            if line:
                kind = None if tag == "caption" else PassageKind.BODY
                self.found.append(HtmlBlock(line, kind, tag, home, linked, signs[:_MOST_SIGNS]))


def _cut(text: str) -> Iterator[str]:
    """Yield the parts between empty lines; a line of nothing but a day or a byline is a part."""
    for piece in _GAP.split(text):
        if _LINE_END not in piece:
            yield piece
            continue
        run: list[str] = []
        lines = piece.split(_LINE_END)
        if sum(_LABELLED.match(line) is not None for line in lines) >= _FORM:
            yield piece
            continue
        for line in lines:
            own = _one_line(line)
            if is_place_date(own) or is_stamp(own) or is_byline(own):
                yield _LINE_END.join(run)
                yield line
                run = []
            else:
                run.append(line)
        yield _LINE_END.join(run)


def _one_line(text: str) -> str:
    """Return what ``one_line`` does; most lines have nothing in them that could be unseen."""
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else one_line(line)


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))
