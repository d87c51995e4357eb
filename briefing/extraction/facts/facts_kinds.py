"""Of what class a deed is: by the verb, the noun it takes, and what stands around both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.extraction.facts.facts_clauses import Reach
from briefing.extraction.facts.facts_entries import EntryReader
from briefing.extraction.facts.facts_lexicon import FactWords, Mode, noun_key
from briefing.extraction.facts.facts_verbs import Shape, Verb
from briefing.extraction.saying.phrases import Phrases
from briefing.model.facts import FactKind

_LONGEST_NOUN = 3  # words of a noun of the lexicon
_SURE, _FAIR, _DISTANT, _WEAK = 0.8, 0.7, 0.6, 0.4
_NEAR = 6  # tokens from a verb to the noun that tells its class; a farther one may be another's


@dataclass(frozen=True, slots=True)
class Reading:
    """What a verb tells: the class, the last token of the cue, and how sure the reading is.

    ``inner`` is the verb that it takes ("agreed to send"); ``opaque``: what hangs on it is only
    said or wished, nothing that was done.
    """

    kind: FactKind
    last: int
    confidence: float
    opaque: bool = False
    inner: Verb | None = None


class KindReader:
    """Reads classes in one sentence."""

    def __init__(
        self,
        phrases: Phrases,
        words: FactWords,
        verbs: Sequence[Verb],
        reach: Reach,
        entries: EntryReader,
    ) -> None:
        self._words = words
        self._verbs = verbs
        self._reach = reach
        self._entries = entries
        self._word = phrases.lower

    def read(self, verb: Verb) -> Reading | None:
        """Return what a verb tells, None if it tells of no deed."""
        unready = self._negated(verb) if verb.negated else None
        if unready is not None:
            return Reading(unready, verb.at, _FAIR, opaque=True)
        told = self._moded(verb) or self._plain(verb)
        return self._placed_in_time(verb, told) if told is not None else None

    def _plain(self, verb: Verb) -> Reading | None:
        """Read a verb by itself, or with the noun nearest to it."""
        found = self._entries.read(verb)
        if found is None:
            return None
        vague = found[1] == verb.at and self._words.closed["vague"].intersection(verb.lemmas)
        sure = _DISTANT if vague or found[1] - verb.at > _NEAR else _SURE
        return Reading(found[0], found[1], sure)

    def _moded(self, verb: Verb) -> Reading | None:
        """Read a verb that takes another: "agreed to send", "refused talks", "threatened to …"."""
        mode = self._mode(verb)
        if mode is None or (verb.passive and not verb.adjective):
            return None
        inner = self._inner(verb)
        told = self._plain_or_moded(inner) if inner is not None else None
        last = inner.at if inner is not None else verb.at
        match mode[0]:
            case Mode.THREATEN:
                return Reading(FactKind.THREATEN, verb.at, _SURE, opaque=True, inner=inner)
            case Mode.DEMAND:
                return self._demanded(verb, inner)
            case Mode.ACCUSE:
                plain = self._plain(verb)
                kind = plain.kind if plain is not None else FactKind.DISAPPROVE
                return Reading(kind, verb.at, _SURE, opaque=True)
            case Mode.INTEND:
                return self._intended(verb, inner, told, alone=mode[1])
            case Mode.REFUSE:
                return self._refused(verb, inner, told, alone=mode[1])
            case Mode.BEGIN:
                return Reading(told.kind, last, _FAIR, told.opaque, inner) if told else None
            case Mode.STOP:
                return self._stopped(inner, told)
            case Mode.VOICE:
                return self._voiced(inner, told)

    def _plain_or_moded(self, verb: Verb) -> Reading | None:
        return self._moded(verb) or self._plain(verb)

    def _mode(self, verb: Verb) -> tuple[Mode, bool] | None:
        if verb.adjective:
            return self._words.adjectives.get(self._word(verb.at))
        for lemma in verb.lemmas:
            for behind, mode, alone in self._words.modes.get(lemma, ()):
                if self._entries.behind(verb, behind) is not None:
                    return mode, alone
        return None

    def _inner(self, verb: Verb) -> Verb | None:
        """Return the verb that a verb takes, within its clause; none behind a comma."""
        end = self._reach.of(verb)
        for other in self._verbs:
            if verb.at < other.at < end and other.shape is not Shape.FINITE:
                aside = other.shape is Shape.PARTICIPLE and self._word(other.left) == ","
                return None if aside else other
        return None

    def _demanded(self, verb: Verb, inner: Verb | None) -> Reading | None:
        plain = self._plain(verb)
        if plain is not None and plain.last > verb.at and plain.kind is not FactKind.DEMAND:
            return plain
        asked = inner is not None and inner.shape is Shape.INFINITIVE
        # "wanted to talk", "told of talks": nobody is asked for anything.
        if {"want", "tell"} & set(verb.lemmas) and not (asked and self._word(verb.at + 1) != "to"):
            return plain
        vague = self._words.closed["vague"] | {"want", "tell"}
        sure = _DISTANT if vague.intersection(verb.lemmas) else _SURE
        return Reading(FactKind.DEMAND, verb.at, sure, opaque=True, inner=inner)

    def _intended(
        self, verb: Verb, inner: Verb | None, told: Reading | None, *, alone: bool
    ) -> Reading | None:
        """Read an intention: friendly, it is an agreement; hostile, a threat."""
        if told is None or inner is None:
            plain = None if verb.adjective else self._plain(verb)
            if plain is not None:
                kind = FactKind.AGREE if plain.kind in self._words.friendly else plain.kind
                return Reading(kind, plain.last, _FAIR, opaque=True, inner=inner)
            return (
                Reading(FactKind.AGREE, verb.at, _FAIR, opaque=True, inner=inner) if alone else None
            )
        agreed = any(lemma in {"agree", "consent"} for lemma in verb.lemmas)
        hostile = told.kind in self._words.hostile and not agreed
        kind = FactKind.THREATEN if hostile else FactKind.AGREE
        return Reading(kind, inner.at, _FAIR, opaque=True, inner=inner)

    def _refused(
        self, verb: Verb, inner: Verb | None, told: Reading | None, *, alone: bool
    ) -> Reading | None:
        if alone or (told is not None and told.kind in self._words.friendly):
            last = inner.at if inner is not None and self._word(inner.at - 1) == "to" else verb.at
            return Reading(FactKind.REJECT, last, _SURE, opaque=True, inner=inner)
        plain = self._plain(verb)
        if plain is not None and plain.last > verb.at:
            return Reading(FactKind.REJECT, plain.last, _SURE, opaque=True)
        return None

    def _stopped(self, inner: Verb | None, told: Reading | None) -> Reading | None:
        if inner is None or told is None:
            return None
        hostile = told.kind in self._words.hostile
        kind = FactKind.RETREAT if hostile else FactKind.SANCTION
        return Reading(kind, inner.at, _FAIR, inner=inner)

    def _voiced(self, inner: Verb | None, told: Reading | None) -> Reading | None:
        """Read "issued a statement condemning …": a participle of a verb of words tells it."""
        spoken = self._words.spoken
        if inner is None or told is None or inner.shape is not Shape.PARTICIPLE:
            return None
        return Reading(told.kind, inner.at, _FAIR, True, inner) if told.kind in spoken else None

    def _placed_in_time(self, verb: Verb, told: Reading) -> Reading | None:
        """Turn what is denied, and what only will or may be."""
        closed, kind = self._words.closed, told.kind
        friendly = kind in self._words.friendly
        if verb.negated:
            denied = Reading(FactKind.REJECT, told.last, _FAIR, opaque=True, inner=told.inner)
            return denied if friendly else None
        if verb.auxiliaries & closed["modals_of_doubt"]:
            if friendly:
                return None
            return Reading(FactKind.THREATEN, told.last, _WEAK, opaque=True, inner=told.inner)
        if "would" in verb.auxiliaries and told.opaque:  # said, or only imagined
            return replace(told, confidence=min(told.confidence, _DISTANT))
        if verb.auxiliaries & closed["modals_of_will"] and not told.opaque:
            kind = FactKind.AGREE if friendly else FactKind.THREATEN
            return Reading(kind, told.last, _FAIR, opaque=True, inner=told.inner)
        return told

    def _negated(self, verb: Verb) -> FactKind | None:
        for phrase, kind in self._words.negated.items():
            lemma, *behind = phrase.split()
            if lemma in verb.lemmas and self._entries.behind(verb, tuple(behind)) is not None:
                return kind
        return None

    def owed(self, index: int) -> FactKind | None:
        """Return what a word makes of what is said of another: duty is a demand, fault is blame."""
        closed, word = self._words.closed, self._word(index)
        duty = word in closed["modals_of_duty"] and self._word(index + 1) != "have"
        if duty or (word in closed["needs"] and self._word(index + 1) == "to"):
            return FactKind.DEMAND
        return FactKind.DISAPPROVE if word in closed["blames"] else None

    def nominal(self, index: int) -> FactKind | None:
        """Return the class of what a noun at a token tells by itself."""
        for length in range(_LONGEST_NOUN, 0, -1):
            words = " ".join(self._word(i) for i in range(index, index + length))
            kind = self._words.events.get(noun_key(words))
            if kind is not None:
                return kind
        return None
