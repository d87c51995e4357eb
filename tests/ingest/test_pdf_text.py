"""PDF: columns, paragraphs, heads and feet, hyphens, notes, headings, lists and tables."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers.pdf import read
from briefing.model.source import PassageKind

_SIZE = 10
_LEADING = 12
_FONT = "Times-Roman"
_LEFT, _TOP = 56, 760

_FIRST = (
    "The delegations of Freedonia and Sylvania met in the harbour town of Tamar to discuss the "
    "fishing grounds that both states claim, and agreed after two days of talks that their coast "
    "guards would share a telephone line from the first of the month onwards."
)
_SECOND = (
    "No progress was made on the lighthouse. The minister of Sylvania said that the lamp would "
    "be lit by his own keepers, while the envoy of Freedonia held that it must be lit by both."
)
_THIRD = (
    "Observers noted that the tone was warmer than last year, when the two sides had left the "
    "table without so much as a common statement to the press that was waiting outside the door."
)


def _filled(text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, _FONT, _SIZE) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class _Sheet:
    """A PDF in the making; places in points from the lower left."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, invariant=1)

    def line(self, x: float, y: float, text: str, size: float = _SIZE, font: str = _FONT) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def column(self, x: float, y: float, width: float, *paragraphs: str, gap: float = 8) -> float:
        for paragraph in paragraphs:
            for line in _filled(paragraph, width):
                self.line(x, y, line)
                y -= _LEADING
            y -= gap
        return y

    def page(self) -> None:
        self.canvas.showPage()

    def read(self) -> RawDocument:
        self.canvas.save()
        return read(self._buffer.getvalue(), "paper.pdf")


def _texts(document: RawDocument, *kinds: PassageKind | None) -> list[str]:
    return [block.text for block in document.blocks if block.kind in kinds]


def _body(document: RawDocument) -> list[str]:
    return _texts(document, None, PassageKind.BODY)


def test_paragraphs_are_rebuilt_from_lines() -> None:
    sheet = _Sheet()
    sheet.column(_LEFT, _TOP, 400, _FIRST, _SECOND)
    assert _body(sheet.read()) == [_FIRST, _SECOND]


