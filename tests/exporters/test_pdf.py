"""The PDF: text and numbers as in the Word file, links that lead somewhere, fonts embedded."""

import io
import re

import pytest
from pypdf import PdfReader

from briefing.document.blocks import (
    Chronology,
    ChronologyEntry,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.style import Stylesheet
from briefing.exporters.pdf_fonts import FAMILIES, fitted, markup, runs
from briefing.exporters.registry import render
from briefing.model.errors import ExportError

SERIF = "SourceSerif4_400Regular"


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    return [page.extract_text() for page in read(data).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def made(reference):
    return render(reference, ".pdf")


def test_golden(made, golden):
    pages = (f"== page {n}\n{text}" for n, text in enumerate(texts(made), start=1))
    golden("reference.pdf.txt", "\n".join(pages) + "\n")


def fonts_of(data: bytes) -> dict[str, bool]:
    found = {}
    for page in read(data).pages:
        for font in page["/Resources"]["/Font"].values():
            one = font.get_object()
            descriptor = one.get("/FontDescriptor")
            found[one["/BaseFont"]] = bool(descriptor and "/FontFile2" in descriptor.get_object())
    return found


def test_every_font_is_embedded(made, document, line):
    small = render(document(Table((line("a"),), ((line("b"),),), (1.0,))), ".pdf")
    for data in (made, small):
        fonts = fonts_of(data)
        assert fonts
        assert all(fonts.values()), fonts
    assert any("Pretendard" in name for name in fonts_of(made))


def test_title_language_outline(made, reference):
    reader = read(made)
    assert reader.metadata.title == reference.title
    assert reader.metadata.subject == reference.subtitle
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"

    def flat(entries, level=0):
        for entry in entries:
            if isinstance(entry, list):
                yield from flat(entry, level + 1)
            else:
                yield level, entry.title

    assert list(flat(reader.outline)) == [
        (0, "Summary"),
        (1, "What has changed"),
        (0, "Positions"),
        (1, "In their own words"),
        (2, "A wording that differs"),
        (3, "Spelling"),
        (0, "How it came about"),
        (0, "For the talks"),
        (0, "Notes"),
        (0, "Sources"),
    ]


def links_of(reader: PdfReader) -> list[tuple[int, float, int, float]]:
    """Internal links: page and left edge of each, page and height it leads to; pages from 1."""
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, start=1)}
    found = []
    for number, page in enumerate(reader.pages, start=1):
        for annotation in page.get("/Annots", ()):
            one = annotation.get_object()
            if "/Dest" in one:
                to = one["/Dest"]
                target = numbers[list.__getitem__(to, 0).idnum]
                found.append((number, float(one["/Rect"][0]), target, float(to[3])))
    return found


def test_links_lead_both_ways(made, reference):
    reader = read(made)
    links = links_of(reader)
    last = len(reader.pages)
    numbers = re.findall(r"\[([\d,\s]+)\]", "".join(texts(made)))
    to_notes = [link for link in links if link[0] > 1 and link[2] == last and link[1] > 69]
    assert len([link for link in to_notes if link[0] < last]) == len(",".join(numbers).split(","))
    # At the left edge of the last page stand the numbers: of notes, then of sources.
    numbers = [link for link in links if link[0] == last and link[1] < 69]
    back = numbers[: len(reference.notes)]
    assert [link[2] for link in back] == [2] * 6
    heights = [link[3] for link in back]
    assert heights[0] == heights[1] > heights[2] > heights[4]
    from_sources = numbers[len(reference.notes) :]
    assert [link[2] for link in from_sources] == [last] * len(reference.sources)
    note_heights = sorted({link[3] for link in to_notes if link[0] < last}, reverse=True)
    assert len(note_heights) == len(reference.notes)
    assert [link[3] for link in from_sources] == [note_heights[n] for n in (0, 1, 5)]
    in_notes = {link[3] for link in to_notes if link[0] == last}
    assert len(in_notes) == len(reference.sources)
    contents = [link for link in links if link[0] == 1]
    assert [link[2] for link in contents] == [2, 2, 2, 2, 3, 4, 4, 4]


