"""The parts of an Office file and the relationships that lead from one to another (ECMA-376, 2)."""

import posixpath
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from briefing.ingest.archive import Archive
from briefing.ingest.readers.office.safe_xml import damaged, parsed
from briefing.model.errors import SourceError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO 29500's strict form is the same language under other names.
_STRICT = tuple(
    (f'"{strict}"'.encode(), f'"{usual}"'.encode())
    for strict, usual in (
        (
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ),
        (
            "http://purl.oclc.org/ooxml/officeDocument/math",
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
        ),
        (
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ),
        (
            "http://purl.oclc.org/ooxml/drawingml/main",
            "http://schemas.openxmlformats.org/drawingml/2006/main",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class _Relation:
    key: str
    kind: str
    path: str


class Package:
    """The parts by their paths; what is damaged and can be spared is told in ``notices``."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive = archive
        self._name = name
        self._notices: list[str] = []
        self._relations: dict[str, tuple[_Relation, ...]] = {}

    @property
    def notices(self) -> tuple[str, ...]:
        """What could not be read, each in one sentence."""
        return tuple(dict.fromkeys(self._notices))

    def root(self, path: str) -> etree._Element:
        """Return the root of a part. Raises SourceError where it is missing or no sound XML."""
        if path not in self._names:
            raise damaged(self._name)
        data = self._archive.read(path)
        if b"http://purl.oclc.org/ooxml/" in data[:8000]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return parsed(data, self._name)

    def optional_root(self, path: str | None) -> etree._Element | None:
        """Return the root of a part that need not be there, None where it cannot be read."""
        if path is None or path not in self._names:
            return None
        try:
            return self.root(path)
        except SourceError:
            self._left_out(path)
            return None

    def optional_bytes(self, path: str | None) -> bytes | None:
        """Return a part as it is, None where it is missing or cannot be read."""
        if path is None or path not in self._names:
            return None
        try:
            return self._archive.read(path)
        except SourceError:
            self._left_out(path)
            return None

    def related(self, path: str, kind: str) -> str | None:
        """Return the part that another names as its styles, notes and so on; "" is the whole."""
        return next(iter(self.all_related(path, kind)), None)

    def all_related(self, path: str, kind: str) -> tuple[str, ...]:
        """Return all parts of a kind that another names."""
        return tuple(each.path for each in self._of(path) if each.kind == kind)

    def target(self, path: str, key: str) -> str | None:
        """Return the part that another names by a key."""
        return next((each.path for each in self._of(path) if each.key == key), None)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self._archive.names)

    def _of(self, path: str) -> tuple[_Relation, ...]:
        if path not in self._relations:
            folder, base = posixpath.split(path)
            root = self.optional_root(posixpath.join(folder, "_rels", f"{base}.rels"))
            found = () if root is None else root.iterfind(_RELATIONSHIP)
            self._relations[path] = tuple(
                _Relation(
                    key=each.get("Id", ""),
                    kind=each.get("Type", "").rpartition("/")[2],
                    path=posixpath.normpath(
                        posixpath.join("/", folder, each.get("Target", ""))
                    ).lstrip("/"),
                )
                for each in found
                if each.get("TargetMode") != "External"
            )
        return self._relations[path]

    def _left_out(self, path: str) -> None:
        self._notices.append(f"“{path}”, a part of it, is damaged and was left out.")
