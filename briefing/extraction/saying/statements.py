"""What one speaker said or is reported to hold: attributions with Actors, Issues and mode."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.extraction.issues.issues import IssueTerms
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.speakers import Speaker, Speakers
from briefing.extraction.saying.told import Attribution, Told
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
_ONESELF = frozenset({"he", "she", "they", "it", "we", "i", "you"})
_MYSELF = frozenset({"i", "we"})
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

    What an interviewer asks is none; what they report of another is that one's.

    ``withheld`` are the cues that deny when negated ("has not confirmed").
    """
    found: dict[StatementId, Statement] = {}
    turns = sorted(span for one in told if one.labelled for span in one.attribution.content)
    for one in told:
        if one.asks or _is_within_own_turn(source.text, one, turns):
            continue
        a = one.attribution
        speaker = speakers.resolve(a.named, a.head)
        if not one.seen and not _may_speak(source, a, speaker, speakers):
            continue
        if _is_silence(source, one, speakers, withheld):
            continue
        for each in _sides(speaker):
            statement = _statement(source, one, each, quotes, terms, withheld)
            found.setdefault(statement.id, statement)
    return _second_hand(tuple(found.values()))


def _is_within_own_turn(text: str, told: Told, turns: Sequence[Span]) -> bool:
    """Tell "we reject that" in a turn, which is the turn's own Statement already."""
    a = told.attribution
    if told.labelled or not any(text[s.start : s.end].lower() in _MYSELF for s in a.speaker):
        return False
    at = bisect_right(turns, a.cue[0].start, key=lambda span: span.start) - 1
    return at >= 0 and a.cue[0].start < turns[at].end


def _second_hand(said: Sequence[Statement]) -> tuple[Statement, ...]:
    """Trust less what one side says that another side said: a claim, not a Position.

    "A diplomat for Egypt said that Ethiopia had threatened to leave" is Egypt's account; "she said
    that she hoped to return" is one Statement, told once.
    """
    near: dict[SentenceId, list[Statement]] = defaultdict(list)
    for statement in said:
        near[statement.sentence].append(statement)
    kept: list[Statement] = []
    for statement in said:
        around = [other for other in near[statement.sentence] if _holds(other, statement)]
        if any(_is_own(outer, statement) for outer in around):
            continue
        claimed = any(outer.party != statement.party for outer in around)
        confidence = min(statement.confidence, _CLAIMED) if claimed else statement.confidence
        kept.append(replace(statement, confidence=confidence))
    return tuple(kept)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether one Statement stands, cue and all, in the content of another."""
    if outer is inner or not inner.spans.cue:
        return False
    cue = inner.spans.cue[0]
    return any(span.start <= cue.start and cue.end <= span.end for span in outer.spans.content)


def _is_own(outer: Statement, inner: Statement) -> bool:
    """Tell the outer speaker's own words on what they hold from another's that they report."""
    same = (outer.speaker, outer.party) == (inner.speaker, inner.party)
    held = inner.act is Act.HELD and (same or inner.party is None)
    return held or inner.speaker_text.lower() in _ONESELF


def _may_speak(source: Source, told: Attribution, speaker: Speaker, speakers: Speakers) -> bool:
    """Keep known speakers, and unknown ones that are people: a name or a word for one.

    Anything may be the source of what is only said: "according to the report".
    """
    if speaker.actor or speaker.party or speaker.comments or speaker.sides:
        return True
    if told.act is Act.SAID and told.polarity is Polarity.NEUTRAL and told.speaker:
        return True
    words = [token for span in told.named for token in tokenise(source.text, *span)]
    named = any(t.is_capital for t in (words[1:] if len(words) > _FEW else words))
    return named or speakers.is_animate([token.lower for token in words])


def _is_silence(source: Source, told: Told, speakers: Speakers, withheld: frozenset[str]) -> bool:
    """Tell what was not said from what was: "did not say when", "neither of them mentioned"."""
    a = told.attribution
    cue = {w for s in a.cue for w in source.text[s.start : s.end].lower().split()}
    unsaid = a.negated and a.act is Act.SAID and a.polarity is Polarity.NEUTRAL
    first = source.text[a.named[0].start : a.named[0].end].lower().split()[:1] if a.speaker else []
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
    content = _content(text, a.content)
    cue = " ".join(text[s.start : s.end] for s in a.cue)
    comments = speaker.comments or (
        speaker.party is None and (source.kind in _COMMENTARY or _is_interviewed(text, told))
    )
    around = text[told.sentence.start : told.sentence.end]
    issues = terms.about(content) or terms.about(around) or terms.about(_before(source, told))
    mode = Mode.DIRECT if told.labelled else _mode(text, a.content, quotes)
    return Statement(
        id=StatementId(f"st-{digest(source.id, a.content, a.cue, speaker.party or '')}"),
        source=source.id,
        sentence=told.sentence.id,
        speaker=speaker.actor,
        speaker_text=" ".join(text[s.start : s.end] for s in a.named),
        party=speaker.party,
        on_behalf=speaker.on_behalf,
        act=a.act,
        mode=mode,
        cue=cue,
        content=content if mode is Mode.DIRECT or a.act is Act.HELD else _LEADING.sub("", content),
        polarity=_negated(a, cue, withheld) if a.negated else a.polarity,
        commentary=comments,
        issues=issues,
        event=None,
        confidence=round(_confidence(a.confidence, speaker), 2),
        spans=StatementSpans(a.speaker, a.cue, a.content),
        negated=a.negated,
        hedged=a.hedged,
    )


def _content(text: str, spans: Sequence[Span]) -> str:
    """Return the words of a content, "[…]" where it leaves out more than the end of a paragraph."""
    parts = [text[spans[0].start : spans[0].end]]
    for before, span in pairwise(spans):
        between = text[before.end : span.start].strip()
        parts += ["[…]"] if between else []
        parts.append(text[span.start : span.end])
    return " ".join(parts)


def _is_interviewed(text: str, told: Told) -> bool:
    """Tell a guest from an official, whose label a government's transcript has in capitals."""
    label = told.attribution.speaker[0]
    letters = [c for c in text[label.start : label.end] if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)  # "MR. McGRATH" has a small one
    return told.labelled and capitals * 3 < len(letters) * 2


def _before(source: Source, told: Told) -> str:
    """Return the Sentences before in the same Passage: what "there" and "such a ban" point to."""
    start = max(told.passage.start, told.sentence.start - _BACK)
    return source.text[start : told.sentence.start]


def _negated(told: Attribution, cue: str, withheld: frozenset[str]) -> Polarity:
    """Return what a cue does with the content when it is negated ("did not confirm")."""
    if told.polarity is Polarity.NEUTRAL:
        return Polarity.DENIES if withheld & set(cue.lower().split()) else Polarity.OPPOSES
    if told.polarity is Polarity.OFFERS and told.act is Act.HELD:  # "is not ready to"
        return Polarity.OPPOSES
    return _OPPOSITE[told.polarity]


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
