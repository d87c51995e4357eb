"""The times that a page marks, told apart: those of its article, and those of other texts."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree, html

from briefing.ingest.readers.web.html_days import CHANGED, day_of
from briefing.ingest.readers.web.html_marking import key
from briefing.ingest.readers.web.html_roles import Role, look

_TIMES = etree.XPath(
    ".//time[@datetime or @pubdate] | .//*[contains(@itemprop, 'datePublished')]"
    " | .//*[@property='datePublished' or @property='dc:date']"
)
_PUBLISHED = re.compile(r"publi|entry-date|posted|pubdate|post-date|issued", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADED = etree.XPath("boolean(.//h1 | .//h2 | .//h3 | .//h4 | .//h5 | .//h6)")
_HIGHEST = 12
_MOST_TIMES = 200
_MOST_HEADINGS = 400
# An element with less text than this, headed by another title, is a link to another article.
_CARD = 500
_PARAGRAPH = 80
_FEW = 12
_WHOLE = frozenset({"article", "main"})
_PAGE = frozenset({"body", "html"})


@dataclass(frozen=True, slots=True)
class Times:
    """The days that call themselves those of publication, the other days of the article, the rest.

    ``others`` are days that stand beside the article: in lists of links, comments and sidebars.
    """

    published: tuple[dt.date, ...]
    plain: frozenset[dt.date]
    others: frozenset[dt.date]

    def best(self) -> Iterator[dt.date]:
        """Yield the days of publication, after them the one day that all other times name."""
        yield from self.published
        if len(self.plain) == 1:
            yield from self.plain


def times(tree: html.HtmlElement, title: str | None) -> Times:
    """Return the days of the elements that mark a time; ``title`` is what the article is called."""
    elements = _TIMES(tree)[:_MOST_TIMES]
    if not elements:
        return Times((), frozenset(), frozenset())
    head = _head(tree, key(title or ""))
    early = _early(tree, elements, head)
    published: list[dt.date] = []
    plain: set[dt.date] = set()
    others: set[dt.date] = set()
    for at, element in enumerate(elements):
        day = day_of(element.get("datetime") or element.get("content") or element.text_content())
        names = f"{element.get('class')} {element.get('itemprop')} {element.get('property')}"
        if day is None or CHANGED.search(names):
            continue
        is_marked = element.get("pubdate") is not None or _PUBLISHED.search(names) is not None
        if _is_beside(element) or not _is_own(
            element, head, is_early=at in early, is_marked=is_marked
        ):
            if _has_text_beside(element):
                others.add(day)
            continue
        if is_marked:
            published.append(day)
        plain.add(day)
    return Times(tuple(published), frozenset(plain), frozenset(others - plain))


def _head(tree: html.HtmlElement, title: str) -> html.HtmlElement | None:
    """Return the heading that shows the title, None where none does."""
    if not title:
        return None
    found = islice(tree.iter(*_HEADINGS), _MOST_HEADINGS)
    return next((each for each in found if title in key(each.text_content())), None)


def _early(
    tree: html.HtmlElement, elements: Sequence[html.HtmlElement], head: html.HtmlElement | None
) -> frozenset[int]:
    """Return the places, in the list, of the elements before the article's first paragraph."""
    places = {id(element): at for at, element in enumerate(elements)}
    found: set[int] = set()
    in_article = head is None
    for element in tree.iter():
        if element is head:
            in_article = True
        if id(element) in places:
            found.add(places[id(element)])
        if in_article and element is not head and _opens_text(element):
            break
    return frozenset(found)


def _opens_text(element: html.HtmlElement) -> bool:
    if element.tag in {"script", "style", "noscript", "template"} or not isinstance(
        element.tag, str
    ):
        return False
    if len((element.text or "").strip()) >= _PARAGRAPH:
        return True
    return element.tag == "p" and len(element.text_content().strip()) >= _PARAGRAPH


def _is_beside(element: html.HtmlElement) -> bool:
    """Tell whether an element stands in a comment, a sidebar or a list of other articles."""
    for outer in islice(element.iterancestors(), _HIGHEST):
        found = look(outer, outer.tag).sign
        if outer.tag in {*_WHOLE, "li"}:
            return bool(outer.tag == "li")
        if found is not None and found.role in {Role.ASIDE, Role.COMMENT}:
            return True
    return False


def _is_own(
    element: html.HtmlElement, head: html.HtmlElement | None, *, is_early: bool, is_marked: bool
) -> bool:
    """Tell whether a time stands in the article or its head and not at a link to another one."""
    own = list(head.iterancestors()) if head is not None else []
    around = [outer for outer in own[:2] if outer.tag not in _PAGE]
    for outer in islice(element.iterancestors(), _HIGHEST):
        if outer.tag in _PAGE:
            break
        holds_title = outer in own
        if holds_title and (outer.tag in _WHOLE or outer in around):
            return True
        if (head is not None and not holds_title and _is_card(outer)) or (
            outer.tag == "article" and _is_short(outer)
        ):
            return False
        if outer.tag in _WHOLE:
            return True
    return is_early or (is_marked and head is None)


def _has_text_beside(element: html.HtmlElement) -> bool:
    """Tell whether more than a day stands around a time, as a title does in a list of links."""
    outer = next(
        (each for each in element.iterancestors() if each.tag in {"li", "p", "div", *_WHOLE}), None
    )
    if outer is None:
        return False
    if not _is_short(outer):
        return True
    return len(key(outer.text_content())) > len(key(element.text_content())) + _FEW


def _is_card(element: html.HtmlElement) -> bool:
    return _is_short(element) and bool(_HEADED(element))


def _is_short(element: html.HtmlElement) -> bool:
    """Tell whether an element has little text, without reading all of a long one."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= _CARD:
            return False
    return True
