"""Which Issues a stretch of text is about, by the words of the issue table."""

import re
from collections import defaultdict
from dataclasses import dataclass

from briefing.model.ids import IssueId
from briefing.model.people import Issue

_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[a-z0-9]+")
# First letters of a word that tell which terms to look for there: six leave one or two of 2,700.
_OPENING = 6
# The letters beyond a to z that a search without regard to case takes for one of them; the fourth,
# the sign for kelvin, is k in small letters anyway.
_READ_AS = str.maketrans("ſıİ", "sii")


# "The fisheries minister said" is about the minister.
_NOT_THE_OFFICE = "(?<!minister of )(?<!ministry of )(?<!minister for )"
_NO_OFFICE = (
    r"(?!\s+(?:minist(?:er|ry)|secretary|commissioner|spokes\w+|department|correspondent|editor))"
)


@dataclass(frozen=True, slots=True)
class Term:
    """One term of an Issue, whose place in the table is ``order``, ready to be looked for."""

    order: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """The issue table, ready to be looked for.

    ``issues``: those with terms, in the order of the table; ``openings``: the first letters of a
    word → the terms that may begin with it; under "" are those that may begin with any.
    """

    issues: tuple[IssueId, ...]
    openings: dict[str, tuple[Term, ...]]

    def about(self, text: str) -> tuple[IssueId, ...]:
        """Return the Issues whose terms occur in a text, the one with the most hits first."""
        places: dict[int, set[int]] = defaultdict(set)
        for word in _WORD.finditer(text):
            letters = word.group()[:_OPENING].translate(_READ_AS).lower()
            for length in range(1, len(letters) + 1):
                for term in self.openings.get(letters[:length], ()):
                    if term.pattern.match(text, word.start()):
                        places[term.order].add(word.start())
        for term in self.openings.get("", ()):
            places[term.order].update(m.start() for m in term.pattern.finditer(text))
        hits = sorted((-len(found), order) for order, found in places.items() if found)
        return tuple(self.issues[order] for _, order in hits)


def issue_terms(issues: tuple[Issue, ...]) -> IssueTerms:
    """Compile the issue table: whole words, the last in any inflection, ``*`` for any ending."""
    named = [issue for issue in issues if issue.terms]
    openings: dict[str, list[Term]] = defaultdict(list)
    for order, issue in enumerate(named):
        for term in issue.terms:
            pattern = re.compile(_term(term), re.IGNORECASE)
            openings[_opening(term)].append(Term(order, pattern))
    return IssueTerms(
        tuple(issue.id for issue in named),
        {opening: tuple(terms) for opening, terms in openings.items()},
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
    pattern = rf"{_NOT_THE_OFFICE}\b{body}{ending}(?!\w){_NO_OFFICE}"
    return rf"(?-i:{pattern})" if capitals else pattern
