"""Makes the network's proposals into attributions like those of the rules, and unites the two."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.extraction.lexicon import Cues, Grammar, Sense
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.saying.told import HEAD_OF_CONTENT, Attribution, Told
from briefing.extraction.tagging.proposals import Proposal
from briefing.extraction.tokens import QUOTES, Token, tokenise
from briefing.model.findings import Act, Polarity
from briefing.model.ids import PassageId
from briefing.model.source import Passage, Sentence, Source, Span

_TAIL = re.compile(r"(?<=\w)[,\s]+(?:(?:who|which|that)\s*)?$")
_RELATIVE = frozenset({"who", "which", "that"})
_SUPPOSING = frozenset({"should", "were", "if", "unless", "suppose"})
_SUPPOSED = 0.4  # below what a Position needs
_FIRST_PERSON = frozenset({"i", "we"})


def united(
    source: Source,
    ruled: Sequence[Told],
    proposals: Sequence[Proposal],
    quotes: Quotations,
    cues: Cues,
    words: Grammar,
) -> tuple[Told, ...]:
    """Return what rules and network find, once each, in the order of the text.

    The network decides on spans; a rule that saw the same cue decides what the cue does. Labelled
    turns of a transcript are the rules', and so are quotations that the network passed over.
    """
    at = _Places(source)
    turns = _Turns(ruled, at)
    told: list[Told] = []
    for proposal in proposals:
        place = at.find(proposal.cue.start)
        if place is None or source.text[place[1].start : place[1].end].rstrip().endswith("?"):
            continue  # a question tells of nobody that he said so
        trimmed = _trimmed(source.text, turns.without_label(proposal, place[0]))
        made = _told(source, trimmed, place, cues, words)
        if not turns.has(source.text, made):
            told.append(_whole_quotations(source.text, made, quotes))
    rules = defaultdict(list)
    for rule in ruled:
        rules[rule.sentence.id].append(rule)
    kept = [_informed(one, rules[one.sentence.id]) for one in told]
    covered = _Covered(span for one in kept for span in one.attribution.content)
    rest = [r for r in ruled if r.labelled or _is_missed(r, covered, quotes)]
    return tuple(sorted([*kept, *rest], key=lambda one: (one.sentence.start, one.attribution.cue)))


class _Places:
    """Finds the Passage and the Sentence of an offset."""

    def __init__(self, source: Source) -> None:
        self._rows = [(s.start, s.end, p, s) for p in source.passages for s in p.sentences]
        self._next = 0

    def find(self, offset: int) -> tuple[Passage, Sentence] | None:
        """Return where an offset stands; offsets are asked for in about the order of the text."""
        while self._next and self._rows[self._next - 1][1] > offset:
            self._next -= 1
        while self._next < len(self._rows) and self._rows[self._next][1] <= offset:
            self._next += 1
        if self._next == len(self._rows) or self._rows[self._next][0] > offset:
            return None
        return self._rows[self._next][2:]


def _told(
    source: Source,
    proposal: Proposal,
    place: tuple[Passage, Sentence],
    cues: Cues,
    words: Grammar,
) -> Told:
    tokens = tokenise(source.text, *proposal.cue)
    sense = _sense(tokens, cues)
    quoted = sense is None and any(
        mark in source.text[s:e] for s, e in proposal.content for mark in QUOTES
    )
    said = quoted or (sense is not None and sense.act is Act.SAID)
    stands_for = _antecedent(source.text, place[1], proposal, words)
    supposed = _is_supposed(source.text, place[1], proposal)
    named = stands_for or proposal.source
    attribution = Attribution(
        speaker=(proposal.source,) if proposal.source else (),
        head=_head(source.text, named) if named else None,
        stands_for=stands_for,
        cue=(proposal.cue,),
        content=proposal.content,
        act=Act.SAID if said else Act.HELD,
        polarity=sense.polarity if sense is not None else Polarity.NEUTRAL,
        negated=any(t.lower in words.negations or t.lower.endswith("n't") for t in tokens),
        hedged=supposed or _is_hedged(source.text, proposal, tokens, cues),
        confidence=min(proposal.confidence, _SUPPOSED) if supposed else proposal.confidence,
    )
    return Told(*place, attribution, seen=proposal.source is not None)


def _trimmed(text: str, proposal: Proposal) -> Proposal:
    """Cut what opens the next clause off a speaker: "a senior official, who"."""
    if proposal.source is None:
        return proposal
    start, end = proposal.source
    tail = _TAIL.search(text, start, end)
    return replace(proposal, source=Span(start, tail.start())) if tail else proposal


def _antecedent(text: str, sentence: Sentence, proposal: Proposal, words: Grammar) -> Span | None:
    """Return what a relative pronoun stands for: "an envoy, who said …"."""
    if proposal.source is None or text[slice(*proposal.source)].lower() not in _RELATIVE:
        return None
    tokens = tokenise(text, sentence.start, sentence.end)
    verb = next((i for i, t in enumerate(tokens) if t.start >= proposal.source.end), 0)
    phrase = Phrases(tokens, words).subject(verb) if verb else None
    return Span(tokens[phrase.start].start, tokens[phrase.end - 1].end) if phrase else None


def _is_supposed(text: str, sentence: Sentence, proposal: Proposal) -> bool:
    """Tell "Should the two decide to …" and "if Peru asks for …" from what was decided or asked."""
    start = min(proposal.cue.start, proposal.source.start if proposal.source else sentence.end)
    before = text[sentence.start : start]
    words = before.lower().split()
    opens = bool(words) and words[0] in _SUPPOSING and "," not in before
    return opens or (bool(words) and words[-1] in {"if", "unless"})


def _is_hedged(text: str, proposal: Proposal, cue: Sequence[Token], cues: Cues) -> bool:
    """Look for a hedge in the cue and among the first words of the content."""
    start, end = proposal.content[0]
    ahead = tokenise(text, start, end)[:HEAD_OF_CONTENT]
    return any(token.lower in cues.hedges for token in (*cue, *ahead))


def _sense(tokens: Sequence[Token], cues: Cues) -> Sense | None:
    """Return the first sense of the last word of a cue that the lexicon knows."""
    for token in reversed(tokens):
        for lemma, _ in cues.forms.get(token.lower, ()):
            for sense in cues.senses.get(lemma, ()):
                return sense
    return None


def _head(text: str, source: Span) -> Span:
    """Return the speaker before its first apposition."""
    comma = text.find(",", source.start, source.end)
    return Span(source.start, comma) if comma > source.start else source


def _whole_quotations(text: str, told: Told, quotes: Quotations) -> Told:
    """Let a content that takes the most of a quotation take all of it, to its last word."""
    a = told.attribution
    spans = list(a.content)
    for index, span in enumerate(spans):
        for quote in quotes.within(*span):
            shared = min(span.end, quote.end) - max(span.start, quote.start)
            if 2 * shared > quote.end - quote.start and not _holds(quote, a.cue):
                start, end = spans[index]
                marked = _with_marks(text, quote)
                spans[index] = Span(min(start, marked.start), max(end, marked.end))
    return replace(told, attribution=replace(a, content=_joined(spans)))


def _with_marks(text: str, quote: Span) -> Span:
    opened = quote.start > 0 and text[quote.start - 1] in QUOTES
    closed = quote.end < len(text) and text[quote.end] in QUOTES
    return Span(quote.start - opened, quote.end + closed)


def _holds(quote: Span, cue: Iterable[Span]) -> bool:
    return any(quote.start <= span.start < quote.end for span in cue)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


class _Turns:
    """The labelled turns of a transcript, by the Passages they stand in."""

    def __init__(self, ruled: Iterable[Told], at: _Places) -> None:
        self._found: dict[PassageId, list[Span]] = defaultdict(list)
        for rule in ruled:
            if rule.labelled:
                for span in rule.attribution.content:
                    place = at.find(span.start)
                    passage = place[0] if place is not None else rule.passage
                    self._found[passage.id].append(span)

    def without_label(self, proposal: Proposal, passage: Passage) -> Proposal:
        """Cut the label of the turn off a speaker who is named right behind it."""
        speaker = proposal.source
        starts = [s.start for s in self._found.get(passage.id, ()) if s.start >= passage.start]
        if speaker is None or not starts or not speaker.start < min(starts) < speaker.end:
            return proposal
        return replace(proposal, source=Span(min(starts), speaker.end))

    def has(self, text: str, told: Told) -> bool:
        """Tell what a labelled speaker says of himself, which the turn has already."""
        spans = self._found.get(told.passage.id)
        if spans is None:
            return False
        a = told.attribution
        if not any(s.start <= a.cue[0].start < s.end for s in spans):
            return True
        speaker = [text[s.start : s.end].lower() for s in a.speaker]
        return not speaker or speaker[0] in _FIRST_PERSON


class _Covered:
    """Stretches of text, to be asked whether another touches one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = _joined(spans)
        self._starts = [span.start for span in self._spans]

    def touches(self, span: Span) -> bool:
        """Tell whether a stretch shares a character with one of these."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._spans[at].end > span.start


def _informed(told: Told, rules: Sequence[Told]) -> Told:
    """Return the network's spans with what a rule that saw the same cue knows of it."""
    mine = told.attribution
    rule = next(
        (r for r in rules if not r.labelled and _overlap(r.attribution.cue, mine.cue)), None
    )
    if rule is None:
        return told
    other = rule.attribution
    changed = replace(
        mine,
        act=other.act,
        polarity=other.polarity,
        negated=other.negated,
        hedged=other.hedged or mine.hedged,
    )
    if mine.speaker and mine.speaker == other.speaker:
        changed = replace(changed, head=other.head, stands_for=other.stands_for)
    return replace(told, attribution=changed)


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def _is_missed(rule: Told, covered: _Covered, quotes: Quotations) -> bool:
    """Tell a quotation that the network gave to nobody."""
    content = rule.attribution.content
    quoted = any(quotes.within(*span) for span in content)
    return quoted and not any(covered.touches(span) for span in content)
