"""The blocks of a PDF from the lines of its pages: text that runs on over columns and pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.ingest.characters import one_line
from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.pages.pdf_furniture import furniture
from briefing.ingest.readers.pages.pdf_kinds import kind, split_notes, title_place
from briefing.ingest.readers.pages.pdf_lines import Line, PageLines
from briefing.ingest.readers.pages.pdf_order import Run, reading_order
from briefing.ingest.readers.pages.pdf_paragraphs import (
    BULLET,
    Paragraph,
    Setting,
    continues,
    paragraphs,
    setting,
)
from briefing.ingest.readers.pages.pdf_words import Words
from briefing.model.source import PassageKind

# Ligatures, and the bullets of symbol fonts, which have no place of their own in Unicode.
_LETTERS = str.maketrans({
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", "\uf02d": "-",
})  # fmt: skip
_TO_SPELL = tuple(map(chr, _LETTERS))
# The number of a footnote, drawn without a space before its text.
_GLUED = re.compile(r"^(\d{1,3})(?=[^\W\d_]{2})")
_LONG_RUN = 5
_FEWEST_FOR_EDGE = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph and what it is; ``aside`` when the text around it runs on past it."""

    paragraph: Paragraph
    kind: PassageKind | None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """A page sorted out: its stretches of text, and the lines around them from top to bottom."""

    runs: tuple[Run, ...]
    heads: tuple[Line, ...]
    feet: tuple[Line, ...]
    unseen: tuple[Line, ...]
    middle: float


def blocks(pages: Sequence[PageLines]) -> tuple[tuple[RawBlock, ...], bool]:
    """Return the blocks of a document in reading order, and whether its title stands out in it."""
    sorted_out = [
        _sorted_out(page, aside) for page, aside in zip(pages, furniture(pages), strict=True)
    ]
    usual = setting([run for page in sorted_out for run in page.runs])
    items = [item for page in sorted_out for item in _items(page, usual)]
    items, titled = _titled(_flowing(items, usual), usual)
    words = Words([line for page in sorted_out for run in page.runs for line in run])
    found = (_block(item, words) for item in items)
    return tuple(block for block in found if block.text), titled


def _sorted_out(page: PageLines, furniture_places: frozenset[int]) -> _Page:
    middle = (page.top + page.bottom) / 2
    text: list[Line] = []
    around: list[Line] = []
    unseen: list[Line] = []
    for place, line in enumerate(page.lines):
        if line.turned or line.hidden:
            unseen.append(line)
        elif place in furniture_places:
            around.append(line)
        else:
            text.append(line)
    around.sort(key=lambda line: (-line.base, line.left))
    return _Page(
        runs=tuple(reading_order(text)),
        heads=tuple(line for line in around if line.base > middle),
        feet=tuple(line for line in around if line.base <= middle),
        unseen=tuple(unseen),
        middle=middle,
    )


def _items(page: _Page, usual: Setting) -> Iterator[_Item]:
    yield from _set_aside(page.heads)
    text, notes = split_notes(page.runs, usual, page.middle)
    for run in text:
        for paragraph in paragraphs(run, _edge(run, text), usual):
            what = kind(paragraph, usual)
            yield _Item(paragraph, what, aside=what is PassageKind.CAPTION)
    for note in notes:
        paragraph = Paragraph(tuple(note), max(line.right for line in note))
        yield _Item(paragraph, PassageKind.LIST, aside=True)
    yield from _set_aside(page.feet)
    yield from _set_aside(page.unseen)


def _set_aside(lines: Sequence[Line]) -> Iterator[_Item]:
    for line in lines:
        yield _Item(Paragraph((line,), line.right), PassageKind.BOILERPLATE, aside=True)


def _edge(run: Run, runs: Sequence[Run]) -> float:
    """Return how far right the lines of a stretch reach; few lines are measured by others."""
    own = max(line.right for line in run)
    if len(run) >= _LONG_RUN:
        return own
    first = run[0]
    others = (
        max(line.right for line in other)
        for other in runs
        if len(other) >= _FEWEST_FOR_EDGE
        and abs(other[-1].left - first.left) < 2 * first.size
        and abs(other[-1].size - first.size) < 0.1 * first.size
    )
    return max(own, *others, own)


def _flowing(items: Sequence[_Item], usual: Setting) -> list[_Item]:
    """Return the items with paragraphs joined that a column, a page or a picture parts."""
    done: list[_Item] = []
    opened: _Item | None = None
    waiting: list[_Item] = []
    for item in items:
        if item.aside:
            waiting.append(item)
        elif opened and _run_on(opened, item, waiting, usual):
            opened = replace(opened, paragraph=opened.paragraph.joined(item.paragraph))
        else:
            done += [*([opened] if opened else []), *waiting]
            opened, waiting = item, []
    return [*done, *([opened] if opened else []), *waiting]


def _run_on(opened: _Item, item: _Item, waiting: Sequence[_Item], usual: Setting) -> bool:
    if PassageKind.HEADING in {opened.kind, item.kind} or item.kind is PassageKind.LIST:
        return False
    last, first = opened.paragraph.last, item.paragraph.first
    parted = bool(waiting) or not 0 < last.base - first.base < 4 * usual.leading
    return parted and continues(opened.paragraph, item.paragraph, usual)


def _titled(items: list[_Item], usual: Setting) -> tuple[list[_Item], bool]:
    """Return the items with the title, whole, marked as such, and whether there is one."""
    text = [at for at, item in enumerate(items) if not item.aside]
    place = title_place([(items[at].paragraph, items[at].kind) for at in text], usual)
    if place is None:
        return items, False
    parts = [text[at] for at in place]
    whole = items[parts[0]].paragraph
    for at in parts[1:]:
        whole = whole.joined(items[at].paragraph)
    done = [item for at, item in enumerate(items) if at not in parts[1:]]
    done[parts[0]] = _Item(whole, PassageKind.TITLE)
    return done, True


def _block(item: _Item, words: Words) -> RawBlock:
    text = words.text(item.paragraph.lines)
    if any(map(text.__contains__, _TO_SPELL)):
        text = text.translate(_LETTERS)
    if item.kind is PassageKind.LIST:
        text = _GLUED.sub(r"\1 ", BULLET.sub("", text, count=1))
    return RawBlock(one_line(text), item.kind)