def test_marking_and_page_number_on_every_page(made, reference):
    for number, text in enumerate(texts(made), start=1):
        assert text.count(reference.marking) == 2
        assert f"Page {number}" in text


@pytest.mark.parametrize("length", [1, 14, 30])
def test_a_long_marking_is_printed_whole(document, line, length):
    marking = "FOR THE DELEGATION ONLY " * length
    data = render(document(Paragraph(line("a")), marking=marking), ".pdf")
    assert squeezed("".join(texts(data))).count("FORTHEDELEGATIONONLY") == 2 * length
    for page in read(data).pages:
        edges = []
        page.extract_text(visitor_text=lambda text, cm, tm, *_, e=edges: e.append((tm[4], text)))
        assert all(x > 60 for x, text in edges if "DELEGATION" in text)


def test_no_marking_no_line(document, line):
    (text,) = texts(render(document(Paragraph(line("a"))), ".pdf"))
    assert text.split("\n") == ["A title", "a", "Page 1", ""]


@pytest.mark.parametrize("lines", range(36, 44))
def test_a_quotation_stays_with_its_speaker(document, line, lines):
    filler = [Paragraph(line("Filler."))] * lines
    quotation = Quotation(line("The words."), line("The speaker"))
    slot = Slot("s", "The prompt", "The answer")
    for text in texts(render(document(*filler, quotation, slot), ".pdf")):
        assert ("The words." in text) == ("The speaker" in text)
        assert ("The prompt" in text) == ("The answer" in text)


def test_a_long_slot_is_split_and_loses_nothing(document, line):
    words = "\n".join(f"line {n} end" for n in range(200))
    joined = "".join(texts(render(document(Heading(1, line("H")), Slot("s", "P", words)), ".pdf")))
    assert all(f"line {n} end" in joined for n in range(200))


def test_a_slot_keeps_its_blank_lines(document):
    heights = {}

    def seen(text, page, line, *_):
        if text.strip():
            heights[text.strip()] = page[5] + line[5]

    slot = Slot("s", "P", "One\nTwo\n\n \nThree")
    read(render(document(slot), ".pdf")).pages[-1].extract_text(visitor_text=seen)
    line = heights["One"] - heights["Two"]
    assert line > 10
    assert heights["Two"] - heights["Three"] == pytest.approx(3 * line)


def test_contents_tell_the_page(made):
    pages = texts(made)
    for title, number in re.findall(r"^(.+?)\n?\s*(\d+)$", pages[0].partition("Contents")[2], re.M):
        assert title.strip() in pages[int(number) - 1]


def test_both_formats_say_the_same(made, reference):
    from test_word import parts_of, shown, tree

    word = render(reference, ".docx")
    pdf = squeezed("".join(text.partition("\n")[2] for text in texts(made)))
    body = [shown(p) for p in tree(word).iter("{*}p")]
    notes = [shown(p) for p in tree(word, "word/endnotes.xml").iter("{*}p")]
    assert "word/endnotes.xml" in parts_of(word)
    for words in (*body, *notes):
        kept = re.sub(r"^[#\d]*\t|\t", "", words)
        assert squeezed(kept) in pdf, words
    numbers = re.compile(r"\[([\d,\s]+)\]")
    in_word = numbers.findall(" ".join(body))
    in_pdf = numbers.findall(" ".join(texts(made)))
    assert [squeezed(one) for one in in_pdf] == [squeezed(one) for one in in_word]
    assert len(in_pdf) > 15


def test_table_head_on_every_page(document, line):
    rows = tuple((line(f"row {n}"), line("word " * 12)) for n in range(300))
    table = Table((line("Issue"), line("Words")), rows, (0.3, 0.7), line("A caption"))
    pages = texts(render(document(Heading(1, line("Long")), table), ".pdf"))[1:]
    assert len(pages) > 5
    assert all("Issue" in text for text in pages)
    joined = "\n".join(pages)
    assert all(re.search(rf"\brow {n}\b", joined) for n in range(300))


