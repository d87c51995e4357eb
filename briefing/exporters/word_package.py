"""The Word file as python-docx opens and saves it: its default slimmed, and fixed times in the zip.

What is taken away is what a person would not miss: a second copy of the styles for Word 2007, the
picture and the data of somebody's first file, the settings of their screen.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from typing import Final

import docx
from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.package import Package

from briefing.document.document import Document
from briefing.document.style import Stylesheet
from briefing.exporters.characters import one_line
from briefing.exporters.word_theme import theme_xml
from briefing.exporters.word_xml import NAMESPACES, XML_HEAD, attribute, elements

EAST_ASIAN_FONT: Final = "Malgun Gothic"
_DROPPED: Final = ("/stylesWithEffects", "/customXml", "/webSettings", "/thumbnail")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_PROGRAM: Final = "Aide-Mémoire"
_LONGEST_PROPERTY: Final = 255  # characters; python-docx refuses more
_KEPT_SETTINGS: Final = frozenset(
    qn(f"w:{name}")
    for name in ("zoom", "defaultTabStop", "characterSpacingControl", "compat", "clrSchemeMapping")
)
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def new_file(document: Document, style: Stylesheet) -> WordFile:
    """Return an empty Word file that knows its title, its fonts and its colours."""
    file = docx.Document()
    package = file.part.package
    for owner in (file.part, package):
        for id_ in [id_ for id_, one in owner.rels.items() if one.reltype.endswith(_DROPPED)]:
            del owner.rels[id_]
    _replace(file.part, RELATION.THEME, "/word/theme/theme1.xml", KIND.OFC_THEME, theme_xml(style))
    _replace(
        file.part, RELATION.FONT_TABLE, "/word/fontTable.xml", KIND.WML_FONT_TABLE, _fonts(style)
    )
    _replace(
        package,
        RELATION.EXTENDED_PROPERTIES,
        "/docProps/app.xml",
        KIND.OFC_EXTENDED_PROPERTIES,
        f'{XML_HEAD}<Properties xmlns="{_EXTENDED}"><Application>{_PROGRAM}</Application>'
        "</Properties>",
    )
    _set_settings(file)
    _describe(file, document)
    return file


def add_addresses(part: Part, addresses: Mapping[str, str]) -> None:
    """Relate a part to the web addresses it links to; ``addresses`` are by relationship id."""
    for id_, address in addresses.items():
        part.load_rel(RELATION.HYPERLINK, address, id_, is_external=True)


def saved(file: WordFile) -> bytes:
    """Return the bytes of the file, the same for the same content at any time on any system."""
    dated, undated = io.BytesIO(), io.BytesIO()
    file.save(dated)
    with (
        zipfile.ZipFile(dated) as given,
        zipfile.ZipFile(undated, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Without these two, the bytes would tell the system that wrote them.
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, given.read(name), compresslevel=6)
    return undated.getvalue()


def _replace(owner: Part | Package, relation: str, name: str, kind: str, xml: str) -> None:
    """Put a part of ours in the place of the one that the default file has."""
    for id_ in [id_ for id_, one in owner.rels.items() if one.reltype == relation]:
        del owner.rels[id_]
    package = owner if isinstance(owner, Package) else owner.package
    owner.relate_to(Part(PackURI(name), kind, xml.encode(), package), relation)


def _set_settings(file: WordFile) -> None:
    """Set Word 2013 and later as the layout, and the endnotes at the end of their section."""
    settings = file.settings.element
    for one in [one for one in settings if one.tag not in _KEPT_SETTINGS]:
        settings.remove(one)
    zoom = settings.find(qn("w:zoom"))
    zoom.attrib.clear()
    zoom.set(qn("w:percent"), "100")
    compatible = settings.find(qn("w:compat"))
    compatible.remove(compatible.find(qn("w:useFELayout")))
    for one in compatible:
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), "15")
    (notes,) = elements(
        '<w:endnotePr><w:pos w:val="sectEnd"/><w:numFmt w:val="decimal"/>'
        '<w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
    )
    compatible.addprevious(notes)


def _describe(file: WordFile, document: Document) -> None:
    about = file.core_properties
    about.title = one_line(document.title)[:_LONGEST_PROPERTY]
    about.subject = one_line(document.subtitle)[:_LONGEST_PROPERTY]
    about.language = one_line(document.language)
    about.author = about.last_modified_by = _PROGRAM
    about.comments = ""
    about.created = about.modified = _MADE


def _fonts(style: Stylesheet) -> str:
    """Return the font table, with what to take where the fonts are not installed."""
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
