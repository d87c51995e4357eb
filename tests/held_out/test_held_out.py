"""Holds the held-out sets sound, its scorer honest, and extraction above a floor on each."""

from datetime import date
from itertools import combinations

import pytest

from briefing import workspace
from tests.held_out import marks, names_and_dates
from tests.held_out import score as scorer

SETS = {name: marks.load_gold(name) for name in marks.SETS}
GOLD = {name: report for gold in SETS.values() for name, report in gold.items()}
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@pytest.fixture(scope="module")
def proposals() -> dict[str, marks.Proposals]:
    """Extract each report once."""
    return {
        name: marks.propose(report, marks.SETS[one])
        for one, gold in SETS.items()
        for name, report in gold.items()
    }


@pytest.mark.parametrize("one", SETS)
def test_each_set_has_reports_of_three_kinds(one: str):
    kinds = [report["file"].rpartition(".")[2] for report in SETS[one].values()]
    assert set(kinds) == {"html", "md", "txt"}
    assert len(kinds) >= 3


def test_no_two_sets_share_a_report_or_a_side():
    assert len(GOLD) == sum(len(gold) for gold in SETS.values())
    sides = {one: {p for r in gold.values() for p in _sides(r)} for one, gold in SETS.items()}
    for one, other in combinations(SETS, 2):
        assert not sides[one] & sides[other]


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
    for actor in GOLD[name].get("actors", []):
        assert actor.get("optional") or actor["name"] in text
    names_and_dates.place(text, GOLD[name].get("dates", []))


@pytest.mark.parametrize("name", GOLD)
def test_gold_names_known_parties_and_issues(name: str):
    report = GOLD[name]
    parties = {party.id for party in workspace.reference().parties}
    issues = {issue.id for issue in workspace.reference().issues}
    assert _parties(report) <= parties
    assert {i for d in report["disputes"] for i in d["issue_ids_any_of"]} <= issues
    assert {a["party"] for a in report.get("actors", [])} - {None} <= parties


@pytest.mark.parametrize("name", GOLD)
def test_gold_has_one_of_everything(name: str):
    report = GOLD[name]
    published = date.fromisoformat(report["published"]).isoformat()
    assert {s["held"] for s in report["statements"]} == {True, False}
    assert not any(s["commentary"] and s["party"] for s in report["statements"])
    assert any(isinstance(s["content"], list) for s in report["statements"])
    assert any(a["count"] for a in report["agreements"])
    assert report["disputes"]
    for event in report["events"]:
        assert event["date"] is not None
        last = f"{event['date']}-31"[:10]  # a month may be the one that the report came out in
        assert (last > published) == (event["status"] == "announced")


@pytest.mark.parametrize("one", SETS)
def test_each_set_has_commentary_and_statements_of_parties(one: str):
    statements = [s for report in SETS[one].values() for s in report["statements"]]
    assert {s["commentary"] for s in statements} == {True, False}
    assert {s["party"] is None for s in statements} == {True, False}


@pytest.mark.parametrize("name", [name for name, report in GOLD.items() if "dates" in report])
def test_marked_dates_are_intervals_and_agree_with_their_weekday(name: str):
    for marked in GOLD[name].get("dates", []):
        start, end = (date.fromisoformat(marked[which]) for which in ("start", "end"))
        assert start <= end
        named = [day for day in WEEKDAYS if day in marked["phrase"]]
        assert named in ([], [WEEKDAYS[start.weekday()]])


@pytest.mark.parametrize("name", ["norway-russia", "greece-turkiye"])
def test_a_perfect_proposal_scores_full_marks(name: str, proposals: dict[str, marks.Proposals]):
    report = GOLD[name]
    measures = scorer.score(report, _echo(report, proposals[name].text)).measures
    assert {right == of for right, of in measures.values()} == {True}
    assert ("dates found" in measures) == ("dates" in report)


def test_another_report_scores_nothing():
    measures = scorer.score(GOLD["norway-russia"], _echo(GOLD["india-bangladesh"], "")).measures
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


