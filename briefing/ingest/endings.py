"""Lists of other texts inside and after an article, notes on its making, readers' comments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing.ingest.bylines import is_stamp
from briefing.ingest.lexicon import boilerplate, fold
from briefing.ingest.raw import RawBlock
from briefing.ingest.shapes import (
    ends_like_sentence,
    is_body,
    is_cut_off,
    is_teaser,
    word_count,
)
from briefing.model.source import SET_ASIDE, PassageKind

_SHORT_HEADING = 3
_LIST_ENDS = re.compile(r"end of (?:list|carousel)\W*", re.IGNORECASE)
_MARKS = re.compile(r"\s*[|·•]\s*")
# What a house says of itself at the foot of its pages.
_HOUSE = re.compile(
    r".{2,60}?\s(?:is|are|was founded)\s.{0,80}\b(?:independent|non-?profit|leading|global|"
    r"international|largest|national|trusted)\b.{0,60}\b(?:news|media|press|broadcaster)\b.*",
    re.IGNORECASE,
)
_CATEGORY_WORDS = 2
_FEWEST_OTHERS = 2
_COMMENTS_FROM = 0.5
_FEWEST_PARAGRAPHS = 2
_MARKS_REACH = 10
_COMMENT_MARK = re.compile(
    r"(?:reply|\d+\s+(?:likes?|repl(?:y|ies)|points?)|like|upvote|flag|답글|回复|返信)"
    r"|.{0,60}\b(?:ago|at \d{1,2}[:.]\d\d\s?(?:[ap]m)?)\b.{0,20}",
    re.IGNORECASE,
)
_COMMENTS = frozenset({"comment", "comments"})


@dataclass(frozen=True, slots=True)
class _Before:
    """How many paragraphs and words stand before each block, and in all at the end."""

    paragraphs: tuple[int, ...]
    words: tuple[int, ...]


def without_others(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Set aside what follows a line such as "Related articles", an end mark, or "Comments".

    A list of other texts ends where the article goes on: at a paragraph that is no teaser's stub.
    A footer line or a label that turns out to head text of the article is left as it is.
    """
    done = list(blocks)
    before = _before(blocks)
    at = 0
    while at < len(done):
        block = done[at]
        if _opens_comments(done, at, before):
            _set_aside(done, at + 1, len(done), PassageKind.COMMENT)
            break
        if _heads_text(done, at):
            done[at] = replace(block, kind=None)
            at += 1
        elif is_label(block):
            stop = _others_end(done, at + 1, before)
            known = block.kind is PassageKind.BOILERPLATE
            if known or stop == len(done) or stop - at > _FEWEST_OTHERS:
                _set_aside(done, at, stop, PassageKind.BOILERPLATE)
            at = max(stop, at + 1)
        else:
            at += 1
    return _without_footers(_without_house(done))


def is_label(block: RawBlock) -> bool:
    """Tell whether a line heads a list of other texts, or ends the article."""
    lists = boilerplate()
    text = block.text.strip()
    if block.kind is PassageKind.BOILERPLATE:
        return fold(text) in lists.tail_lines or lists.ends.fullmatch(text) is not None
    is_free = block.kind in {None, PassageKind.HEADING} and not ends_like_sentence(text)
    return is_free and lists.tails.fullmatch(fold(text)) is not None


def _set_aside(done: list[RawBlock], start: int, stop: int, kind: PassageKind) -> None:
    for at in range(start, stop):
        if done[at].kind is not PassageKind.BOILERPLATE:
            done[at] = replace(done[at], kind=kind)


