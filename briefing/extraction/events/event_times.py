"""Which of the dates of a Sentence belongs to which of the events that it tells of."""

import datetime as dt
import re
from collections.abc import Sequence

from briefing.extraction.dates.dates import DateMention
from briefing.extraction.dates.intervals import Interval
from briefing.extraction.dates.numbers import NUMBER_WORDS
from briefing.extraction.events.event_words import Trigger, Triggers
from briefing.model.findings import Precision
from briefing.model.source import Sentence

# "since 2019", "until May": the bound of a stretch of time, not the day of an event.
_BOUND = re.compile(r"\b(?:since|until|till|from|by|expires?(?: on)?)\b", re.IGNORECASE)
# "since 2017, when the system was deployed": the bound is the event's own day after all.
_WHEN = re.compile(r",?\s+(?:when|following|after)\b", re.IGNORECASE)
_STRETCH = re.compile(r"^(?:from|between)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|which|who|whose|where)\b|\bthat\b")
_THAT = re.compile(r"\w\s+\w.*\bthat\b", re.DOTALL)  # "talks that began" are the talks' own
_APART = 1000  # how much farther a date counts that stands in another clause
_BEFORE = 15  # characters that a date before its word counts more: English puts it behind
_ONE_BOUND = 12
_AT = re.compile(
    r"\b(?:on|during|at)\s+(?:a|an|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_LONG = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|[2-7])(?:-|\s)days?(?:\s+of)?\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:closed|ended|ends|concluded|concludes|wrapped up|finished|completed|after|following)\b"
)


def events_days(
    text: str,
    sentence: Sentence,
    triggers: Sequence[Trigger],
    found: Sequence[DateMention],
    words: Triggers,
) -> dict[int, DateMention]:
    """Return the date of each event, by the offset of its word; each date goes to the nearest.

    A date that opens the Sentence is that of all its events that have none of their own. What is
    said "on a visit" or "at the talks" dates them.
    """
    days: dict[int, DateMention] = {}
    usable = [date for date in found if not _is_anothers(text, sentence, date, words)]
    for date in usable:
        near = [t for t in triggers if not _is_settled_there(text, t, date, words)]
        owner = min(near, key=lambda t: (_distance(text, t, date), t.start), default=None)
        if owner is None:
            continue
        held = days.get(owner.start)
        if held is None or _distance(text, owner, date) < _distance(text, owner, held):
            days[owner.start] = date
    for trigger in triggers:
        if trigger.noun and _AT.search(text[sentence.start : trigger.start]):
            told = (date for date in found if date.precision is Precision.DAY)
            if (day := next(told, None)) is not None:
                days.setdefault(trigger.start, day)
    opening = next((d for d in usable if _opens(text, sentence, d)), None)
    if opening is not None:
        for trigger in triggers:
            days.setdefault(trigger.start, opening)
    return days


def event_interval(text: str, sentence: Sentence, trigger: Trigger, date: DateMention) -> Interval:
    """Return the days that an event of this date may cover.

    Of "two days of talks" the date is the first, or the last if the Sentence tells of their end.
    """
    long = _LONG.search(text[sentence.start : trigger.start])
    if long is None or date.precision is not Precision.DAY or date.start != date.end:
        return date.start, date.end, date.precision
    word = long["count"].lower()
    more = dt.timedelta(days=(int(word) if word.isdigit() else NUMBER_WORDS[word]) - 1)
    if _ENDS.search(text[sentence.start : sentence.end]):
        return date.start - more, date.end, date.precision
    return date.start, date.end + more, date.precision


def is_past(date: DateMention, published: dt.date | None) -> bool:
    """Tell a date that lies wholly before the day of publication, or on it."""
    return published is None or date.end <= published


def _is_anothers(text: str, sentence: Sentence, date: DateMention, words: Triggers) -> bool:
    """Tell a bound of a stretch and the day of a saying from a day of events."""
    if words.saying.search(text[sentence.start : date.span.start]):
        return True
    if _STRETCH.match(text[date.span.start : date.span.end]):
        return False
    lead = max(sentence.start, date.span.start - _ONE_BOUND)
    bound = _BOUND.search(text[lead : date.span.start])
    return bound is not None and _WHEN.match(text, date.span.end) is None


def _is_settled_there(text: str, trigger: Trigger, date: DateMention, words: Triggers) -> bool:
    """Tell "held talks and agreed that work would start in May" from "held talks in May"."""
    between = text[trigger.end : date.span.start]
    return words.told.search(between) is not None or bool(_THAT.search(between))


def _distance(text: str, trigger: Trigger, date: DateMention) -> int:
    if date.span.start >= trigger.end:
        between, extra = text[trigger.end : date.span.start], 0
    else:
        between, extra = text[date.span.end : trigger.start], _BEFORE
    if not between.strip():
        extra = 0
    return len(between) + extra + _APART * len(_CLAUSE_END.findall(between))


def _opens(text: str, sentence: Sentence, date: DateMention) -> bool:
    return re.fullmatch(r"\W*(?:\w+\s+){0,2}", text[sentence.start : date.span.start]) is not None
