"""What the clauses of a Source show Parties doing about a matter: wanting, claiming, refusing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from briefing.extraction.issues.contested import Contested
from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.model.ids import ActorId
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Sentence, Source

_UNREAD = SET_ASIDE | {PassageKind.TITLE, PassageKind.CAPTION, PassageKind.HEADING}
_FEWEST_LABELS = 2
_INVERTED = 25  # characters between a verb and its subject after it
_CLOSING = frozenset('”"’')
_LABEL = re.compile(r"(?P<label>[A-Z][^\n:.!?“”\"]{1,60}(?:\.[^\n:.!?“”\"]{1,40})?):\s")
# What a Party is named after where it is no subject: "the ban on Moroccan aircraft".
_OBJECT = re.compile(
    r"\b(?:in|at|near|by|to|against|over|about|outside|into|across|towards?|for|like|on|of|with|from"
    r"|between|through|than|as|after|told|asked|urged|accus\w+|blam\w+|hop\w+ that)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Who asks in a transcript, and who answers under no name.
_ASKS = re.compile(r"question|q\b|reporter|journalist|interviewer|moderator", re.IGNORECASE)
_ANSWERS = re.compile(r"spokes\w+|answer|a\b|(?:prime |foreign )?minister|president", re.IGNORECASE)
_AND = re.compile(r",\s+(?:and|but|then)\s+(?:\w+ly\s+)?$")
_PASSIVE = re.compile(r"\b(?:be|been|being|was|were|is|are)\s+(?:\w+ly\s+)?$")
_IF = re.compile(r"\b(?:if|unless|whether|fear\w*|hop\w+)\b[^.,;]*$", re.IGNORECASE)
_TOPIC = re.compile(r"^(?:For|To)\s+(?:the\s+)?$")  # "For the Malians the charge breaks …"
_NO_VERB = re.compile(
    r"(?:\b(?:a|an|the|any|no|its|his|her|their|this|every|not)|[a-z][’']s|s[’'])\s+$",
    re.IGNORECASE,
)
_PAIR = re.compile(r"\b(?:both|the two|neither|together|all three|each other)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|I|our|ours|us)\b", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:they|their|them)\b", re.IGNORECASE)
_YOURS = re.compile(r"\byour?\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:it|its|he|she|his|her|they|their)\b", re.IGNORECASE)


class StanceKind(StrEnum):
    """``parries`` makes less of what another wants; ``offers`` may grant it, or mean another."""

    WANTS = "wants"
    CLAIMS = "claims"
    REFUSES = "refuses"
    PARRIES = "parries"
    OFFERS = "offers"


@dataclass(frozen=True, slots=True)
class Stance:
    """One Party's in one Sentence.

    ``number``: which Sentence of the Source it is; ``block``: which Passage, or which question
    with its answer. ``asked``: there are questions and answers.
    """

    party: ActorId
    kind: StanceKind
    passage: Passage
    sentence: Sentence
    number: int
    block: int
    asked: bool


def stances(source: Source, mentions: Mentions, words: Contested) -> Iterator[Stance]:
    """Yield the stances of a Source in the order of its text, one a Party and kind and Sentence."""
    reader = _Reader(source, mentions, words)
    number = 0
    for passage in source.passages:
        if passage.kind in _UNREAD:
            continue
        reader.open(passage)
        for sentence in passage.sentences:
            yield from dict.fromkeys(reader.read(passage, sentence, number))
            number += 1


class _Reader:
    """Keeps in mind who has the word, and who was the subject before."""

    def __init__(self, source: Source, mentions: Mentions, words: Contested) -> None:
        self._text = source.text
        self._mentions = mentions
        self._words = words
        self._block = 0
        self._labelled = False
        self._asking = False
        self._talked = _is_talked(source)
        self._ours: ActorId | None = None
        self._theirs: ActorId | None = None
        self._last: ActorId | None = None
        self._host = next(
            (m.party for m in mentions.found if m.kind is MentionKind.PERSON and m.party), None
        )

    def open(self, passage: Passage) -> None:
        """Begin a Passage; a question is one block with its answer."""
        match = self._talked and _LABEL.match(self._text, passage.start, passage.end)
        label = match["label"].strip("* ") if match else ""
        if not match:
            self._block += not self._labelled
            self._last = None if self._asking else self._ours
            return
        named = [m.party for m in self._mentions.within(passage.start, match.end()) if m.party]
        answers = not _ASKS.match(label) and (named or _ANSWERS.match(label) is not None)
        self._labelled = True
        self._asking = not answers
        self._block += self._asking
        if answers:
            self._ours = named[0] if named else self._host
        self._last = None if self._asking else self._ours

    def read(self, passage: Passage, sentence: Sentence, number: int) -> Iterator[Stance]:
        """Yield what the verbs of one Sentence tell, each of the Party named next before it."""
        acting = [m for m in self._mentions.within(sentence.start, sentence.end) if self._acts(m)]
        found = sorted(
            (match.start(), match.end(), kind)
            for kind, pattern in self._words.stances.items()
            for match in pattern.finditer(self._text, sentence.start, sentence.end)
        )
        for start, end, kind in found:
            if self._is_unreal(start, end):
                continue
            party = self._subject(acting, sentence.start, start, end)
            if party is not None:
                yield Stance(
                    party, StanceKind(kind), passage, sentence, number, self._block, self._labelled
                )
        named = acting or [
            m
            for m in self._mentions.within(sentence.start, sentence.end)
            if m.party is not None and m.kind is not MentionKind.PLACE
        ]
        for mention in named:
            self._last = mention.party
            if mention.party != self._ours:
                self._theirs = mention.party

    def _subject(self, acting: list[Mention], first: int, start: int, end: int) -> ActorId | None:
        before = [m for m in acting if m.span.start <= start and m.span.end <= end]
        if self._text[max(0, start - 2) : start].strip() in _CLOSING:  # "…,” replied the minister"
            after = next((m for m in acting if end <= m.span.start <= end + _INVERTED), None)
            if after is not None:
                return after.party
        if before and _AND.search(self._text[first:start]):  # "A said that B …, and argued"
            before = before[:1]
        near = min(before[-1].span.end if before else first, start)
        between = self._text[near:start]
        if _PAIR.search(between):
            return None
        spoken = self._in_the_first_person(self._text[near:end])
        if spoken is not None:
            return spoken
        if before:
            return before[-1].party
        return self._last if _ITS.search(between) else None

    def _is_unreal(self, start: int, end: int) -> bool:
        """Tell what is suffered, only supposed, or no verb: "a claim", "if they opposed"."""
        before, after = self._text[max(0, start - 60) : start], self._text[end : end + 4]
        shapes = (_PASSIVE, _IF, _NO_VERB)
        return after.startswith(" by ") or any(shape.search(before) for shape in shapes)

    def _in_the_first_person(self, between: str) -> ActorId | None:
        """Return whom "we", "you" and "they" mean where one answers for a Party."""
        if self._ours is None:
            return None
        if (_YOURS if self._asking else _OURS).search(between):
            return self._ours
        return self._theirs if _THEIRS.search(between) else None

    def _acts(self, mention: Mention) -> bool:
        if mention.party is None or mention.kind is MentionKind.PLACE:
            return False
        start = mention.span.start
        if _TOPIC.search(self._text[mention.sentence.start : start]):
            return True
        return _OBJECT.search(self._text, max(0, start - 20), start) is None


def _is_talked(source: Source) -> bool:
    """Tell an interview or a briefing, where every third Passage or more begins with a label."""
    read = [p for p in source.passages if p.kind not in _UNREAD]
    labelled = sum(_LABEL.match(source.text, p.start, p.end) is not None for p in read)
    return labelled >= _FEWEST_LABELS and labelled * 3 >= len(read)