def _others_end(blocks: Sequence[RawBlock], at: int, before: _Before) -> int:
    """Return where the list that begins here ends and the article goes on, if it does."""
    headline = ""
    stubs: bool | None = None
    start = at
    while at < len(blocks):
        block = blocks[at]
        if _opens_comments(blocks, at, before):
            return at
        if _LIST_ENDS.fullmatch(block.text):
            return at + 1
        if is_label(block):
            headline, stubs = "", None  # a list of its own begins
        if block.kind is PassageKind.BOILERPLATE or _tells_when(block.text):
            at += 1
            continue
        if not _is_sentence(block.text):
            if headline and word_count(headline) > _CATEGORY_WORDS and stubs is None:
                stubs = False
            headline, at = block.text, at + 1
        elif headline and stubs is not False and _is_stub(blocks, at):
            headline, stubs, at = "", True, at + 1
        else:
            break
    # The short line before the paragraph with which the article goes on is its heading.
    is_headed = start < at < len(blocks) and _may_head(blocks[at - 1])
    return at - 1 if is_headed else at


def _tells_when(text: str) -> bool:
    """Tell whether a line gives a teaser's day, alone or beside its subject."""
    return is_stamp(text) or (
        not ends_like_sentence(text) and any(is_stamp(part) for part in _MARKS.split(text)[1:])
    )


def _is_sentence(text: str) -> bool:
    return ends_like_sentence(text) and not is_cut_off(text) and not text.endswith("?")


def _is_stub(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a teaser's stub stands here: short, and no second paragraph right after it."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    runs_on = following is not None and following.kind is None and is_body(following.text)
    return is_teaser(blocks[at].text) and not runs_on


def _may_head(block: RawBlock) -> bool:
    most = _SHORT_HEADING + block.text.endswith("?")
    return block.kind is not PassageKind.BOILERPLATE and word_count(block.text) <= most


def _opens_comments(blocks: Sequence[RawBlock], at: int, before: _Before) -> bool:
    """Tell whether the readers' comments begin here, and not a count of them near the title."""
    lists = boilerplate()
    block = blocks[at]
    if block.kind is not PassageKind.BOILERPLATE or _heads_text(blocks, at):
        return False
    folded = fold(block.text)
    if folded not in lists.comment_lines and not lists.comments.fullmatch(folded):
        return False
    if any(_COMMENT_MARK.fullmatch(each.text) for each in blocks[at + 1 : at + _MARKS_REACH]):
        return before.paragraphs[at] >= _FEWEST_PARAGRAPHS
    return before.words[at] > _COMMENTS_FROM * before.words[-1]


def _heads_text(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether a line "Comments" is a heading of the article: a paragraph, no name, follows."""
    if fold(blocks[at].text) not in _COMMENTS:
        return False
    following = blocks[at + 1 : at + _MARKS_REACH]
    return (
        bool(following)
        and is_body(following[0].text)
        and not any(_COMMENT_MARK.fullmatch(each.text) for each in following)
    )


def _without_house(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside what a house says of itself, as the last sentence and among lines of its site."""
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.kind in SET_ASIDE or not ends_like_sentence(block.text):
            continue
        beside = {each.kind for each in (blocks[at - 1], *blocks[at + 1 : at + 2]) if at}
        if beside == {PassageKind.BOILERPLATE} and _HOUSE.fullmatch(block.text):
            done = list(blocks)
            done[at] = replace(block, kind=PassageKind.BOILERPLATE)
            return done
        break
    return blocks


def _without_footers(blocks: list[RawBlock]) -> list[RawBlock]:
    """Set aside the short lines after the last line of the article and a line of the site."""
    last = -1
    for at, block in enumerate(blocks):
        listed = block.kind is PassageKind.LIST
        if listed or (block.kind is None and ends_like_sentence(block.text)):
            last = at
    if last < 0:
        return blocks
    site = False
    done = list(blocks)
    for at in range(last + 1, len(blocks)):
        site = site or blocks[at].kind is PassageKind.BOILERPLATE
        if site and blocks[at].kind is None:
            done[at] = replace(blocks[at], kind=PassageKind.BOILERPLATE)
    return done


def _before(blocks: Sequence[RawBlock]) -> _Before:
    paragraphs = (int(block.kind is None and is_body(block.text)) for block in blocks)
    words = (word_count(block.text) for block in blocks)
    return _Before(
        paragraphs=tuple(accumulate(paragraphs, initial=0)),
        words=tuple(accumulate(words, initial=0)),
    )
