"""When a page was published: its own fields in the order of their worth, checked by one another."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import htmldate
from lxml import html

from briefing.ingest.bylines import is_byline, is_place_date, is_stamp
from briefing.ingest.dates import FULL_DATE, dates_in, of_match
from briefing.ingest.readers.fields import as_date
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_days import CHANGED, SLASHED, day_of, in_url
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_roles import Role
from briefing.ingest.readers.web.html_times import times
from briefing.ingest.readers.web.html_title import Headline
from briefing.ingest.shapes import ends_like_sentence
from briefing.model.source import DateBasis

_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "article.published", "datepublished", "rnews:datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "publish_date",
    "publication_date", "publicationdate", "publication-date", "pubdate", "ptime", "pub_date",
    "published-date", "published_date", "published", "displaydate", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created",
    "citation_publication_date", "citation_online_date", "citation_date", "prism.publicationdate",
    "originalpublicationdate", "article_date_original", "article:post_date", "bt:pubdate",
    "og:pubdate", "og:publish_date", "dateposted", "artpublishedtime", "vr:published_time",
    "shareaholic:article_published_time",
)  # fmt: skip
# Names under which some sites write the day on which the page was asked for.
_GENERIC = ("time", "date")
_CHANGES = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "og:modified_time",
    "article:modified", "last-modified", "lastmod", "datemodified", "dcterms.modified",
    "dc.date.modified", "date.modified", "revised", "modified", "updated",
)  # fmt: skip
_LONGEST_BYLINE = 120
# A sentence before a date: the line is text and no byline.
_ENDS = re.compile(
    r"[.!?]\s|\b(?:on|in|since|until|from|by)\s$(?<!posted on )(?<!published on )", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_DATED = re.compile(FULL_DATE, re.IGNORECASE)
# What a page says of the moment at which it is looked at.
_TODAY = re.compile(
    r"\W*(?:today\s+is|today'?s\s+date|it\s+is\s+now|current\s+(?:date|time)|now\s*:|today\s*[:,]"
    r"|heute\s+ist|aujourd.hui|hoy\s+es|сегодня|сьогодні|오늘은?|今天是|اليوم)",
    re.IGNORECASE,
)
_HEAD = 60
# A deck and one paragraph may stand over a byline.
_DECK = 2
_SENTENCE = 40
_PARAGRAPH = 80
_ABOVE = 5
_BELOW = 12
_NEAR = 24
# The last day that counts as a date; the day of reading would make the result hang on the clock.
_LAST_RESORT: dict[str, Any] = {
    "original_date": True, "extensive_search": False, "max_date": "2099-12-31"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """The day and what it rests on, None for none; ``shown``: the text was there on that day."""

    day: dt.date | None
    basis: DateBasis | None
    shown: dt.date | None = None


def published(
    tree: html.HtmlElement, page: Sequence[HtmlBlock], fields: Fields, title: Headline | None
) -> Published:
    """Return the day of publication. The day of a change alone is none; the tree may be changed."""
    for day, basis in _days(tree, page, fields, title):
        if day is not None:
            return Published(day, basis)
    changed = [*_changes(fields), *_refuted(page, fields)]
    return Published(None, None, max(changed, default=None))


def _days(
    tree: html.HtmlElement, page: Sequence[HtmlBlock], fields: Fields, title: Headline | None
) -> Iterator[tuple[dt.date | None, DateBasis]]:
    """Yield the days that could be the one, the surest first."""
    marked = times(tree, title.text if title is not None else None)
    yield next(_told(fields), None), DateBasis.METADATA
    refuted = _refuted(page, fields)
    for day in _of_fields(fields, _GENERIC):
        if day not in refuted:
            yield day, DateBasis.METADATA
    yield next(marked.best(), None), DateBasis.METADATA
    lines = _bylines(page, title.block if title is not None else None, marked.others)
    yield _of_lines(lines, changed=False), DateBasis.BYLINE
    yield in_url(_address(fields)), DateBasis.METADATA
    # Where nothing else is named, the day of the last change is that of the text as it stands.
    yield _of_lines(lines, changed=True), DateBasis.BYLINE
    told = (day_of(value) for each in fields.others for value in (each.published, each.modified))
    no_day = marked.others | frozenset(told) | refuted | frozenset(_changes(fields)) | _beside(page)
    last = as_date(htmldate.find_date(tree, **_LAST_RESORT))
    yield None if last in no_day else last, DateBasis.METADATA


def _told(fields: Fields) -> Iterator[dt.date]:
    for article in fields.articles:
        day = day_of(article.published) if article.is_article else None
        if day is not None:
            yield day
            break
    yield from _of_fields(fields, _META)


def _of_fields(fields: Fields, names: Sequence[str]) -> Iterator[dt.date]:
    for name in names:
        for value in fields.meta.get(name, ())[:1]:
            day = day_of(value)
            if day is not None:
                yield day


def _changes(fields: Fields) -> Iterator[dt.date]:
    """Yield the days on which the page says that it was changed."""
    yield from _of_fields(fields, _CHANGES)
    for article in fields.articles:
        day = day_of(article.modified)
        if day is not None:
            yield day


def _refuted(page: Sequence[HtmlBlock], fields: Fields) -> frozenset[dt.date]:
    """Return the days of generic fields that are the day of the visit, by what the page shows."""
    generic = frozenset(_of_fields(fields, _GENERIC))
    if not generic:
        return generic
    visits = {day for block in page if (day := _visit(block.text)) is not None}
    heads = {
        day
        for block in page[:_HEAD]
        if not _is_set_aside(block)
        and (is_place_date(block.text) or is_byline(block.text) or is_stamp(block.text))
        and not CHANGED.search(block.text)
        for day in _first_day(block.text)
        if day not in visits
    }
    late = {day for day in generic if heads and day > max(heads) + dt.timedelta(days=1)}
    return frozenset((generic & visits) | late)


def _visit(text: str) -> dt.date | None:
    found = _TODAY.match(text) if len(text) <= _LONGEST_BYLINE else None
    return next(_first_day(text), None) if found is not None else None


def _first_day(text: str) -> Iterator[dt.date]:
    found = _DATED.search(text)
    day = of_match(found) if found is not None else None
    if day is not None:
        yield day


def _beside(page: Sequence[HtmlBlock]) -> frozenset[dt.date]:
    """Return the days that the page shows only beside the article, or as that of the visit."""
    own: set[dt.date] = set()
    others: set[dt.date] = set()
    for at, block in enumerate(page):
        days = {found.date for found in dates_in(block.text)}
        if not days:
            continue
        is_own = (
            not _is_set_aside(block)
            or CHANGED.search(block.text) is not None
            or any(is_byline(near.text) for near in page[max(0, at - 1) : at + 2])
        )
        (own if is_own and _TODAY.match(block.text) is None else others).update(days)
    return frozenset(others - own)


def _is_set_aside(block: HtmlBlock) -> bool:
    return any(sign.role in {Role.ASIDE, Role.COMMENT} for sign in block.signs)


def _bylines(page: Sequence[HtmlBlock], title: int | None, others: frozenset[dt.date]) -> list[str]:
    """Return the short lines near the title, or those marked as bylines where there is no title."""
    if title is None:
        marked = [block for block in page if any(sign.role is Role.BYLINE for sign in block.signs)]
        near = [*marked, *_opening(page)]
    else:
        # Below the title, then above it, the nearest first.
        near = [*_below(page, title, others), *reversed(page[max(0, title - _ABOVE) : title])]
    return [
        block.text
        for block in near
        if len(block.text) <= _LONGEST_BYLINE
        and not ends_like_sentence(block.text)
        and _TODAY.match(block.text) is None
        and not any(sign.role in {Role.CAPTION, Role.COMMENT} for sign in block.signs)
    ]


def _opening(page: Sequence[HtmlBlock]) -> Iterator[HtmlBlock]:
    """Yield the lines of place and day, or author and day, before a page's first paragraph."""
    for block in page[:_HEAD]:
        own = 2 * block.linked < len(block.text) and not _is_set_aside(block)
        if own and len(block.text) >= _PARAGRAPH and ends_like_sentence(block.text):
            return
        if own and (is_place_date(block.text) or is_byline(block.text)):
            yield block


