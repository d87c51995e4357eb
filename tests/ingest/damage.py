"""Damages the bytes of a sound file in many ways, the same ways each time."""

from collections.abc import Callable, Iterator

from briefing.ingest.raw import RawDocument
from briefing.model.errors import SourceError


def damaged(data: bytes, ways: int) -> Iterator[bytes]:
    """Yield the bytes cut short, with bits turned over, and with a stretch lost, in turn."""
    size = len(data)
    for way in range(ways):
        at = way * 7919 % size
        if way % 3 == 0:
            yield data[: size * (way + 1) // (ways + 1)]
        elif way % 3 == 1:
            turned = bytearray(data)
            for step in range(1 + way % 7):
                turned[(at + step * 104729) % size] ^= 1 << (way % 8)
            yield bytes(turned)
        else:
            yield data[:at] + data[at + 1 + way % 97 :]


def read_or_told(read: Callable[[bytes, str], RawDocument], sound: bytes, name: str) -> None:
    """Hold that a reader gives a document of any damaged bytes, or says why not."""
    for data in damaged(sound, 300):
        assert _outcome(read, data, name)


def _outcome(read: Callable[[bytes, str], RawDocument], data: bytes, name: str) -> object:
    try:
        return read(data, name)
    except SourceError as error:
        return error.message
