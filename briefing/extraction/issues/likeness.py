"""Gives Statements that no term of the issue table fits the Issue that they are most like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import mul

from briefing.model.findings import Statement
from briefing.model.ids import IssueId
from briefing.model.people import Issue

# Texts → a vector of length 1 each, all of the same size; the mean of many taken off ("centred").
Similar = Callable[[Sequence[str]], Sequence[Sequence[float]]]

# Cosine from which a Statement counts as about an Issue. Not measured with the shipped network yet:
# to be set on labelled sentences, so that precision stays above nine in ten.
_LIKE = 0.35
_TERMS = 8  # terms that stand with the label for what an Issue is about


@dataclass(frozen=True, slots=True)
class Likeness:
    """The issue table as vectors; made once for all Sources."""

    similar: Similar
    issues: tuple[IssueId, ...]
    vectors: tuple[tuple[float, ...], ...]

    def nearest(self, texts: Sequence[str]) -> list[IssueId | None]:
        """Return for each text the Issue of the highest cosine, None where none is like enough."""
        return [self._best(vector) for vector in self.similar(texts)]

    def _best(self, vector: Sequence[float]) -> IssueId | None:
        scores = [
            (-sum(map(mul, vector, about)), issue)
            for issue, about in zip(self.issues, self.vectors, strict=True)
        ]
        cosine, issue = min(scores, default=(0.0, None))
        return issue if -cosine >= _LIKE else None


def likeness(issues: Sequence[Issue], similar: Similar) -> Likeness:
    """Return the table as vectors: of each Issue its label and its first terms."""
    named = [issue for issue in issues if issue.terms]
    texts = [". ".join((i.label, *(t.replace("*", "") for t in i.terms[:_TERMS]))) for i in named]
    vectors = tuple(tuple(vector) for vector in similar(texts)) if texts else ()
    return Likeness(similar, tuple(issue.id for issue in named), vectors)


def with_likely_issues(
    statements: Sequence[Statement], like: Likeness | None
) -> tuple[Statement, ...]:
    """Return the Statements, those without an Issue with the one that they are most like, if any.

    Without a network (None) they stay as they are.
    """
    bare = [s for s in statements if not s.issues]
    if like is None or not bare:
        return tuple(statements)
    best = like.nearest([s.content for s in bare])
    found = {s.id: issue for s, issue in zip(bare, best, strict=True) if issue is not None}
    return tuple(replace(s, issues=(found[s.id],)) if s.id in found else s for s in statements)
