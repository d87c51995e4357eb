"""Names of the tables in a row of tokens: the longest first, short ones exact, compounds cut."""

import pytest

from briefing.extraction.names.names import NameKind, Names
from briefing.extraction.tokens import tokenise
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party, Place, Reference

REFERENCE = Reference(
    parties=(
        Party(
            ActorId("IRE"), "Ireland", ActorKind.STATE,
            names=("IE", "Republic of Ireland"), demonyms=("Irish",), metonyms=("Dublin",),
        ),
        Party(ActorId("NIR"), "Northern Ireland", ActorKind.STATE),
    ),
    actors=(
        Actor(ActorId("mairead-oglen"), "Mairead Oglen", ActorKind.PERSON, surname="Oglen"),
        Actor(ActorId("lu-sel"), "Lu Sel-lan", ActorKind.PERSON, surname="Lu"),
    ),
    places=(Place("Irish Sea"), Place("Cork", ActorId("IRE"))),
)  # fmt: skip


def met(text):
    names = Names(REFERENCE)
    return [(hit.name.text, hit.name.kind) for hit in names.find(names.split(tokenise(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northern Ireland voted.", [("Northern Ireland", NameKind.PARTY)]),
        ("The Irish Sea is cold.", [("Irish Sea", NameKind.PLACE)]),
        ("An Irish envoy came.", [("Irish", NameKind.DEMONYM)]),
        ("Dublin objects.", [("Dublin", NameKind.METONYM)]),
        ("IE voted.", [("IE", NameKind.PARTY)]),
        ("Ie voted, ie did not.", []),
        ("The republic of ireland", []),
        ("Lu Sellan and Lu Sel-Ian", [("Lu Sel-lan", NameKind.ACTOR)] * 2),
    ],
)
def test_names(text, expected):
    assert met(text) == expected


def test_compound_is_cut_only_where_every_part_is_a_name():
    assert met("Oglen-Dublin talks and Dublin-based talks") == [("Dublin", NameKind.METONYM)]


def test_cut_tokens_keep_their_offsets():
    text = "the Ireland-Dublin line"
    for token in Names(REFERENCE).split(tokenise(text)):
        assert text[token.start : token.end] == token.text
