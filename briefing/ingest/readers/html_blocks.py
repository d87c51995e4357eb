"""Every block of text on an HTML page, in document order, with what its tag says of it."""

import html as html_entities
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
    "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "dl", "blockquote", "pre", "form",
    "hr",
    "fieldset", "address", "body", "html", "details", "summary", "button", "label", "center",
    "title",
))  # fmt: skip
_GAP = re.compile(r"\n\s*\n+")
_LINE_END = "\n"
_ANY_TAG = re.compile(
    r"(?:<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>)+",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """The text of one block on one line; ``kind`` is what its nearest telling tag says, or None."""

    text: str
    kind: PassageKind | None


def blocks(text: str) -> tuple[HtmlBlock, ...]:
    """Return the blocks of a page; two line breaks in a row end a block. No error is raised.

    A page that the parser can make nothing of (libxml2 drops what is nested more than 2048 deep)
    is cut at its tags.
    """
    return _of_tree(_parsed(text)) or _cut_at_tags(text)


def _of_tree(tree: html.HtmlElement | None) -> tuple[HtmlBlock, ...]:
    if tree is None:
        return ()
    walk = _Walk()
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            walk.open(element.tag.lower(), element.text)
        elif event == "end":
            walk.close(element.tag.lower(), element.tail)
        else:
            walk.say(element.tail)
    walk.flush()
    return tuple(walk.found)


class _Walk:
    """What has been gathered so far on the way through a page."""

    def __init__(self) -> None:
        self.found: list[HtmlBlock] = []
        self._pieces: list[str] = []
        self._kinds: list[PassageKind | None] = [None]
        self._skipped = 0

    def open(self, tag: str, text: str | None) -> None:
        self._skipped += tag in _SKIPPED
        if tag in _BLOCKS:
            self.flush()
            self._kinds.append(_BLOCKS[tag] or self._kinds[-1])
        elif tag == "br":
            self._pieces.append(_LINE_END)
        self.say(text)

    def close(self, tag: str, tail: str | None) -> None:
        self._skipped -= tag in _SKIPPED
        if tag in _BLOCKS:
            self.flush()
            self._kinds.pop()
        self.say(tail)

    def say(self, text: str | None) -> None:
        if text and not self._skipped:
            self._pieces.append(_flat(text))

    def flush(self) -> None:
        for piece in _GAP.split("".join(self._pieces)):
            line = one_line(piece)
            if line:
                self.found.append(HtmlBlock(line, self._kinds[-1]))
        self._pieces.clear()


def _cut_at_tags(text: str) -> tuple[HtmlBlock, ...]:
    lines = (one_line(html_entities.unescape(piece)) for piece in _ANY_TAG.split(text))
    return tuple(HtmlBlock(line, None) for line in lines if line)


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _parsed(text: str) -> html.HtmlElement | None:
    # As bytes: lxml refuses characters together with an encoding declaration.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
