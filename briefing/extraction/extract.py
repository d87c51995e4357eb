"""From one Source to its Findings: the questions asked in their order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.extraction import lexicon
from briefing.extraction.events.events import EventReader, Triggers, triggers
from briefing.extraction.events.participants import Participants
from briefing.extraction.facts.facts import facts
from briefing.extraction.facts.facts_lexicon import FactWords, fact_words
from briefing.extraction.issues.contested import Contested, contested
from briefing.extraction.issues.issues import IssueTerms, issue_terms
from briefing.extraction.issues.marks import issue_marks
from briefing.extraction.names import roles
from briefing.extraction.names.listed import Listed
from briefing.extraction.names.mention_reader import MentionReader
from briefing.extraction.names.mentions import MentionKind, Mentions
from briefing.extraction.names.names import Names
from briefing.extraction.names.people import Cast
from briefing.extraction.saying.attributions import attributions
from briefing.extraction.saying.quotations import quotations
from briefing.extraction.saying.speakers import Speakers
from briefing.extraction.saying.statements import statements
from briefing.extraction.saying.united import united
from briefing.extraction.settling.agreements import agreements
from briefing.extraction.settling.settling_words import SettlingWords, settling_words
from briefing.extraction.tagging.proposals import Reading, Tagger
from briefing.model.evidence import IssueMark, SourceFindings
from briefing.model.findings import Agreement, Event, EventKind, Statement
from briefing.model.ids import ActorId, EventId, SentenceId
from briefing.model.people import ActorKind, Reference
from briefing.model.source import Source

_SIDES = 2
# What a Statement or an Agreement may belong to, the first before the next.
_MEETINGS = (EventKind.SUMMIT, EventKind.TALKS, EventKind.MEETING, EventKind.CALL)
_GATHERINGS = (*_MEETINGS, EventKind.FORUM, EventKind.VISIT)


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of extraction and the reference tables, made ready once for all Sources."""

    cues: lexicon.Cues
    grammar: lexicon.Grammar
    roles: roles.Roles
    triggers: Triggers
    names: Names
    listed: Listed
    terms: IssueTerms
    settling: SettlingWords
    contested: Contested
    deeds: FactWords
    reference: Reference


def words(lexicons: Path, reference: Reference) -> Words:
    """Read the word lists of a folder (resources/lexicons) and index the reference tables."""
    return Words(
        lexicon.cues(lexicons / "cues.toml"),
        lexicon.grammar(lexicons / "grammar.toml"),
        roles.roles(lexicons / "people.toml"),
        triggers(lexicons / "events.toml"),
        Names(reference),
        Listed(reference),
        issue_terms(reference.issues),
        settling_words(lexicons / "agreements.toml"),
        contested(lexicons / "disputes.toml"),
        fact_words(lexicons / "facts.toml"),
        reference,
    )


def extract(source: Source, given: Words, tagger: Tagger | None = None) -> SourceFindings:
    """Return what one Source says: its Actors, Events, Statements, Agreements and Issue marks.

    Without a ``tagger`` Statements are found by rules alone. Pure: the same Source, tables and
    network give the same Findings.
    """
    seen = tagger.read(source) if tagger is not None else Reading()
    parties = {party.id: party for party in given.reference.parties}
    cast = Cast(given.listed, given.roles, source.published)
    mentions = MentionReader(source, given.names, given.roles, parties, cast, seen.names).read()
    sides = main_sides(mentions)
    quotes = quotations(source)
    told = attributions(source, quotes, given.cues, given.grammar)
    if tagger is not None:
        told = united(source, told, seen.attributions, quotes, given.cues, given.grammar)
    speakers = Speakers(source, mentions, given.roles, sides, quotes)
    said = statements(source, told, speakers, quotes, given.terms, given.cues.withheld)
    tellers = frozenset((s.sentence, s.speaker) for s in said if s.speaker is not None)
    voices = [(span, s.speaker) for s in said if s.speaker is not None for span in s.spans.content]
    participants = Participants(source, mentions, sides, tellers, voices)
    capitals = {p.id: p.capital for p in given.reference.parties if p.capital}
    events = EventReader(source, mentions, given.triggers, participants, capitals).read()
    settled = agreements(source, mentions, said, given.terms, sides, given.settling, events)
    said, settled = _at_events(said, settled, events)
    done = facts(source, mentions, given.deeds, given.grammar, speakers)
    return SourceFindings(
        source.id,
        tuple(sorted(mentions.actors.values(), key=lambda a: a.id)),
        tuple(sorted(events, key=lambda e: e.id)),
        tuple(sorted(said, key=lambda s: s.id)),
        tuple(sorted(settled, key=lambda a: a.id)),
        _marks(source, mentions, given, sides),
        tuple(sorted(done, key=lambda f: f.id)),
    )


def _at_events(
    said: Iterable[Statement], settled: Iterable[Agreement], events: Sequence[Event]
) -> tuple[tuple[Statement, ...], tuple[Agreement, ...]]:
    """Return Statements and Agreements with the gathering that they belong to.

    One that the own Sentence names comes before the one that the report is about.
    """
    here, main = _events_by_sentence(events), _first(events, _MEETINGS)
    placed = tuple(
        replace(s, event=_first(here[s.sentence], _GATHERINGS) or (main if s.party else None))
        for s in said
    )
    done = tuple(
        replace(a, event=_first(here[a.sentences[0]], _GATHERINGS) or main) for a in settled
    )
    return placed, done


def _marks(
    source: Source, mentions: Mentions, given: Words, sides: tuple[ActorId, ...]
) -> tuple[IssueMark, ...]:
    """Return the marks of what each Sentence is about."""
    pair = given.settling.pair
    return issue_marks(source, mentions, given.terms, given.contested, given.grammar, pair, sides)


def main_sides(mentions: Mentions) -> tuple[ActorId, ...]:
    """Return the two Parties that a Source speaks of most: whom "both sides" means."""
    counted = Counter(
        m.party for m in mentions.found if m.party is not None and m.kind is not MentionKind.PLACE
    )
    states = [
        (count, party)
        for party, count in counted.items()
        if party in mentions.actors and mentions.actors[party].kind is ActorKind.STATE
    ]
    best = sorted(states, key=lambda row: (-row[0], row[1]))[:_SIDES]
    return tuple(party for _, party in best) if len(best) == _SIDES else ()


def _events_by_sentence(events: Sequence[Event]) -> dict[SentenceId, list[Event]]:
    found: dict[SentenceId, list[Event]] = defaultdict(list)
    for event in events:
        found[event.sources[0].sentence].append(event)
    return found


def _first(events: Sequence[Event], kinds: Sequence[EventKind]) -> EventId | None:
    """Return the first Event of the first kind that there is."""
    return next((e.id for kind in kinds for e in events if e.kind is kind), None)
