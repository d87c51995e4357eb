"""Where a Sentence tells that something was settled, and whether it really was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extraction.lexicon import Form
from briefing.extraction.settling.settling_words import Pattern, SettlingWords
from briefing.model.findings import AgreementKind
from briefing.model.source import Span

# Before a verb without "to": what the rest of the clause only supposes.
_SUPPOSED = re.compile(
    r"\b(?:would|could|might|may|should|must|can|ought to|need to|needs to)\s+"
    r"(?:\w+ly\s+|have\s+|be\s+|been\s+|also\s+|then\s+|only\s+|both\s+)*$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:will|shall|[’']ll"
    r"|(?:is|are) (?:due|expected|set|scheduled|slated|poised|likely)? ?to)\s+"
    r"(?:\w+ly\s+|be\s+|also\s+|then\s+|both\s+|soon\s+|next\s+)*$",
    re.IGNORECASE,
)
_TO = re.compile(r"\bto\s+(?:\w+ly\s+)?(?:be\s+|have\s+(?:been\s+)?)?$", re.IGNORECASE)
# "were due to sign", "had planned to sign": it is not told that they did.
_LONG_PLANNED = re.compile(
    r"\b(?:was|were|had|been)\s+(?:\w+\s+){0,2}?to\s+(?:be\s+|have\s+(?:been\s+)?)?$", re.IGNORECASE
)
_DONE = re.compile(r"\b(?:after|by|upon|on|since|when|while|are|were|is)\s+$", re.IGNORECASE)
_SUFFERED = re.compile(
    r"\b(?:was|were|been|be|being|is|are|became|become|remains?|remained)\s+"
    r"(?:\w+ly\s+|already\s+|more\s+){0,2}$",
    re.IGNORECASE,
)
_NOUN_TO_COME = re.compile(
    r"\b(?:a|an|the|his|her|its|their|this|any|no|of|draft)\s+(?:\w+ly\s+)?$|[’']s\s+$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:before|when|as soon as|so that)\b[^,;:]*$", re.IGNORECASE)
_ANEW = re.compile(r"\b(?:is|are|will|plans?|expected|due|set|scheduled|intends?)\b", re.IGNORECASE)
_ONLY_IF = re.compile(r"\b(?:only if|if|unless|provided|on condition|depend\w*)\b", re.IGNORECASE)
_TO_NOTHING = re.compile(
    r"\s*(?:to |on |that |about )?(?:disagree|differ|nothing|little|no (?:more|such|further)"
    r"|neither|that (?:they|it|there) (?:could|did|can|do|was|were|had) (?:not|no))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_NO = re.compile(r"\b(?:no|nothing|none|neither)\b(?!-)", re.IGNORECASE)
# A treaty of old that stands in the sentence for its own sake: "the 1996 treaty", "signed in 1996".
_CUT = re.compile(
    r"\bbut\b|\byet\b|\bthough\b|\balthough\b|;|\bwhereas\b|\bdespite\b", re.IGNORECASE
)
_SIMPLE = frozenset({Form.BASE, Form.THIRD})
_INNER = re.compile(r"\b(?:which|who|that|it|but|only|later|before|until|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Settled:
    """One place where a Sentence tells of an agreement.

    ``verb`` is the operative verb; ``start`` and ``end`` are where the words of the pattern begin
    and end; ``passive``: what was settled is the subject, or a visit is; ``joint`` as in Pattern.
    """

    kind: AgreementKind
    verb: Span
    start: int
    end: int
    passive: bool
    joint: bool


class Settling:
    """Finds agreements in stretches of one text."""

    def __init__(self, text: str, words: SettlingWords) -> None:
        self._text = text
        self._words = words

    def find(self, start: int, end: int) -> tuple[Settled, ...]:
        """Return what a Sentence tells of as settled or planned, in its order.

        What is refused, denied, only wished for, or fell through is left out.
        """
        if self._text[start:end].rstrip(" ”\"'’)").endswith("?"):
            return ()
        found: list[Settled] = []
        for one in sorted(self._all(start, end), key=lambda s: (s.verb, s.start, -s.end)):
            # "agreed to sign a treaty" is one agreement, not two.
            inside = any(f.start <= one.verb.start < f.end for f in found)
            governed = bool(found) and self._governs(found[-1], one)
            if not inside and not governed:
                found.append(one)
        return tuple(found)

    def _governs(self, first: Settled, one: Settled) -> bool:
        """Tell "agreed to sign" from "agreed to meet, and are expected to sign"."""
        between = self._text[first.end - 3 : one.verb.start]
        return bool(_TO.search(between)) and not _ANEW.search(between)

    def _all(self, start: int, end: int) -> Iterator[Settled]:
        here = set(_WORD.findall(self._text[start:end].lower()))
        for pattern in self._words.patterns:
            if any(need.isdisjoint(here) for need in pattern.needs):
                continue
            for match in pattern.expression.finditer(self._text, start, end):
                kind = self._kind(pattern, match, start, end)
                if kind is not None:
                    verb = Span(*match.span("verb"))
                    passive = match.start() < verb.start or pattern.impersonal
                    yield Settled(kind, verb, match.start(), match.end(), passive, pattern.joint)

    def _kind(
        self, pattern: Pattern, match: re.Match[str], start: int, end: int
    ) -> AgreementKind | None:
        """Return how firm it is, or None for what was not settled after all."""
        left = self._left(start, match.start("verb"))
        if self._is_none(match, left, end) or self._fell_through(match, start, end):
            return None
        if _COMING.search(left):
            conditional = _ONLY_IF.search(self._text, match.end(), end)
            return None if conditional else AgreementKind.PLANNED
        if _TO.search(left):
            if self._words.gathering.search(left):
                return pattern.kind
            planned = self._words.planning.search(left) and not _LONG_PLANNED.search(left)
            return AgreementKind.PLANNED if planned else None
        return self._finite(pattern, match, left)

    def _finite(self, pattern: Pattern, match: re.Match[str], left: str) -> AgreementKind | None:
        verb = match["verb"].split()[0].lower()
        form = self._words.forms.get(verb, Form.PAST)
        if pattern.joint and (form is Form.THIRD or _SUFFERED.search(left)):
            return None
        active = match.start() == match.start("verb")
        # "a finalised deal", "the treaty signed in 1996": words that only say which.
        if active and (_NOUN_TO_COME.search(left) or self._words.paper.search(left)):
            return None
        if form is Form.ING and not _DONE.search(left):
            return None
        if form in _SIMPLE and (self._words.wishing.search(left) or _NOT_YET.search(left)):
            return None
        return pattern.kind

    def _left(self, start: int, verb: int) -> str:
        """Return the words before the verb, from the last that turns the sentence."""
        cuts = [m.end() for m in _CUT.finditer(self._text, start, verb)]
        return self._text[max(cuts, default=start) : verb]

    def _is_none(self, match: re.Match[str], left: str, end: int) -> bool:
        words = self._words
        void = (words.unreal, words.nothing, words.denying)
        if any(pattern.search(left) for pattern in void) or _SUPPOSED.search(left):
            return True
        after = self._text[match.end("verb") : end]
        return bool(_NO.search(match.group()) or _TO_NOTHING.match(after))

    def _fell_through(self, match: re.Match[str], start: int, end: int) -> bool:
        """Tell what lapsed: in the words after it, or before where the verb only says which."""
        for lapse in self._words.lapsing.finditer(self._text, match.end(), end):
            if _INNER.search(self._text, match.end(), lapse.start()) and not _TO.search(
                self._text, match.end(), lapse.start()
            ):
                return True
        reduced = match.start() < match.start("verb")
        return reduced and bool(self._words.lapsing.search(self._text, start, match.start()))
