"""EPUB: chapters in the order of the spine, furniture set aside, fields, locks, and bad files."""

import datetime as dt
import io
import zipfile

import pytest

from briefing.ingest.readers.epub import read
from briefing.model.errors import SourceError
from briefing.model.source import DateBasis, PassageKind
from tests.ingest.damage import read_or_told

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
FIELDS = (
    '<dc:title>The Harbour Accord</dc:title><dc:creator opf:role="aut">Mara Quill</dc:creator>'
    '<dc:creator opf:role="ill">An Illustrator</dc:creator><dc:publisher>Quay Press</dc:publisher>'
    "<dc:language>en-GB</dc:language><dc:date>2021-03-04</dc:date>"
)
XHTML = "application/xhtml+xml"


def page(body, attributes="", start='<?xml version="1.0"?><!DOCTYPE html>'):
    return (
        f'{start}<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>No text</title></head>'
        f"<body {attributes}>{body}</body></html>"
    )


def made(chapters, *, fields=FIELDS, spine=None, guide="", properties=(), extra=()):
    """A book of chapters by their names in OPS; the spine is theirs unless it is given."""
    items = "".join(
        f'<item id="{name}" href="{name}" media-type="{XHTML}" '
        f'properties="{dict(properties).get(name, "")}"/>'
        for name in chapters
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in spine or chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{fields}</metadata>'
        f"<manifest>{items}</manifest><spine>{order}</spine><guide>{guide}</guide></package>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        parts = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package}
        for name, text in (parts | dict(extra)).items():
            archive.writestr(name, text)
        for name, text in chapters.items():
            archive.writestr(f"OPS/{name}", text)
    return out.getvalue()


def pairs(data):
    return [(block.kind, block.text) for block in read(data, "a.epub").blocks]


def texts(body):
    return [text for _, text in pairs(made({"a.xhtml": page(body)}, fields=""))]


RICH = {
    "b.xhtml": page("<h2>Second</h2><p>Two.</p>"),
    "a.xhtml": page("<h1>The Harbour Accord</h1><p>One <b>bold</b>\nline.</p>"),
}


def test_chapters_come_in_the_order_of_the_spine():
    found = read(made(RICH, spine=["a.xhtml", "b.xhtml"]), "a.epub")
    assert [(block.kind, block.text) for block in found.blocks] == [
        (PassageKind.TITLE, "The Harbour Accord"),
        (None, "One bold line."),
        (PassageKind.HEADING, "Second"),
        (None, "Two."),
    ]
    assert found.structured


def test_the_fields_of_the_book():
    metadata = read(made(RICH), "a.epub").metadata
    assert (metadata.title, metadata.publisher) == ("The Harbour Accord", "Quay Press")
    assert (metadata.authors, metadata.language) == (("Mara Quill",), "en")
    assert (metadata.published, metadata.basis) == (dt.date(2021, 3, 4), DateBasis.METADATA)


@pytest.mark.parametrize(
    ("fields", "published", "shown"),
    [
        ('<dc:date opf:event="modification">2021-05-06</dc:date>', None, dt.date(2021, 5, 6)),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None, None),
        ("<dc:date>2021</dc:date>", None, None),
        (
            "<dc:date>2021-05-06T07:08:09Z</dc:date>"
            '<meta property="dcterms:modified">2021-05-06T07:08:09Z</meta>',
            None,
            dt.date(2021, 5, 6),
        ),
    ],
)
def test_the_stamp_of_a_program_is_no_date_of_publication(fields, published, shown):
    metadata = read(made(RICH, fields=fields), "a.epub").metadata
    assert (metadata.published, metadata.shown) == (published, shown)


