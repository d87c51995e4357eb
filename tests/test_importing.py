"""Count in is count out: what is read is kept, what fails is listed, what was stopped goes on."""

import zipfile
from email.message import EmailMessage

import pytest

from briefing import importing, workspace
from briefing.library.library import Library
from briefing.model.edits import Edit, Put, Remove
from briefing.model.errors import Cancelled, SourceError
from briefing.model.imports import Unread
from briefing.model.source import Original, PassageKind


def report(number):
    return (
        f"Norway and Russia talk about cod, round {number}\n\n"
        f"OSLO, 1{number % 10} June 2024 - Norway and Russia held talks in Oslo. Norway demanded "
        f"lower quotas in round {number}. Russia rejected the demand.\n"
    )


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "reports"
    inside.mkdir()
    for number in range(5):
        (inside / f"{number}.txt").write_text(report(number), "utf-8")
    return inside


@pytest.fixture
def path(tmp_path):
    return tmp_path / "talks.aidememo"


def contents(path):
    with Library.open(path) as library:
        return importing.everything(library)


def test_every_document_is_in_one_of_the_counts(path, folder):
    (folder / "copy.txt").write_text(report(3), "utf-8")
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    told = workspace.import_files(path, [folder, folder / "missing.txt"]).report
    assert (len(told.added), len(told.known), len(told.failed), told.waiting) == (5, 1, 3, ())
    kept = contents(path)
    assert {s.id for s in kept.evidence.sources} == set(told.added)
    assert {u.path for u in kept.unread} == {f.path for f in told.failed}
    assert all(u.reason and u.hint for u in kept.unread)


