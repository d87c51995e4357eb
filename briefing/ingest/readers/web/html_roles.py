"""What the tag, class, id and attributes of an element say that its text is, beside the article."""

import re
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lxml import html


class Role(Enum):
    """What an element says of all text inside it; the article itself has none of these."""

    CAPTION = auto()
    COMMENT = auto()
    BYLINE = auto()
    STANDFIRST = auto()
    ASIDE = auto()
    BODY = auto()


_TAGS = {
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "nav": Role.ASIDE,
    "aside": Role.ASIDE,
    "footer": Role.ASIDE,
    "form": Role.ASIDE,
    "button": Role.ASIDE,
    "menu": Role.ASIDE,
    "dialog": Role.ASIDE,
    "label": Role.ASIDE,
    "address": Role.BYLINE,
    "time": Role.BYLINE,
}
_ARIA = {
    "navigation": Role.ASIDE,
    "complementary": Role.ASIDE,
    "contentinfo": Role.ASIDE,
    "search": Role.ASIDE,
    "banner": Role.ASIDE,
    "dialog": Role.ASIDE,
    "alertdialog": Role.ASIDE,
    "menu": Role.ASIDE,
    "menubar": Role.ASIDE,
    "toolbar": Role.ASIDE,
    "tablist": Role.ASIDE,
}
# Words of a class or an id, the parts of camelCase and of-dashed-names each being one.
_CAPTION = frozenset({
    "caption", "captions", "figcaption", "credit", "credits", "imagecredit", "photocredit",
    "imagecaption", "photocaption",
})  # fmt: skip
_COMMENT = frozenset({
    "comments", "commentlist", "disqus", "respond", "replies", "livefyre", "commenting", "coral",
    "spot-im", "openweb", "viafoura", "fbcomments", "dsq",
})  # fmt: skip
_BYLINE = frozenset({
    "byline", "bylines", "author", "authors", "bio", "timestamp", "datetime", "posted",
    "published", "pubdate", "contributor", "contributors", "writer", "journalist", "entrymeta",
    "postmeta", "authorbox", "biography", "readtime", "publishdate",
})  # fmt: skip
_STANDFIRST = frozenset({
    "standfirst", "dek", "deck", "subtitle", "subheadline", "subhead", "strapline", "lede",
    "teaserintro", "perex", "subheading", "stand-first", "subhed", "abstract",
})  # fmt: skip
_ASIDE = frozenset({
    "share", "sharing", "shares", "sharebar", "social", "socials", "sociable", "addthis",
    "sharethis", "related", "recirc", "recommended", "recommendation", "recommendations",
    "newsletter", "newsletters", "promo", "promos", "promotion", "sidebar", "nav", "navbar",
    "navigation", "menu", "submenu", "breadcrumb",
    "breadcrumbs", "footer", "cookie", "cookies", "consent", "gdpr", "advert", "advertisement",
    "advertising", "ad", "ads", "adslot", "adunit", "sponsor", "sponsored", "subscribe",
    "subscription", "signup", "popular", "trending", "teaser", "teasers", "tags", "taglist",
    "toolbar", "outbrain", "taboola", "zergnet", "readmore", "morestories", "pagination", "pager",
    "paging", "masthead", "donate", "donation", "copyright", "modal", "popup", "popover", "overlay",
    "topics", "categories", "jp-relatedposts", "yarpp", "crp", "nocontent", "noprint",
    "tooltip", "dropdown", "login", "signin", "mostread", "mostpopular", "upnext",
    "disclaimer", "toc", "carousel", "noscript", "ratings",
})  # fmt: skip
_PAIRS = {
    ("read", "more"): Role.ASIDE, ("read", "next"): Role.ASIDE, ("more", "stories"): Role.ASIDE,
    ("most", "read"): Role.ASIDE, ("most", "popular"): Role.ASIDE, ("up", "next"): Role.ASIDE,
    ("sign", "up"): Role.ASIDE, ("more", "on"): Role.ASIDE, ("more", "from"): Role.ASIDE,
    ("entry", "meta"): Role.BYLINE, ("post", "meta"): Role.BYLINE, ("article", "meta"): Role.BYLINE,
    ("post", "info"): Role.BYLINE, ("article", "info"): Role.BYLINE, ("entry", "info"): Role.BYLINE,
    ("read", "time"): Role.BYLINE, ("reading", "time"): Role.BYLINE, ("post", "date"): Role.BYLINE,
    ("pub", "date"): Role.BYLINE, ("publish", "date"): Role.BYLINE, ("entry", "date"): Role.BYLINE,
    ("article", "date"): Role.BYLINE, ("article", "tags"): Role.ASIDE, ("tag", "list"): Role.ASIDE,
    ("entry", "tags"): Role.ASIDE, ("post", "tags"): Role.ASIDE, ("tag", "cloud"): Role.ASIDE,
    ("tags", "links"): Role.ASIDE, ("cat", "links"): Role.ASIDE, ("post", "navigation"): Role.ASIDE,
    ("comment", "list"): Role.COMMENT, ("comment", "area"): Role.COMMENT,
    ("comment", "form"): Role.COMMENT, ("comment", "section"): Role.COMMENT,
    ("comment", "body"): Role.COMMENT, ("comment", "content"): Role.COMMENT,
    ("comment", "text"): Role.COMMENT, ("comment", "thread"): Role.COMMENT,
    ("article", "summary"): Role.STANDFIRST, ("article", "subtitle"): Role.STANDFIRST,
    ("sub", "title"): Role.STANDFIRST, ("sub", "headline"): Role.STANDFIRST,
    ("stand", "first"): Role.STANDFIRST, ("article", "intro"): Role.STANDFIRST,
    ("article", "lead"): Role.STANDFIRST, ("story", "summary"): Role.STANDFIRST,
    ("article", "body"): Role.BODY, ("story", "body"): Role.BODY, ("entry", "content"): Role.BODY,
    ("post", "content"): Role.BODY, ("post", "body"): Role.BODY, ("article", "content"): Role.BODY,
    ("article", "text"): Role.BODY, ("story", "content"): Role.BODY,
}  # fmt: skip
_PROPERTIES = {
    "author": Role.BYLINE, "creator": Role.BYLINE, "publisher": Role.BYLINE,
    "datePublished": Role.BYLINE, "dateModified": Role.BYLINE, "comment": Role.COMMENT,
    "caption": Role.CAPTION, "alternativeHeadline": Role.STANDFIRST, "articleBody": Role.BODY,
}  # fmt: skip
_WORDS = {
    word: role
    for role, words in (
        (Role.CAPTION, _CAPTION),
        (Role.COMMENT, _COMMENT),
        (Role.BYLINE, _BYLINE),
        (Role.STANDFIRST, _STANDFIRST),
        (Role.ASIDE, _ASIDE),
    )
    for word in words
}
# A class that says how a thing looks or what it has beside it: "has-sidebar", "no-share".
_ABOUT = frozenset({"has", "no", "with", "without", "not", "is", "hide", "show", "js", "theme"})
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_LONGEST_NAMES = 400
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|u-hidden-visually|screenreader|"
    r"assistive-text|offscreen|print-only|noshow|a11y-hidden)(?:\s|$)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])")


