"""Which of the articles that a page's JSON-LD describes is the page's own."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_json import JsonArticle
from briefing.ingest.readers.web.html_marking import key

_SHORTEST = 12


def with_own_articles(fields: Fields, title: str) -> Fields:
    """Return the fields with the articles that are about another page among the others.

    Of several the own one has the headline or the address of the page. Where none has, it is the
    only one that names neither. An article alone is out where its headline and its address both
    say other things than the page.
    """
    articles = [each for each in fields.articles if each.is_article]
    around = [each for each in fields.articles if not each.is_article]
    own = _own(articles, fields, title)
    others = tuple(each for each in articles if each not in own)
    return replace(fields, articles=(*own, *around), others=others)


def _own(articles: Sequence[JsonArticle], fields: Fields, title: str) -> list[JsonArticle]:
    names = [key(text) for text in (title, fields.title, fields.first(("og:title",))) if text]
    places = {_place(fields.canonical), _place(fields.first(("og:url",)))} - {""}
    named = [each for each in articles if _is_named(each, names)]
    there = [each for each in articles if _place(each.url) in places]
    if named or there:
        return [each for each in articles if each in named or each in there]
    silent = [each for each in articles if not each.headline and not each.url]
    if len(articles) > 1:
        return silent if len(silent) == 1 else []
    is_other = any(each.headline and _place(each.url) and names and places for each in articles)
    return [] if is_other else list(articles)


def _is_named(article: JsonArticle, names: Sequence[str]) -> bool:
    own = key(article.headline)
    return any(
        own == name or (min(len(own), len(name)) >= _SHORTEST and (own in name or name in own))
        for name in names
        if own
    )


def _place(address: str) -> str:
    """Return what two spellings of an address share; an empty text for none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}" if host else ""
