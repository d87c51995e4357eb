"""What each block of a document is: title, heading, text, caption, or what a site set around it.

The rules look at shape and place, and at the lines of boilerplate.toml; none looks at the matter.
Where they are in doubt a block stays body: text of an article must not be lost.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.authors import without_bios
from briefing.ingest.bylines import is_byline, is_name, is_place_date, is_stamp, placed_names
from briefing.ingest.dates import bare_date
from briefing.ingest.endings import without_others
from briefing.ingest.head import text_begins
from briefing.ingest.lexicon import boilerplate, fold
from briefing.ingest.menus import is_menu_line
from briefing.ingest.opening import title_place, titled
from briefing.ingest.raw import RawBlock, RawDocument
from briefing.ingest.shapes import (
    ends_like_sentence,
    is_body,
    is_heading,
    is_headline,
    word_count,
)
from briefing.ingest.surroundings import menu_end, teasers_end
from briefing.model.source import SET_ASIDE, PassageKind

_LONGEST_FURNITURE = 60
# "(Lima = News 1)"; a rate such as "($1 = 3.7 soles)" is text.
_CREDIT_LINE = re.compile(r"^[(\[][^()\[\]\d$€£¥₩=]{2,40}=\s?[^\W\d_][^()\[\]=]{1,40}[)\]]$")
# "Home | World | Sport": short labels between bars.
_LABEL = r"[^\W\d_][^|{}()\[\]/]{0,27}"
_MENU_BAR = re.compile(rf"{_LABEL}(?:\|\s?{_LABEL}){{2,}}")
_BOX_OPENS = re.compile(r"skip past (?:newsletter|promo)\b.{0,40}", re.IGNORECASE)
_BOX_ENDS = re.compile(r"after (?:newsletter|promo)\b.{0,20}", re.IGNORECASE)
_LONGEST_BOX = 15
_CAPTION_TOGGLES = frozenset({"toggle caption", "hide caption"})
_POINTS = frozenset(
    {"summary", "key points", "highlights", "at a glance", "key takeaways", "in brief"}
)
_LONGEST_NUMBER = 6
_CAPTION_WORDS = 60
_NOTE_WORDS = 6
_LONGEST_BUTTON = 40
_CAPTION_BUTTONS = frozenset({"toggle caption", "hide caption", "view image in fullscreen"})


def clean(document: RawDocument) -> tuple[RawBlock, ...]:
    """Return the blocks with a kind each; texts and their order are unchanged."""
    blocks = [_by_words(block) for block in document.blocks]
    if not document.structured:
        blocks = _without_surroundings(blocks)
    blocks = _captions(blocks)
    if not document.structured:
        blocks = titled(_points(blocks))
        blocks = _headed(blocks)
    return _settled(blocks)


def keep(document: RawDocument) -> tuple[RawBlock, ...]:
    """Return the blocks of clean text with a kind each: nothing is set aside."""
    blocks = document.blocks
    if not document.structured:
        lines = list(blocks)
        at = title_place(lines)
        if at is not None:
            lines[at] = replace(lines[at], kind=PassageKind.TITLE)
        blocks = tuple(_headed(lines))
    return _settled(blocks)


def _settled(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Return the blocks, those of which nothing is known as body."""
    return tuple(
        block if block.kind is not None else replace(block, kind=PassageKind.BODY)
        for block in blocks
    )


