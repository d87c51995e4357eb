"""The Word file: valid, whole, with every link, bookmark, field and note in its place."""

import io
import re
import zipfile

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from lxml import etree
from openxml_audit import OpenXmlValidator

from briefing.document.blocks import Heading, ItemList, Paragraph, Slot, Table
from briefing.document.inlines import Link
from briefing.document.style import Stylesheet
from briefing.exporters.registry import render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS_OF_TEXT = ("word/document", "word/header", "word/footer", "word/endnotes")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str = "word/document.xml"):
    return etree.fromstring(parts_of(data)[name])


def shown(element) -> str:
    """The text a reader sees: runs, tabs, line ends, and the numbers of endnotes."""
    out = []
    for node in element.iter():
        if node.tag == f"{W}t":
            out.append(node.text or "")
        elif node.tag == f"{W}tab" and node.getparent().tag == f"{W}r":
            out.append("\t")
        elif node.tag == f"{W}br":
            out.append("\n")
        elif node.tag == f"{W}endnoteReference" and not node.get(f"{W}customMarkFollows"):
            out.append(node.get(f"{W}id"))
        elif node.tag == f"{W}endnoteRef":
            out.append("#")
    return "".join(out)


def listing(data: bytes) -> str:
    lines = []
    for name in ("header2", "header1", "document", "endnotes", "footer1"):
        lines.append(f"== {name}")
        for paragraph in tree(data, f"word/{name}.xml").iter(f"{W}p"):
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            lines.append(f"{style}: {shown(paragraph)}".rstrip())
    return "\n".join(lines) + "\n"


