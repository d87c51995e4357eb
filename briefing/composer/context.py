"""All that a Section may look at: the Dossier indexed, the Briefing and the phrases."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.composer.matter import meeting_parties
from briefing.composer.phrasebook import Phrasebook
from briefing.document.inlines import Cite
from briefing.model.briefing import Briefing, Dossier
from briefing.model.errors import ComposeError
from briefing.model.evidence import Evidence
from briefing.model.findings import Citation, Event, Statement
from briefing.model.ids import ActorId, EventId, IssueId, SourceId, StatementId
from briefing.model.people import Actor, Issue
from briefing.model.source import Passage, Sentence, Source, Span

_OPENING = re.compile(r'[“„«]|(?:(?<=\s)|(?<=\()|^)"')
_CLOSING = re.compile(r'[”»"]')


@dataclass(frozen=True, slots=True)
class Place:
    """Where a Sentence stands: its place in the Dossier, its Source and its Passage."""

    index: int
    source: Source
    passage: Passage
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """The Dossier by id. ``issues`` and ``chosen`` (Events) are in the order that was chosen.

    ``parties`` are those of the matter: the Parties of the chosen Events, else all that speak.
    ``sentences`` are each Source's in the order of its text; ``on_issue`` the Statements by Issue.
    """

    evidence: Evidence
    briefing: Briefing
    phrases: Phrasebook
    sources: Mapping[SourceId, Source]
    places: Mapping[Citation, Place]
    sentences: Mapping[SourceId, tuple[Sentence, ...]]
    actors: Mapping[ActorId, Actor]
    events: Mapping[EventId, Event]
    statements: Mapping[StatementId, Statement]
    on_issue: Mapping[IssueId, tuple[Statement, ...]]
    issues: tuple[Issue, ...]
    chosen: tuple[Event, ...]
    parties: tuple[ActorId, ...]
    # Kept answers of quoting, which every Section asks anew: whole or not, and in which words.
    wholes: dict[tuple[Citation, tuple[Span, ...]], bool] = field(
        default_factory=dict, compare=False, repr=False
    )
    worded: dict[tuple[Citation, tuple[Span, ...], int], str] = field(
        default_factory=dict, compare=False, repr=False
    )

    def place(self, citation: Citation) -> Place:
        """Return where the Sentence stands; ComposeError when it is not in the Dossier."""
        place = self.places.get(citation)
        if place is None:
            raise ComposeError(
                "A finding cites the sentence {sentence}, which is not in the library.",
                hint="Run the extraction again for the source {source}.",
                sentence=citation.sentence,
                source=citation.source,
            )
        return place

    def cite(self, citations: Iterable[Citation]) -> Cite:
        """Return a Cite by places in the Dossier; numbering turns these into Note numbers."""
        indexes = dict.fromkeys(self.place(citation).index for citation in citations)
        return Cite(tuple(indexes))

    def name(self, actor: ActorId) -> str:
        """Return the display name, or the phrase for an Actor that is not in the Dossier."""
        known = self.actors.get(actor)
        return plain(known.name) if known else self.phrases.say("actor.unknown")

    def party_of(self, actor: ActorId) -> ActorId | None:
        """Return the Party that an Actor speaks for."""
        known = self.actors.get(actor)
        return known.party if known else None


def prepare(dossier: Dossier, briefing: Briefing, phrases: Phrasebook) -> Context:
    """Index a Dossier, sorting all that it holds so that its order has no say."""
    evidence = dossier.evidence
    events = {event.id: event for event in evidence.events}
    chosen = tuple(events[event] for event in briefing.events if event in events)
    actors = {actor.id: actor for actor in evidence.actors}
    issues = shown_issues(evidence, briefing)
    return Context(
        evidence=evidence,
        briefing=briefing,
        phrases=phrases,
        sources={source.id: source for source in evidence.sources},
        places=_places(evidence.sources),
        sentences={source.id: _sentences(source) for source in evidence.sources},
        actors=actors,
        events=events,
        statements={statement.id: statement for statement in evidence.statements},
        on_issue=_on_issue(evidence.statements),
        issues=issues,
        chosen=chosen,
        parties=_parties(evidence, chosen, actors),
    )


def shown_issues(evidence: Evidence, briefing: Briefing) -> tuple[Issue, ...]:
    """Return the chosen Issues; when none was chosen, those spoken of, most often first."""
    issues = {issue.id: issue for issue in evidence.issues}
    chosen = tuple(issues[issue] for issue in dict.fromkeys(briefing.issues) if issue in issues)
    if chosen:
        return chosen
    spoken: Counter[IssueId] = Counter(
        issue for statement in evidence.statements for issue in statement.issues
    )
    spoken.update(issue for agreement in evidence.agreements for issue in agreement.issues)
    spoken.update(dispute.issue for dispute in evidence.disputes)
    found = [issue for issue in evidence.issues if spoken[issue.id]]
    return tuple(sorted(found, key=lambda issue: (-spoken[issue.id], issue.label, issue.id)))


def plain(label: str) -> str:
    """Return a label with single quotation marks: double ones are kept for Sources' words."""
    single = _OPENING.sub("‘", " ".join(label.split()))
    return _CLOSING.sub("’", single)


def _places(sources: Iterable[Source]) -> dict[Citation, Place]:
    places: dict[Citation, Place] = {}
    for source in sorted(sources, key=lambda source: source.id):
        for passage in source.passages:
            for sentence in passage.sentences:
                citation = Citation(source.id, sentence.id)
                places[citation] = Place(len(places), source, passage, sentence)
    return places


def _sentences(source: Source) -> tuple[Sentence, ...]:
    every = (sentence for passage in source.passages for sentence in passage.sentences)
    return tuple(sorted(every, key=lambda sentence: sentence.start))


def _on_issue(statements: Iterable[Statement]) -> dict[IssueId, tuple[Statement, ...]]:
    found: dict[IssueId, list[Statement]] = {}
    for statement in statements:
        for issue in dict.fromkeys(statement.issues):
            found.setdefault(issue, []).append(statement)
    return {issue: tuple(spoken) for issue, spoken in found.items()}


def _parties(
    evidence: Evidence, chosen: Iterable[Event], actors: Mapping[ActorId, Actor]
) -> tuple[ActorId, ...]:
    spoken = Counter(
        statement.party
        for statement in evidence.statements
        if statement.party is not None and not statement.commentary
    )
    found = meeting_parties(chosen, actors) or frozenset(spoken)
    return tuple(
        sorted(
            (party for party in found if party in actors),
            key=lambda party: (-spoken[party], actors[party].name, party),
        )
    )
