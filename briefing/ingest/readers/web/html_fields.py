"""What a page says of itself outside its text: meta elements, links, scripts of data, times."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import html

from briefing.ingest.characters import one_line
from briefing.ingest.readers.web.html_json import JsonArticle, articles

_LONGEST = 2000
_MOST_FIELDS = 2000


@dataclass(frozen=True, slots=True)
class Fields:
    """Names are in lower case, values on one line, each name's values in the page's order.

    ``articles`` are as html_json gives them; ``others`` are those that are found to be about other
    pages.
    """

    meta: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    canonical: str = ""
    articles: tuple[JsonArticle, ...] = ()
    others: tuple[JsonArticle, ...] = ()

    def first(self, names: Sequence[str]) -> str:
        """Return the first value of the first of the names that has one, else an empty text."""
        return next((self.meta[name][0] for name in names if name in self.meta), "")

    def descriptions(self) -> tuple[str, ...]:
        """Return what the page says its text is about, in a sentence or two each."""
        return tuple(
            text
            for name in ("og:description", "description", "twitter:description")
            for text in self.meta.get(name, ())[:1]
        )


def fields(tree: html.HtmlElement) -> Fields:
    """Return the fields of a parsed page; nothing is raised."""
    meta: dict[str, list[str]] = {}
    scripts: list[str] = []
    title = canonical = ""
    for element in tree.iter("meta", "script", "link", "title"):
        tag = element.tag
        if tag == "meta":
            _add(meta, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "link":
            if not canonical and (element.get("rel") or "").lower() == "canonical":
                canonical = element.get("href") or ""
        elif not title and element.text and not _in_picture(element):
            title = one_line(element.text[:_LONGEST])
    return Fields(
        meta=meta,
        title=title,
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        canonical=one_line(canonical[:_LONGEST]),
        articles=articles(scripts),
    )


def _add(meta: dict[str, list[str]], element: html.HtmlElement) -> None:
    value = one_line((element.get("content") or "")[:_LONGEST])
    if not value or len(meta) > _MOST_FIELDS:
        return
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(attribute)
        if name:
            meta.setdefault(name.strip().lower(), []).append(value)


def _in_picture(element: html.HtmlElement) -> bool:
    """Tell whether a title is that of a drawing in the page."""
    outer = element.getparent()
    return outer is not None and outer.tag in {"svg", "symbol", "g", "path"}
