"""DOCX: what its styles, settings and properties say of the text."""

import datetime as dt

import pytest

from briefing.ingest.readers.docx import read
from briefing.model.source import PassageKind
from tests.ingest.docx_material import CORE, made, pairs, para, rich, run, style, styles


def test_a_rich_document_comes_out_in_order_with_its_kinds():
    assert pairs(rich()) == [
        (PassageKind.TITLE, "Harbour accord signed"),
        (None, "Ruritania and Strelsau signed on Monday, the ministry’s spokesman said."),
        (PassageKind.HEADING, "What was agreed"),
        (None, "Three points: ports, tolls."),
        (PassageKind.LIST, "Ports open in May"),
        (None, "cell 00 | cell 01"),
        (None, "cell 10 | cell 11"),
        (None, "김하늘 장관과 王小明部长. وزير الخارجية قال ذلك. “quoted”"),
        (None, "With a comment here."),
        (None, "Before put in after."),
        (PassageKind.COMMENT, "Check this figure"),
        (PassageKind.BOILERPLATE, "Ministry of Ports"),
    ]


def test_the_days_of_a_file_are_no_day_of_publication():
    metadata = read(rich(), "a.docx").metadata
    assert metadata.title == "Harbour accord signed"
    assert metadata.authors == ("Mara Quill", "김하늘")
    assert (metadata.published, metadata.basis) == (None, None)
    assert metadata.shown == dt.date(2021, 3, 9)


@pytest.mark.parametrize(
    ("core", "title", "authors"),
    [
        ("<dc:title>Document1</dc:title><dc:creator>python-docx</dc:creator>", None, ()),
        ("<dc:title>Microsoft Word - draft 3.doc</dc:title>", None, ()),
        ("<dc:title>제목 없음</dc:title><dc:creator>사용자</dc:creator>", None, ()),
        ("<dc:title>note.docx</dc:title><dc:creator>Microsoft Office User</dc:creator>", None, ()),
        (
            "<dc:title>Note on ports</dc:title><dc:creator>A. Um</dc:creator>",
            "Note on ports",
            ("A. Um",),
        ),
    ],
)
def test_what_a_program_writes_for_want_of_a_person_is_no_title_and_no_author(core, title, authors):
    data = made(para(run("Text.")), parts=[("docProps/core.xml", CORE.format(core))])
    metadata = read(data, "a.docx").metadata
    assert (metadata.title, metadata.authors) == (title, authors)


def test_the_title_of_the_text_counts_more_than_a_field_left_over():
    part, relation = styles(style("Titel", "Title"))
    body = para(run("The real title"), settings='<w:pStyle w:val="Titel"/>') + para(run("Text."))
    core = ("docProps/core.xml", CORE.format("<dc:title>Last year’s note</dc:title>"))
    assert read(made(body, parts=[part, core], related=[relation]), "a").metadata.title == (
        "The real title"
    )


def test_headings_are_told_by_level_and_by_name_in_any_language():
    part, relation = styles(
        style("berschrift1", "heading 1"),
        style("Kapitel", "Kapitel", '<w:outlineLvl w:val="0"/>'),
        style("Eigen", "Eigen", based="Kapitel"),
        style("a1", "제목 1"),
        style("toc1", "toc 1"),
        style("Cap", "caption"),
        style("Body9", "Body", '<w:outlineLvl w:val="9"/>'),
    )
    keys = ("berschrift1", "Kapitel", "Eigen", "a1", "Heading2", "toc1", "Cap", "Body9", "None")
    body = "".join(para(run(key), settings=f'<w:pStyle w:val="{key}"/>') for key in keys)
    body += para(run("direct"), settings='<w:outlineLvl w:val="2"/>')
    heading = PassageKind.HEADING
    assert pairs(made(body, parts=[part], related=[relation])) == [
        (heading, "berschrift1"),
        (heading, "Kapitel"),
        (heading, "Eigen"),
        (heading, "a1"),
        (heading, "Heading2"),
        (PassageKind.BOILERPLATE, "toc1"),
        (PassageKind.CAPTION, "Cap"),
        (None, "Body9"),
        (None, "None"),
        (heading, "direct"),
    ]


def test_a_whole_paragraph_in_the_style_of_a_heading_is_text():
    long = (
        "The Parties shall keep open the ports that are named in the second annex to this accord."
    )
    body = para(run(long), settings='<w:pStyle w:val="Heading2"/>')
    assert pairs(made(body)) == [(None, long)]


def test_lists_come_from_styles_and_settings_and_can_be_taken_away():
    part, relation = styles(
        style("Num", "Num", '<w:numPr><w:numId w:val="3"/></w:numPr>'),
    )
    body = (
        para(run("by style"), settings='<w:pStyle w:val="Num"/>')
        + para(
            run("by setting"), settings='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        )
        + para(
            run("taken away"),
            settings='<w:pStyle w:val="Num"/><w:numPr><w:numId w:val="0"/></w:numPr>',
        )
    )
    assert pairs(made(body, parts=[part], related=[relation])) == [
        (PassageKind.LIST, "by style"),
        (PassageKind.LIST, "by setting"),
        (None, "taken away"),
    ]
