"""Whatever is wrong with the file or the disk is told in words, and nothing is lost by it."""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from made_records import contents, made_source

from briefing.library import database
from briefing.library.library import Library
from briefing.model.edits import Edit, Put
from briefing.model.errors import LibraryError
from briefing.model.people import Issue
from briefing.model.source import Original, Source


def issue(key):
    return Put(Issue(key, "Tariffs"))


@pytest.fixture
def path(tmp_path):
    """Give the path of a closed Library of 40 Sources and an Issue."""
    path = tmp_path / "l.aidememo"
    sources = (Put(made_source(f"{n:03}", *[f"Words {n}."] * 20)) for n in range(40))
    with Library.open(path) as library:
        library.apply(Edit("Add", (issue("x"), *sources)))
    return path


@pytest.fixture
def no_wait(monkeypatch):
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)


@pytest.fixture
def folder_as_nobody():
    """Give a folder while the test may write only where others may; root may write anywhere."""
    if not hasattr(os, "geteuid"):
        pytest.skip("file modes do not keep a person from writing on this system")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o777)


def refused(path, words, create=True):
    with pytest.raises(LibraryError, match=words) as told:
        Library.open(path, create=create)
    assert told.value.hint
    assert "{" not in str(told.value)


def test_missing(tmp_path):
    refused(tmp_path / "l.aidememo", "There is no Library", create=False)
    assert list(tmp_path.iterdir()) == []


def test_missing_folder(tmp_path):
    refused(tmp_path / "no" / "l.aidememo", "folder .*no does not exist")


def test_file_in_place_of_a_folder(path):
    refused(path / "l.aidememo", "does not exist|cannot be read")


def test_folder(tmp_path):
    refused(tmp_path, "is a folder")


def test_name_too_long(tmp_path):
    refused(tmp_path / ("l" * 300), "cannot be read")


def test_name_with_marks(tmp_path):
    path = tmp_path / "é 中 {x} %20?mode=ro#1.aidememo"
    with Library.open(path) as library:
        library.apply(Edit("Add", (issue("x"),)))
    with Library.open(path, create=False) as library:
        assert library.count(Issue) == 1
    assert list(tmp_path.iterdir()) == [path]
    path.write_bytes(b"no Library")
    refused_name = "é 中 {x} %20"
    with pytest.raises(LibraryError) as told:
        Library.open(path)
    assert refused_name in str(told.value)


