"""Holds the held-out sets sound, its scorer honest, and extraction above a floor on each."""

from datetime import date

import pytest

from briefing import workspace
from tests.held_out import marks
from tests.held_out import score as scorer

SETS = {name: marks.load_gold(name) for name in marks.SETS}
GOLD = {name: report for gold in SETS.values() for name, report in gold.items()}


@pytest.fixture(scope="module")
def proposals() -> dict[str, marks.Proposals]:
    """Extract each report once."""
    return {
        name: marks.propose(report, marks.SETS[one])
        for one, gold in SETS.items()
        for name, report in gold.items()
    }


@pytest.mark.parametrize("one", SETS)
def test_each_set_has_three_reports_of_three_kinds(one: str):
    kinds = [report["file"].rpartition(".")[2] for report in SETS[one].values()]
    assert sorted(kinds) == ["html", "md", "txt"]


def test_no_two_sets_share_a_report_or_a_party():
    assert len(GOLD) == sum(len(gold) for gold in SETS.values())
    first, second = ({p for r in gold.values() for p in _parties(r)} for gold in SETS.values())
    assert not first & second


@pytest.mark.parametrize("name", GOLD)
def test_gold_stands_in_the_text_that_was_read(name: str, proposals: dict[str, marks.Proposals]):
    text = proposals[name].text
    for statement in GOLD[name]["statements"]:
        for words in (*marks.content_of(statement), statement["speaker"]):
            assert words in text
    for agreement in GOLD[name]["agreements"]:
        assert agreement["text"] in text
    for event in GOLD[name]["events"]:
        assert event["place"] is None or event["place"] in text


@pytest.mark.parametrize("name", GOLD)
def test_gold_names_known_parties_and_issues(name: str):
    report = GOLD[name]
    parties = {party.id for party in workspace.reference().parties}
    issues = {issue.id for issue in workspace.reference().issues}
    assert _parties(report) <= parties
    assert {i for d in report["disputes"] for i in d["issue_ids_any_of"]} <= issues


@pytest.mark.parametrize("name", GOLD)
def test_gold_has_one_of_everything(name: str):
    report = GOLD[name]
    published = date.fromisoformat(report["published"]).isoformat()
    assert {s["held"] for s in report["statements"]} == {True, False}
    assert {s["commentary"] for s in report["statements"]} == {True, False}
    assert not any(s["commentary"] and s["party"] for s in report["statements"])
    assert any(isinstance(s["content"], list) for s in report["statements"])
    assert any(a["count"] for a in report["agreements"])
    assert len(report["disputes"]) == 2
    for event in report["events"]:
        assert event["date"] is not None
        last = f"{event['date']}-31"[:10]  # a month may be the one that the report came out in
        assert (last > published) == (event["status"] == "announced")


def test_a_perfect_proposal_scores_full_marks():
    report = GOLD["norway-russia"]
    measures = scorer.score(report, _echo(report)).measures
    assert {right == of for right, of in measures.values()} == {True}


def test_another_report_scores_nothing():
    measures = scorer.score(GOLD["norway-russia"], _echo(GOLD["india-bangladesh"])).measures
    found = [measures[f"{what} found"][0] for what in ("statements", "events", "agreements")]
    assert found == [0, 0, 0]


def test_the_same_words_of_another_speaker_do_not_count():
    gold = GOLD["norway-russia"]["statements"][0]
    said = marks.ProposedStatement(
        "Henrik Aas", "Henrik Aas", "NOR", str(gold["content"]), False, False
    )
    assert scorer.alike(gold, said) == 0


def test_a_date_may_be_coarser_but_not_another():
    gold = GOLD["norway-russia"]["events"][2]
    parties = frozenset(gold["parties"])
    june = marks.ProposedEvent("meeting", "2026-06-01", "2026-06-30", "month", parties)
    july = marks.ProposedEvent("meeting", "2026-07-01", "2026-07-31", "month", parties)
    undated = marks.ProposedEvent("meeting", None, None, "unknown", parties)
    assert [scorer.same_event(gold, e) for e in (june, july, undated)] == [1, 0, 0]


@pytest.mark.parametrize("one", SETS)
def test_extraction_finds_half_of_the_statements(one: str, proposals: dict[str, marks.Proposals]):
    """A floor, not a target."""
    found = total = 0
    for name, report in SETS[one].items():
        right, of = scorer.score(report, proposals[name]).measures["statements found"]
        found, total = found + right, total + of
    assert found * 2 >= total, f"{found} of {total}"


def _parties(report: marks.GoldReport) -> set[str]:
    named = {p for e in (*report["events"], *report["agreements"]) for p in e["parties"]}
    return named | {s["party"] for s in report["statements"] if s["party"] is not None}


def _echo(report: marks.GoldReport) -> marks.Proposals:
    """Return the gold as though extraction had proposed it."""
    return marks.Proposals(
        "",
        tuple(
            marks.ProposedStatement(
                s["speaker"], s.get("who", s["speaker"]), s["party"],
                " ".join(marks.content_of(s)), s["commentary"], s["held"],
            )
            for s in report["statements"]
        ),
        tuple(
            marks.ProposedEvent(
                e["kind"], e["date"], e["date"], "day" if len(e["date"] or "") == 10 else "month",
                frozenset(e["parties"]),
            )
            for e in report["events"]
        ),
        tuple(
            marks.ProposedAgreement(a["text"], frozenset(a["parties"]), a["count"])
            for a in report["agreements"]
        ),
        frozenset(i for d in report["disputes"] for i in d["issue_ids_any_of"]),
    )  # fmt: skip
