"""Inlines as Word runs: links, citations with their endnote references, bookmarks."""

from collections.abc import Mapping
from itertools import count
from typing import assert_never

from briefing.document.inlines import Cite, Emphasis, Inline, Inlines, Link, Strong, Text
from briefing.exporters.characters import between_numbers, web_address
from briefing.exporters.survey import Survey
from briefing.exporters.word_xml import field, raw_run, run, styled


class Addresses:
    """The web addresses that one part of the package links to, by relationship id."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """Return the relationship id of a web address."""
        return self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")

    def by_id(self) -> Mapping[str, str]:
        """Return addresses by relationship id."""
        return {id_: address for address, id_ in self._ids.items()}


def heading_bookmark(key: str) -> str:
    """Return the bookmark of a heading; Word allows letters, digits and underscores."""
    return f"_{key.replace('-', '_')}"


def note_bookmark(number: int) -> str:
    """Return the bookmark of the first reference to a Note."""
    return f"_note_{number}"


def source_bookmark(number: int) -> str:
    """Return the bookmark of a line in the list of Sources."""
    return f"_source_{number}"


class InlineWriter:
    """Writes inlines of one part; knows which Notes have been referred to already.

    ``automatic`` lets Word count the endnotes; it is right only when the Notes are numbered
    from 1 in the order in which the text first cites them. Else the numbers are written out.
    """

    def __init__(self, found: Survey, *, automatic: bool) -> None:
        self.addresses = Addresses()
        self._found = found
        self._automatic = automatic
        self._cited: set[int] = set()
        self._ids = count(1)

    def runs(self, inlines: Inlines, into: str = "", *, upright: bool = False) -> str:
        """Return the runs; ``into`` is a bookmark that words without a link of their own lead to.

        ``upright`` sets emphasis upright, where the words around it are in italics.
        """
        return "".join(self._inline(piece, into, upright) for piece in inlines)

    def bookmarked(self, name: str, inner: str) -> str:
        """Return the runs between the two ends of a bookmark."""
        number = next(self._ids)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _inline(self, piece: Inline, into: str, upright: bool) -> str:
        match piece:
            case Text():
                return _led(into, run(piece.text))
            case Emphasis():
                style = "EmphasisUpright" if upright else "Emphasis"
                return _led(into, run(piece.text, styled(style)))
            case Strong():
                return _led(into, run(piece.text, styled("Strong")))
            case Link():
                return self._link(piece)
            case Cite():
                return self._cite(piece)
            case _:
                assert_never(piece)

    def _link(self, link: Link) -> str:
        shown = run(link.text, styled("Hyperlink"))
        if link.target.startswith("#"):
            return _led(heading_bookmark(self._found.anchors[link.target[1:]]), shown)
        address = web_address(link.target)
        if not address:
            return run(link.text)
        id_ = self.addresses.id_of(address)
        return f'<w:hyperlink r:id="{id_}" w:history="1">{shown}</w:hyperlink>'

    def _cite(self, cite: Cite) -> str:
        if not cite.numbers:
            return ""
        mark = styled("Citation")
        between = run(between_numbers(len(cite.numbers)), mark)
        references = between.join(self._reference(number) for number in cite.numbers)
        return f"{run('[', mark)}{references}{run(']', mark)}"

    def _reference(self, number: int) -> str:
        name = note_bookmark(number)
        if number in self._cited:
            # \f keeps the look of a reference when a reader has Word count anew.
            return field(f"NOTEREF {name} \\f \\h", str(number), styled("EndnoteReference"))
        self._cited.add(number)
        if self._automatic:
            inner = f'<w:endnoteReference w:id="{number}"/>'
        else:
            inner = (
                f'<w:endnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{number}</w:t>'
            )
        return self.bookmarked(name, raw_run(inner, styled("EndnoteReference")))


def _led(bookmark: str, inner: str) -> str:
    if not bookmark:
        return inner
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inner}</w:hyperlink>'


def led_to(bookmark: str, text: str, style: str) -> str:
    """Return a link inside the document, in a character style."""
    return _led(bookmark, run(text, styled(style)))
