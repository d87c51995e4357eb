"""Who wrote a page, its language and its address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from urllib.parse import urlsplit

from lxml import etree, html

from briefing.ingest.characters import one_line
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields

_AUTHORS = (
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "citation_author", "byl", "article:author_name", "authors",
    "cxenseparse:author", "rnews:author",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "inlanguage", "dc.language", "language")
_LINKED = etree.XPath(
    ".//*[(self::a or self::span or self::div or self::p) and "
    "(@rel='author' or contains(concat(' ', @itemprop, ' '), ' author '))]"
)
_BY = re.compile(
    r"^(?:(?:written|posted|reported|story|words|text|reviewed)\s+)?by:?\s+|^(?:author|from)s?:\s*"
    r"|(?-i:^By(?=[A-Z]))",
    re.IGNORECASE,
)
_BY_LINE = re.compile(
    r"^(?:written\s+|posted\s+|story\s+)?by:?\s+(?P<names>[^|•·\d]{3,120})", re.IGNORECASE
)
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·\n–—/]|\s-\s|\b(?:updated|published|posted|for|in|at|on)\b|\s\d).*$",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_BAR = re.compile(r"\s*(?:[|•·]|\s/\s).*$", re.DOTALL)
_AND = re.compile(r"\s*(?:,\s*(?:and|&)|,|\s(?:and|&|with))\s+", re.IGNORECASE)
# Two to four words with capitals, of which none names a body or a job.
_PERSON = re.compile(
    r"(?!.*\b(?:Ministry|Department|Office|Agency|Press|News|Staff|Embassy|Council|Union|Nations"
    r"|Editor|Correspondent|Reporter|Writer|Columnist|Journalist)\b)"
    r"\w[\w.’'-]*(?:\s(?:(?:de|da|di|del|der|van|von|den|bin|al|el|la|le|dos|du)\s)*"
    r"[^\W\d_a-z][\w.’'-]*){1,3}"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@|[<>{}=\[\]]|^(?:admin|administrator|editors?|webmaster|null|none|undefined|guest"
    r"|user|staff|subject|show|court|newsroom|more|unknown|anonymous|view\s|see\s|follow\s|about\s"
    r"|author|share|contributors?)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_JOB = re.compile(
    r",\s+\b(?:staff|senior|chief|deputy|political)\b.*$"
    r"|,?\s+\b(?:(?:staff|senior|political)\s+)?(?:correspondent|reporter|editor|writer|columnist"
    r"|journalist|contributor)\b.*$",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"^([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
_LONGEST_NAME = 60
_MOST_WORDS = 7
_MOST_AUTHORS = 20


def authors(
    tree: html.HtmlElement,
    page: Sequence[HtmlBlock],
    fields: Fields,
    title: int | None,
    site: str | None,
) -> tuple[str, ...]:
    """Return the people and bodies who wrote the article, as its surest field names them.

    ``site`` is what publishes it: a page may name that as its author.
    """
    articles = [name for each in fields.articles if each.is_article for name in each.authors]
    told = (articles, *(fields.meta.get(name, []) for name in _AUTHORS))
    for names in told:
        found = tuple(dict.fromkeys(_names(names, site, shown=False)))
        if found:
            return found[:_MOST_AUTHORS]
    return tuple(dict.fromkeys(_names(_shown(tree, page, title), site, shown=True)))


def language(fields: Fields) -> str | None:
    """Return the code of the language (ISO 639) that the page declares, without a country."""
    for value in (fields.language, *(fields.first((name,)) for name in _LANGUAGES)):
        found = _LANGUAGE.match(value.strip())
        if found is not None:
            return found.group(1).lower()
    return None


def address(fields: Fields) -> str | None:
    """Return the address that the page gives as its own, None for none that is whole."""
    told = (each.url for each in fields.articles if each.is_article)
    for value in (
        fields.canonical,
        fields.first(("og:url",)),
        fields.first(("twitter:url",)),
        *told,
    ):
        value = f"https:{value}" if value.startswith("//") else value
        try:
            parts = urlsplit(value)
        except ValueError:
            continue
        if parts.scheme in {"http", "https"} and parts.netloc:
            return value
    return None


def _shown(tree: html.HtmlElement, page: Sequence[HtmlBlock], title: int | None) -> Iterator[str]:
    """Yield what the page shows as authors: marked elements, else a line by the title with "By"."""
    marked = [one_line(element.text_content()) for element in _LINKED(tree)[:_MOST_AUTHORS]]
    if marked:
        yield from marked[:3]
        return
    start = max(0, title - 3) if title is not None else 0
    for block in page[start : start + 20]:
        found = _BY_LINE.match(block.text)
        if found is not None and len(block.text) < 160:
            yield found.group("names")
            return


def _names(values: Iterable[str], site: str | None, *, shown: bool) -> Iterator[str]:
    """Yield the names in the values; what a page shows has more around them than what it tells."""
    for value in values:
        text = _BY.sub("", one_line(value))
        if site is not None and text.lower() == site.lower():
            yield text
            continue
        for part in _parts(text):
            name = (_AFTER_NAME if shown else _AFTER_BAR).sub("", part)
            name = _JOB.sub("", name).strip(" ,;:-–—")
            # The stop of an initial is part of the name.
            name = name if _INITIAL.search(name) else name.rstrip(".")
            if _is_name(name) and not _NO_NAME.search(part):
                yield name


def _is_name(name: str) -> bool:
    words = name.split()
    capital = name != name.lower() or not name.isascii() or len(words) > 1
    return capital and 1 <= len(words) <= _MOST_WORDS and 2 < len(name) <= _LONGEST_NAME


def _parts(text: str) -> Iterator[str]:
    """Yield the names of a list; a body whose name holds "and" or a comma stays whole."""
    for whole in text.split(";"):
        pieces = [piece.strip() for piece in _AND.split(_AFTER_BAR.sub("", whole)) if piece.strip()]
        people = list(takewhile(_PERSON.fullmatch, pieces))
        # After the people there may be a job: "Jane Roe and John Doe, Political Editors".
        yield from people or [whole.strip()]
