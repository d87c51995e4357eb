"""Short titles of Events."""

import pytest

from briefing.collation.titles import host_of, title
from briefing.model.findings import EventKind
from briefing.model.ids import ActorId
from briefing.model.people import Actor, ActorKind, Party, Place, Reference

EGY, KEN = ActorId("EGY"), ActorId("KEN")
REFERENCE = Reference(
    parties=(
        Party(EGY, "Egypt", ActorKind.STATE, ("Arab Republic of Egypt",), capital="Cairo"),
        Party(KEN, "Kenya", ActorKind.STATE, capital="Nairobi"),
    ),
    places=(Place("Luxor", EGY), Place("Red Sea")),
)
ACTORS = {
    actor.id: actor
    for actor in (
        *(Actor(ActorId(x), name, ActorKind.STATE, ActorId(x)) for x, name in (
            ("EGY", "Egypt"), ("KEN", "Kenya"), ("PER", "Peru"), ("SDN", "Sudan"),
        )),
        Actor(ActorId("wanjiru"), "Grace Wanjiru", ActorKind.PERSON, KEN),
        Actor(ActorId("nobody"), "Ann Other", ActorKind.PERSON),
    )
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "participants", "place", "expected"),
    [
        (EventKind.SUMMIT, ["KEN", "EGY"], "Luxor", "Egypt–Kenya summit, Luxor"),
        (EventKind.CALL, ["wanjiru", "EGY"], None, "Egypt–Kenya telephone call"),
        (EventKind.TEST, ["EGY"], None, "Egypt: weapons test"),
        (EventKind.TALKS, ["EGY", "KEN"], "Egypt", "Egypt–Kenya talks"),
        (EventKind.FORUM, [], "Luxor", "Forum, Luxor"),
        (EventKind.PROTEST, [], None, "Protest"),
        (
            EventKind.TALKS,
            ["EGY", "KEN", "PER", "SDN"],
            None,
            "Egypt–Kenya–Peru and others talks",
        ),
        (EventKind.MEETING, ["nobody", "KEN"], None, "Ann Other–Kenya meeting"),
        (EventKind.VISIT, ["wanjiru", "EGY"], "Egypt", "Grace Wanjiru: visit to Egypt"),
        (EventKind.VISIT, ["wanjiru", "EGY"], "Luxor", "Grace Wanjiru: visit to Luxor, Egypt"),
        (EventKind.VISIT, ["wanjiru"], "Nairobi", "Kenya: visit, Nairobi"),
        (EventKind.VISIT, ["KEN", "EGY"], "Cairo", "Egypt–Kenya visit, Cairo"),
        (EventKind.VISIT, ["wanjiru"], None, "Kenya: visit"),
    ],
)
def test_title(kind, participants, place, expected):
    assert title(kind, participants, place, ACTORS, REFERENCE) == expected


@pytest.mark.parametrize(
    ("place", "host"),
    [
        ("Egypt", EGY),
        ("Arab Republic of Egypt", EGY),
        ("Cairo", EGY),
        ("Luxor", EGY),
        ("Red Sea", None),
        ("Atlantis", None),
        (None, None),
    ],
)
def test_host_of_a_place(place, host):
    found = host_of(place, REFERENCE)
    assert (found and found.id) == host
