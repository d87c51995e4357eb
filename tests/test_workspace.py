"""Every use case through the one door, on reports of the test's own and on the bundled ones."""

from dataclasses import replace

import pytest

from briefing import workspace
from briefing.document.blocks import Chronology, ItemList, Paragraph, Quotation, Table
from briefing.document.inlines import Cite
from briefing.model.edits import Edit, Put
from briefing.model.errors import ComposeError, ExportError
from briefing.model.ids import EventId
from briefing.workspace import Workspace

REPORT = (
    "Kenya and Ethiopia disagree on tea\n\n"
    "NAIROBI, 18 June 2024 - Kenyan President William Ruto and Ethiopian Prime Minister Abiy Ahmed "
    "held a summit in Nairobi on 17 June 2024. Kenya rejected the tariffs on tea. Ethiopia said "
    "that the tariffs were fair. The two leaders agreed to set up a working group.\n"
)
LATER = (
    "Ruto flies to Addis Ababa\n\n"
    "ADDIS ABABA, 4 December 2024 - Kenyan President William Ruto met Ethiopian Prime Minister "
    "Abiy Ahmed in Addis Ababa on 3 December 2024. Ethiopia offered to lower the tariffs.\n"
)


@pytest.fixture
def files(tmp_path):
    for name, text in (("june.txt", REPORT), ("december.txt", LATER)):
        (tmp_path / name).write_text(text, "utf-8")
    return [tmp_path / "june.txt", tmp_path / "december.txt"]


@pytest.fixture
def space(tmp_path):
    opened = Workspace.open(tmp_path / "talks.aidememo")
    yield opened
    opened.close()


def take_in(space, *paths):
    imported = workspace.import_files(space.path, paths)
    space.take_over(imported)
    return imported.report


def test_import_counts_in_equals_counts_out(space, files, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "copy.txt").write_text(REPORT, "utf-8")
    given = [*files, tmp_path / "empty.txt", tmp_path / "copy.txt", tmp_path / "missing.txt"]
    plan = take_in(space, *given)
    assert (len(plan.added), len(plan.known), len(plan.failed)) == (2, 1, 2)
    assert len(space.snapshot().evidence.sources) == 2


def test_one_by_one_gives_what_all_at_once_gives(files, tmp_path):
    one, both = (Workspace.open(tmp_path / f"{n}.aidememo") for n in ("one", "both"))
    take_in(one, files[1])
    take_in(one, files[0])
    take_in(both, *files)
    assert one.snapshot().evidence == both.snapshot().evidence
    one.close()
    both.close()


def test_import_undone_and_done_again(space, files):
    take_in(space, files[0])
    before = space.snapshot()
    undo = space.take_over(workspace.import_files(space.path, [files[1]]))
    after = space.snapshot()
    again = space.apply(undo)
    assert space.snapshot() == before
    space.apply(again.undo)
    assert space.snapshot() == after


def test_removing_a_source_leaves_what_the_others_say(space, files, tmp_path):
    take_in(space, *files)
    gone = next(s for s in space.snapshot().evidence.sources if "december" in s.path)
    space.apply(workspace.plan_removal([gone.id], space.snapshot()))
    alone = Workspace.open(tmp_path / "alone.aidememo")
    take_in(alone, files[0])
    assert space.snapshot().evidence == alone.snapshot().evidence
    alone.close()


def test_a_briefing_keeps_its_event_when_a_new_report_renames_it(space, files):
    take_in(space, files[0])
    evidence = space.snapshot().evidence
    june = next(e for e in evidence.events if "Nairobi" in e.title)
    chosen = replace(workspace.new_briefing(evidence), events=(june.id,))
    renamed = replace(
        evidence, events=tuple(replace(e, id=EventId(f"old-{e.id}")) for e in evidence.events)
    )
    kept = replace(chosen, events=(EventId(f"old-{june.id}"),))
    steps = workspace.difference(renamed, evidence, (kept,))
    assert [
        s.record.events for s in steps if getattr(s, "record", None) and s.record.id == kept.id
    ] == [(june.id,)]


