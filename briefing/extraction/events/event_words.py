"""The words that tell of events, read once from resources/lexicons/events.toml."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.extraction.dates.date_words import any_of
from briefing.model.findings import EventKind
from briefing.model.source import Sentence

_GAP = r"\~\s+"  # "~" in the list, as any_of leaves it
_FEW_WORDS = r"(?:[^\s.;:,]+,?\s+){0,4}?"
# "Will the two presidents meet?", after a label or none.
_ASKED = re.compile(
    r"(?:[^:.?]{0,40}:)?\W*(?:Minister,\s+|And\s+|So\s+|But\s+)?(?i:will|would|did|do|does|is|are|can|could|should"
    r"|have|has|might|must)\s[^.]*\?\W*$",
)
_EACH_OTHER = re.compile(r"\beach\s+other\b")
_TO_THE_PRESS = re.compile(r"\b(?:press|news)\s+$", re.IGNORECASE)
_REACH = 60  # characters before an event's word in which a word may make it unreal


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event; ``noun`` if it names it, ``sides`` how many it takes."""

    kind: EventKind
    sides: int
    noun: bool
    match: re.Match[str]

    @property
    def word(self) -> str:
        """The word itself, in small letters."""
        return " ".join(self.match.group().lower().split())

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.match.end()


@dataclass(frozen=True, slots=True)
class Triggers:
    """The event words, one pattern a kind, in the order in which they are tried.

    ``unreal`` and ``cancelled`` are sought in the text before a word, ``cancelled_after`` and
    ``body_after`` behind it; ``saying`` in the text before a date, ``told`` between both.
    ``hosting`` are verbs that need one of ``guests``, or a person, behind them;
    ``dated`` and ``dated_kinds`` tell of an event only where they tell its date.
    """

    patterns: tuple[tuple[EventKind, int, re.Pattern[str], frozenset[str]], ...]
    unreal: re.Pattern[str]
    cancelled: re.Pattern[str]
    cancelled_after: re.Pattern[str]
    body_after: re.Pattern[str]
    saying: re.Pattern[str]
    told: re.Pattern[str]
    joint: re.Pattern[str]
    paired: re.Pattern[str]
    opposite: re.Pattern[str]
    dated: frozenset[str]
    dated_kinds: frozenset[EventKind]
    hosting: frozenset[str]
    guests: re.Pattern[str]

    def within(self, text: str, sentence: Sentence) -> list[Trigger]:
        """Return the event words of a Sentence, kind by kind; nothing overlaps."""
        found: list[Trigger] = []
        for kind, sides, pattern, nouns in self.patterns:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if any(match.start() < t.end and t.start < match.end() for t in found):
                    continue
                if _TO_THE_PRESS.search(text, sentence.start, match.start()):
                    continue
                noun = " ".join(match.group().lower().split()) in nouns
                found.append(Trigger(kind, sides, noun, match))
        return found

    def is_weak(self, trigger: Trigger) -> bool:
        """Tell a word so common that it tells of an event only with a date: "the next election"."""
        return trigger.kind in self.dated_kinds or trigger.word in self.dated

    def is_unreal(self, text: str, sentence: Sentence, trigger: Trigger) -> bool:
        """Tell what is denied, only wished for, or the name of a body."""
        lead = text[max(sentence.start, trigger.start - _REACH) : trigger.start]
        rest = text[trigger.end : sentence.end]
        if trigger.match.group()[0].isupper() and self.body_after.match(rest):
            return True
        if _ASKED.match(text, sentence.start, sentence.end):
            return True
        return self.unreal.search(_EACH_OTHER.sub("", lead)) is not None

    def is_cancelled(self, text: str, sentence: Sentence, trigger: Trigger) -> bool:
        """Tell what was called off or put off."""
        lead = text[max(sentence.start, trigger.start - _REACH) : trigger.start]
        if self.cancelled.search(lead):
            return True
        return trigger.noun and bool(self.cancelled_after.match(text[trigger.end : sentence.end]))


@cache
def triggers(path: Path) -> Triggers:
    """Return the event words of a file of the shape of resources/lexicons/events.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    rows = []
    for kind, row in data["kinds"].items():
        body = any_of((*row["nouns"], *row["verbs"])).replace(_GAP, _FEW_WORDS)
        pattern = re.compile(rf"(?<![\w-]){body}(?![\w-])", re.IGNORECASE)
        rows.append((EventKind(kind), int(row["sides"]), pattern, frozenset(row["nouns"])))
    words = data["words"]
    doubtful = any_of((*words["unreal"], *words["supposed"]))
    called_off = any_of(words["cancelled"])
    return Triggers(
        tuple(rows),
        unreal=_pattern(
            rf"(?:\b{doubtful}|(?-i:\bmay)|n[’']t)\b(?:(?!\b(?:before|after|until|since|during)\b)[^,;:]){{0,40}}$"
        ),
        cancelled=_pattern(rf"\b{called_off}\b[^,;:.]{{0,40}}$"),
        cancelled_after=_pattern(
            r"[^,;:.]{0,80}?(?:,[^,;:.]{0,40},)?"
            r"\s(?:was|were|has been|have been|is|are|had been)\s+(?:\w+\s+)?"
            rf"{called_off}\b(?!\s+(?:to|until)\b)"
        ),
        body_after=re.compile(rf"(?:\s+[A-Z]\w+)?\s+{any_of(words['bodies'])}\b"),
        saying=_pattern(rf"\b{any_of(words['saying'])}\b[^.;,]{{0,24}}$"),
        told=_pattern(rf"\b{any_of(words['saying'])}\b"),
        joint=_pattern(_group(words["joint"])),
        paired=_pattern(rf"\b(?:both|the two|the|their|our)\s+{any_of(words['paired'])}\b"),
        dated=frozenset(words["dated"]),
        hosting=frozenset(words["hosting"]),
        guests=_pattern(rf"\b{any_of(words['guests'])}\b"),
        dated_kinds=frozenset(EventKind(kind) for kind in words["dated_kinds"]),
        opposite=_pattern(
            rf"\b(?:his|her|their|its|your|my|our)\s+(?:[A-Z]\w+\s+)?{any_of(words['opposite'])}\b"
        ),
    )


def _group(words: Iterable[str]) -> str:
    return rf"\b(?:both|the(?:\s+two|\s+joint)?|their|a joint)\s+(?:\w+\s+){{0,2}}{any_of(words)}\b"


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(body, re.IGNORECASE)
