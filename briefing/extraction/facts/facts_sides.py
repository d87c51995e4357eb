"""Who did something and to whom: the Parties named in a verb's subject and in what it takes."""

from collections.abc import Callable, Sequence

from briefing.extraction.facts.facts_lexicon import FactWords, singular
from briefing.extraction.facts.facts_named import Side, Touched
from briefing.extraction.facts.facts_verbs import Verb
from briefing.extraction.lexicon import Grammar
from briefing.extraction.saying.phrases import Phrases
from briefing.extraction.tokens import Token
from briefing.model.ids import ActorId
from briefing.model.source import Span

_SPOKEN_FOR = frozenset(
    {"it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "them", "him"}
)
LeadBack = Callable[[Span], tuple[ActorId, ...]]
_PERSONS = frozenset({"he", "she", "they"})
_RELATIVE = frozenset({"who", "which", "that"})
_LONGEST_GAP = 7  # tokens between two names that "and" joins
_LONGEST_LEAD = 7  # tokens from "in" to a name: "in a northern suburb of the city of"


class SideReader:
    """Finds actors and targets in one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        phrases: Phrases,
        grammar: Grammar,
        words: FactWords,
        named: Sequence[Side],
        lead_back: LeadBack,
    ) -> None:
        self._lead_back = lead_back
        self._tokens = tokens
        self._phrases = phrases
        self._grammar = grammar
        self._words = words
        self._named = tuple(side for side in named if not side.unknown)
        self._unknown = frozenset(i for s in named if s.unknown for i in range(s.first, s.last))
        self._word = phrases.lower

    def subject(self, verb: Verb, floor: int, before: Sequence[Side]) -> tuple[Side, ...]:
        """Return whom a verb's subject names.

        ``floor`` is where it may begin at the earliest; ``before`` the subject of the verb
        before, for "it", "their forces" and for a verb joined by "and".
        """
        phrase = self._phrases.subject(verb.at)
        if phrase is None:
            joined = self._word(verb.left) in {"and", "but", "or", "then"}
            if joined or (before and self._word(verb.left) in {",", "to"}):
                return tuple(before)
            return self._nearest(floor, verb.left + 1)
        start = max(phrase.start, floor)
        inside = self._in(start, phrase.head_end) or self._in(start, phrase.end)
        named = self._joined(inside, self._free(inside))
        if named:
            return named
        spoken = any(self._word(i) in _SPOKEN_FOR for i in range(start, phrase.end))
        if self._word(verb.left) in _RELATIVE:
            return self._told_of(verb.left) or tuple(before)
        if spoken and before:
            return tuple(before)
        found = self._joined(inside, inside) or self._possessor(start)
        return found or self._led_back(start, phrase.head_end)

    def _led_back(self, start: int, end: int) -> tuple[Side, ...]:
        """Return whom "she", "the minister" or "the two sides" mean."""
        last = self._word(end - 1)
        rulers = self._words.closed["rulers"]
        if end <= start or not ({last, singular(last)} & rulers or last in _PERSONS):
            return ()
        span = Span(self._tokens[start].start, self._tokens[end - 1].end)
        ids = self._lead_back(span)
        return tuple(Side(i, start, end, span, True, False, led_back=True) for i in ids)

    def _told_of(self, relative: int) -> tuple[Side, ...]:
        """Return the side right before "who" or "which": "Kenya, which signed"."""
        at = relative - (self._word(relative - 1) == ",")
        return tuple(side for side in self._named if side.last == at)

    def is_told_of(self, verb: Verb) -> bool:
        """Tell whether a verb's subject is a relative pronoun that stands for none by its name."""
        return self._word(verb.left) in _RELATIVE and not self._told_of(verb.left)

    def _nearest(self, start: int, end: int) -> tuple[Side, ...]:
        inside = self._in(start, end)
        return self._joined(inside, self._free(inside) or inside)

    def _possessor(self, start: int) -> tuple[Side, ...]:
        """Return who stands before a subject: "In Chad, rebels …" names the state there."""
        inside = self._in(max(0, start - 4), start)
        comma = any(self._word(i) == "," for i in range(max(0, start - 4), start))
        return (inside[-1],) if inside and comma else ()

    def _in(self, start: int, end: int) -> tuple[Side, ...]:
        return tuple(side for side in self._named if start <= side.first < end)

    def first(self, start: int, end: int) -> tuple[Side, ...]:
        """Return who is named first in a stretch, with those joined to it; a place at the last."""
        return self._nearest(start, end)

    def within(self, start: int, end: int) -> tuple[Side, ...]:
        """Return who is named in a stretch."""
        return self._in(start, end)

    def _free(self, found: Sequence[Side]) -> tuple[Side, ...]:
        """Return those that are not only where something is."""
        return tuple(side for side in found if not self._is_where(side))

    def _is_where(self, side: Side, words: frozenset[str] | None = None) -> bool:
        """Tell whether "in", "near" or the like stands before a name, with small words between."""
        if self._is_border(side):
            return True
        here = self._words.closed["here"] if words is None else words
        for back in range(1, _LONGEST_LEAD + 1):
            word = self._word(side.first - back)
            if word in here:
                return True
            if not word or not self._tokens[side.first - back].is_word:
                return False
            if word in self._grammar.prepositions - {"of"}:
                return False
        return False

    def _joined(self, inside: Sequence[Side], wanted: Sequence[Side]) -> tuple[Side, ...]:
        """Return the first that is wanted, with those that "and" joins to it, each Party once."""
        if not wanted:
            return ()
        first = wanted[0]
        result = [first]
        last = first
        for side in inside:
            if side.first <= first.first:
                continue
            if side.id == last.id:
                last = side
            elif self._joins(last.last, side.first):
                last = side
                if side.id not in {s.id for s in result}:
                    result.append(side)
            else:
                break
        return tuple(result)

    def _joins(self, start: int, end: int) -> bool:
        gap = [self._word(i) for i in range(start, end)]
        if len(gap) > _LONGEST_GAP:
            return False
        if gap in ([","], ["and"], ["-"], ["–"], ["&"]):
            return True
        small = self._grammar.prepositions - {"of", "with"}
        return ("and" in gap or "," in gap) and not any(
            word in small or word in self._grammar.finite or word in {"who", "which", "that", "but"}
            for word in gap
        )

    def objects(
        self, start: int, stretches: Sequence[int], actors: Sequence[Side], *, at_home: bool
    ) -> Touched:
        """Return whom a deed touches.

        ``stretches`` are the ends of ever wider surroundings of the verb; the nearer is asked
        first, and whoever is only a place last. ``at_home``: "students", "the opposition" may be
        meant, and belong to the state of the actors.
        """
        own = {side.id for side in actors}
        for number, end in enumerate(stretches):
            inside = self._in(start, end)
            nearest = next((side for side in inside if not self._is_where(side)), None)
            if nearest is not None and nearest.id in own and self.is_group(nearest):
                return Touched((nearest,))
            others = tuple(s for s in inside if s.id not in own and not self._is_border(s))
            free = self._joined(others, self._free(others))
            if found := free or self._joined(others, others):
                return Touched(found, True, shaky=not free or number > 1)
            if at_home and actors and self.domestic(start, end):
                return Touched(tuple(actors[:1]))
        inside = self._in(start, stretches[-1])
        beyond = tuple(s for s in inside if s.id not in own)
        if beyond:
            return Touched(self._joined(beyond, beyond), True, shaky=True)
        near = self._in(start, stretches[1]) if len(stretches) > 1 else inside
        kept = near or tuple(s for s in inside if self.is_group(s))
        return Touched(self._joined(kept, kept), shaky=True)

    def _is_border(self, side: Side) -> bool:
        """Tell "the Thai border", "Macedonia's border with Bulgaria": where, not whom."""
        here = side.last + (self._word(side.last) == "'s")
        back = {self._word(side.first - 1), self._word(side.first - 2)}
        borders = self._words.closed["borders"]
        return self._word(here) in borders or ("with" in back and bool(borders & back))

    def is_group(self, side: Side) -> bool:
        """Tell whether a name stands before people, not before the means of a state."""
        after = [self._word(i) for i in range(side.last, side.last + 3)]
        nouns = {singular(word) for word in after} | set(after)
        return side.plural or bool(
            nouns & self._words.closed["groups"] - self._words.closed["means"]
        )

    def agent(self, verb: Verb, end: int) -> tuple[tuple[Side, ...], bool]:
        """Return who did what a passive tells: behind "by", else (True) where it was done."""
        for index in range(verb.at + 1, end):
            if self._word(index) == "by":
                inside = self._in(index + 1, min(end, index + 12))
                if inside:
                    return self._joined(inside, inside), False
        where = self.where(verb.at + 1, end)
        return where, bool(where)

    def domestic(self, start: int, end: int) -> bool:
        """Tell whether a stretch names a group of the state itself: "the opposition"."""
        closed = self._words.closed
        for index in range(start, end):
            word = self._word(index)
            if index in self._unknown:
                return True
            if word in closed["groups"] or singular(word) in closed["groups"]:
                return self._word(index - 1) not in closed["foreign"]
        return False

    def where(self, start: int, end: int) -> tuple[Side, ...]:
        """Return the first state that a stretch names with "in" or the like."""
        home = self._words.closed["home"]
        inside = self._in(start, end)
        found = (s for s in inside if self._is_where(s, home) and not self._is_border(s))
        return tuple(found)[:1]

    def is_nobody(self, verb: Verb) -> bool:
        """Tell "no minister", "neither side": what nobody did."""
        phrase = self._phrases.subject(verb.at)
        return phrase is not None and self._word(phrase.start) in self._words.closed["nobody"]

    def is_agent(self, verb: Verb) -> bool:
        """Tell whether people are a verb's subject: its last noun is a name or a group."""
        word = self._word(verb.left)
        closed = self._words.closed
        phrase = self._phrases.subject(verb.at)
        if phrase is not None and any(
            self._word(i) == "between" for i in range(phrase.start, phrase.end)
        ):
            return False
        named = 0 <= verb.left < len(self._tokens) and self._tokens[verb.left].is_capital
        group = {word, singular(word)} & (closed["groups"] | closed["means"] | closed["rulers"])
        return (
            named
            or bool(group)
            or not word.isalpha()
            or word in self._grammar.pronouns | closed["linking"]
        )

    def ruled(self, targets: Sequence[Side]) -> tuple[Side, ...]:
        """Return targets that are rulers or institutions of a state: "Chad's government"."""
        return tuple(side for side in targets if side.people or self.is_group(side))[:1]

    def between(self, index: int, end: int) -> tuple[Side, ...]:
        """Return the sides of "talks between X and Y"."""
        for at in range(index + 1, min(end, index + 8)):
            if self._word(at) in {"between", "among"}:
                inside = self._in(at + 1, end)
                return self._joined(inside, inside)
        return ()

    def owner(self, index: int, floor: int) -> tuple[Side, ...]:
        """Return who stands right before a noun: "Israel's attack", "the French plan"."""
        inside = self._in(max(floor, index - 5), index)
        near = [s for s in inside if not any(self._word(i) == "," for i in range(s.last, index))]
        return self._joined(near, near[-2:]) if near else ()
