"""The Word file as a package: its fixed parts, and the zip with fixed times.

Parts and relationships follow ISO/IEC 29500-2; nothing of a template is taken over.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from briefing.document.document import Document
from briefing.document.style import Stylesheet
from briefing.exporters.characters import one_line
from briefing.exporters.word_styles import EAST_ASIAN_FONT
from briefing.exporters.word_xml import NAMESPACES, XML_HEAD, attribute, content

_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CREATED: Final = "2000-01-01T00:00:00Z"
_PROGRAM: Final = "Aide-Mémoire"
_RESERVED_NOTES: Final = '<w:endnote w:id="-1"/><w:endnote w:id="0"/>'

# Part name in word/ → content type; the order is the order in the zip.
PARTS: Final = {
    "document": f"{_WORD_TYPE}document.main+xml",
    "styles": f"{_WORD_TYPE}styles+xml",
    "numbering": f"{_WORD_TYPE}numbering+xml",
    "settings": f"{_WORD_TYPE}settings+xml",
    "fontTable": f"{_WORD_TYPE}fontTable+xml",
    "theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    "endnotes": f"{_WORD_TYPE}endnotes+xml",
    "header1": f"{_WORD_TYPE}header+xml",
    "header2": f"{_WORD_TYPE}header+xml",
    "footer1": f"{_WORD_TYPE}footer+xml",
}


def package(
    document: Document, parts: Mapping[str, str], links: Mapping[str, Mapping[str, str]]
) -> bytes:
    """Return the zip. ``parts`` has the XML of every name in PARTS; ``links`` the web addresses
    of a part by relationship id.
    """  # noqa: D205 - one sentence that needs two lines
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_RELATIONS}/metadata/core-properties", "docProps/core.xml"),
                ("rId3", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
            )
        ),
        "docProps/core.xml": _core(document),
        "docProps/app.xml": _app(),
    }
    own = tuple(
        (f"rId_{name}", f"{_OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml")
        for name in PARTS
        if name != "document"
    )
    files["word/_rels/document.xml.rels"] = _relations(own, links.get("document", {}))
    if links.get("endnotes"):
        files["word/_rels/endnotes.xml.rels"] = _relations((), links["endnotes"])
    files.update({f"word/{name}.xml": parts[name] for name in PARTS})
    return _zipped(files)


def settings_part() -> str:
    """Return word/settings.xml: Word 2013 and later, endnotes at the end of their section."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'{XML_HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:endnotePr><w:pos w:val="sectEnd"/><w:numFmt w:val="decimal"/>{_RESERVED_NOTES}'
        '</w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" '
        f'w:uri="{uri}" w:val="15"/></w:compat></w:settings>'
    )


def font_part(style: Stylesheet) -> str:
    """Return word/fontTable.xml with what to take where the fonts are not installed."""
    fonts = ((style.serif, "Cambria", "roman"), (style.sans, "Calibri", "swiss"))
    named = "".join(
        f'<w:font w:name={attribute(name)}><w:altName w:val="{other}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, family in fonts
    )
    return (
        f'{XML_HEAD}<w:fonts {NAMESPACES}>{named}<w:font w:name="{EAST_ASIAN_FONT}">'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def numbering_part(ordered_lists: int) -> str:
    """Return word/numbering.xml: w:num 1 are the bullets, then one w:num for each ordered list."""

    def level(kind: str, text: str, left: int, hanging: int, style: str) -> str:
        return (
            '<w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
            f"<w:rPr>{style}</w:rPr></w:lvl>"
        )

    kinds = (level("bullet", "•", 320, 280, ""), level("decimal", "%1.", 360, 360, ""))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{index}"><w:multiLevelType w:val="singleLevel"/>'
        f"{kind}</w:abstractNum>"
        for index, kind in enumerate(kinds)
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    ordered = "".join(
        f'<w:num w:numId="{index + 2}"><w:abstractNumId w:val="1"/>{restart}</w:num>'
        for index in range(ordered_lists)
    )
    bullets = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f"{XML_HEAD}<w:numbering {NAMESPACES}>{abstract}{bullets}{ordered}</w:numbering>"


def _content_types() -> str:
    names = {f"/word/{name}.xml": kind for name, kind in PARTS.items()}
    names["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    extended = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    names["/docProps/app.xml"] = extended
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in names.items()
    )
    return (
        f'{XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(
    own: tuple[tuple[str, str, str], ...], links: Mapping[str, str] | None = None
) -> str:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, kind, target in own
    )
    outer = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/hyperlink" Target={attribute(target)} '
        'TargetMode="External"/>'
        for id_, target in (links or {}).items()
    )
    return f'{XML_HEAD}<Relationships xmlns="{_RELATIONS}">{inner}{outer}</Relationships>'


def _core(document: Document) -> str:
    return (
        f"{XML_HEAD}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{content(one_line(document.title))}</dc:title>"
        f"<dc:subject>{content(one_line(document.subtitle))}</dc:subject>"
        f"<dc:creator>{_PROGRAM}</dc:creator><dc:language>{content(document.language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_CREATED}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _app() -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        f'{XML_HEAD}<Properties xmlns="{kind}"><Application>{_PROGRAM}</Application></Properties>'
    )


def _zipped(files: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Without these two, the bytes would tell the system that wrote them.
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, text.encode(), compresslevel=6)
    return buffer.getvalue()
