"""Which Parties settled something: those named with the verb, or those that "both sides" means."""

import re
from collections.abc import Iterable, Sequence

from briefing.extraction.names.mentions import Mention, MentionKind, Mentions
from briefing.extraction.settling.settling import Settled
from briefing.extraction.settling.settling_words import SettlingWords
from briefing.model.findings import Act, AgreementKind, Event, Statement
from briefing.model.ids import ActorId, SentenceId
from briefing.model.source import Passage, Sentence, Source, Span

_FEWEST = 2
_REACH = 600  # characters that "the two sides" may point back over
# Where a clause that has its own subject may begin, seen from the verb.
_OPENS = re.compile(
    r"[;:—–(“\"]|\b(?:that|after|before|while|when|where|as|because|since|although|though|if|said|says)\b"
    r"|,\s+(?:but|and|yet|so)\b",
    re.IGNORECASE,
)
# "Kenya, which borders Somalia, agreed": what stands between the commas is not the subject.
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|where|after|before|while|when|as|mediated|brokered|hosted|backed|following"
    r"|despite|once|long|unlike|like|alongside)\b[^,;]*(?:,|$)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^\s*(?:after|at|in|on|during|following|with|under|while|when|despite|by|as|for|since|before"
    r"|amid|asked|speaking|meeting|hosted|mediated)\b[^,;]*,",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[^,;]*,(?!\s*(?:[A-Z][\w’' ]+,)*\s*and\b)")
_RELATIVE = re.compile(r",?\s+(?:who|which)\s+(?:(?:had|have|has|also|\w+ly)\s+)*$", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:in|at|near|by|to|against|over|about|outside|into|across|towards?|for|like)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ONLY_HELPS = re.compile(
    r"[-–](?:backed|brokered|led|mediated|sponsored|drafted|hosted|based|born)"
)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:between|by|among|involving)\b", re.IGNORECASE)
_STOP = re.compile(
    r"[.;:]|,\s+(?:and|but|which|while|who|under|as|after|in)\b"
    r"|\b(?:on|over|to|that|under|for|at|in|aimed|covering|which|who|after|before|while|when|but|without)\b",
    re.IGNORECASE,
)


class Settlers:
    """Names the Parties of agreements in one Source.

    ``sides`` are the two that the Source speaks of most, ``events`` what it tells of.
    """

    def __init__(
        self,
        source: Source,
        mentions: Mentions,
        words: SettlingWords,
        sides: tuple[ActorId, ...],
        events: Sequence[Event],
    ) -> None:
        self._text = source.text
        self._mentions = mentions
        self._words = words
        self._sides = sides
        self._events: dict[SentenceId, tuple[ActorId, ...]] = {
            e.sources[0].sentence: e.participants for e in events
        }

    def of(
        self, passage: Passage, sentence: Sentence, one: Settled, said: Sequence[Statement]
    ) -> tuple[ActorId, ...]:
        """Return the Parties, in the order of the text; fewer than two where one alone acts.

        ``said`` are the Statements of the Sentence.
        """
        teller = covering(one, said)
        begin = max([sentence.start, *(_start_of(teller, one) if teller else ())])
        named, pair = self._subject(begin, one)
        read = () if named or pair else self._resolved(one, said)
        named = _distinct((*named, *read, *self._beside(one, sentence)))
        if len(named) >= _FEWEST:
            return named
        if self._words.opposite.search(self._text, begin, sentence.end) or pair:
            both = self._pair(passage, sentence, named, teller)
            if both:
                return both
        if named or one.joint:
            return self._with_teller(named, one, sentence, teller)
        return self._at_hand(one, sentence, passage) if one.passive else ()

    def _subject(self, begin: int, one: Settled) -> tuple[tuple[ActorId, ...], bool]:
        """Return the Parties before the verb, from the nearest clause that names any."""
        relative = _RELATIVE.search(self._text, begin, one.verb.start)
        if relative is not None:  # "the king, who had agreed": whoever is named last before it
            return self._named(begin, relative.start())[-1:], False
        cuts = [m.end() for m in _OPENS.finditer(self._text, begin, one.verb.start)]
        for cut in (*reversed(cuts), begin):
            aside = [Span(*m.span()) for m in _ASIDE.finditer(self._text, cut, one.verb.start)]
            clause = self._text[cut : one.verb.start]
            # "Although Russia objected, Norway and …": the clause that opened is over.
            lead = _LEADING.match(clause) or (cut != begin and _CLOSED.match(clause))
            starts = ([cut + lead.end()] if lead else []) + [cut]
            for start in starts:
                found = self._named(start, one.verb.start, aside)
                pair = self._is_pair(start, one, aside)
                if found or pair:
                    return found, pair
        return (), False

    def _is_pair(self, start: int, one: Settled, aside: Sequence[Span]) -> bool:
        stop = one.end if one.kind is AgreementKind.ANNOUNCED else one.verb.start
        return any(
            not any(a.start <= m.start() < a.end - 1 for a in aside)
            # "we decided": the speaker's own side; "we agreed": both.
            and not (one.joint and m.group().lower() == "we")
            for m in self._words.pair.finditer(self._text, start, stop)
        )

    def _named(self, start: int, end: int, aside: Sequence[Span] = ()) -> tuple[ActorId, ...]:
        return _distinct(
            m.party
            for m in self._mentions.within(start, end)
            if self._acts(m) and not any(a.start <= m.span.start < a.end for a in aside)
        )

    def _acts(self, mention: Mention) -> bool:
        """Tell a Party that acts from one where something is, or that only helps."""
        if mention.party is None or mention.kind is MentionKind.PLACE:
            return False
        text, span = self._text, mention.span
        where = _WHERE.search(text, max(0, span.start - 20), span.start)
        return where is None and not _ONLY_HELPS.match(text, span.end)

    def _resolved(self, one: Settled, said: Sequence[Statement]) -> Iterable[ActorId | None]:
        """Yield whom the Statement means whose cue is the verb: it has read "he" and "they"."""
        return (
            s.party
            for s in said
            if any(c.start < one.verb.end and one.verb.start < c.end for c in s.spans.cue)
        )

    def _beside(self, one: Settled, sentence: Sentence) -> tuple[ActorId, ...]:
        """Return the Parties after "with"; after "between" and "by" where it is in the passive."""
        found: list[ActorId] = []
        after = _WITH.finditer(self._text, one.verb.end, min(sentence.end, one.verb.end + 160))
        joints = [*after, *_BY.finditer(self._text, one.start, sentence.end)]
        for joint in joints:
            stop = _STOP.search(self._text, joint.end() + 1, sentence.end)
            end = stop.start() if stop else sentence.end
            by = joint.group().lower() != "with"
            many = self._named_in(joint.end(), end)
            if not by or one.passive or len(many) >= _FEWEST:
                found.extend(many)
        return tuple(found)

    def _named_in(self, start: int, end: int) -> tuple[ActorId, ...]:
        return _distinct(
            m.party for m in self._mentions.within(start, end) if m.kind is not MentionKind.PLACE
        )

    def _pair(
        self, passage: Passage, sentence: Sentence, named: tuple[ActorId, ...],
        teller: Statement | None,
    ) -> tuple[ActorId, ...]:  # fmt: skip
        """Return whom "the two sides" means: the last two named together, or the main ones."""
        ours = set(named) | ({teller.party} if teller and teller.party else set())
        near = self._last_two(passage, sentence)
        for both in (near, self._sides):
            if len(both) >= _FEWEST and ours <= set(both):
                return both
        return ()

    def _last_two(self, passage: Passage, sentence: Sentence) -> tuple[ActorId, ...]:
        """Return the two Parties, and no third, that the nearest Sentence of the Passage names."""
        for earlier in reversed(passage.sentences):
            if earlier.start >= sentence.start or sentence.start - earlier.start > _REACH:
                continue
            named = self._named(earlier.start, earlier.end)
            if len(named) == _FEWEST:
                return named
            if len(named) > _FEWEST:
                break
        return ()

    def _with_teller(
        self, named: tuple[ActorId, ...], one: Settled, sentence: Sentence,
        teller: Statement | None,
    ) -> tuple[ActorId, ...]:  # fmt: skip
        """Add the Party that tells of the other's consent, or that takes a promise up."""
        if len(named) == 1 and teller is not None and teller.party not in {None, *named}:
            return _distinct((*named, teller.party)) if not one.joint else named
        accepted = self._words.accepting.search(self._text, one.end, sentence.end)
        if accepted is not None and len(named) == 1:
            return _distinct((*named, *self._named(one.end, accepted.start())))
        return named

    def _at_hand(self, one: Settled, sentence: Sentence, passage: Passage) -> tuple[ActorId, ...]:
        """Return who took part in the event that the Sentence tells of, or the main sides."""
        actors = self._mentions.actors
        here = _distinct(
            actors[a].party or a for a in self._events.get(sentence.id, ()) if a in actors
        )
        if len(here) >= _FEWEST:
            return here
        after = self._named(one.verb.end, sentence.end)  # "it was agreed that A and B would …"
        if len(after) == _FEWEST:
            return after
        return self._last_two(passage, sentence) or self._sides


def covering(one: Settled, said: Sequence[Statement]) -> Statement | None:
    """Return the Statement in whose content the verb stands, the innermost of several."""
    around = [
        (span, s)
        for s in said
        for span in s.spans.content
        if span.start <= one.verb.start < span.end
        and not any(c.start < one.verb.end and one.verb.start < c.end for c in s.spans.cue)
        and s.act is Act.SAID
    ]
    return max(around, key=lambda row: row[0].start, default=(None, None))[1]


def _start_of(teller: Statement, one: Settled) -> tuple[int, ...]:
    return tuple(s.start for s in teller.spans.content if s.start <= one.verb.start < s.end)


def _distinct(parties: Iterable[ActorId | None]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(p for p in parties if p is not None))
