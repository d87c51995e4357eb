"""Which sentences say that a matter is contested, nearer to an end, or settled."""

import pytest

from tests.extraction.reading import given

WORDS = given().contested


@pytest.mark.parametrize(
    ("text", "disputed", "narrowing", "settled"),
    [
        ("The border remains contested.", True, False, False),
        ("The two sides disagreed on quotas.", True, False, False),
        ("Tea remains a sticking point.", True, False, False),
        ("They clashed over tea.", True, False, False),
        ("Kenya and Uganda are at odds over tea.", True, False, False),
        ("The quarrel was resolved in May.", True, False, True),
        ("The quota was settled in May.", False, False, True),
        ("The quota has yet to be resolved.", False, False, False),
        ("It could be settled.", False, False, False),
        ("They settled on three rules.", False, False, False),
        ("Envoys narrowed the gap on tea.", False, True, False),
        ("They made progress on tea.", False, True, False),
        ("There was no progress on tea.", False, False, False),
        ("The talks were friendly.", False, False, False),
    ],
)
def test_contested_nearer_or_settled(text, disputed, narrowing, settled):
    told = (WORDS.is_disputed(text), WORDS.is_narrowing(text), WORDS.is_settled(text))
    assert told == (disputed, narrowing, settled)
