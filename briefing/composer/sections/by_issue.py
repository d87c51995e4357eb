"""Issue by issue: positions, agreements and dispute of each Issue together under its heading."""

from collections.abc import Sequence

from briefing.composer.context import Context, plain
from briefing.composer.lines import remark
from briefing.composer.sections import agreements, disputes, positions
from briefing.document.blocks import Block, Heading
from briefing.document.inlines import Text
from briefing.model.people import Issue


def by_issue(context: Context) -> tuple[Block, ...]:
    """Return a heading an Issue shown with all that the Dossier holds on it."""
    blocks: list[Block] = []
    for index, issue in enumerate(context.issues, start=1):
        blocks.append(Heading(2, (Text(plain(issue.label)),), f"issue-{index}"))
        blocks.extend(_issue(context, issue))
    other = (
        *positions.elsewhere(context),
        *_under(context, "by_issue.agreements", agreements.elsewhere(context)),
    )
    if other:
        title = context.phrases.say("by_issue.other")
        blocks.extend((Heading(2, (Text(title),), "issue-other"), *other))
    return tuple(blocks) or (remark(context.phrases.say("positions.none")),)


def _issue(context: Context, issue: Issue) -> tuple[Block, ...]:
    settled = agreements.of_issue(context, issue.id)
    disputed = disputes.of_issue(context, issue.id, settled=False)
    no_more = disputes.of_issue(context, issue.id, settled=True)
    return (
        *positions.of_issue(context, issue),
        *_under(context, "by_issue.agreements", settled),
        *_under(context, "by_issue.disputes", disputed),
        *_under(context, "disputes.settled", no_more),
    )


def _under(context: Context, title: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    if not blocks:
        return ()
    return (Heading(3, (Text(context.phrases.say(title)),)), *blocks)
