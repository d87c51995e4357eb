"""Whose own paper a Source is: by its letterhead, or by who needs no nationality in it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.extraction.names.body_names import BodyNames
from briefing.extraction.names.owners import Owner
from briefing.extraction.names.roles import Roles
from briefing.extraction.names.rows import Row
from briefing.extraction.names.titles import Titles
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId
from briefing.model.source import Source, SourceKind

_LONGEST_DATELINE = 7  # tokens: "Hanoi, 12 June 2026"
_LONGEST_TITLE = 4  # words
_MAIN = 2  # Parties of which one reads out what it said to the other
_OPENING = 3  # Sentences in which both are named with their offices


class Issuers:
    """Finds the Party that issues a readout or a statement."""

    def __init__(self, roles: Roles, titles: Titles) -> None:
        self._roles = roles
        self._titles = titles
        self._names = BodyNames(roles)

    def find(self, source: Source, heads: Sequence[Row], rows: Sequence[Row]) -> ActorId | None:
        """Return the Party whose own paper a Source is, None when nothing tells it.

        ``heads`` are the first lines of the Source, ``rows`` its Sentences.
        """
        by_letterhead = next((p for row in heads if (p := self._letterhead(row))), None)
        if by_letterhead is not None or source.kind is not SourceKind.READOUT:
            return by_letterhead
        return self._by_contrast(heads, rows)

    def _letterhead(self, row: Row) -> ActorId | None:
        """Read "Ministry of Foreign Affairs of Chile" and "Chilean Foreign Ministry" on a line."""
        tokens, owners = row.tokens, [o for o in row.owners if not o.body]
        if len(owners) != 1:
            return None
        for first, last in self._names.find(tokens, row.taken):
            if tokens[last - 1].lower in self._roles.independent:
                continue
            told = {*range(first, last), *range(owners[0].start, owners[0].end)}
            rest = [t for i, t in enumerate(tokens) if i not in told and t.is_word]
            if all(t.lower in {"of", "the", "for", "press", "release", "office"} for t in rest):
                return owners[0].party
        return None

    def _by_contrast(self, heads: Sequence[Row], rows: Sequence[Row]) -> ActorId | None:
        """Return the one of two Parties whose ministers need no nationality; else the dateline's.

        "Minister Ha received Indonesian Foreign Minister Wulandari" is Vietnam's.
        """
        counted = Counter(o.party for row in rows for o in row.owners)
        main = [party for party, _ in counted.most_common(_MAIN)]
        seat = next((o.party for row in heads for o in self._dateline(row)), None)
        opening = [row for row in rows if row.tokens and row.tokens[-1].text == "."][:_OPENING]
        guests = {o.party for row in (*heads, *opening) for o in row.owners if self._owns(row, o)}
        own = [party for party in main if party not in guests]
        if len(own) == 1 and guests & set(main):
            return own[0]
        return seat if seat in main else None

    def _dateline(self, row: Row) -> Iterator[Owner]:
        short = len(row.tokens) <= _LONGEST_DATELINE
        if short and row.owners and any(t.text.isdigit() for t in row.tokens):
            yield from (o for o in row.owners[:1] if o.start == 0 and not o.national)

    def _owns(self, row: Row, owner: Owner) -> bool:
        """Tell whose office it is: "Indonesian Foreign Minister", "Minister of Trade of Peru"."""
        return self._has_title(row.tokens, owner.end) or self._is_behind_title(row, owner)

    def _has_title(self, tokens: Sequence[Token], start: int) -> bool:
        start += start < len(tokens) and tokens[start].lower == "'s"
        ends = range(start + 1, min(len(tokens), start + _LONGEST_TITLE) + 1)
        return any(self._titles.title_of(" ".join(t.text for t in tokens[start:e])) for e in ends)

    def _is_behind_title(self, row: Row, owner: Owner) -> bool:
        at = owner.start - 1
        at -= at > 0 and row.tokens[at].lower == "the"
        if at < 1 or row.tokens[at].lower != "of":
            return False
        return self._titles.is_field(row.tokens, at + 1) or self._titles.in_portfolio(
            row.tokens, at
        )
