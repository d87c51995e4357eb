"""A Library keeps what Edits put in, and every Edit can be taken back and done again."""

import random

import pytest
from made_records import KINDS, contents, made, made_source

from briefing.library import library as room
from briefing.library.library import Library
from briefing.model.edits import Change, Edit, Put, Remove
from briefing.model.errors import LibraryError
from briefing.model.people import Actor, ActorKind, Issue
from briefing.model.source import Original, Source


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "l.aidememo") as opened:
        yield opened


def issue(key, label="Tariffs"):
    return Issue(key, label)


def test_a_new_library_is_empty(library, tmp_path):
    assert library.path == tmp_path / "l.aidememo"
    assert all(records == () for records in contents(library).values())
    assert [library.count(kind) for kind in KINDS] == [0] * len(KINDS)


def test_records_are_sorted_by_id_as_python_sorts(library):
    keys = ["b", "a", "Z", "é", "中", "🕊", "10", "9", ""]
    library.apply(Edit("Add", tuple(Put(issue(key)) for key in keys)))
    assert [record.id for record in library.all(Issue)] == sorted(keys)


def test_one_id_may_be_used_by_two_kinds(library):
    library.apply(Edit("Add", (Put(issue("x")), Put(Actor("x", "X", ActorKind.STATE)))))
    library.apply(Edit("Remove", (Remove(Issue, "x"),)))
    assert library.get(Issue, "x") is None
    assert library.get(Actor, "x").name == "X"


def test_put_of_new_is_undone_by_remove(library):
    change = library.apply(Edit("Add", (Put(issue("x")), Put(issue("y")))))
    undo = Edit("Add", (Remove(Issue, "y"), Remove(Issue, "x")))
    assert change == Change(frozenset({Issue}), undo)


def test_put_of_changed_is_undone_by_put_of_old(library):
    library.apply(Edit("Add", (Put(issue("x", "Old")),)))
    change = library.apply(Edit("Rename", (Put(issue("x", "New")),)))
    assert library.get(Issue, "x").label == "New"
    assert change == Change(frozenset({Issue}), Edit("Rename", (Put(issue("x", "Old")),)))


def test_remove_is_undone_by_put_of_old(library):
    library.apply(Edit("Add", (Put(issue("x")),)))
    change = library.apply(Edit("Remove", (Remove(Issue, "x"),)))
    assert library.all(Issue) == ()
    assert change == Change(frozenset({Issue}), Edit("Remove", (Put(issue("x")),)))


def test_removing_what_is_not_there_touches_nothing(library):
    change = library.apply(Edit("Remove", (Remove(Issue, "x"), Put(issue("y")))))
    assert change == Change(frozenset({Issue}), Edit("Remove", (Remove(Issue, "y"),)))
    change = library.apply(Edit("Remove", (Remove(Source, "x"),)))
    assert change == Change(frozenset(), Edit("Remove", ()))


def test_an_edit_of_nothing_changes_nothing(library):
    assert library.apply(Edit("None", ())) == Change(frozenset(), Edit("None", ()))


def test_steps_on_one_record_are_done_in_order(library):
    steps = (
        Put(issue("x", "1")),
        Put(issue("x", "2")),
        Remove(Issue, "x"),
        Remove(Issue, "x"),
        Put(issue("x", "3")),
    )
    change = library.apply(Edit("All", steps))
    assert library.all(Issue) == (issue("x", "3"),)
    again = library.apply(change.undo)
    assert library.all(Issue) == ()
    library.apply(again.undo)
    assert library.all(Issue) == (issue("x", "3"),)


def test_removing_a_source_leaves_its_other_records(library):
    library.apply(
        Edit("Add", (Put(made_source("s", "One.")), Put(Original("s", "s.txt", b"One."))))
    )
    change = library.apply(Edit("Remove", (Remove(Source, "s"),)))
    assert change.kinds == {Source}
    assert library.get(Original, "s") == Original("s", "s.txt", b"One.")


def test_all_the_steps_or_none(library):
    library.apply(Edit("Add", (Put(issue("x", "Old")),)))
    before = contents(library)
    half = Put(issue("z", "\ud800"))
    steps = (Put(issue("x", "New")), Put(made_source("s", "One.")), Remove(Issue, "x"), half)
    with pytest.raises(LibraryError):
        library.apply(Edit("Fails", steps))
    assert contents(library) == before
    assert library.search("one") == ()
    library.apply(Edit("Works", steps[:-1]))
    assert library.count(Source) == 1


def chance_edit(chance):
    steps = []
    for _ in range(chance.randrange(12)):
        kind = chance.choice(KINDS)
        key = chance.choice("abcd")
        put = chance.random() < 0.65
        steps.append(Put(made(kind, chance, key)) if put else Remove(kind, key))
    return Edit(f"Edit {chance.random()}", tuple(steps))


def as_told(kept, edit):
    """Return what a plain dictionary holds after the Edit."""
    kept = dict(kept)
    for step in edit.steps:
        if isinstance(step, Put):
            kept[type(step.record), step.record.id] = step.record
        else:
            kept.pop((step.kind, step.id), None)
    return kept


def flat(library):
    return {(kind, r.id): r for kind, records in contents(library).items() for r in records}


@pytest.mark.parametrize("batch", [1, 3, 500])
@pytest.mark.parametrize("seed", range(4))
def test_edits_can_be_undone_and_redone(library, monkeypatch, seed, batch):
    monkeypatch.setattr(room, "_BATCH", batch)
    chance = random.Random(seed)
    states, undos = [{}], []
    for _ in range(12):
        edit = chance_edit(chance)
        change = library.apply(edit)
        assert change.undo.label == edit.label
        states.append(as_told(states[-1], edit))
        undos.append(change.undo)
        assert flat(library) == states[-1]
    redos = []
    for state, undo in zip(reversed(states[:-1]), reversed(undos), strict=True):
        redos.append(library.apply(undo).undo)
        assert flat(library) == state
    for state, redo in zip(states[1:], reversed(redos), strict=True):
        library.apply(redo)
        assert flat(library) == state


def test_many_steps_of_one_kind_are_all_done(library):
    count = 2 * room._BATCH + 1
    change = library.apply(Edit("Add", tuple(Put(issue(f"{n:05}")) for n in range(count))))
    assert library.count(Issue) == count
    library.apply(change.undo)
    assert library.count(Issue) == 0


def test_what_one_library_writes_another_reads_at_once(library):
    with Library.open(library.path, create=False) as second:
        library.apply(Edit("Add", (Put(issue("x")),)))
        assert second.all(Issue) == (issue("x"),)
        second.apply(Edit("Remove", (Remove(Issue, "x"),)))
    assert library.all(Issue) == ()


def test_a_closed_library_is_one_file_and_says_that_it_is_closed(tmp_path):
    with Library.open(tmp_path / "l.aidememo") as library:
        library.apply(Edit("Add", (Put(issue("x")),)))
    library.close()
    assert [path.name for path in tmp_path.iterdir()] == ["l.aidememo"]
    with pytest.raises(LibraryError, match="closed"):
        library.all(Issue)
    with pytest.raises(LibraryError, match="closed"):
        library.apply(Edit("Add", (Put(issue("y")),)))
