"""A ZIP archive held in memory, read within limits: nothing is ever unpacked to a disk."""

import io
import lzma
import zipfile
import zlib

from briefing.model.errors import SourceError

MOST_MEMBERS = 50_000
LARGEST_MEMBER = 64_000_000
LARGEST_WHOLE = 400_000_000
_PIECE = 1 << 20
# Bit 0 of a member's flags: its content is encrypted (APPNOTE.TXT 4.4.4).
_ENCRYPTED = 0x1


class Archive:
    """The members of an archive by name; the names are labels and no places to write to.

    What a member expands to is counted while it is read, whatever the archive says of its size.
    Of two members with one name the first counts.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive. Raises SourceError where the bytes are none or hold too many members."""
        self._name = name
        self._left = LARGEST_WHOLE
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise _damaged(name) from error
        if len(members) > MOST_MEMBERS:
            raise SourceError(
                "“{name}” holds {count} files; {most} are read at the most.",
                "Unpack it and import the folder.",
                name=name,
                count=len(members),
                most=MOST_MEMBERS,
            )
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in members:
            if not member.is_dir():
                self._members.setdefault(member.filename, member)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the archive's order."""
        return tuple(self._members)

    @property
    def members(self) -> tuple[zipfile.ZipInfo, ...]:
        """What the archive says of its members, in its order."""
        return tuple(self._members.values())

    def read(self, member: str, label: str = "") -> bytes:
        """Return the bytes of a member; an error names ``label`` where the member is no mere part.

        Raises SourceError where there is none, it is damaged or locked, or it expands beyond
        LARGEST_MEMBER bytes, or all that was read so far beyond LARGEST_WHOLE.
        """
        name = label or self._name
        info = self._members.get(member)
        if info is None:
            raise _damaged(name)
        if info.flag_bits & _ENCRYPTED:
            raise SourceError(
                "“{name}” is locked with a password.",
                "Open it with its password, save it without one, and read that.",
                name=name,
            )
        try:
            return self._bounded(info, name)
        except (
            zipfile.BadZipFile, zlib.error, lzma.LZMAError,
            EOFError, OSError, ValueError, NotImplementedError,
        ) as error:  # fmt: skip
            raise _damaged(name) from error

    def _bounded(self, info: zipfile.ZipInfo, name: str) -> bytes:
        pieces: list[bytes] = []
        size = 0
        with self._zip.open(info) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                # What comes to nothing counts too: a thousand bombs must cost no more than one.
                self._left -= len(piece)
                if size > LARGEST_MEMBER or self._left < 0:
                    raise SourceError(
                        "“{name}” expands to more than can be read at once.",
                        "Unpack it, and import the part that matters.",
                        name=name,
                    )
                pieces.append(piece)
        return b"".join(pieces)


def _damaged(name: str) -> SourceError:
    return SourceError(
        "“{name}” is damaged or incomplete.",
        "Get it once more from where it came, then read it.",
        name=name,
    )
