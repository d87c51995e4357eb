"""When a page was published: its own fields in the order of their worth, checked by one another."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import htmldate
from lxml import etree, html

from briefing.ingest.dates import FULL_DATE, full_date, of_match
from briefing.ingest.readers.fields import as_date
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_roles import Role, look
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
    "shareaholic:article_published_time", "time", "date",
)  # fmt: skip
_TIMES = etree.XPath(
    ".//time[@datetime or @pubdate] | .//*[contains(@itemprop, 'datePublished')]"
    " | .//*[@property='datePublished' or @property='dc:date']"
)
_PUBLISHED = re.compile(r"publi|entry-date|posted|pubdate|post-date|issued", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif|revis|edited|changed|accessed", re.IGNORECASE)
_IN_URL = re.compile(
    r"[/-]((?:19|20)\d\d)[/-]?(0\d|1[0-2]|[1-9](?=[/-])|[a-z]{3}(?=[/-]))[/-]?([0-2]\d|3[01]|[1-9](?=[/-]))(?![\d])"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DIGITS = re.compile(r"\s*((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?:\D.*|\d{6})?", re.DOTALL)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_SLASHED = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)\b")
_FIRST_YEAR = 1700
_LONGEST_BYLINE = 120
# A sentence before a date: the line is text and no byline.
_ENDS = re.compile(
    r"[.!?]\s|\b(?:on|in|since|until|from|by)\s$(?<!posted on )(?<!published on )", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_DATED = re.compile(FULL_DATE, re.IGNORECASE)
_ABOVE = 5
_BELOW = 12
_NEAR = 24
_HIGHEST = 12
_MOST_TIMES = 200
# The last day that counts as a date; the day of reading would make the result hang on the clock.
_LAST_RESORT: dict[str, Any] = {
    "original_date": True, "extensive_search": False, "max_date": "2099-12-31"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """A day, and what it rests on."""

    day: dt.date
    basis: DateBasis


def published(
    tree: html.HtmlElement, page: Sequence[HtmlBlock], fields: Fields, title: int | None
) -> Published | None:
    """Return the day of publication, None where the page gives none.

    ``title`` is the number of the block that shows the title. The tree may be changed.
    """
    day = next(_told(tree, fields), None)
    if day is not None:
        return Published(day, DateBasis.METADATA)
    lines = _bylines(page, title)
    day = _of_lines(lines, changed=False)
    if day is not None:
        return Published(day, DateBasis.BYLINE)
    day = in_url(_address(fields))
    if day is not None:
        return Published(day, DateBasis.METADATA)
    # Where nothing else is named, the day of the last change is that of the text as it stands.
    day = _of_lines(lines, changed=True)
    if day is not None:
        return Published(day, DateBasis.BYLINE)
    day = as_date(htmldate.find_date(tree, **_LAST_RESORT))
    return Published(day, DateBasis.METADATA) if day is not None else None


def _told(tree: html.HtmlElement, fields: Fields) -> Iterator[dt.date]:
    for article in fields.articles:
        day = day_of(article.published) if article.is_article else None
        if day is not None:
            yield day
            break
    for name in _META:
        for value in fields.meta.get(name, ())[:1]:
            day = day_of(value)
            if day is not None:
                yield day
    yield from _times(tree)


def _times(tree: html.HtmlElement) -> Iterator[dt.date]:
    """Yield the days of elements that call themselves the day of publication.

    After them the one day that all other times outside comments and sidebars name.
    """
    others: set[dt.date] = set()
    for element in _TIMES(tree)[:_MOST_TIMES]:
        day = day_of(element.get("datetime") or element.get("content") or element.text_content())
        names = f"{element.get('class')} {element.get('itemprop')} {element.get('property')}"
        if day is None or _CHANGED.search(names) or _is_beside(element):
            continue
        if element.get("pubdate") is not None or _PUBLISHED.search(names):
            yield day
        others.add(day)
    if len(others) == 1:
        yield others.pop()


def _is_beside(element: html.HtmlElement) -> bool:
    """Tell whether an element stands in a comment, a sidebar or a list of other articles."""
    for outer in islice(element.iterancestors(), _HIGHEST):
        found = look(outer, outer.tag).sign
        if outer.tag in {"article", "main", "li"}:
            return bool(outer.tag == "li")
        if found is not None and found.role in {Role.ASIDE, Role.COMMENT}:
            return True
    return False


def _bylines(page: Sequence[HtmlBlock], title: int | None) -> list[str]:
    """Return the short lines near the title, or those marked as bylines where there is no title."""
    if title is None:
        near = [block for block in page if any(sign.role is Role.BYLINE for sign in block.signs)]
    else:
        # Below the title, then above it, the nearest first.
        near = [*page[title : title + _BELOW], *reversed(page[max(0, title - _ABOVE) : title])]
    return [
        block.text
        for block in near
        if len(block.text) <= _LONGEST_BYLINE
        and not ends_like_sentence(block.text)
        and not any(sign.role in {Role.CAPTION, Role.COMMENT} for sign in block.signs)
    ]


def _of_lines(lines: Sequence[str], *, changed: bool) -> dt.date | None:
    days = (_of_line(text, changed=changed) for text in lines)
    return next((day for day in days if day is not None), None)


def _of_line(text: str, *, changed: bool) -> dt.date | None:
    """Return the first day in a line that is little more than it: of publication or of a change."""
    bare = _SLASHED.fullmatch(text)
    if bare is not None:
        return day_of(text)
    for found in _DATED.finditer(text):
        before = text[: found.start()]
        if _DIGIT.search(_DATED.sub("", before)) or _ENDS.search(before):
            continue
        if changed is (_CHANGED.search(before[-_NEAR:]) is not None):
            return of_match(found)
    return None


def _address(fields: Fields) -> str:
    return fields.canonical or fields.first(("og:url", "twitter:url"))


def day_of(value: str) -> dt.date | None:
    """Return the day that a field names in one of the usual forms, None for another or no day."""
    found = _DIGITS.fullmatch(value)
    if found is not None:
        return _day(found.group(1), found.group(3), found.group(4))
    found = _SLASHED.match(value)
    if found is not None:
        first, second, year = found.groups()
        if "." in value[:6]:
            return _day(year, second, first)
        if first == second or int(second) > 12:
            return _day(year, first, second)
        return _day(year, second, first) if int(first) > 12 else None
    if _EPOCH.fullmatch(value.strip()):
        seconds = int(value.strip()[:10])
        return (dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)).date()
    day = full_date(value)
    return day if day is not None and day.year >= _FIRST_YEAR else None


def in_url(address: str) -> dt.date | None:
    """Return the day that an address names, None for none."""
    found = _IN_URL.search(address.lower())
    if found is None:
        return None
    year, month, day = found.groups()
    if not month.isdigit():
        if month not in _MONTHS:
            return None
        month = str(_MONTHS.index(month) + 1)
    return _day(year, month, day)


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return None if found == dt.date(1970, 1, 1) else found
