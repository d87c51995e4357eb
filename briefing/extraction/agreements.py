"""What Parties settled, in the Source's words, with who announced it and how many there are."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from briefing.extraction.dates import dates
from briefing.extraction.issues import IssueTerms
from briefing.extraction.mentions import MentionKind, Mentions
from briefing.extraction.numbers import NUMBER_WORDS
from briefing.model.findings import Act, Agreement, AgreementKind, Statement
from briefing.model.ids import ActorId, AgreementId, SentenceId, digest
from briefing.model.source import SET_ASIDE, PassageKind, Sentence, Source, Span

_INSTRUMENT = (
    r"(?:agreements?|accords?|pacts?|treat(?:y|ies)|memorand(?:um|a|ums)(?: of understanding)?"
    r"|MOUs?|MoUs?|deals?|contracts?|protocols?|conventions?|documents?|declarations?"
    r"|joint statements?|communiqu[eé]s?)"
)
_SIGNED = re.compile(
    rf"\b(?:sign(?:ed|s|ing)|inked|initialled|concluded)\b[^.;,]{{0,80}}?\b{_INSTRUMENT}\b"
    rf"|\b{_INSTRUMENT}\b[^.;]{{0,60}}?\b(?:was|were|been) signed\b"
    rf"|\b(?:produced|yielded|resulted in|led to|brought)\b[^.;]{{0,40}}?\b{_INSTRUMENT}\b",
    re.IGNORECASE,
)
_UNDERSTANDING = re.compile(
    r"\b(?:agree|decided|resolved|consented)\s+(?:\w+ly\s+)?(?:to|on|that|in|upon)\b"
    r"|\b(?:agreed|concurred)\b(?=[^.;]{0,40}\b(?:to|on|that|in|upon)\b|,)"
    r"|\breached (?:an? |the )?(?:\w+ ){0,2}"
    r"(?:agreement|understanding|consensus|deal|accord|compromise)\b"
    r"|\b(?:consensus|common ground|understanding) (?:was )?(?:reached|found)\b"
    r"|\bwe (?:have )?(?:agreed|decided)\b|\bwith an agreement\b"
    r"|\b[Uu]nder the (?:agreement|deal|accord|pact|understanding|terms|treaty)\b"
    r"|\b(?:concurred|shared the view|share the view|shared an understanding"
    r"|(?:leaders|sides|countries|governments|presidents|ministers)"
    r" (?:acknowledged|recogni[sz]ed|affirmed|reaffirmed|pledged|undertook))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:will|plan(?:ned|s)? to|are to|is to|intend(?:s)? to|expected to|set to)\b"
    r"[^.;]{0,40}\b(?:sign|conclude|hold|convene)\b"
    r"|\bplanned (?:\w+[- ]){0,3}(?:talks|meeting|consultations|negotiations)\b",
    re.IGNORECASE,
)
_NEIGHBOURS = 8  # remarks of commentators that may reach into one Sentence
_ANNOUNCED = re.compile(r"\b(?:announced|unveiled|pledged|committed)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|could|would|might|may|failed to|did not|not|never|yet to|refused to"
    r"|unlikely|expected to|hop(?:e|es|ed|ing) to|want(?:s|ed)? to|urged?|call(?:ed|s)? on)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|refused? to|unlikely)\b[^.;]{0,30}$", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no longer)\b|n[’']t\b", re.IGNORECASE)
# "agreed with his host to …": the other side stands in a word.
_WITH_HOST = re.compile(
    r"\bagreed with (?:his|her|their|its) (?:\w+ )?"
    r"(?:host|guest|counterpart|visitor|opposite number)s?\b"
)
_SEVERAL = {word: number for word, number in NUMBER_WORDS.items() if number > 1}
_COUNT = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(_SEVERAL)})\s+"
    rf"(?:(?!\d)[\w-]+\s+){{0,4}}?{_INSTRUMENT}\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:both|two) "
    r"(?:sides|countries|leaders|nations|governments|parties|ministers|presidents|capitals)\b"
    r"|\bthe (?:leaders|sides|two|pair|ministers|summit|talks|meeting|visit|countries)\b"
    r"|\bwe\b|\bthey\b|\bjoint(?:ly)?\b",
    re.IGNORECASE,
)


def agreements(
    source: Source,
    mentions: Mentions,
    statements: Sequence[Statement],
    terms: IssueTerms,
    sides: tuple[ActorId, ...],
) -> tuple[Agreement, ...]:
    """Return the Agreements of a Source, one a Sentence: who settled what is in its words."""
    found: list[Agreement] = []
    commented = sorted(c for s in statements if s.commentary for c in s.spans.content)
    told: dict[SentenceId, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.sentence].append(statement)
    for passage in source.passages:
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        for sentence in passage.sentences:
            kind = _kind(source.text, sentence)
            if kind is None:
                continue
            parties = _parties(source, mentions, sentence, sides)
            if len(parties) > 1 and not _is_commented(sentence, commented):
                here = told[sentence.id]
                found.append(_agreement(source, sentence, kind, parties, here, terms))
    return tuple(found)


def _is_commented(sentence: Sentence, commented: Sequence[Span]) -> bool:
    """Tell whether the Sentence stands in what a commentator says; the spans are sorted."""
    last = bisect_right(commented, Span(sentence.end, sentence.end))
    return any(
        c.start <= sentence.start < c.end or (sentence.start <= c.start + 1 <= sentence.end)
        for c in commented[max(0, last - _NEIGHBOURS) : last]
    )


def _kind(text: str, sentence: Sentence) -> AgreementKind | None:
    """Return how firm the Sentence says it is; None when it tells of none, or of one not made."""
    for pattern, kind in (
        (_PLANNED, AgreementKind.PLANNED),
        (_SIGNED, AgreementKind.SIGNED),
        (_UNDERSTANDING, AgreementKind.UNDERSTANDING),
    ):
        match = pattern.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        pattern_of_none = _DENIED if kind is AgreementKind.PLANNED else _UNREAL
        if pattern_of_none.search(text, sentence.start, match.start()) or _NOT.search(
            match.group()
        ):
            continue
        announced = kind is AgreementKind.UNDERSTANDING and _ANNOUNCED.search(
            text, sentence.start, match.start()
        )
        return AgreementKind.ANNOUNCED if announced else kind
    return None


def _parties(
    source: Source, mentions: Mentions, sentence: Sentence, sides: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return who settled it: the Parties named before the verb, or both sides of the matter."""
    text = source.text
    trigger = min(
        (
            m.start()
            for p in (_SIGNED, _UNDERSTANDING, _PLANNED)
            if (m := p.search(text, sentence.start, sentence.end))
        ),
        default=sentence.end,
    )
    named = tuple(
        dict.fromkeys(
            m.party
            for m in mentions.within(sentence.start, trigger)
            if m.party is not None and m.kind is not MentionKind.PLACE
        )
    )
    if len(named) > 1:
        return named
    host = _WITH_HOST.search(text, sentence.start, sentence.end)
    if host is not None and set(named) <= set(sides):
        return sides
    # "Xi agreed" settles nothing by itself: both sides must be the ones who agree.
    bare = text[trigger : trigger + 9].lower().startswith(("agreed", "concurred"))
    both = _BOTH.search(text, sentence.start, trigger if bare else sentence.end)
    ours = set(named) <= set(sides)
    signed = _SIGNED.search(text, sentence.start, sentence.end)
    return sides if ours and (both or (signed and not named)) else named