def _below(
    page: Sequence[HtmlBlock], title: int, others: frozenset[dt.date]
) -> Iterator[HtmlBlock]:
    """Yield the title and the blocks below it; after the first paragraphs, bylines alone.

    Those may be of other articles: not with a day that is known to be one of ``others``.
    """
    yield page[title]
    paragraphs = 0
    for block in page[title + 1 : title + _BELOW]:
        note = is_byline(block.text) or _is_note(block)
        if paragraphs < _DECK or (note and others.isdisjoint(_first_day(block.text))):
            yield block
        own = 2 * block.linked < len(block.text)
        paragraphs += own and len(block.text) >= _SENTENCE and ends_like_sentence(block.text)


def _is_note(block: HtmlBlock) -> bool:
    marked = any(sign.role is Role.BYLINE for sign in block.signs) and not _is_set_aside(block)
    return marked or CHANGED.match(block.text) is not None


def _of_lines(lines: Sequence[str], *, changed: bool) -> dt.date | None:
    days = (_of_line(text, changed=changed) for text in lines)
    return next((day for day in days if day is not None), None)


def _of_line(text: str, *, changed: bool) -> dt.date | None:
    """Return the first day in a line that is little more than it: of publication or of a change."""
    bare = SLASHED.fullmatch(text)
    if bare is not None:
        return day_of(text)
    for found in _DATED.finditer(text):
        before = text[: found.start()]
        if _DIGIT.search(_DATED.sub("", before)) or _ENDS.search(before):
            continue
        if changed is (CHANGED.search(before[-_NEAR:]) is not None):
            return of_match(found)
    return None


def _address(fields: Fields) -> str:
    return fields.canonical or fields.first(("og:url", "twitter:url"))