def test_paragraphs_without_space_between_are_told_by_indents() -> None:
    sheet = _Sheet()
    y = _TOP
    for text in (_FIRST, _SECOND, _THIRD):
        for at, line in enumerate(_filled(text, 240)):
            sheet.line(_LEFT + (14 if at == 0 else 0), y, line)
            y -= _LEADING
    assert _body(sheet.read()) == [_FIRST, _SECOND, _THIRD]


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other(count: int) -> None:
    width = 440 / count
    lines = _filled(" ".join([_FIRST, _SECOND, _THIRD]), width)
    length = -(-len(lines) // count)
    sheet = _Sheet()
    sheet.line(_LEFT, _TOP, "A line may be crossed by telephone", 18, "Helvetica-Bold")
    for at, line in enumerate(lines):
        sheet.line(_LEFT + at // length * (width + 20), _TOP - 40 - at % length * _LEADING, line)
    document = sheet.read()
    assert document.structured
    assert _texts(document, PassageKind.TITLE) == ["A line may be crossed by telephone"]
    assert _body(document) == [" ".join([_FIRST, _SECOND, _THIRD])]


def test_columns_drawn_row_by_row_are_still_read_one_after_the_other() -> None:
    left, right = _filled(_FIRST, 220), _filled(_SECOND, 220)
    sheet = _Sheet()
    for at in range(max(len(left), len(right))):
        for x, column in ((_LEFT, left), (_LEFT + 240, right)):
            if at < len(column):
                sheet.line(x, _TOP - at * _LEADING, column[at])
    assert _body(sheet.read()) == [_FIRST, _SECOND]


def test_columns_drawn_from_right_to_left_are_read_from_left_to_right() -> None:
    sheet = _Sheet()
    sheet.column(_LEFT + 240, _TOP, 220, _SECOND)
    sheet.column(_LEFT, _TOP, 220, _FIRST)
    assert _body(sheet.read()) == [_FIRST, _SECOND]


def test_a_paragraph_runs_on_over_the_page_past_heads_and_feet() -> None:
    lines = _filled(_FIRST, 240)
    sheet = _Sheet()
    for number, part in enumerate((lines[:3], lines[3:]), start=7):
        sheet.line(_LEFT, 810, "Office of the Straits", 8)
        for at, line in enumerate(part):
            sheet.line(_LEFT, _TOP - at * _LEADING, line)
        sheet.line(280, 30, f"– {number} –", 8)
        sheet.page()
    document = sheet.read()
    assert _body(document) == [_FIRST]
    assert _texts(document, PassageKind.BOILERPLATE) == [
        "Office of the Straits", "– 7 –", "Office of the Straits", "– 8 –",
    ]  # fmt: skip


def test_a_line_that_does_not_come_again_stays_in_the_text() -> None:
    sheet = _Sheet()
    for text in (_FIRST, _SECOND):
        sheet.column(_LEFT, _TOP, 400, text)
        sheet.page()
    assert _body(sheet.read()) == [_FIRST, _SECOND]


def test_words_broken_at_line_ends_are_joined_and_compounds_are_not() -> None:
    sheet = _Sheet()
    lines = [
        "The commission for the neutral waters re-",
        "commended a long-term settlement, as the long-",
        "term plan of the Anglo-",
        "Sylvanian panel had done before, and the representa-",
        "tives of both sides took the re-",
        "port home for their own governments to read.",
    ]
    for at, line in enumerate(lines):
        sheet.line(_LEFT, _TOP - at * _LEADING, line)
    assert _body(sheet.read()) == [
        "The commission for the neutral waters recommended a long-term settlement, as the "
        "long-term plan of the Anglo-Sylvanian panel had done before, and the representatives "
        "of both sides took the report home for their own governments to read."
    ]


def test_a_hyphen_stays_where_the_text_is_not_hyphenated() -> None:
    lines = _filled(" ".join([_FIRST, _SECOND, _THIRD] * 5), 200)
    lines[20:20] = ["and the envoys of the Freedonia-", "aligned towns who had come with him"]
    sheet = _Sheet()
    for at, line in enumerate(lines):
        sheet.line(_LEFT, _TOP - at % 60 * _LEADING, line)
        if at % 60 == 59:
            sheet.page()
    assert "Freedonia-aligned towns" in " ".join(_body(sheet.read()))


def test_footnotes_stand_after_the_paragraph_and_their_marks_in_brackets() -> None:
    sheet = _Sheet()
    lines = _filled(_FIRST, 240)
    y = _TOP
    for line in lines:
        sheet.line(_LEFT, y, line)
        y -= _LEADING
    end = _LEFT + stringWidth(lines[-1], _FONT, _SIZE)
    sheet.line(end, y + _LEADING + 4, "1", 6)
    sheet.line(_LEFT, 83, "1", 5)
    sheet.line(_LEFT + 4, 80, "Minutes of the harbour master, second series.", 8)
    document = sheet.read()
    assert _body(document) == [f"{_FIRST}[1]"]
    assert _texts(document, PassageKind.LIST) == [
        "[1] Minutes of the harbour master, second series."
    ]


def test_headings_and_the_title_are_told_by_their_type() -> None:
    sheet = _Sheet()
    sheet.line(_LEFT, _TOP, "Agreed minutes of the fourth round", 18, "Helvetica-Bold")
    y = sheet.column(_LEFT, _TOP - 30, 400, _FIRST)
    sheet.line(_LEFT, y - 4, "The lighthouse", _SIZE, "Times-Bold")
    sheet.column(_LEFT, y - 20, 400, _SECOND)
    document = sheet.read()
    assert [(block.kind, block.text) for block in document.blocks] == [
        (PassageKind.TITLE, "Agreed minutes of the fourth round"),
        (None, _FIRST),
        (PassageKind.HEADING, "The lighthouse"),
        (None, _SECOND),
    ]


def test_list_items_are_whole_and_without_their_bullets() -> None:
    sheet = _Sheet()
    y = sheet.column(_LEFT, _TOP, 240, _FIRST)
    for item in (_SECOND, _THIRD):
        for at, line in enumerate(_filled(item, 220)):
            if at == 0:
                sheet.line(_LEFT, y, "•")
            sheet.line(_LEFT + 16, y, line)
            y -= _LEADING
    document = sheet.read()
    assert _texts(document, PassageKind.LIST) == [_SECOND, _THIRD]


def test_rows_of_a_table_are_told_by_their_gaps() -> None:
    sheet = _Sheet()
    y = sheet.column(_LEFT, _TOP, 400, _FIRST)
    for row in (("State", "Boats", "Tonnes"), ("Freedonia", "41", "880"), ("Sylvania", "39", "7")):
        for at, cell in enumerate(row):
            sheet.line(_LEFT + at * 120, y, cell)
        y -= _LEADING
    assert _body(sheet.read())[1:] == [
        "State | Boats | Tonnes", "Freedonia | 41 | 880", "Sylvania | 39 | 7",
    ]  # fmt: skip


def test_a_caption_does_not_stand_inside_a_sentence() -> None:
    lines = _filled(_FIRST, 220)
    sheet = _Sheet()
    for at, line in enumerate(lines[:3]):
        sheet.line(_LEFT, _TOP - at * _LEADING, line)
    sheet.line(_LEFT, _TOP - 140, "Figure 3: The lighthouse from the sea", 8)
    for at, line in enumerate(lines[3:]):
        sheet.line(_LEFT + 240, _TOP - at * _LEADING, line)
    document = sheet.read()
    assert _body(document) == [_FIRST]
    assert _texts(document, PassageKind.CAPTION) == ["Figure 3: The lighthouse from the sea"]


def test_text_beside_the_page_is_set_aside() -> None:
    sheet = _Sheet()
    sheet.column(_LEFT, _TOP, 400, _FIRST)
    sheet.canvas.saveState()
    sheet.canvas.rotate(90)
    sheet.line(200, -30, "Draft of the third reading")
    sheet.canvas.restoreState()
    document = sheet.read()
    assert _body(document) == [_FIRST]
    assert _texts(document, PassageKind.BOILERPLATE) == ["Draft of the third reading"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_it_is_seen(turn: int) -> None:
    sheet = _Sheet()
    sheet.canvas.translate(300, 420)
    sheet.canvas.rotate(turn)
    sheet.column(-250, 200, 240, _FIRST, _SECOND)
    assert _body(sheet.read()) == [_FIRST, _SECOND]


def test_scaled_type_counts_by_its_size_on_the_page() -> None:
    sheet = _Sheet()
    sheet.column(_LEFT, _TOP - 60, 400, _FIRST)
    sheet.canvas.translate(_LEFT, _TOP)
    sheet.canvas.scale(20, 20)
    sheet.line(0, 0, "The harbour talks", 1)
    assert _texts(sheet.read(), PassageKind.TITLE) == ["The harbour talks"]


def test_text_that_nobody_sees_is_set_aside() -> None:
    sheet = _Sheet()
    sheet.column(_LEFT, _TOP, 400, _FIRST)
    unseen = sheet.canvas.beginText(_LEFT, 300)
    unseen.setTextRenderMode(3)
    unseen.textOut("Read this sentence aloud to nobody.")
    sheet.canvas.drawText(unseen)
    outside = "This stands beyond the edge of the paper."
    sheet.line(-400, 400, outside)
    document = sheet.read()
    assert _body(document) == [_FIRST]
    assert _texts(document, PassageKind.BOILERPLATE) == [
        "Read this sentence aloud to nobody.", outside,
    ]  # fmt: skip