def test_an_actor_is_known_by_any_of_its_names_and_by_its_capital():
    ministry = names_and_dates.GoldActor(
        name="interior ministry in Oslo", kind="body", party="NOR", aliases=["home office"]
    )
    state = names_and_dates.GoldActor(name="Norway", kind="state", party="NOR")
    for name in ("the interior ministry", "Norwegian Interior Ministry", "Home Office"):
        assert names_and_dates.same_actor(ministry, _actor(name, "body")) == 1
    assert names_and_dates.same_actor(ministry, _actor("foreign ministry", "body")) == 0
    foreign = names_and_dates.ProposedActor("interior ministry", "body", None, frozenset())
    assert names_and_dates.same_actor(ministry, foreign) == 0
    assert names_and_dates.same_actor(state, _actor("Oslo", "state")) == 1
    assert names_and_dates.same_actor(state, _actor("Moscow", "state")) == 0


def test_an_optional_actor_counts_neither_way():
    golds = [
        names_and_dates.GoldActor(name="Kari Lindvik", kind="person", party="NOR"),
        names_and_dates.GoldActor(name="Astrid Holm", kind="person", party=None, optional=True),
    ]
    both = [_actor("Kari Lindvik", "person"), _actor("Astrid Holm", "person")]
    for proposed in (both, both[:1]):
        measures, _ = names_and_dates.score_actors(golds, proposed)
        assert measures["  F1 of actors"] == (2, 2)
    measures, faults = names_and_dates.score_actors(golds, both[1:])
    assert measures["actors found"] == (0, 1)
    assert len(faults) == 1


def test_a_date_must_stand_there_and_be_the_same_interval():
    text = "They met on Friday, and will meet again on Friday next week."
    golds = [
        names_and_dates.GoldDate(phrase="Friday", start="2026-03-06", end="2026-03-06"),
        names_and_dates.GoldDate(phrase="Friday next week", start="2026-03-13", end="2026-03-13"),
    ]
    first, second = names_and_dates.place(text, golds)
    right = names_and_dates.ProposedDate("on Friday", 9, 18, "2026-03-06", "2026-03-06")
    wrong = names_and_dates.ProposedDate("Friday", 43, 49, "2026-03-06", "2026-03-06")
    assert [names_and_dates.same_day(first, d) for d in (right, wrong)] == [1, 0]
    assert [names_and_dates.same_day(second, d) for d in (right, wrong)] == [0, 0]
    golds[0]["also"] = [["2026-03-02", "2026-03-08"]]
    week = names_and_dates.ProposedDate("on Friday", 9, 18, "2026-03-02", "2026-03-08")
    assert [names_and_dates.same_day(first, d) for d in (right, week)] == [1, 1]
    with pytest.raises(ValueError, match="Friday"):
        names_and_dates.place(text, [*golds, golds[0]])


def test_the_blind_set_prints_figures_only(capsys: pytest.CaptureFixture[str]):
    assert scorer.main([*sorted(marks.BLIND)]) == 0
    printed = capsys.readouterr().out
    assert "statements found" in printed
    for fault in ("MISSED", "WRONG", "STRAY", "PARTY", "WHO", "(proposed)"):
        assert fault not in printed


def test_an_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]):
    assert scorer.main(["fourth"]) == 2
    assert "third-seen" in capsys.readouterr().err


@pytest.mark.parametrize("one", SETS)
def test_extraction_finds_half_of_the_statements(one: str, proposals: dict[str, marks.Proposals]):
    """A floor, not a target."""
    found = total = 0
    for name, report in SETS[one].items():
        right, of = scorer.score(report, proposals[name]).measures["statements found"]
        found, total = found + right, total + of
    assert found * 2 >= total, f"{found} of {total}"


def _sides(report: marks.GoldReport) -> set[str]:
    """Return the states that the report is about: those of its agreements."""
    return {party for agreement in report["agreements"] for party in agreement["parties"]}


def _parties(report: marks.GoldReport) -> set[str]:
    named = {p for e in (*report["events"], *report["agreements"]) for p in e["parties"]}
    return named | {s["party"] for s in report["statements"] if s["party"] is not None}


def _actor(name: str, kind: str) -> names_and_dates.ProposedActor:
    return names_and_dates.ProposedActor(name, kind, "NOR", frozenset())


def _echo(report: marks.GoldReport, text: str) -> marks.Proposals:
    """Return the gold as though extraction had proposed it for this text."""
    return marks.Proposals(
        text,
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
        tuple(
            names_and_dates.ProposedActor(a["name"], a["kind"], a["party"], frozenset())
            for a in report.get("actors", [])
        ),
        tuple(
            names_and_dates.ProposedDate(
                d.date["phrase"], d.first, d.last, d.date["start"], d.date["end"]
            )
            for d in names_and_dates.place(text, report.get("dates", []))
        ),
    )  # fmt: skip
