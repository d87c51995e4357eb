"""Whose somebody is by the Sentences beside: "The Hungarian minister …", "your counterpart"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.names.rows import Row
from briefing.extraction.names.titles import Titles
from briefing.model.ids import ActorId

_LONGEST_TITLE = 4  # words
_NEAR = 3  # Sentences back in which "your counterpart" stands
_OPENING = 4  # Sentences in which an interview tells whom it asks
_OF_TWO = frozenset({"your", "my", "our"})


@dataclass(frozen=True, slots=True)
class Told:
    """A title in small letters and the Party that somebody holds it for."""

    title: str
    party: ActorId


class Neighbours:
    """Reads the Sentences of one Source for what they tell of those named beside them."""

    def __init__(self, rows: Sequence[Row], titles: Titles) -> None:
        self._rows = rows
        self._titles = titles
        counted = Counter(o.party for row in rows for o in row.owners)
        self._parties = [party for party, _ in counted.most_common()]
        self._asked = next(
            (t.party for row in rows[:_OPENING] if (t := self._first_title(row))), None
        )

    def next(self, index: int) -> Told | None:
        """Return who the Sentence behind says somebody is: "The Hungarian minister of water …"."""
        if index + 1 >= len(self._rows):
            return None
        row = self._rows[index + 1]
        opens = len(row.owners) > 0 and row.owners[0].start == 1 and row.tokens[0].text == "The"
        told = self._title(row, 0) if opens else None
        end = 0 if told is None else row.owners[0].end + len(told.title.split())
        # "The Hungarian minister Ferenc Hadházy" is somebody else, or named there.
        named = any(t.is_capital for t in row.tokens[end : end + _LONGEST_TITLE * 2])
        return None if named else told

    def own(self, index: int, start: int) -> ActorId | None:
        """Return the Party of "our president": that of who is asked."""
        before = self._rows[index].tokens[start - 1].lower if start else ""
        return self._asked if before in {"our", "my"} else None

    def counterpart(self, index: int) -> ActorId | None:
        """Return the Party of whoever a Sentence shortly before calls a counterpart."""
        for row in reversed(self._rows[max(0, index - _NEAR + 1) : index + 1]):
            for at, token in enumerate(row.tokens):
                if token.lower != "counterpart" or at == 0:
                    continue
                owner = next((o.party for o in row.owners if o.end == at), None)
                if owner is None and row.tokens[at - 1].lower in _OF_TWO and self._asked:
                    owner = next((p for p in self._parties if p != self._asked), None)
                return owner
        return None

    def _first_title(self, row: Row) -> Told | None:
        found = (self._title(row, number) for number in range(len(row.owners)))
        return next((told for told in found if told is not None), None)

    def _title(self, row: Row, number: int) -> Told | None:
        """Return the title behind a Party's name: "Kyrgyzstan's deputy foreign minister"."""
        owner, tokens = row.owners[number], row.tokens
        if not owner.national:
            return None
        start = owner.end
        start += start < len(tokens) and tokens[start].lower == "'s"
        for end in range(min(len(tokens), start + _LONGEST_TITLE), start, -1):
            title = self._titles.title_of(" ".join(t.text for t in tokens[start:end]))
            if title is not None:
                return Told(title, owner.party)
        return None
