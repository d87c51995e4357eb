"""Files are found and opened, or it is told why not; nothing is passed over in silence."""

import os
from pathlib import Path

import pytest

from briefing.ingest import files
from briefing.ingest.files import file_bytes, find_files, printable
from briefing.model.errors import SourceError


def test_the_bytes_are_those_of_the_file(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Two lines\r\nof text.")
    assert file_bytes(path) == b"Two lines\r\nof text."


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.txt") as caught:
        file_bytes(tmp_path / "nowhere.txt")
    assert caught.value.hint
    with pytest.raises(SourceError, match="folder"):
        file_bytes(tmp_path)


@pytest.mark.parametrize(
    ("error", "word"),
    [(PermissionError(13, "denied"), "may not"), (OSError(5, "disk fault"), "disk fault")],
)
def test_a_file_that_cannot_be_opened_is_told(tmp_path, monkeypatch, error, word):
    def refuse(self):
        raise error

    (tmp_path / "a.txt").write_text("x")
    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(SourceError, match=word):
        file_bytes(tmp_path / "a.txt")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="pipe"):
        file_bytes(tmp_path / "pipe.txt")
    found, (failure,) = find_files([tmp_path])
    assert found == ()
    assert "pipe" in failure.error.message


def test_a_large_file_is_refused_unread(tmp_path, monkeypatch):
    (tmp_path / "large.txt").write_bytes(b"x" * 11)
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    monkeypatch.setattr("pathlib.Path.read_bytes", lambda self: pytest.fail("was read"))
    with pytest.raises(SourceError, match="larger"):
        file_bytes(tmp_path / "large.txt")


def test_a_folder_gives_its_files_sorted_but_for_hidden_ones(tmp_path):
    for name in ("b.txt", "a.md", "c.html", "d.docx", ".hidden.txt", "e.png"):
        (tmp_path / name).write_text("x")
    for folder in ("inner", ".git"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "z.htm").write_text("x")
    found, failed = find_files([tmp_path])
    names = [file.relative_to(tmp_path).as_posix() for file in found]
    # What cannot be read is told when it is read, not passed over in silence.
    assert names == ["a.md", "b.txt", "c.html", "d.docx", "e.png", "inner/z.htm"]
    assert failed == ()


def test_a_named_file_comes_once_and_with_any_ending(tmp_path):
    odd = tmp_path / "notes.dat"
    odd.write_text("x")
    plain = tmp_path / "a.txt"
    plain.write_text("x")
    assert find_files([odd, plain, tmp_path]) == ((odd, plain), ())


def test_a_path_that_is_not_there_is_told_and_the_others_are_found(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    found, (failure,) = find_files([tmp_path / "absent", tmp_path / "a.txt"])
    assert found == (tmp_path / "a.txt",)
    assert failure.path == str(tmp_path / "absent")
    assert "Check its name" in failure.error.hint


def test_links_in_a_folder_are_told_and_not_followed(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "own.txt").write_text("x")
    (folder / "out.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    found, failed = find_files([folder])
    assert found == (folder / "own.txt",)
    assert sorted(Path(f.path).name for f in failed) == ["dangling.txt", "loop", "out.txt"]
    assert all("link" in f.error.message for f in failed)
    # A link that a person names is one that the person means.
    assert find_files([folder / "out.txt"]) == ((folder / "out.txt",), ())


def test_a_name_that_is_no_text_can_be_kept(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt"))
    assert printable(path).endswith("bad\ufffd.txt")
    printable(path).encode("utf-8")
