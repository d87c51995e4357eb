"""Offices by day and by words: who holds one, and which of them a title in the text means."""

import datetime as dt

from briefing.model.people import Actor, Office

# An office with one of these words is another office than the one without.
_LESSER = frozenset(
    {
        "vice",
        "deputy",
        "prime",
        "former",
        "ex",
        "late",
        "retired",
        "elect",
        "designate",
        "assistant",
    }
)


def in_office(office: Office, on: dt.date | None) -> bool:
    """Tell whether an Office is held on a day; True when the day is not known."""
    if on is None:
        return True
    return (office.since is None or office.since <= on) and (
        office.until is None or on <= office.until
    )


def names_office(office: str, title: str) -> bool:
    """Tell whether an office's words hold the title's: "Foreign Minister" is "minister" too."""
    here, there = office.replace("-", " "), title.replace("-", " ")
    ours, theirs = here.split(), there.split()
    if not theirs or any(word in ours and word not in theirs for word in _LESSER):
        return False
    looser = set(theirs) <= set(ours) and ours[-1] == theirs[-1]
    return looser or here.startswith(there + " ")


def holds(actor: Actor, title: str, on: dt.date | None) -> bool:
    """Tell whether an Actor holds an office on a day that the title (in small letters) names."""
    return any(
        names_office(office.title.lower(), title) and in_office(office, on)
        for office in actor.offices
    )
