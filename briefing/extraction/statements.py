"""What one speaker said or is reported to hold: attributions with Actors, Issues and mode."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.extraction.attributions import Told
from briefing.extraction.issues import IssueTerms
from briefing.extraction.quotations import Quotations
from briefing.extraction.speakers import Speaker, Speakers
from briefing.extraction.tokens import tokenise
from briefing.model.findings import Act, Mode, Polarity, Statement, StatementSpans
from briefing.model.ids import SentenceId, StatementId, digest
from briefing.model.source import Source, SourceKind, Span

_COMMENTARY = frozenset({SourceKind.COMMENTARY, SourceKind.INTERVIEW})
_NEARLY_ALL = 0.95
_WORD = re.compile(r"\w+")
_LEADING = re.compile(r"^(?:that|to)\s+", re.IGNORECASE)
_FEW = 3  # words; the first of more has its capital from the sentence
# "did not support" is against; "never refused" and "did not demand" are neither for nor against.
_OPPOSITE = {
    Polarity.SUPPORTS: Polarity.OPPOSES,
    Polarity.OPPOSES: Polarity.NEUTRAL,
    Polarity.DEMANDS: Polarity.NEUTRAL,
    Polarity.OFFERS: Polarity.NEUTRAL,
    Polarity.DENIES: Polarity.NEUTRAL,
}
_BACK = 800  # characters that "there" may point back over
_CLAIMED = 0.4  # below what a Position needs
# "asked not to be named" is about the telling, not the matter.
_MANNERS = re.compile(r"(?:not )?(?:to )?be (?:named|identified|quoted)\b", re.IGNORECASE)


def statements(
    source: Source,
    told: Sequence[Told],
    speakers: Speakers,
    quotes: Quotations,
    terms: IssueTerms,
    withheld: frozenset[str],
) -> tuple[Statement, ...]:
    """Return the Statements of a Source; one by both sides together is one Statement a side.

    ``withheld`` are the cues that deny when negated ("has not confirmed").
    """
    found: dict[StatementId, Statement] = {}
    for one in told:
        a = one.attribution
        speaker = speakers.resolve(a.speaker, a.head)
        if not _may_speak(source, a.speaker, speaker, speakers):
            continue
        if _is_silence(source, one, speakers, withheld):
            continue
        for each in _sides(speaker):
            statement = _statement(source, one, each, quotes, terms, withheld)
            found.setdefault(statement.id, statement)
    return _second_hand(tuple(found.values()))


def _second_hand(said: Sequence[Statement]) -> tuple[Statement, ...]:
    """Trust less what one side says that another side said: a claim, not a Position.

    "A diplomat for Egypt said that Ethiopia had threatened to leave" is Egypt's account.
    """
    near: dict[SentenceId, list[Statement]] = defaultdict(list)
    for statement in said:
        near[statement.sentence].append(statement)
    return tuple(
        replace(s, confidence=min(s.confidence, _CLAIMED)) if _is_claim(s, near[s.sentence]) else s
        for s in said
    )


def _is_claim(inner: Statement, near: Sequence[Statement]) -> bool:
    cue = inner.spans.cue[0] if inner.spans.cue else None
    return cue is not None and any(
        outer.party is not None
        and outer.party != inner.party
        and any(span.start <= cue.start and cue.end <= span.end for span in outer.spans.content)
        for outer in near
    )


def _may_speak(
    source: Source, phrase: Sequence[Span], speaker: Speaker, speakers: Speakers
) -> bool:
    """Keep known speakers, and unknown ones that are people: a name or a word for one."""
    if speaker.actor or speaker.party or speaker.comments or speaker.sides:
        return True
    words = [token for span in phrase for token in tokenise(source.text, *span)]
    named = any(t.is_capital for t in (words[1:] if len(words) > _FEW else words))
    return named or speakers.is_animate([token.lower for token in words])


def _is_silence(source: Source, told: Told, speakers: Speakers, withheld: frozenset[str]) -> bool:
    """Tell what was not said from what was: "did not say when", "neither of them mentioned"."""
    a = told.attribution
    cue = {w for s in a.cue for w in source.text[s.start : s.end].lower().split()}
    unsaid = a.negated and a.act is Act.SAID and a.polarity is Polarity.NEUTRAL
    first = (
        source.text[a.speaker[0].start : a.speaker[0].end].lower().split()[:1] if a.speaker else []
    )
    content = " ".join(source.text[s.start : s.end] for s in a.content)
    manners = _MANNERS.match(content) is not None
    return manners or (unsaid and not cue & withheld) or speakers.is_nobody(first)


def _sides(speaker: Speaker) -> tuple[Speaker, ...]:
    if not speaker.sides:
        return (speaker,)
    return tuple(Speaker(side, side, speaker.on_behalf, speaker.comments) for side in speaker.sides)


def _statement(
    source: Source,
    told: Told,
    speaker: Speaker,
    quotes: Quotations,
    terms: IssueTerms,
    withheld: frozenset[str],
) -> Statement:
    a = told.attribution
    text = source.text
    content = " […] ".join(text[s.start : s.end] for s in a.content)
    cue = " ".join(text[s.start : s.end] for s in a.cue)
    comments = speaker.comments or (
        speaker.party is None and (told.labelled or source.kind in _COMMENTARY)
    )
    around = text[told.sentence.start : told.sentence.end]
    issues = terms.about(content) or terms.about(around) or terms.about(_before(source, told))
    return Statement(
        id=StatementId(f"st-{digest(source.id, a.content, a.cue, speaker.party or '')}"),
        source=source.id,
        sentence=told.sentence.id,
        speaker=speaker.actor,
        speaker_text=" ".join(text[s.start : s.end] for s in a.speaker),
        party=speaker.party,
        on_behalf=speaker.on_behalf,
        act=a.act,
        mode=_mode(text, a.content, quotes),
        cue=cue,
        content=_LEADING.sub("", content) if a.act is Act.SAID else content,
        polarity=_negated(a.polarity, cue, withheld) if a.negated else a.polarity,
        commentary=comments,
        issues=issues,
        event=None,
        confidence=round(_confidence(a.confidence, speaker), 2),
        spans=StatementSpans(a.speaker, a.cue, a.content),
    )


def _before(source: Source, told: Told) -> str:
    """Return the Sentences before in the same Passage: what "there" and "such a ban" point to."""
    start = max(told.passage.start, told.sentence.start - _BACK)
    return source.text[start : told.sentence.start]


def _negated(polarity: Polarity, cue: str, withheld: frozenset[str]) -> Polarity:
    """Return what a cue does with the content when it is negated ("did not confirm")."""
    if polarity is Polarity.NEUTRAL:
        return Polarity.DENIES if withheld & set(cue.lower().split()) else Polarity.OPPOSES
    return _OPPOSITE[polarity]


def _confidence(shape: float, speaker: Speaker) -> float:
    known = speaker.actor is not None or speaker.party is not None or speaker.comments
    return max(0.1, shape if known else shape - 0.2)


def _mode(text: str, content: Sequence[Span], quotes: Quotations) -> Mode:
    """Tell by the share of content words in quotation marks: nearly all, some or none."""
    words = [
        m.start() + span.start
        for span in content
        for m in _WORD.finditer(text[span.start : span.end])
    ]
    quoted = sum(quotes.inside(at) for at in words)
    if not words or quoted == 0:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= _NEARLY_ALL * len(words) else Mode.MIXED
