"""DOCX files made by hand and by a library, for the tests of their reader."""

import datetime as dt
import io
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing.ingest.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}/relationships" xmlns:m="{OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)
PROLOG = '<?xml version="1.0" encoding="UTF-8"?>'


def run(text, settings=""):
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs, settings=""):
    return f"<w:p><w:pPr>{settings}</w:pPr>{''.join(runs)}</w:p>"


def document(body, prolog=PROLOG):
    return f"{prolog}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def made(body, *, parts=(), related=(), prolog=PROLOG, raw=None):
    """A DOCX of a body, further parts (path, text), and relations of the main part (kind, path)."""
    kind = f"{OFFICE}/relationships/"
    rels = "".join(
        f'<Relationship Id="x{at}" Type="{kind}{name}" Target="{target}"/>'
        for at, (name, target) in enumerate(related)
    )
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", raw or document(body, prolog))
        archive.writestr(
            "word/_rels/document.xml.rels", f"<Relationships {space}>{rels}</Relationships>"
        )
        for path, text in parts:
            archive.writestr(path, text)
    return out.getvalue()


def styles(*texts):
    return ("word/styles.xml", f"<w:styles {NAMES}>{''.join(texts)}</w:styles>"), (
        "styles",
        "styles.xml",
    )


def style(key, name, settings="", characters="", based=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{settings}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def texts(data):
    return [block.text for block in read(data, "a.docx").blocks]


def pairs(data):
    return [(block.kind, block.text) for block in read(data, "a.docx").blocks]


def rich():
    """A document made by a library for documents, with a bit of everything."""
    written = docx.Document()
    written.core_properties.title = "Harbour accord signed"
    written.core_properties.author = "Mara Quill; 김하늘"
    written.core_properties.created = dt.datetime(2021, 3, 4, 9, 0)
    written.core_properties.modified = dt.datetime(2021, 3, 9, 9, 0)
    written.add_heading("Harbour accord signed", 0)
    written.add_paragraph("Ruritania and Strelsau signed on Monday, the ministry’s spokesman said.")
    written.add_heading("What was agreed", 1)
    split = written.add_paragraph("Three points: ")
    split.add_run("ports").bold = True
    split.add_run(", tolls.")
    written.add_paragraph("Ports open in May", style="List Bullet")
    table = written.add_table(2, 2)
    for at, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            cell.text = f"cell {at}{place}"
    written.add_paragraph("김하늘 장관과 王小明部长. وزير الخارجية قال ذلك. “quoted”")
    noted = written.add_paragraph("With a comment here.")
    written.add_comment(noted.runs, text="Check this figure", author="Ed", initials="E")
    written.sections[0].header.paragraphs[0].text = "Ministry of Ports"
    written.sections[0].footer.paragraphs[0].text = "12"
    changed = written.add_paragraph("Before ")
    for tag, inner in (("ins", "<w:t>put in</w:t>"), ("del", "<w:delText>TAKEN OUT</w:delText>")):
        changed._p.append(
            parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="a"><w:r>{inner}</w:r></w:{tag}>')
        )
    changed.add_run(" after.")
    out = io.BytesIO()
    written.save(out)
    return out.getvalue()
