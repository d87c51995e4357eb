"""Comparing only what is near in time, place and Party finds what comparing all would find."""

import datetime as dt
import random

import pytest

from briefing.collation import events as room
from briefing.collation.events import EventCollator
from briefing.collation.nearby import Nearby, months
from briefing.model.findings import Citation, Event, EventKind, EventStatus, Precision
from briefing.model.ids import ActorId, EventId, SentenceId, SourceId
from briefing.model.people import Actor, ActorKind, Reference
from tests.extraction.reading import source

STATES = [ActorId(code) for code in ("NOR", "RUS", "KEN", "PER")]
CITIES = ("Oslo", "Nairobi", "Lima", None, None)
KINDS = (EventKind.SUMMIT, EventKind.TALKS, EventKind.VISIT)


class Everything(Nearby):
    """Finds every Event, as if there were no index."""

    def add(self, number, keys, parties):
        self.count = number + 1 if number + 1 > getattr(self, "count", 0) else self.count

    def find(self, keys, parties):
        return list(range(getattr(self, "count", 0)))


def invented(seed):
    chance = random.Random(seed)
    sources = {}
    for number in range(12):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(200))
        made = source(f"Report {seed} {number}.", chance.choice([day.isoformat(), None]))
        sources[made.id] = made
    tellings = [telling(chance, number, sorted(sources)) for number in range(60)]
    return sources, tellings


def telling(chance, number, ids):
    start = dt.date(2024, 1, 1) + dt.timedelta(days=chance.randrange(200))
    precision = chance.choice(list(Precision))
    length = {Precision.DAY: 0, Precision.MONTH: 30, Precision.YEAR: 364}.get(precision)
    dates = (None, None) if length is None else (start, start + dt.timedelta(days=length))
    if chance.random() < 0.05:
        dates = (dt.date(1950, 1, 1), dt.date(2024, 12, 31))
    sides = tuple(chance.sample(STATES, chance.randint(0, 3)))
    cited = Citation(SourceId(chance.choice(ids)), SentenceId(f"s{number}"))
    return Event(
        EventId(f"t{number}"), chance.choice(KINDS), "", *dates, precision, chance.choice(CITIES),
        sides, EventStatus.HELD, (cited,),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_the_index_changes_nothing_but_the_time_it_takes(seed, monkeypatch):
    sources, tellings = invented(seed)
    actors = {code: Actor(code, code, ActorKind.STATE, code) for code in STATES}
    collator = EventCollator(actors, sources, Reference())
    found = collator.collate(tellings)
    monkeypatch.setattr(room, "Nearby", Everything)
    assert found == collator.collate(tellings)
    assert 1 < len(found[0]) < len(tellings), "some are one, and not all"


def test_months_are_named_one_by_one_and_long_times_are_any():
    assert len(months(dt.date(2023, 12, 31), dt.date(2024, 2, 1))) == 3
    assert months(dt.date(1950, 1, 1), dt.date(2024, 1, 1)) == {"any time"}


def test_few_are_compared():
    index = Nearby()
    for number in range(1000):
        index.add(number, {f"month {number % 100}"}, [STATES[number % 4]])
    assert len(index.find({"month 7"}, [STATES[3]])) == 10
