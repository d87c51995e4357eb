"""ZIP archives: each file in one is a document of its own; nothing is unpacked to a disk."""

import zipfile

from briefing.ingest.archive import Archive
from briefing.ingest.characters import one_line
from briefing.ingest.raw import Enclosed, RawDocument
from briefing.ingest.readers import zip_names
from briefing.model.errors import Failure, SourceError

_UTF8 = 0x800
# What systems and programs put beside a person's files.
_NO_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin"})


def read(data: bytes, name: str) -> RawDocument:
    """Return the files in an archive as enclosed documents, and those that cannot be had.

    Folders, hidden files and what systems leave in archives are passed over. Raises SourceError
    where nothing else is in it.
    """
    archive = Archive(data, name)
    enclosed: list[Enclosed] = []
    failed: list[Failure] = []
    for member, label in _members(archive):
        try:
            enclosed.append(Enclosed(label, archive.read(member, f"{name}/{label}")))
        except SourceError as error:
            failed.append(Failure(label, error))
    if not enclosed and not failed:
        raise SourceError(
            "There is no document in the archive “{name}”.",
            "Put the files in it again.",
            name=name,
        )
    return RawDocument((), enclosed=tuple(enclosed), failed=tuple(failed))


def _members(archive: Archive) -> list[tuple[str, str]]:
    """Return the members that are files of a person, with their names as labels."""
    old = [info for info in archive.members if not info.flag_bits & _UTF8]
    said = zip_names.decoded([_raw(info) for info in old])
    labels = dict(zip((info.filename for info in old), said, strict=True))
    members = ((name, _label(labels.get(name, name))) for name in archive.names)
    return [(name, label) for name, label in members if label]


def _raw(info: zipfile.ZipInfo) -> bytes:
    # Python has read what is not declared as UTF-8 with this set, in which each byte has its place.
    return info.orig_filename.encode("cp437", errors="replace")


def _label(name: str) -> str:
    """Return a member's name as a label; "" for one that is no file of a person."""
    steps = [one_line(step) for step in name.replace("\\", "/").split("/")]
    kept = [step for step in steps if step not in {"", ".", ".."}]
    if not kept or any(step.startswith(".") or step.lower() in _NO_FILES for step in kept):
        return ""
    return "/".join(kept)
