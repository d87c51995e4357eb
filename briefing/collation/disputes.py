"""Issues on which Positions part: whose they are, since when, and how it stands."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.collation.exchanges import Exchanges
from briefing.collation.parting import PartyNames, parted
from briefing.model.evidence import IssueMark
from briefing.model.findings import (
    Agreement,
    AgreementKind,
    Citation,
    Dispute,
    DisputeStatus,
    Position,
    Statement,
)
from briefing.model.ids import ActorId, DisputeId, IssueId, SentenceId, SourceId
from briefing.model.people import Party
from briefing.model.source import Source

# Who is against whom, and the Statement that is.
_Against = tuple[ActorId, ActorId, Statement]
_FEWEST_SIDES = 2
_SURE = 0.5  # what is less sure, or only claimed by the other side, is no Position
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SINCE = re.compile(
    rf"\bsince (?:(?:early|late|mid|the)[- ])?(?:(?P<month>{'|'.join(_MONTHS)}) )?"
    r"(?P<year>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)


def disputes(
    statements: Sequence[Statement],
    agreements: Sequence[Agreement],
    marks: Sequence[IssueMark],
    sources: Mapping[SourceId, Source],
    parties: Sequence[Party] = (),
) -> tuple[Dispute, ...]:
    """Return the Issues that a Source calls contested, or on which two Parties pull apart.

    ``parties`` are the rows of the reference table: whom a Statement means. A Dispute has the
    Positions of those alone who part, and is as old as the first of its Sentences, or as the year
    that one gives ("since 2011").
    """
    names = PartyNames(parties)
    told = _by_issue(statements, sources)
    _add_contested(told, statements, marks)
    sure = [s for s in statements if s.party and s.confidence >= _SURE and not s.commentary]
    exchanges = Exchanges(sure, marks, sources, names)
    answered = _answered(exchanges, told)
    court = _Court(statements, agreements, sources, exchanges, names, answered)
    by_issue: dict[IssueId, list[IssueMark]] = defaultdict(list)
    for mark in marks:
        by_issue[mark.issue].append(mark)
    found = (court.judge(i, told.get(i, {}), by_issue[i]) for i in sorted({*by_issue, *told}))
    return tuple(dispute for dispute in found if dispute is not None)


def _answered(
    exchanges: Exchanges, told: dict[IssueId, dict[ActorId, list[Statement]]]
) -> dict[IssueId, list[_Against]]:
    """Return who answers and who accuses whom on each Issue; what was said goes into ``told``."""
    answered: dict[IssueId, list[_Against]] = defaultdict(list)
    for one, other, issues in exchanges.found():
        for issue in issues:
            for statement in (one, other):
                _add(told[issue], statement)
            if one.party is not None and other.party is not None:
                answered[issue].append((one.party, other.party, one))
    for statement, accused in exchanges.charges():
        for issue in statement.issues:
            if statement.party is not None:
                answered[issue].append((statement.party, accused, statement))
    return answered


def _add_contested(
    told: dict[IssueId, dict[ActorId, list[Statement]]],
    statements: Sequence[Statement],
    marks: Sequence[IssueMark],
) -> None:
    """Add what the sides of a contested Sentence say in it, whatever words they say it in."""
    here: dict[SentenceId, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.confidence >= _SURE and not statement.commentary:
            here[statement.sentence].append(statement)
    for mark in marks:
        if mark.disputed and not mark.words and len(mark.sides) >= _FEWEST_SIDES:
            for statement in here[mark.citation.sentence]:
                if statement.party in mark.sides:
                    _add(told[mark.issue], statement)


def _add(told: dict[ActorId, list[Statement]], statement: Statement) -> None:
    if statement.party is not None and statement not in told[statement.party]:
        told[statement.party].append(statement)


def _by_issue(
    statements: Iterable[Statement], sources: Mapping[SourceId, Source]
) -> dict[IssueId, dict[ActorId, list[Statement]]]:
    told: dict[IssueId, dict[ActorId, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in sorted(statements, key=lambda s: _when(s, sources)):
        sure = statement.confidence >= _SURE
        if statement.party is not None and sure and not statement.commentary:
            for issue in statement.issues:
                told[issue][statement.party].append(statement)
    return told


def _when(statement: Statement, sources: Mapping[SourceId, Source]) -> tuple[str, str, int, str]:
    published = sources[statement.source].published
    start = statement.spans.content[0].start
    return str(published or ""), statement.source, start, statement.id


class _Court:
    """Finds the Dispute on one Issue after the other."""

    def __init__(
        self,
        statements: Sequence[Statement],
        agreements: Sequence[Agreement],
        sources: Mapping[SourceId, Source],
        exchanges: Exchanges,
        names: PartyNames,
        answered: Mapping[IssueId, Sequence[_Against]],
    ) -> None:
        self._answered = answered
        self._agreements = agreements
        self._sources = sources
        self._exchanges = exchanges
        self._names = names
        self._claimed = {statement.sentence for statement in statements}
        self._commented = {s.sentence for s in statements if s.commentary}
        self._spans: dict[SentenceId, tuple[int, int]] = {
            sentence.id: (sentence.start, sentence.end)
            for source in sources.values()
            for passage in source.passages
            for sentence in passage.sentences
        }

    def judge(
        self, issue: IssueId, told: dict[ActorId, list[Statement]], marks: Sequence[IssueMark]
    ) -> Dispute | None:
        """Return the Dispute on an Issue, or None where nobody parts."""
        against = [
            *parted(dict(told), self._exchanges.are_related, self._names),
            *self._answered.get(issue, ()),
        ]
        contested = {m: s for m in marks if m.disputed and (s := self._between(m, told))}
        if not against and not contested:
            return None
        sides = {party for one, other, _ in against for party in (one, other)}
        sides |= {party for each in contested.values() for party in each}
        here = tuple(
            Position(party, tuple(s.id for s in told[party])) for party in sorted(sides & set(told))
        )
        evidence = {m.citation for m in contested}
        cited = evidence | {Citation(s.source, s.sentence) for _, _, s in against}
        known = {s.source for party in sides & set(told) for s in told[party]}
        return Dispute(
            DisputeId(f"dispute-{issue}"),
            issue,
            self._status(issue, sides, marks, against),
            min(self._days(cited, known), default=None),
            here,
            tuple(sorted(evidence, key=lambda c: (c.source, c.sentence))),
        )

    def _between(
        self, mark: IssueMark, told: Mapping[ActorId, Sequence[Statement]]
    ) -> set[ActorId]:
        """Return whose dispute the Sentence tells of: those it names, or those heard in its Source.

        What a commentator calls a dispute parts nobody whom it does not name.
        """
        if len(mark.sides) >= _FEWEST_SIDES:
            return set(mark.sides)
        source = mark.citation.source
        heard = {party for party, rows in told.items() if any(s.source == source for s in rows)}
        heard |= set(mark.sides)
        commented = mark.citation.sentence in self._commented
        return set() if commented or len(heard) < _FEWEST_SIDES else heard

    def _days(self, cited: Iterable[Citation], known: Iterable[SourceId]) -> Iterator[dt.date]:
        for source in known:
            if (day := self._sources[source].published) is not None:
                yield day
        for citation in cited:
            source_ = self._sources[citation.source]
            if source_.published is not None:
                yield source_.published
            for match in _SINCE.finditer(source_.text, *self._spans[citation.sentence]):
                month = (match["month"] or "january").lower()
                yield dt.date(int(match["year"]), _MONTHS.index(month) + 1, 1)

    def _status(
        self,
        issue: IssueId,
        sides: set[ActorId],
        marks: Sequence[IssueMark],
        against: Sequence[_Against],
    ) -> DisputeStatus:
        """Return settled where that is the newest word; narrowing where sides came nearer."""
        facts = [m for m in marks if self._is_fact(m)]
        contested = [self._published(m.citation.source) for m in facts if m.disputed]
        contested += [self._published(s.source) for _, _, s in against]
        last = max(contested, default="")
        if any(m.settled and self._published(m.citation.source) > last for m in facts):
            return DisputeStatus.SETTLED
        nearer = any(m.narrowing and self._published(m.citation.source) >= last for m in facts)
        agreed = any(
            issue in a.issues
            and a.kind is not AgreementKind.PLANNED
            and len(sides & set(a.parties)) >= _FEWEST_SIDES
            for a in self._agreements
        )
        return DisputeStatus.NARROWING if nearer or agreed else DisputeStatus.OPEN

    def _published(self, source: SourceId) -> str:
        return str(self._sources[source].published or "")

    def _is_fact(self, mark: IssueMark) -> bool:
        """Tell what a Source says itself from what somebody in it claims ("it is settled")."""
        return mark.disputed or mark.citation.sentence not in self._claimed
