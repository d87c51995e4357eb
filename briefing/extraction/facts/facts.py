"""What one side did, to or with another: the Facts of a Source, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefing.extraction.facts.facts_clauses import Reach
from briefing.extraction.facts.facts_deeds import Deed, dated
from briefing.extraction.facts.facts_entries import EntryReader
from briefing.extraction.facts.facts_kinds import KindReader, Reading
from briefing.extraction.facts.facts_lexicon import FactWords
from briefing.extraction.facts.facts_named import Side, Touched, sides
from briefing.extraction.facts.facts_sides import SideReader
from briefing.extraction.facts.facts_verbs import Shape, Verb, VerbReader
from briefing.extraction.lexicon import Grammar
from briefing.extraction.names.mentions import MentionKind, Mentions
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.saying.speakers import Speakers
from briefing.extraction.tokens import Token, tokenise
from briefing.model.facts import Fact, FactKind
from briefing.model.ids import ActorId
from briefing.model.source import SET_ASIDE, PassageKind, Source, Span

# What each takes from the confidence.
_LED_BACK = 0.1
_SUBORDINATE, _OWN, _NOBODY, _THING, _SHAKY, _RELATIVE = 0.15, 0.2, 0.2, 0.2, 0.15, 0.15
_LONGEST_CUE = 9  # tokens; of a longer one the verb alone is kept
_NOMINAL = 0.5
_OWED = 0.7
_LEAST = 0.1
_LONGEST_SENTENCE = 250  # tokens; a longer one is a table or a list without stops


def facts(
    source: Source,
    mentions: Mentions,
    words: FactWords,
    grammar: Grammar,
    speakers: Speakers | None = None,
) -> tuple[Fact, ...]:
    """Return the Facts of a Source in the order of the text; captions are not read.

    ``speakers`` lead "she" and "the minister" back to a Party; without them such have none.

    What stands under a condition, and what somebody is only said to want or to fear of another, is
    no Fact; what is threatened, refused or demanded is one of that class.
    """
    found: list[Fact] = []
    back = partial(_led_back, speakers)
    for passage in source.passages:
        if passage.kind in SET_ASIDE or passage.kind is PassageKind.CAPTION:
            continue
        for sentence in passage.sentences:
            here = mentions.within(sentence.start, sentence.end)
            if not any(m.party is not None for m in here):
                continue
            tokens = tokenise(source.text, sentence.start, sentence.end)
            if len(tokens) > _LONGEST_SENTENCE:
                continue
            nations = frozenset(
                index
                for index, token in enumerate(tokens)
                for m in here
                if m.kind is MentionKind.DEMONYM and m.span.start <= token.start < m.span.end
            )
            named = SideReader(
                tokens, Phrases(tokens, grammar), grammar, words, sides(tokens, here), back
            )
            deeds = _SentenceDeeds(tokens, words, grammar, nations, named).read()
            found.extend(dated(source, sentence, tokens, deeds))
    return tuple(found)


def _led_back(speakers: Speakers | None, span: Span) -> tuple[ActorId, ...]:
    if speakers is None:
        return ()
    found = speakers.resolve((span,), span)
    return found.sides or ((found.party,) if found.party is not None else ())


class _SentenceDeeds:
    """Reads the deeds of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        words: FactWords,
        grammar: Grammar,
        nations: frozenset[int],
        named: SideReader,
    ) -> None:
        self._tokens = tokens
        self._words = words
        phrases = Phrases(tokens, grammar)
        self._word = phrases.lower
        self._verbs = VerbReader(tokens, phrases, grammar, words, nations).read()
        self._reach = Reach(tokens, phrases, grammar, words, self._verbs)
        self._entries = EntryReader(tokens, phrases, grammar, words, self._reach)
        self._kinds = KindReader(phrases, words, self._verbs, self._reach, self._entries)
        self._sides = named
        self._relative = self._of_relative_clauses()

    def read(self) -> tuple[Deed, ...]:
        """Return the deeds that verbs tell; where there are none, those that nouns tell."""
        for way in (self._by_tail, self._by_verbs, self._by_purpose, self._by_nouns):
            found = tuple(way())
            if found:
                return found
        return ()

    def _of_relative_clauses(self) -> frozenset[Verb]:
        """Return the verbs whose subject is "that" or "which", and those joined to them."""
        found: set[Verb] = set()
        before: Verb | None = None
        for verb in self._verbs:
            if verb.shape is Shape.FINITE:
                joined = self._word(verb.left) in {"and", "but", "or"} and before in found
                if joined or self._sides.is_told_of(verb):
                    found.add(verb)
                before = verb
        return frozenset(found)

    def _by_verbs(self) -> Iterator[Deed]:
        before: tuple[Side, ...] = ()
        floor, opaque_to = self._reach.start, 0
        for verb in self._verbs:
            if verb.shape is not Shape.FINITE or not self._reach.start <= verb.at < self._reach.end:
                continue
            actors = self._sides.subject(verb, floor, before)
            floor = verb.at + 1
            if verb.at < opaque_to or self._reach.is_supposed(verb):
                continue
            if self._reach.is_report(verb):
                duty = self._duty(verb, actors)
                if duty is not None:
                    yield duty
                    opaque_to = self._reach.whole(verb)
                if duty is not None or self._reach.content(verb) is not None:
                    before = actors
                    continue
            told = self._kinds.read(verb) if not self._sides.is_nobody(verb) else None
            if told is not None:
                yield from self._deed(verb, told, actors)
                if told.opaque:
                    opaque_to = self._reach.whole(verb)
            before = actors or before

    def _duty(self, verb: Verb, actors: tuple[Side, ...]) -> Deed | None:
        """Read "Russia said that Sudan must …", "Laos said Thailand was responsible"."""
        return self._owed(verb.at + 1, self._first_finite(verb), actors)

    def _owed(self, start: int, end: int, actors: tuple[Side, ...]) -> Deed | None:
        """Read what is said to be another's duty or fault: a demand, or blame."""
        for index in range(start, end):
            kind = self._kinds.owed(index)
            if kind is None:
                continue
            touched = self._sides.objects(start, (index,), actors, at_home=True)
            if touched.other and actors:
                need = self._word(index) in self._words.closed["needs"]
                sure = _NOMINAL if need else _OWED
                return Deed(kind, actors, touched.sides, (index, index), sure)
            return None
        return None

    def _by_tail(self) -> Iterator[Deed]:
        """Read "Egypt should open the crossing, Jordan said"."""
        tail = self._sides.within(self._reach.end, len(self._tokens))
        first = next((v.at for v in self._verbs if self._reach.is_report(v)), self._reach.end)
        deed = self._owed(self._reach.start, min(first, self._reach.end), tail[:1])
        if deed is not None:
            yield deed

    def _first_finite(self, verb: Verb) -> int:
        """Return where the next verb stands that tells of a deed, or the end."""
        later = (v.at for v in self._verbs if v.at > verb.at and v.shape is Shape.FINITE)
        return next(later, self._reach.end)

    def _deed(self, verb: Verb, told: Reading, actors: tuple[Side, ...]) -> Iterator[Deed]:
        clause, whole = self._reach.of(verb), self._reach.whole(verb)
        last = max(verb.at, min(told.last, whole - 1))
        cue = (verb.at, last if last - verb.at < _LONGEST_CUE else verb.at)
        suffers = bool(set(verb.lemmas) & self._words.suffering)
        if verb.passive or suffers:
            by, here = self._sides.agent(verb, whole if suffers else clause)
            if here and told.kind in self._words.outward:
                by = ()  # "was signed in Lima" tells the place alone
            suffered = actors or self._home(verb, by)
            touched = Touched(suffered, bool(by and suffered), shaky=here)
            actors = by
        else:
            if told.kind not in self._words.outward:
                actors = actors or self._home(verb, self._sides.where(verb.at + 1, clause))
            touched = self._touched(verb, told, actors, clause, whole)
            if not actors and told.kind not in self._words.outward:
                actors = self._home(verb, self._sides.ruled(touched.sides))
                touched = replace(touched, other=not actors)
        if not (actors or touched.sides):
            return
        sure = max(_LEAST, round(told.confidence - self._doubt(verb, actors, touched), 2))
        protests = self._entries.is_crowd(verb) and told.kind in self._words.hostile
        kind = FactKind.PROTEST if protests else told.kind
        yield Deed(kind, actors, touched.sides, cue, sure)

    def _doubt(self, verb: Verb, actors: tuple[Side, ...], touched: Touched) -> float:
        """Return what is taken from the confidence for who acts and who is touched."""
        doubt = _SUBORDINATE if self._reach.is_subordinate(verb) else 0.0
        if not verb.passive and not self._sides.is_agent(verb):
            doubt += _THING
        if verb in self._relative:
            doubt += _RELATIVE
        if any(side.led_back for side in actors):
            doubt += _LED_BACK
        if touched.shaky and touched.sides:
            doubt += _SHAKY
        if not actors:
            return doubt + _NOBODY
        return doubt if touched.other else doubt + _OWN

    def _home(self, verb: Verb, state: tuple[Side, ...]) -> tuple[Side, ...]:
        """Return the state of a subject that is named after none: "rebels", "the president"."""
        start = self._reach.start
        led = any("-" in t.text and t.is_capital for t in self._tokens[start : verb.left + 1])
        return state if not led and self._sides.domestic(start, verb.left + 1) else ()

    def _touched(
        self, verb: Verb, told: Reading, actors: tuple[Side, ...], clause: int, whole: int
    ) -> Touched:
        """Return whom it touches; two sides that do it together need nobody else."""
        stretches = (self._own_object(verb, told, clause), clause, whole)
        at_home = told.kind is not FactKind.MOBILIZE
        found = self._sides.objects(verb.at + 1, stretches, actors, at_home=at_home)
        if len(actors) > 1 and told.kind in self._words.mutual:
            return found if found.other and not found.shaky else Touched(other=True)
        # Nobody meets or thanks himself; a state's police may well arrest its own people.
        return found if found.other or told.kind not in self._words.outward else Touched()

    def _own_object(self, verb: Verb, told: Reading, clause: int) -> int:
        """Return where a verb's own object ends: at "to" and a verb that is not part of the cue."""
        if told.inner is None:
            for other in self._verbs:
                if verb.at + 1 < other.at < clause and other.shape is Shape.INFINITIVE:
                    return other.at
        return clause

    def _by_purpose(self) -> Iterator[Deed]:
        """Read "farmers dumped milk to protest …" where no word list has the verb of the clause."""
        for verb in self._verbs:
            inside = self._reach.start < verb.at < self._reach.end
            told = self._kinds.read(verb) if inside and verb.shape is not Shape.FINITE else None
            if told is None or self._reach.is_supposed(verb):
                continue
            actors = self._sides.first(self._reach.start, verb.at)
            stretches = (self._reach.of(verb), self._reach.whole(verb))
            touched = self._sides.objects(verb.at + 1, stretches, actors, at_home=True)
            if actors:
                yield Deed(told.kind, actors, touched.sides, (verb.at, verb.at), _NOMINAL)
                return

    def _by_nouns(self) -> Iterator[Deed]:
        verbs = {verb.at for verb in self._verbs}
        for index in range(self._reach.start, self._reach.end):
            kind = self._kinds.nominal(index) if index not in verbs else None
            capital = self._tokens[index].is_capital and index > self._reach.start
            if kind is None or capital:
                continue
            both = self._sides.between(index, self._reach.end)
            owner = self._sides.owner(index, self._reach.start)
            if len(both) > 1:
                yield Deed(kind, both, (), (index, index), _NOMINAL)
                return
            end = (self._reach.end,)
            touched = self._sides.objects(index + 1, end, owner, at_home=False)
            if owner and touched.other:
                yield Deed(kind, owner, touched.sides, (index, index), _NOMINAL)
                return
            if len(owner) > 1:
                yield Deed(kind, owner, (), (index, index), _NOMINAL)
                return
