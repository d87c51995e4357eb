"""HTML: trafilatura decides what is main text; what it leaves out is set aside, not lost."""

import logging
import re
from collections.abc import Sequence

import trafilatura
from trafilatura.settings import Document

from briefing.ingest.lexicon import fold
from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.fields import as_date, as_text
from briefing.ingest.readers.html_blocks import HtmlBlock, blocks
from briefing.model.source import DateBasis, PassageKind

# The last day that counts as a date; the day of reading would make the result hang on the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
# Shorter text may stand in the article by chance ("Home"): it must be a whole line of it.
_CHANCE = 25
# The parser compares each attribute of a tag with every other; no article needs so long a tag.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,20})\s[^<>]{20000,}>")
_CHARSET = re.compile(r"<meta\b[^>]*charset[^>]*>", re.IGNORECASE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def read(data_text: str) -> RawDocument:
    """Return all blocks of a page, those outside the main text as boilerplate, and its fields."""
    # The characters are decoded already: what the page declares must not be applied again.
    text = _CHARSET.sub("", _LONG_TAG.sub(r"<\1>", data_text))
    page = blocks(text)
    result = trafilatura.bare_extraction(
        text,
        with_metadata=True,
        include_comments=False,
        include_formatting=False,
        date_extraction_params=_DATES,
    )
    if not isinstance(result, Document):
        return RawDocument(tuple(RawBlock(block.text, block.kind) for block in page))
    title = as_text(result.title)
    kept = (result.text or "").split("\n")
    return RawDocument(
        blocks=_marked(page, kept, title),
        metadata=RawMetadata(
            title=title,
            publisher=as_text(result.sitename) or as_text(result.hostname),
            published=as_date(result.date),
            basis=DateBasis.METADATA if as_date(result.date) else None,
            language=as_text(result.language),
            url=as_text(result.url),
        ),
        structured=True,
    )


def _marked(
    page: Sequence[HtmlBlock], kept: Sequence[str], title: str | None
) -> tuple[RawBlock, ...]:
    lines = [key for key in map(_key, kept) if key]
    if not lines:
        return tuple(RawBlock(block.text, block.kind) for block in page)
    whole = frozenset(lines)
    run = "\n".join(lines)
    marked: list[RawBlock] = []
    titled = False
    for block in page:
        key = _key(block.text)
        if not titled and title and fold(block.text) == fold(title):
            titled = True
            marked.append(RawBlock(block.text, PassageKind.TITLE))
        elif key in whole or (len(key) >= _CHANCE and key in run) or _holds(key, lines):
            marked.append(RawBlock(block.text, block.kind))
        else:
            marked.append(RawBlock(block.text, PassageKind.BOILERPLATE))
    return tuple(marked)


def _holds(key: str, lines: Sequence[str]) -> bool:
    """Tell whether most of a block is lines of the main text, which breaks lines where it likes."""
    inside = sum(len(line) for line in lines if len(line) >= _CHANCE and line in key)
    return 2 * inside >= len(key) > 0


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
