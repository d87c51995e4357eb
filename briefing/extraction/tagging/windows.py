"""Lays a Source's sentences into windows that the tagger's network can read at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.tagging.pieces import Vocabulary, case, words
from briefing.model.source import SET_ASIDE, PassageKind, Source, Span

MOST_PIECES = 224  # in a window; the network was trained on windows of this size
_LONGEST_UNIT = 110  # words; a longer sentence is cut


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a part of a very long one: its paragraph's number and its words."""

    paragraph: int
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences as the network reads them.

    ``pieces`` and ``cases`` are one number a word piece, ``firsts`` the index of the first piece
    of each of ``words``. ``units`` are how many words each sentence has. A sentence shared with
    the window before or after is read twice: this window answers for the cues among its words
    ``own`` (first and last exclusive).
    """

    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    cases: tuple[int, ...]
    firsts: tuple[int, ...]
    units: tuple[int, ...]
    own: tuple[int, int]


def units(source: Source) -> tuple[Unit, ...]:
    """Return the sentences of a Source that may tell something, in the order of the text."""
    found: list[Unit] = []
    for number, passage in enumerate(source.passages):
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        for sentence in passage.sentences:
            inside = words(source.text, sentence.start, sentence.end)
            found.extend(
                Unit(number, inside[at : at + _LONGEST_UNIT])
                for at in range(0, len(inside), _LONGEST_UNIT)
            )
    return tuple(found)


def windows(
    text: str, laid: Sequence[Unit], vocabulary: Vocabulary, most: int = MOST_PIECES
) -> tuple[Window, ...]:
    """Return windows of at most ``most`` pieces; the last sentence of one opens the next.

    A single sentence of more pieces has a window of its own.
    """
    sizes = [1 + sum(len(vocabulary.cut(text[s:e])) for s, e in unit.words) for unit in laid]
    found: list[Window] = []
    first, before = 0, 0
    while first < len(laid):
        last, pieces = first, 1
        while last < len(laid) and (pieces + sizes[last] <= most or last == first):
            pieces += sizes[last]
            last += 1
        after = max(first + 1, last - 1) if last < len(laid) else last
        inside = laid[first:last]
        found.append(_window(text, inside, vocabulary, first < before, after < last))
        first, before = after, last
    return tuple(found)


def _window(
    text: str, inside: Sequence[Unit], vocabulary: Vocabulary, opens_again: bool, closes_again: bool
) -> Window:
    pieces, cases, firsts = [vocabulary.opening], [0], []
    paragraph = inside[0].paragraph
    for unit in inside:
        if unit.paragraph != paragraph:
            pieces.append(vocabulary.border)
            cases.append(0)
            paragraph = unit.paragraph
        for start, end in unit.words:
            word = text[start:end]
            cut = vocabulary.cut(word)
            firsts.append(len(pieces))
            pieces.extend(cut)
            cases.extend([case(word)] * len(cut))
    pieces.append(vocabulary.border)
    cases.append(0)
    flat = tuple(word for unit in inside for word in unit.words)
    low = len(inside[0].words) // 2 if opens_again else 0
    rest = len(inside[-1].words) - len(inside[-1].words) // 2 if closes_again else 0
    counts = tuple(len(unit.words) for unit in inside)
    return Window(flat, tuple(pieces), tuple(cases), tuple(firsts), counts, (low, len(flat) - rest))
