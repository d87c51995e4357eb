"""Where two Parties are told to part on a matter, whether or not a word calls it a dispute."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from briefing.extraction.issues.contested import Contested
from briefing.extraction.issues.issues import IssueTerms
from briefing.extraction.issues.stances import Stance, StanceKind, stances
from briefing.extraction.names.mentions import MentionKind, Mentions
from briefing.model.ids import ActorId, IssueId
from briefing.model.source import Passage, PassageKind, Sentence, Source, SourceKind

_REACH = 4  # Sentences that an answer may stand behind
_NEXT = 1  # and where it needs no word in common with what it answers
_BACK = 3  # Passages in which the matter may be named before
# Where a paragraph has a matter to itself, with what each side said of it.
_FORMAL = frozenset({SourceKind.READOUT, SourceKind.JOINT_STATEMENT})
_STEM = 5
_WORD = re.compile(r"[a-z]{5,}")
_FORWARD = frozenset({StanceKind.WANTS, StanceKind.CLAIMS, StanceKind.OFFERS})


@dataclass(frozen=True, slots=True)
class Contrast:
    """The Sentences of two Parties that part, the earlier first, who they are, and on what."""

    sentences: tuple[Sentence, ...]
    sides: tuple[ActorId, ActorId]
    issues: tuple[IssueId, ...]


def contrasts(
    source: Source, mentions: Mentions, words: Contested, terms: IssueTerms
) -> Iterator[Contrast]:
    """Yield each Contrast once, in the order of the text; those on no Issue are left out."""
    pairing = _Pairing(source, mentions, words)
    matter = _Matter(source, terms, words.hints)
    recent: list[Stance] = []
    seen: set[tuple[str, frozenset[ActorId]]] = set()
    for one in stances(source, mentions, words):
        recent = [s for s in recent if one.number - s.number <= _REACH]
        for other in reversed(recent):
            key = (one.sentence.id, frozenset({one.party, other.party}))
            if key in seen or not pairing.part(other, one):
                continue
            seen.add(key)
            issues = matter.of(other, one)
            if issues:
                both = tuple(dict.fromkeys((other.sentence, one.sentence)))
                yield Contrast(both, (other.party, one.party), issues)
        recent.append(one)


class _Pairing:
    """Tells whether two stances part."""

    def __init__(self, source: Source, mentions: Mentions, words: Contested) -> None:
        self._text = source.text
        self._mentions = mentions
        self._words = words
        self._formal = source.kind in _FORMAL
        self._known: dict[Sentence, frozenset[str]] = {}

    def part(self, first: Stance, then: Stance) -> bool:
        """Tell whether ``then`` answers ``first``, or is what ``first`` had refused."""
        if first.party == then.party or then.block - first.block > 1:
            return False
        if self._has(self._words.of_one_mind, then.sentence) or self._names_a_third(first, then):
            return False
        answered = then.asked and first.block == then.block
        near = answered or then.number - first.number <= _NEXT
        # What has no word in common answers only what stands beside it.
        beside = answered or (near and first.passage == then.passage)
        bare = beside and first.kind in _FORWARD
        shared = self._share(first.sentence, then.sentence)
        match then.kind:
            case StanceKind.REFUSES:
                return shared or bare
            case StanceKind.PARRIES:
                return (shared and first.kind is not StanceKind.PARRIES) or bare
            case StanceKind.OFFERS:
                return shared and first.kind in _FORWARD
            case StanceKind.CLAIMS:  # "A requested …. B explained that …"
                close = shared or (self._formal and first.passage == then.passage)
                pressed = first.kind is StanceKind.WANTS and near and close
                return pressed and not self._has(self._words.grants, then.sentence)
            case StanceKind.WANTS:
                return first.kind is StanceKind.REFUSES and first.sentence == then.sentence
            case _:
                assert_never(then.kind)

    def _has(self, pattern: re.Pattern[str], sentence: Sentence) -> bool:
        return pattern.search(self._text, sentence.start, sentence.end) is not None

    def _names_a_third(self, first: Stance, then: Stance) -> bool:
        """Tell whether the answer is about somebody else: "Oman rejected Iranian complaints"."""
        sentence = then.sentence
        named = {
            m.party
            for m in self._mentions.within(sentence.start, sentence.end)
            if m.party is not None and m.kind is not MentionKind.PLACE
        }
        return bool(named - {first.party, then.party}) and first.party not in named

    def _share(self, one: Sentence, other: Sentence) -> bool:
        return one == other or bool(self._stems(one) & self._stems(other))

    def _stems(self, sentence: Sentence) -> frozenset[str]:
        if sentence not in self._known:
            text = self._text[sentence.start : sentence.end]
            found = (m.group() for m in _WORD.finditer(text))
            self._known[sentence] = frozenset(
                word[:_STEM] for word in found if word not in self._words.empty
            )
        return self._known[sentence]


class _Matter:
    """Finds what two Sentences are about: by their own words, else by those before them."""

    def __init__(self, source: Source, terms: IssueTerms, hints: IssueTerms) -> None:
        self._source = source
        self._terms = terms
        self._hints = hints
        self._order = {passage.id: index for index, passage in enumerate(source.passages)}

    def of(self, first: Stance, then: Stance) -> tuple[IssueId, ...]:
        """Return what both speak of, else either; else what was named last before."""
        for terms in (self._terms, self._hints):
            one, other = (
                self._about(terms, s.sentence.start, s.sentence.end) for s in (first, then)
            )
            found = tuple(i for i in other if i in one) or one[:1] or other[:1]
            if found:
                return found
        return self._before(first.passage, first.sentence)

    def _about(self, terms: IssueTerms, start: int, end: int) -> tuple[IssueId, ...]:
        known = self._terms.issues
        return tuple(i for i in terms.about(self._source.text[start:end]) if i in known)

    def _either(self, start: int, end: int) -> tuple[IssueId, ...]:
        return (self._about(self._terms, start, end) or self._about(self._hints, start, end))[:1]

    def _before(self, passage: Passage, sentence: Sentence) -> tuple[IssueId, ...]:
        for earlier in reversed(passage.sentences):
            found = earlier.start < sentence.start and self._either(earlier.start, earlier.end)
            if found:
                return found
        found = self._either(sentence.end, passage.end)
        index = self._order[passage.id]
        for before in reversed(self._source.passages[max(0, index - _BACK) : index]):
            found = found or self._either(before.start, before.end)
            if found or before.kind is PassageKind.HEADING:
                break
        return found
