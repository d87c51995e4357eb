"""XML of a stranger's document, parsed without entities, without its DTD and without a network."""

import re
from collections.abc import Callable, Mapping

from lxml import etree

from briefing.ingest.decoding import MARKS
from briefing.model.errors import SourceError

# XML 1.0, appendix F: without a mark, the zero bytes of the first character tell UTF-16.
_WIDE = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DECLARATION = re.compile(rb"\s*<\?xml\b[^>]*>")
_UTF_8 = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii"))
# What may stand before a document type declaration: remarks, instructions and space.
_PROLOG = re.compile(rb"(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_DOCTYPE = re.compile(rb"""<!DOCTYPE(?:[^"'\[>]|"[^"]*"|'[^']*')*(\[)?""")


def parsed(data: bytes, name: str, *, allow_doctype: bool = False) -> etree._Element:
    """Return the root of some XML in ``data``, which is a part of the document ``name``.

    With ``allow_doctype`` a declaration that only names a document type is passed over; one that
    declares entities or anything else is refused always, before a parser has seen it.
    Raises SourceError for such a declaration, and for bytes that are no XML.
    """
    text = _without_doctype(_in_utf8(data, name), name, allow_doctype=allow_doctype)
    # The parser gets UTF-8 and nothing else, so that it reads the very characters looked at above.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error
    if root is None:
        raise damaged(name)
    return root


def by_tag(
    openers: Mapping[str, Callable[[etree._Element], bool]],
    closers: Mapping[str, Callable[[etree._Element], None]],
) -> tuple[Callable[[etree._Element], bool], Callable[[etree._Element], None]]:
    """Return what ``walk`` asks for, by the tag of each element; a tag not named is gone into."""

    def enter(element: etree._Element) -> bool:
        opener = openers.get(element.tag)
        return opener is None or opener(element)

    def leave(element: etree._Element) -> None:
        closer = closers.get(element.tag)
        if closer is not None:
            closer(element)

    return enter, leave


def walk(
    root: etree._Element,
    enter: Callable[[etree._Element], bool],
    leave: Callable[[etree._Element], None],
    say: Callable[[str], None] | None = None,
) -> None:
    """Go through a tree in the order of the text, however deep it is.

    ``enter`` gets each element and tells whether to go into it, ``leave`` each one that was gone
    into, at its end. ``say`` gets the characters before, between and after the elements inside.
    """
    if not enter(root):
        return
    if say is not None and root.text:
        say(root.text)
    inside = [(root, iter(root))]
    while inside:
        element, children = inside[-1]
        child = next(children, None)
        if child is None:
            inside.pop()
            leave(element)
            said = element.tail if inside else None
        elif enter(child):
            inside.append((child, iter(child)))
            said = child.text
        else:
            said = child.tail
        if say is not None and said:
            say(said)


def damaged(name: str) -> SourceError:
    """Return the error for a document whose parts cannot be made sense of."""
    return SourceError(
        "“{name}” is damaged: its text cannot be taken out of it.",
        "Open it in the program that wrote it, save it again, and read that.",
        name=name,
    )


def _in_utf8(data: bytes, name: str) -> bytes:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _recoded(data[len(mark) :], encoding, name)
    for start, encoding in _WIDE:
        if data.startswith(start):
            return _recoded(data, encoding, name)
    declared = _DECLARED.match(data[:300])
    if declared is None or declared.group(1).lower() in _UTF_8:
        return data
    return _recoded(data, declared.group(1).decode("ascii"), name)


def _recoded(data: bytes, encoding: str, name: str) -> bytes:
    try:
        return data.decode(encoding).encode("utf-8")
    except (UnicodeError, LookupError) as error:
        raise damaged(name) from error


def _without_doctype(text: bytes, name: str, *, allow_doctype: bool) -> bytes:
    declaration = _DECLARATION.match(text)
    start = text[declaration.end() :] if declaration else text
    prolog = _PROLOG.match(start)
    found = _DOCTYPE.match(start, prolog.end() if prolog else 0)
    if found is None:
        return start
    if found.group(1) or not allow_doctype:
        raise SourceError(
            "“{name}” holds declarations of its own that no office program writes; "
            "it may have been made to do harm, and was not read.",
            "If you trust its sender, open it in its own program, save it again, and read that.",
            name=name,
        )
    return start[found.end() :].removeprefix(b">")
