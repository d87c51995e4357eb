"""Markdown with or without YAML front matter: headings, paragraphs, list items, fields."""

import re
from collections.abc import Mapping, Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.ingest.characters import one_line, without_unseen
from briefing.ingest.decoding import decode
from briefing.ingest.raw import RawBlock, RawDocument, RawMetadata
from briefing.ingest.readers.fields import as_date, as_member, as_text
from briefing.model.source import DateBasis, PassageKind, SourceKind

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TAG = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?(?:</(?:script|style)\s*>|\Z)|<[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_FEWEST_LINKS = 2
_BARS = " |·•»>/–—"
_UNKNOWN = frozenset({"unknown", "none", "n/a", "undated"})


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of a Markdown text, and the fields of its front matter."""
    decoded = decode(data, name)
    text = without_unseen(decoded.text)
    fields, length = front_matter(text)
    parser = MarkdownIt("commonmark").enable("table")
    return RawDocument(
        blocks=_blocks(parser.parse(text[length:])),
        metadata=metadata(fields),
        structured=True,
        front_lines=text[:length].count("\n"),
        notices=decoded.notices,
    )


def front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """Return the fields of the front matter and its length in characters; ({}, 0) without one."""
    found = _FRONT.match(text)
    if found is None:
        return {}, 0
    try:
        fields = yaml.safe_load(found.group(1))
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, 0
    if not isinstance(fields, dict):
        return {}, 0
    return {str(key).lower(): value for key, value in fields.items()}, found.end()


def metadata(fields: Mapping[str, object]) -> RawMetadata:
    """Return the known fields; ``retrieved`` is when the page was fetched, never when published."""
    published = as_date(fields.get("published", fields.get("date")))
    basis = as_member(fields.get("published_basis"), DateBasis)
    said = as_text(fields.get("published"))
    return RawMetadata(
        title=as_text(fields.get("title")),
        publisher=as_text(fields.get("publisher")),
        published=published,
        basis=basis if published and basis is not DateBasis.UNKNOWN else None,
        date_closed=basis is DateBasis.UNKNOWN or (said or "").lower() in _UNKNOWN,
        kind=as_member(fields.get("kind"), SourceKind),
        authors=_authors(fields.get("authors", fields.get("author"))),
        shown=as_date(fields.get("retrieved", fields.get("accessed", fields.get("saved")))),
        language=as_text(fields.get("language")),
        url=as_text(fields.get("url")),
    )


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(name for each in values if (name := as_text(each)) is not None)


def _blocks(tokens: list[Token]) -> tuple[RawBlock, ...]:
    blocks: list[RawBlock] = []
    items = 0
    heading: PassageKind | None = None
    row: list[str] | None = None
    for token in tokens:
        if token.type in {"list_item_open", "list_item_close"}:
            items += token.nesting
        elif token.type in {"heading_open", "heading_close"}:
            heading = _heading(token, blocks) if token.nesting == 1 else None
        elif token.type in {"tr_open", "tr_close"}:
            blocks.extend(_row(row))
            row = [] if token.nesting == 1 else None
        elif token.type == "inline" and row is not None:
            row.append(one_line(_words(token)))
        else:
            kind = heading or (PassageKind.LIST if items else None)
            blocks.extend(_leaf(token, kind))
    return tuple(block for block in blocks if block.text)


def _heading(token: Token, blocks: list[RawBlock]) -> PassageKind:
    titled = any(block.kind is PassageKind.TITLE for block in blocks)
    return PassageKind.TITLE if token.tag == "h1" and not titled else PassageKind.HEADING


def _row(cells: list[str] | None) -> list[RawBlock]:
    return [RawBlock(" | ".join(cells), PassageKind.BODY)] if cells else []


def _leaf(token: Token, kind: PassageKind | None) -> list[RawBlock]:
    if token.type == "inline":
        return [RawBlock(one_line(_words(token)), kind or _furniture(token))]
    if token.type in {"fence", "code_block"}:
        return [RawBlock(one_line(line), PassageKind.BODY) for line in token.content.split("\n")]
    if token.type == "html_block":
        return [RawBlock(one_line(_TAG.sub(" ", token.content)), PassageKind.BOILERPLATE)]
    return []


def _furniture(token: Token) -> PassageKind | None:
    children = [child for child in token.children or () if child.type != "softbreak"]
    only_pictures = bool(children) and all(child.type == "image" for child in children)
    if only_pictures:
        return PassageKind.CAPTION
    return PassageKind.BOILERPLATE if _is_menu(children) else None


def _is_menu(children: Sequence[Token]) -> bool:
    """Tell whether a paragraph is two or more links with nothing but bars between them."""
    depth = links = 0
    for child in children:
        links += child.type == "link_open"
        depth += child.nesting if child.type.startswith("link_") else 0
        if not depth and child.type == "text" and child.content.strip(_BARS):
            return False
    return links >= _FEWEST_LINKS


def _words(token: Token) -> str:
    words: list[str] = []
    for child in token.children or ():
        if child.type in {"text", "code_inline", "image"}:
            words.append(child.content)
        elif child.type in {"softbreak", "hardbreak"}:
            words.append(" ")
    return "".join(words)
