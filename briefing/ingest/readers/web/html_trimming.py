"""What stands among an article's paragraphs and is none of it: bylines, links, calls, lives."""

import re
from collections.abc import Iterator, Sequence

from briefing.ingest.dates import FULL_DATE
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_calls import is_aside
from briefing.ingest.shapes import ends_like_sentence, word_count

_LONG = 120
_SENTENCE = 40
_DATE = re.compile(FULL_DATE, re.IGNORECASE)
_DATE_REST = 45
_CHANGED = re.compile(
    r"^(?:(?:last|latest|first|originally)\s+)?(?:published|posted|updated?|modified|revised|edited)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:written|posted|story|words|reported|article|text)\s+)?by:?\s+(?-i:[A-Z])", re.IGNORECASE
)
_BYLINE_WORDS = 14
_MENU_SHARE = 0.9
_LISTED_SHARE = 0.6
_LISTED_LENGTH = 120
_IS = re.compile(
    r"\b(?:is|was|are|covers?|writes?|reports?|works?|joined|has\s+(?:been|worked|written|covered))\b"
)
_BIO_WORDS = 90
_TAIL = 6
_LINK_TAIL = 12
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


def outside(
    page: Sequence[HtmlBlock], inside: Sequence[bool], authors: Sequence[str]
) -> frozenset[int]:
    """Return the numbers of the blocks inside an article that are none of its text.

    ``authors`` are the names of those who wrote it.
    """
    places = [at for at, is_inside in enumerate(inside) if is_inside]
    found = {at for at in places if is_aside(page[at])}
    longs = [at for at in places if _is_long(page[at])]
    longs = longs or [at for at in places if _is_sentence(page[at])]
    if not longs:
        return frozenset(found)
    found |= {at for at in places if at < longs[0] and (_is_byline(page[at]) or _is_menu(page[at]))}
    found |= {at for at in places if _BY.match(page[at].text) and _is_short_line(page[at])}
    found |= set(_link_lists(page, places))
    found |= set(_bios(page, places, authors))
    found |= set(_tail(page, places, found))
    return frozenset(found)


def _is_long(block: HtmlBlock) -> bool:
    return len(block.text) >= _LONG and 2 * block.linked < len(block.text)


def _is_sentence(block: HtmlBlock) -> bool:
    own = 2 * block.linked < len(block.text) and len(block.text) >= _SENTENCE
    return own and ends_like_sentence(block.text)


def _is_menu(block: HtmlBlock) -> bool:
    """Tell whether a block before the text is nothing but links."""
    bare = block.linked >= _MENU_SHARE * len(block.text.replace(" ", ""))
    return bare and block.tag not in _HEADINGS and not ends_like_sentence(block.text)


def _is_short_line(block: HtmlBlock) -> bool:
    short = word_count(block.text) <= _BYLINE_WORDS and not ends_like_sentence(block.text)
    return short and block.tag not in _HEADINGS


def _is_byline(block: HtmlBlock) -> bool:
    """Tell whether a line before the text names who wrote it or when, and little more."""
    text = block.text
    if ends_like_sentence(text) or text.startswith(("—", "–", "-")):
        return False
    found = _DATE.search(text)
    if found is None:
        return bool(_CHANGED.match(text)) and _is_short_line(block)
    rest = len(text) - (found.end() - found.start())
    return rest <= _DATE_REST or (2 * block.linked > rest and rest <= 2 * _DATE_REST)


def _link_lists(page: Sequence[HtmlBlock], places: Sequence[int]) -> Iterator[int]:
    """Yield the items of lists of two or more that are links for the most part."""
    run: list[int] = []
    for at in [*places, -1]:
        if at >= 0 and page[at].tag == "li" and (not run or page[at].home == page[run[0]].home):
            run.append(at)
            continue
        letters = sum(len(page[each].text) for each in run)
        short = letters <= _LISTED_LENGTH * len(run)
        if (
            len(run) > 1
            and short
            and sum(page[each].linked for each in run) >= _LISTED_SHARE * letters
        ):
            yield from run
        run = [at] if at >= 0 and page[at].tag == "li" else []


def _bios(
    page: Sequence[HtmlBlock], places: Sequence[int], authors: Sequence[str]
) -> Iterator[int]:
    """Yield the paragraphs at the end that begin with an author's name and say who that is."""
    for at in places[-_TAIL:]:
        text = page[at].text
        for name in authors:
            start = text.lower().find(name.lower())
            if 0 <= start <= 12 and word_count(text) <= _BIO_WORDS:
                after = text[start + len(name) : start + len(name) + 40]
                if _IS.search(after) or not after:
                    yield at


def _tail(page: Sequence[HtmlBlock], places: Sequence[int], found: set[int]) -> Iterator[int]:
    """Yield the links and the headings with nothing below them that an article ends with."""
    for at in list(reversed(places))[:_LINK_TAIL]:
        block = page[at]
        if at in found:
            continue
        if block.tag in _HEADINGS or (
            block.linked > 0.7 * len(block.text) and not ends_like_sentence(block.text)
        ):
            yield at
        else:
            return
