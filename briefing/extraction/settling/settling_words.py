"""The words that tell of agreements, read once from resources/lexicons/agreements.toml."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefing.extraction.dates.numbers import NUMBER_WORDS
from briefing.extraction.lexicon import Form, inflect
from briefing.model.findings import AgreementKind

# Words between a verb and what it takes: none that opens a clause or another verb's object.
_GAP = (
    r"(?:\s+(?!(?:after|before|because|while|that|which|who|whom|but|if|unless|when|where|said|says|to"
    r"|by|possible|into|from|for)\b)"
    r"(?:[^\s.;:]|\.(?=\w))+){0,9}?\s+"
)
_BE = r"(?:was|were|is|are|be|been|being)"
_ADVERBS = r"(?:(?:\w+ly|also|both|all|now|then|already|later|since|finally|jointly|duly)\s+)*"
_PASSIVE = rf"[^.;:]{{0,70}}?\b{_BE}\s+{_ADVERBS}"
_LATELY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|this week"
_SAW = r"saw|oversaw|witnessed|attended|presided over|watched"
_EXCHANGED = r"\b(?P<verb>exchanged)\s+(?:\w+\s+){0,2}?(?:notes|instruments of ratification)\b"
_PUT = r"\b(?P<verb>put)\s+(?:pen to paper|(?:their|his|her) (?:names?|signatures?)\s+(?:to|on))\b"
_WAS_AGREED = r"\b(?:was|were|been|is|are)\s+(?:\w+ly\s+)?(?P<verb>agreed)\b(?!\s+to\s+be)"
_THERE_WAS = (
    r"\bthere\s+(?P<verb>was|is)\s+(?:(?:broad|full|general|wide)\s+)?agreement"
    r"\s+(?:between|among|on)\b"
)
_OWN_AGREEMENT = r"\b(?P<verb>confirmed|expressed|voiced|recorded)\s+their\s+agreement\b"
# "We signed in May": the paper was named before.
_WE_SIGNED = r"\bwe\s+(?P<verb>signed|initialled)\s+(?:it\s+|this\s+)?(?:on|in|last)\b"
# "Under the agreement, both will …", but not under one of old.
_UNDER = (
    r"\bunder the (?:(?!\d|old|original|existing|previous|earlier|current)\w+\s+){0,2}?"
    r"(?:agreement|deal|accord|pact|understanding|terms|truce|compromise)\b[^.;:]{0,60}?"
    r"\b(?P<verb>(?:will|would|is to|are to|shall)\s+\w+)"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How a sentence tells that something was settled.

    The group ``verb`` of the expression is the operative verb; it can match only where the sentence
    has a word of each set of ``needs``, in small letters. ``joint``: a word that binds nobody
    unless both sides do it ("decided to"). ``impersonal``: its subject need be no Party ("the
    visit produced", "the talks ended with").
    """

    kind: AgreementKind
    expression: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    joint: bool = False
    impersonal: bool = False


@dataclass(frozen=True, slots=True)
class SettlingWords:
    """Word lists of resources/lexicons/agreements.toml, made ready; the file says of each what for.

    ``forms`` has, for each form of the verbs, which one it is.
    """

    patterns: tuple[Pattern, ...]
    forms: dict[str, Form]
    paper: re.Pattern[str]
    planning: re.Pattern[str]
    gathering: re.Pattern[str]
    unreal: re.Pattern[str]
    nothing: re.Pattern[str]
    denying: re.Pattern[str]
    wishing: re.Pattern[str]
    lapsing: re.Pattern[str]
    accepting: re.Pattern[str]
    pair: re.Pattern[str]
    opposite: re.Pattern[str]
    counted: re.Pattern[str]
    numbers: dict[str, int]


