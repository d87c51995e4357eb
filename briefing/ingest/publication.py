"""When and by whom a text was published, as far as it says; no date beats a wrong one."""

import datetime as dt
import re
from collections.abc import Sequence

from briefing.ingest.bylines import is_byline, is_place_date, is_stamp
from briefing.ingest.dates import FULL_DATE, MONTHS, bare_date, dates_in, day_first, of_match
from briefing.ingest.head import text_begins
from briefing.ingest.interval import Interval
from briefing.ingest.raw import RawBlock, RawMetadata
from briefing.model.source import SET_ASIDE, DateBasis, PassageKind

Dated = tuple[dt.date | None, DateBasis]

# What stands before the day of publication, and before another day, in a line of dates.
_PUBLISHED = (
    r"(?:first\s+|originally\s+)?(?:published|posted|issued|released|filed|date of publication|"
    r"publication date|release date|date)\b|입력|등록|발행|게재|승인|"
    r"发布时间|发布日期|发表时间|发布|发表|公開|配信|掲載|投稿"
)
_OTHERWISE = (
    r"(?:last\s+)?(?:updated?|modified|revised|edited|printed|retrieved|accessed|saved|reviewed|"
    r"checked|archived|captured|downloaded)\b|수정|최종|更新|修改|最終更新"
)
_LABELS = re.compile(rf"(?P<published>{_PUBLISHED})|(?P<otherwise>{_OTHERWISE})", re.IGNORECASE)
_OPENS_NOTE = re.compile(
    rf"\W*(?:{_PUBLISHED})(?:\s+(?:on|at|in))?\s*[:：]?\s*\W{{0,3}}", re.IGNORECASE
)
_LONGEST_BYLINE = 160
_OPENING = 8
_BYLINE_REACH = 8
# "SEOUL, Nov. 2 (Yonhap) --", "BEIJING, Jan. 5, 2026 (Xinhua) —": place, date, agency, dash.
_DATELINE = re.compile(
    r"^(?P<place>[A-Z][\w.'’ -]{1,30}(?:,\s[A-Z][\w.' -]{1,20})?),\s+"
    rf"(?P<date>(?:{FULL_DATE})|(?:(?:{'|'.join(MONTHS)})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\.?))"
    r"\s*(?:[(/](?P<agency>[A-Z][\w.&' -]{1,30})[)/])?\s*(?:--|[-–—:])",
    re.IGNORECASE,
)
# "Nov 21 (Reuters) -": date and agency without a place.
_AGENCY_DATELINE = re.compile(
    rf"^(?P<date>(?:{FULL_DATE})|(?:(?:{'|'.join(MONTHS)})\.?\s+\d{{1,2}}|\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\.?))"
    r"\s*\((?P<agency>[A-Z][\w.&' -]{1,30})\)\s*(?:--|[-–—:])",
    re.IGNORECASE,
)
# "新华社北京1月5日电": agency, place, date, "dispatch".
_EAST_DATELINE = re.compile(r"^[^。，]{0,16}?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:电|電)")
# "SEOUL (Reuters) -": place and agency without a date.
_PLACE_AGENCY = re.compile(
    r"^[A-Z][A-Z.'’ /,-]{2,40}\s+\((?P<agency>[A-Z][\w.&' -]{1,30})\)\s*(?:--|[-–—])"
)
# "(Lima = News 1)", "(서울=연합뉴스)": place, equals sign, agency.
_PLACE_IS_AGENCY = re.compile(
    r"^[(\[](?P<place>[^()=\[\]\d$€£¥₩%]{2,40}?)\s?=\s?(?P<agency>[^\W\d_][^()=\[\]$€£¥₩%]{1,39}?)[)\]]"
)
# Dates that the text itself binds to its own day or making.
_TODAY = re.compile(rf"\btoday(?:,\s+|\s+\(|\s+on\s+){FULL_DATE}", re.IGNORECASE)
_DONE = re.compile(
    rf"^(?:done|issued|signed|adopted)\s+(?:at|in|on)\s+(?:[^.;]{{0,60}}?\s)?(?:this\s+|the\s+)*{FULL_DATE}",
    re.IGNORECASE,
)


def published(
    blocks: Sequence[RawBlock],
    metadata: RawMetadata,
    given: dt.date | None,
    bounds: Interval,
) -> Dated:
    """Return the date of publication and what it rests on, the surest ground first.

    The order is: named by a person, the document's fields, its byline, its dateline, a date that
    the text binds to itself ("today, 3 May 2024"; "Done at Lima on 3 May 2024"), the only day that
    is possible. ``bounds`` are the first and the last possible day (``interval``). A bare date at
    the top of a page is when the page was shown: no day of publication.
    """
    if given is not None:
        return given, DateBasis.GIVEN
    if metadata.published is not None:
        return metadata.published, metadata.basis or DateBasis.METADATA
    if metadata.date_closed:
        return None, DateBasis.UNKNOWN
    for found, basis in (
        (_byline(blocks, metadata), DateBasis.BYLINE),
        (_dateline(blocks, bounds), DateBasis.DATELINE),
        (_bound(blocks), DateBasis.INFERRED),
        (_only_day(bounds), DateBasis.INFERRED),
    ):
        if found is not None:
            return found, basis
    return None, DateBasis.UNKNOWN


