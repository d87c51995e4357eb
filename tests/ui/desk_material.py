"""A made-up matter of two invented states, small enough to count by hand, for the desk's tests."""

import datetime as dt

from briefing.model.evidence import Evidence
from briefing.model.findings import (
    Act,
    Citation,
    Dispute,
    DisputeStatus,
    Event,
    EventKind,
    EventStatus,
    Group,
    GroupKind,
    Mode,
    Polarity,
    Position,
    Precision,
    Statement,
    StatementSpans,
)
from briefing.model.ids import (
    ActorId,
    DisputeId,
    EventId,
    GroupId,
    IssueId,
    PassageId,
    SentenceId,
    SourceId,
    StatementId,
)
from briefing.model.people import Actor, ActorKind, Issue
from briefing.model.source import DateBasis, Passage, PassageKind, Sentence, Source, SourceKind

NORLAND, SUDRIA = ActorId("norland"), ActorId("sudria")
FERRY, TOLLS = IssueId("ferry"), IssueId("tolls")
TALKS, VISIT, CALL = EventId("event-talks"), EventId("event-visit"), EventId("event-call")

_TEXTS = {
    "alpha": (
        "Ferry talks open in Marl",
        "The Marl Courier",
        dt.date(2031, 3, 4),
        (
            (PassageKind.TITLE, "Ferry talks open in Marl"),
            (PassageKind.BOILERPLATE, "Subscribe to our letter."),
            (
                PassageKind.BODY,
                "Norland and Sudria opened talks on the ferry line. "
                "Norland said it would double the number of crossings. "
                "Sudria said tolls must fall first.",
            ),
            (PassageKind.COMMENT, "Great news! says a reader."),
        ),
    ),
    "beta": (
        "Sudria's minister to visit Norland",
        "Sudria Press Office",
        dt.date(2031, 3, 9),
        (
            (PassageKind.TITLE, "Sudria's minister to visit Norland"),
            (
                PassageKind.BODY,
                "The minister will visit Norland in April. "
                "Sudria said it was ready to cut tolls by half.",
            ),
        ),
    ),
    "gamma": (
        "A call between the two premiers",
        None,
        None,
        (
            (PassageKind.HEADING, "A call between the two premiers"),
            (PassageKind.LIST, "They spoke of the ferry talks in Marl."),
            (PassageKind.CAPTION, "The harbour of Marl, from the archive."),
        ),
    ),
}


def made_source(
    key: str,
    title: str,
    passages: tuple[tuple[PassageKind, str], ...],
    publisher: str | None = None,
    published: dt.date | None = None,
) -> Source:
    """Build a Source; every offset is counted from the texts, a Sentence ends at ". "."""
    text, made = "", []
    for number, (kind, words) in enumerate(passages):
        start = len(text)
        sentences, at = [], start
        for piece in words.replace(". ", ".\0").split("\0"):
            sentences.append(
                Sentence(SentenceId(f"{key}-{number}-{len(sentences)}"), at, at + len(piece))
            )
            at += len(piece) + 1
        text += words + "\n\n"
        span = (start, start + len(words))
        made.append(Passage(PassageId(f"{key}-{number}"), *span, kind, tuple(sentences)))
    basis = DateBasis.BYLINE if published else DateBasis.UNKNOWN
    return Source(
        SourceId(key), f"{key}.txt", title, publisher, published, basis, SourceKind.REPORT, "en",
        None, text, tuple(made),
    )  # fmt: skip


def cite(key: str, words: str) -> Citation:
    """Find the Sentence of a Source that holds the words."""
    source = next(one for one in SOURCES if one.id == key)
    for passage in source.passages:
        for one in passage.sentences:
            if words in source.text[one.start : one.end]:
                return Citation(source.id, one.id)
    raise AssertionError(words)


SOURCES = tuple(
    made_source(key, title, passages, publisher, published)
    for key, (title, publisher, published, passages) in _TEXTS.items()
)


def _statement(name: str, party: ActorId, words: str, source: str, issue: IssueId) -> Statement:
    where = cite(source, words)
    return Statement(
        StatementId(name), where.source, where.sentence, party, party.title(), party, None,
        Act.SAID, Mode.INDIRECT, "said", words, Polarity.NEUTRAL, False, (issue,), None, 0.9,
        StatementSpans((), (), ()),
    )  # fmt: skip


STATEMENTS = (
    _statement("st-1", NORLAND, "double the number of crossings", "alpha", FERRY),
    _statement("st-2", SUDRIA, "tolls must fall first", "alpha", TOLLS),
    _statement("st-3", SUDRIA, "ready to cut tolls by half", "beta", TOLLS),
)

EVENTS = (
    Event(
        CALL, EventKind.CALL, "Call of the premiers", None, None, Precision.UNKNOWN, None,
        (NORLAND, SUDRIA), EventStatus.UNKNOWN, (cite("gamma", "A call between"),),
    ),
    Event(
        TALKS, EventKind.TALKS, "Ferry talks in Marl", dt.date(2031, 3, 4), dt.date(2031, 3, 4),
        Precision.DAY, "Marl", (NORLAND, SUDRIA), EventStatus.HELD,
        (cite("alpha", "opened talks"), cite("gamma", "ferry talks")),
    ),
    Event(
        VISIT, EventKind.VISIT, "Minister's visit", dt.date(2031, 4, 1), dt.date(2031, 4, 30),
        Precision.MONTH, "Norland", (SUDRIA,), EventStatus.ANNOUNCED,
        (cite("beta", "will visit"),),
    ),
)  # fmt: skip

EVIDENCE = Evidence(
    sources=SOURCES,
    actors=(
        Actor(NORLAND, "Norland", ActorKind.STATE, NORLAND),
        Actor(SUDRIA, "Sudria", ActorKind.STATE, SUDRIA),
    ),
    events=EVENTS,
    issues=(Issue(FERRY, "Ferry line"), Issue(TOLLS, "Harbour tolls")),
    statements=STATEMENTS,
    disputes=(
        Dispute(
            DisputeId("dispute-tolls"), TOLLS, DisputeStatus.OPEN, None,
            (Position(SUDRIA, (StatementId("st-2"),)),),
        ),
    ),
    groups=(Group(GroupId("g"), GroupKind.NEAR_DUPLICATE, (SourceId("alpha"), SourceId("gamma"))),),
)  # fmt: skip
