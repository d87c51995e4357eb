"""Every block of text on an HTML page, in document order, with what its tag says of it."""

import re
from dataclasses import dataclass

from lxml import etree, html

from briefing.ingest.characters import one_line
from briefing.model.source import PassageKind

_SKIPPED = frozenset({
    "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "head", "math",
    "audio", "video", "select", "datalist", "textarea",
})  # fmt: skip
_BLOCKS = {
    "h1": PassageKind.HEADING, "h2": PassageKind.HEADING, "h3": PassageKind.HEADING,
    "h4": PassageKind.HEADING, "h5": PassageKind.HEADING, "h6": PassageKind.HEADING,
    "li": PassageKind.LIST, "dt": PassageKind.LIST, "dd": PassageKind.LIST,
    "figcaption": PassageKind.CAPTION, "caption": PassageKind.CAPTION,
} | dict.fromkeys((
    "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "figure", "table",
    "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "dl", "blockquote", "pre", "form", "hr",
    "fieldset", "address", "body", "html", "details", "summary", "button", "label", "center", "title",
))  # fmt: skip
_GAP = re.compile(r"\n\s*\n+")
_LINE_END = "\n"


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """The text of one block on one line; ``kind`` is what its nearest telling tag says, or None."""

    text: str
    kind: PassageKind | None


def blocks(text: str) -> tuple[HtmlBlock, ...]:
    """Return the blocks of a page; two line breaks in a row end a block. No error is raised."""
    tree = _parsed(text)
    if tree is None:
        return ()
    found: list[HtmlBlock] = []
    pieces: list[str] = []
    kinds: list[PassageKind | None] = [None]
    skipped = 0

    def flush() -> None:
        for piece in _GAP.split("".join(pieces)):
            line = one_line(piece)
            if line:
                found.append(HtmlBlock(line, kinds[-1]))
        pieces.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        opens = event == "start"
        if event in {"start", "end"}:
            tag = element.tag.lower()
            skipped += (tag in _SKIPPED) * (1 if opens else -1)
            if tag in _BLOCKS:
                if not skipped:
                    flush()
                _nest(kinds, tag, opens=opens)
            elif tag == "br" and opens:
                pieces.append(_LINE_END)
        said = element.text if opens else element.tail
        if said and not skipped:
            pieces.append(_flat(said))
    flush()
    return tuple(found)


def _nest(kinds: list[PassageKind | None], tag: str, *, opens: bool) -> None:
    if opens:
        kinds.append(_BLOCKS[tag] or kinds[-1])
    elif len(kinds) > 1:
        kinds.pop()


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _parsed(text: str) -> html.HtmlElement | None:
    # As bytes: lxml refuses characters together with an encoding declaration.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=False)
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
