"""What the paragraphs of a PDF are, by type size, weight and their first words."""

import re
from collections.abc import Sequence

from briefing.ingest.readers.pages.pdf_lines import Line
from briefing.ingest.readers.pages.pdf_order import Run
from briefing.ingest.readers.pages.pdf_paragraphs import Paragraph, Setting, opens_list
from briefing.ingest.shapes import ends_like_sentence, word_count
from briefing.model.source import PassageKind

_CAPTION = re.compile(
    r"^(?:(?:Figure|Fig\.|Table|Map|Chart|Box|Graph|Exhibit|Plate|Photo|Image)\s*"
    r"(?:\d{1,3}|[IVX]{1,5})(?:\.\d{1,2})?\s*[.:–—|]\s*\S"
    r"|(?:Photo|Image|Picture|Photograph|Credit|Photo credit|Foto)\s*(?::|by\s+[A-Z]))"
)
_NOTE = re.compile(r"^(?:\[?\d{1,3}\]?[.)]?|[*†‡§]{1,3}|\[[*†‡§]{1,3}\])\s*\S")
_NOTE_SIZE = 0.93
_LARGER = 1.12
_TITLE_LARGER = 1.15
_HEADING_WORDS = 24
_HEADING_LINES = 4
_CAPTION_WORDS = 80
_TITLE_REACH = 12
_TEXT_WORDS = 25


def kind(paragraph: Paragraph, usual: Setting) -> PassageKind | None:
    """Return what a paragraph is; None for running text."""
    first = paragraph.first
    words = sum(word_count(line.text) for line in paragraph.lines[:_HEADING_LINES])
    if words <= _CAPTION_WORDS and _CAPTION.match(first.text):
        return PassageKind.CAPTION
    if first.pieces:
        return PassageKind.BODY
    if _stands_out(paragraph, usual) and words <= _HEADING_WORDS:
        return PassageKind.HEADING
    return PassageKind.LIST if opens_list(first.text) else None


def _stands_out(paragraph: Paragraph, usual: Setting) -> bool:
    first, last = paragraph.first, paragraph.last
    if len(paragraph.lines) > _HEADING_LINES or not any(char.isalpha() for char in first.text):
        return False
    if first.size >= _LARGER * usual.size:
        return True
    heavy = first.bold and last.bold and not usual.bold and first.size >= 0.9 * usual.size
    return heavy and not last.text.endswith((".", ",", ";")) and not last.hyphen


def title_place(
    found: Sequence[tuple[Paragraph, PassageKind | None]], usual: Setting
) -> range | None:
    """Return the places of the title: the largest lines before the text, or its first heading.

    Lines of the same size that follow it are part of it; None where nothing stands out.
    """
    candidates: list[int] = []
    for at, (paragraph, what) in enumerate(found[:_TITLE_REACH]):
        if what is PassageKind.HEADING:
            candidates.append(at)
        elif what is None and _words(paragraph) >= _TEXT_WORDS:
            break
    if not candidates:
        return None
    largest = max(found[at][0].first.size for at in candidates)
    if largest >= _TITLE_LARGER * usual.size:
        start = next(at for at in candidates if found[at][0].first.size >= largest - 0.1)
    else:
        start = max(candidates, key=lambda at: (min(_words(found[at][0]), 5), -at))
    end = start + 1
    while end in candidates and _goes_on(found[end - 1][0].last, found[end][0].first):
        end += 1
    return range(start, end)


def _words(paragraph: Paragraph) -> int:
    return sum(word_count(line.text) for line in paragraph.lines)


def _goes_on(before: Line, line: Line) -> bool:
    near = 0 < before.base - line.base < 2 * line.size
    return abs(before.size - line.size) < 0.1 and before.bold == line.bold and near


def split_notes(runs: Sequence[Run], usual: Setting, middle: float) -> tuple[list[Run], list[Run]]:
    """Return the stretches of a page without its footnotes, and the footnotes, one a stretch.

    A footnote stands below the middle of the page, in smaller type, at the end of its column, and
    begins with a number or a star.
    """
    text: list[Run] = []
    notes: list[Run] = []
    for run in runs:
        at = _first_note(run, usual, middle)
        if at:
            text.append(run[:at])
        for line in run[at:]:
            if _NOTE.match(line.text) or not notes:
                notes.append([line])
            else:
                notes[-1].append(line)
    return text, notes


def _first_note(run: Run, usual: Setting, middle: float) -> int:
    """Return the place of the first line of the footnotes that end a stretch, or its length."""
    start = len(run)
    while start and run[start - 1].size <= _NOTE_SIZE * usual.size and not run[start - 1].pieces:
        start -= 1
    for at in range(start, len(run)):
        if run[at].base < middle and _NOTE.match(run[at].text) and not _is_heading(run[at]):
            return at
    return len(run)


def _is_heading(line: Line) -> bool:
    return line.bold and not ends_like_sentence(line.text)
