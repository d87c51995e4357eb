"""PDF: what stands at the edges of pages is a head, a note, or text that came twice by chance."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers.pdf import read
from briefing.model.source import PassageKind

_LEFT, _TOP, _LEADING = 56, 760, 12
_FIRST = (
    "The delegations of Freedonia and Sylvania met in the",
    "harbour town of Tamar to discuss the fishing grounds that",
    "both states claim, and agreed after two days of talks that",
    "their coast guards would share a telephone line from the",
    "first of the month onwards.",
)
_SECOND = ("No progress was made on the lighthouse of the bay.",)
_THIRD = ("Observers noted that the tone was warmer than last year.",)
_AGAIN = "the two sides went on to talk of the eels and nets as"

_NAMES = ("Ada", "Bodo", "Cyril", "Dora")


class _Pages:
    """A PDF in the making, of pages of lines from the top; a head and a note in small type."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self._canvas = Canvas(self._buffer, pagesize=A4, invariant=1)

    def page(self, *lines: str, head: str = "", note: str = "") -> None:
        for y, text, size in ((810, head, 8), (80, note, 8)):
            self._canvas.setFont("Times-Roman", size)
            self._canvas.drawString(_LEFT, y, text)
        self._canvas.setFont("Times-Roman", 10)
        for row, line in enumerate(lines):
            self._canvas.drawString(_LEFT, _TOP - row * _LEADING, line)
        self._canvas.showPage()

    def read(self) -> RawDocument:
        self._canvas.save()
        return read(self._buffer.getvalue(), "paper.pdf")


def _texts(document: RawDocument, *kinds: PassageKind | None) -> list[str]:
    return [block.text for block in document.blocks if block.kind in kinds]


def test_words_that_open_two_pages_by_chance_stay_in_the_text() -> None:
    pages = _Pages()
    for name, again in zip(_NAMES, ("", _AGAIN, _AGAIN, ""), strict=True):
        lines = [f"{name} {line}" for line in _FIRST]
        pages.page(*([again] if again else []), *lines, head="Office of the Straits")
    document = pages.read()
    assert " ".join(_texts(document, None, PassageKind.BODY)).count(_AGAIN) == 2
    assert _texts(document, PassageKind.BOILERPLATE) == ["Office of the Straits"] * 4


def test_a_head_in_the_type_of_the_text_and_close_to_it_is_a_head_where_most_pages_have_it() -> (
    None
):
    pages = _Pages()
    for name in _NAMES:
        pages.page("Office of the Straits", *(f"{name} {line}" for line in _FIRST))
    assert _texts(pages.read(), PassageKind.BOILERPLATE) == ["Office of the Straits"] * 4


def test_a_footnote_stands_after_a_paragraph_that_runs_on_over_the_page() -> None:
    note = "1 Minutes of the harbour master, second series."
    pages = _Pages()
    pages.page(*_SECOND, "", *_FIRST[:3], note=note)
    pages.page(*_FIRST[3:], "", *_THIRD)
    found = [block.text for block in pages.read().blocks]
    assert found == [_SECOND[0], " ".join(_FIRST), note, _THIRD[0]]
