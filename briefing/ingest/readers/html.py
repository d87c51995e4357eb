"""HTML: trafilatura decides what is main text; what it leaves out is set aside, not lost."""

import logging
import re
from collections.abc import Sequence
from dataclasses import replace

import trafilatura
from lxml import html
from trafilatura.settings import Document

from briefing.ingest.decoding import decode
from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.web import html_article, html_dates, html_kind, html_metadata
from briefing.ingest.readers.web.html_blocks import HtmlBlock, blocks_of, cut_at_tags, parsed
from briefing.ingest.readers.web.html_fields import Fields, fields
from briefing.ingest.readers.web.html_marking import Alignment
from briefing.ingest.readers.web.html_own import with_own_articles
from briefing.ingest.readers.web.html_publisher import publisher
from briefing.ingest.readers.web.html_title import Headline, headline

# The parser compares each attribute of a tag with every other; no article needs so long a tag.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,20})\s[^<>]{20000,}>")
_CHARSET = re.compile(r"<meta\b[^<>]{0,1000}?charset[^<>]{0,1000}>", re.IGNORECASE)
# Main text of which less than this is shown stands in elements that a script opens.
_SHOWN = 0.3
# Shorter text is looked for again with all that trafilatura has.
_SHORT = 1000
_PARAGRAPH = 80

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read(data: bytes, name: str) -> RawDocument:
    """Return all blocks of a page, those outside the main text as boilerplate, and its fields."""
    decoded = decode(data, name)
    return replace(read_page(decoded.text), notices=decoded.notices)


def read_page(page_text: str) -> RawDocument:
    """Return what ``read`` does, of a page whose characters are decoded already."""
    # The characters are decoded already: what the page declares must not be applied again.
    text = _CHARSET.sub("", _LONG_TAG.sub(r"<\1>", page_text))
    tree = parsed(text)
    if tree is None:
        return _unmarked(text)
    page, placed = _placed(tree)
    if not page:
        return _unmarked(text)
    told = fields(tree)
    title = headline(page, told)
    told = with_own_articles(told, title.text if title is not None else "")
    metadata = _metadata(tree, page, told, title)
    kinds = html_article.kinds(page, placed, told, title, metadata.authors)
    blocks = tuple(RawBlock(block.text, kind) for block, kind in zip(page, kinds, strict=True))
    return RawDocument(
        blocks=blocks,
        metadata=replace(metadata, kind=html_kind.kind(page, blocks, told, metadata)),
        structured=True,
    )


def _unmarked(text: str) -> RawDocument:
    return RawDocument(tuple(RawBlock(block.text, block.kind) for block in cut_at_tags(text)))


def _placed(tree: html.HtmlElement) -> tuple[Sequence[HtmlBlock], Alignment]:
    """Return the shown blocks with the main text placed on them; all where it is hidden."""
    page = blocks_of(tree)
    placed = Alignment(page, _main_text(tree, fast=True))
    if _is_thin(page, placed):
        lines = _main_text(tree, fast=False)
        placed = Alignment(page, lines)
        if placed.share < _SHOWN:
            whole = blocks_of(tree, shown_only=False)
            opened = Alignment(whole, lines)
            if not page or opened.share > placed.share:
                return whole, opened
    return page, placed


def _is_thin(page: Sequence[HtmlBlock], placed: Alignment) -> bool:
    """Tell whether the main text is short, or half of the paragraphs that could be it are not."""
    kept = placed.kept()
    long = [
        (len(block.text), is_kept)
        for block, is_kept in zip(page, kept, strict=True)
        if block.tag == "p" and len(block.text) >= _PARAGRAPH and 3 * block.linked < len(block.text)
    ]
    found = sum(length for length, is_kept in long if is_kept)
    return found < _SHORT or 2 * found < sum(length for length, _ in long)


def _main_text(tree: html.HtmlElement, *, fast: bool) -> list[str]:
    """Return the lines of main text that trafilatura finds, by its own rules alone if ``fast``."""
    result = trafilatura.bare_extraction(
        tree, with_metadata=False, include_comments=False, include_formatting=False, fast=fast
    )
    return (result.text or "").split("\n") if isinstance(result, Document) else []


def _metadata(
    tree: html.HtmlElement, page: Sequence[HtmlBlock], told: Fields, title: Headline | None
) -> RawMetadata:
    shown = title.block if title is not None else None
    site = publisher(told, page, title)
    names = html_metadata.authors(tree, page, told, shown, site)
    # Last: it may change the tree.
    published = html_dates.published(tree, page, told, title)
    return RawMetadata(
        title=title.text if title is not None else None,
        publisher=site,
        authors=names,
        published=published.day,
        basis=published.basis,
        shown=published.shown,
        language=html_metadata.language(told),
        url=html_metadata.address(told),
    )