@pytest.mark.parametrize("lines", range(34, 46))
def test_no_heading_or_caption_is_left_alone(document, line, lines):
    filler = [Paragraph(line("Filler."))] * lines
    table = Table(
        (line("Head"),), ((line("First row"),), (line("Second row"),)), (1.0,), line("Cap")
    )
    pages = texts(render(document(*filler, Heading(1, line("Title")), table, title="T"), ".pdf"))
    for text in pages[1:]:
        assert ("Cap\n" in text) == ("First row" in text)


def test_higher_than_a_page(document, line):
    words = line("many words here " * 2000)
    table = Table((line("Head"), line("B")), ((line("name"), words),), (0.5, 0.5))
    entry = Chronology((ChronologyEntry("1 May 2031", words),))
    blocks = (Slot("s", "Prompt", "slot " * 4000), Quotation(words, line("X")), table, entry)
    pages = texts(render(document(*blocks), ".pdf"))
    assert len(pages) > 15
    assert "".join(pages).count("many") == 6000
    assert "".join(pages).count("slot") == 4000


def test_long_words_stay_on_the_page(document, line):
    address = "https://example.org/" + "a" * 400
    blocks = (Paragraph(line(address)), Table((line("h" * 200),), ((line(address),),), (1.0,)))
    text = squeezed("".join(texts(render(document(*blocks, title="T" * 300), ".pdf"))))
    assert text.count(address) == 2


def test_characters_that_no_font_has(document, line):
    text = "".join(texts(render(document(Paragraph(line("谈 한국 \U0001f600 o\ufe0fk"))), ".pdf")))
    assert "□ 한국 □ ok" in text


def test_runs_choose_a_font_for_each_character():
    assert list(runs("a 한국 말 b", SERIF)) == [
        (SERIF, "a "),
        ("Pretendard-Regular", "한국 말 "),
        (SERIF, "b"),
    ]
    assert list(runs("●", SERIF)) == [("SourceSans3_400Regular", "●")]


def test_markup_binds_numbers_to_units_and_escapes():
    assert "70\u00a0% &lt;of&gt; 4\u00a0million m³" in markup("70 % <of> 4 million m³", SERIF)
    assert "Art.\u00a07" in markup("Art. 7", SERIF)
    assert "2031 talks" in markup("2031 talks", SERIF)


def test_decomposed_korean_and_accents_are_composed():
    import unicodedata

    assert "각é" in markup(unicodedata.normalize("NFD", "각é"), "Pretendard-Regular")


def test_fitted_cuts_to_the_width():
    pieces, wide = fitted("w" * 500, SERIF, 9, 100)
    assert wide <= 100
    assert "".join(piece for _, piece in pieces).endswith("…")


def test_unknown_family_names_the_known_ones(reference):
    with pytest.raises(ExportError) as told:
        render(reference, ".pdf", Stylesheet(serif="Comic Sans MS"))
    assert all(family in told.value.hint for family in FAMILIES)


@pytest.mark.parametrize("lines_above", range(6))
def test_no_mark_stands_alone_at_a_page_foot(document, line, lines_above):
    long = line("An item that runs over several lines of the page. " * 4)
    above = tuple(Paragraph(line(f"Line {n}")) for n in range(lines_above))
    for page in texts(render(document(*above, ItemList((long,) * 60)), ".pdf")):
        marks = [n for n, text in enumerate(page.splitlines()) if text.strip() == "•"]
        words = page.splitlines()
        assert all("An item" in " ".join(words[n : n + 2]) for n in marks), page


@pytest.mark.parametrize("lines_above", range(22, 36))
def test_a_remark_stays_with_the_table_it_opens(document, line, lines_above):
    above = tuple(Paragraph(line(f"Line {n}")) for n in range(lines_above))
    table = Table((line("Head"),), ((line("Cell " * 60),),), (1.0,))
    pages = texts(render(document(*above, Remark(line("What follows")), table), ".pdf"))
    (page,) = (p for p in pages if "What follows" in p)
    assert "Head" in page
