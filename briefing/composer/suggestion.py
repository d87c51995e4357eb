"""A first choice of events and issues, for a person to change."""

from briefing.model.briefing import Briefing
from briefing.model.evidence import Evidence
from briefing.model.findings import EventKind
from briefing.model.ids import BriefingId, IssueId, digest

_GATHERINGS = frozenset({EventKind.SUMMIT, EventKind.VISIT, EventKind.TALKS, EventKind.MEETING})
_ENOUGH_SIDES = 2


def suggest(evidence: Evidence, title: str, template: str) -> Briefing:
    """Return a Briefing on the gatherings told most and the Issues on which two sides spoke.

    A gathering told in one Sentence only is left to the person, unless there is no other. The id
    is made from the choice: the same Evidence gives the same Briefing.
    """
    main = [e for e in evidence.events if e.kind in _GATHERINGS]
    often = [e for e in main if len(e.sources) > 1] or main
    events = tuple(e.id for e in sorted(often, key=lambda e: (str(e.start or ""), e.id)))
    issues = tuple(i.id for i in evidence.issues if _sides(evidence, i.id) >= _ENOUGH_SIDES)
    id_ = BriefingId(f"briefing-{digest(title, *events, *issues)}")
    return Briefing(id_, title, template, events, issues)


def _sides(evidence: Evidence, issue: IssueId) -> int:
    """Return how many Parties said something on an Issue; commentary speaks for none."""
    return len(
        {
            s.party
            for s in evidence.statements
            if issue in s.issues and s.party is not None and not s.commentary
        }
    )