class Sign(NamedTuple):
    """A role, and the word that gives it: elements that share both are of one sort."""

    word: str
    role: Role


_BY_TAG = {tag: Sign(tag, role) for tag, role in _TAGS.items()}
# The attributes that name an element, the most telling first.
_NAMING = ("class", "id", "data-testid", "data-component")


class Look(NamedTuple):
    """What an element's attributes say: whether it is shown, and what its text is."""

    hidden: bool
    sign: Sign | None


_PLAIN = Look(hidden=False, sign=None)


def look(element: html.HtmlElement, tag: str) -> Look:
    """Return what an element says of its text.

    Hidden is what an attribute, a style or a class for readers' aids takes from sight.
    """
    items = element.items()
    by_tag = _BY_TAG.get(tag)
    if not items:
        return _PLAIN if by_tag is None else Look(hidden=False, sign=by_tag)
    attributes = dict(items)
    return Look(_is_hidden(attributes), by_tag or _by_attributes(attributes))


def _by_attributes(attributes: dict[str, str]) -> Sign | None:
    aria = attributes.get("role")
    if aria in _ARIA:
        return Sign(aria, _ARIA[aria])
    properties = attributes.get("itemprop")
    found = _by_property(properties) if properties else None
    for name in _NAMING:
        if found is not None:
            break
        names = attributes.get(name)
        found = _by_names(names[:_LONGEST_NAMES]) if names else None
    return found


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return attributes.get("hidden") != "until-found"
    style = attributes.get("style")
    if style and _HIDDEN_STYLE.search(style[:_LONGEST_NAMES]):
        return True
    names = attributes.get("class")
    return names is not None and _hides(names[:_LONGEST_NAMES])


@lru_cache(maxsize=8192)
def _hides(names: str) -> bool:
    return _HIDDEN_CLASS.search(names) is not None


def _by_property(names: str) -> Sign | None:
    for name in names.split():
        if name in _PROPERTIES:
            return Sign(name, _PROPERTIES[name])
    return None


@lru_cache(maxsize=8192)
def _by_names(names: str) -> Sign | None:
    """Return the role that a class or an id gives: of its names, the first that tells one."""
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(name)]
        if not words or words[0] in _ABOUT:
            continue
        one_word = name.lower()
        for pair in pairwise(words):
            if pair in _PAIRS:
                return Sign("-".join(words), _PAIRS[pair])
        if one_word in _WORDS:
            return Sign(one_word, _WORDS[one_word])
        for word in words:
            if word in _WORDS:
                return Sign("-".join(words), _WORDS[word])
        if words == ["comment"]:
            return Sign("comment", Role.COMMENT)
    return None
