"""Issues that no table lists: what Statements of several Parties name, and no Issue covers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.model.evidence import IssueMark
from briefing.model.findings import Agreement, Statement
from briefing.model.ids import ActorId, IssueId, SentenceId, SourceId
from briefing.model.people import Issue
from briefing.model.source import Source

_FEWEST_PARTIES = 2
_FEWEST_SENTENCES = 2
_FEWEST_IN_SMALL_LETTERS = 3  # Sentences that words without a name must stand in
R = TypeVar("R", Statement, Agreement)
_SURE = 0.5  # what is less sure, or only claimed by the other side, is no Position


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposed Issues; Statements and Agreements that now fall under them too; their marks.

    Marks that were only offers and were not taken are left out.
    """

    issues: tuple[Issue, ...]
    statements: list[Statement]
    agreements: list[Agreement]
    marks: list[IssueMark]


def proposals(
    statements: Sequence[Statement],
    agreements: Sequence[Agreement],
    marks: Sequence[IssueMark],
    sources: Mapping[SourceId, Source],
) -> Proposed:
    """Propose an Issue for each thing that sure Statements of two Parties name.

    Most of those must stand in Sentences of which no listed Issue speaks. A Sentence that calls
    the thing contested speaks for the Parties that it names. The same for any order of input.
    """
    offers: dict[IssueId, list[IssueMark]] = defaultdict(list)
    listed: list[IssueMark] = []
    for mark in marks:
        if mark.words:
            offers[mark.issue].append(mark)
        else:
            listed.append(mark)
    if not offers:
        return Proposed((), list(statements), list(agreements), listed)
    covered = {mark.citation.sentence for mark in listed}
    told = _Told(statements, sources)
    taken = _taken({i: rows for i, rows in offers.items() if _is_shared(rows, told, covered)})
    issues = tuple(Issue(i, _label(taken[i])) for i in sorted(taken))
    where = {i: {m.citation.sentence for m in rows} for i, rows in taken.items()}
    return Proposed(
        issues,
        [_under(s, where, told.sentences(s)) for s in statements],
        [_under(a, where, a.sentences) for a in agreements],
        [*listed, *(mark for i in sorted(taken) for mark in taken[i])],
    )


class _Told:
    """Which Sentences a Statement stands in, and which sure Statements stand in a Sentence."""

    def __init__(self, statements: Sequence[Statement], sources: Mapping[SourceId, Source]) -> None:
        self._sentences: dict[str, tuple[SentenceId, ...]] = {}
        self.by_sentence: dict[SentenceId, list[Statement]] = defaultdict(list)
        bounds = {
            id_: [(s.start, s.end, s.id) for p in source.passages for s in p.sentences]
            for id_, source in sources.items()
        }
        for statement in statements:
            spans = statement.spans.content
            first = min(s.start for s in spans)
            last = max(s.end for s in spans)
            here = tuple(
                id_
                for start, end, id_ in bounds.get(statement.source, ())
                if start < last and first < end
            )
            self._sentences[statement.id] = here or (statement.sentence,)
            if statement.party and statement.confidence >= _SURE and not statement.commentary:
                for sentence in self._sentences[statement.id]:
                    self.by_sentence[sentence].append(statement)

    def sentences(self, statement: Statement) -> tuple[SentenceId, ...]:
        """Return the Sentences that its content stands in."""
        return self._sentences[statement.id]


def _is_shared(rows: Sequence[IssueMark], told: _Told, covered: set[SentenceId]) -> bool:
    voiced = {mark.citation.sentence: _parties(mark, told) for mark in rows if _parties(mark, told)}
    bare = {sentence: parties for sentence, parties in voiced.items() if sentence not in covered}
    parties = {party for each in bare.values() for party in each}
    plain = _label(rows, as_written=True)[:1].islower()
    fewest = _FEWEST_IN_SMALL_LETTERS if plain else _FEWEST_SENTENCES
    return len(parties) >= _FEWEST_PARTIES and len(bare) >= fewest and len(bare) * 2 >= len(voiced)


def _parties(mark: IssueMark, told: _Told) -> set[ActorId]:
    heard = {s.party for s in told.by_sentence[mark.citation.sentence] if s.party is not None}
    return heard | (set(mark.sides) if len(mark.sides) >= _FEWEST_PARTIES else set())


def _taken(shared: dict[IssueId, list[IssueMark]]) -> dict[IssueId, list[IssueMark]]:
    """Leave out what is only another name for the same: "Zangezur" beside its corridor."""
    ordered = sorted(shared, key=lambda i: (-len(shared[i]), -len(_label(shared[i])), i))
    taken: dict[IssueId, list[IssueMark]] = {}
    for issue in ordered:
        here = {m.citation.sentence for m in shared[issue]}
        words = set(_label(shared[issue]).lower().split())
        if not any(
            words & set(_label(rows).lower().split())
            or len(here & {m.citation.sentence for m in rows}) * 2 > len(here)
            for rows in taken.values()
        ):
            taken[issue] = shared[issue]
    return taken


def _label(rows: Iterable[IssueMark], *, as_written: bool = False) -> str:
    words = min(mark.words for mark in rows)
    return words if as_written else words[:1].upper() + words[1:]


def _under(
    record: R, where: Mapping[IssueId, set[SentenceId]], sentences: Iterable[SentenceId]
) -> R:
    here = set(sentences)
    more: list[IssueId] = [issue for issue in sorted(where) if not where[issue].isdisjoint(here)]
    return replace(record, issues=(*more, *record.issues)) if more else record
