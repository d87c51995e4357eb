"""PDF: what a document says of itself, and documents that are locked, damaged or pictures."""

import datetime as dt
import io

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from briefing.ingest.readers import pdf
from briefing.ingest.readers.pages import ocr
from briefing.ingest.readers.pages.pdf_words import Words
from briefing.ingest.readers.pdf import read
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind

_PAGE = (400, 400)
_SENTENCE = "The envoys of Freedonia and Sylvania met at the lighthouse of Tamar."


def _paper(
    *,
    text: str | None = _SENTENCE,
    picture: bool = False,
    unseen: bool = False,
    pages: int = 1,
    encrypt: StandardEncryption | None = None,
    **fields: str,
) -> bytes:
    """Return a PDF whose first page holds a line, and the others what ``picture`` says."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=_PAGE, invariant=1, encrypt=encrypt, lang=fields.get("lang"))
    canvas.setTitle(fields.get("title", ""))
    canvas.setAuthor(fields.get("author", ""))
    for number in range(pages):
        if picture:
            grey = Image.effect_noise((80, 80), 60)
            canvas.drawImage(ImageReader(grey), 0, 0, *_PAGE)
        if text and number == 0:
            line = canvas.beginText(40, 300)
            line.setTextRenderMode(3 if unseen else 0)
            line.textOut(text)
            canvas.drawText(line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _table(*words: tuple[str, int, int]) -> str:
    """Return words, their paragraphs and confidences as tesseract writes them."""
    rows = [
        f"5\t1\t1\t{paragraph}\t1\t1\t0\t0\t9\t9\t{sure}\t{word}" for word, paragraph, sure in words
    ]
    return "\n".join(["level\tpage_num", "1\t1\t0\t0\t0\t0\t0\t0\t9\t9\t-1\t", *rows])


@pytest.mark.parametrize(
    "title", ["Microsoft Word - draft.doc", "minutes_v2_final.pdf", "untitled", "Tax return 2019"]
)
def test_a_title_that_is_none_is_not_taken(title: str) -> None:
    assert read(_paper(title=title), "x.pdf").metadata.title is None


def test_a_title_that_the_page_speaks_of_is_taken() -> None:
    document = read(_paper(title="Envoys met at Tamar"), "x.pdf")
    assert document.metadata.title == "Envoys met at Tamar"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Anna Brook; Corin Delmar", ("Anna Brook", "Corin Delmar")),
        ("Anna Brook and Corin Delmar", ("Anna Brook", "Corin Delmar")),
        ("abrook", ()),
        ("User 12", ()),
        ("(anonymous)", ()),
    ],
)
def test_authors_are_names_of_people(author: str, names: tuple[str, ...]) -> None:
    assert read(_paper(author=author), "x.pdf").metadata.authors == names


def test_the_day_of_the_file_is_no_day_of_publication() -> None:
    # ReportLab writes 1 January 2000 where it is asked for the same bytes each time.
    metadata = read(_paper(), "x.pdf").metadata
    assert metadata.shown == dt.date(2000, 1, 1)
    assert metadata.published is None


def test_the_language_is_the_catalogue_s() -> None:
    assert read(_paper(lang="en-GB"), "x.pdf").metadata.language == "en"
    assert read(_paper(lang="ko"), "x.pdf").metadata.language is None


def test_an_empty_password_opens_and_another_is_told() -> None:
    def locked(password: str) -> bytes:
        return _paper(encrypt=StandardEncryption(password, ownerPassword="own", strength=128))

    assert [block.text for block in read(locked(""), "x.pdf").blocks] == [_SENTENCE]
    with pytest.raises(SourceError, match=r"“x\.pdf” is locked with a password"):
        read(locked("secret"), "x.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", _paper()[:600]])
def test_a_damaged_document_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match="damaged or cut off"):
        read(data, "x.pdf")


def test_pages_without_anything_hold_no_text() -> None:
    with pytest.raises(SourceError, match=r"There is no text in “x\.pdf”"):
        read(_paper(text=None), "x.pdf")


def test_pictures_of_pages_are_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: None)
    with pytest.raises(SourceError, match=r"pictures of pages and no text\..*install.*tesseract"):
        read(_paper(text=None, picture=True), "x.pdf")


def test_recognised_text_is_taken_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [(word, 1, 91) for word in _SENTENCE.split()] + [("Agreed.", 2, 88)]
    monkeypatch.setattr(ocr, "installed", lambda: "tesseract")
    monkeypatch.setattr(ocr, "_run", lambda command, given: _table(*words))
    document = read(_paper(text=None, picture=True, pages=2), "x.pdf")
    assert [block.text for block in document.blocks] == [_SENTENCE, "Agreed."] * 2
    assert document.notices == (
        "The text of pages 1 and 2 was recognised from pictures and may hold mistakes.",
    )


def test_pages_for_which_there_is_no_time_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [(word, 1, 91) for word in _SENTENCE.split()]
    monkeypatch.setattr(ocr, "installed", lambda: "tesseract")
    monkeypatch.setattr(ocr, "_run", lambda command, given: _table(*words))
    monkeypatch.setattr(pdf.time, "monotonic", iter(range(0, 100, 10)).__next__)
    document = read(_paper(text=None, picture=True, pages=4), "x.pdf")
    assert [block.text for block in document.blocks] == [_SENTENCE] * 2
    assert "pages 1 and 2 was recognised" in document.notices[0]
    assert document.notices[1].startswith("Pages 3 and 4 were not recognised")


def test_too_many_pictures_are_not_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: "tesseract")
    monkeypatch.setattr(ocr, "MOST_PAGES", 2)
    with pytest.raises(SourceError, match="2 pages at most"):
        read(_paper(text=None, picture=True, pages=3), "x.pdf")


@pytest.mark.parametrize(
    "words",
    [
        [(word, 1, 20) for word in _SENTENCE.split()],
        [(sign, 1, 95) for sign in "| ~ .. 1l rn ;; x"],
        [],
    ],
)
def test_noise_is_no_text(words: list[tuple[str, int, int]]) -> None:
    assert ocr.paragraphs(_table(*words)) == ()


def test_a_failing_program_recognises_nothing() -> None:
    assert ocr.languages("no-such-program-anywhere") == "eng"


def test_the_text_under_a_scan_is_its_text() -> None:
    document = read(_paper(picture=True, unseen=True), "x.pdf")
    assert [(block.kind, block.text) for block in document.blocks] == [(None, _SENTENCE)]


def test_pages_that_are_pictures_among_others_are_told() -> None:
    document = read(_paper(picture=True, pages=3), "x.pdf")
    assert [block.text for block in document.blocks if block.kind is None] == [_SENTENCE]
    assert document.notices == ("Pages 2 and 3 are pictures without text and were not read.",)


def test_a_script_and_an_attachment_are_let_be() -> None:
    plain = _paper()
    script = b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    assert (
        read(plain.replace(b"/Type /Catalog", script), "x.pdf").blocks
        == read(plain, "x.pdf").blocks
    )


def test_words_without_lines_are_no_text() -> None:
    assert Words(()).text(()) == ""


def test_a_running_address_makes_the_page_a_printed_one() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=_PAGE, invariant=1)
    canvas.setFontSize(18)
    canvas.drawString(40, 320, "The lamp is lit")
    canvas.setFontSize(10)
    canvas.drawString(40, 280, _SENTENCE)
    canvas.drawString(40, 12, "https://gazette.example/lamp 1/1")
    canvas.save()
    document = read(buffer.getvalue(), "x.pdf")
    assert not document.structured
    kinds = {block.text: block.kind for block in document.blocks}
    assert kinds["https://gazette.example/lamp 1/1"] is PassageKind.BOILERPLATE
    assert kinds["The lamp is lit"] is PassageKind.TITLE


def test_the_same_bytes_give_the_same_document() -> None:
    data = _paper(title="Envoys met at Tamar", pages=3, picture=True)
    assert read(data, "a.pdf") == read(data, "a.pdf")


def test_a_program_in_the_current_folder_is_not_run(tmp_path, monkeypatch):
    planted = tmp_path / "tesseract"
    planted.write_text("#!/bin/sh\n")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    assert ocr.installed() is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.installed() == str(planted)
