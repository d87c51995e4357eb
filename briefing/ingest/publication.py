"""When and by whom a text was published, as far as it says; no date beats a wrong one."""

import datetime as dt
import re
from collections.abc import Sequence

from briefing.ingest.dates import FULL_DATE, MONTHS, bare_date, of_match
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.model.source import SET_ASIDE, DateBasis, PassageKind

Dated = tuple[dt.date | None, DateBasis]

_BYLINE = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|issued|released|date of publication|publication date)"
    rf"(?:\s+(?:on|at|in))?\s*:?\s*|by\s+[^|•·\d]{{2,60}}?\s*[|•·,–—-]\s*(?:published\s*:?\s*)?){FULL_DATE}",
    re.IGNORECASE,
)
_LONGEST_BYLINE = 120
_BYLINE_REACH = 8
# "SEOUL, Nov. 2 (Yonhap) --", "BEIJING, Jan. 5, 2026 (Xinhua) —": place, date, agency, dash.
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’ -]{1,30}(?:,\s[A-Z][\w.' -]{1,20})?),\s+"
    rf"(?P<date>(?:{FULL_DATE})|(?:(?:{'|'.join(MONTHS)})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\.?))"
    r"\s*(?:[(/](?P<agency>[A-Z][\w.&' -]{1,30})[)/])?\s*(?:--|[-–—:])",
    re.IGNORECASE,
)
# "SEOUL (Reuters) -": place and agency without a date.
_PLACE_AGENCY = re.compile(
    r"^[A-Z][A-Z.'’ /,-]{2,40}\s+\((?P<agency>[A-Z][\w.&' -]{1,30})\)\s*(?:--|[-–—])"
)
# "(Lima = News 1)", "(서울=연합뉴스)": place, equals sign, agency.
_KOREAN = re.compile(r"^[(\[](?P<place>[^()=\[\]]{2,40}?)\s?=\s?(?P<agency>[^()=\[\]]{2,40}?)[)\]]")
# Dates that the text itself binds to its own day or making.
_TODAY = re.compile(rf"\btoday(?:,\s+|\s+\(|\s+on\s+){FULL_DATE}", re.IGNORECASE)
_DONE = re.compile(
    rf"^(?:done|issued|signed|adopted)\s+(?:at|in|on)\s+(?:[^.;]{{0,60}}?\s)?(?:this\s+|the\s+)*{FULL_DATE}",
    re.IGNORECASE,
)


def published(blocks: Sequence[RawBlock], metadata: RawMetadata, given: dt.date | None) -> Dated:
    """Return the date of publication and what it rests on, the surest ground first.

    The order is: named by a person, the document's fields, its byline, its dateline, a date that
    the text binds to itself ("today, 3 May 2024"; "Done at Lima on 3 May 2024"). A bare date at the
    top of a page is when the page was shown, and counts for nothing.
    """
    if given is not None:
        return given, DateBasis.GIVEN
    if metadata.published is not None:
        return metadata.published, metadata.basis or DateBasis.METADATA
    if metadata.date_closed:
        return None, DateBasis.UNKNOWN
    for found, basis in (
        (_byline(blocks), DateBasis.BYLINE),
        (_dateline(blocks), DateBasis.DATELINE),
        (_bound(blocks), DateBasis.INFERRED),
    ):
        if found is not None:
            return found, basis
    return None, DateBasis.UNKNOWN


def publisher(blocks: Sequence[RawBlock], metadata: RawMetadata) -> str | None:
    """Return who published the text: its fields, else the agency of its dateline."""
    if metadata.publisher is not None:
        return metadata.publisher
    for block in blocks:
        korean = _KOREAN.match(block.text)
        if korean is not None:
            return korean.group("agency").strip()
    for block in _opening(blocks):
        for pattern in (_DATELINE, _PLACE_AGENCY):
            found = pattern.match(block.text)
            if found is not None and found.group("agency"):
                return found.group("agency").strip()
    return None


def _opening(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    body = [block for block in blocks if block.kind not in SET_ASIDE]
    return body[:_BYLINE_REACH]


def _byline(blocks: Sequence[RawBlock]) -> dt.date | None:
    """Return the date of a byline, or of a line with nothing but a date below the title."""
    titled = None
    for at, block in enumerate(blocks):
        if block.kind is PassageKind.TITLE:
            titled = at
        if len(block.text) <= _LONGEST_BYLINE:
            found = _BYLINE.match(block.text)
            if found is not None:
                return of_match(found)
        if titled is not None and 0 < at - titled <= 2 and bare_date(block.text):
            return bare_date(block.text)
    return None


def _dateline(blocks: Sequence[RawBlock]) -> dt.date | None:
    for block in _opening(blocks):
        found = _DATELINE.match(block.text)
        if found is not None:
            return of_match(found)
    return None


def _bound(blocks: Sequence[RawBlock]) -> dt.date | None:
    """Return the one date that the text binds to itself; None where it binds two."""
    dates: set[dt.date | None] = set()
    for block in blocks:
        if block.kind in SET_ASIDE:
            continue
        dates.update(of_match(found) for found in _TODAY.finditer(block.text))
        done = _DONE.match(block.text)
        if done is not None:
            dates.add(of_match(done))
    return dates.pop() if len(dates) == 1 else None