def test_what_is_inside_others_is_counted_one_by_one(path, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "a@example.org", "The round", "<1@b>"
    mail.set_content(report(1))
    mail.add_attachment(report(2), filename="second.txt")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("inner/third.txt", report(3))
        archive.writestr("mail.eml", mail.as_bytes())
        archive.writestr("bad.txt", b"")
    told = workspace.import_files(path, [tmp_path / "all.zip"]).report
    kept = contents(path)
    assert sorted(s.path.removeprefix(f"{tmp_path}/") for s in kept.evidence.sources) == [
        "all.zip/inner/third.txt", "all.zip/mail.eml", "all.zip/mail.eml/second.txt",
    ]  # fmt: skip
    assert [f.path for f in told.failed] == [f"{tmp_path}/all.zip/bad.txt"]
    with Library.open(path) as library:
        assert library.get(Original, told.added[0]) is not None


def test_known_bytes_are_not_read_again(path, folder, monkeypatch):
    workspace.import_files(path, [folder])
    monkeypatch.setattr(importing, "take_in", forbidding(importing.take_in))
    told = workspace.import_files(path, [folder]).report
    assert (len(told.added), len(told.known)) == (0, 5)


def forbidding(take_in):
    def look(files, **given):
        for intake in take_in(files, **given):
            assert intake.known, f"{intake.path} was read again"
            yield intake

    return look


def test_what_is_known_is_not_collated_again(path, folder, monkeypatch):
    workspace.import_files(path, [folder])
    monkeypatch.setattr(importing, "collate", lambda *_: pytest.fail("collated"))
    space = workspace.Workspace.open(path)
    before = space.snapshot()
    (folder / "empty.txt").write_text("")
    space.take_over(workspace.import_files(path, [folder]))
    assert space.snapshot().evidence is before.evidence
    assert [u.path for u in space.snapshot().unread] == [str(folder / "empty.txt")]
    space.close()


def stop_after(count):
    def progress(done, total, note=""):
        if done >= count:
            raise Cancelled("Stopped.")

    return progress


def test_a_stopped_import_keeps_what_was_read_and_goes_on_later(path, folder, tmp_path):
    first = workspace.import_files(path, [folder], stop_after(2))
    assert len(first.report.added) + len(first.report.waiting) == 5
    assert len(first.report.waiting) >= 1
    kept = contents(path)
    assert sorted(u.path for u in kept.unread if u.waits) == sorted(first.report.waiting)
    rest = workspace.import_unread(path, kept.unread).report
    assert len(rest.added) == len(first.report.waiting)
    at_once = workspace.import_files(tmp_path / "once.aidememo", [folder]).after
    assert contents(path) == at_once


def test_an_import_that_broke_off_is_collated_when_it_goes_on(path, folder, tmp_path, monkeypatch):
    def power_cut(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "collate", power_cut)
    with pytest.raises(KeyboardInterrupt):
        workspace.import_files(path, [folder])
    monkeypatch.undo()
    broken = contents(path)
    assert len(broken.evidence.sources) == 5
    assert broken.evidence.statements == ()
    waiting = [unread for unread in broken.unread if unread.waits]
    assert waiting, "something must say that the import is not finished"
    workspace.import_unread(path, waiting)
    assert contents(path) == workspace.import_files(tmp_path / "once.aidememo", [folder]).after


def test_what_failed_can_be_tried_again(path, folder):
    (folder / "4.txt").write_text(" ")
    first = workspace.import_files(path, [folder])
    assert [f.path for f in first.report.failed] == [str(folder / "4.txt")]
    (folder / "4.txt").write_text(report(4), "utf-8")
    again = workspace.import_unread(path, contents(path).unread)
    assert len(again.report.added) == 1
    assert contents(path).unread == ()


def test_an_attachment_that_failed_is_tried_again_through_its_mail(path, tmp_path):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("good.txt", report(1))
        made.writestr("bad.txt", b" ")
    workspace.import_files(path, [archive])
    again = workspace.import_unread(path, contents(path).unread).report
    assert (len(again.known), [f.path for f in again.failed]) == (1, [f"{archive}/bad.txt"])
    assert [u.path for u in contents(path).unread] == [f"{archive}/bad.txt"]


def test_undoing_an_import_leaves_the_library_as_it_was(path, folder):
    workspace.import_files(path, [folder / "0.txt"])
    before = contents(path)
    space = workspace.Workspace.open(path)
    undo = space.take_over(workspace.import_files(path, [folder]))
    after = space.snapshot()
    redo = space.apply(undo)
    assert space.snapshot() == before
    space.apply(redo.undo)
    assert space.snapshot() == after
    space.close()


def test_the_desk_reads_on_while_an_import_writes(path, folder):
    space = workspace.Workspace.open(path)
    before = space.snapshot()
    imported = workspace.import_files(path, [folder])
    assert space.snapshot() is before
    space.take_over(imported)
    assert len(space.snapshot().evidence.sources) == 5
    assert space.snapshot() == contents(path)
    space.close()


def test_copied_text_and_its_name_are_kept(path):
    told = workspace.import_text(path, report(1), "Copied note.txt").report
    (source,) = contents(path).evidence.sources
    assert (source.id, source.path) == (told.added[0], "Copied note.txt")
    failed = workspace.import_text(path, " ", "Nothing.txt").report.failed
    assert [f.path for f in failed] == ["Nothing.txt"]
    assert "Nothing.txt" in failed[0].error.message


def test_a_correction_changes_what_follows_from_it(path, folder):
    workspace.import_files(path, [folder / "1.txt"])
    space = workspace.Workspace.open(path)
    before = space.snapshot()
    (source,) = before.evidence.sources
    ids = {passage.id for passage in source.passages}
    aside = workspace.with_passages(source, ids, PassageKind.BOILERPLATE)
    assert aside.text == source.text
    change = space.apply(workspace.plan_revision(aside, before))
    assert space.snapshot().evidence.statements == ()
    space.apply(change.undo)
    assert space.snapshot() == before
    space.close()


def test_the_order_of_reading_leaves_no_trace(tmp_path, folder):
    names = sorted(folder.iterdir())
    one, other = (tmp_path / f"{n}.aidememo" for n in "ab")
    workspace.import_files(one, names)
    workspace.import_files(other, names[::-1])
    assert contents(one) == contents(other)


def test_forgetting_takes_the_entry_away(path, folder):
    (folder / "4.txt").write_text("")
    imported = workspace.import_files(path, [folder])
    space = workspace.Workspace.open(path)
    (unread,) = imported.after.unread
    change = space.apply(Edit("Forget", (Remove(Unread, unread.id),)))
    assert space.snapshot().unread == ()
    space.apply(change.undo)
    assert space.snapshot().unread == (unread,)
    assert change.kinds == {Unread}
    space.close()


def test_a_folder_that_could_not_be_opened_is_looked_into_again(path, folder):
    refused = SourceError("“{name}” may not be opened.", name=str(folder))
    with Library.open(path) as library:
        library.apply(Edit("Add", (Put(importing._unread(str(folder), refused)),)))
    again = workspace.import_unread(path, contents(path).unread).report
    assert (len(again.added), again.failed) == (5, ())
    assert contents(path).unread == ()


def test_a_link_in_a_folder_is_not_followed_when_tried_again(path, folder, tmp_path):
    (tmp_path / "outside.txt").write_text(report(9), "utf-8")
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    first = workspace.import_files(path, [folder])
    before = contents(path).unread
    again = workspace.import_unread(path, before).report
    assert (again.added, len(again.failed)) == ((), 1)
    assert contents(path).unread == before
    assert len(first.report.added) == 5


def test_what_has_no_file_is_not_looked_for_on_the_disk(path, tmp_path, monkeypatch):
    (tmp_path / "Note.txt").write_text(report(1), "utf-8")
    monkeypatch.chdir(tmp_path)
    workspace.import_text(path, " ", "Note.txt")
    with Library.open(path) as library:
        importing.import_bytes(library, b"\0" * 99, "https://example.org/page")
    again = workspace.import_unread(path, contents(path).unread).report
    assert [f.path for f in again.failed] == ["Note.txt"]
    assert "paste" in again.failed[0].error.hint
    assert [u.path for u in contents(path).unread if u.is_page] == ["https://example.org/page"]
    assert len(contents(path).unread) == 2
