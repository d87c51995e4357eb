"""Reads transcripts: whose label stands before which words, over paragraphs to the next label."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model.source import SET_ASIDE, Passage, PassageKind, Source, Span

# "MR. SMITH: …", "Q: …", "[00:12] **Foreign Minister Wang Yi** (through interpreter): …"
_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w.'’\-]*"
_SMALL = r"of|the|for|and|de|da|do|dos|del|la|van|von|der|den|bin|ibn|al|el|to|at|in"
_LABEL = re.compile(
    r"[\s\"“*_#>\-–—]*"
    r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?[\s*_\-–—]*)?"
    rf"(?P<label>{_WORD}(?:,?[ ](?:{_WORD}|{_SMALL}|&)){{0,8}})"
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
_LONGEST = 120  # words that one piece of a turn may have
_SPOKEN = 0.35  # of the paragraphs without a label; fewer in the first person are narrative
_FEWEST_ASKED = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of one Passage under a speaker's label; ``asks``: of who only asks or presides.

    ``cue`` is the label's colon, or the label again where it has none.
    """

    label: Span
    cue: Span
    words: Span
    asks: bool = False


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
    """Return the turns of a transcript by Passage id; {} of what is none.

    One label alone makes no transcript: somebody must speak twice. ``askers`` are labels of those
    who ask ("reporter"), ``fields`` words that open a line without speaking ("photo"); in small
    letters.
    """
    heads = _heads(source, fields)
    names = [_name(source, head) for head in heads]
    again = Counter(names)
    if len(again) == len(names):
        return {}
    asking = _asking(source, heads, names) | {n for n in again if _is_asker(n, askers)}
    return _filled(source, heads, asking)


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


def _is_asker(name: str, askers: frozenset[str]) -> bool:
    words = name.rstrip("0123456789 ").split()
    return bool(words) and (" ".join(words) in askers or words[-1] in askers)


def _asking(source: Source, heads: Sequence[_Head], names: Sequence[str]) -> set[str]:
    """Return the labels most of whose turns end in a question: those of interviewers."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for head, name in zip(heads, names, strict=True):
        words = source.text[head.after : head.passage.end].rstrip(" ”\"'’*_)")
        asked[name].append(words.endswith("?"))
    return {
        name
        for name, ends in asked.items()
        if len(ends) >= _FEWEST_ASKED and sum(ends) * 3 >= len(ends) * 2
    }


def _filled(
    source: Source, heads: Sequence[_Head], asking: set[str]
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


def _turn(source: Source, head: _Head, stretch: Span, asking: set[str]) -> Turn | None:
    """Return the words of a stretch without stage directions; None when nothing is said."""
    start, end = stretch
    while (direction := _DIRECTION.match(source.text, start, end)) is not None:
        start = direction.end()
    while start < end and not source.text[start].isalnum() and source.text[start] not in "“\"'‘(":
        start += 1
    if len(source.text[start:end].split()) < _SHORTEST:
        return None
    return Turn(head.label, head.cue, Span(start, end), _name(source, head) in asking)


def pieces(passage: Passage, text: str, turn: Turn) -> tuple[Span, ...]:
    """Cut a turn at its Sentences into pieces of at most 120 words: what one may quote."""
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
