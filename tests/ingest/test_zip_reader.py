"""ZIP archives: every file in one is read or named; names are labels whatever set they are in."""

import io
import struct
import zipfile

import pytest

from briefing.ingest import archive, passages
from briefing.ingest.raw import RawDocument
from briefing.ingest.read import read_all
from briefing.ingest.readers import zip as zip_reader
from briefing.model.errors import SourceError
from tests.ingest.damage import damaged

TEXT = b"The harbour of Lind opens again on Monday, the port office said in a note to the press."


def made(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in members.items():
            opened.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def with_names(names: list[bytes]) -> bytes:
    """Return an archive with names in bytes, as archivers write that declare no character set."""
    places = {chr(ord("A") + at) * len(name): name for at, name in enumerate(names)}
    data = made(dict.fromkeys(places, TEXT))
    for place, name in places.items():
        data = data.replace(place.encode(), name)
    return data


def locked(data: bytes, number: int) -> bytes:
    """Return the archive with the bit set that says that a member is encrypted."""
    at = -1
    for _ in range(number + 1):
        at = data.index(b"PK\x01\x02", at + 1)
    flags = struct.unpack_from("<H", data, at + 8)[0] | 1
    return data[: at + 8] + struct.pack("<H", flags) + data[at + 10 :]


def names(document: RawDocument) -> list[str]:
    return [each.name for each in document.enclosed]


def test_files_are_enclosed_and_what_systems_leave_is_not():
    members = {
        "report.txt": TEXT,
        "folder/": b"",
        "folder/second.txt": TEXT,
        "__MACOSX/._report.txt": b"x",
        ".hidden/a.txt": TEXT,
        "folder/Thumbs.db": b"x",
        "desktop.ini": b"x",
        "inner.zip": made({"a.txt": TEXT}),
    }
    found = zip_reader.read(made(members), "a.zip")
    assert names(found) == ["report.txt", "folder/second.txt", "inner.zip"]
    assert found.enclosed[0].data == TEXT
    assert not found.blocks


def test_archives_in_archives_are_read_by_the_walk():
    data = made({"inner.zip": made({"note.txt": TEXT})})
    assert [source.path for source, _ in read_all(data, "a.zip").read] == [
        "a.zip/inner.zip/note.txt"
    ]


def test_names_are_labels_and_no_paths():
    found = zip_reader.read(made({"../../etc/note.txt": TEXT, "/tmp/a\\b.txt": TEXT}), "a.zip")
    assert names(found) == ["etc/note.txt", "tmp/a/b.txt"]


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        (["항구 소식.txt", "외교부 대변인 브리핑.txt"], "cp949"),
        (["港口新闻.txt", "外交部发言人例行记者会.txt"], "gb18030"),
        (["港の再開について.txt", "外務省報道官会見.txt"], "cp932"),
        (["外交部發言人例行記者會.txt", "港口重新開放的報導.txt"], "big5"),
        (["항구 소식.txt"], "utf-8"),
        (["Новости порта.txt"], "cp866"),
        (["café de Lind.txt"], "cp437"),
    ],
)
def test_names_without_a_declared_character_set_are_read(said, charset):
    data = with_names([name.encode(charset) for name in said])
    assert names(zip_reader.read(data, "a.zip")) == said


def test_declared_names_stay_as_they_are():
    assert names(zip_reader.read(made({"café é.txt": TEXT, "항구.txt": TEXT}), "a.zip")) == [
        "café é.txt",
        "항구.txt",
    ]


def test_the_rest_is_read_where_members_are_locked_or_damaged():
    data = made({"a.txt": TEXT, "b.txt": TEXT[::-1], "c.txt": b"Third."})
    at = data.index(b"b.txt") + len(b"b.txt")
    data = locked(data[: at + 5] + bytes(20) + data[at + 25 :], 2)
    found = zip_reader.read(data, "a.zip")
    assert names(found) == ["a.txt"]
    said = {failure.path: failure.error.message for failure in found.failed}
    assert said == {
        "b.txt": "“a.zip/b.txt” is damaged or incomplete.",
        "c.txt": "“a.zip/c.txt” is locked with a password.",
    }


def test_an_archive_of_which_nothing_can_be_read_says_why():
    (failure,) = zip_reader.read(locked(made({"a.txt": TEXT}), 0), "a.zip").failed
    assert "password" in failure.error.message
    with pytest.raises(SourceError, match="no document"):
        zip_reader.read(made({".hidden": TEXT}), "a.zip")


def test_what_expands_too_far_is_named_and_not_read(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 1000)
    found = zip_reader.read(made({"bomb.txt": bytes(5000), "a.txt": TEXT}), "a.zip")
    assert names(found) == ["a.txt"]
    assert [failure.path for failure in found.failed] == ["bomb.txt"]
    assert "expands" in found.failed[0].error.message


def test_a_thousand_bombs_cost_no_more_than_one(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 3_000_000)
    monkeypatch.setattr(archive, "LARGEST_WHOLE", 4_000_000)
    held = zip_reader.Archive(made({f"{n}.txt": bytes(3_500_000) for n in range(5)}), "a.zip")
    for name in held.names:
        with pytest.raises(SourceError, match="expands"):
            held.read(name)
    assert held._left > -2 * 5 * 1_048_576, "each read stops where the whole is used up"


def test_damage_is_an_error_in_words():
    outcomes = set()
    for data in damaged(made({"a.txt": TEXT, "b/c.txt": TEXT * 20}), 300):
        try:
            outcomes.add(type(zip_reader.read(data, "a.zip")))
        except SourceError:
            outcomes.add(SourceError)
    assert outcomes == {RawDocument, SourceError}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_loses_no_other_however_it_is_packed(method):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as opened:
        opened.writestr("good.txt", TEXT)
        opened.writestr("bad.txt", bytes(range(65, 91)) * 400)
    data = bytearray(buffer.getvalue())
    at = data.index(b"bad.txt") + 20
    data[at : at + 30] = bytes(byte ^ 0x5A for byte in data[at : at + 30])
    found = read_all(bytes(data), "a.zip")
    assert [source.path for source, _ in found.read] == ["a.zip/good.txt"]
    assert [failure.path for failure in found.failed] == ["a.zip/bad.txt"]


def test_a_fault_of_the_program_loses_one_member_alone(monkeypatch):
    def failing(text):
        assert "Lind" not in text
        return ()

    monkeypatch.setattr(passages, "sentences", failing)
    found = read_all(made({"a.txt": TEXT, "b.txt": TEXT.replace(b"Lind", b"Rund")}), "a.zip")
    assert [source.path for source, _ in found.read] == ["a.zip/b.txt"]
    assert [failure.path for failure in found.failed] == ["a.zip/a.txt"]
    assert "the program failed" in found.failed[0].error.message
