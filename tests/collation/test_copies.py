"""Sources that are one report twice."""

from briefing.collation.copies import groups
from briefing.model.findings import GroupKind
from tests.extraction.reading import source

TEXT = "Kenya and Sudan met on Monday. The talks were long."


def test_spacing_case_and_marks_do_not_count():
    one, two = source(TEXT), source("KENYA and Sudan  met on Monday!\n\nThe talks were long.")
    (group,) = groups([one, two])
    assert group.kind is GroupKind.SAME_REPORT
    assert group.sources == tuple(sorted([one.id, two.id]))


def test_other_words_are_another_report():
    assert groups([source(TEXT), source(TEXT + " Nobody smiled.")]) == ()


def test_order_of_the_sources_does_not_matter():
    rows = [source(TEXT + end) for end in ("", "\n", "\n\n")]
    (group,) = groups(rows)
    assert len(group.sources) == 3
    assert groups(rows[::-1]) == (group,)


def test_one_source_is_no_group():
    assert groups([source(TEXT)]) == ()