@cache
def settling_words(path: Path) -> SettlingWords:
    """Return the word lists of a file of the shape of resources/lexicons/agreements.toml."""
    data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    verbs = _Verbs({lemma: (one, other) for lemma, (one, other) in data["forms"].items()})
    patterns = _patterns(data, verbs)
    numbers = {w: n for w, n in NUMBER_WORDS.items() if n > 1} | data["counts"]
    deny = verbs.any(data["denying"])
    # "The Ministers signed" in a communiqué; but "the United States" is no pair.
    nouns = rf"(?:{_any(data['pair_nouns'])}|{_any(n.title() for n in data['pair_persons'])})"
    return SettlingWords(
        patterns=patterns,
        forms=verbs.forms,
        paper=_re(rf"\b(?:{_instruments(data['instruments'])})\s+(?:\w+ly\s+)?$"),
        planning=_re(rf"\b(?:{_any(data['planning'])})(?:\s+\w+ly)?\s+to\s+(?:be\s+)?$"),
        gathering=_re(rf"\b(?:{_any(data['gathering'])})\b[^.;:]{{0,60}}\bto\s+$"),
        unreal=_re(rf"\b(?:{_any(data['unreal'])})\b[^,;:]*$"),
        nothing=_re(
            rf"\b(?:(?:{_any(data['nothing'])})\b(?!\s+(?:only|longer))|\w+n[’']t\b)[^,;:]*$"
        ),
        denying=_re(
            rf"\b(?:{deny})\s+(?:\S+\s+)?(?:that|reports?|claims?|suggestions?|rumou?rs?|news)\b"
            r"[^;]{0,120}$"
        ),
        wishing=_re(rf"\b(?:{deny})\b[^;]{{0,120}}$"),
        lapsing=_re(rf"\b(?:{verbs.any(data['lapsing'])})\b"),
        accepting=_re(rf"\b(?:{_any(data['accepting'])})\b"),
        pair=_re(
            rf"\b(?:both|the two|two|the|their|all three|all|the three)\s+"
            rf"(?-i:(?:[A-Z]?[a-z]+\s+){{0,2}}?{nouns}\b)|\btheir\s+(?-i:[a-z]+s\b)"
            rf"|\b(?:{_any(data['pair_words'])})\b"
        ),
        opposite=_re(rf"\b(?:his|her|its|their)\s+(?:\w+\s+)?(?:{_any(data['opposite'])})\b"),
        counted=_re(
            rf"\b(?P<count>\d{{1,3}}|{_any(numbers)})\s+(?:(?!\d)[\w’'-]+\s+){{0,4}}?"
            rf"(?:{_instruments(data['instruments'])}|measures|points|steps|commitments)\b"
        ),
        numbers=numbers,
    )


def _patterns(data: dict[str, Any], verbs: "_Verbs") -> tuple[Pattern, ...]:
    pledged = AgreementKind.ANNOUNCED
    return (
        *_signed(data, verbs),
        *_understood(data, verbs),
        _joint(AgreementKind.UNDERSTANDING, data["understanding"], verbs),
        _joint(pledged, data["pledging"], verbs),
    )


def _joint(kind: AgreementKind, phrases: Sequence[str], verbs: "_Verbs") -> Pattern:
    return Pattern(
        kind, _re(rf"\b(?P<verb>{verbs.any(phrases)})\b"), verbs.needs(phrases), joint=True
    )


def _signed(data: dict[str, Any], verbs: "_Verbs") -> Iterator[Pattern]:
    kind = AgreementKind.SIGNED
    papers, signing = _instruments(data["instruments"]), data["signing"]
    done, any_ = verbs.participles(signing), verbs.any(signing)
    needs = (*verbs.needs(signing), _nouns(data["instruments"]))
    yield Pattern(kind, _re(rf"\b(?P<verb>{any_})\b{_GAP}(?:{papers})\b(?![’'])"), needs)
    yield Pattern(kind, _re(rf"\b(?:{papers})\b{_PASSIVE}(?P<verb>{done})\b"), needs)
    lately = rf"\b(?:{papers})\s+(?P<verb>{done})\b[^.;:]{{0,60}}?\b(?:{_LATELY})\b"
    yield Pattern(kind, _re(lately), needs)
    for expression in (_EXCHANGED, _PUT):
        yield Pattern(kind, _re(expression), (frozenset({"exchanged", "put"}),))
    yield Pattern(kind, _re(_WE_SIGNED), (frozenset({"we"}), frozenset({"signed", "initialled"})))
    seen = (frozenset({"signing"}),)
    yield Pattern(kind, _re(rf"\b(?P<verb>{_SAW})\s+the\s+signing\s+of\b"), seen, impersonal=True)
    yielded = (
        rf"\b(?P<verb>{verbs.any(data['yielding'])})\s+(?:(?!\d)[\w’'-]+\s+){{0,4}}?(?:{papers})\b"
    )
    needs = (*verbs.needs(data["yielding"]), _nouns(data["instruments"]))
    yield Pattern(kind, _re(yielded), needs, impersonal=True)