def test_furniture_is_set_aside_where_the_book_says_what_it_is():
    chapters = {
        "nav.xhtml": page('<nav epub:type="toc"><ol><li><a href="a">One</a></li></ol></nav>'),
        "cover.xhtml": page("<p>A cover</p>"),
        "rights.xhtml": page("<p>All rights</p>", 'epub:type="copyright-page"'),
        "a.xhtml": page("<p>Text.</p>"),
        "plain.xhtml": page("<p>A list of chapters</p>"),
    }
    guide = '<reference type="cover" href="cover.xhtml#top"/>'
    data = made(chapters, guide=guide, properties=[("plain.xhtml", "nav")], fields="")
    boilerplate = PassageKind.BOILERPLATE
    assert pairs(data) == [
        (boilerplate, "One"),
        (boilerplate, "A cover"),
        (boilerplate, "All rights"),
        (None, "Text."),
        (boilerplate, "A list of chapters"),
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Bare text<div>in <i>a</i> box</div>tail", ["Bare text", "in a box", "tail"]),
        ("<p>a<br/>b<br/><br/>c</p>", ["a b", "c"]),
        ("<p>agreed<a epub:type='noteref' href='#n'>1</a>.</p>", ["agreed."]),
        ("<p>one <span epub:type='pagebreak'>77</span>two</p>", ["one two"]),
        ("<aside epub:type='footnote'><p>A note.</p></aside>", ["A note."]),
        ("<p>caf&eacute;&nbsp;&mdash;&nbsp;&amp; &lt;b&gt;</p>", ["café — & <b>"]),
        ("<p><ruby>東京<rp>(</rp><rt>GONE</rt></ruby></p>", ["東京"]),
        ("<p>kept</p><p hidden=''>GONE</p><p style='display: none'>GONE</p>", ["kept"]),
        ("<script>GONE</script><svg><text>GONE</text></svg><p>kept</p>", ["kept"]),
        (
            "<table><tr><th>Side</th><td>Share</td></tr><tr><td>a</td><td><p>1</p></td></tr></table>",
            ["Side | Share", "a | 1"],
        ),
        ("<ul><li>one<ul><li>two</li></ul></li></ul>", ["one", "two"]),
    ],
)
def test_the_text_of_a_chapter(body, wanted):
    assert texts(body) == wanted


def test_a_chapter_that_is_no_sound_xml_is_read_all_the_same():
    assert texts("<p>one <br> two<p>three</div>") == ["one two", "three"]


def test_a_missing_chapter_is_told_and_the_others_are_read():
    chapters = {"a.xhtml": page("<p>Text.</p>"), "gone.xhtml": page("<p>x</p>")}
    source = zipfile.ZipFile(io.BytesIO(made(chapters)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in source.namelist():
            if "gone" not in name:
                archive.writestr(name, source.read(name))
    found = read(out.getvalue(), "a.epub")
    assert [block.text for block in found.blocks] == ["Text."]
    assert len(found.notices) == 1
    assert "OPS/gone.xhtml" in found.notices[0]


def encrypted(algorithm, path):
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        f'<e:EncryptionMethod Algorithm="{algorithm}"/>'
        f'<e:CipherData><e:CipherReference URI="{path}"/></e:CipherData></e:EncryptedData>'
        "</encryption>"
    )


def test_a_locked_book_is_refused_in_words_and_hidden_fonts_are_no_lock():
    aes, fonts = "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.idpf.org/2008/embedding"
    locked = made(RICH, extra=[("META-INF/encryption.xml", encrypted(aes, "OPS/a.xhtml"))])
    with pytest.raises(SourceError, match="locked by whoever sold it"):
        read(locked, "a.epub")
    open_ = made(RICH, extra=[("META-INF/encryption.xml", encrypted(fonts, "OPS/a.xhtml"))])
    assert "One bold line." in [text for _, text in pairs(open_)]


def test_entities_of_its_own_are_refused_in_words():
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(SourceError, match="declarations of its own"):
        read(made({"a.xhtml": page("<p>&b;</p>", start=bomb)}), "a.epub")


def test_a_book_without_a_package_is_refused_in_words():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
    with pytest.raises(SourceError, match="damaged"):
        read(out.getvalue(), "a.epub")


def test_a_path_out_of_the_archive_leads_nowhere():
    fields = "<dc:title>T</dc:title>"
    data = made({"../../../../etc/hostname": "x", "a.xhtml": page("<p>Text.</p>")}, fields=fields)
    assert [text for _, text in pairs(data)] == ["Text."]


def test_damage_gives_a_document_or_words():
    read_or_told(read, made(RICH), "a.epub")
