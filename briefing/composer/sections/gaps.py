"""Information gaps: what the Sources were searched for and do not hold, as Remarks about them."""

from collections.abc import Iterator

from briefing.composer.context import Context, plain
from briefing.composer.lines import is_state, remark, source_line
from briefing.composer.sections.matrix import columns
from briefing.document.blocks import Block
from briefing.model.findings import EventStatus, Precision
from briefing.model.ids import ActorId


def gaps(context: Context) -> tuple[Block, ...]:
    """Return a Remark a gap: silent Parties by Issue, undated Sources and Events, lost choices."""
    found = (
        *_missing(context),
        *_silent(context),
        *_undated(context),
        *_outcome_unknown(context),
        *_copies(context),
    )
    return tuple(remark(words) for words in found or (context.phrases.say("gaps.none"),))


def _missing(context: Context) -> Iterator[str]:
    """Yield what was chosen once and is no longer in the Library."""
    issues = {issue.id for issue in context.issues}
    lost = [event for event in context.briefing.events if event not in context.events]
    lost_issues = [issue for issue in context.briefing.issues if issue not in issues]
    if lost:
        yield context.phrases.count("gaps.lost_events", len(lost))
    if lost_issues:
        yield context.phrases.count("gaps.lost_issues", len(lost_issues))


def _silent(context: Context) -> Iterator[str]:
    """Yield a line a chosen Issue: where none is chosen, the Sources were not searched for any."""
    if not context.briefing.issues:
        return
    meeting = _meeting(context)
    parties = (*meeting, *(party for party in columns(context) if party not in meeting))
    for issue in context.issues:
        said = [s for s in context.on_issue.get(issue.id, ()) if not s.commentary]
        spoken = {statement.party for statement in said}
        silent = [context.name(party) for party in parties if party not in spoken]
        if silent:
            named = context.phrases.say("gaps.or").join(silent)
            label = plain(issue.label)
            ungiven = sum(statement.party is None for statement in said)
            if ungiven:
                yield context.phrases.count(
                    "gaps.not_given_to_a_side", ungiven, party=named, issue=label
                )
            else:
                yield context.phrases.say("gaps.no_statement", party=named, issue=label)


def _meeting(context: Context) -> tuple[ActorId, ...]:
    """Return the states at the chosen Events; an organisation or a host forum takes no side."""
    present = {context.party_of(a) for event in context.chosen for a in event.participants}
    return tuple(p for p in context.parties if p in present and is_state(context, p))


def _undated(context: Context) -> Iterator[str]:
    sources = sum(source.published is None for source in context.evidence.sources)
    if sources:
        yield context.phrases.count("gaps.undated_sources", sources)
    for event in context.chosen:
        if event.start is None or event.precision is Precision.UNKNOWN:
            yield context.phrases.say("gaps.undated_event", event=plain(event.title))


def _copies(context: Context) -> Iterator[str]:
    """Yield the Sources that must not be counted as bearing each other out."""
    for group in sorted(context.evidence.groups, key=lambda group: group.id):
        known = [context.sources[s] for s in sorted(group.sources) if s in context.sources]
        if len(known) > 1:
            named = "; ".join(source_line(context, source) for source in known)
            yield context.phrases.say("gaps.copies", sources=named)


def _outcome_unknown(context: Context) -> Iterator[str]:
    for event in context.chosen:
        if event.status is EventStatus.ANNOUNCED:
            yield context.phrases.say("gaps.announced_only", event=plain(event.title))
