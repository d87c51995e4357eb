"""Which Issues a stretch of text is about, by the words of the issue table."""

import re
from dataclasses import dataclass

from briefing.model.ids import IssueId
from briefing.model.people import Issue

_DISPUTED = re.compile(
    r"\b(?:disput(?:e|es|ed)|disagree\w*|contested|contentious|differ(?:s|ed|ences?)?|sticking points?"
    r"|unresolved|deadlock\w*|at odds|thorny|friction|strained|stalemate|failed to agree|no agreement"
    r"|without (?:an )?agreement|apart on|remains? (?:divided|unclear|open)|non-committal|temperature difference"
    r"|did not respond|clash\w*|row over|objections?|rift|gap(?:s)? (?:between|remain))\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:resolved|settled|ended (?:the|their) (?:dispute|row)|lifted (?:the|its) (?:ban|sanctions)|was lifted|were lifted)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|yet to|un|if|whether|could|may|might|would|to be)\s*(?:be\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class IssueTerms:
    """The issue table, ready to be looked for."""

    patterns: tuple[tuple[IssueId, re.Pattern[str]], ...]

    def about(self, text: str) -> tuple[IssueId, ...]:
        """Return the Issues whose terms occur in a text, the one with the most hits first."""
        hits = [
            (-sum(1 for _ in pattern.finditer(text)), order, issue)
            for order, (issue, pattern) in enumerate(self.patterns)
        ]
        return tuple(issue for count, _, issue in sorted(hits) if count)


def issue_terms(issues: tuple[Issue, ...]) -> IssueTerms:
    """Compile the issue table: whole words, the last in any inflection, ``*`` for any ending."""
    return IssueTerms(
        tuple(
            (issue.id, re.compile("|".join(map(_term, issue.terms)), re.IGNORECASE))
            for issue in issues
            if issue.terms
        )
    )


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
