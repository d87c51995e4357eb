"""What is said of a damaged Library: first what it means, then advice that is true, detail last."""

from pathlib import Path

from briefing.library.failures import damaged

DETAIL = "Tree 4 page 7: btreeInitPage() returns error code 11"


def test_the_meaning_comes_first_and_the_technical_detail_last(tmp_path: Path):
    told = damaged(tmp_path / "talks.aidememo", DETAIL)
    assert told.message == f"The Library {tmp_path / 'talks.aidememo'} cannot be opened: " + (
        "its file is damaged."
    )
    assert told.hint.startswith("It was left as it is")
    assert str(told).endswith(f"Technical detail: {DETAIL}")


def test_a_detail_of_several_lines_is_told_in_one(tmp_path: Path):
    told = damaged(tmp_path / "talks.aidememo", "*** in database main ***\nTree 4 page 7: bad")
    assert told.hint.endswith("Technical detail: *** in database main *** Tree 4 page 7: bad")


def test_without_a_copy_beside_it_none_is_promised(tmp_path: Path):
    (tmp_path / "other.aidememo.backup-v1").touch()
    (tmp_path / "talks.aidememo.backup-v1.part").touch()
    hint = damaged(tmp_path / "talks.aidememo", DETAIL).hint
    assert "your own backup" in hint
    assert "backup-v1" not in hint


def test_a_copy_from_before_an_update_is_named(tmp_path: Path):
    (tmp_path / "talks [1].aidememo.backup-v2").touch()
    hint = damaged(tmp_path / "talks [1].aidememo", DETAIL).hint
    assert "talks [1].aidememo.backup-v2" in hint
    assert "added later is not in it" in hint
    assert "your own backup" in hint


def test_a_folder_that_is_gone_does_not_hide_the_error(tmp_path: Path):
    assert "your own backup" in damaged(tmp_path / "no" / "l.aidememo", DETAIL).hint
