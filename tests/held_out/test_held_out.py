"""Holds the held-out set sound, its scorer honest, and extraction above a floor on it."""

from datetime import date

import pytest

from briefing import workspace
from tests.held_out import marks
from tests.held_out import score as scorer

GOLD = marks.load_gold()


@pytest.fixture(scope="module")
def proposals() -> dict[str, marks.Proposals]:
    """Extract each report once."""
    return {name: marks.propose(report) for name, report in GOLD.items()}


def test_there_are_three_reports_of_three_kinds():
    assert {report["file"].rpartition(".")[2] for report in GOLD.values()} == {"txt", "html", "md"}


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
    named = {p for e in (*report["events"], *report["agreements"]) for p in e["parties"]}
    named |= {s["party"] for s in report["statements"] if s["party"] is not None}
    assert named <= parties
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
        assert (event["date"] > published) == (event["status"] == "announced")


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


def test_extraction_finds_half_of_the_statements(proposals: dict[str, marks.Proposals]):
    """A floor, not a target."""
    found = total = 0
    for name, report in GOLD.items():
        right, of = scorer.score(report, proposals[name]).measures["statements found"]
        found, total = found + right, total + of
    assert found * 2 >= total, f"{found} of {total}"


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
