"""What a page says of its article in JSON-LD (https://schema.org/Article), as plain fields."""

import html as html_entities
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing.ingest.characters import one_line

# What json.loads returns; a page may hold anything.
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_ARTICLES = re.compile(r"Article$|Posting$|^Report$|^Review$|^Statement$|^Interview$|^Report")
_PAGES = frozenset(
    {"WebPage", "ItemPage", "AboutPage", "VideoObject", "CreativeWork", "WebContent"}
)
# Where the article of the page may stand inside another object; related articles stand elsewhere.
_INWARDS = ("@graph", "mainEntity", "mainEntityOfPage")
_DEEPEST = 6
_LONGEST = 3_000_000
_WRAPPED = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?:-->|\]\]>)\s*;?\s*$|;\s*$")
_TAG = re.compile(r"<[^<>]{0,300}>")
_LOOSE = re.compile(
    r'"(datePublished|headline|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,500})"', re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class JsonArticle:
    """The fields of one object; empty where it has none. ``types`` are its schema.org types."""

    types: tuple[str, ...] = ()
    headline: str = ""
    description: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    url: str = ""
    body: str = ""
    section: str = ""

    @property
    def is_article(self) -> bool:
        """Tell whether the object is an article and not a page around one."""
        return any(_ARTICLES.search(name) for name in self.types)


def articles(scripts: Sequence[str]) -> tuple[JsonArticle, ...]:
    """Return what JSON-LD says of articles, and after them of pages, each in the page's order.

    A script that is no JSON gives what can be read of it without; nothing is raised.
    """
    found: list[JsonArticle] = []
    for script in scripts:
        value = _value(script)
        if value is None:
            found.extend(_loose(script))
        else:
            found.extend(_objects(value, 0))
    return (
        *(each for each in found if each.is_article),
        *(each for each in found if not each.is_article),
    )


def _value(script: str) -> Json:
    text = _WRAPPED.sub("", script[:_LONGEST])
    for attempt in (text, html_entities.unescape(text) if "&quot;" in text else ""):
        if attempt:
            try:
                value: Json = json.loads(attempt, strict=False)
            except (ValueError, RecursionError):
                continue
            return value
    return None


def _loose(script: str) -> Iterator[JsonArticle]:
    """Read the fields that a broken script names once."""
    if not re.search(r"Article|Posting", script):
        return
    fields: dict[str, set[str]] = {}
    for name, value in _LOOSE.findall(script[:_LONGEST]):
        fields.setdefault(name.lower(), set()).add(value)
    once = {name: values.pop() for name, values in fields.items() if len(values) == 1}
    yield JsonArticle(
        types=("Article",),
        headline=_plain(once.get("headline", "").replace('\\"', '"')),
        published=once.get("datepublished", ""),
        modified=once.get("datemodified", ""),
    )


def _objects(value: Json, depth: int) -> Iterator[JsonArticle]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value[:200]:
            yield from _objects(each, depth + 1)
    elif isinstance(value, dict):
        types = tuple(_words(value.get("@type")))
        if any(_ARTICLES.search(name) or name in _PAGES for name in types):
            yield _article(value, types)
        for key in _INWARDS:
            yield from _objects(value.get(key), depth + 1)


def _article(fields: dict[str, Json], types: tuple[str, ...]) -> JsonArticle:
    place = fields.get("mainEntityOfPage")
    url = _text(fields.get("url")) or _text(place) or _text(fields.get("@id"))
    return JsonArticle(
        types=types,
        headline=_plain(_text(fields.get("headline")) or _text(fields.get("name"))),
        description=_plain(_text(fields.get("description"))),
        published=_text(fields.get("datePublished")),
        modified=_text(fields.get("dateModified")),
        authors=tuple(
            _plain(name) for name in _names(fields.get("author") or fields.get("creator"))
        ),
        publisher=_plain(next(_names(fields.get("publisher")), "")),
        language=_text(fields.get("inLanguage")),
        url=url if url.startswith("http") else "",
        body=_text(fields.get("articleBody")),
        section=_text(fields.get("articleSection")),
    )


def _words(value: Json) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield each.rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def _text(value: Json) -> str:
    """Return a text, or what stands for one in an object: its value, id or name."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and value:
        return _text(value[0])
    if isinstance(value, dict):
        return next(
            (
                found.strip()
                for key in ("@value", "@id", "name", "url", "alternateName")
                if isinstance(found := value.get(key), str)
            ),
            "",
        )
    return ""


def _names(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value[:40]:
            yield from _names(each)
    elif isinstance(value, dict):
        name = value.get("name")
        yield from _names(name) if not isinstance(name, dict) else ()


def _plain(text: str) -> str:
    """Return a text without the tags and references that a field may hold."""
    return one_line(_TAG.sub(" ", html_entities.unescape(text))) if text else ""