def _by_words(block: RawBlock) -> RawBlock:
    """Mark a line that the lists know as what sites write around articles."""
    if block.kind in SET_ASIDE or block.kind is PassageKind.TITLE:
        return block
    if block.kind is PassageKind.BODY and "|" in block.text:
        return block  # a row of a table, as its reader says
    if block.text and is_furniture(block.text):
        return replace(block, kind=PassageKind.BOILERPLATE)
    return block


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to a site and not to the article, by its words alone."""
    lists = boilerplate()
    folded = fold(text)
    if not folded or any(
        folded in lines for lines in (lists.lines, lists.tail_lines, lists.comment_lines)
    ):
        return True
    if word_count(text) > _LONGEST_FURNITURE:
        return False
    if is_menu_line(text):
        return True
    patterns = [_MENU_BAR, _CREDIT_LINE, lists.site, lists.comments]
    patterns += [
        pattern for words, pattern in lists.inside if any(word in folded for word in words)
    ]
    return any(
        pattern.fullmatch(line)
        for pattern in patterns
        for line in dict.fromkeys((text.strip(), folded))
    )


def _without_surroundings(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside what a site set before, inside and after the article, and what it says of it."""
    blocks = _without_boxes(blocks)
    head = text_begins(blocks) or 0
    marked = [_dated(block, in_head=at < head) for at, block in enumerate(blocks)]
    marked = _beside_site(_placed(marked, head))
    start = max(menu_end(marked), teasers_end(marked))
    for at in range(start):
        if marked[at].kind is not PassageKind.BOILERPLATE:
            marked[at] = replace(marked[at], kind=PassageKind.BOILERPLATE)
    return without_others(without_bios(_between_site(marked, head)))


