"""What happened or is announced: one Event a telling, with who took part, where and when."""

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from briefing.extraction.dates import DateMention, dates
from briefing.extraction.mentions import MentionKind, Mentions
from briefing.extraction.participants import GATHERINGS, LOCATIVE, Participants
from briefing.model.findings import Citation, Event, EventKind, EventStatus, Precision
from briefing.model.ids import ActorId, EventId, digest
from briefing.model.source import SET_ASIDE, PassageKind, Sentence, Source

_FUTURE = re.compile(
    r"\b(?:will|set to|due to|scheduled|expected to|plans? to|planned|planning|upcoming"
    r"|intends? to|is to|are to|slated|to be held|later this|next (?:week|month|year)|forthcoming"
    r"|ahead of|invited)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?<!be )held|met|took place|visited|concluded|hosted|signed|attended|was|were|had|said"
    r"|arrived|followed|agreed|ended|marked|resulted|discussed|fired|tested|launched|deployed|installed"
    r"|imposed|during)\b",
    re.IGNORECASE,
)
# "since 2019", "until May": the bound of a stretch of time, not the day of an event.
_BOUND = re.compile(r"\b(?:since|until|till|from|by|expires?(?: on)?)\b", re.IGNORECASE)
# "since 2017, when the system was deployed": the bound is the event's own day after all.
_WHEN = re.compile(r",?\s+(?:when|following|after)\b", re.IGNORECASE)
# "a source said on October 26": the day of the saying.
_OF_SAYING = re.compile(
    r"\b(?:said|told|stated|announced|reported|noted|hinted|added|interview|briefing|statement"
    r"|understood)\b[^.;,]{0,24}$",
    re.IGNORECASE,
)
_WEEK = dt.timedelta(days=7)
_NEAR = 48  # characters between an event's word and where it took place
_CAPITAL = re.compile(r"\s+capital\b", re.IGNORECASE)
_PLACES = (MentionKind.PLACE, MentionKind.METONYM, MentionKind.PARTY)
_MEETINGS = frozenset({EventKind.SUMMIT, EventKind.MEETING, EventKind.TALKS})
_UNREAL = re.compile(
    r"\b(?:no|not|none|never|without|refused|cancelled|canceled|called off)\b[^,;]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Triggers:
    """The event words, one pattern a kind, in the order in which they are tried."""

    patterns: tuple[tuple[EventKind, int, re.Pattern[str]], ...]


@cache
def triggers(path: Path) -> Triggers:
    """Return the event words of a file of the shape of resources/lexicons/events.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    rows = []
    for kind, row in data.items():
        words = sorted((*row["nouns"], *row["verbs"]), key=len, reverse=True)
        body = "|".join(re.escape(word) for word in words)
        pattern = re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)
        rows.append((EventKind(kind), int(row["sides"]), pattern))
    return Triggers(tuple(rows))


class EventReader:
    """Reads the Events of one Source."""

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        words: Triggers,
        participants: Participants,
        capitals: dict[ActorId, str],
    ) -> None:
        self._source = source
        self._capitals = capitals
        self._mentions = mentions
        self._triggers = words
        self._participants = participants

    def read(self) -> tuple[Event, ...]:
        """Return the tellings in the order of the text, at most one a kind and Sentence."""
        found: list[Event] = []
        for passage in self._source.passages:
            if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
                continue
            for sentence in passage.sentences:
                found.extend(self._sentence(sentence, found))
        return self._dated(found)

    def _sentence(self, sentence: Sentence, before: Sequence[Event]) -> list[Event]:
        text = self._source.text
        found: list[Event] = []
        taken: list[tuple[int, int]] = []
        when = [
            d
            for d in dates(text, sentence.start, sentence.end, self._source.published)
            if not self._is_bound(sentence, d)
            and not _OF_SAYING.search(text, sentence.start, d.span.start)
        ]
        for kind, sides, pattern in self._triggers.patterns:
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if any(match.start() < e and s < match.end() for s, e in taken):
                    continue
                taken.append(match.span())
                if _UNREAL.search(text, sentence.start, match.start()):
                    continue
                event = self._event(kind, sides, match, sentence, when, before)
                if event is not None:
                    found.append(event)
                    break
        return found

    def _is_bound(self, sentence: Sentence, date: DateMention) -> bool:
        text = self._source.text
        lead = max(sentence.start, date.span.start - 12)
        bound = _BOUND.search(text, lead, date.span.start + 6)
        return bound is not None and _WHEN.match(text, date.span.end) is None

    def _event(
        self,
        kind: EventKind,
        sides: int,
        match: re.Match[str],
        sentence: Sentence,
        when: Sequence[DateMention],
        before: Sequence[Event],
    ) -> Event | None:
        participants = self._participants.of(kind, sentence, match)
        date = min(when, key=lambda d: (abs(d.span.start - match.start()), d.span), default=None)
        if len(_parties(participants, self._mentions)) < sides:
            referred = self._referred(kind, sides, match, sentence, before)
            if not set(participants) <= set(referred):
                return None
            participants = referred
        if len(_parties(participants, self._mentions)) < sides:
            return None
        start, end, precision = (
            (date.start, date.end, date.precision) if date else (None, None, Precision.UNKNOWN)
        )
        return Event(
            EventId(f"ev-{digest(self._source.id, kind, sentence.start)}"),
            kind,
            "",
            start,
            end,
            precision,
            self._place(sentence, match),
            participants,
            self._status(sentence, date),
            (Citation(self._source.id, sentence.id),),
        )

    def _referred(
        self,
        kind: EventKind,
        sides: int,
        match: re.Match[str],
        sentence: Sentence,
        before: Sequence[Event],
    ) -> tuple[ActorId, ...]:
        """Return whom "the summit" or "their meeting" brings together."""
        main = self._participants.main(sentence, match)
        if kind in GATHERINGS and main:
            same = [e for e in before if e.kind is kind and set(main) <= set(e.participants)]
            return same[-1].participants if same else main
        if not main or sides > 1:
            return ()
        same = [e for e in before if e.kind is kind]
        return same[-1].participants if same else ()

    def _place(self, sentence: Sentence, match: re.Match[str]) -> str | None:
        """Return the place nearest to the event's word: a city, else a capital, else a state."""
        text = self._source.text
        ranked: list[tuple[int, str]] = []
        for mention in self._mentions.within(sentence.start, sentence.end):
            if mention.party is None or abs(mention.span.start - match.start()) > _NEAR:
                continue
            rank = abs(mention.span.start - match.start())
            if mention.kind is MentionKind.DEMONYM:
                seat = self._capitals.get(mention.party)
                if seat is not None and _CAPITAL.match(text, mention.span.end):
                    ranked.append((rank, seat))
                continue
            if mention.kind not in _PLACES:
                continue
            name = text[mention.span.start : mention.span.end]
            beside = text[mention.span.end : match.start()].strip() == ""
            located = LOCATIVE.search(text, sentence.start, mention.span.start)
            if located or (beside and mention.kind is MentionKind.PLACE):
                ranked.append((1000 * _PLACES.index(mention.kind) + rank, name))
        return min(ranked)[1] if ranked else None

    def _status(self, sentence: Sentence, date: DateMention | None) -> EventStatus:
        published = self._source.published
        if date is not None and published is not None:
            if date.start > published:
                return EventStatus.ANNOUNCED
            if date.end < published:
                return EventStatus.HELD
        text = self._source.text[sentence.start : sentence.end]
        if _FUTURE.search(text):
            return EventStatus.ANNOUNCED
        return EventStatus.HELD if _PAST.search(text) else EventStatus.UNKNOWN

    def _dated(self, found: list[Event]) -> tuple[Event, ...]:
        """Give the main gathering the day on which the report first has its principals act.

        "The two presidents voiced concern on the 15th. … Yoon had met Xi that morning": the day
        stands a sentence before the event. Only where no telling of it has a date of its own.
        """
        principals = set(self._participants.principals)
        main = [
            e
            for e in found
            if e.kind in _MEETINGS and principals and principals <= set(e.participants)
        ]
        if not main or any(e.start is not None for e in main):
            return tuple(found)
        day = self._day_of(principals)
        return tuple(self._placed_in_time(e, day) if e in main else e for e in found)

    def _placed_in_time(self, event: Event, day: DateMention | None) -> Event:
        """Date an undated telling of what the report is about.

        News tells of the week behind; so wide is the interval where no day is named.
        """
        published = self._source.published
        if event.status is EventStatus.HELD and day is not None:
            return replace(event, start=day.start, end=day.end, precision=day.precision)
        if published is None or event.status is not EventStatus.HELD:
            return event
        week = published - _WEEK
        return replace(event, start=week, end=published, precision=Precision.MONTH)

    def _day_of(self, principals: set[ActorId]) -> DateMention | None:
        text, published = self._source.text, self._source.published
        for passage in self._source.passages:
            for sentence in passage.sentences:
                here = self._mentions.within(sentence.start, sentence.end)
                if not principals <= {m.actor for m in here}:
                    continue
                for date in dates(text, sentence.start, sentence.end, published):
                    past = published is None or date.end <= published
                    if date.precision is Precision.DAY and past:
                        return date
        return None


def _parties(participants: Sequence[ActorId], mentions: Mentions) -> set[ActorId]:
    actors = (mentions.actors[id_] for id_ in participants)
    return {actor.party or actor.id for actor in actors}
