"""Cuts Findings that span the Library down to one matter: a Dispute, a Divergence."""

from collections.abc import Container
from dataclasses import replace

from briefing.composer.matter import Matter
from briefing.model.findings import Dispute, DisputeStatus, Divergence, Position
from briefing.model.ids import SourceId, StatementId

_FEWEST_SIDES = 2


def trimmed_dispute(
    dispute: Dispute, told: Container[StatementId], matter: Matter, *, agreed: bool
) -> Dispute | None:
    """Return the Dispute with the matter's Parties, Statements and Sentences only.

    ``told`` are the Statements that stand in the matter's Sources. None where neither two sides nor
    a Sentence that calls it disputed is left. Status and date were found over all Sources: where
    another Source is cut away they may be another matter's, so the date goes, and the status is
    what the rest shows (``agreed``: an Agreement of the matter is on the Issue).
    """
    positions = tuple(
        Position(position.party, kept)
        for position in dispute.positions
        if position.party in matter.parties
        and (kept := tuple(s for s in position.statements if s in told))
    )
    evidence = tuple(c for c in dispute.evidence if c.source in matter.sources)
    if (positions, evidence) == (dispute.positions, dispute.evidence):
        return dispute
    at_home = all(s in told for position in dispute.positions for s in position.statements)
    if len(positions) < _FEWEST_SIDES and not evidence:
        return None
    if at_home and evidence == dispute.evidence:
        return replace(dispute, positions=positions)
    status = DisputeStatus.NARROWING if agreed else DisputeStatus.OPEN
    if dispute.status in {DisputeStatus.SETTLED, DisputeStatus.UNKNOWN}:
        status = DisputeStatus.UNKNOWN
    return replace(dispute, status=status, since=None, positions=positions, evidence=evidence)


def trimmed_divergence(divergence: Divergence, sources: Container[SourceId]) -> Divergence:
    """Return the Divergence with the accounts that stand in the Sources of the matter."""
    accounts = tuple(account for account in divergence.accounts if account.source in sources)
    return replace(divergence, accounts=accounts)