def publisher(blocks: Sequence[RawBlock], metadata: RawMetadata) -> str | None:
    """Return who published the text: its fields, else the agency of its dateline."""
    if metadata.publisher is not None:
        return metadata.publisher
    opening = {id(block) for block in _opening(blocks)}
    for block in blocks:
        # Anywhere it is a line of its own.
        match = _PLACE_IS_AGENCY.match if id(block) in opening else _PLACE_IS_AGENCY.fullmatch
        named = match(block.text)
        if named is not None:
            return named.group("agency").strip()
    for block in _opening(blocks):
        for pattern in (_DATELINE, _AGENCY_DATELINE, _PLACE_AGENCY):
            found = pattern.match(block.text)
            if found is not None and found.group("agency"):
                return found.group("agency").strip()
    return None


def _opening(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    body = [block for block in blocks if block.kind not in SET_ASIDE]
    return body[:_OPENING]


def _byline(blocks: Sequence[RawBlock], metadata: RawMetadata) -> dt.date | None:
    """Return the date of a byline, of a line that says "published", or of one below the title.

    A date before the title is the page's, and one after the first paragraph belongs to the text
    or to another text, but for a line that opens with "published".
    """
    order = day_first(metadata.url, metadata.language)
    begins = text_begins(blocks)
    titled: int | None = 0 if blocks and blocks[0].kind not in SET_ASIDE else None
    bare: dt.date | None = None
    for at, block in enumerate(blocks):
        if block.kind is PassageKind.COMMENT:
            continue
        if block.kind is PassageKind.TITLE:
            titled = at
        in_text = begins is not None and at >= begins
        found, is_labelled = _noted(block.text, order, in_text=in_text)
        if is_labelled:
            return found
        below = titled is not None and 0 < at - titled <= _BYLINE_REACH and not in_text
        if found is not None and below and bare is None:
            bare = found
    return None if begins is not None and _is_chronicle(blocks, begins) else bare


def _is_chronicle(blocks: Sequence[RawBlock], begins: int) -> bool:
    """Tell whether days head the parts of a text, the one right above its first part too."""
    if begins == 0 or bare_date(blocks[begins - 1].text) is None:
        return False
    later = blocks[begins:]
    return any(block.kind is PassageKind.HEADING and bare_date(block.text) for block in later)


def _noted(text: str, order: bool | None, *, in_text: bool) -> tuple[dt.date | None, bool]:
    """Return the day that a line of dates tells, and whether it says that it is the publication's.

    The day of an update, a print or a visit is none.
    """
    if len(text) > _LONGEST_BYLINE:
        return None, False
    dates = dates_in(text, day_first=order)
    opening = _OPENS_NOTE.match(text)
    opens = opening is not None and any(each.start <= opening.end() for each in dates)
    in_head = not in_text and (is_stamp(text) or is_byline(text) or is_place_date(text))
    if not dates or not (opens or in_head):
        return None, False
    for each in dates:
        labels = list(_LABELS.finditer(text, 0, each.start))
        if not labels or labels[-1]["published"]:
            return each.date, bool(labels) or is_byline(text)
    return None, False


def _dateline(blocks: Sequence[RawBlock], bounds: Interval) -> dt.date | None:
    """Return the date of the dateline; one without a year where the bounds leave only one."""
    for block in _opening(blocks):
        found = _DATELINE.match(block.text) or _AGENCY_DATELINE.match(block.text)
        if found is not None:
            return of_match(found) or _yearless(found["date"], bounds)
        east = _EAST_DATELINE.match(block.text)
        if east is not None:
            return _in_bounds(int(east["month"]), int(east["day"]), bounds)
    return None


def _yearless(text: str, bounds: Interval) -> dt.date | None:
    day = re.search(r"\d{1,2}", text)
    name = re.search(r"[A-Za-z]+", text)
    month = MONTHS.get(name[0].lower()) if name else None
    if day is None or month is None or re.search(r"\d{4}", text):
        return None
    return _in_bounds(month, int(day[0]), bounds)


def _in_bounds(month: int, day: int, bounds: Interval) -> dt.date | None:
    """Return the one such day within the bounds; None where an end is open or two years fit."""
    first, last = bounds
    if first is None or last is None:
        return None
    days = []
    for year in range(first.year, last.year + 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if first <= date <= last:
            days.append(date)
    return days[0] if len(days) == 1 else None


def _only_day(bounds: Interval) -> dt.date | None:
    first, last = bounds
    return first if first is not None and first == last else None


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
