"""PDF: PDFium finds the letters; lines, columns and paragraphs are rebuilt from their places."""

import ctypes
import time
from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from briefing.ingest.raw import RawBlock, RawDocument
from briefing.ingest.readers.pages import ocr
from briefing.ingest.readers.pages.pdf_fields import fields
from briefing.ingest.readers.pages.pdf_flow import blocks
from briefing.ingest.readers.pages.pdf_furniture import is_printed_page
from briefing.ingest.readers.pages.pdf_lines import PageLines, page_lines
from briefing.model.errors import SourceError

_MOST_CHARACTERS = 20_000_000
_MOST_NAMED = 12
_MOST_OBJECTS = 2000
# A picture that covers this share of a page is a scan of it.
_SCANNED_SHARE = 0.6
_NO_LINES = PageLines((), 0.0, 0.0, 0.0, 0.0)


def read(data: bytes, name: str) -> RawDocument:
    """Return the text of a PDF in reading order, and the fields that it has.

    Running heads, page numbers and text that nobody sees are boilerplate; footnotes come after the
    text that they stand under. Raises SourceError for a file that is locked with a password, is
    damaged beyond reading, or has pictures of pages without text.
    """
    document = _opened(data, name)
    try:
        return _read(document, name)
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise SourceError(
                "“{name}” is locked with a password.",
                "Open it with its password, save it without one, and read that.",
                name=name,
            ) from error
        raise _damaged(name) from error


def _read(document: pypdfium2.PdfDocument, name: str) -> RawDocument:
    pages, pictures, damaged = _pages(document, name)
    if damaged and not any(page.lines for page in pages):
        raise _damaged(name)
    if not any(page.lines for page in pages):
        return _scanned(document, pictures, name)
    found, titled = blocks(pages)
    notices = [
        *_notice("Page {pages} is a picture without text and was not read.",
                 "Pages {pages} are pictures without text and were not read.", pictures),
        *_notice("Page {pages} is damaged and was not read.",
                 "Pages {pages} are damaged and were not read.", damaged),
    ]  # fmt: skip
    return RawDocument(
        blocks=found,
        metadata=fields(document, _first_text(pages)),
        structured=titled and not is_printed_page(pages),
        notices=tuple(notices),
    )


def _pages(
    document: pypdfium2.PdfDocument, name: str
) -> tuple[list[PageLines], list[int], list[int]]:
    """Return the lines of each page, and the numbers of pages that are pictures, and damaged."""
    pages: list[PageLines] = []
    pictures: list[int] = []
    damaged: list[int] = []
    length = 0
    for at in range(len(document)):
        try:
            lines, scanned = _page(document, at)
        except pypdfium2.PdfiumError:
            lines, scanned = _NO_LINES, False
            damaged.append(at + 1)
        pages.append(lines)
        if scanned and not lines.lines:
            pictures.append(at + 1)
        length += sum(len(line.text) for line in lines.lines)
        if length > _MOST_CHARACTERS:
            raise SourceError(
                "“{name}” holds more than {most} million characters of text.",
                "Split it into parts, then read those.",
                name=name,
                most=_MOST_CHARACTERS // 1_000_000,
            )
    return pages, pictures, damaged


def _page(document: pypdfium2.PdfDocument, at: int) -> tuple[PageLines, bool]:
    """Return the lines of a page and whether it is a picture; of a scan, the text under it."""
    page = document[at]
    try:
        found = page_lines(page)
        unseen = any(line.hidden for line in found.lines)
        if found.lines and not unseen:
            return found, False
        scanned = _is_picture(page, found)
        if unseen and scanned:
            seen = tuple(line._replace(hidden=False) for line in found.lines)
            found = found._replace(lines=seen)
        return found, scanned
    finally:
        page.close()


def _is_picture(page: pypdfium2.PdfPage, found: PageLines) -> bool:
    """Tell whether pictures cover most of a page."""
    whole = abs((found.right - found.left) * (found.top - found.bottom)) or 1.0
    covered = 0.0
    sides = [ctypes.c_float() for _ in range(4)]
    for number in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, number)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(item, *map(ctypes.byref, sides))
            left, bottom, right, top = (side.value for side in sides)
            covered += abs((right - left) * (top - bottom))
    return covered >= _SCANNED_SHARE * whole


def _scanned(document: pypdfium2.PdfDocument, pictures: Sequence[int], name: str) -> RawDocument:
    """Return the text that is recognised on pictures of pages. Raises SourceError."""
    program = ocr.installed()
    if not pictures:
        raise SourceError(
            "There is no text in “{name}”.", "Save it again with its text, then read it.", name=name
        )
    found, recognised, left = _recognised(document, pictures, program)
    if not found:
        raise _pictures_alone(name, tried=program is not None, count=len(pictures))
    first = " ".join(block.text for block in found)
    return RawDocument(
        blocks=found,
        metadata=replace(fields(document, first), title=None),
        notices=(
            *_notice(
                "The text of page {pages} was recognised from a picture and may hold mistakes.",
                "The text of pages {pages} was recognised from pictures and may hold mistakes.",
                recognised,
            ),
            *_notice(
                "Page {pages} was not recognised: it would have taken too long.",
                "Pages {pages} were not recognised: it would have taken too long.",
                left,
            ),
        ),
    )


def _recognised(
    document: pypdfium2.PdfDocument, pictures: Sequence[int], program: str | None
) -> tuple[tuple[RawBlock, ...], list[int], list[int]]:
    """Return the text of pictures, the pages that it is of, and those there was no time for."""
    found: list[RawBlock] = []
    recognised: list[int] = []
    left: list[int] = []
    if program is None or len(pictures) > ocr.MOST_PAGES:
        return (), [], []
    until = time.monotonic() + ocr.SECONDS_IN_ALL
    wanted = ocr.languages(program)
    for number in pictures:
        if time.monotonic() > until:
            left.append(number)
            continue
        page = document[number - 1]
        parts = ocr.recognised(page, program, wanted)
        page.close()
        found += [RawBlock(part) for part in parts]
        recognised += [number] if parts else []
    return tuple(found), recognised, left


def _pictures_alone(name: str, *, tried: bool, count: int) -> SourceError:
    hint = "Save it with recognised text, or install the program tesseract, then read it again."
    if tried:
        hint = "No words were recognised in them. Save it with its text, then read that."
    if tried and count > ocr.MOST_PAGES:
        hint = (
            f"Text is recognised on {ocr.MOST_PAGES} pages at most: split it, or save it with text."
        )
    return SourceError("“{name}” holds pictures of pages and no text.", hint, name=name)


def _damaged(name: str) -> SourceError:
    return SourceError(
        "“{name}” is no PDF that can be read: it is damaged or cut off.",
        "Get it again from where it came, or open it elsewhere and save it anew.",
        name=name,
    )


def _notice(one: str, more: str, numbers: Sequence[int]) -> tuple[str, ...]:
    if not numbers:
        return ()
    named = [str(number) for number in numbers[:_MOST_NAMED]]
    if len(numbers) > _MOST_NAMED:
        named.append(f"{len(numbers) - _MOST_NAMED} others")
    pages = " and ".join([*([", ".join(named[:-1])] if len(named) > 1 else []), named[-1]])
    return ((one if len(numbers) == 1 else more).format(pages=pages),)


def _first_text(pages: Sequence[PageLines]) -> str:
    first = next(page for page in pages if page.lines)
    return " ".join(line.text for line in first.lines)
