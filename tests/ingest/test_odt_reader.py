"""ODT: the text as it is printed, its notes and comments, its properties; bad files in words."""

import datetime as dt
import io
import zipfile

import pytest

from briefing.ingest.readers.odt import read
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind
from tests.ingest.damage import read_or_told

SPACES = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    "svg": "svg-compatible", "meta": "meta", "manifest": "manifest",
}  # fmt: skip
NAMES = " ".join(
    f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for key, name in SPACES.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
)
META = (
    "<dc:title>Harbour accord</dc:title><meta:initial-creator>Mara Quill</meta:initial-creator>"
    "<dc:creator>Someone Else</dc:creator><dc:language>ko-KR</dc:language>"
    "<meta:creation-date>2021-03-04T09:00:00</meta:creation-date><dc:date>2021-03-09T10:00:00</dc:date>"
)


def content(body, start=""):
    return (
        f"{start}<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def made(body="", *, raw=None, **parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content(body) if raw is None else raw)
        for name, text in parts.items():
            path = "META-INF/manifest.xml" if name == "manifest" else f"{name}.xml"
            archive.writestr(path, text)
    return out.getvalue()


def meta(fields):
    return (
        f"<office:document-meta {NAMES}><office:meta>{fields}</office:meta></office:document-meta>"
    )


def texts(body):
    return [block.text for block in read(made(body), "a.odt").blocks]


def note(kind, text):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>7</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


RICH = (
    "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
    "<dc:creator>A</dc:creator></office:change-info><text:p>TAKEN OUT</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    '<text:p text:style-name="P1">Harbour accord</text:p>'
    '<text:h text:outline-level="1">What was agreed</text:h>'
    f"<text:p>Main sentence{note('endnote', 'An endnote')} goes"
    f"{note('footnote', 'A footnote')} on.<office:annotation><dc:creator>Ed</dc:creator>"
    "<dc:date>2021-01-01T00:00:00</dc:date><text:p>Check this</text:p></office:annotation></text:p>"
    "<text:list><text:list-item><text:p>Ports</text:p><text:list><text:list-item>"
    "<text:p>North</text:p></text:list-item></text:list></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>김하늘</text:p></table:table-cell>"
    "<table:table-cell><text:p>王小明</text:p></table:table-cell></table:table-row></table:table>"
    "<text:p>Before <draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box>"
    "<svg:desc>A PICTURE</svg:desc></draw:frame>and after.</text:p>"
)


def test_a_rich_document_comes_out_in_order_with_its_kinds():
    found = read(made(RICH), "a.odt")
    assert [(block.kind, block.text) for block in found.blocks] == [
        (PassageKind.TITLE, "Harbour accord"),
        (PassageKind.HEADING, "What was agreed"),
        (None, "Main sentence goes on."),
        (PassageKind.LIST, "Ports"),
        (PassageKind.LIST, "North"),
        (None, "김하늘 | 王小明"),
        (None, "Before and after."),
        (None, "In a box"),
        (None, "A footnote"),
        (None, "An endnote"),
        (PassageKind.COMMENT, "Check this"),
    ]
    assert found.structured


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", ["a b c d"]),
        ("<text:p>a<text:line-break/><text:line-break/>b</text:p>", ["a", "b"]),
        ("<text:p>one\n\n line</text:p>", ["one line"]),
        ("<text:p>a <text:span text:style-name='T1'>GONE </text:span>b</text:p>", ["a b"]),
        ("<text:p>a <text:span text:style-name='T2'>GONE </text:span>b</text:p>", ["a b"]),
        ("<text:section text:display='none'><text:p>GONE</text:p></text:section>", []),
        ("<text:p><text:a>a link</text:a> <text:date>today</text:date></text:p>", ["a link today"]),
        (
            "<text:p><text:ruby><text:ruby-base>東京</text:ruby-base>"
            "<text:ruby-text>GONE</text:ruby-text></text:ruby></text:p>",
            ["東京"],
        ),
        ("<office:forms><text:p>GONE</text:p></office:forms><text:p>kept</text:p>", ["kept"]),
    ],
)
def test_what_is_printed_is_kept_and_what_is_not_is_left_out(body, wanted):
    assert texts(body) == wanted


def test_a_table_of_contents_is_set_aside():
    body = (
        "<text:table-of-content><text:table-of-content-source>GONE</text:table-of-content-source>"
        "<text:index-body><text:p>Ports 3</text:p></text:index-body></text:table-of-content>"
    )
    found = read(made(body + "<text:p>Text.</text:p>"), "a.odt").blocks
    assert [(block.kind, block.text) for block in found] == [
        (PassageKind.BOILERPLATE, "Ports 3"),
        (None, "Text."),
    ]


def test_heads_and_feet_of_pages_are_set_aside_once():
    page = (
        f"<office:document-styles {NAMES}><office:master-styles><style:master-page>"
        "<style:header><text:p>Ministry of Ports</text:p></style:header>"
        "<style:footer><text:p>Ministry of Ports</text:p><text:p>3</text:p></style:footer>"
        "</style:master-page></office:master-styles></office:document-styles>"
    )
    found = read(made("<text:p>Text.</text:p>", styles=page), "a.odt").blocks
    assert [(block.kind, block.text) for block in found] == [
        (None, "Text."),
        (PassageKind.BOILERPLATE, "Ministry of Ports"),
    ]


def test_the_properties_are_read_and_their_days_are_none_of_publication():
    metadata = read(made("<text:p>Text.</text:p>", meta=meta(META)), "a.odt").metadata
    assert (metadata.title, metadata.authors) == ("Harbour accord", ("Mara Quill",))
    assert (metadata.language, metadata.published) == ("ko", None)
    assert metadata.shown == dt.date(2021, 3, 9)


def test_a_locked_document_is_refused_in_words():
    manifest = (
        f"<manifest:manifest {NAMES}><manifest:file-entry manifest:full-path='content.xml'>"
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    )
    with pytest.raises(SourceError, match="locked with a password"):
        read(made(raw="\x01\x02", manifest=manifest), "a.odt")


def test_entities_and_broken_content_are_refused_in_words():
    bomb = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(SourceError, match="declarations of its own"):
        read(made(raw=content("<text:p>&b;</text:p>", bomb)), "a.odt")
    with pytest.raises(SourceError, match="damaged"):
        read(made(raw="<broken"), "a.odt")


def test_damage_gives_a_document_or_words():
    read_or_told(read, made(RICH, meta=meta(META)), "a.odt")