def _understood(data: dict[str, Any], verbs: "_Verbs") -> Iterator[Pattern]:
    kind = AgreementKind.UNDERSTANDING
    nouns = [*data["instruments"], *data["understandings"]]
    words, named = _instruments(nouns), _nouns(nouns)
    reaching, agreeing = data["reaching"], data["agreeing"]
    any_, done = verbs.any(reaching), verbs.participles(reaching)
    reached = (*verbs.needs(reaching), named)
    agreed = verbs.needs(agreeing)
    yield Pattern(kind, _re(rf"\b(?P<verb>{any_})\b{_GAP}(?:{words})\b(?![’'])"), reached)
    yield Pattern(kind, _re(rf"\b(?:{words})\b{_PASSIVE}(?P<verb>{done})\b"), reached)
    yield Pattern(kind, _re(rf"\b(?:{words})\b{_PASSIVE}(?P<verb>agreed)\b"), (*agreed, named))
    yield Pattern(kind, _re(_WAS_AGREED), agreed)
    yield Pattern(kind, _re(_THERE_WAS), (frozenset({"there"}), frozenset({"agreement"})))
    own = (frozenset({"their"}), frozenset({"agreement"}))
    yield Pattern(kind, _re(_OWN_AGREEMENT), own, joint=True)
    taking = (
        rf"\b(?P<verb>{verbs.any(agreeing)})\b(?:,?\s+\w+ly)?,?"
        rf"(?:\s+(?:{_any(data['after_agreeing'])})\b|\s*:|[^.;:]{{0,60}}?\s+(?:to|on|that|upon)\b)"
    )
    yield Pattern(kind, _re(taking), agreed)
    with_it = (
        rf"\b(?P<verb>{verbs.any(data['ending'])})\b[^.;:]{{0,110}}?\bwith\s+(?!no\b|neither\b)"
        rf"(?:\S+\s+){{1,3}}?(?:{words})\s+(?:on|to|over|that|under|about|for)\b"
    )
    needs = (*verbs.needs(data["ending"]), named, frozenset({"with"}))
    yield Pattern(kind, _re(with_it), needs, impersonal=True)
    yield Pattern(kind, _re(_UNDER), (frozenset({"under"}), named))


class _Verbs:
    """Makes the forms of verbs; keeps which form each is."""

    def __init__(self, irregular: dict[str, tuple[str, str]]) -> None:
        self._irregular = irregular
        self.forms: dict[str, Form] = {}

    def any(self, phrases: Iterable[str]) -> str:
        """Return an expression for any form of any phrase."""
        return _any(form for phrase in phrases for form in self._inflected(phrase))

    def participles(self, phrases: Iterable[str]) -> str:
        """Return an expression for the past participles of the phrases."""
        return _any(
            form
            for phrase in phrases
            for form, kind in self._inflected(phrase).items()
            if kind in {Form.PAST, Form.PARTICIPLE}
        )

    def needs(self, phrases: Iterable[str]) -> tuple[frozenset[str]]:
        """Return the words of which a sentence with any form of any phrase has one."""
        return (
            frozenset(form.split()[0] for phrase in phrases for form in self._inflected(phrase)),
        )

    def _inflected(self, phrase: str) -> dict[str, Form]:
        lemma, _, rest = phrase.partition(" ")
        forms = inflect(lemma, self._irregular.get(lemma))
        self.forms.update(forms)
        return {f"{form} {rest}".strip(): kind for form, kind in forms.items()}


def _instruments(nouns: Sequence[str]) -> str:
    return "|".join(
        f"{re.escape(n[:-1])}(?:y|ies)" if n.endswith("ty") else f"{re.escape(n)}(?:s|es)?"
        for n in sorted(nouns, key=lambda n: (-len(n), n))
    )


def _nouns(nouns: Sequence[str]) -> frozenset[str]:
    """Return the first words of nouns, in small letters, one and many."""
    first = {re.split(r"[\s-]", noun.lower())[0] for noun in nouns}
    return frozenset(
        word for noun in first for word in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies")
    )


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)


def _re(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
