"""Whether a Sentence says that a matter is contested, nearer to an end, or settled."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.extraction.issues.issues import IssueTerms, issue_terms
from briefing.model.ids import IssueId
from briefing.model.people import Issue


@dataclass(frozen=True, slots=True)
class Contested:
    """Word lists of resources/lexicons/disputes.toml; the file says of each what it is for."""

    disputed: re.Pattern[str]
    narrowing: re.Pattern[str]
    settled: re.Pattern[str]
    not_yet: re.Pattern[str]
    matters: re.Pattern[str]
    stances: dict[str, re.Pattern[str]]
    of_one_mind: re.Pattern[str]
    grants: re.Pattern[str]
    left_open: re.Pattern[str]
    hints: IssueTerms
    empty: frozenset[str]

    def is_disputed(self, text: str) -> bool:
        """Tell whether a sentence says that something is contested."""
        return bool(self.disputed.search(text) or self.left_open.search(text))

    def is_narrowing(self, text: str) -> bool:
        """Tell whether a sentence says that sides came nearer, not that they might."""
        return self._really(self.narrowing, text)

    def is_settled(self, text: str) -> bool:
        """Tell whether a sentence says that something was settled, not that it might be."""
        return self._really(self.settled, text)

    def _really(self, pattern: re.Pattern[str], text: str) -> bool:
        return any(not self.not_yet.search(text, 0, m.start()) for m in pattern.finditer(text))


@cache
def contested(path: Path) -> Contested:
    """Return the word lists of a file of the shape of resources/lexicons/disputes.toml."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Contested(
        disputed=_phrases(data["disputed"]),
        narrowing=_phrases(data["narrowing"]),
        settled=_phrases(data["settled"]),
        not_yet=re.compile(
            rf"\b(?:{_any(data['not_yet'])})\s*(?:be\s+|been\s+|any\s+|yet\s+)?$", re.IGNORECASE
        ),
        matters=re.compile(rf"(?:{_any(data['matters'])})\b", re.IGNORECASE),
        stances={kind: _phrases(phrases) for kind, phrases in data["stances"].items()},
        grants=_phrases(data["grants"]),
        left_open=_phrases(data["left_open"]),
        hints=issue_terms(
            tuple(Issue(IssueId(id_), id_, tuple(words)) for id_, words in data["hints"].items())
        ),
        of_one_mind=_phrases(data["of_one_mind"]),
        empty=frozenset(data["empty"]),
    )


def _phrases(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(phrases)})(?!\w)", re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return "|".join(
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        for phrase in ordered
    )
