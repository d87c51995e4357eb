"""Which of the dates of a Sentence belongs to which of the events that it tells of."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefing.extraction.dates.dates import DateMention
from briefing.extraction.dates.intervals import Interval
from briefing.extraction.dates.numbers import NUMBER_WORDS
from briefing.extraction.events.event_clauses import Clause
from briefing.extraction.events.event_words import Trigger, Triggers
from briefing.model.findings import Precision
from briefing.model.source import Sentence, Span

# "since 2019", "until May": the bound of a stretch of time, not the day of an event.
_BOUND = re.compile(r"\b(?:since|until|till|from|by|expires?(?: on)?)\b", re.IGNORECASE)
# "since 2017, when the system was deployed": the bound is the event's own day after all.
_WHEN = re.compile(r",?\s+(?:when|following|after)\b", re.IGNORECASE)
_STRETCH = re.compile(r"^(?:from|between)\s", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|which|who|whose|where)\b|\bthat\b")
_THAT = re.compile(r"\w\s+\w.*\bthat\b", re.DOTALL)  # "talks that began" are the talks' own
_APART = 1000  # how much farther a date counts that stands in another clause
_FAR = 2 * _APART  # so far off it is that of something else
_BEFORE = 15  # characters that a date before its word counts more: English puts it behind
_ONE_BOUND = 12
_AT = re.compile(
    r"\b(?:on|during|at)\s+(?:a|an|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_LONG = re.compile(
    r"\b(?P<count>two|three|four|five|six|seven|[2-7])(?:-|\s)days?(?:\s+of)?\s+(?!after\b|before\b|later\b|earlier\b)(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WEEK = 7
# "on Thursday, two days after gunmen killed": counted back from the day that stands beside it.
_AFTER = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?P<unit>day|week)s?"
    r"\s+(?P<way>after|before)\s+[^,;.]{0,70}$",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"[^.;,]{0,60}\b(?:at|during|on the (?:sidelines|margins) of)\s+(?:the|a|an|this|next)"
    r"\s[^.;,]{0,50}"
)
_FOR = re.compile(r"[^.;,]{0,60}\bfor\s+[^.;,]{0,30}")
_ENDS = re.compile(
    r"\b(?:closed|ended|ends|concluded|concludes|wrapped up|finished|completed|after|following)\b"
)


def events_days(
    text: str,
    sentence: Sentence,
    triggers: Sequence[Trigger],
    found: Sequence[DateMention],
    words: Triggers,
    clauses: Mapping[int, Clause],
) -> dict[int, DateMention]:
    """Return the date of each event, by the offset of its word; each date goes to the nearest.

    Where that one has a nearer date, it goes to the next in the same clause.

    A date that opens the Sentence is that of all its events that have none of their own. What is
    said "on a visit" or "at the talks" dates them.
    """
    taken = [(t.start, t.end) for t in triggers]
    usable = [date for date in found if not _is_anothers(text, sentence, date, words, taken)]
    days: dict[int, DateMention | None] = {}
    days |= _nearest(text, triggers, usable, words, clauses)
    for trigger in triggers:
        if trigger.noun and _AT.search(text[sentence.start : trigger.start]):
            told = (date for date in found if date.precision is Precision.DAY)
            if (day := next(told, None)) is not None:
                days.setdefault(trigger.start, day)
    days |= _shared(text, triggers, days)
    days |= _counted(text, sentence, triggers, found, days)
    opening = next((d for d in usable if _opens(text, sentence, d)), None)
    if opening is not None:
        for trigger in triggers:
            if not _AFTER.search(text, sentence.start, trigger.start):
                days.setdefault(trigger.start, opening)
    return {start: day for start, day in days.items() if day is not None}


def _shared(
    text: str, triggers: Sequence[Trigger], days: Mapping[int, DateMention | None]
) -> dict[int, DateMention | None]:
    """Return the days of what happens at another event: "will meet at the summit in December".

    So too "will travel to Cairo on Monday for two days of talks".
    """
    found: dict[int, DateMention | None] = {}
    for act, frame in pairwise(sorted(triggers, key=lambda t: t.start)):
        if act.noun or not frame.noun:
            continue
        known, other = (frame.start, act.start), (act.start, frame.start)
        for (dated, undated), between in ((known, _DURING), (other, _FOR)):
            bare = dated in days and undated not in days
            if bare and between.fullmatch(text, act.end, frame.start):
                found[undated] = days[dated]
    return found


def _counted(
    text: str,
    sentence: Sentence,
    triggers: Sequence[Trigger],
    found: Sequence[DateMention],
    days: Mapping[int, DateMention | None],
) -> dict[int, DateMention | None]:
    """Return the days of what is told "on Thursday, two days after" it, None where none is told."""
    counted: dict[int, DateMention | None] = {}
    for trigger in triggers:
        lead = _AFTER.search(text, sentence.start, trigger.start)
        own = days.get(trigger.start)
        if lead is None or (own is not None and own.span.start >= trigger.end):
            continue
        told = [d for d in found if d.precision is Precision.DAY]
        before = [d for d in told if 0 <= lead.start() - d.span.end <= _ONE_BOUND]
        behind = [d for d in told if d.span.start > trigger.end]
        anchor = next(iter(before[-1:] or behind), None)
        counted[trigger.start] = None if anchor is None else _shifted(anchor, lead)
    return counted


def _shifted(anchor: DateMention, lead: re.Match[str]) -> DateMention:
    word = lead["count"].lower()
    count = int(word) if word.isdigit() else NUMBER_WORDS.get(word, 1)
    away = dt.timedelta(days=count * (_WEEK if lead["unit"].lower() == "week" else 1))
    away = -away if lead["way"].lower() == "after" else away
    return DateMention(Span(*lead.span()), anchor.start + away, anchor.end + away, Precision.DAY)


def _nearest(
    text: str,
    triggers: Sequence[Trigger],
    usable: Sequence[DateMention],
    words: Triggers,
    clauses: Mapping[int, Clause],
) -> dict[int, DateMention]:
    days: dict[int, DateMention] = {}
    near: list[tuple[int, int, int]] = []
    for number, date in enumerate(usable):
        rows = [
            (_distance(text, t, date, clauses[t.start]), t.start, number)
            for t in triggers
            if not _is_settled_there(text, t, date, words)
        ]
        best = sorted(row for row in rows if row[0] < _FAR)
        near += best[:1] + [row for row in best[1:] if row[0] < _APART]
    given: set[int] = set()
    for _, start, number in sorted(near):
        if start not in days and number not in given:
            days[start] = usable[number]
            given.add(number)
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


def _is_anothers(
    text: str,
    sentence: Sentence,
    date: DateMention,
    words: Triggers,
    taken: Sequence[tuple[int, int]],
) -> bool:
    """Tell a bound of a stretch and the day of a saying from a day of events.

    ``taken`` is where the events' own words stand: "recalled its envoy" says nothing.
    """
    said = words.saying.search(text, sentence.start, date.span.start)
    if said is not None and not any(start <= said.start() < end for start, end in taken):
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


def _distance(text: str, trigger: Trigger, date: DateMention, clause: Clause) -> int:
    if date.span.start >= trigger.end:
        between, extra = text[trigger.end : date.span.start], 0
    else:
        between, extra = text[date.span.end : trigger.start], _BEFORE
    if not between.strip():
        extra = 0
    own = clause.sentence.start <= date.span.start < clause.sentence.end
    parted = len(_CLAUSE_END.findall(between)) + (not own)
    return len(between) + extra + _APART * parted


def _opens(text: str, sentence: Sentence, date: DateMention) -> bool:
    return re.fullmatch(r"\W*(?:\w+\s+){0,2}", text[sentence.start : date.span.start]) is not None
