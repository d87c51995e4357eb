"""Where an article on a pasted page begins: after the menus and teasers before it."""

from collections.abc import Sequence

from briefing.ingest.dates import bare_date
from briefing.ingest.head import text_begins
from briefing.ingest.raw import RawBlock
from briefing.ingest.shapes import (
    ends_like_sentence,
    is_body,
    is_cut_off,
    is_headline,
    is_teaser,
    word_count,
)
from briefing.model.source import PassageKind

_MENU_LINES = 3
_MENU_WORDS = 3
_ARTICLE_RUN = 3
# What stands before the article is short beside it.
_ARTICLE_SHARE = 2


def menu_end(blocks: Sequence[RawBlock]) -> int:
    """Return where a site menu at the very top ends: three or more lines of at most three words.

    0 where there is none, or where no running text follows it.
    """
    end = 0
    lines = 0
    for at, block in enumerate(blocks):
        if block.kind is PassageKind.BOILERPLATE:
            continue
        if word_count(block.text) > _MENU_WORDS or ends_like_sentence(block.text):
            break
        lines += 1
        end = at + 1
    follows = text_begins(blocks[end:]) is not None
    return end if lines >= _MENU_LINES and follows else 0


def teasers_end(blocks: Sequence[RawBlock]) -> int:
    """Return where teasers for other articles end and the article's headline stands; 0 for none.

    Teasers are headlines with one short line each. They are believed only where something shows
    that this is a page and not an article: a page date, a line of the site, a stub cut off with
    dots; where two or more stand there (one if it is cut off); where the headline after them has
    three paragraphs or more in a row; and where the article is twice as long.
    """
    end = 0
    teasers = 0
    furniture = cut_off = False
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is PassageKind.BOILERPLATE:
            furniture, at = furniture or _shows_page(block), at + 1
        elif _is_pair(blocks, at):
            stub = blocks[at + 1].text
            cut_off = cut_off or is_cut_off(stub)
            teasers, at = teasers + 1, at + 2
            end = at
        else:
            break
    believed = (cut_off and teasers >= 1) or (furniture and teasers >= 2)
    return end if believed and _article_begins(blocks, end) else 0


def _shows_page(block: RawBlock) -> bool:
    return bare_date(block.text) is not None or block.kind is PassageKind.BOILERPLATE


def _is_pair(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a headline and its one stub stand here, and then another headline."""
    pair = blocks[at : at + 3]
    if len(pair) < 3 or any(block.kind is not None for block in pair):
        return False
    headline, stub, following = (block.text for block in pair)
    stub_like = is_cut_off(stub) or (ends_like_sentence(stub) and is_teaser(stub))
    return is_headline(headline) and stub_like and is_headline(following)


def _article_begins(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a run of paragraphs begins within a few lines of this headline."""
    run = longest = 0
    for block in blocks[at:]:
        if block.kind is None and is_body(block.text):
            run += 1
            longest = max(longest, run)
        elif block.kind is None and is_headline(block.text) and longest == 0:
            run = 0
        elif longest:
            break
    return longest >= _ARTICLE_RUN and _words(blocks[at:]) >= _ARTICLE_SHARE * _words(blocks[:at])


def _words(blocks: Sequence[RawBlock]) -> int:
    return sum(word_count(block.text) for block in blocks)
