"""Reads speakers whose cue is no verb of theirs: owners, agents of a passive, who is quoted."""

from collections.abc import Iterator, Sequence

from briefing.extraction.lexicon import Cues, Form, Grammar, Sense, Shape
from briefing.extraction.saying.clauses import Clauses, Content
from briefing.extraction.saying.phrases import Phrase, Phrases
from briefing.extraction.saying.quotations import Quotations
from briefing.extraction.tokens import Token
from briefing.model.findings import Act, Polarity

_OWNERS = frozenset({"his", "her", "its", "their"})
_BETWEEN = 2  # adjectives between an owner and the noun
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_REST = frozenset({"of", "to", "that", "for", "about", "over"})
_PAST = frozenset({Form.PAST, Form.PARTICIPLE})

# (first and last token of the cue, its sense, the speaker, the content)
Found = tuple[int, int, Sense, Phrase, Content]


class IndirectCues:
    """Reads one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        quotes: Quotations,
        cues: Cues,
        words: Grammar,
        phrases: Phrases,
        clauses: Clauses,
    ) -> None:
        self._tokens = tokens
        self._quotes = quotes
        self._cues = cues
        self._words = words
        self._phrases = phrases
        self._word = phrases.lower
        self._clauses = clauses

    def read(self) -> Iterator[Found]:
        """Yield what is said by an owner, by the agent of a passive, and as somebody's words."""
        for index, token in enumerate(self._tokens):
            found: Found | None = None
            if token.lower in self._cues.nouns:
                found = self._owned(index, self._cues.nouns[token.lower])
            elif token.lower == "by":
                found = self._passive(index)
            elif token.lower == "saying" and self._word(index - 1) == "as":
                found = self._quoted(index)
            if found is not None and not self._quotes.inside(token.start):
                yield found

    def _owned(self, noun: int, sense: Sense) -> Found | None:
        """Read "Seoul's claim that …", "his call for …"."""
        link = noun + 1
        if self._word(link) not in sense.prepositions or link + 2 >= len(self._tokens):
            return None
        left = noun - 1
        while noun - left <= _BETWEEN and self._is_plain(left):
            left -= 1
        owner = self._owner(left)
        if owner is None:
            return None
        start = link if self._word(link) in {"that", "to"} else link + 1
        spans = self._clauses.spans(start, self._end(start, self._word(link) == "that"))
        return (noun, start - 1, sense, owner, Content(spans, 0.65)) if spans else None

    def _owner(self, index: int) -> Phrase | None:
        if self._word(index) in _OWNERS:
            return Phrase(index, index + 1, index + 1)
        if self._word(index) != "'s":
            return None
        start = index - 1
        while start > 0 and self._tokens[start].is_capital and self._tokens[start - 1].is_capital:
            start -= 1
        if not self._tokens[start].is_word:
            return None
        while start > 0 and not self._tokens[index - 1].is_capital:
            if self._word(start) in self._words.determiners:
                break
            if not self._phrases.is_noun_like(start - 1) and (
                self._word(start - 1) not in self._words.determiners
            ):
                break
            start -= 1
        return Phrase(start, index, index)

    def _is_plain(self, index: int) -> bool:
        word = self._word(index)
        return (
            self._phrases.is_noun_like(index)
            and word not in _OWNERS
            and word != "'s"
            and word not in self._words.pronouns
        )

    def _end(self, start: int, clause: bool) -> int:
        """Step to where the noun's complement ends: before the sentence's own verb, or a comma."""
        stop = self._clauses.end(start)
        verbs = 0
        for index in range(start + 1, stop):
            if self._quotes.inside(self._tokens[index].start):
                continue
            word = self._word(index)
            if word in {",", ";", "—", "–"} and index > start + 1:
                return index
            finite = word in self._words.finite or word in self._words.pasts
            own = finite and self._word(index - 1) not in self._words.auxiliaries
            verbs += own
            if (
                own
                and verbs > int(clause)
                and self._word(index - 1) not in self._words.conjunctions
            ):
                return index
        return stop

    def _passive(self, by: int) -> Found | None:
        """Read "was urged by Oslo to …" and "The plan was rejected by Oslo"."""
        verb = by - 1
        while verb > 0 and self._phrases.is_adverb(verb):
            verb -= 1
        lemma = next(
            (lem for lem, f in self._cues.forms.get(self._word(verb), ()) if f in _PAST), None
        )
        be = verb - 1
        while be > 0 and self._phrases.is_adverb(be):
            be -= 1
        if lemma is None or self._word(be) not in _BE:
            return None
        senses = [s for s in self._cues.senses.get(lemma, ()) if s.act is Act.SAID]
        agent = self._phrases.inverted(by)
        if not senses or agent is None:
            return None
        if self._word(agent.head_end) in _REST:
            rest = agent.head_end
            spans = self._clauses.spans(rest, self._clauses.end(rest))
        else:
            subject = self._phrases.subject(be)
            long = subject is not None and subject.end - subject.start > 1
            spans = self._clauses.spans(subject.start, subject.end) if subject and long else ()
        if not spans:
            return None
        return be, by, senses[0], agent, Content(spans, 0.65)

    def _quoted(self, saying: int) -> Found | None:
        """Read "was quoted as saying that …" and "quoted Lund as saying that …"."""
        verb = next(
            (i for i in range(saying - 2, 0, -1) if self._word(i) in {"quoted", "cited", "quotes"}),
            None,
        )
        if verb is None or saying + 1 >= len(self._tokens):
            return None
        passive = self._word(verb - 1) in _BE
        speaker = self._phrases.subject(verb - 1) if passive else self._phrases.inverted(verb)
        if speaker is None or speaker.start >= saying:
            return None
        spans = self._clauses.spans(saying + 1, self._clauses.end(saying + 1))
        sense = Sense(Act.SAID, Polarity.NEUTRAL, Shape.CLAUSE)
        first = verb - 1 if passive else saying - 1
        return (first, saying, sense, speaker, Content(spans, 0.8)) if spans else None
