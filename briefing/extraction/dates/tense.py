"""Whether what is told with a date is past or to come, by the verbs that stand about it."""

import re

from briefing.extraction.dates.date_frames import Tense
from briefing.extraction.dates.date_words import DateWords

# "by Friday", "until May": a bound that nothing calls past lies ahead.
_DEADLINE = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Bb]efore)\s+(?:the\s+)?$")
_SINCE = re.compile(r"\b[Ss]ince\s+(?:early |mid-?|late |last |the )?$")
_CLAUSE = re.compile(r"[;:]\s|[—–]\s?|\.\s")


def tense_at(
    text: str, sentence: tuple[int, int], span: tuple[int, int], words: DateWords
) -> Tense:
    """Return the tense of the verb nearest before a date, or else nearest after it.

    ``sentence`` and ``span`` are first and last offset into the text, of the sentence and the date.
    """
    before, after = text[sentence[0] : span[0]], text[span[1] : sentence[1]]
    if _SINCE.search(before):
        return Tense.PAST
    found = _last(_clause(before), words)
    if found is Tense.UNTOLD:
        found = _first(after, words)
    if found is Tense.UNTOLD and _DEADLINE.search(before):
        return Tense.FUTURE
    return found


def _clause(before: str) -> str:
    return before[max((m.end() for m in _CLAUSE.finditer(before)), default=0) :]


def _last(clause: str, words: DateWords) -> Tense:
    def reach(pattern: re.Pattern[str]) -> int:
        return max((m.end() for m in pattern.finditer(clause)), default=-1)

    future = max(reach(words.future), reach(words.present))
    past = reach(words.past)
    if future < 0 and past < 0:
        return Tense.UNTOLD
    return Tense.FUTURE if future >= past else Tense.PAST


def _first(rest: str, words: DateWords) -> Tense:
    def at(pattern: re.Pattern[str]) -> int:
        match = pattern.search(rest)
        return match.start() if match else len(rest)

    future = min(at(words.future), at(words.present))
    past = at(words.past)
    if future == past:
        return Tense.UNTOLD if past == len(rest) else Tense.FUTURE
    return Tense.FUTURE if future < past else Tense.PAST
