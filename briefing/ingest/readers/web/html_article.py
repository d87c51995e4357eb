"""Which blocks of a page are its article: the main text found, mended by the page's own marks."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.ingest.lexicon import fold
from briefing.ingest.readers.web.html_blocks import HtmlBlock
from briefing.ingest.readers.web.html_fields import Fields
from briefing.ingest.readers.web.html_marking import Alignment, key
from briefing.ingest.readers.web.html_roles import Role, Sign
from briefing.ingest.readers.web.html_title import Headline
from briefing.ingest.readers.web.html_trimming import outside
from briefing.ingest.shapes import ends_like_sentence
from briefing.model.source import PassageKind

Kind = PassageKind | None

_SAID = {
    Role.CAPTION: PassageKind.CAPTION,
    Role.COMMENT: PassageKind.COMMENT,
    Role.BYLINE: PassageKind.BOILERPLATE,
    Role.ASIDE: PassageKind.BOILERPLATE,
}
# Elements that hold more of the main text than this are no captions, comments or sidebars.
_ARTICLE_SHARE = 0.3
# An element that holds this much of the main text holds nothing but text of the article.
_HOME_SHARE = 0.2
_PARAGRAPHS = frozenset({"p", "blockquote", "pre"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_PARAGRAPH = 80
_SHORTEST_LEAD = 25
# The text that a page's fields give is believed over the one found where it is so much longer and
# stands on the page.
_MORE_TOLD = 1.4
_TOLD_SHOWN = 0.8
_SHORTEST_TOLD = 400
# A picture stands no further than this before the title or after the text.
_PICTURE_REACH = 6
_MOST_COPIES = 300


def kinds(
    page: Sequence[HtmlBlock],
    placed: Alignment,
    fields: Fields,
    title: Headline | None,
    authors: Sequence[str],
) -> list[Kind]:
    """Return what each block of a page is; None is text of the article with no more said of it."""
    kept = _with_told(page, placed, fields)
    said = _said(page, kept)
    if not any(kept):
        nothing_left = all(own is not None for own in said)
        return [None if nothing_left else own for own in said]
    shown = title.block if title is not None else None
    inside = [is_kept and own is None for is_kept, own in zip(kept, said, strict=True)]
    found = [*_left_out(page, inside, said), *_lead(page, inside, said, fields, shown)]
    for at in _without_copies(placed, inside, found):
        inside[at] = True
    for at in _rows(page, inside, said):
        inside[at] = True
    if shown is not None:
        inside[shown] = False
    for at in outside(page, inside, authors):
        inside[at] = False
    return _named(page, inside, said, title)


def _named(
    page: Sequence[HtmlBlock],
    inside: Sequence[bool],
    said: Sequence[Kind],
    title: Headline | None,
) -> list[Kind]:
    shown = title.block if title is not None else None
    name = fold(title.text) if title is not None else ""
    places = [at for at, is_inside in enumerate(inside) if is_inside]
    first = min([*places[:1], *([shown] if shown is not None else [])], default=0)
    last = places[-1] if places else len(page)
    found: list[Kind] = []
    for at, block in enumerate(page):
        if at == shown:
            found.append(PassageKind.TITLE)
        elif inside[at] and fold(block.text) != name:
            found.append(block.kind)
        elif said[at] is PassageKind.CAPTION and not -_PICTURE_REACH <= at - first <= (
            last - first + _PICTURE_REACH
        ):
            found.append(PassageKind.BOILERPLATE)
        else:
            found.append(said[at] or PassageKind.BOILERPLATE)
    return found


def _with_told(page: Sequence[HtmlBlock], placed: Alignment, fields: Fields) -> list[bool]:
    """Return which blocks are main text; the text in the page's fields helps where it is longer."""
    kept = placed.kept()
    body = next((each.body for each in fields.articles if each.is_article and each.body), "")
    if len(body) < _SHORTEST_TOLD:
        return kept
    letters = sum(length for length, is_kept in zip(placed.lengths, kept, strict=True) if is_kept)
    if len(key(body)) <= _MORE_TOLD * letters:
        return kept
    told = Alignment(page, body.split("\n"))
    if told.share < _TOLD_SHOWN:
        return kept
    return [first or second for first, second in zip(kept, told.kept(), strict=True)]


