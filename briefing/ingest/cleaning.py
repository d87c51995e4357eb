"""What each block of a document is: title, heading, text, caption, or what a site set around it.

The rules look at shape and place, and at the lines of boilerplate.toml; none looks at the matter.
Where they are in doubt a block stays body: text of an article must not be lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.dates import bare_date
from briefing.ingest.lexicon import boilerplate, fold
from briefing.ingest.raw import RawBlock, RawDocument
from briefing.ingest.shapes import (
    ends_like_sentence,
    is_body,
    is_heading,
    is_headline,
    word_count,
)
from briefing.ingest.surroundings import menu_end, tail_start, teasers_end
from briefing.model.source import SET_ASIDE, PassageKind

_LONGEST_FURNITURE = 60
_CREDIT_LINE = re.compile(r"^[(\[][^()\[\]]{2,40}\s?=\s?[^()\[\]]{2,40}[)\]]$")
# "Home | World | Sport": short labels between bars.
_MENU_BAR = re.compile(r"[^|]{1,28}(?:\s?\|\s?[^|]{1,24}){2,}")
_BYLINE = re.compile(r"by\s+[A-Z]|published\b|updated\b", re.IGNORECASE)
_TITLE_REACH = 12
_HEADLINE_WORDS = 5
_SHORT_HEADLINE_WORDS = 3
_CAPTION_WORDS = 60
_TAG_RUN = 24


def clean(document: RawDocument) -> tuple[RawBlock, ...]:
    """Return the blocks with a kind each; texts and their order are unchanged."""
    blocks = [_by_words(block) for block in document.blocks]
    if not document.structured:
        blocks = _without_surroundings(blocks)
    blocks = _captions(blocks)
    if not document.structured:
        blocks = _titled(blocks)
        blocks = _headed(blocks)
    return tuple(replace(block, kind=block.kind or PassageKind.BODY) for block in blocks)


def keep(document: RawDocument) -> tuple[RawBlock, ...]:
    """Return the blocks of clean text with a kind each: nothing is set aside."""
    blocks = document.blocks
    if not document.structured:
        titled = list(blocks)
        at = _title_place(titled)
        if at is not None:
            titled[at] = replace(titled[at], kind=PassageKind.TITLE)
        blocks = tuple(_headed(titled))
    return tuple(replace(block, kind=block.kind or PassageKind.BODY) for block in blocks)


def _by_words(block: RawBlock) -> RawBlock:
    """Mark a line that the lists know as what sites write around articles."""
    if block.kind in SET_ASIDE or block.kind is PassageKind.TITLE:
        return block
    if block.text and is_furniture(block.text):
        return replace(block, kind=PassageKind.BOILERPLATE)
    return block


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to a site and not to the article, by its words alone."""
    lists = boilerplate()
    folded = fold(text)
    if not folded or folded in lists.lines | lists.tail_lines | lists.comment_lines:
        return True
    if word_count(text) > _LONGEST_FURNITURE:
        return False
    patterns = (*lists.patterns, *lists.comment_patterns)
    if _MENU_BAR.fullmatch(text.strip()):
        return True
    return _CREDIT_LINE.match(text) is not None or any(
        pattern.fullmatch(line) for pattern in patterns for line in (text.strip(), folded)
    )


def _without_surroundings(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside page dates, menus and teasers before the article, and lists of others after it."""
    marked = [
        replace(block, kind=PassageKind.BOILERPLATE)
        if block.kind is None and bare_date(block.text)
        else block
        for block in blocks
    ]
    start = max(menu_end(marked), teasers_end(marked))
    end, after = tail_start(marked)
    for at, block in enumerate(marked):
        if block.kind is PassageKind.BOILERPLATE:
            continue
        if at < start:
            marked[at] = replace(block, kind=PassageKind.BOILERPLATE)
        elif at >= end:
            marked[at] = replace(block, kind=after)
    return marked


def _captions(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark captions; the second copy of one, and a copy that stands next to its first, go aside."""
    done: list[RawBlock] = []
    captions: set[str] = set()
    for block in blocks:
        key = fold(block.text)
        if block.kind not in {None, PassageKind.CAPTION}:
            done.append(block)
        elif key in captions or (done and _repeats(done[-1], block)):
            if done and _repeats(done[-1], block) and not ends_like_sentence(block.text):
                done[-1] = replace(done[-1], kind=PassageKind.CAPTION)
            captions.add(key) if done[-1].kind is PassageKind.CAPTION else None
            done.append(replace(block, kind=PassageKind.BOILERPLATE))
        elif block.kind is PassageKind.CAPTION or is_caption(block.text):
            captions.add(key)
            done.append(replace(block, kind=PassageKind.CAPTION))
        else:
            done.append(block)
    return done


def _repeats(before: RawBlock, block: RawBlock) -> bool:
    return before.kind not in SET_ASIDE and fold(before.text) == fold(block.text)


def is_caption(text: str) -> bool:
    """Tell whether a line describes or credits a picture, by the marks of boilerplate.toml."""
    if word_count(text) > _CAPTION_WORDS or (is_body(text) and text[0] not in "[("):
        return False
    return any(pattern.fullmatch(text) for pattern in boilerplate().caption_patterns)


def _titled(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark the headline before the article's text as its title, and its later copies as such."""
    if any(block.kind is PassageKind.TITLE for block in blocks):
        return blocks
    at = _title_place(blocks)
    if at is None:
        return blocks
    title = fold(blocks[at].text)
    on_page = any(block.kind in SET_ASIDE for block in blocks[:at])
    done = list(blocks)
    for place, block in enumerate(blocks):
        if block.kind is not None:
            continue
        site_line = place < at and on_page and word_count(block.text) < _HEADLINE_WORDS
        if site_line or (place > at and _is_copy(block.text, title)):
            done[place] = replace(block, kind=PassageKind.BOILERPLATE)
    done[at] = replace(blocks[at], kind=PassageKind.TITLE)
    return done


def _title_place(blocks: Sequence[RawBlock]) -> int | None:
    """Return where the title stands: the first headline of five words, else of three.

    Shorter lines before it are most often the name of the site and its menu.
    """
    candidates: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        if block.kind is None and is_body(block.text):
            break
        if block.kind is None and is_headline(block.text) and not _BYLINE.match(block.text):
            candidates.append((at, word_count(block.text)))
    else:
        return None
    for least in (_HEADLINE_WORDS, _SHORT_HEADLINE_WORDS, 1):
        for at, words in candidates[:_TITLE_REACH]:
            if words >= least:
                return at
    return None


def _is_copy(text: str, title: str) -> bool:
    """Tell whether a line is the title again, alone or run together with a tag or a site's name."""
    folded = fold(text)
    return title in folded and len(folded) - len(title) <= _TAG_RUN


def _headed(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark short lines that stand over text as headings."""
    done = list(blocks)
    text_follows = False
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.kind is None and text_follows and is_heading(block.text):
            done[at] = replace(block, kind=PassageKind.HEADING)
        elif block.kind not in SET_ASIDE and block.kind is not PassageKind.CAPTION:
            text_follows = True
    return done
