"""The same Event told by many: tellings that agree on who, when and where become one."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.collation.titles import title
from briefing.model.findings import Event, EventKind, EventStatus, Precision
from briefing.model.ids import ActorId, EventId, SourceId
from briefing.model.people import Actor, ActorKind, Reference
from briefing.model.source import Source

# One report's "summit" is another's "meeting" or "talks".
_GATHERING = frozenset({EventKind.SUMMIT, EventKind.MEETING, EventKind.TALKS})
_NEAR = dt.timedelta(days=21)  # how far an undated telling may lie from the dated event it tells
_SAME_DAY = dt.timedelta(days=1)  # local time and the dateline differ by a day
_FINE = {Precision.DAY: 0, Precision.MONTH: 1, Precision.YEAR: 2, Precision.UNKNOWN: 3}
_RANK = {kind: rank for rank, kind in enumerate(EventKind)}


@dataclass(slots=True)
class _Cluster:
    """Tellings that are one Event so far."""

    tellings: list[Event] = field(default_factory=list)
    people: set[ActorId] = field(default_factory=set)
    parties: set[ActorId] = field(default_factory=set)


class EventCollator:
    """Groups the tellings of all Sources."""

    def __init__(
        self, actors: dict[ActorId, Actor], sources: dict[SourceId, Source], reference: Reference
    ) -> None:
        self._actors = actors
        self._sources = sources
        self._reference = reference

    def collate(
        self, tellings: Sequence[Event]
    ) -> tuple[dict[EventId, Event], dict[EventId, EventId]]:
        """Return the Events by id, and for each telling's id the id of its Event.

        The order of the input does not matter: tellings are taken by precision, date and id.
        """
        clusters: list[_Cluster] = []
        for telling in sorted(tellings, key=self._order):
            best = min(
                (c for c in clusters if self._fits(c, telling)),
                key=lambda c: self._distance(c, telling),
                default=None,
            )
            if best is None:
                best = _Cluster()
                clusters.append(best)
            best.tellings.append(telling)
            best.people |= self._people(telling)
            best.parties |= self._parties(telling)
        events: dict[EventId, Event] = {}
        moved: dict[EventId, EventId] = {}
        for cluster in clusters:
            event = self._event(cluster, events)
            events[event.id] = event
            moved |= {telling.id: event.id for telling in cluster.tellings}
        return events, moved

    def _order(self, telling: Event) -> tuple[int, dt.date, EventId]:
        return _FINE[telling.precision], telling.start or dt.date.max, telling.id

    def _people(self, telling: Event) -> set[ActorId]:
        return {id_ for id_ in telling.participants if self._actors[id_].kind is ActorKind.PERSON}

    def _parties(self, telling: Event) -> set[ActorId]:
        actors = (self._actors[id_] for id_ in telling.participants)
        return {a.party or a.id for a in actors}

    def _fits(self, cluster: _Cluster, telling: Event) -> bool:
        kinds = {t.kind for t in cluster.tellings}
        alike = telling.kind in kinds or (telling.kind in _GATHERING and kinds & _GATHERING)
        if not alike:
            return False
        parties = self._parties(telling)
        if not (parties <= cluster.parties or cluster.parties <= parties):
            return False
        if self._other_people(cluster, telling):
            return False
        return self._when_fits(cluster, telling) and self._where_fits(cluster, telling)

    def _other_people(self, cluster: _Cluster, telling: Event) -> bool:
        """Tell two meetings apart by whom they bring together: other persons for one Party."""
        here = self._people(telling)
        for party in self._parties(telling):
            ours = {p for p in here if self._actors[p].party == party}
            theirs = {p for p in cluster.people if self._actors[p].party == party}
            if ours and theirs and not ours & theirs:
                return True
        return False

    def _when_fits(self, cluster: _Cluster, telling: Event) -> bool:
        dated = [t for t in cluster.tellings if t.start is not None]
        if telling.start is None or telling.end is None:
            return self._distance(cluster, telling) <= _NEAR.days
        if not dated:
            return self._distance(cluster, telling) <= _NEAR.days
        slack = _SAME_DAY if telling.precision is Precision.DAY else dt.timedelta()
        start, end = telling.start - slack, telling.end + slack
        return all(t.start <= end and start <= t.end for t in dated if t.start and t.end)

    def _where_fits(self, cluster: _Cluster, telling: Event) -> bool:
        """Cities that differ part two events; a country and its city do not."""
        here = self._city(telling)
        cities = {self._city(t) for t in cluster.tellings} - {None}
        return here is None or not cities or here in cities

    def _city(self, telling: Event) -> str | None:
        if telling.place is None:
            return None
        is_state = any(
            telling.place in (p.name, *p.names, *p.demonyms) for p in self._reference.parties
        )
        return None if is_state else telling.place

    def _distance(self, cluster: _Cluster, telling: Event) -> int:
        """Return the days between; the day of the report where none is told."""
        days = [abs((self._day(t) - self._day(telling)).days) for t in cluster.tellings]
        return min(days)

    def _day(self, telling: Event) -> dt.date:
        if telling.start is not None and telling.end is not None:
            return telling.start + (telling.end - telling.start) / 2
        published = self._sources[telling.sources[0].source].published
        return published or dt.date(1, 1, 1)

    def _event(self, cluster: _Cluster, taken: dict[EventId, Event]) -> Event:
        tellings = cluster.tellings
        dated = min(tellings, key=self._order)
        kind = min((t.kind for t in tellings), key=_RANK.__getitem__)
        participants = self._participants(tellings)
        place = self._place(tellings)
        name = title(kind, participants, place, self._actors, self._reference)
        start, end = _shared(tellings, dated)
        stamp = str(start)[
            : {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}.get(dated.precision, 0)
        ]
        parties = "-".join(sorted(cluster.parties))
        id_ = EventId("-".join(filter(None, ("event", kind.value, stamp, parties))))
        number = 2
        while id_ in taken:
            id_ = EventId(f"{id_.split('~')[0]}~{number}")
            number += 1
        citations = sorted(
            {c for t in tellings for c in t.sources}, key=lambda c: (c.source, _offset(c.sentence))
        )
        return Event(
            id_, kind, name, start, end, dated.precision, place, participants,
            self._status(tellings), tuple(citations),
        )  # fmt: skip

    def _participants(self, tellings: Sequence[Event]) -> tuple[ActorId, ...]:
        """Return who took part, most often named first; a Party only where no person stands for it."""
        counted = Counter(id_ for t in tellings for id_ in t.participants)
        ordered = sorted(counted, key=lambda id_: (-counted[id_], id_))
        people = [id_ for id_ in ordered if self._actors[id_].kind is ActorKind.PERSON]
        covered = {self._actors[id_].party for id_ in people}
        rest = [id_ for id_ in ordered if id_ not in people and id_ not in covered]
        return tuple(people + rest)

    def _place(self, tellings: Sequence[Event]) -> str | None:
        cities = Counter(c for t in tellings if (c := self._city(t)) is not None)
        others = Counter(t.place for t in tellings if t.place is not None)
        for counted in (cities, others):
            if counted:
                return min(counted, key=lambda name: (-counted[name], name))
        return None

    def _status(self, tellings: Sequence[Event]) -> EventStatus:
        said = {t.status for t in tellings}
        for status in (EventStatus.HELD, EventStatus.ANNOUNCED):
            if status in said:
                return status
        return EventStatus.UNKNOWN


def _shared(tellings: Sequence[Event], dated: Event) -> tuple[dt.date | None, dt.date | None]:
    """Return the days that all tellings of the finest precision have in common."""
    start, end = dated.start, dated.end
    for telling in tellings:
        if telling.precision is not dated.precision or start is None or end is None:
            continue
        if telling.start is None or telling.end is None:
            continue
        if telling.start <= end and start <= telling.end:
            start, end = max(start, telling.start), min(end, telling.end)
    return start, end


def _offset(sentence: str) -> int:
    tail = sentence.rpartition(".s")[2]
    return int(tail) if tail.isdigit() else 0