def _said(page: Sequence[HtmlBlock], kept: Sequence[bool]) -> list[Kind]:
    """Return what the elements around each block say of it, unless they hold the article itself."""
    total = 0
    weight: Counter[Sign] = Counter()
    for block, is_kept in zip(page, kept, strict=True):
        if is_kept:
            total += len(block.text)
            for sign in frozenset(block.signs):
                weight[sign] += len(block.text)
    article = {sign for sign, letters in weight.items() if letters > _ARTICLE_SHARE * total}
    return [_own(block, article) for block in page]


def _own(block: HtmlBlock, article: set[Sign]) -> Kind:
    found: Kind = None
    in_article = False
    for sign in block.signs:
        in_article = in_article or sign.role is Role.BODY
        # The visible part of an article that goes on behind a button.
        opening = in_article and "teaser" in sign.word and len(block.text) > _PARAGRAPH
        if sign in article or sign.role not in _SAID or opening:
            continue
        if sign.role is Role.COMMENT:
            return PassageKind.COMMENT
        found = found or _SAID[sign.role]
    return found


def _left_out(
    page: Sequence[HtmlBlock], inside: Sequence[bool], said: Sequence[Kind]
) -> Iterator[int]:
    """Yield the paragraphs and headings that were left out among those of the main text."""
    homes: Counter[int] = Counter()
    for block, is_inside in zip(page, inside, strict=True):
        if is_inside:
            homes[block.home] += len(block.text)
    total = sum(homes.values())
    follows = False
    for at in range(len(page) - 1, -1, -1):
        block = page[at]
        follows = follows or inside[at]
        if inside[at] or said[at] is not None or 2 * block.linked >= len(block.text):
            continue
        at_home = homes[block.home] >= _HOME_SHARE * total > 0
        if at_home and (block.tag in _PARAGRAPHS or (block.tag in _HEADINGS and follows)):
            yield at


def _rows(page: Sequence[HtmlBlock], inside: Sequence[bool], said: Sequence[Kind]) -> list[int]:
    """Return the rows of tables that stand between two paragraphs of the article, or at its end.

    A table is there as a whole or not at all.
    """
    texts = [at for at, is_inside in enumerate(inside) if is_inside and page[at].tag != "tr"]
    homes = {page[at].home for at in texts if len(page[at].text) > _PARAGRAPH}
    found: list[int] = []
    run: list[int] = []
    for at, block in enumerate([*page, None]):
        if block is not None and block.tag == "tr" and said[at] is None:
            run.append(at)
        elif run:
            between = bool(texts) and texts[0] < run[0] < texts[-1]
            if between or page[run[0]].home in homes or any(inside[each] for each in run):
                found += run
            run = []
    return found


def _without_copies(
    placed: Alignment, inside: Sequence[bool], found: Sequence[int]
) -> Iterator[int]:
    """Yield the numbers of the blocks with letters whose text the article does not have already."""
    run = "\n".join(placed.key(at) for at, is_inside in enumerate(inside) if is_inside)
    seen: set[str] = set()
    for at in found[:_MOST_COPIES]:
        own = placed.key(at)
        if own and own not in run and own not in seen and not own.isdigit():
            seen.add(own)
            yield at


def _lead(
    page: Sequence[HtmlBlock],
    inside: Sequence[bool],
    said: list[Kind],
    fields: Fields,
    title: int | None,
) -> Iterator[int]:
    """Yield the standfirst and first paragraphs between the title and the second long paragraph.

    What marked them as something else is taken out of ``said``.
    """
    longs = [at for at, block in enumerate(page) if inside[at] and len(block.text) > _PARAGRAPH]
    first = next((at for at, is_inside in enumerate(inside) if is_inside), None)
    if title is None or first is None:
        return
    told = {
        fold(text) for text in (*fields.descriptions(), *(a.description for a in fields.articles))
    }
    for at in range(title + 1, max([first, *longs[1:2]])):
        block = page[at]
        if inside[at] or 3 * block.linked > len(block.text) or len(block.text) < _SHORTEST_LEAD:
            continue
        standfirst = bool(block.signs) and block.signs[-1].role is Role.STANDFIRST
        if standfirst or (fold(block.text) in told and said[at] is not PassageKind.CAPTION):
            said[at] = None
            yield at
        elif said[at] is None and _is_paragraph(block):
            yield at


def _is_paragraph(block: HtmlBlock) -> bool:
    in_article = any(sign.role is Role.BODY for sign in block.signs)
    return in_article and len(block.text) > _PARAGRAPH and ends_like_sentence(block.text)
