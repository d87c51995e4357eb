"""Finds the dates that a text speaks of; what is relative, from the day it was published.

The patterns are measured against dateparser, which resolves 8 of 22 unseen expressions and finds as
many spurious ones as real; see docs/decisions/0003.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.extraction.dates.date_frames import Cue, Form, Frame, Told
from briefing.extraction.dates.date_parts import pattern
from briefing.extraction.dates.date_words import DateWords, date_words
from briefing.extraction.dates.intervals import Interval
from briefing.extraction.dates.relative_dates import NAMED
from briefing.extraction.dates.tense import tense_at
from briefing.extraction.dates.time_units import UNITS
from briefing.extraction.dates.written_dates import WRITTEN
from briefing.model.findings import Precision
from briefing.model.ids import SentenceId
from briefing.model.source import SET_ASIDE, Sentence, Source, Span

# One look at a sentence says which forms can stand in it.
_CUES = {
    Cue.DIGIT: r"\d",
    Cue.MONTH: (
        r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP"
        r"|OCT|NOV|DEC)"
    ),
    Cue.WEEKDAY: r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day",
    Cue.UNIT: (
        r"(?i)\b(?:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|weekend|today|tonight"
        r"|yesterday|tomorrow|night|morning|afternoon|evening)\b"
    ),
    Cue.SEASON: r"(?i)\b(?:spring|summer|autumn|fall|winter)\b",
    Cue.WORD: r"\b(?:Day|Eve|July|quarter)\b",
}
# "the first visit in 11 years": a duration, not a date. Looked for in so many characters before it.
_FIRST_IN = re.compile(
    r"\b(?:first|second|third|fourth|last|low|lowest|high|highest|decline|rise|worst|most|biggest|largest"
    r"|only|smallest|longest|strongest|deadliest)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_NAME_BEFORE = re.compile(r"(?<![.!?:;“\"(]\s)(?<!^)\b(?P<name>[A-Z][\w’'-]*\.?)\s+$")
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]+")
_SURE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|before|after|for|through|late|early|mid|last|next|this|that"
    r"|and|or|to|between|following|previous|coming|past|around|on|the)[\s-]+$",
    re.IGNORECASE,
)
# A verb or a name when nothing says that it is a month.
_DOUBTFUL = frozenset({"May", "March", "August", "April", "June", "MAY", "MARCH"})
_DOUBTFUL_AFTER = re.compile(r"[’']s\b|\s+(?:and|or|to|\d{4})\b|-|\s+\d")
_OFTEN = re.compile(r"\b(?:[Ee]very|[Ee]ach|[Mm]ost|[Aa]lternate)\s+$")
_ARTICLE = 3  # characters of " a ", as in "on 24 May, a Tuesday, …"
_YEAR = re.compile(r"\d{4}")
_BEFORE_OLD_YEAR = re.compile(
    r"\b(?:in|since|by|until|till|from|of|during|the|before|after|and|to|around|about|between|circa|through|as|years|for|into|an?|its|his|her|their)[\s(]+$"
    r"|[(,]\s*$",
    re.IGNORECASE,
)
_FIRST_SURE_YEAR = 1900
_LAST_SURE_YEAR = 2060
_QUANTITY = re.compile(
    r"\b(?:more|less|fewer|over|nearly|almost|approximately|roughly|some|least|most|than|up to"
    r"|total|of (?:the|its|their))\s+$",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\s+[a-z]+(?:s|men|people)\b(?!\s+(?:was|is|has|in)\b)")
_HISTORY_YEARS = 4  # so many years named make a text one about the past
_HISTORY_SHARE = 0.7  # if this share of them, or more, lies well before publication
# News counts from its own day; one such word may stand in an essay on the past, not two.
_NEWS = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|ago"
    r"|(?:[Ll]ast|[Nn]ext|[Tt]his)\s+(?:week|weekend|month|morning|evening|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b"
    r"|\bon\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,?\s+\d|,?\s+[A-Z])"
)
_NEWS_WORDS = 2

_LONGEST_READ = 8_000  # characters of one sentence; a longer one is a table or made to do harm


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression: where it stands, and the first and last day that it covers."""

    span: Span
    start: dt.date
    end: dt.date
    precision: Precision


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of text that has the form of a date; ``order`` is the form's place in the list."""

    order: int
    form: Form
    match: re.Match[str]


def dates(
    text: str,
    start: int,
    end: int,
    published: dt.date | None,
    told: Told | None = None,
    *,
    history: bool = False,
) -> tuple[DateMention, ...]:
    """Return the dates of one sentence, ``text[start:end]``, in the order of the text.

    ``told`` is what the text told before, for "the following day". What is relative stays out when
    that from which it is counted is not known; durations ("for the first time in 11 years") always
    do. ``history`` tells that days and months belong to the year told last.
    """
    words, so_far = date_words(), told or Told()
    end = min(end, start + _LONGEST_READ)
    found: list[DateMention] = []
    for place in _places(text, start, end, words, _patterns()):
        tense = tense_at(text, (start, end), place.match.span(), words)
        if place.match.groupdict().get("way") in {"in", "In"} and _is_duration(place.match):
            continue
        for mention in _mentions(place, Frame(published, so_far, tense, history), words):
            so_far = so_far.after((mention.start, mention.end, mention.precision), published)
            found.append(mention)
    return tuple(found)


