"""What was settled, and what only might be."""

import pytest

from briefing.model.findings import AgreementKind
from tests.extraction.reading import findings

SETTLED = [
    ("Egypt and Sudan signed 12 agreements in Khartoum.", AgreementKind.SIGNED, 12),
    ("Norway and Russia agreed to share data on cod stocks.", AgreementKind.UNDERSTANDING, None),
    ("Kenya and Somalia plan to sign a treaty next month.", AgreementKind.PLANNED, None),
    ("Chile and Peru reached an understanding on the border.", AgreementKind.UNDERSTANDING, None),
]
UNSETTLED = [
    "If Egypt and Sudan agree on the dam, work could begin.",
    "Egypt and Sudan failed to agree on the dam.",
    "Norway agreed that it was late.",
    "Kenya urged Somalia to agree to a ceasefire.",
]


@pytest.mark.parametrize(("text", "kind", "count"), SETTLED)
def test_settled(text, kind, count):
    (found,) = findings(text).agreements
    assert (found.kind, found.count, len(found.parties)) == (kind, count, 2)
    assert found.text == text


@pytest.mark.parametrize("text", UNSETTLED)
def test_not_settled(text):
    assert findings(text).agreements == ()


def test_who_announced_it():
    text = (
        "Egypt and Sudan agreed to share the water, Egyptian Foreign Minister Badr Abdelatty said."
    )
    (found,) = findings(text).agreements
    assert found.announced_by == "badr-abdelatty"


@pytest.mark.parametrize(
    "text",
    [
        "Moldova and Romania will not sign the energy agreement before June.",
        "Moldova and Romania did not sign the energy agreement.",
        "Moldova and Romania refused to sign the energy agreement.",
    ],
)
def test_what_is_not_signed_is_no_agreement(text):
    assert findings(text).agreements == ()