def check_links(data: bytes) -> None:
    """What a schema does not say: ends have starts, links have targets, rows fill the grid."""
    parts = parts_of(data)
    body = tree(data)
    notes = tree(data, "word/endnotes.xml")
    starts = [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart")]
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert starts == [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]
    assert len(set(starts)) == len(starts)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
    for part in (body, notes):
        for link in part.iter(f"{W}hyperlink"):
            assert link.get(f"{W}anchor") in names or link.get(f"{R}id")
        for code in part.iter(f"{W}instrText"):
            words = code.text.split()
            assert words[0] != "NOTEREF" or words[1] in names
    for name in ("document", "endnotes"):
        wanted = set(re.findall(rb'r:id="([^"]+)"', parts[f"word/{name}.xml"]))
        known = set(re.findall(rb'Id="([^"]+)"', parts.get(f"word/_rels/{name}.xml.rels", b"")))
        assert wanted <= known
    for part in ("document", "footer1"):
        kinds = [
            mark.get(f"{W}fldCharType")
            for mark in tree(data, f"word/{part}.xml").iter(f"{W}fldChar")
        ]
        depth = 0
        for kind in kinds:
            depth += {"begin": 1, "separate": 0, "end": -1}[kind]
            assert depth >= 0
        assert depth == 0
    for grid in body.iter(f"{W}tbl"):
        columns = len(grid.findall(f"{W}tblGrid/{W}gridCol"))
        assert all(len(row.findall(f"{W}tc")) == columns for row in grid.findall(f"{W}tr"))
    cited = [mark.get(f"{W}id") for mark in body.iter(f"{W}endnoteReference")]
    assert cited == [note.get(f"{W}id") for note in notes if note.get(f"{W}type") is None]


def audit(data: bytes, folder) -> None:
    path = folder / "out.docx"
    path.write_bytes(data)
    result = OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []


@pytest.fixture(scope="module")
def made(reference):
    return render(reference, ".docx")


def test_golden(made, golden):
    golden("reference.docx.txt", listing(made))


def test_valid(made, tmp_path):
    audit(made, tmp_path)
    check_links(made)


def test_another_library_reads_it(made, reference):
    read = docx.Document(io.BytesIO(made))
    assert read.core_properties.title == reference.title
    assert read.core_properties.subject == reference.subtitle
    assert read.core_properties.author == "Aide-Mémoire"
    assert read.core_properties.comments == ""
    assert read.core_properties.created == read.core_properties.modified
    assert read.core_properties.created.year == 2000
    assert len(read.tables) == 3
    assert read.sections[0].page_width.mm == pytest.approx(210, abs=0.1)
    headings = [p.text for p in read.paragraphs if p.style.name == "Heading 1"]
    assert headings[0].startswith("Summary")
    assert headings[-1] == "Sources"


def test_nothing_of_a_library_or_a_prompt_is_left(made):
    parts = parts_of(made)
    assert b"python-docx" not in b"".join(parts.values())
    assert b"updateFields" not in parts["word/settings.xml"]
    assert b"w:dirty" not in parts["word/document.xml"]
    assert not any("thumbnail" in name or "customXml" in name for name in parts)


def test_marking_on_every_page(made, reference):
    for name in ("header1", "header2", "footer1", "footer2"):
        assert reference.marking in shown(tree(made, f"word/{name}.xml"))
    # What a section does not say itself it has from the one before; python-docx follows that.
    sections = docx.Document(io.BytesIO(made)).sections
    assert [one.different_first_page_header_footer for one in sections] == [True, False]
    for one in sections:
        for margin in (
            one.header,
            one.first_page_header,
            one.footer,
            one.first_page_footer,
        ):
            assert reference.marking in [p.text for p in margin.paragraphs]
        assert [p.text for p in one.header.paragraphs][-1] == reference.title
        assert reference.title not in [p.text for p in one.first_page_header.paragraphs]
        assert one.footer.paragraphs[0].text == "\tPage 1"
        assert one.page_height.mm == pytest.approx(297, abs=0.1)


def test_styles_are_those_of_the_stylesheet(reference):
    sheet = Stylesheet(serif="A Serif", sans="A Sans", accent="123456", body_size=11, rule="ABCDEF")
    read = docx.Document(io.BytesIO(render(reference, ".docx", sheet)))
    normal, heading = read.styles["Normal"], read.styles["Heading 2"]
    assert (normal.font.name, normal.font.size.pt) == ("A Serif", 11)
    assert normal.paragraph_format.line_spacing.pt == sheet.body_leading
    assert normal.paragraph_format.line_spacing_rule == WD_LINE_SPACING.AT_LEAST
    assert (heading.font.name, str(heading.font.color.rgb)) == ("A Sans", "123456")
    assert heading.base_style.name == heading.next_paragraph_style.name == "Normal"
    assert heading.paragraph_format.keep_with_next
    assert heading.element.rPr.rFonts.get(f"{W}eastAsia") == "Malgun Gothic"
    assert read.styles["endnote reference"].font.superscript
    assert read.styles["Table Text"].font.size.pt == 9.0  # 8.8, in the half points that Word has
    assert b"ABCDEF" in etree.tostring(read.styles["Briefing Table"].element)
    language = read.styles.element.find(f".//{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == reference.language
    assert read.core_properties.language == reference.language


def test_every_style_that_the_text_names_is_there(made):
    parts = parts_of(made)
    known = set(re.findall(rb'w:styleId="([^"]+)"', parts["word/styles.xml"]))
    used = set()
    for name, part in parts.items():
        used |= set(re.findall(rb'<w:(?:p|r|tbl)Style w:val="([^"]+)"', part))
        assert (b"Style w:val" in part) == name.startswith(PARTS_OF_TEXT)
    assert {b"Heading1", b"TOC1", b"EndnoteText", b"BriefingTable", b"Citation"} <= used
    assert used <= known


def test_a_note_is_written_once_and_referred_to_after(made, reference):
    body = tree(made)
    fields = [code.text.split()[1] for code in body.iter(f"{W}instrText") if "NOTEREF" in code.text]
    notes = tree(made, "word/endnotes.xml")
    quotes = [shown(p) for p in notes.iter(f"{W}p") if "EndnoteQuote" in etree.tostring(p).decode()]
    assert quotes == [note.quote for note in reference.notes]
    assert fields.count("_note_1") == 4
    assert fields.count("_note_5") == 3


def test_notes_out_of_order_keep_their_numbers(document, line, tmp_path):
    data = render(document(Paragraph(line("a", (2,), "b", (1,))), notes=(1, 2)), ".docx")
    assert "a[2]b[1]" in listing(data)
    assert b"customMarkFollows" in parts_of(data)["word/document.xml"]
    audit(data, tmp_path)


def test_endnotes_stand_before_the_sources(made, reference):
    settings = tree(made, "word/settings.xml")
    assert settings.find(f"{W}endnotePr/{W}pos").get(f"{W}val") == "sectEnd"
    above = tree(made, "word/endnotes.xml")[0]
    assert (above.get(f"{W}type"), shown(above)) == ("separator", reference.labels.notes)
    body = list(tree(made).iter(f"{W}p"))
    ends = [n for n, p in enumerate(body) if p.find(f"{W}pPr/{W}sectPr") is not None]
    titles = [n for n, p in enumerate(body) if shown(p) == reference.labels.sources]
    assert len(ends) == 1
    assert ends[0] + 1 == titles[-1]


def test_each_ordered_list_starts_at_one(made):
    used = [num.get(f"{W}val") for num in tree(made).iter(f"{W}numId")]
    assert used == ["1", "1", "1", "2", "2", "3", "3"]
    numbering = parts_of(made)["word/numbering.xml"].decode()
    assert numbering.count('<w:startOverride w:val="1"/>') == 2


def test_table_head_is_repeated_and_rows_stay_whole(made):
    body = tree(made)
    assert len(list(body.iter(f"{W}tblHeader"))) == 1
    assert len(list(body.iter(f"{W}cantSplit"))) == len(list(body.iter(f"{W}tr")))
    for grid in body.iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in grid.iter(f"{W}gridCol")]
        assert sum(widths) == 11906 - 2 * 68 * 20


def test_open_and_filled_slots(document):
    data = render(document(Slot("a", "Assess", ""), Slot("b", "Say", "One.\nTwo.")), ".docx")
    lines = listing(data).splitlines()
    assert lines[lines.index("SlotPrompt: Assess") + 1] == "SlotText: To be completed"
    assert lines[lines.index("SlotPrompt: Say") + 1 :][:2] == ["SlotText: One.", "SlotText: Two."]


def test_a_slot_keeps_its_blank_lines(document):
    lines = listing(render(document(Slot("a", "Say", "One.\n\n\nTwo.")), ".docx")).splitlines()
    start = lines.index("SlotPrompt: Say") + 1
    assert lines[start:][:5] == [
        "SlotText: One.",
        "SlotText:",
        "SlotText:",
        "SlotText: Two.",
        "Gap:",
    ]


def test_a_title_longer_than_a_property_may_be(document):
    read = docx.Document(io.BytesIO(render(document(title="Long " * 100), ".docx")))
    assert read.core_properties.title == ("Long " * 100)[:255]
    assert read.paragraphs[0].text == "Long " * 100


def test_contents_lead_to_their_headings(made, reference):
    listed = [p for p in tree(made).iter(f"{W}p") if re.search(rb'"TOC\d"', etree.tostring(p))]
    named = {
        mark.get(f"{W}name"): shown(mark.getparent())
        for mark in tree(made).iter(f"{W}bookmarkStart")
    }
    led = [(shown(p), named[p.find(f"{W}hyperlink").get(f"{W}anchor")]) for p in listed]
    assert len(led) == 8
    # The notes are printed by Word where their section ends, which is where the link leads.
    for text, heading in led:
        assert heading.startswith(text) or (text, heading) == (reference.labels.notes, "")


def test_odd_text_is_still_valid(document, line, tmp_path):
    blocks = (
        Heading(1, line("A\x00\x0b<&>\"'\ufffe\ud800"), "a"),
        Paragraph(
            line("x" * 3000, Link("here", "https://e.org/a b<>\"&'한"), Link("no", "nowhere"))
        ),
        ItemList((line("a\nb\tc"),)),
        Table((line("h"),), tuple((line(f"row {n} & 한"),) for n in range(300)), (1.0,)),
    )
    data = render(document(*blocks, title="T\x01<&", marking="\x02<M>"), ".docx")
    audit(data, tmp_path)
    check_links(data)
    assert listing(data).count("TableText: row") == 300
