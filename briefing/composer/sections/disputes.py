"""Disputes, settled ones apart: status, what each side says, the Sentences that call it so."""

from briefing.composer.context import Context, plain
from briefing.composer.dates import coarse
from briefing.composer.lines import remark, voice_line
from briefing.composer.quoting import balanced, sentence_words, shorten, statement_citations
from briefing.composer.statements import UNSURE, Voice, foremost, newest_first, together, voices
from briefing.document.blocks import Block, Heading, ItemList, Paragraph
from briefing.document.inlines import Inlines, Strong, Text
from briefing.model.findings import Citation, Dispute, DisputeStatus, Position
from briefing.model.ids import IssueId, StatementId

_FEWEST_SIDES = 2
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
    """Return a heading a Dispute in the order of the Issues shown, settled ones under their own."""
    found = [d for d in _ordered(context) if _bases(context, d)]
    unsettled = [d for d in found if not is_settled(d)]
    settled = [d for d in found if is_settled(d)]
    blocks: list[Block] = []
    for index, dispute in enumerate(unsettled, start=1):
        blocks.append(Heading(2, (Text(_label(context, dispute)),), f"dispute-{index}"))
        blocks.extend(_dispute(context, dispute))
    if not blocks:
        say = context.phrases.say
        blocks.append(remark(say("disputes.none_open") if settled else say("disputes.none")))
    if settled:
        blocks.append(Heading(2, (Text(context.phrases.say("disputes.settled")),), "settled"))
    for dispute in settled:
        blocks.append(Heading(3, (Text(_label(context, dispute)),)))
        blocks.extend(_dispute(context, dispute))
    return tuple(blocks)


def is_settled(dispute: Dispute) -> bool:
    """Tell a Dispute that does not stand among the open ones."""
    return dispute.status is DisputeStatus.SETTLED


def of_issue(context: Context, issue: IssueId, *, settled: bool) -> tuple[Block, ...]:
    """Return status and evidence of the settled Disputes on one Issue, or of the others.

    What each side says stands right above, among its positions.
    """
    on_it = [
        d
        for d in _ordered(context)
        if d.issue == issue and is_settled(d) is settled and _bases(context, d)
    ]
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


def _label(context: Context, dispute: Dispute) -> str:
    return next(plain(i.label) for i in context.issues if i.id == dispute.issue)


def _dispute(context: Context, dispute: Dispute) -> tuple[Block, ...]:
    items = tuple(voice_line(context, voice) for voice in _said(context, dispute))
    sides: tuple[Block, ...] = ()
    if items:
        sides = (remark(context.phrases.say("disputes.sides")), ItemList(items))
    return (_status(context, dispute), *sides, *_told(context, dispute))


def _said(context: Context, dispute: Dispute) -> tuple[Voice, ...]:
    """Return the foremost of each side; what is given to both sides is made one before the cut."""
    sides = _sides(context, dispute)
    every = together(context, (v for position in sides for v in _every(context, position)))
    shown: dict[StatementId, Voice] = {}
    for position in sides:
        own = [v for v in every if any(s.party == position.party for s in v.statements)]
        foremost_own = foremost(newest_first(own), _MOST_A_SIDE)
        shown.update((voice.statement.id, voice) for voice in foremost_own)
    return tuple(shown.values())


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
    sides = _sides(context, dispute)
    if len(sides) < _FEWEST_SIDES:
        return ()
    return tuple(
        citation
        for position in sides
        for voice in _voices(context, position)[:1]
        for citation in statement_citations(context, voice.statement)
    )


def _sides(context: Context, dispute: Dispute) -> list[Position]:
    """Return the Positions that sure Statements bear out."""
    order = {party: index for index, party in enumerate(context.parties)}
    return sorted(
        (position for position in dispute.positions if _voices(context, position)),
        key=lambda p: (order.get(p.party, len(order)), context.name(p.party)),
    )


def _voices(context: Context, position: Position) -> tuple[Voice, ...]:
    return foremost(_every(context, position), _MOST_A_SIDE)


def _every(context: Context, position: Position) -> tuple[Voice, ...]:
    known = (context.statements.get(statement) for statement in position.statements)
    own = [s for s in known if s is not None and not s.commentary and s.confidence >= UNSURE]
    return voices(context, own)


def _evidence(context: Context, dispute: Dispute) -> list[Citation]:
    return sorted(set(dispute.evidence), key=lambda citation: context.place(citation).index)


def _evidence_line(context: Context, citation: Citation) -> Inlines:
    words = balanced(shorten(sentence_words(context, citation), _MOST_WORDS))
    return (Text(words), context.cite([citation]))
