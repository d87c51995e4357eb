"""Marks the Sentences that speak of an Issue, and those that may speak of one no table lists."""

import re
from collections import defaultdict

from briefing.extraction.issues.contested import Contested
from briefing.extraction.issues.contrasts import contrasts
from briefing.extraction.issues.issues import IssueTerms
from briefing.extraction.issues.named_things import NamedThings, key_of
from briefing.extraction.lexicon import Grammar
from briefing.extraction.names.mentions import MentionKind, Mentions
from briefing.model.evidence import IssueMark
from briefing.model.findings import Citation
from briefing.model.ids import ActorId, IssueId, digest
from briefing.model.source import SET_ASIDE, Sentence, Source

_MANY = 2  # Issues of one Sentence of which only some may be contested
_CLAUSE = re.compile(r"[;:—–]|,\s|\s(?:but|while|and)\s")


def issue_marks(
    source: Source,
    mentions: Mentions,
    terms: IssueTerms,
    words: Contested,
    grammar: Grammar,
    pair: re.Pattern[str],
    sides: tuple[ActorId, ...],
) -> tuple[IssueMark, ...]:
    """Return the marks of a Source, Sentence by Sentence.

    ``pair`` finds words for both sides, ``sides`` are those two. A mark with ``words`` is only an
    offer: collation makes an Issue of it where several speak of it.
    """
    things = NamedThings(source, mentions, words, grammar)
    named: dict[str, list[Sentence]] = defaultdict(list)
    bare: list[Sentence] = []
    marks: list[IssueMark] = []
    read = [s for p in source.passages if p.kind not in SET_ASIDE for s in p.sentences]
    reader = _Reader(source, mentions, words, pair, sides)
    for sentence in read:
        about = terms.about(source.text[sentence.start : sentence.end])
        here = about if len(about) < _MANY else reader.contested(sentence, terms) or about[:1]
        marks += [reader.mark(sentence, issue, contested=issue in here) for issue in about]
        if not about:
            bare.append(sentence)
        for name in things.names(sentence):
            named[name].append(sentence)
    marks += [
        IssueMark(issue, Citation(source.id, sentence.id), disputed=True, sides=one.sides)
        for one in contrasts(source, mentions, words, terms)
        for sentence in one.sentences
        for issue in one.issues
    ]
    for label, sentences in (*named.items(), *things.recurring(bare).items()):
        issue = IssueId(f"proposed-{digest(key_of(label))}")
        marks += [reader.mark(sentence, issue, label) for sentence in sentences]
    return tuple(marks)


class _Reader:
    """Makes the marks of one Source; what a Sentence says of itself is read once."""

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        words: Contested,
        pair: re.Pattern[str],
        sides: tuple[ActorId, ...],
    ) -> None:
        self._source = source
        self._mentions = mentions
        self._words = words
        self._pair = pair
        self._sides = sides
        self._known: dict[Sentence, tuple[bool, bool, bool, tuple[ActorId, ...]]] = {}

    def contested(self, sentence: Sentence, terms: IssueTerms) -> tuple[IssueId, ...]:
        """Return the Issues of the clauses that say so: not all that a long Sentence speaks of."""
        text = self._source.text[sentence.start : sentence.end]
        clauses = (c for c in _CLAUSE.split(text) if self._words.is_disputed(c))
        return tuple(dict.fromkeys(issue for clause in clauses for issue in terms.about(clause)))

    def mark(
        self, sentence: Sentence, issue: IssueId, words: str = "", *, contested: bool = True
    ) -> IssueMark:
        if sentence not in self._known:
            self._known[sentence] = self._read(sentence)
        disputed, settled, narrowing, sides = self._known[sentence]
        citation = Citation(self._source.id, sentence.id)
        return IssueMark(issue, citation, disputed and contested, settled, narrowing, sides, words)

    def _read(self, sentence: Sentence) -> tuple[bool, bool, bool, tuple[ActorId, ...]]:
        text = self._source.text[sentence.start : sentence.end]
        disputed = self._words.is_disputed(text)
        return (
            disputed,
            self._words.is_settled(text),
            self._words.is_narrowing(text),
            self._whose(sentence, text) if disputed else (),
        )

    def _whose(self, sentence: Sentence, text: str) -> tuple[ActorId, ...]:
        """Return the Parties that the Sentence names, or both sides where it says so."""
        named = tuple(
            dict.fromkeys(
                m.party
                for m in self._mentions.within(sentence.start, sentence.end)
                if m.party is not None and m.kind is not MentionKind.PLACE
            )
        )
        both = self._pair.search(text) or self._words.left_open.search(text)
        if len(named) > 1 or not both:
            return named
        return self._sides if set(named) <= set(self._sides) else named
