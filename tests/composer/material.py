"""A made-up matter between two invented states, as Evidence with real offsets.

Vestria and Ostmark meet at Halden; Karsia looks on. Every Finding is built from words looked up in
the texts below, so an offset cannot drift from the text.
"""

import datetime as dt

from material_statements import (
    BRIDGE,
    CLOSURE,
    FISHING,
    KARSIA,
    KOSK,
    MIREL,
    NEXT,
    OLD_TALKS,
    OSTMARK,
    PELL,
    SUMMIT,
    TANNER,
    VESTRIA,
    VISAS,
    statements,
)
from material_texts import SOURCES, telling

from briefing.model.briefing import Briefing, Meeting, OwnText
from briefing.model.evidence import Evidence
from briefing.model.findings import (
    Account,
    Agreement,
    AgreementKind,
    Citation,
    Dispute,
    DisputeStatus,
    Divergence,
    DivergenceKind,
    Event,
    EventKind,
    EventStatus,
    Group,
    GroupKind,
    Position,
    Precision,
)
from briefing.model.ids import (
    ActorId,
    AgreementId,
    BriefingId,
    DisputeId,
    DivergenceId,
    EventId,
    GroupId,
    IssueId,
    SourceId,
    StatementId,
)
from briefing.model.people import Actor, ActorKind, Issue, Office


def _actors() -> tuple[Actor, ...]:
    def state(actor: ActorId, name: str) -> Actor:
        return Actor(actor, name, ActorKind.STATE, actor)

    offices = (
        Office("Minister of Fisheries", dt.date(2020, 1, 1), dt.date(2028, 12, 31)),
        Office("President", dt.date(2029, 1, 1), None),
    )
    return (
        state(VESTRIA, "Vestria"),
        state(OSTMARK, "Ostmark"),
        state(KARSIA, "Karsia"),
        Actor(MIREL, "Ada Mirel", ActorKind.PERSON, VESTRIA, (), offices, "Mirel"),
        Actor(TANNER, "Jon Tanner", ActorKind.PERSON, OSTMARK, (), (Office("Premier"),), "Tanner"),
        Actor(KOSK, "Ila Kosk", ActorKind.PERSON, OSTMARK, (), (), "Kosk"),
        Actor(PELL, "Oren Pell", ActorKind.PERSON, None, (), (), "Pell"),
    )


def event(
    name: EventId,
    kind: EventKind,
    title: str,
    dates: tuple[dt.date | None, dt.date | None, Precision],
    participants: tuple[ActorId, ...],
    status: EventStatus,
    sources: tuple[Citation, ...],
) -> Event:
    """Return an Event without a place, which no Section prints."""
    start, end, precision = dates
    return Event(name, kind, title, start, end, precision, None, participants, status, sources)


def _events() -> tuple[Event, ...]:
    held = EventStatus.HELD
    day = dt.date(2031, 5, 4)
    return (
        event(
            SUMMIT,
            EventKind.SUMMIT,
            "summit at Halden",
            (day, day, Precision.DAY),
            (MIREL, TANNER, VESTRIA, OSTMARK),
            held,
            (
                telling("s1", "President Ada Mirel of Vestria"),
                telling("s2", "Premier Jon Tanner re"),
            ),
        ),
        event(
            OLD_TALKS,
            EventKind.TALKS,
            "talks at Brack",
            (dt.date(2027, 1, 1), dt.date(2027, 12, 31), Precision.YEAR),
            (VESTRIA, OSTMARK),
            held,
            (telling("s3", "The dispute over the Sound"),),
        ),
        event(
            CLOSURE,
            EventKind.PROTEST,
            "closure of the border",
            (dt.date(2029, 1, 1), dt.date(2029, 12, 31), Precision.YEAR),
            (OSTMARK,),
            held,
            (telling("s3", "The border was closed"),),
        ),
        event(
            NEXT,
            EventKind.VISIT,
            "visit of the Foreign Minister",
            (dt.date(2031, 6, 1), dt.date(2031, 6, 30), Precision.MONTH),
            (KOSK, VESTRIA),
            EventStatus.ANNOUNCED,
            (telling("s2", "Foreign Minister Ila Kosk"),),
        ),
    )


def _agreements() -> tuple[Agreement, ...]:
    signed = "signed a memorandum on rebuilding the Halden bridge"
    return (
        Agreement(
            AgreementId("a1"),
            SourceId("s1"),
            (telling("s1", signed).sentence,),
            AgreementKind.SIGNED,
            (VESTRIA, OSTMARK),
            signed,
            None,
            None,
            (BRIDGE,),
            SUMMIT,
        ),
        Agreement(
            AgreementId("a2"),
            SourceId("s1"),
            (telling("s1", "Six agreements").sentence,),
            AgreementKind.SIGNED,
            (),
            "Six agreements were signed in all",
            VESTRIA,
            6,
            (),
            SUMMIT,
        ),
        Agreement(
            AgreementId("a3"),
            SourceId("s1"),
            (telling("s1", "agreed to hold").sentence,),
            AgreementKind.PLANNED,
            (VESTRIA, OSTMARK),
            "talks on visas",
            None,
            None,
            (VISAS,),
            None,
        ),
    )


def evidence() -> Evidence:
    """Return the whole matter."""
    fishing = Dispute(
        DisputeId("d1"),
        FISHING,
        DisputeStatus.OPEN,
        dt.date(2027, 1, 1),
        (
            Position(VESTRIA, (StatementId("t01"), StatementId("t04"))),
            Position(OSTMARK, (StatementId("t02"),)),
        ),
        (telling("s3", "The dispute over the Sound"),),
    )
    six, five = telling("s1", "Six agreements"), telling("s2", "Five agreements")
    figures = Divergence(
        DivergenceId("v1"),
        "number of agreements signed",
        DivergenceKind.FIGURE,
        (Account(six.source, six.sentence, "6"), Account(five.source, five.sentence, "5")),
    )
    return Evidence(
        sources=tuple(SOURCES.values()),
        actors=_actors(),
        events=_events(),
        issues=(
            Issue(FISHING, 'Fishing in the "Sound"'),
            Issue(BRIDGE, "Halden bridge"),
            Issue(VISAS, "Visas"),
        ),
        statements=statements(),
        agreements=_agreements(),
        disputes=(fishing,),
        divergences=(figures,),
        groups=(Group(GroupId("g1"), GroupKind.NEAR_DUPLICATE, (SourceId("s1"), SourceId("s4"))),),
    )


def briefing(
    events: tuple[EventId, ...] = (SUMMIT,),
    issues: tuple[IssueId, ...] = (FISHING, BRIDGE, VISAS),
    template: str = "meeting-brief",
    left_out: tuple[str, ...] = (),
) -> Briefing:
    """Return a Briefing for the meeting after the summit."""
    return Briefing(
        id=BriefingId("b1"),
        title="",
        template=template,
        events=events,
        issues=issues,
        left_out=left_out,
        meeting=Meeting("Second round", dt.date(2031, 6, 2), "Halden", "The Minister", ""),
        own_texts=(OwnText("press_line", 'We go to Halden in "good heart".'),),
        marking="FOR OFFICIAL USE",
    )
