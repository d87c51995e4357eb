"""Which Issues a stretch of text is about, by the words of the issue table."""

import re
from collections import defaultdict
from dataclasses import dataclass

from briefing.model.ids import IssueId
from briefing.model.people import Issue

_DISPUTED = re.compile(
    r"\b(?:disput(?:e|es|ed)|disagree\w*|contested|contentious|differ(?:s|ed)?"
    r"|differences (?:over|on|remain|between|persist)"
    r"|unresolved|sore point|stuck|stand-?off|at issue|unsettled|bone of contention"
    r"|accus(?:e|es|ed|ing|ations?)|deadlock\w*|at odds|thorny|friction|strained|stalemate"
    r"|failed to agree|no agreement|without (?:an )?agreement|apart on"
    r"|remains? (?:divided|unclear|open)|non-committal|temperature difference"
    r"|did not respond|clash\w*|row over|objections?|rift|gap(?:s)? (?:between|remain))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:resolved|settled|ended (?:the|their) (?:dispute|row)"
    r"|lifted (?:the|its) (?:ban|sanctions)|was lifted|were lifted)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|yet to|un|if|whether|could|may|might|would|to be)\s*(?:be\s+)?$", re.IGNORECASE
)

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[a-z0-9]+")
# Letters of a word that tell which Issues to look for: in news, six leave 7 of 61 a sentence,
# four leave 10, twelve leave 7.
_OPENING = 6
_NONE: frozenset[int] = frozenset()
# The letters beyond a to z that a search without regard to case takes for one of them; the fourth,
# the sign for kelvin, is k in small letters anyway.
_READ_AS = str.maketrans("ſıİ", "sii")


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """The issue table, ready to be looked for.

    ``openings``: the first letters of a term → the places in ``patterns`` of the Issues that have
    such a term; under "" are those that must always be looked for.
    """

    patterns: tuple[tuple[IssueId, re.Pattern[str]], ...]
    openings: dict[str, frozenset[int]]

    def about(self, text: str) -> tuple[IssueId, ...]:
        """Return the Issues whose terms occur in a text, the one with the most hits first."""
        hits = []
        for order in self._possible(text):
            issue, pattern = self.patterns[order]
            hits.append((-sum(1 for _ in pattern.finditer(text)), order, issue))
        return tuple(issue for count, _, issue in sorted(hits) if count)

    def _possible(self, text: str) -> set[int]:
        """Return which patterns can match at all: few Issues share a word with a sentence."""
        found = set(self.openings.get("", ()))
        for word in set(_WORD.findall(text.translate(_READ_AS).lower())):
            for length in range(1, min(len(word), _OPENING) + 1):
                found |= self.openings.get(word[:length], _NONE)
        return found


def issue_terms(issues: tuple[Issue, ...]) -> IssueTerms:
    """Compile the issue table: whole words, the last in any inflection, ``*`` for any ending."""
    named = [issue for issue in issues if issue.terms]
    openings: dict[str, set[int]] = defaultdict(set)
    for order, issue in enumerate(named):
        for term in issue.terms:
            openings[_opening(term)].add(order)
    return IssueTerms(
        tuple(
            (issue.id, re.compile("|".join(map(_term, issue.terms)), re.IGNORECASE))
            for issue in named
        ),
        {opening: frozenset(orders) for opening, orders in openings.items()},
    )


def _opening(term: str) -> str:
    """Return the letters that a text word must begin with where the term stands; "" if any may."""
    match = _PLAIN.match(term.strip().lower())
    return match.group()[:_OPENING] if match else ""


def _term(term: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in term.split()]
    body = r"[\s\-–]+".join(words)
    capitals = term.isupper()
    ending = "" if term.endswith("*") else r"(?:s|es|ed|ing|’s|'s)?"
    pattern = rf"\b{body}{ending}(?!\w)"
    return rf"(?-i:{pattern})" if capitals else pattern


def is_disputed(text: str) -> bool:
    """Tell whether a sentence says that something is contested."""
    return bool(_DISPUTED.search(text))


def is_settled(text: str) -> bool:
    """Tell whether a sentence says that something was settled, not that it might be."""
    return any(not _NOT_YET.search(text, 0, m.start()) for m in _SETTLED.finditer(text))
