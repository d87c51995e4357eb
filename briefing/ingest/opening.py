"""The head of a pasted page: which line is the title, and what stands around it there."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.bylines import is_byline, is_name, is_place_date, is_stamp, placed_names
from briefing.ingest.head import is_letterhead, text_begins
from briefing.ingest.lexicon import boilerplate, fold
from briefing.ingest.raw import RawBlock
from briefing.ingest.shapes import ends_like_sentence, is_headline, word_count
from briefing.model.source import PassageKind

_BYLINE = re.compile(r"by\s+[A-Z]|published\b|updated\b", re.IGNORECASE)
# "This article is more than 1 year old", as a site writes around a title.
_AGE = re.compile(r"this (?:article|story) is (?:more than|over) .{1,20} old", re.IGNORECASE)
_LIVE = frozenset({"live"})
_TITLE_AND_DECK = 2
_TITLE_REACH = 12
_HEADLINE_WORDS = 5
_SHORT_HEADLINE_WORDS = 3
_NOTE_WORDS = 6
_NEAR = 4
_TAG_RUN = 24
# "A note on its source" is a longer head than any site sets.
_LONGEST_HEAD = 80


def titled(blocks: list[RawBlock]) -> list[RawBlock]:
    """Mark the headline before the article's text as its title, and its later copies as such.

    On a page, which shows by a line of a site, the short lines before the title and the notes
    between it and the text (names, posts, places) are set aside.
    """
    if any(block.kind is PassageKind.TITLE for block in blocks):
        return blocks
    head = _head_length(blocks)
    at = _anchored(blocks[:head])
    sure = at is not None
    if at is None:
        at = title_place(blocks)
    if at is None:
        return blocks
    done = _without_notes(blocks, at, head, sure=sure)
    title = fold(blocks[at].text)
    for place in range(at + 1, len(done)):
        block = done[place]
        if block.kind is None and _is_copy(block.text, title):
            done[place] = replace(block, kind=PassageKind.BOILERPLATE)
    done[at] = replace(blocks[at], kind=PassageKind.TITLE)
    return done


def title_place(blocks: Sequence[RawBlock]) -> int | None:
    """Return where the title stands: the first headline of five words, else of three.

    Shorter lines before it are most often the name of the site and its menu.
    """
    begins = text_begins(blocks)
    if begins is None:
        return None
    candidates = [
        (at, word_count(block.text))
        for at, block in enumerate(blocks[:begins])
        if _is_candidate(block) and not _BYLINE.match(block.text)
    ]
    candidates = [each for each in candidates if not _is_letterhead(blocks, each[0], candidates)]
    for least in (_HEADLINE_WORDS, _SHORT_HEADLINE_WORDS, 1):
        for at, words in candidates[:_TITLE_REACH]:
            if words >= least:
                return at
    return None


def _head_length(blocks: Sequence[RawBlock]) -> int:
    """Return how many blocks stand before the first paragraph of text; 0 where there is none."""
    begins = text_begins(blocks)
    return begins if begins is not None and begins < _LONGEST_HEAD else 0


def _is_letterhead(
    blocks: Sequence[RawBlock], at: int, candidates: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether a line names the house that issued the text, above a longer headline."""
    words = word_count(blocks[at].text)
    longer = any(other > at and count > words for other, count in candidates)
    return longer and is_letterhead(blocks[at].text)


def _anchored(head: Sequence[RawBlock]) -> int | None:
    """Return the headline that a byline or a date stands under, if there is one for certain.

    Of two headlines above it the first is the title and the second its deck, but for a first one
    under a label of the site ("Breaking").
    """
    for at, block in enumerate(head):
        if not _is_anchor(block.text):
            continue
        found = _headline_above(head, at)
        if found is not None:
            return found
    return None


def _is_anchor(text: str) -> bool:
    is_dated = is_stamp(text) or is_place_date(text)
    return is_dated or is_byline(text) or bool(placed_names(text))


