"""Which Events may be the same at all: an index by month, city and Party; few are compared."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable

from briefing.model.ids import ActorId

# More months than this are no place in time; such an Event is compared with every other.
_LONGEST = 36
_ANY = "any time"
_NO_PARTY = ""
_EVERY_PARTY = "*"


def months(first: dt.date, last: dt.date) -> set[str]:
    """Return a key for each month from the first day to the last."""
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    if not 0 <= end - start < _LONGEST:
        return {_ANY}
    return {f"month {number}" for number in range(start, end + 1)}


class Nearby:
    """Numbers of Events, found again by keys of time or place and by Parties.

    Two Events can be the same only where they share a key and a Party, or one names no Party.
    """

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._all: dict[str, set[int]] = defaultdict(set)

    def add(self, number: int, keys: Iterable[str], parties: Collection[ActorId]) -> None:
        """Put a number under each key, with each Party."""
        for key in keys:
            for party in (*(parties or (_NO_PARTY,)), _EVERY_PARTY):
                self._numbers[key, party].add(number)
        for party in (*(parties or (_NO_PARTY,)), _EVERY_PARTY):
            self._all[party].add(number)

    def find(self, keys: Collection[str], parties: Collection[ActorId]) -> list[int]:
        """Return the numbers that may fit, lowest first."""
        wanted = (*parties, _NO_PARTY) if parties else (_EVERY_PARTY,)
        found: set[int] = set()
        for party in wanted:
            if _ANY in keys:
                found |= self._all[party]
                continue
            for key in (*keys, _ANY):
                found |= self._numbers.get((key, party), set())
        return sorted(found)
