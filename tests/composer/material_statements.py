"""What is said in the made-up reports: one Statement of each polarity, and commentary."""

from material_texts import SOURCES, sentence_at, span

from briefing.model.findings import (
    Act,
    Mode,
    Polarity,
    Statement,
    StatementSpans,
)
from briefing.model.ids import (
    ActorId,
    EventId,
    IssueId,
    SourceId,
    StatementId,
)
from briefing.model.source import (
    Span,
)

VESTRIA, OSTMARK, KARSIA = ActorId("vestria"), ActorId("ostmark"), ActorId("karsia")
MIREL, TANNER, KOSK, PELL = (ActorId(a) for a in ("mirel", "tanner", "kosk", "pell"))
FISHING, BRIDGE, VISAS = IssueId("fishing"), IssueId("bridge"), IssueId("visas")
SUMMIT, OLD_TALKS, CLOSURE, NEXT = (
    EventId(e) for e in ("summit", "old-talks", "closure", "next-visit")
)


def cue_near(key: str, cue: str, piece: Span) -> Span:
    """Return where the cue stands in the Sentence in which the last piece of content ends."""
    for passage in SOURCES[key].passages:
        for sentence in passage.sentences:
            if sentence.start < piece.end <= sentence.end:
                start = SOURCES[key].text.index(cue, sentence.start, sentence.end)
                return Span(start, start + len(cue))
    raise ValueError(cue)


def statement(
    name: str,
    key: str,
    content: tuple[str, ...],
    cue: str,
    polarity: Polarity,
    *,
    speaker: ActorId | None,
    party: ActorId | None,
    issues: tuple[IssueId, ...],
    speaker_text: str = "",
    event: EventId | None = None,
    mode: Mode = Mode.INDIRECT,
    act: Act = Act.SAID,
    commentary: bool = False,
    confidence: float = 0.9,
) -> Statement:
    """Return a Statement whose spans are looked up in the text."""
    pieces = tuple(span(key, words) for words in content)
    cue_span = cue_near(key, cue, pieces[-1])
    return Statement(
        id=StatementId(name),
        source=SourceId(key),
        sentence=sentence_at(key, cue_span.start),
        speaker=speaker,
        speaker_text=speaker_text,
        party=party,
        on_behalf=None,
        act=act,
        mode=mode,
        cue=cue,
        content=" ".join(content),
        polarity=polarity,
        commentary=commentary,
        issues=issues,
        event=event,
        confidence=confidence,
        spans=StatementSpans((), (cue_span,), pieces),
    )


def statements() -> tuple[Statement, ...]:
    """Return every Statement of the matter."""
    return (
        statement(
            "t01",
            "s1",
            ("We want the fishing ban in the Sound lifted before winter,",),
            "said",
            Polarity.DEMANDS,
            speaker=MIREL,
            party=VESTRIA,
            issues=(FISHING,),
            event=SUMMIT,
            mode=Mode.DIRECT,
        ),
        statement(
            "t02",
            "s1",
            (
                "that Ostmark would keep the ban until fish stocks recover",
                '"a matter of survival" for the coast',
            ),
            "said",
            Polarity.OPPOSES,
            speaker=TANNER,
            party=OSTMARK,
            issues=(FISHING,),
            event=SUMMIT,
            mode=Mode.MIXED,
        ),
        statement(
            "t03",
            "s1",
            ("both sides were tired of the quarrel over the Sound",),
            "said",
            Polarity.NEUTRAL,
            speaker=None,
            party=None,
            speaker_text="a senior official",
            issues=(FISHING,),
        ),
        statement(
            "t04",
            "s1",
            ('"Not one of our crews crossed the line. We kept every rule,"',),
            "said",
            Polarity.DENIES,
            speaker=MIREL,
            party=VESTRIA,
            issues=(FISHING,),
            mode=Mode.DIRECT,
        ),
        statement(
            "t05",
            "s2",
            (
                "Ostmark is ready to pay for half of the Halden bridge",
                "work could begin once engineers had looked at the piers, the banks and the old "
                "toll houses on both shores, which nobody had entered for years",
            ),
            "told reporters",
            Polarity.OFFERS,
            speaker=TANNER,
            party=OSTMARK,
            issues=(BRIDGE,),
            event=SUMMIT,
        ),
        statement(
            "t06",
            "s2",
            ("had shut the border",),
            "denied",
            Polarity.DENIES,
            speaker=TANNER,
            party=OSTMARK,
            issues=(),
            event=SUMMIT,
            confidence=0.4,
        ),
        statement(
            "t07",
            "s3",
            ("The fishing ban will outlive this government",),
            "said",
            Polarity.NEUTRAL,
            speaker=PELL,
            party=None,
            issues=(FISHING,),
            commentary=True,
        ),
        statement(
            "t08",
            "s3",
            ("Karsia supports a shared fishing zone in the Sound",),
            "said",
            Polarity.SUPPORTS,
            speaker=KARSIA,
            party=KARSIA,
            issues=(FISHING,),
            act=Act.HELD,
        ),
        statement(
            "t09",
            "s4",
            ("We want the fishing ban in the Sound lifted before winter,",),
            "said",
            Polarity.DEMANDS,
            speaker=MIREL,
            party=VESTRIA,
            issues=(FISHING,),
            mode=Mode.DIRECT,
            confidence=0.7,
        ),
        statement(
            "t10",
            "s4",
            ("Travel without visas is welcome",),
            "noted",
            Polarity.SUPPORTS,
            speaker=KOSK,
            party=OSTMARK,
            issues=(VISAS,),
            confidence=0.45,
        ),
    )