def _without_boxes(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside a box that the page itself offers to skip."""
    done = list(blocks)
    for at, block in enumerate(blocks):
        if len(block.text) > _LONGEST_FURNITURE or not _BOX_OPENS.fullmatch(block.text):
            continue
        ends = range(at + 1, min(at + 1 + _LONGEST_BOX, len(blocks)))
        stop = next((end for end in ends if _BOX_ENDS.fullmatch(blocks[end].text)), at)
        for inside in range(at, stop + 1):
            done[inside] = replace(done[inside], kind=PassageKind.BOILERPLATE)
    return done


def _placed(blocks: list[RawBlock], head: int) -> list[RawBlock]:
    """Set aside a line of names, with their places or alone, between a headline and a date."""
    done = list(blocks)
    headline = False
    for at in range(head):
        block = blocks[at]
        names = placed_names(block.text) if headline and block.kind is None else ()
        stamped = _is_stamped(blocks, at + 1)
        bare = stamped and block.kind is None and is_name(block.text) and _below(blocks, at)
        if len(names) > 1 or (names and stamped) or bare:
            done[at] = replace(block, kind=PassageKind.BOILERPLATE)
        is_long = word_count(block.text) >= _NOTE_WORDS - 1
        headline = headline or (block.kind is None and is_headline(block.text) and is_long)
    return done


def _below(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a line stands right below one that is a headline and no name."""
    above = blocks[at - 1] if at else None
    is_free = above is not None and above.kind is None and is_headline(above.text)
    return is_free and above is not None and not is_name(above.text)


def _is_stamped(blocks: Sequence[RawBlock], at: int) -> bool:
    return at < len(blocks) and is_stamp(blocks[at].text)


def _points(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark the points below "Summary" or "Key points" before the text as a list."""
    head = text_begins(blocks) or 0
    at = next((at for at in range(head) if fold(blocks[at].text) in _POINTS), head)
    done = list(blocks)
    for place in range(at + 1, head):
        block = blocks[place]
        if is_stamp(block.text):
            break
        if block.kind in {None, PassageKind.CAPTION} and word_count(block.text) > _NOTE_WORDS // 2:
            done[place] = replace(block, kind=PassageKind.LIST)
    return done


def _dated(block: RawBlock, *, in_head: bool) -> RawBlock:
    """Set aside a byline, and a line of dates and times; a bare date inside a text may head it."""
    if block.kind is not None:
        return block
    stamped = is_stamp(block.text) and (in_head or bare_date(block.text) is None)
    stamped = stamped or (in_head and is_place_date(block.text))
    if stamped or is_byline(block.text):
        return replace(block, kind=PassageKind.BOILERPLATE)
    return block


def _beside_site(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside numbers alone and words of sites that may also head text, beside a site's line."""
    done = list(blocks)
    for order in (range(1, len(done)), range(len(done) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            beside = done[at + step].kind is PassageKind.BOILERPLATE
            if beside and done[at].kind is None and _is_shy(done[at].text):
                done[at] = replace(done[at], kind=PassageKind.BOILERPLATE)
    return done


def _between_site(blocks: list[RawBlock], head: int) -> list[RawBlock]:
    """Set aside a short line between two lines of the site, below the head of the page."""
    done = list(blocks)
    for at in range(max(head, 1), len(blocks) - 1):
        text = blocks[at].text
        free = blocks[at].kind is None and not ends_like_sentence(text)
        around = {blocks[at - 1].kind, blocks[at + 1].kind}
        if free and around == {PassageKind.BOILERPLATE} and word_count(text) <= _NOTE_WORDS:
            done[at] = replace(blocks[at], kind=PassageKind.BOILERPLATE)
    return done


def _is_shy(text: str) -> bool:
    return fold(text) in boilerplate().shy_lines or (
        len(text) <= _LONGEST_NUMBER and text.replace(",", "").isdigit()
    )


def _captions(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark captions; the second copy of one, and a copy that stands next to its first, go aside."""
    blocks = _beside_buttons(blocks)
    done: list[RawBlock] = []
    captions: set[str] = set()
    # The first line that is given twice on a page is most often its title.
    titled_before = False
    for at, block in enumerate(blocks):
        titled_before = titled_before or (at > 1 and _may_title(blocks[at - 2]))
        if block.kind not in {None, PassageKind.CAPTION}:
            done.append(block)
            continue
        key = fold(block.text)
        is_copy = bool(done) and _repeats(done[-1], block)
        if key in captions or is_copy:
            if is_copy and titled_before and not ends_like_sentence(block.text):
                done[-1] = replace(done[-1], kind=PassageKind.CAPTION)
            captions.add(key) if done[-1].kind is PassageKind.CAPTION else None
            done.append(replace(block, kind=PassageKind.BOILERPLATE))
        elif block.kind is PassageKind.CAPTION or is_caption(block.text):
            captions.add(key)
            done.append(replace(block, kind=PassageKind.CAPTION))
        else:
            done.append(block)
    return done


def _beside_buttons(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark the caption above a page's button for captions, and the short credit below it."""
    done = list(blocks)
    for at, block in enumerate(blocks):
        if len(block.text) > _LONGEST_BUTTON or fold(block.text) not in _CAPTION_BUTTONS:
            continue
        above = at - 1
        while above > 0 and blocks[above].kind is PassageKind.BOILERPLATE and above > at - 3:
            above -= 1
        for beside, words in ((above, _CAPTION_WORDS), (at + 1, 2 * _NOTE_WORDS)):
            inside = 0 <= beside < len(done) and done[beside].kind is None
            is_toggle = fold(block.text) in _CAPTION_TOGGLES and beside < at
            is_credit = inside and (is_toggle or not ends_like_sentence(done[beside].text))
            if is_credit and word_count(done[beside].text) <= words:
                done[beside] = replace(done[beside], kind=PassageKind.CAPTION)
    return done


def _may_title(block: RawBlock) -> bool:
    is_free = block.kind in {None, PassageKind.TITLE}
    return is_free and word_count(block.text) >= _NOTE_WORDS - 1


def _repeats(before: RawBlock, block: RawBlock) -> bool:
    return before.kind not in SET_ASIDE and fold(before.text) == fold(block.text)


def is_caption(text: str) -> bool:
    """Tell whether a line describes or credits a picture, by the marks of boilerplate.toml."""
    if word_count(text) > _CAPTION_WORDS or (is_body(text) and text[0] not in "[("):
        return False
    return boilerplate().captions.fullmatch(text) is not None


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
