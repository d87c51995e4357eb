"""Lines that a PDF draws in parts, put together: at raised note marks, and at bullets."""

import re
from collections.abc import Sequence

from briefing.ingest.list_marks import list_mark
from briefing.ingest.readers.pages.pdf_lines import Line

_NOTE = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
# In type sizes.
_MARK_REACH = 4.0
_SAME_BASE = 0.12
_TOUCHING = 1.2
_SPACE = 0.12
_RAISED = (0.15, 0.7)
_MARK_LENGTH = 6
_BULLETS = frozenset("•▪◦●○·‣■□➢➤►\u2043\uf0b7\uf0a7\uf0d8–—")


def mended(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with their parts joined, in the order in which the document draws them."""
    done: list[Line] = []
    for line in lines:
        before = done[-1] if done else None
        if before is not None and _is_part(before, line):
            done[-1] = _joined(before, line)
        else:
            done.append(line)
    return _with_marks(done)


def _is_part(before: Line, line: Line) -> bool:
    """Tell whether a line goes on where the one before broke off, or is its note mark."""
    gap = line.left - before.right
    if before.pieces or line.pieces or not -0.3 * before.size < gap < _TOUCHING * before.size:
        return False
    if abs(line.base - before.base) < _SAME_BASE * before.size:
        return True
    low, high = _RAISED
    raised = low * before.size < line.base - before.base < high * before.size
    return raised and line.size < 0.85 * before.size and _NOTE.fullmatch(line.text) is not None


def _joined(before: Line, line: Line) -> Line:
    if line.base - before.base > _SAME_BASE * before.size:
        return before._replace(text=f"{before.text}[{line.text}]", right=line.right)
    space = " " if line.left - before.right > _SPACE * before.size else ""
    larger = before if len(before.text) >= len(line.text) else line
    return larger._replace(
        text=f"{before.text}{space}{line.text}",
        left=before.left,
        right=line.right,
        bold=before.bold and line.bold,
        hyphen=line.hyphen,
    )


def _with_marks(lines: list[Line]) -> list[Line]:
    """Return the lines with bullets and numbers that stand alone put before their lines."""
    marks = [at for at, line in enumerate(lines) if is_mark(line.text)]
    for at in marks:
        mark = lines[at]
        beside = next((n for n in (at + 1, at - 1) if _is_beside(mark, lines, n)), None)
        if beside is not None:
            line = lines[beside]
            lines[beside] = line._replace(text=f"{mark.text} {line.text}", left=mark.left)
            lines[at] = mark._replace(text="")
    return [line for line in lines if line.text]


def _is_beside(mark: Line, lines: Sequence[Line], at: int) -> bool:
    if not 0 <= at < len(lines) or not lines[at].text or lines[at].turned != mark.turned:
        return False
    line = lines[at]
    near = -1 < line.left - mark.right < _MARK_REACH * line.size
    return near and abs(line.base - mark.base) < 0.6 * max(line.size, mark.size)


def is_mark(text: str) -> bool:
    """Tell whether a text is a bullet or number alone, as one stands before a list item."""
    return len(text) <= _MARK_LENGTH and (text in _BULLETS or list_mark(f"{text} x") is not None)