def _mentions(place: _Place, frame: Frame, words: DateWords) -> list[DateMention]:
    """Resolve what has the form of a date; where no calendar has it, those parts that one has."""
    interval = _resolved(place, frame)
    if interval is not None:
        return [DateMention(Span(*place.match.span()), *interval)]
    later = _patterns()[place.order + 1 :]
    inside = _places(place.match.string, *place.match.span(), words, later)
    return [mention for part in inside for mention in _mentions(part, frame, words)]


def told_dates(source: Source) -> dict[SentenceId, tuple[DateMention, ...]]:
    """Return the dates of each Sentence of a Source, each counted from what was told before it."""
    history = is_history(source)
    told = Told()
    found: dict[SentenceId, tuple[DateMention, ...]] = {}
    for sentence in _sentences(source):
        here = dates(
            source.text, sentence.start, sentence.end, source.published, told, history=history
        )
        for mention in here:
            told = told.after((mention.start, mention.end, mention.precision), source.published)
        found[sentence.id] = here
    return found


def is_history(source: Source) -> bool:
    """Tell whether a Source is about the past: nearly all the years it names lie well behind.

    Not so where it speaks of last week and next Monday.
    """
    if source.published is None:
        return True
    if len(_NEWS.findall(source.text)) >= _NEWS_WORDS:
        return False
    named = [int(m.group()) for m in re.finditer(r"\b(?:1[89]|20)\d\d\b", source.text)]
    past = [year for year in named if year < source.published.year - 1]
    return len(named) >= _HISTORY_YEARS and len(past) >= _HISTORY_SHARE * len(named)


def _sentences(source: Source) -> Iterator[Sentence]:
    for passage in source.passages:
        if passage.kind not in SET_ASIDE:
            yield from passage.sentences


# ---- where a date stands -------------------------------------------------------------------------


@cache
def _patterns() -> tuple[tuple[int, Form, re.Pattern[str]], ...]:
    forms = (*WRITTEN, *NAMED, *UNITS)
    return tuple((order, form, pattern(form.body)) for order, form in enumerate(forms))


@cache
def _cues() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple((cue, re.compile(body)) for cue, body in _CUES.items())


def _places(
    text: str,
    start: int,
    end: int,
    words: DateWords,
    patterns: Sequence[tuple[int, Form, re.Pattern[str]]],
) -> list[_Place]:
    """Return what has the form of a date, in the order of the text; nothing overlaps."""
    here = {cue for cue, body in _cues() if body.search(text, start, end)}
    if not here:
        return []
    taken = [m.span() for m in words.names.finditer(text, start, end)]
    found: list[_Place] = []
    for order, form, body in patterns:
        if form.cue not in here:
            continue
        for match in body.finditer(text, start, end):
            if any(match.start() < e and s < match.end() for s, e in taken):
                continue
            if _is_other(match, words):
                continue
            taken.append(match.span())
            found.append(_Place(order, form, match))
    return sorted(found, key=lambda place: place.match.span())


def _resolved(place: _Place, frame: Frame) -> Interval | None:
    parts = {n: value for n, value in place.match.groupdict().items() if value is not None}
    try:
        return place.form.resolve(parts, frame)
    except (ValueError, OverflowError):  # "31 February" is no date; "in 9000 years" is none
        return None


# ---- what only looks like a date -----------------------------------------------------------------


def _is_other(match: re.Match[str], words: DateWords) -> bool:
    """Tell a verb, a name or a count from a date."""
    parts = match.groupdict()
    whole = match.group()
    if _YEAR.fullmatch(whole):
        return _is_count(match, words)
    if parts.get("month") == whole:
        return _is_name(match)
    if parts.get("weekday") != whole:
        return False
    lead, rest = (
        match.string[max(0, match.start() - 3) : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    return (
        rest == "s"
        or bool(_OFTEN.search(match.string, 0, match.start()))
        or (lead.endswith(" a ") and rest in set(",.;)"))
    )  # "24 May, a Tuesday,"


def _is_name(match: re.Match[str]) -> bool:
    """Tell "Theresa May", "April Ryan" and "March on" from a month that stands alone."""
    text, word = match.string, match.group()
    lead = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _SURE_MONTH.search(lead):
        return word in _DOUBTFUL and bool(_NAME_AFTER.match(text, match.end()))
    if _NAME_BEFORE.search(lead) or _NAME_AFTER.match(text, match.end()):
        return word in _DOUBTFUL
    return word in _DOUBTFUL and not _DOUBTFUL_AFTER.match(text, match.end())


def _is_count(match: re.Match[str], words: DateWords) -> bool:
    """Tell "2000 troops" and "Resolution 1973" from a year."""
    text, number = match.string, int(match.group())
    lead = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if words.lead.search(lead) or words.counted.match(text, match.end()):
        return True
    if not _FIRST_SURE_YEAR <= number <= _LAST_SURE_YEAR and not _BEFORE_OLD_YEAR.search(lead):
        return True
    return bool(_QUANTITY.search(lead)) and bool(_THINGS.match(text, match.end()))


def _is_duration(match: re.Match[str]) -> bool:
    lead = max(0, match.start() - _LOOK_BACK)
    return _FIRST_IN.search(match.string, lead, match.start()) is not None
