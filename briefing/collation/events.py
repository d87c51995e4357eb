"""The same Event told by many: tellings that agree on who, when and where become one."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.collation.nearby import Nearby, months
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
_ONE_SOURCE = "one source"
_RANK = {kind: rank for rank, kind in enumerate(EventKind)}


class _When(NamedTuple):
    """The days that a telling may cover."""

    start: dt.date
    end: dt.date | None
    precision: Precision


@dataclass(slots=True)
class _Cluster:
    """Tellings that are one Event so far, and what there is to compare of them, each thing once.

    ``keys`` are the months and cities of which two Events must share one; ``days`` one for each
    telling, of its report where it tells none.
    """

    tellings: list[Event]
    kinds: set[EventKind]
    people: set[ActorId]
    parties: set[ActorId]
    cities: set[str]
    whens: set[_When]
    days: set[dt.date]
    keys: set[str]

    def take(self, other: "_Cluster") -> None:
        """Take in the tellings of another."""
        self.tellings += other.tellings
        self.kinds |= other.kinds
        self.people |= other.people
        self.parties |= other.parties
        self.cities |= other.cities
        self.whens |= other.whens
        self.days |= other.days
        self.keys |= other.keys


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

        The tellings of one Source come together first, then the Sources; each time the most
        precise first, so that the order of the input does not matter.
        """
        per_source: dict[SourceId, list[Event]] = defaultdict(list)
        for telling in tellings:
            per_source[telling.sources[0].source].append(telling)
        parts = [
            part
            for _, rows in sorted(per_source.items())
            for part in self._gather([self._cluster(row) for row in rows], within=True)
        ]
        events: dict[EventId, Event] = {}
        moved: dict[EventId, EventId] = {}
        for cluster in self._gather(parts, within=False):
            event = self._event(cluster, events)
            events[event.id] = event
            moved |= {telling.id: event.id for telling in cluster.tellings}
        return events, moved

    def _cluster(self, telling: Event) -> _Cluster:
        city, day = self._city(telling), self._day(telling)
        start = telling.start
        return _Cluster(
            tellings=[telling],
            kinds={telling.kind},
            people=self._people(telling),
            parties=self._parties(telling),
            cities={city} if city else set(),
            whens={_When(start, telling.end, telling.precision)} if start is not None else set(),
            days={day} if day is not None else set(),
            keys=self._keys(telling, city),
        )

    def _gather(self, parts: Sequence[_Cluster], *, within: bool) -> list[_Cluster]:
        gathered: list[_Cluster] = []
        nearby = Nearby()
        for part in sorted(parts, key=lambda c: min(_order(t) for t in c.tellings)):
            # In one Source days that are not told agree with all others.
            keys = {_ONE_SOURCE} if within else part.keys
            fitting = [
                number
                for number in nearby.find(keys, part.parties)
                if self._fits(gathered[number], part, within=within)
            ]
            best = min(
                fitting,
                key=lambda number: self._distance(gathered[number], part) or 0,
                default=len(gathered),
            )
            if best == len(gathered):
                gathered.append(part)
            else:
                known = (len(gathered[best].keys), len(gathered[best].parties))
                gathered[best].take(part)
                if known == (len(gathered[best].keys), len(gathered[best].parties)):
                    continue
                keys = keys if within else gathered[best].keys
            nearby.add(best, keys, gathered[best].parties)
        return gathered

    def _keys(self, telling: Event, city: str | None) -> set[str]:
        """Return the months and the city of which two Events must share one; ``_when_fits``."""
        keys = {f"city {city}"} if city else set()
        if telling.start is not None and telling.end is not None:
            keys |= months(telling.start - _SAME_DAY, telling.end + _SAME_DAY)
        elif telling.start is not None:
            keys |= months(telling.start, dt.date.max)
        elif (day := self._day(telling)) is not None:
            keys |= months(day - _NEAR, day + _NEAR)
        return keys

    def _people(self, telling: Event) -> set[ActorId]:
        return {id_ for id_ in telling.participants if self._actors[id_].kind is ActorKind.PERSON}

    def _parties(self, telling: Event) -> set[ActorId]:
        actors = (self._actors[id_] for id_ in telling.participants)
        return {a.party or a.id for a in actors}

    def _fits(self, one: _Cluster, other: _Cluster, *, within: bool) -> bool:
        kinds, others = one.kinds, other.kinds
        if not (kinds & others or (kinds & _GATHERING and others & _GATHERING)):
            return False
        if not (one.parties <= other.parties or other.parties <= one.parties):
            return False
        if not kinds & others and one.parties != other.parties:
            return False
        if self._other_people(one, other):
            return False
        if one.cities and other.cities and not one.cities & other.cities:
            return False
        return self._when_fits(one, other, within=within)

    def _other_people(self, one: _Cluster, other: _Cluster) -> bool:
        """Tell two meetings apart by whom they bring together: other persons for one Party."""
        for party in one.parties | other.parties:
            ours = {p for p in one.people if self._actors[p].party == party}
            theirs = {p for p in other.people if self._actors[p].party == party}
            if ours and theirs and not ours & theirs:
                return True
        return False

    def _when_fits(self, one: _Cluster, other: _Cluster, *, within: bool) -> bool:
        """Ask for days in common; where a day is not told, for reports near in time, or one city.

        Undated tellings in one Source are of one event unless something speaks against it.
        """
        if one.whens and other.whens:
            # Local time and a dateline may differ by a day; two days in one report do not.
            shared = one.people & other.people
            slack = _SAME_DAY if shared and not within else dt.timedelta()
            return all(_overlap(a, b, slack) for a in one.whens for b in other.whens)
        if within:
            return True
        if not one.whens and not other.whens and one.cities & other.cities:
            return True
        apart = self._distance(one, other)
        return apart is not None and apart <= _NEAR.days

    def _city(self, telling: Event) -> str | None:
        if telling.place is None:
            return None
        is_state = any(
            telling.place in (p.name, *p.names, *p.demonyms) for p in self._reference.parties
        )
        return None if is_state else telling.place

    def _distance(self, one: _Cluster, other: _Cluster) -> int | None:
        """Return the fewest days between, by the report's day where none is told; None: unknown."""
        return min((abs((a - b).days) for a in one.days for b in other.days), default=None)

    def _day(self, telling: Event) -> dt.date | None:
        if telling.start is not None and telling.end is not None:
            return telling.start + (telling.end - telling.start) / 2
        return self._sources[telling.sources[0].source].published

    def _event(self, cluster: _Cluster, taken: dict[EventId, Event]) -> Event:
        tellings = cluster.tellings
        dated = min(tellings, key=_order)
        kind = min((t.kind for t in tellings), key=_RANK.__getitem__)
        participants = self._participants(tellings, dated.start)
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
            {c for t in tellings for c in t.sources}, key=lambda c: (c.source, c.sentence)
        )
        return Event(
            id_, kind, name, start, end, dated.precision, place, participants,
            _status(tellings), tuple(citations),
        )  # fmt: skip

    def _participants(self, tellings: Sequence[Event], day: dt.date | None) -> tuple[ActorId, ...]:
        """Return who took part, most often named first; a Party where no person stands for it."""
        counted = Counter(id_ for t in tellings for id_ in t.participants)
        ordered = sorted(counted, key=lambda id_: (-counted[id_], id_))
        people = [id_ for id_ in ordered if self._may_attend(self._actors[id_], day)]
        covered = {self._actors[id_].party for id_ in people}
        rest = [
            id_
            for id_ in ordered
            if self._actors[id_].kind is not ActorKind.PERSON and id_ not in covered
        ]
        return tuple(people + rest)

    def _may_attend(self, actor: Actor, day: dt.date | None) -> bool:
        """Leave out who had left every known office: an invitation may outlive who made it."""
        if actor.kind is not ActorKind.PERSON:
            return False
        ends = [office.until for office in actor.offices]
        return day is None or not ends or any(end is None or end >= day for end in ends)

    def _place(self, tellings: Sequence[Event]) -> str | None:
        cities = Counter(c for t in tellings if (c := self._city(t)) is not None)
        others = Counter(t.place for t in tellings if t.place is not None)
        for counted in (cities, others):
            if counted:
                return min(counted, key=lambda name: (-counted[name], name))
        return None


def _overlap(one: _When, other: _When, slack: dt.timedelta) -> bool:
    """Tell whether two dated tellings can be of one day, or one some days apart if both name it."""
    if one.end is None or other.end is None:
        return True
    if {one.precision, other.precision} != {Precision.DAY}:
        slack = dt.timedelta()
    return one.start <= other.end + slack and other.start <= one.end + slack


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


def _order(telling: Event) -> tuple[int, dt.date, EventId]:
    return _FINE[telling.precision], telling.start or dt.date.max, telling.id


def _status(tellings: Sequence[Event]) -> EventStatus:
    said = {t.status for t in tellings}
    for status in (EventStatus.HELD, EventStatus.CANCELLED, EventStatus.ANNOUNCED):
        if status in said:
            return status
    return EventStatus.UNKNOWN