def test_relative_path(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    with Library.open(Path("l.aidememo"), create=False) as library:
        assert library.count(Issue) == 1
    refused(Path(":memory:"), "There is no Library", create=False)


def test_empty_file(tmp_path):
    path = tmp_path / "l.aidememo"
    path.touch()
    refused(path, "is empty", create=False)
    assert path.read_bytes() == b""
    with Library.open(path) as library:
        assert library.count(Source) == 0


@pytest.mark.parametrize(
    "data", [b"x", b"PK\x03\x04" * 500, b"SQLite format 3\x00", b"SQLite format 3\x00" * 999]
)
def test_file_of_another_kind(tmp_path, data):
    path = tmp_path / "l.aidememo"
    path.write_bytes(data)
    refused(path, "is not a Library")
    assert path.read_bytes() == data


def test_database_of_another_program(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE source (id TEXT)")
        other.execute("PRAGMA user_version = 1")
    other.close()
    before = path.read_bytes()
    refused(path, "is not a Library")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_truncated(path, share):
    data = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(data)
    refused(path, "damaged")
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


def test_overwritten_pages(path):
    data = bytearray(path.read_bytes())
    chance = random.Random(2)
    for start in range(4096, len(data), 4096):
        data[start : start + 200] = chance.randbytes(200)
    path.write_bytes(data)
    refused(path, "damaged")
    assert path.read_bytes() == data


def test_first_page_overwritten_after_the_header(path):
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    refused(path, "damaged")
    assert path.read_bytes() == data


CHILD = """
import os, sys, time
from pathlib import Path
from sqlalchemy import event
sys.path[:0] = {paths!r}
from made_records import made_source
from briefing.library.library import Library
from briefing.model.edits import Edit, Put

library = Library.open(Path(sys.argv[1]), create=False)
library._connection.exec_driver_sql("PRAGMA cache_size = 20")
seen = []

def stop(*_):
    print("stopped", flush=True)
    time.sleep(60)

def count(connection, cursor, statement, *_):
    seen.append(statement)
    if sys.argv[2] in (str(len(seen)), statement):
        stop()

event.listen(library._connection.engine, "before_cursor_execute", count)
words = [f"More words {{n}} of this text." for n in range(40)]
library.apply(Edit("Add", tuple(Put(made_source(f"new{{n:05}}", *words)) for n in range(1100))))
stop()
"""


def killed(path, moment):
    """Kill a program at the moment: before a statement, by number or by name, or at the end."""
    paths = [str(Path(__file__).parent), *sys.path]
    command = [sys.executable, "-c", CHILD.format(paths=paths), str(path), moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        try:
            assert child.stdout.readline() == "stopped\n"
        finally:
            child.kill()


@pytest.mark.parametrize("moment", ["4", "9", "COMMIT"])
def test_killed_while_writing_leaves_nothing_of_the_edit(path, moment):
    with Library.open(path) as library:
        before = contents(library)
    killed(path, moment)
    with Library.open(path, create=False) as library:
        assert contents(library) == before
        assert library.search("more") == ()
        assert len(library.search("words", limit=9999)) == 800


def test_killed_after_writing_leaves_all_of_the_edit(path):
    killed(path, "end")
    with Library.open(path, create=False) as library:
        assert library.count(Source) == 1140
        assert len(library.search("more", limit=99999)) == 44000


def test_damaged_with_a_log_left_over_is_left_untouched(path):
    killed(path, "end")
    log = path.with_name("l.aidememo-wal")
    assert log.stat().st_size > 0
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 60000)
    # Pages in the log hide damage to the same pages of the file, so the log is damaged as well.
    log.write_bytes(log.read_bytes()[: 32 + 5 * (4096 + 24)])
    before = path.read_bytes(), log.read_bytes()
    refused(path, "damaged")
    assert (path.read_bytes(), log.read_bytes()) == before


def test_in_use_while_writing(path, no_wait):
    with Library.open(path) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="in use by another program"):
            library.apply(Edit("Add", (issue("y"),)))
        assert library.count(Issue) == 1
        with Library.open(path) as second:
            assert second.count(Issue) == 1
        other.close()
        library.apply(Edit("Add", (issue("y"),)))
        assert library.count(Issue) == 2


def test_in_use_while_opening(path, no_wait):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    refused(path, "in use by another program")
    other.close()
    Library.open(path).close()


def test_disk_full(path):
    with Library.open(path) as library:
        before = contents(library)
        pages = library._connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        library._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(LibraryError, match="no room left"):
            library.apply(Edit("Add", (issue("y"), Put(Original("o", "o", b"x" * 10**6)))))
        assert contents(library) == before
        library.apply(Edit("Add", (issue("y"),)))
    with Library.open(path, create=False) as library:
        assert library.count(Issue) == 2


def test_folder_where_nobody_may_write(folder_as_nobody):
    inner = folder_as_nobody / "inner"
    inner.mkdir()
    inner.chmod(0o555)
    refused(inner / "l.aidememo", "cannot be opened or created")
    assert list(inner.iterdir()) == []


def test_file_that_may_only_be_read(folder_as_nobody):
    path = folder_as_nobody / "l.aidememo"
    with Library.open(path) as library:
        library.apply(Edit("Add", (issue("x"),)))
    path.chmod(0o444)
    with Library.open(path, create=False) as library:
        assert library.count(Issue) == 1
        with pytest.raises(LibraryError, match="may be read but not changed"):
            library.apply(Edit("Add", (issue("y"),)))
        assert library.count(Issue) == 1


def test_file_that_may_not_be_read(folder_as_nobody):
    path = folder_as_nobody / "l.aidememo"
    Library.open(path).close()
    path.chmod(0)
    refused(path, "cannot be read")
    path.chmod(0o644)
