"""Reads transcripts: whose label stands before which words, over paragraphs to the next label."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.extraction.saying.askers import askers as who_asks
from briefing.extraction.saying.interviews import answers
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Source, Span

# "MR. SMITH: …", "Q: …", "[00:12] **Foreign Minister Wang Yi** (through interpreter): …"
_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w.'’\-]*"
_SMALL = r"of|the|for|and|de|da|do|dos|del|la|van|von|der|den|bin|ibn|al|el|to|at|in"
_LABEL = re.compile(
    r"[\s\"“*_#>\-–—]*"
    r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?[\s*_\-–—]*)?"
    rf"(?P<label>{_WORD}(?:,?[ ](?:{_WORD}|{_SMALL}|&)){{0,8}})"
    r"(?:,[ ][\w'’ \-]{3,60})?"  # ", deputy foreign minister"
    r"(?:[*_]*\s?[(\[][^()\[\]\n]{1,60}[)\]])?"
    r"[*_]*\s?(?P<colon>:)[*_]*(?=\s|$)"
)
_BARE_Q = re.compile(r"[\s*_]*(?P<label>Q)[*_]*[ \t\u00a0]+(?=[A-ZÀ-ÖØ-Þ(\[“\"])")
# Inside a paragraph only a label in capitals is one: "… thank you. MR. PRICE: Next."
_INNER = re.compile(
    r"(?:(?<=[.?!…)\]”\"])[ \t]+|\n[ \t]*)"
    r"(?P<label>(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*)(?:[ ][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*){0,5}\d?)"
    r"(?:\s?[(\[][^()\[\]\n]{1,60}[)\]])?(?P<colon>:)(?=\s)"
)
_DIRECTION = re.compile(r"[\s*_]*[(\[][^()\[\]\n]{1,60}[)\]][\s*_]*")
_END = re.compile(
    r"\W*(?:(?:END|End)(?:\s+\d.*|\s+of\b.*)?|#\s*#\s*#|(?:\*\s*){3,}|-30-"
    r"|\d{1,2}:\d{2} ?[AaPp]\.?[Mm]\b.{0,12})\W*$"
)
_QUOTED = re.compile('[“"«].*?[”"»]', re.DOTALL)
_DIRECT_ADDRESS = re.compile(r"\b(?:I|we|We|our|Our|my|My|you|You|us)\b")
_SHORTEST = 3  # words; "Yes, thanks." says nothing by itself
_LONGEST = 250  # words that one piece of a turn may have
_GUESSED = 0.6  # of answers that stand under no label
_SPOKEN = 0.35  # of the paragraphs without a label; fewer in the first person are narrative


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of one Passage under a speaker's label; ``asks``: of who only asks or presides.

    ``cue`` is the label's colon, or the label again where it has none; ``confidence`` is how sure
    it is that these words are that speaker's.
    """

    label: Span
    cue: Span
    words: Span
    asks: bool = False
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class _Head:
    """A label, what follows it from ``after`` on."""

    passage: Passage
    label: Span
    cue: Span
    start: int
    after: int


def turns(
    source: Source, askers: frozenset[str], fields: frozenset[str]
) -> dict[str, tuple[Turn, ...]]:
    """Return the turns of a transcript or an interview by Passage id; {} of what is none.

    One label alone makes no transcript: somebody must speak twice. ``askers`` are labels of those
    who ask ("reporter"), ``fields`` words that open a line without speaking ("photo"); in small
    letters.
    """
    heads = _heads(source, fields)
    names = [_name(source, head) for head in heads]
    if len(set(names)) == len(names):
        return _unlabelled(source)
    said = list(zip(names, _words(source, heads), strict=True))
    return _filled(source, heads, who_asks(said, askers, source.publisher))


def _unlabelled(source: Source) -> dict[str, tuple[Turn, ...]]:
    """Return the turns of an interview whose questions and answers are told apart by "?" alone."""
    found = answers(source)
    if found is None:
        return {}
    who, said = found
    return {
        passage.id: (Turn(who, who, Span(passage.start, passage.end), asks, _GUESSED),)
        for passage, asks in said
    }


def _heads(source: Source, fields: frozenset[str]) -> list[_Head]:
    found: list[_Head] = []
    for passage in source.passages:
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        text, end = source.text, passage.end
        first = _LABEL.match(text, passage.start, end) or _BARE_Q.match(text, passage.start, end)
        if first is None:
            continue
        for match in (first, *_INNER.finditer(text, first.end(), end)):
            head = _head(passage, match)
            if _name(source, head) not in fields:
                found.append(head)
    return found


