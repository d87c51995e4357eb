"""What a page's article is called: the headline that a reader sees, found by the page's fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from briefing.ingest.characters import one_line
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_roles import Role

_TITLES = (
    "og:title", "twitter:title", "headline", "parsely-title", "sailthru.title", "dc.title",
    "dcterms.title", "citation_title", "title", "article:title", "rnews:headline",
)  # fmt: skip
_SITES = (
    "og:site_name", "application-name", "twitter:site", "twitter:app:name:iphone", "publisher",
    "dc.publisher", "cre", "al:ios:app_name", "copyright", "citation_journal_title",
)  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BREAK = re.compile(r"\s+[|–—\-:»›·•/~«]+\s+|\s*\|\s*|\s*::\s*|\s--\s?")
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"\S*\.\w{2,}|\W*")
_LONGEST = 400
# A heading below h1 is the headline only where it is nearly what the page says.
_NEARLY = 0.75
_SITE_WORDS = 4
# Of names as short as this one may stand in another by chance.
_TELLING = 5
_LONGEST_SITE = 60
_HOSTS = frozenset({"www", "com", "org", "net", "co", "uk", "blog", "news", "m", "edition", "en"})


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, and the number of the block that shows it; None where no block does."""

    text: str
    block: int | None = None


def headline(page: Sequence[HtmlBlock], fields: Fields) -> Headline | None:
    """Return the headline: an h1 that fits the fields, another heading that is it, else theirs.

    None where nothing says what the page is called.
    """
    sites = _sites(fields)
    told = list(_told(fields, sites))
    parts = [part for part in _BREAK.split(fields.title) if len(_words(part)) > 1]
    seen = _seen(page, [*told, *parts], sites)
    if seen is not None:
        return Headline(_own_part(page[seen], told), seen)
    if told:
        shown = next((at for at, block in enumerate(page) if _same(block.text, told[0])), None)
        return Headline(told[0], shown)
    return None


def _seen(page: Sequence[HtmlBlock], told: Sequence[str], sites: frozenset[str]) -> int | None:
    """Return the number of the heading that fits best; None where none fits."""
    best, place = 0.0, None
    keys = [_words(text) for text in told if text]
    for at, block in enumerate(page):
        if block.tag not in _HEADINGS or len(block.text) > _LONGEST:
            continue
        words = _words(block.text)
        if not words or "".join(words) in sites:
            continue
        fit = max((_likeness(words, key) for key in keys), default=0.0)
        aside = any(sign.role in {Role.ASIDE, Role.COMMENT} for sign in block.signs)
        if block.tag == "h1":
            fit += 0.3 if not aside or fit >= _NEARLY else 0.0
            fit = max(fit, 0.25) if not aside and len(words) > 1 else fit
            if fit < (0.5 if aside else 0.25):
                continue
        elif fit < _NEARLY:
            continue
        if fit > best:
            best, place = fit, at
    return place


def _likeness(words: Sequence[str], other: Sequence[str]) -> float:
    """Return from 0 to 1 how much two titles share: words, and more for one inside the other."""
    if not words or not other:
        return 0.0
    if words == other:
        return 1.0
    first, second = set(words), set(other)
    likeness = len(first & second) / max(len(first), len(second))
    if (
        likeness >= 0.5
        and min(len(words), len(other)) > 2
        and (_in(words, other) or _in(other, words))
    ):
        return max(likeness, 0.85)
    return likeness


def _in(short: Sequence[str], whole: Sequence[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(whole)} "


def _told(fields: Fields, sites: frozenset[str]) -> Iterator[str]:
    """Yield the titles that the page's fields give, without the name of the site."""
    named = [fields.first((name,)) for name in _TITLES]
    articles = [each.headline for each in fields.articles if each.is_article]
    others = [text for text in (named[0], *articles[:1], *named[1:], *articles[1:3]) if text]
    for text in (*others, fields.title):
        if text:
            own = _without_site(text, sites)
            if own == fields.title and not others and not sites:
                own = _without_last(own)
            if _joined(own) not in sites and not _ADDRESS.fullmatch(own):
                yield own


def _without_site(text: str, sites: frozenset[str]) -> str:
    """Return a title without the site's name before or after it."""
    while True:
        breaks = list(_BREAK.finditer(text))
        if not breaks:
            return text
        last, first = text[breaks[-1].end() :], text[: breaks[0].start()]
        if _is_site(last, sites):
            text = text[: breaks[-1].start()]
        elif _is_site(first, sites):
            text = text[breaks[0].end() :]
        else:
            return text


def _without_last(text: str) -> str:
    """Return a title without the short part at its end that in all likelihood names the site."""
    breaks = list(_BREAK.finditer(text))
    if not breaks or len(_words(text[breaks[-1].end() :])) > _SITE_WORDS:
        return text
    return text[: breaks[-1].start()]


def _is_site(part: str, sites: frozenset[str]) -> bool:
    key = _joined(part)
    if not key:
        return True
    if len(part) > _LONGEST_SITE or len(key) < _TELLING:
        return key in sites
    return any(key in site or (len(site) >= _TELLING and site in key) for site in sites)


def _sites(fields: Fields) -> frozenset[str]:
    """Return the names by which the site calls itself, letters and digits alone."""
    names = [value for name in _SITES for value in fields.meta.get(name, ())]
    names += [each.publisher for each in fields.articles if each.publisher]
    titles = {_joined(text) for text in (fields.title, fields.first(("og:title",)))}
    found = {_joined(name) for name in names if len(name) < 80} - titles
    for address in (fields.canonical, fields.first(("og:url",))):
        host = urlsplit(address).hostname if address.startswith("http") else None
        found.update(label for label in (host or "").split(".") if label not in _HOSTS)
        found.add((host or "").removeprefix("www.").replace(".", ""))
    return frozenset(found - {""})


def _own_part(block: HtmlBlock, told: Sequence[str]) -> str:
    """Return the heading, or of one that holds a kicker or a subtitle too, what fields name."""
    if any(_same(block.text, text) for text in told):
        return block.text
    for cut in range(1, len(block.parts)):
        for part in ("".join(block.parts[:cut]), "".join(block.parts[cut:])):
            if any(_same(part, text) for text in told):
                return one_line(part)
    return block.text


def _same(first: str, second: str) -> bool:
    return _words(first) == _words(second)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _joined(text: str) -> str:
    return "".join(_words(text))
