"""What Parties settled, in the Source's words, with who announced it and how many there are."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.extraction.dates.dates import dates
from briefing.extraction.issues.issues import IssueTerms
from briefing.extraction.names.mentions import Mentions
from briefing.extraction.settling.settlers import Settlers, covering
from briefing.extraction.settling.settling import Settled, Settling
from briefing.extraction.settling.settling_words import SettlingWords
from briefing.model.findings import Agreement, AgreementKind, Event, Polarity, Statement
from briefing.model.ids import ActorId, AgreementId, SentenceId, digest
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Sentence, Source, Span

# How an item is marked: the bracket before, and a number, a letter or a dash.
_Style = tuple[str, str]
_FEWEST = 2
_NEIGHBOURS = 8  # remarks of commentators that may reach into one Sentence
_JOINTS = re.compile(r"[\s,;]+(?:(?:and|but|while|then|also|had|have|has|they|it)[\s,]*)*$")
# What sets two agreements of one Sentence apart.
_AND = re.compile(r"[,;]?\s+(?:and|but|while)\s+(?:also\s+|then\s+)?|;\s+", re.IGNORECASE)
_ITEM = re.compile(
    r"\s*(?:(?P<open>\()?(?:(?P<number>\d{1,2})|(?P<letter>[a-z]|[ivx]{1,4}))[.)]|[-•–*▪])\s+"
)
# "agreed: 1. to open …; 2. to …" within one Sentence.
_INNER_ITEM = re.compile(
    r"(?:(?<=[:;,])|(?<=; and)|(?<=, and))\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+"
)
_LIST_TO_COME = re.compile(r"(?::|\b(?:following|as follows)\W*)\s*$")
# A number of days, tonnes or euros is no number of agreements.
_OWN_NUMBER = re.compile(
    r"\s+(?:a total of\s+|another\s+|some\s+)?(?P<count>\d{1,2}|[a-z]+)\s+(?!per\b|percent)"
    r"(?:(?:joint|new|further|separate|more|bilateral|technical)\s+)?(?P<noun>[a-z]+s)\b"
    r"(?<!years)(?<!months)(?<!weeks)(?<!days)(?<!hours)(?<!times)(?<!rounds)(?<!tonnes)(?<!miles)"
    r"(?<!metres)(?<!euros)(?<!dollars)(?<!points)"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """An agreement where it stands: its words, and how many there are."""

    passage: Passage
    sentence: Sentence
    settled: Settled
    parties: tuple[ActorId, ...]
    words: Span


def agreements(
    source: Source,
    mentions: Mentions,
    statements: Sequence[Statement],
    terms: IssueTerms,
    sides: tuple[ActorId, ...],
    words: SettlingWords,
    events: Sequence[Event] = (),
) -> tuple[Agreement, ...]:
    """Return the Agreements of a Source in the order of its text: who settled what in its words.

    ``sides`` are the Parties it speaks of most, ``events`` what it tells of: whom "the two sides"
    means. A title tells of one only where the text below it does not.
    """
    reader = _Reader(source, statements, Settling(source.text, words),
                     Settlers(source, mentions, words, sides, events))  # fmt: skip
    told = list(reader.read(titles=False)) or list(reader.read(titles=True))
    return tuple(_agreement(source, one, statements, terms, words) for one in told)


class _Reader:
    """Reads the agreements of one Source, Passage by Passage."""

    def __init__(
        self,
        source: Source,
        statements: Sequence[Statement],
        settling: Settling,
        settlers: Settlers,
    ) -> None:
        self._source = source
        self._settling = settling
        self._settlers = settlers
        self._commented = sorted(c for s in statements if s.commentary for c in s.spans.content)
        self._said: dict[SentenceId, list[Statement]] = defaultdict(list)
        for statement in statements:
            self._said[statement.sentence].append(statement)

    def read(self, *, titles: bool) -> Iterator[_Told]:
        """Yield the agreements of the text, or of its titles alone."""
        lead: _Told | None = None
        style: _Style | None = None
        for passage in self._source.passages:
            is_title = passage.kind is PassageKind.TITLE
            unread = passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION
            if unread or is_title != titles:
                continue
            here = self._style(passage)
            if lead is not None and here is not None and style in {None, here}:
                style, first = here, passage.sentences[0]
                yield _Told(passage, first, lead.settled, lead.parties, _whole(first))
                continue
            lead, style = None, None
            for sentence in passage.sentences:
                found = list(self._in_sentence(passage, sentence))
                lead = found[-1] if found and self._opens_list(sentence) else None
                yield from (one for one in found if one is not lead)

    def _style(self, passage: Passage) -> _Style | None:
        """Return how an item of a list is marked; None for what is no item."""
        match = _ITEM.match(self._source.text, passage.start, passage.end)
        if not passage.sentences or (match is None and passage.kind is not PassageKind.LIST):
            return None
        if match is None:
            return ("", "")
        return (match["open"] or "", "1" if match["number"] else "a" if match["letter"] else "-")

    def _opens_list(self, sentence: Sentence) -> bool:
        return bool(_LIST_TO_COME.search(self._source.text, sentence.start, sentence.end))

    def _in_sentence(self, passage: Passage, sentence: Sentence) -> Iterator[_Told]:
        found = self._settling.find(sentence.start, sentence.end)
        if not found or self._is_commented(sentence):
            return
        said = self._said[sentence.id]
        kept = []
        for one in found:
            parties = self._settlers.of(passage, sentence, one, said)
            teller = covering(one, said)
            denied = teller is not None and teller.polarity is Polarity.DENIES
            if len(parties) >= _FEWEST and not denied:
                kept.append((one, parties))
        for one, parties, words in self._apart(sentence, kept):
            for item in self._items(one, words):
                yield _Told(passage, sentence, one, parties, item)

    def _apart(
        self, sentence: Sentence, kept: Sequence[tuple[Settled, tuple[ActorId, ...]]]
    ) -> Iterator[tuple[Settled, tuple[ActorId, ...], Span]]:
        """Yield each agreement with its words; one that no "and" sets apart is the one before."""
        start = sentence.start
        rows: list[tuple[Settled, tuple[ActorId, ...], Span]] = []
        for one, parties in kept:
            if rows:
                before = rows[-1][0]
                first = min(one.start, one.verb.start)
                joints = list(_AND.finditer(self._source.text, before.end, first))
                if not joints:
                    continue
                rows[-1] = (*rows[-1][:2], Span(start, joints[-1].start()))
                start = joints[-1].end()
            rows.append((one, parties, Span(start, sentence.end)))
        yield from rows

    def _items(self, one: Settled, words: Span) -> Iterator[Span]:
        """Yield the words of one agreement, or of each item that a list in the Sentence has."""
        text = self._source.text
        marks = list(_INNER_ITEM.finditer(text, one.verb.end, words.end))
        if len(marks) < _FEWEST:
            yield words
            return
        bounds = [*(m.start() for m in marks[1:]), words.end]
        for mark, bound in zip(marks, bounds, strict=True):
            joint = _JOINTS.search(text, mark.end(), bound)
            yield Span(mark.end(), joint.start() if joint else bound)

    def _is_commented(self, sentence: Sentence) -> bool:
        """Tell whether the Sentence stands in what a commentator says."""
        last = bisect_right(self._commented, Span(sentence.end, sentence.end))
        return any(
            c.start <= sentence.start < c.end or (sentence.start <= c.start + 1 <= sentence.end)
            for c in self._commented[max(0, last - _NEIGHBOURS) : last]
        )


def _whole(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.end)


def _agreement(
    source: Source,
    told: _Told,
    statements: Sequence[Statement],
    terms: IssueTerms,
    words: SettlingWords,
) -> Agreement:
    text = source.text[told.words.start : told.words.end]
    here = [s for s in statements if s.sentence == told.sentence.id]
    teller = covering(told.settled, here)
    verb = told.settled.verb
    return Agreement(
        id=AgreementId(f"ag-{digest(source.id, told.words.start)}"),
        source=source.id,
        sentences=(told.sentence.id,),
        kind=_kind(source, told),
        parties=told.parties,
        text=text,
        announced_by=None if teller is None else teller.speaker or teller.party,
        count=_count(source.text, told, words),
        issues=terms.about(text)
        or terms.about(source.text[told.sentence.start : told.sentence.end]),
        event=None,
        verb=source.text[verb.start : verb.end],
    )


def _kind(source: Source, told: _Told) -> AgreementKind:
    """Return the kind; "sign a treaty on 5 May", told in April, is only planned."""
    settled, published = told.settled, source.published
    verb = source.text[settled.verb.start : settled.verb.end].lower()
    if settled.kind is not AgreementKind.SIGNED or published is None or verb.endswith("ed"):
        return settled.kind
    when = dates(source.text, told.sentence.start, told.sentence.end, published)
    future = bool(when) and when[0].start > published
    return AgreementKind.PLANNED if future else settled.kind


def _count(text: str, told: _Told, words: SettlingWords) -> int | None:
    """Return how many agreements the words speak of, where they say so."""
    one = told.settled
    if not told.words.start <= one.verb.start < told.words.end:
        return None
    own = _OWN_NUMBER.match(text, one.verb.end, told.words.end)
    found = own or words.counted.search(text, one.start, told.words.end)
    if found is None and one.verb.start > one.start:
        found = words.counted.search(text, told.words.start, told.words.end)
    word = " ".join(found["count"].lower().split()) if found else ""
    return int(word) if word.isdigit() else words.numbers.get(word)
