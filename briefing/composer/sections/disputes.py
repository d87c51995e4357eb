"""Open disputes: status and since when, what each side says, and the sentences that call it so."""

from briefing.composer.context import Context, plain
from briefing.composer.dates import coarse
from briefing.composer.lines import remark, voice_line
from briefing.composer.quoting import balanced, sentence_words, shorten, statement_citations
from briefing.composer.statements import Voice, foremost, voices
from briefing.document.blocks import Block, Heading, ItemList, Paragraph
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Citation, Dispute, DisputeStatus, Position
from briefing.model.ids import IssueId

_MOST_A_SIDE = 3
_MOST_EVIDENCE = 4
_MOST_WORDS = 60
_OPENEST_FIRST = (
    DisputeStatus.OPEN,
    DisputeStatus.UNKNOWN,
    DisputeStatus.NARROWING,
    DisputeStatus.SETTLED,
)


def disputes(context: Context) -> tuple[Block, ...]:
    """Return a heading a Dispute, open ones first, in the order of the Issues shown."""
    labels = {issue.id: plain(issue.label) for issue in context.evidence.issues}
    found = [d for d in _ordered(context) if d.issue in labels and _bases(context, d)]
    blocks: list[Block] = []
    for index, dispute in enumerate(found, start=1):
        blocks.append(Heading(2, (Text(labels[dispute.issue]),), f"dispute-{index}"))
        blocks.extend(_dispute(context, dispute))
    return tuple(blocks) or (remark(context.phrases.say("disputes.none")),)


def of_issue(context: Context, issue: IssueId) -> tuple[Block, ...]:
    """Return status and evidence of the Disputes on one Issue; nothing when there is none.

    What each side says stands right above, among its positions.
    """
    on_it = [d for d in _ordered(context) if d.issue == issue and _bases(context, d)]
    return tuple(
        block
        for dispute in on_it
        for block in (_status(context, dispute), *_told(context, dispute))
    )


def _ordered(context: Context) -> list[Dispute]:
    shown = [issue.id for issue in context.issues]
    return sorted(
        (dispute for dispute in context.evidence.disputes if dispute.issue in shown),
        key=lambda d: (_OPENEST_FIRST.index(d.status), shown.index(d.issue), d.id),
    )


def _dispute(context: Context, dispute: Dispute) -> tuple[Block, ...]:
    items = tuple(
        item for position in _sides(context, dispute) for item in _side(context, position)
    )
    sides: tuple[Block, ...] = ()
    if items:
        sides = (remark(context.phrases.say("disputes.sides")), ItemList(items))
    return (_status(context, dispute), *sides, *_told(context, dispute))


def _status(context: Context, dispute: Dispute) -> Paragraph:
    say = context.phrases.say
    since = ""
    if dispute.since is not None:
        since = say("disputes.since", when=coarse(context.phrases, dispute.since))
    return Paragraph(
        (
            Text(say("disputes.status")),
            Strong(say(f"dispute.{dispute.status}")),
            Text(since),
            context.cite(_bases(context, dispute)),
        )
    )


def _told(context: Context, dispute: Dispute) -> tuple[Block, ...]:
    """Return the Sentences that call it a dispute, in the order of the Sources."""
    if not dispute.evidence:
        return ()
    evidence = _evidence(context, dispute)
    shown = tuple(_evidence_line(context, c) for c in evidence[:_MOST_EVIDENCE])
    lead = remark(context.phrases.say("disputes.evidence"))
    if len(evidence) > len(shown):
        more = context.phrases.count("disputes.more", len(evidence) - len(shown))
        return (lead, ItemList(shown), remark(more))
    return (lead, ItemList(shown))


def _bases(context: Context, dispute: Dispute) -> tuple[Citation, ...]:
    """Return what bears out that there is a Dispute: a Sentence that says so, else one a side."""
    if dispute.evidence:
        return tuple(_evidence(context, dispute)[:1])
    return tuple(
        citation
        for position in _sides(context, dispute)
        for voice in _voices(context, position)[:1]
        for citation in statement_citations(context, voice.statement)
    )


def _sides(context: Context, dispute: Dispute) -> list[Position]:
    order = {party: index for index, party in enumerate(context.parties)}
    return sorted(
        dispute.positions, key=lambda p: (order.get(p.party, len(order)), context.name(p.party))
    )


def _voices(context: Context, position: Position) -> tuple[Voice, ...]:
    known = (context.statements.get(statement) for statement in position.statements)
    own = [s for s in known if s is not None and not s.commentary]
    return foremost(voices(context, own), _MOST_A_SIDE)


def _side(context: Context, position: Position) -> tuple[Inlines, ...]:
    return tuple(voice_line(context, voice) for voice in _voices(context, position))


def _evidence(context: Context, dispute: Dispute) -> list[Citation]:
    return sorted(set(dispute.evidence), key=lambda citation: context.place(citation).index)


def _evidence_line(context: Context, citation: Citation) -> Inlines:
    words = balanced(shorten(sentence_words(context, citation), _MOST_WORDS))
    return (Text(words), context.cite([citation]))
