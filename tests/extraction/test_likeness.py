"""Statements without an Issue get the one that they are most like, where a network is given."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.extraction.issues.likeness import likeness, with_likely_issues
from briefing.model.ids import IssueId
from briefing.model.people import Issue
from tests.extraction.reading import only

ISSUES = (
    Issue(IssueId("bees"), "Bees", ("bee*", "honey")),
    Issue(IssueId("boats"), "Boats", ("boat", "oar")),
    Issue(IssueId("empty"), "Hives", ()),
)


def similar(texts: Sequence[str]) -> list[tuple[float, ...]]:
    """Stand in for a network: one axis each for bees, boats and everything else."""
    rows = []
    for text in texts:
        words = text.lower()
        axes = ("hive" in words or "honey" in words, "oar" in words, "rain" in words)
        length = sum(axes) ** 0.5 or 1.0
        rows.append(tuple(float(axis) / length for axis in axes))
    return rows


def told(words: str):
    return replace(only(f"Norway said that {words}."), issues=())


def test_the_most_alike_is_given():
    like = likeness(ISSUES, similar)
    (hive, oars) = with_likely_issues([told("the hives are full"), told("the oars broke")], like)
    assert (hive.issues, oars.issues) == (("bees",), ("boats",))


def test_what_is_like_nothing_stays_without():
    (one,) = with_likely_issues([told("it will rain")], likeness(ISSUES, similar))
    assert one.issues == ()


def test_what_has_an_issue_keeps_it():
    one = replace(told("the hives are full"), issues=(IssueId("boats"),))
    assert with_likely_issues([one], likeness(ISSUES, similar)) == (one,)


def test_without_a_network_nothing_changes():
    one = told("the hives are full")
    assert with_likely_issues([one], None) == (one,)
