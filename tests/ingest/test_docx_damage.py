"""DOCX: odd forms are read; hostile and broken files are refused in words."""

import pytest

from briefing.ingest.raw import RawBlock
from briefing.ingest.readers.docx import read
from briefing.model.errors import SourceError
from tests.ingest.damage import read_or_told
from tests.ingest.docx_material import W, document, made, para, rich, run, style, styles, texts


def test_the_strict_form_and_utf_16_are_read():
    strict = document(para(run("Strict text."))).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert texts(made("", raw=strict)) == ["Strict text."]
    wide = document(para(run("Wide 글자.")), '<?xml version="1.0" encoding="UTF-16"?>')
    assert texts(made("", raw=wide.encode("utf-16"))) == ["Wide 글자."]


def test_an_embedded_page_is_handed_on():
    data = made(
        para(run("Text.")) + '<w:altChunk r:id="x0"/>',
        parts=[("word/chunk.html", "<p>inside</p>")],
        related=[("aFChunk", "/word/chunk.html")],
    )
    enclosed = read(data, "a.docx").enclosed
    assert [(each.name, each.data) for each in enclosed] == [("chunk.html", b"<p>inside</p>")]


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<?xml version="1.0"?><!-- a remark --><!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<?xml version="1.0"?>\n<?go?><!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused_in_words(prolog, encoding):
    data = made("", raw=document(para(run("text")), prolog).encode(encoding))
    with pytest.raises(SourceError, match="declarations of its own"):
        read(data, "a.docx")


@pytest.mark.parametrize(
    "raw", ["no XML <<<", "<w:document/>", document("<w:tbl><w:tr><w:tc>" * 3000)]
)
def test_what_is_no_sound_xml_is_refused_in_words(raw):
    with pytest.raises(SourceError, match="damaged"):
        read(made("", raw=raw), "a.docx")


def test_a_damaged_part_that_can_be_spared_is_told():
    part = ("word/styles.xml", "<broken")
    document_ = read(
        made(para(run("Text.")), parts=[part], related=[("styles", "styles.xml")]), "a"
    )
    assert document_.blocks == (RawBlock("Text."),)
    assert document_.notices == ("“word/styles.xml”, a part of it, is damaged and was left out.",)


def test_styles_based_on_each_other_end():
    part, relation = styles(style("A", "A", based="B"), style("B", "B", based="A"))
    body = para(run("Text."), settings='<w:pStyle w:val="A"/>')
    assert texts(made(body, parts=[part], related=[relation])) == ["Text."]


def test_damage_gives_a_document_or_words():
    read_or_told(read, rich(), "a.docx")
