"""The blocks of an HTML mail, with the quotations and signatures that its tags mark."""

import re

from lxml import html

from briefing.ingest.readers.letters.mail_quoted import Line
from briefing.ingest.readers.web.html_blocks import blocks_of, cut_at_tags, parsed

# Characters of a private area of Unicode, which no text that can be read has.
_QUOTE, _QUOTE_END, _ASIDE, _ASIDE_END = "\ue0f0", "\ue0f1", "\ue0f2", "\ue0f3"
_SIGNS = re.compile(f"[{_QUOTE}-{_ASIDE_END}]")
_QUOTES = frozenset({"gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote"})
_ASIDES = frozenset({"gmail_signature", "moz-signature", "applemailsignature", "signature"})
_HIDDEN = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|"
    r"max-height\s*:\s*0(?:px)?\s*(?:;|$)|font-size\s*:\s*0(?:px)?\s*(?:;|$))",
    re.IGNORECASE,
)
_LONGEST_STYLE = 2000
_CHARSET = re.compile(r"<meta\b[^>]{0,500}charset[^>]{0,500}>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
# The parser compares each attribute of a tag with every other; no mail needs so long a tag.
_LONG_TAG = re.compile(r"<([a-zA-Z][\w-]{0,20})\s[^<>]{20000,}>")
# Elements that a paragraph cannot stand beside.
_FIXED = frozenset({"html", "head", "body", "table", "thead", "tbody", "tfoot", "tr", "td", "th"})


def html_lines(page: str) -> list[Line]:
    """Return the blocks of a page in order, each with its depth of quotation.

    No error is raised; what the page hides is there, and aside.
    """
    text = _SIGNS.sub("", _CHARSET.sub("", _LONG_TAG.sub(r"<\1>", _DECLARATION.sub("", page))))
    tree = parsed(text)
    if tree is not None:
        _sign(tree)
    found = blocks_of(tree, shown_only=False) if tree is not None else ()
    depth = hidden = 0
    lines: list[Line] = []
    for block in found:
        if _SIGNS.fullmatch(block.text):
            depth += (block.text == _QUOTE) - (block.text == _QUOTE_END)
            hidden += (block.text == _ASIDE) - (block.text == _ASIDE_END)
        else:
            lines.append(Line(block.text, depth, block.kind, aside=hidden > 0))
    return lines or [Line(block.text) for block in cut_at_tags(text)]


def _sign(tree: html.HtmlElement) -> None:
    """Put a paragraph with a sign before and after each quotation and aside."""
    found = [(element, _sort(element)) for element in tree.iter("*")]
    for element, signs in found:
        if signs is None or element.getparent() is None:
            continue
        before, after = html.Element("p"), html.Element("p")
        before.text, after.text = signs
        after.tail, element.tail = element.tail, None
        element.addprevious(before)
        element.addnext(after)


def _sort(element: html.HtmlElement) -> tuple[str, str] | None:
    if element.tag in _FIXED:
        return None
    named = frozenset(f"{element.get('class') or ''} {element.get('id') or ''}".lower().split())
    cited = element.tag == "blockquote" and (element.get("type") or "").lower() == "cite"
    if cited or named & _QUOTES:
        return _QUOTE, _QUOTE_END
    if named & _ASIDES or _HIDDEN.search((element.get("style") or "")[:_LONGEST_STYLE]):
        return _ASIDE, _ASIDE_END
    return None
