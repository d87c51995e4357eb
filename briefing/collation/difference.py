"""What changes in a Library when the Evidence is collated anew: only the records that differ."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model.briefing import Briefing
from briefing.model.edits import Put, Record, Remove, Step
from briefing.model.evidence import Evidence


def difference(kept: Evidence, now: Evidence, briefings: Sequence[Briefing]) -> list[Step]:
    """Return the steps from the collated records that are kept to those that should be.

    Actors to Groups; Sources and what was found in each are put by whoever adds them. Each
    Briefing keeps its choice.
    """
    steps: list[Step] = []
    for old_rows, new_rows in (
        (kept.actors, now.actors),
        (kept.events, now.events),
        (kept.issues, now.issues),
        (kept.statements, now.statements),
        (kept.agreements, now.agreements),
        (kept.disputes, now.disputes),
        (kept.divergences, now.divergences),
        (kept.groups, now.groups),
    ):
        old: dict[str, Record] = {row.id: row for row in old_rows}
        new: dict[str, Record] = {row.id: row for row in new_rows}
        steps += [Remove(type(row), id_) for id_, row in old.items() if id_ not in new]
        steps += [Put(row) for id_, row in new.items() if old.get(id_) != row]
    return steps + followed(kept, now, briefings)


def followed(kept: Evidence, now: Evidence, briefings: Sequence[Briefing]) -> list[Step]:
    """Keep each Briefing's choice where an Event got another id: by the Sentences it is told in."""
    ids = {event.id for event in now.events}
    told = {citation: event.id for event in now.events for citation in event.sources}
    moved = {
        event.id: next((told[c] for c in event.sources if c in told), None)
        for event in kept.events
        if event.id not in ids
    }
    steps: list[Step] = []
    for briefing in briefings:
        events = tuple(
            dict.fromkeys(new for e in briefing.events if (new := moved.get(e) or e) in ids)
        )
        if events != briefing.events:
            steps.append(Put(replace(briefing, events=events)))
    return steps
