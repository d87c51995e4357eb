"""Tells those who only ask or preside in a transcript from those who answer."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

_FEWEST_ASKED = 3
_SIDES = 2
_CHANGES = 0.8  # of the turns of a conversation of two; the other turns follow one's own
_CURTER = 2  # times as long the answers are as what is asked, without a question mark each time


def askers(
    said: Sequence[tuple[str, str]], known: frozenset[str], publisher: str | None
) -> frozenset[str]:
    """Return the labels of those who ask.

    ``said`` has label and words of each turn in the order of the text; ``known`` are labels, or
    their last words, of those who always ask; ``publisher`` is whose interview it may be. All
    labels in small letters.
    """
    turns: dict[str, list[str]] = defaultdict(list)
    for name, words in said:
        turns[name].append(words)
    found = {name for name in turns if _is_known(name, known)}
    found |= {name for name, words in turns.items() if _mostly_asks(words)}
    found |= {name for name in turns if _is_medium(name, publisher) and _is_curt(name, turns)}
    if not found:
        found = _of_two(said)
    return frozenset(found)


def _is_known(name: str, known: frozenset[str]) -> bool:
    words = name.rstrip("0123456789 ").split()
    return bool(words) and (" ".join(words) in known or words[-1] in known)


def _is_question(words: str) -> bool:
    return words.rstrip(" ”\"'’*_)").endswith("?")


def _mostly_asks(words: Sequence[str]) -> bool:
    asked = sum(map(_is_question, words))
    return len(words) >= _FEWEST_ASKED and asked * 3 >= len(words) * 2


def _is_medium(name: str, publisher: str | None) -> bool:
    """Tell the label "SPIEGEL" or "ASC" of a publisher called "Der Spiegel", "A S Courier"."""
    if publisher is None:
        return False
    words = publisher.lower().split()
    initials = "".join(word[0] for word in words if word != "the")
    own = set(name.split()) - {"the"}
    return (len(initials) > 1 and name == initials) or (bool(own) and own <= set(words))


def _is_curt(name: str, turns: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether one of the turns is a question, and they are shorter than the others'."""
    others = [len(w.split()) for other, words in turns.items() if other != name for w in words]
    own = [len(words.split()) for words in turns[name]]
    return any(map(_is_question, turns[name])) and bool(others) and median(own) < median(others)


def _of_two(said: Sequence[tuple[str, str]]) -> set[str]:
    """Return who asks in a conversation of two by turns: a third are questions, and all short."""
    turns: dict[str, list[str]] = defaultdict(list)
    called: dict[str, set[str]] = defaultdict(set)
    for name, words in said:
        turns[name.split()[-1]].append(words)  # "Ane Holt" is "Holt" from the second time on
        called[name.split()[-1]].add(name)
    changes = sum(a[0].split()[-1] != b[0].split()[-1] for a, b in pairwise(said))
    if len(turns) != _SIDES or changes < _CHANGES * (len(said) - 1):
        return set()
    for name, other in (tuple(turns), tuple(turns)[::-1]):
        own, theirs = ([len(w.split()) for w in turns[each]] for each in (name, other))
        asked = sum(map(_is_question, turns[name]))
        many = len(own) >= _FEWEST_ASKED and asked * 3 >= len(own)
        if many and median(own) * _CURTER <= median(theirs):
            return called[name]
    return set()