def _head(passage: Passage, match: re.Match[str]) -> _Head:
    label = Span(match.start("label"), match.end("label"))
    colon = match.groupdict().get("colon")
    cue = Span(match.start("colon"), match.end("colon")) if colon else label
    return _Head(passage, label, cue, match.start(), match.end())


def _name(source: Source, head: _Head) -> str:
    return " ".join(source.text[head.label.start : head.label.end].lower().split())


def _words(source: Source, heads: Sequence[_Head]) -> list[str]:
    """Return what follows each label in its own Passage, to the next label."""
    ends = [
        later.start if later.passage is head.passage else head.passage.end
        for head, later in pairwise(heads)
    ] + [head.passage.end for head in heads[-1:]]
    return [source.text[h.after : e] for h, e in zip(heads, ends, strict=True)]


def _filled(
    source: Source, heads: Sequence[_Head], asking: frozenset[str]
) -> dict[str, tuple[Turn, ...]]:
    by_passage: dict[str, list[_Head]] = defaultdict(list)
    for head in heads:
        by_passage[head.passage.id].append(head)
    goes_on = _goes_on(source, by_passage)
    found: dict[str, tuple[Turn, ...]] = {}
    last: _Head | None = None
    for passage in source.passages:
        own = by_passage.get(passage.id, [])
        if own:
            ends = [*(head.start for head in own[1:]), passage.end]
            stretches = [(h, Span(h.after, e)) for h, e in zip(own, ends, strict=True)]
            alone = not source.text[own[-1].after : passage.end].strip(" *_")
            last = own[-1] if goes_on or alone else None
        elif passage.kind not in {PassageKind.BODY, PassageKind.LIST} or last is None:
            last = last if passage.kind in SET_ASIDE else None
            continue
        elif _END.match(source.text, passage.start, passage.end):
            last = None
            continue
        else:
            stretches = [(last, Span(passage.start, passage.end))]
            last = last if goes_on else None
        made = [_turn(source, h, s, asking) for h, s in stretches]
        found[passage.id] = tuple(turn for turn in made if turn is not None)
    return found


def _goes_on(source: Source, by_passage: dict[str, list[_Head]]) -> bool:
    """Tell a whole transcript, in which paragraphs go on speaking, from one quoted in a report."""
    opened, spoken, bare = False, 0, 0
    for passage in source.passages:
        opened = opened or passage.id in by_passage
        if not opened or passage.id in by_passage or passage.kind is not PassageKind.BODY:
            continue
        bare += 1
        text = _QUOTED.sub("", source.text[passage.start : passage.end])
        spoken += _DIRECT_ADDRESS.search(text) is not None
    return spoken >= _SPOKEN * bare


def _turn(source: Source, head: _Head, stretch: Span, asking: frozenset[str]) -> Turn | None:
    """Return the words of a stretch without stage directions; None when nothing is said."""
    start, end = stretch
    while (direction := _DIRECTION.match(source.text, start, end)) is not None:
        start = direction.end()
    while start < end and not source.text[start].isalnum() and source.text[start] not in "“\"'‘(":
        start += 1
    if len(source.text[start:end].split()) < _SHORTEST:
        return None
    return Turn(head.label, head.cue, Span(start, end), _name(source, head) in asking)


def whole(said: Sequence[tuple[Passage, Turn]], text: str) -> Iterator[list[tuple[Passage, Span]]]:
    """Yield the pieces of one speaker's turn that one Statement holds: a stretch a paragraph.

    ``said`` are its paragraphs; together they have at most 250 words, and a paragraph that has
    more is cut at its Sentences.
    """
    piece: list[tuple[Passage, Span]] = []
    count = 0
    for passage, turn in said:
        for span in pieces(passage, text, turn):
            size = len(text[span.start : span.end].split())
            if piece and count + size > _LONGEST:
                yield piece
                piece, count = [], 0
            piece.append((passage, span))
            count += size
    if piece:
        yield piece


def pieces(passage: Passage, text: str, turn: Turn) -> tuple[Span, ...]:
    """Cut a turn at its Sentences into pieces of at most 250 words: what one may quote."""
    starts = [s.start for s in passage.sentences if turn.words.start < s.start < turn.words.end]
    bounds = [turn.words.start, *starts, turn.words.end]
    total = len(text[turn.words.start : turn.words.end].split())
    wanted = total / -(-total // _LONGEST)
    found: list[Span] = []
    begin, count = bounds[0], 0
    for left, right in pairwise(bounds):
        size = len(text[left:right].split())
        if count and count + size / 2 > wanted:
            found.append(_stripped(text, begin, left))
            begin, count = left, 0
        count += size
    found.append(_stripped(text, begin, bounds[-1]))
    return tuple(found)


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