def test_a_tick_reads_no_evidence_again(space, files):
    take_in(space, *files)
    evidence = space.snapshot().evidence
    chosen = workspace.new_briefing(evidence)
    space.apply(Edit("New briefing", (Put(chosen),)))
    assert space.snapshot().evidence is evidence
    assert space.snapshot().briefings == (chosen,)


def test_search_finds_the_sentence(space, files):
    take_in(space, *files)
    (citation, *_) = space.search("tariffs fair")
    source = next(s for s in space.snapshot().evidence.sources if s.id == citation.source)
    assert "june" in source.path


def test_sample_briefing_cites_every_block_about_the_matter():
    evidence, _ = workspace.extract_files(workspace.seed_reports())
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    cited = 0
    for block in document.blocks:
        if isinstance(block, Chronology | ItemList | Table | Quotation | Paragraph):
            assert _has_cite(block), block
            cited += 1
    assert cited > 20
    texts = {s.id: s.text for s in evidence.sources}
    assert all(note.quote in texts[note.source] for note in document.notes)


def _has_cite(value):
    if isinstance(value, Cite):
        return True
    if isinstance(value, tuple):
        return any(_has_cite(v) for v in value)
    names = getattr(value, "__slots__", ())
    return any(_has_cite(getattr(value, name)) for name in names)


def test_sample_finds_the_three_summits_and_the_disputed_year():
    evidence, _ = workspace.extract_files(workspace.seed_reports())
    # The forum's own summits, this year's and next year's, are told of besides.
    summits = [e for e in evidence.events if e.kind.value == "summit" and len(e.participants) == 2]
    assert sorted((str(e.start)[:7], e.place) for e in summits) == [
        ("2024-11", "Peru"),
        ("2025-11", "Gyeongju"),
        ("2025-12", "Beijing"),
    ]
    assert {"maritime", "culture"} <= {d.issue for d in evidence.disputes}
    assert ["2016", "2017"] in [sorted({a.value for a in d.accounts}) for d in evidence.divergences]


def test_nothing_chosen_is_told_in_words(space, files):
    take_in(space, *files)
    evidence = space.snapshot().evidence
    nothing = replace(workspace.new_briefing(evidence), events=(), issues=())
    with pytest.raises(ComposeError) as caught:
        workspace.compose(evidence, nothing)
    assert caught.value.hint


def test_unknown_template_is_told_with_those_there_are(space, files):
    take_in(space, *files)
    evidence = space.snapshot().evidence
    with pytest.raises(ComposeError, match="no template “poem”") as caught:
        workspace.compose(evidence, replace(workspace.new_briefing(evidence), template="poem"))
    assert "meeting-brief" in caught.value.hint


def test_export_leaves_the_old_file_when_it_fails(space, files, tmp_path, monkeypatch):
    take_in(space, *files)
    evidence = space.snapshot().evidence
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    target = tmp_path / "brief.docx"
    target.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", _no_space)
    with pytest.raises(ExportError, match="no space"):
        workspace.export(document, target)
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def _no_space(_):
    raise OSError(28, "No space left on device")


def test_export_into_a_folder_that_is_not_there(space, files, tmp_path):
    take_in(space, *files)
    evidence = space.snapshot().evidence
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    with pytest.raises(ExportError) as caught:
        workspace.export(document, tmp_path / "nowhere" / "brief.pdf")
    assert "cannot be written" in caught.value.message


def test_what_one_side_did_to_the_other_reaches_the_background(space, files, tmp_path):
    past = tmp_path / "past.txt"
    past.write_text(
        "Old quarrels\n\nKenya imposed tariffs on Ethiopian tea on 5 March 2019 after a dry year.\n"
    )
    take_in(space, *files, past)
    evidence = space.snapshot().evidence
    (fact,) = (f for f in evidence.facts if f.start is not None and f.start.year == 2019)
    assert (fact.actors, fact.targets) == (("KEN",), ("ETH",))
    document = workspace.compose(evidence, workspace.new_briefing(evidence))
    dated = [e.when for b in document.blocks if isinstance(b, Chronology) for e in b.entries]
    assert "5 March 2019" in dated
