"""Accounts of the same thing that differ: offered as "check", never judged."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.model.evidence import IssueMark
from briefing.model.findings import (
    Account,
    Agreement,
    Divergence,
    DivergenceKind,
    Event,
    EventKind,
    Precision,
)
from briefing.model.ids import DivergenceId, EventId, IssueId, SentenceId, digest

# Things that happen once: a second year told for one of them is a difference, not a second event.
_ONCE = frozenset({EventKind.DEPLOYMENT, EventKind.ELECTION, EventKind.SIGNING})
_MOST_YEARS_APART = 3
_NOUNS = {
    "agreement": "agreements", "accord": "accords", "pact": "pacts", "treat": "treaties",
    "memorand": "memorandums", "mou": "memorandums", "deal": "deals", "contract": "contracts",
    "protocol": "protocols", "document": "documents",
}  # fmt: skip
_INSTRUMENT = re.compile(
    r"\b(agreement|accord|pact|treat|memorand|mou|deal|contract|protocol|document)", re.IGNORECASE
)


def divergences(
    tellings: Sequence[Event],
    agreements: Sequence[Agreement],
    marks: Sequence[IssueMark],
    names: Mapping[str, str],
) -> tuple[Divergence, ...]:
    """Return differing years of one thing, and differing counts within one Event.

    ``names`` are the labels of Issues and the titles of Events, by id.
    """
    found = [*_years(tellings, marks, names), *_counts(agreements, names)]
    return tuple(sorted({d.id: d for d in found}.values(), key=lambda d: d.id))


def _years(
    tellings: Sequence[Event], marks: Sequence[IssueMark], names: Mapping[str, str]
) -> list[Divergence]:
    issues: dict[SentenceId, set[IssueId]] = defaultdict(set)
    for mark in marks:
        issues[mark.citation.sentence].add(mark.issue)
    groups: dict[tuple[EventKind, IssueId], list[Event]] = defaultdict(list)
    for telling in tellings:
        if telling.kind in _ONCE and telling.precision is not Precision.UNKNOWN:
            for issue in issues[telling.sources[0].sentence]:
                groups[telling.kind, issue].append(telling)
    found = []
    for (kind, issue), rows in sorted(groups.items()):
        by_source: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            if row.start is not None:
                by_source[row.sources[0].source].add(row.start.year)
        years = {next(iter(ys)) for ys in by_source.values() if len(ys) == 1}
        if len(years) == 1 or not years or max(years) - min(years) > _MOST_YEARS_APART:
            continue
        accounts = {
            Account(r.sources[0].source, r.sources[0].sentence, str(r.start.year))
            for r in rows
            if r.start is not None and len(by_source[r.sources[0].source]) == 1
        }
        found.append(
            _divergence(f"{names[issue]}: year of the {kind.value}", DivergenceKind.DATE, accounts)
        )
    return found


def _counts(agreements: Sequence[Agreement], names: Mapping[str, str]) -> list[Divergence]:
    groups: dict[tuple[EventId, str, str], list[Agreement]] = defaultdict(list)
    for agreement in agreements:
        if agreement.count is None or agreement.event is None:
            continue
        named = _INSTRUMENT.search(agreement.text)
        if named is not None:
            groups[agreement.event, agreement.kind.value, named[1].lower()].append(agreement)
    found = []
    for (event, _, noun), rows in sorted(groups.items()):
        per_source: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            per_source[row.source].add(row.count or 0)
        counts = {next(iter(c)) for c in per_source.values() if len(c) == 1}
        if len(counts) > 1:
            accounts = {Account(r.source, r.sentences[0], str(r.count)) for r in rows}
            found.append(
                _divergence(
                    f"{names[event]}: number of {_NOUNS[noun]}", DivergenceKind.FIGURE, accounts
                )
            )
    return found


def _divergence(about: str, kind: DivergenceKind, accounts: set[Account]) -> Divergence:
    ordered = tuple(sorted(accounts, key=lambda a: (a.value, a.source, a.sentence)))
    id_ = DivergenceId(f"divergence-{digest(kind, *(f'{a.source}{a.sentence}' for a in ordered))}")
    return Divergence(id_, about, kind, ordered)
