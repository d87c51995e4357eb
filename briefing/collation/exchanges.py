"""Where one Party answers another in the same Passage: "A insists that …; B counters that …"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from briefing.collation.parting import FOR, PartyNames, is_against
from briefing.model.evidence import IssueMark
from briefing.model.findings import Polarity, Statement
from briefing.model.ids import ActorId, IssueId, PassageId, SentenceId, SourceId
from briefing.model.source import Source

# Who counters answers whoever spoke before; who insists does so where the other does too.
_COUNTERS = re.compile(
    r"\b(?:counter|retort|rebut|contradict|disagree|hit back|fir\w+ back|shot back)"
)
_HOLDS_ON = re.compile(
    r"\b(?:insist|maintain|claim|argu|contend|admit|conced|assert|protest|complain|question)"
)
_CHARGES = re.compile(r"\b(?:accus|complain|protest|blam|alleg)")
_REPLIES = re.compile(r"\b(?:repl|respond|answer)")
_PRESSES = re.compile(r"\b(?:must|should|ha(?:s|ve) to|stop|cease|end|never)\b", re.IGNORECASE)
# What takes an answer back: the other side grants what was asked, or wants the same.
_GRANTS = re.compile(
    r"\b(?:w(?:ould|ill) (?:provide|help|support|assist|contribute|send|grant|consider)"
    r"|ready to|happy to|glad to|the same|likewise|agree[sd]?|welcome[sd]?)\b",
    re.IGNORECASE,
)
# "Kenya wants a port, while Somalia insists …": set against each other in one Sentence.
_SET_AGAINST = re.compile(r"[,;]\s+(?:while|whereas|but|though|although)\b|;")


class Exchanges:
    """Pairs of Statements of two Parties that answer each other, with the Issues in question.

    The Issues are those of the two Statements, or else those that the Passage speaks of.
    """

    def __init__(
        self,
        statements: Sequence[Statement],
        marks: Sequence[IssueMark],
        sources: Mapping[SourceId, Source],
        names: PartyNames,
    ) -> None:
        self._names = names
        self._sources = sources
        self._places = {id_: _Places(source) for id_, source in sources.items()}
        self._marked: dict[SentenceId, list[IssueId]] = defaultdict(list)
        for mark in marks:
            self._marked[mark.citation.sentence].append(mark.issue)
        self._heard: dict[tuple[SourceId, PassageId], list[Statement]] = defaultdict(list)
        self._parties: dict[SourceId, set[ActorId]] = defaultdict(set)
        for statement in statements:
            passage = self._places[statement.source].passage(statement)
            self._heard[statement.source, passage].append(statement)
            if statement.party is not None:
                self._parties[statement.source].add(statement.party)

    def are_related(self, one: Statement, other: Statement) -> bool:
        """Tell whether a Statement on the same Issue is against another.

        In another Source it must be one of two Parties that some Source hears together: what is
        said of drugs in Lima does not answer what is said of them in Kabul.
        """
        if not is_against(one, other, self._names):
            return False
        together = any({one.party, other.party} <= parties for parties in self._parties.values())
        return one.source == other.source or (together and other.polarity in FOR)

    def charges(self) -> Iterator[tuple[Statement, ActorId]]:
        """Yield who accuses whom of something known, where the accused is heard in that Source."""
        for statements in self._heard.values():
            for statement in statements:
                if not _CHARGES.search(statement.cue.lower()):
                    continue
                meant = self._names.within(statement.content) - {statement.party}
                yield from ((statement, m) for m in sorted(meant & self._parties[statement.source]))

    def found(self) -> Iterator[tuple[Statement, Statement, tuple[IssueId, ...]]]:
        """Yield who answers, whom, and on what; Statements on nothing known are left out."""
        for (source, passage), heard in sorted(self._heard.items()):
            for one, other in permutations(heard, 2):
                if one.party == other.party or not self._answers(one, other):
                    continue
                shared = tuple(i for i in one.issues if i in other.issues)
                issues = shared or one.issues or other.issues
                issues = issues or self._about(source, passage, one, other)
                if issues:
                    yield one, other, issues

    def _answers(self, one: Statement, other: Statement) -> bool:
        if one.content == other.content:
            return False
        if is_against(one, other, self._names):
            return True
        later = one.spans.content[0].start > other.spans.content[0].start
        cue = one.cue.lower()
        if later and _COUNTERS.search(cue):
            return True
        if _GRANTS.search(one.content) or _GRANTS.search(other.content):
            return False
        if later and _REPLIES.search(cue) and _is_pressed(other):
            return True
        if is_for_both(one, other) or not (_holds_on(one) and _holds_on(other, or_wants=True)):
            return False
        return _holds_on(other) or self._is_set_against(one, other)

    def _is_set_against(self, one: Statement, other: Statement) -> bool:
        first, last = sorted((one.spans.content[0], other.spans.content[0]))
        text = self._sources[one.source].text
        return one.sentence == other.sentence and bool(
            _SET_AGAINST.search(text, first.start, last.start)
        )

    def _about(
        self, source: SourceId, passage: PassageId, one: Statement, other: Statement
    ) -> tuple[IssueId, ...]:
        """Return what the nearest Sentence of the Passage speaks of, at or before the two first."""
        sentences = self._places[source].sentences(passage)
        first = min(one.spans.content[0].start, other.spans.content[0].start)
        before = [id_ for start, id_ in sentences if start <= first]
        after = [id_ for start, id_ in sentences if start > first]
        for sentence in (*reversed(before), *after):
            if self._marked[sentence]:
                return tuple(dict.fromkeys(self._marked[sentence]))
        return ()


def _holds_on(statement: Statement, *, or_wants: bool = False) -> bool:
    wants = or_wants and statement.polarity is Polarity.DEMANDS
    return wants or _HOLDS_ON.search(statement.cue.lower()) is not None


def _is_pressed(statement: Statement) -> bool:
    pressing = statement.polarity in {Polarity.DEMANDS, Polarity.OPPOSES}
    return pressing or _PRESSES.search(statement.content) is not None


class _Places:
    """Which Passage of a Source a Statement stands in."""

    def __init__(self, source: Source) -> None:
        self._passages = sorted((p.start, p.id) for p in source.passages)
        self._starts = [start for start, _ in self._passages]
        self._sentences = {p.id: [(s.start, s.id) for s in p.sentences] for p in source.passages}

    def passage(self, statement: Statement) -> PassageId:
        start = statement.spans.content[0].start
        return self._passages[max(0, bisect_right(self._starts, start) - 1)][1]

    def sentences(self, passage: PassageId) -> list[tuple[int, SentenceId]]:
        return self._sentences[passage]


def is_for_both(one: Statement, other: Statement) -> bool:
    """Tell what two say in one breath ("both complained that …"): one cue in one Sentence."""
    return one.spans.cue == other.spans.cue and one.sentence == other.sentence
