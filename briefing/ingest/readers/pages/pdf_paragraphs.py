"""Paragraphs from the lines of a stretch of text: by spacing, indents, and how full lines are."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.ingest.list_marks import NUMBER
from briefing.ingest.readers.pages.pdf_lines import Line
from briefing.ingest.readers.pages.pdf_order import Run, gaps
from briefing.ingest.shapes import ends_like_sentence

BULLET = re.compile(
    r"^(?:[•▪◦●○·‣■□➢➤►\u2043\uf0b7\uf0a7\uf0d8]|[-–—*](?=\s)|o(?=\s[A-Z]))\s*(?=\S)"
)
_OPEN_END = re.compile(r"[,;]$|\b(?:and|or|of|the|to|in|a|an|for|with|by|on|at|from|that)$")
# In type sizes.
_INDENT = 0.8
_LARGEST_INDENT = 6.0
_SLACK = 0.6
_SPACED = 1.28
_USUAL_LEADING = 1.2
_FEWEST_GAPS = 3
# A share of the lines of a column: a paragraph's last line is seldom so long and yet cut short.
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Setting:
    """How most of a document is set: type size and distance of lines in points, its weight."""

    size: float
    leading: float
    bold: bool
    indented: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; ``edge`` is how far right the lines of their column reach."""

    lines: tuple[Line, ...]
    edge: float
    indented: bool = False

    @property
    def first(self) -> Line:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The last line."""
        return self.lines[-1]

    def joined(self, other: "Paragraph") -> "Paragraph":
        """Return this paragraph with another at its end."""
        return Paragraph((*self.lines, *other.lines), other.edge, self.indented)


def setting(runs: Sequence[Run]) -> Setting:
    """Return how the text of a document is set, by what holds for most of its characters."""
    sizes: Counter[float] = Counter()
    heavy = total = 0
    for run in runs:
        for line in run:
            sizes[round(line.size, 1)] += len(line.text)
            total += len(line.text)
            heavy += len(line.text) if line.bold else 0
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    usual = [[line for line in run if abs(line.size - size) < 0.15] for run in runs]
    distances = Counter(gaps(usual)).most_common(1)
    leading = distances[0][0] if distances else _USUAL_LEADING * size
    return Setting(size, leading, 2 * heavy > total, _uses_indents(usual))


def _uses_indents(runs: Iterable[Run]) -> bool:
    """Tell whether paragraphs begin with an indented line: one such line in thirty will do."""
    indented = lines = 0
    for run in runs:
        lines += len(run)
        for before, line, after in zip(run, run[1:], run[2:], strict=False):
            if not opens_list(before.text) and not opens_list(after.text):
                indented += _is_indented(before, line) and _is_indented(after, line)
    return indented >= max(1, lines / 30)


def paragraphs(run: Run, edge: float, usual: Setting) -> list[Paragraph]:
    """Return the paragraphs of a stretch whose lines reach as far right as ``edge``, in points."""
    leading = _leading(run, usual)
    left = min(line.left for line in run)
    found: list[list[Line]] = [[run[0]]]
    for at in range(1, len(run)):
        before, line = run[at - 1], run[at]
        after = run[at + 1] if at + 1 < len(run) else None
        if (
            before.base - line.base > _SPACED * leading
            or before.bold != line.bold
            or before.pieces
            or line.pieces
            or _opens_item(before, line, edge)
            or _starts_by_indent(found[-1], line, after)
            or _had_room(before, line, edge)
        ):
            found.append([line])
        else:
            found[-1].append(line)
    return [
        Paragraph(tuple(lines), edge, lines[0].left > left + _INDENT * lines[0].size)
        for lines in found
    ]


def continues(before: Paragraph, after: Paragraph, usual: Setting) -> bool:
    """Tell whether a paragraph goes on with another that stands in the next column or page."""
    last, first = before.last, after.first
    if last.hyphen:
        return True
    if opens_list(first.text) or last.pieces or first.pieces or last.bold != first.bold:
        return False
    if abs(last.size - first.size) > 0.06 * last.size:
        return False
    full = not _has_room(last, first, before.edge)
    if ends_like_sentence(last.text):
        return usual.indented and full and not after.indented and len(after.lines) > 1
    return full or first.text[0].islower() or _OPEN_END.search(last.text) is not None


def opens_list(text: str) -> bool:
    """Tell whether a line begins with a bullet or a number."""
    return BULLET.match(text) is not None or NUMBER.match(text) is not None


def _leading(run: Run, usual: Setting) -> float:
    distances = gaps([run])
    if abs(run[0].size - usual.size) < 0.15 and usual.leading:
        return usual.leading
    if len(distances) >= _FEWEST_GAPS:
        return Counter(distances).most_common(1)[0][0]
    return max(usual.leading / usual.size, _USUAL_LEADING) * run[0].size


def _opens_item(before: Line, line: Line, edge: float) -> bool:
    if BULLET.match(line.text):
        return not before.hyphen
    if not NUMBER.match(line.text):
        return False
    moved = abs(before.left - line.left) > _INDENT * line.size
    return (
        moved
        or ends_like_sentence(before.text)
        or before.text[-1:] in ":;"
        or _has_room(before, line, edge)
    )


def _is_indented(before: Line, line: Line) -> bool:
    return _INDENT * line.size < line.left - before.left < _LARGEST_INDENT * line.size


def _starts_by_indent(paragraph: Sequence[Line], line: Line, after: Line | None) -> bool:
    """Tell whether the edge of a line opens a paragraph: indented alone, or hung out again."""
    before = paragraph[-1]
    if before.hyphen:
        return False
    if _is_indented(before, line):
        if len(paragraph) == 1 and opens_list(before.text):
            return False
        hanging = len(paragraph) == 1 and (after is None or not _is_indented(after, line))
        return not hanging and not _is_centred(before, line)
    if _is_indented(line, before) and len(paragraph) > 1:
        return not _is_centred(before, line)
    return False


def _is_centred(before: Line, line: Line) -> bool:
    middle = abs((before.left + before.right) - (line.left + line.right)) / 2
    return middle < 0.3 * line.size


def _had_room(before: Line, line: Line, edge: float) -> bool:
    """Tell whether a line was ended although the next word had room in it."""
    if before.hyphen or not _has_room(before, line, edge):
        return False
    long = before.right - before.left > _HALF * (edge - before.left)
    goes_on = line.text[0].islower() and not ends_like_sentence(before.text)
    return not (goes_on and long)


def _has_room(before: Line, line: Line, edge: float) -> bool:
    space = line.text.find(" ")
    word = len(line.text) if space < 0 else space
    width = (line.right - line.left) / len(line.text) * (word + 1)
    return before.right + width < edge - _SLACK * line.size
