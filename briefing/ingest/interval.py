"""Between which days a text can have been published, where it does not tell the day itself."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from briefing.ingest.bylines import is_stamp
from briefing.ingest.dates import Found, bare_date, dates_in, day_first
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.ingest.segmentation import sentences
from briefing.model.source import SET_ASIDE, PassageKind

Interval = tuple[dt.date | None, dt.date | None]

_TOP = 3
_LONGEST_NOTE = 160
_CLAUSE = 80
# A line that says when the page was there.
_SHOWN = re.compile(
    r"\W*(?:(?:this|the) page (?:was )?)?(?:page )?(?:last )?"
    r"(?:printed|print date|retrieved|accessed|saved|captured|downloaded|archived|checked|scraped|"
    r"viewed|visited|crawled|updated|modified|reviewed|수정|최종수정|更新|修改|最終更新)\b",
    re.IGNORECASE,
)
# What is told as done; only these bear a date that has passed for certain.
_DONE = re.compile(
    r"\b(?:signed|met|held|took place|began|started|ended|opened|adopted|visited|arrived|left|"
    r"departed|"
    r"died|killed|attacked|fired|launched|tested|struck|collapsed|resigned|won|said|told|spoke|issued|"
    r"released|published|happened|occurred|concluded|fell|voted|ratified|received|hosted|attended|"
    r"founded|established|came|went|sank|seized|detained|arrested|crashed|imposed|lifted|entered|"
    r"crossed|shook hands|broke|declared|approved|rejected|recalled|expelled|halted|resumed)\b",
    re.IGNORECASE,
)
# With one of these in its sentence a date may lie ahead.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|should|(?-i:may)|might|can|could|if|unless|scheduled|planned|plans?|"
    r"planning|until|till|by|"
    r"before|deadline|due|expected|expires?|set (?:for|to)|slated|upcoming|next|tomorrow|ahead|"
    r"to be|is to|are to|was to|were to|through|from|effective|valid|agreed|announced|proposed|"
    r"postponed|delayed|moved|invited|called for|hopes?|aims?|intends?|starting|beginning|"
    r"as of|no later|for|election|not)\b",
    re.IGNORECASE,
)  # fmt: skip


def interval(blocks: Sequence[RawBlock], metadata: RawMetadata, date: dt.date | None) -> Interval:
    """Return the first and the last day on which a text can have been published.

    None for an open end; both are None where ``date``, the day itself, is known, and where what
    the page says does not fit together. The last day is the earliest on which the page was there;
    the first is the latest full date that the text tells of as passed.
    """
    if date is not None:
        return None, None
    first = max(_passed(blocks, metadata), default=None)
    last = min(_shown(blocks, metadata), default=None)
    if first is not None and last is not None and first > last:
        return None, None
    return first, last


def _shown(blocks: Sequence[RawBlock], metadata: RawMetadata) -> Iterator[dt.date]:
    if metadata.shown is not None:
        yield metadata.shown
    order = day_first(metadata.url, metadata.language)
    for at, block in enumerate(blocks):
        if len(block.text) > _LONGEST_NOTE:
            continue
        bare = bare_date(block.text) if at < _TOP and block.kind in SET_ASIDE else None
        if bare is not None:
            yield bare
        if _SHOWN.match(block.text) and (block.kind in SET_ASIDE or is_stamp(block.text)):
            yield from (found.date for found in dates_in(block.text, day_first=order))


def _passed(blocks: Sequence[RawBlock], metadata: RawMetadata) -> Iterator[dt.date]:
    order = day_first(metadata.url, metadata.language)
    for block in blocks:
        if block.kind not in {PassageKind.BODY, PassageKind.LIST, None}:
            continue
        if not dates_in(block.text, day_first=order):
            continue
        for span in sentences(block.text):
            sentence = block.text[span.start : span.end]
            if _AHEAD.search(sentence) is None:
                for found in dates_in(sentence, day_first=order):
                    if _is_told(sentence, found):
                        yield found.date


def _is_told(sentence: str, found: Found) -> bool:
    """Tell whether a verb of what is done stands near a date, with no infinitive in between."""
    before = sentence[max(0, found.start - _CLAUSE) : found.start]
    verbs = list(_DONE.finditer(before))
    if verbs:
        between = before[verbs[-1].end() :]
        return (
            re.search(r"\bto\s(?!the\b|an?\b|their\b|his\b|her\b|its\b|[A-Z])\w", between) is None
        )
    opens = re.fullmatch(r"\W*(?:[Oo]n|[Ii]n)?\s*(?:\w+day,?\s*)?", before) is not None
    return opens and _DONE.search(sentence, found.end, found.end + _CLAUSE) is not None
