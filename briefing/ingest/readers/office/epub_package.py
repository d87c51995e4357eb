"""The package document of an EPUB: the order of its parts, and title, authors and dates."""

import datetime as dt
import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from briefing.ingest.raw import RawMetadata
from briefing.ingest.readers.fields import as_date, as_text
from briefing.ingest.readers.office import office_properties
from briefing.model.source import DateBasis

_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TEXTS = frozenset(
    ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
)
# What the guide of EPUB 2 calls the parts that are no text of the book.
_FURNITURE = frozenset(
    ("cover", "toc", "index", "copyright-page", "colophon", "loi", "lot", "other.copyright")
)
_WRITERS = frozenset(("aut", "edt", "cre"))
_FIRST_YEAR = 1450  # of printing; programs write the year 101 for want of one


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter by its path in the archive; furniture is not text of the book."""

    path: str
    is_furniture: bool


class Book:
    """What a package document says."""

    def __init__(self, root: etree._Element, path: str) -> None:
        """Take the root of the package document, and its own path in the archive."""
        self._root = root
        self._folder = posixpath.dirname(path)

    @staticmethod
    def path_of(folder: str, reference: str) -> str:
        """Return the path in the archive that a reference means in a folder of it."""
        target = unquote(reference.partition("#")[0])
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The chapters in reading order, each once; in the order of the list where none is set."""
        items = {
            item.get("id", ""): item
            for item in self._root.iter(f"{_OPF}item")
            if item.get("media-type", "application/xhtml+xml") in _TEXTS
        }
        order = [item.get("idref", "") for item in self._root.iter(f"{_OPF}itemref")]
        guided = {
            self.path_of(self._folder, reference.get("href", ""))
            for reference in self._root.iter(f"{_OPF}reference")
            if reference.get("type", "").lower() in _FURNITURE
        }
        found: dict[str, Part] = {}
        for key in [key for key in order if key in items] or items:
            path = self.path_of(self._folder, items[key].get("href", ""))
            is_nav = "nav" in items[key].get("properties", "").split()
            found.setdefault(path, Part(path, is_nav or path in guided))
        return tuple(found.values())

    @property
    def metadata(self) -> RawMetadata:
        """The fields of the book; a program's stamp is no date of publication."""
        modified = [
            meta.text
            for meta in self._root.iter(f"{_OPF}meta")
            if meta.get("property") == "dcterms:modified"
        ]
        published, others = self._dates(modified)
        return RawMetadata(
            title=office_properties.title(self._first("title")),
            publisher=as_text(self._first("publisher")),
            authors=self._authors(),
            published=published,
            basis=DateBasis.METADATA if published else None,
            shown=office_properties.shown(*modified, *others),
            language=office_properties.language(self._first("language")),
        )

    def _dates(self, modified: list[str | None]) -> tuple[dt.date | None, list[str | None]]:
        dates = [
            (date.get(f"{_OPF}event", "publication").lower(), date.text)
            for date in self._root.iter(f"{_DC}date")
        ]
        own = (
            as_date(text)
            for event, text in dates
            if "publication" in event and text not in modified
        )
        published = next((day for day in own if day and day.year >= _FIRST_YEAR), None)
        return published, [text for event, text in dates if "publication" not in event]

    def _first(self, name: str) -> str | None:
        texts = ("".join(each.itertext()) for each in self._root.iter(f"{_DC}{name}"))
        return next((text for text in texts if text.strip()), None)

    def _authors(self) -> tuple[str, ...]:
        """Return who wrote it; who is said to have had another part in it is left out."""
        roles = {
            meta.get("refines", "").lstrip("#"): (meta.text or "").strip()
            for meta in self._root.iter(f"{_OPF}meta")
            if meta.get("property") == "role"
        }
        return office_properties.authors(
            *(
                creator.text
                for creator in self._root.iter(f"{_DC}creator")
                if (creator.get(f"{_OPF}role") or roles.get(creator.get("id", "-")) or "aut")
                in _WRITERS
            )
        )
