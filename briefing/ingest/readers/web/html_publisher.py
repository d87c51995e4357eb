"""Who published a page: by its fields, else by the name it shows of itself, else by its host."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_marking import key
from briefing.ingest.readers.web.html_metadata import address
from briefing.ingest.readers.web.html_title import Headline

_PUBLISHERS = (
    "application-name", "publisher", "dc.publisher", "citation_publisher",
    "article:publisher", "copyright", "twitter:app:name:iphone",
)  # fmt: skip
_MOTTO = re.compile(r"\s+[|–—:»-]\s+|\s*\|\s*")
_BREAK = re.compile(r"\s+[|–—»·•-]\s+|\s*\|\s*")
_OWNED = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{2,4})?)?,?\s*(?:by\s+)?"
    r"(?P<name>[^\W\d_][^.,;|©\n]{2,60}?)\s*(?:\d{4}\s*)?(?:[.,;|©]|\ball\s+rights\b|$)",
    re.IGNORECASE,
)
# What a title ends with that names a part of a site and not the site.
_SECTION = re.compile(
    r"(?:(?:the\s+)?(?:home(?:page)?|(?:latest\s+|breaking\s+|world\s+|local\s+|business\s+)?news"
    r"|world|politics|opinions?|analysis|commentary|business|economy|sports?|culture|science|health"
    r"|technology|tech|europe|asia|africa|americas?|middle\s+east|international|national|live"
    r"|(?:live\s+)?updates?|video|photos?|press\s+releases?|statements?|speeches|blogs?|articles?"
    r"|interviews?|reports?|archives?|all\s+rights\s+reserved|part\s+\w+|page\s+\d+|\d+))",
    re.IGNORECASE,
)
_MOST_WORDS = 7
_NAME_WORDS = 5
_LONGEST_LINE = 160
_LONGEST_NOTE = 300
_NEAR = 6


def publisher(fields: Fields, page: Sequence[HtmlBlock], title: Headline | None) -> str | None:
    """Return the name of the site or of the body behind it, else the host of the page's address.

    Of several names that fields give, the first that is like the host goes before the others.
    """
    host = (urlsplit(address(fields) or "").hostname or "").removeprefix("www.")
    named = (
        fields.first(("og:site_name",)),
        *(each.publisher for each in fields.articles[:3]),
        *(fields.first((name,)) for name in _PUBLISHERS),
    )
    names = [name for name in map(_site_name, named) if name]
    like = [name for name in names if key(name) in key(host)]
    told = next(iter([*like, *names]), None)
    return told or _shown(fields, page, title, host) or host or None


def _site_name(text: str) -> str:
    """Return the name of a site without its motto; an empty text for an address or a sentence."""
    name = _MOTTO.split(text.removeprefix("©").strip())[0].strip().lstrip("@")
    return "" if name.startswith("http") or len(name.split()) > _MOST_WORDS else name


def _shown(
    fields: Fields, page: Sequence[HtmlBlock], title: Headline | None, host: str
) -> str | None:
    """Return the name that two places of the page bear out, else one that its title ends with."""
    suffix = _suffix(fields, title)
    owners = list(_owners(page))
    for name in (*([suffix] if suffix else []), *_beside(page, title), *owners):
        if len(key(name)) > 2 and key(name) in key(host.rpartition(".")[0]):
            return name
    if suffix is not None:
        return suffix
    return owners[0] if len({key(name) for name in owners}) == 1 else None


def _suffix(fields: Fields, title: Headline | None) -> str | None:
    """Return what stands after the headline in the page's title."""
    if title is None or title.block is None:
        return None
    breaks = list(_BREAK.finditer(fields.title))
    if not breaks:
        return None
    before, name = fields.title[: breaks[-1].start()], fields.title[breaks[-1].end() :].strip()
    own = key(title.text)
    is_headline = bool(own) and key(_BREAK.split(before)[0]) in own and own in key(before)
    return name if is_headline and _is_name(name) else None


def _owners(page: Sequence[HtmlBlock]) -> Iterator[str]:
    """Yield who the notes at the end of the page say that it belongs to."""
    for block in page:
        found = _OWNED.search(block.text) if len(block.text) <= _LONGEST_NOTE else None
        name = _BREAK.split(found["name"].strip())[0] if found is not None else ""
        if name and _is_name(name):
            yield name


def _beside(page: Sequence[HtmlBlock], title: Headline | None) -> Iterator[str]:
    """Yield the parts of the lines around the title: of a byline, and of a head of the page."""
    if title is None or title.block is None:
        return
    near = page[title.block + 1 : title.block + 1 + _NEAR]
    for block in (*near, *page[: title.block]):
        if len(block.text) <= _LONGEST_LINE:
            yield from (part.strip() for part in _BREAK.split(block.text) if _is_name(part.strip()))


def _is_name(text: str) -> bool:
    words = text.split()
    fits = 1 <= len(words) <= _NAME_WORDS and len(key(text)) > 2
    return fits and not text[0].islower() and _SECTION.fullmatch(text) is None
