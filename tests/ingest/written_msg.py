"""Writes Outlook messages for the tests: an OLE container (MS-CFB), properties (MS-OXMSG)."""

import datetime as dt
import struct
from dataclasses import dataclass, field
from itertools import pairwise

SECTOR, SMALL, CUTOFF = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT, BYTES, BINARY, NUMBER, TIME = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040

Folder = dict[str, "bytes | Folder"]


@dataclass
class _Entry:
    name: str
    sort: int
    data: bytes = b""
    child: int = FREE
    right: int = FREE
    start: int = END
    kids: list[int] = field(default_factory=list)


def container(root: Folder) -> bytes:
    """Return an OLE container with these storages (dicts) and streams (bytes)."""
    entries: list[_Entry] = [_Entry("Root Entry", 5)]
    _gather(root, 0, entries)
    small = bytearray()
    small_fat: list[int] = []
    sectors: list[bytes] = []
    fat: list[int] = []
    for entry in entries:
        if entry.sort == 2 and len(entry.data) < CUTOFF:
            entry.start = _chain(len(small_fat), entry.data, SMALL, small_fat)
            small += _filled(entry.data, SMALL)
        elif entry.sort == 2:
            entry.start = _put(entry.data, sectors, fat)
    entries[0].data = bytes(small)
    entries[0].start = _put(bytes(small), sectors, fat)
    small_start = _put(struct.pack(f"<{len(small_fat)}I", *small_fat), sectors, fat, b"\xff")
    directory = _put(b"".join(map(_written, entries)), sectors, fat)
    first_fat = len(sectors)
    count = -(-len(fat) // (SECTOR // 4 - 1))
    fat += [FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * SECTOR, b"\xff")
    places = [first_fat + at for at in range(count)]
    head = MAGIC + bytes(16) + struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, count, directory, 0, CUTOFF,
        small_start, -(-len(small_fat) * 4 // SECTOR), END, 0, places[0],
    ) + struct.pack(f"<{len(places) - 1}I", *places[1:])  # fmt: skip
    return head.ljust(SECTOR, b"\xff") + b"".join(sectors) + table


def message(values: dict[int, object], *, inside: bool = False, **more: "bytes | Folder") -> Folder:
    """Return the storage of a message: its properties by number, and more storages by name.

    Text is UTF-16, bytes are binary, whole numbers and times are fixed in length. A pair gives the
    type as well: ``(BYTES, b"...")``.
    """
    streams, fixed = _properties(values)
    head = bytes(24) if inside else bytes(32)
    return {"__properties_version1.0": head + fixed, **streams, **more}


def attachment(values: dict[int, object], inner: Folder | None = None) -> Folder:
    """Return the storage of an attachment; ``inner`` is a message inside it."""
    streams, fixed = _properties(values)
    held: Folder = {} if inner is None else {"__substg1.0_3701000D": inner}
    return {"__properties_version1.0": bytes(8) + fixed, **streams, **held}


def _properties(values: dict[int, object]) -> tuple[Folder, bytes]:
    streams: Folder = {}
    fixed = b""
    for number, value in values.items():
        sort, data = _typed(value)
        if sort in {NUMBER, TIME}:
            fixed += struct.pack("<HHI", sort, number, 6) + data.ljust(8, b"\0")
        else:
            streams[f"__substg1.0_{number:04X}{sort:04X}"] = data
            fixed += struct.pack("<HHIII", sort, number, 6, len(data), 0)
    return streams, fixed


def _typed(value: object) -> tuple[int, bytes]:
    match value:
        case tuple((sort, data)):
            return sort, data
        case str():
            return TEXT, value.encode("utf-16-le")
        case bytes():
            return BINARY, value
        case dt.datetime():
            since = value - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)
            return TIME, struct.pack("<Q", int(since.total_seconds()) * 10_000_000)
        case int():
            return NUMBER, struct.pack("<I", value)
    raise TypeError(value)


def _gather(folder: Folder, at: int, entries: list[_Entry]) -> None:
    for name, held in folder.items():
        number = len(entries)
        entries[at].kids.append(number)
        entries.append(_Entry(name, 2, held) if isinstance(held, bytes) else _Entry(name, 1))
        if not isinstance(held, bytes):
            _gather(held, number, entries)
    # A tree that only goes to the right: a list, in the order that MS-CFB 2.6.4 demands.
    kids = sorted(
        entries[at].kids, key=lambda kid: (len(entries[kid].name), entries[kid].name.upper())
    )
    entries[at].child = kids[0] if kids else FREE
    for kid, following in pairwise(kids):
        entries[kid].right = following


def _put(data: bytes, sectors: list[bytes], fat: list[int], filler: bytes = b"\0") -> int:
    whole = _filled(data, SECTOR, filler)
    start = _chain(len(sectors), data, SECTOR, fat)
    sectors += [whole[at : at + SECTOR] for at in range(0, len(whole), SECTOR)]
    return start


def _chain(first: int, data: bytes, size: int, fat: list[int]) -> int:
    count = -(-len(data) // size)
    if not count:
        return END
    fat += [*range(first + 1, first + count), END]
    return first


def _filled(data: bytes, size: int, filler: bytes = b"\0") -> bytes:
    return data.ljust(-(-len(data) // size) * size, filler)


def _written(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return name.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI8x8xIQ", len(name), entry.sort, 1, FREE, entry.right, entry.child, 0,
        entry.start, len(entry.data),
    )  # fmt: skip