def _headline_above(head: Sequence[RawBlock], anchor: int) -> int | None:
    at = anchor - 1
    while at >= 0 and (not _is_candidate(head[at]) or _is_alternative(head, at)):
        at -= 1
    if at >= 0 and not _is_long(head[at]):
        # A name of an office between the title and the date is shorter than the title.
        near = range(at - 1, max(at - _NEAR, -1), -1)
        at = next((up for up in near if _is_candidate(head[up]) and _is_long(head[up])), at)
    if at < 0 or word_count(head[at].text) < _SHORT_HEADLINE_WORDS:
        return None
    longer_later = any(
        _is_candidate(block) and word_count(block.text) >= _HEADLINE_WORDS
        for block in head[anchor + 1 :]
    )
    if longer_later and word_count(head[at].text) < _HEADLINE_WORDS:
        return None
    run, headlines, up = at, 1, at - 1
    while up >= 0:
        if _is_candidate(head[up]) and _is_long(head[up]):
            run, headlines = up, headlines + 1
        elif not _AGE.fullmatch(head[up].text):
            break
        up -= 1
    labelled = run > 0 and fold(head[run - 1].text) in boilerplate().teaser_labels - _LIVE
    is_decked = headlines == _TITLE_AND_DECK and not labelled
    return run if is_decked and not is_letterhead(head[run].text) else at


def _is_candidate(block: RawBlock) -> bool:
    return block.kind is None and is_headline(block.text)


def _is_alternative(head: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a line stands for a picture: below the deck, and right above the caption."""
    if not 0 < at < len(head) - 1 or head[at + 1].kind is not PassageKind.CAPTION:
        return False
    return head[at - 1].kind is None and ends_like_sentence(head[at - 1].text)


def _is_long(block: RawBlock) -> bool:
    return word_count(block.text) >= _HEADLINE_WORDS


def _without_notes(blocks: list[RawBlock], title: int, head: int, *, sure: bool) -> list[RawBlock]:
    done = list(blocks)
    site = [at for at in range(head) if blocks[at].kind is PassageKind.BOILERPLATE]
    for at in range(title if site else 0):
        is_short = word_count(blocks[at].text) < _HEADLINE_WORDS
        before = sure or site[0] < title
        if blocks[at].kind is None and before and (sure or is_short):
            done[at] = replace(blocks[at], kind=PassageKind.BOILERPLATE)
    below = [at for at in site if at > title]
    for at in range(title + 1, head if below else 0):
        if _is_candidate(blocks[at]) and _is_alternative(blocks, at):
            done[at] = replace(blocks[at], kind=PassageKind.CAPTION)
        elif blocks[at].kind is None and _is_note(blocks, at, below):
            done[at] = replace(blocks[at], kind=PassageKind.BOILERPLATE)
        elif blocks[at].kind is None and at > below[-1] and _may_describe(blocks[at].text):
            done[at] = replace(blocks[at], kind=PassageKind.CAPTION)
    return done


def _is_note(blocks: Sequence[RawBlock], at: int, site: Sequence[int]) -> bool:
    """Tell whether a short line below the title stands among lines of the site, or is a name."""
    text = blocks[at].text
    if ends_like_sentence(text) or word_count(text) > _NOTE_WORDS:
        return False
    beside = {at - 1, at + 1} & set(site)
    return site[0] < at < site[-1] or (bool(beside) and (is_name(text) or text.isdigit()))


def _may_describe(text: str) -> bool:
    """Tell whether a line between the byline and the text is longer than a heading there."""
    ends = ends_like_sentence(text) or text.endswith(":")
    return not ends and word_count(text) > _NOTE_WORDS


def _is_copy(text: str, title: str) -> bool:
    """Tell whether a line is the title again, alone or run together with a tag or a site's name."""
    folded = fold(text)
    return title in folded and len(folded) - len(title) <= _TAG_RUN
