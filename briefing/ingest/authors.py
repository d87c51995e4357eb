"""Who wrote a text, as its byline or its fields say, and the notes on its authors around it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.ingest.bylines import (
    NAME,
    byline_names,
    is_byline,
    is_name,
    is_stamp,
    placed_names,
    split_names,
)
from briefing.ingest.head import text_begins
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.shapes import word_count
from briefing.model.source import PassageKind

_REACH = 25
_BY = re.compile(r"by\s*:?|written by|author|words", re.IGNORECASE)
_POST = re.compile(
    r"(?:(?:chief|senior|staff|deputy|foreign|political|diplomatic|world|asia|china|europe|special|"
    r"national|economics?|business|defen[cs]e|security|international|associate|contributing|[A-Z]\w+)"
    r"\s+){0,4}(?:correspondent|reporter|editor|writer|columnist|analyst|contributor|journalist)s?"
    r"(?:(?:,|\s+(?:in|for|at|-|–))\s.{2,40})?",
    re.IGNORECASE,
)
_NAME_AND_POST = re.compile(rf"(?P<name>{NAME})\s*[,|–—-]\s*(?P<post>.{{4,80}})")
_CREDIT = re.compile(r"[(\[]?\s*Report(?:ing|ed) by:?\s+(?P<names>[^;.()\[\]]{3,200})")
_PLACE_TAIL = re.compile(r"\s+(?:in|at|from)\s+.*$")
_KOREAN_LEAD = re.compile(
    r"^[(\[][^()\[\]]{2,40}[)\]]\s?(?P<names>[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4})\s?(?:기자|특파원)\s?="
)
_CHINESE_LEAD = re.compile(
    r"[（(](?:本报)?(?:记者|記者)[ :：]?(?P<names>[㐀-鿿]{2,4}(?:[ 、][㐀-鿿]{2,4}){0,4})[)）]"
)
_JAPANESE_LEAD = re.compile(r"^【[^【】=＝]{1,12}[=＝](?P<names>[㐀-鿿぀-ヿ]{2,8})】")
_BIO = re.compile(
    r"\b(?:is|was) (?:an?|the|our|based|[A-Z][\w.]*(?:’s|'s))\b|\bcovers\b"
    r"|\breports (?:on|for|from)\b"
    r"|\bwrites (?:about|on|for)\b|\bhas (?:written|reported|covered|worked)\b|\bjoined\b"
    r"|\breported from\b|\bteaches\b|\bserves as\b"
)
_POST_AFTER = re.compile(r"\s?(?:선임|수석|인턴|전문)?\s?(?:기자|특파원|記者|记者)\s*$")
_BIO_WORDS = 70
_LAST_PART = 0.5


def authors(blocks: Sequence[RawBlock], metadata: RawMetadata) -> tuple[str, ...]:
    """Return the authors: of the fields, of the byline, of the lead, of the credit at the end.

    Editors, translators and agencies are no authors. () where nobody is named.
    """
    if metadata.authors:
        named = (_POST_AFTER.sub("", name).strip() for name in metadata.authors)
        return tuple(dict.fromkeys(name for name in named if name))
    for found in (_of_byline(blocks), _of_lead(blocks), _of_credit(blocks)):
        if found:
            persons = (_cased(name) for name in found if not _POST.fullmatch(name))
            return tuple(dict.fromkeys(persons))
    return ()


def without_bios(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """Set aside the paragraph that tells who an author is, beside the title or near the end."""
    names = _of_byline(blocks)
    if not names:
        return list(blocks)
    opening = re.compile(
        "(?:"
        + "|".join(re.escape(name) for name in names)
        + r"|(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)(?:"
        + "|".join(re.escape(name.split()[-1]) for name in names)
        + r")|(?:"
        + "|".join(re.escape(name.split()[-1]) for name in names)
        + r")(?=\s(?:reported|covers|reports|writes|has covered|has reported|is based)\b))\b",
        re.IGNORECASE,
    )
    head = text_begins(blocks) or 0
    done = list(blocks)
    for at, block in enumerate(blocks):
        near = at <= head or at >= _LAST_PART * len(blocks)
        if block.kind is None and 0 < at < head and _tells_author(blocks, at, names):
            done[at] = replace(block, kind=PassageKind.BOILERPLATE)
        if block.kind is None and near and _is_bio(block.text, opening):
            done[at] = replace(block, kind=PassageKind.BOILERPLATE)
    return done


def _tells_author(blocks: Sequence[RawBlock], at: int, names: Sequence[str]) -> bool:
    """Tell whether a line of the head is an author with a post, or the post below the name."""
    text = blocks[at].text
    posted = _NAME_AND_POST.fullmatch(text)
    named = posted is not None and posted["name"] in names
    return named or (blocks[at - 1].text in names and _POST.fullmatch(text) is not None)


def _is_bio(text: str, opening: re.Pattern[str]) -> bool:
    found = opening.match(text)
    if found is None or word_count(text) > _BIO_WORDS:
        return False
    return found.end() == len(text) or _BIO.search(text, found.end(), found.end() + 80) is not None


def _of_byline(blocks: Sequence[RawBlock]) -> tuple[str, ...]:
    names: list[str] = []
    begins = text_begins(blocks)
    for at in range(min(len(blocks) if begins is None else begins, _REACH)):
        names.extend(_of_line(blocks, at))
    return tuple(names)


def _of_line(blocks: Sequence[RawBlock], at: int) -> tuple[str, ...]:
    text = blocks[at].text
    if is_byline(text):
        return byline_names(text)
    posted = _NAME_AND_POST.fullmatch(text)
    if posted is not None and _POST.match(posted["post"]):
        return (posted["name"],)
    if at > 0 and is_name(text) and _is_beside_post(blocks, at):
        return split_names(text)
    placed = placed_names(text)
    after = blocks[at + 1].text if at + 1 < len(blocks) else ""
    below_title = at > 0 and blocks[at - 1].kind is PassageKind.TITLE
    if below_title and is_name(text) and is_stamp(after):
        return split_names(text)
    return placed if at > 0 and (len(placed) > 1 or is_stamp(after)) else ()


def _is_beside_post(blocks: Sequence[RawBlock], at: int) -> bool:
    """Tell whether "By" stands on the line before a name, or a journalist's post after it."""
    after = blocks[at + 1].text if at + 1 < len(blocks) else ""
    bio = re.match(rf"{re.escape(blocks[at].text)}\b", after)
    is_bio = bio is not None and _BIO.search(after, bio.end(), bio.end() + 80) is not None
    is_post = _POST.fullmatch(after) is not None
    return is_bio or is_post or _BY.fullmatch(blocks[at - 1].text) is not None


def _of_lead(blocks: Sequence[RawBlock]) -> tuple[str, ...]:
    for block in blocks[:_REACH]:
        for pattern in (_KOREAN_LEAD, _CHINESE_LEAD, _JAPANESE_LEAD):
            found = pattern.search(block.text[:120])
            if found is not None:
                return tuple(re.split(r"\s?[·,、 ]\s?", found["names"]))
    return ()


def _of_credit(blocks: Sequence[RawBlock]) -> tuple[str, ...]:
    for block in reversed(blocks):
        found = _CREDIT.match(block.text)
        if found is not None:
            parts = (_PLACE_TAIL.sub("", part) for part in split_names(found["names"]))
            return tuple(part for part in parts if is_name(part))
    return ()


def _cased(name: str) -> str:
    """Write a name in capitals as names are written; "McKAY" and initials stay as they are."""
    if not name.isupper():
        return name
    return " ".join(word if len(word.strip(".")) <= 1 else _titled(word) for word in name.split())


def _titled(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), word)
