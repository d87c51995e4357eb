"""A chapter of an EPUB as blocks: all of it is text of the book, but for what says it is not."""

import html as html_entities
import re
from functools import lru_cache

from lxml import etree, html

from briefing.ingest.decoding import decode
from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.office.safe_xml import parsed, walk
from briefing.ingest.readers.office.story import LINE_END, Story
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind

# "rt" and "rp" are the reading aid above Chinese and Japanese characters.
_PASSED_OVER = frozenset((
    "head", "script", "style", "template", "svg", "object", "audio", "video", "iframe", "canvas",
    "rt", "rp", "annotation", "annotation-xml",
))  # fmt: skip
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), PassageKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), PassageKind.LIST),
    **dict.fromkeys(("figcaption", "caption"), PassageKind.CAPTION),
    "nav": PassageKind.BOILERPLATE,
}
_BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "table", "tr",
    "td", "th", "thead", "tbody", "tfoot", "ul", "ol", "dl", "blockquote", "pre", "hr", "address",
    "body", "html", "details", "summary", "center", "hgroup", *_KINDS,
))  # fmt: skip
# EPUB Structural Semantics: parts that are no text, and marks that stand inside of text.
_FURNITURE = frozenset((
    "toc", "landmarks", "page-list", "loi", "lot", "loa", "lov", "cover", "copyright-page",
    "colophon", "index", "halftitlepage", "other-credits", "doc-toc", "doc-cover", "doc-index",
    "doc-colophon", "doc-pagelist",
))  # fmt: skip
_MARKS = frozenset(("pagebreak", "noteref", "doc-pagebreak", "doc-noteref"))
_TYPES = ("{http://www.idpf.org/2007/ops}type", "epub:type", "role")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_ENTITY = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")


def chapter(data: bytes, name: str) -> tuple[RawBlock, ...]:
    """Return the blocks of a chapter; ``name`` is the book's.

    Raises SourceError where it declares entities of its own, or its characters cannot be told.
    """
    return _Chapter(_root(data, name)).blocks


def _root(data: bytes, name: str) -> etree._Element | None:
    try:
        return parsed(_ENTITY.sub(_known, data), name, allow_doctype=True)
    except SourceError:
        if b"<!ENTITY" in data:
            raise
    # Many books hold chapters that are no sound XML, and readers of books show them.
    text = decode(data, name).text.encode("utf-8", errors="replace")
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        return html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _known(found: re.Match[bytes]) -> bytes:
    """Return an entity of HTML, which is none of XML's own, as a number."""
    said = found.group().decode("ascii")
    text = html_entities.unescape(said)
    return b"" if text == said else "".join(f"&#{ord(char)};" for char in text).encode("ascii")


class _Chapter:
    """What has been gathered on the way through a chapter."""

    def __init__(self, root: etree._Element | None) -> None:
        self._story = Story()
        self._is_open = False
        self._kinds: list[PassageKind | None] = [None]
        if root is not None:
            walk(root, self._enter, self._leave, self._say)
        self._end_paragraph()

    @property
    def blocks(self) -> tuple[RawBlock, ...]:
        return self._story.blocks

    def _enter(self, element: etree._Element) -> bool:
        tag = _local_name(element.tag)
        types = _types(element)
        if tag in _PASSED_OVER or types & _MARKS or _is_hidden(element):
            return False
        if tag == "br":
            self._say_text(LINE_END)
        if tag in _BLOCKS:
            self._end_paragraph()
            self._kinds.append(self._kind(tag, types))
        if tag == "tr":
            self._story.open_row()
        elif tag in {"td", "th"}:
            self._story.open_part()
        return True

    def _leave(self, element: etree._Element) -> None:
        tag = _local_name(element.tag)
        if tag in _BLOCKS:
            self._end_paragraph()
            self._kinds.pop()
        if tag == "tr":
            self._story.close_row()
        elif tag in {"td", "th"}:
            self._story.close_cell()

    def _kind(self, tag: str, types: frozenset[str]) -> PassageKind | None:
        around = self._kinds[-1]
        if around is PassageKind.BOILERPLATE or types & _FURNITURE:
            return PassageKind.BOILERPLATE
        return _KINDS.get(tag, around)

    def _say(self, text: str) -> None:
        self._say_text(text.replace(LINE_END, " "))

    def _say_text(self, text: str) -> None:
        if not self._is_open:
            if not text.strip():
                return
            self._story.open_paragraph(self._kinds[-1])
            self._is_open = True
        self._story.say(text)

    def _end_paragraph(self) -> None:
        if self._is_open:
            self._story.close_paragraph()
            self._is_open = False


@lru_cache(maxsize=256)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def _types(element: etree._Element) -> frozenset[str]:
    said = " ".join(filter(None, map(element.get, _TYPES)))
    return frozenset(said.lower().split()) if said else frozenset()


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
