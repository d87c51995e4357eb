"""What happened or is announced: one Event a telling, with who took part, where and when."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.extraction.dates.date_frames import Tense
from briefing.extraction.dates.date_words import date_words
from briefing.extraction.dates.dates import DateMention, told_dates
from briefing.extraction.dates.tense import tense_at
from briefing.extraction.events.event_clauses import Clause, event_clauses
from briefing.extraction.events.event_places import Places
from briefing.extraction.events.event_times import event_interval, events_days, is_past
from briefing.extraction.events.event_words import Trigger, Triggers, triggers
from briefing.extraction.events.officials import party_of
from briefing.extraction.events.participants import GATHERINGS, Participants
from briefing.extraction.names.mentions import Mentions
from briefing.model.findings import Citation, Event, EventKind, EventStatus, Precision
from briefing.model.ids import ActorId, EventId, digest
from briefing.model.source import SET_ASIDE, PassageKind, Sentence, Source

__all__ = ["EventReader", "Triggers", "triggers"]

_FUTURE = re.compile(r"(?:upcoming|forthcoming|next round|later this|next (?:week|month|year))")
# "The talks, he told the broadcaster, would deal with …": their verb stands behind the aside.
_ASIDE = re.compile(r", (?:he|she|it|they|[A-Z])[^,.;]{3,90},(?=\s)")
_BY_TENSE = {Tense.FUTURE: EventStatus.ANNOUNCED, Tense.PAST: EventStatus.HELD}
_LEAD = 4  # Sentences, with the title, in which a report says what it is about
_WEEK = dt.timedelta(days=7)
_MEETINGS = frozenset({EventKind.SUMMIT, EventKind.MEETING, EventKind.TALKS})


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
        self._mentions = mentions
        self._words = words
        self._participants = participants
        self._places = Places(source.text, mentions, capitals)
        self._dates = told_dates(source)

    def read(self) -> tuple[Event, ...]:
        """Return the tellings in the order of the text, at most one a kind, day and Sentence."""
        found: list[Event] = []
        for passage in self._source.passages:
            if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
                continue
            for sentence in passage.sentences:
                found.extend(self._sentence(sentence, found))
        return self._dated(found)

    def _sentence(self, sentence: Sentence, before: Sequence[Event]) -> list[Event]:
        text = self._source.text
        here = self._words.within(text, sentence)
        if not here:
            return []
        dates = self._dates.get(sentence.id, ())
        clauses = event_clauses(text, sentence, here)
        days = events_days(text, sentence, here, dates, self._words, clauses)
        found: dict[EventKind, list[Event]] = {}
        for trigger in here:
            day = days.get(trigger.start)
            weak = day is None and self._words.is_weak(trigger)
            if weak or self._words.is_unreal(text, sentence, trigger):
                continue
            event = self._event(trigger, sentence, clauses[trigger.start], day, before)
            same = found.setdefault(trigger.kind, [])
            if event is None or any(event.start in {e.start, None} for e in same):
                continue
            if same:
                id_ = digest(self._source.id, trigger.kind, trigger.start, "again")
                event = replace(event, id=EventId(f"ev-{id_}"))
            same.append(event)
        return [event for same in found.values() for event in same]

    def _event(
        self,
        trigger: Trigger,
        sentence: Sentence,
        clause: Clause,
        date: DateMention | None,
        before: Sequence[Event],
    ) -> Event | None:
        convening = self._participants.convening(clause, trigger) if date is not None else ()
        participants = convening or self._who(trigger, clause, before)
        if participants is None:
            return None
        start, end, precision = (
            event_interval(self._source.text, sentence, trigger, date)
            if date is not None
            else (None, None, Precision.UNKNOWN)
        )
        dates = self._dates.get(sentence.id, ())
        return Event(
            EventId(f"ev-{digest(self._source.id, trigger.kind, sentence.start)}"),
            trigger.kind,
            "",
            start,
            end,
            precision,
            self._places.of(clause.sentence, trigger, dates)
            or self._places.of(clause.wide.sentence, trigger, dates),
            participants,
            self._status(replace(sentence, end=clause.sentence.end), trigger, date),
            (Citation(self._source.id, sentence.id),),
        )

    def _who(
        self, trigger: Trigger, clause: Clause, before: Sequence[Event]
    ) -> tuple[ActorId, ...] | None:
        """Return who takes part; None where they are too few for an event of the kind."""
        found = self._participants.of(clause, trigger, self._words)
        if len(_parties(found, self._mentions)) < trigger.sides and clause.subject is not None:
            found = self._participants.of(clause.wide, trigger, self._words) or found
        if len(_parties(found, self._mentions)) >= trigger.sides:
            return found
        referred = self._referred(trigger, clause.sentence, before)
        ours = _parties(found, self._mentions)
        theirs = _parties(referred, self._mentions)
        if not ours <= theirs or len(theirs) < trigger.sides:
            return None
        return (*found, *(r for r in referred if self._party(r) not in ours))

    def _party(self, actor: ActorId) -> ActorId:
        return party_of(actor, self._mentions)

    def _referred(
        self, trigger: Trigger, sentence: Sentence, before: Sequence[Event]
    ) -> tuple[ActorId, ...]:
        """Return whom "the summit" or "their meeting" brings together."""
        main = self._participants.main(sentence, trigger, self._words)
        kind = trigger.kind
        if kind in GATHERINGS and main:
            same = [e for e in before if e.kind is kind and set(main) <= set(e.participants)]
            return same[-1].participants if same else main
        if not main or trigger.sides > 1:
            return ()
        same = [e for e in before if e.kind is kind]
        return same[-1].participants if same else ()

    def _status(
        self, sentence: Sentence, trigger: Trigger, date: DateMention | None
    ) -> EventStatus:
        published = self._source.published
        if self._words.is_cancelled(self._source.text, sentence, trigger):
            return EventStatus.CANCELLED
        if date is not None and published is not None:
            if date.start > published:
                return EventStatus.ANNOUNCED
            if date.end < published:
                return EventStatus.HELD
        text, bounds = self._source.text, (sentence.start, sentence.end)
        aside = _ASIDE.match(text, trigger.end, sentence.end)
        end = aside.end() if aside else trigger.end
        tense = tense_at(text, bounds, (trigger.end, end), date_words())
        if tense is not Tense.UNTOLD:
            return _BY_TENSE[tense]
        if _FUTURE.search(text[sentence.start : sentence.end]):
            return EventStatus.ANNOUNCED
        return EventStatus.UNKNOWN

    def _dated(self, found: list[Event]) -> tuple[Event, ...]:
        """Give the main gathering the day on which the report first has its principals act.

        "The two presidents voiced concern on the 15th. … Yoon had met Xi that morning": the day
        stands a sentence before the event. Only where no telling of it has a date of its own.
        """
        sides = set(self._participants.sides)
        main = [
            e
            for e in found
            if e.kind in _MEETINGS and sides and sides == _parties(e.participants, self._mentions)
        ]
        if not main or any(e.start and e.status is not EventStatus.ANNOUNCED for e in main):
            return tuple(found)
        day = self._day_of(sides)
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

    def _day_of(self, sides: set[ActorId]) -> DateMention | None:
        """Return the past day that stands with both principals, or with both sides in the lead."""
        principals = set(self._participants.principals)
        told = [
            sentence
            for passage in self._source.passages
            if passage.kind not in SET_ASIDE
            for sentence in passage.sentences
        ]
        for number, sentence in enumerate(told):
            here = self._mentions.within(sentence.start, sentence.end)
            lead = number < _LEAD and sides <= {m.party for m in here}
            if not lead and not principals <= {m.actor for m in here}:
                continue
            for date in self._dates.get(sentence.id, ()):
                if date.precision is Precision.DAY and is_past(date, self._source.published):
                    return date
        return None


def _parties(participants: Sequence[ActorId], mentions: Mentions) -> set[ActorId]:
    return {party_of(id_, mentions) for id_ in participants}