def _announcer(sentence: Sentence, statements: Sequence[Statement]) -> ActorId | None:
    """Return who told of it in that Sentence; the Parties that agree are not their own heralds."""
    for statement in statements:
        here = statement.sentence == sentence.id and statement.act is Act.SAID
        if here and not statement.commentary and "agree" not in statement.cue.lower():
            return statement.speaker or statement.party
    return None


def _agreement(
    source: Source,
    sentence: Sentence,
    kind: AgreementKind,
    parties: tuple[ActorId, ...],
    statements: Sequence[Statement],
    terms: IssueTerms,
) -> Agreement:
    text = source.text[sentence.start : sentence.end]
    announced = _announcer(sentence, statements)
    match = _COUNT.search(text)
    count = None
    if match is not None:
        word = match["count"].lower()
        count = int(word) if word.isdigit() else _SEVERAL[word]
    when = dates(source.text, sentence.start, sentence.end, source.published)
    future = bool(when) and source.published is not None and when[0].start > source.published
    return Agreement(
        id=AgreementId(f"ag-{digest(source.id, sentence.start)}"),
        source=source.id,
        sentences=(sentence.id,),
        kind=AgreementKind.PLANNED if future and kind is AgreementKind.SIGNED else kind,
        parties=parties,
        text=text,
        announced_by=announced,
        count=count,
        issues=terms.about(text),
        event=None,
    )
