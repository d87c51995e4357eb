"""The header lines of a mail inside a mail: where they end, and what they say."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.dates import full_date
from briefing.ingest.readers.letters.mail_letter import day
from briefing.model.source import PassageKind

_FROM = r"from|von|de|da|van|från|fra|от|보낸\s?사람|发件人|寄件者|寄件人|差出人|送信者"
_DATE = (
    r"sent|date|gesendet|datum|envoyé|enviado|fecha|inviato|data|verzonden|отправлено|дата|"
    r"보낸\s?날짜|날짜|发送时间|日期|寄件日期|傳送日期|送信日時|日付"
)
_SUBJECT = r"subject|betreff|objet|asunto|oggetto|assunto|onderwerp|тема|제목|主题|主旨|件名"
_OTHERS = (
    r"to|cc|bcc|an|à|a|para|aan|кому|копия|받는\s?사람|참조|收件人|收件者|抄送|副本|宛先|"
    r"reply-to|importance|priority|attachments?|anlagen?"
)
_LABEL = re.compile(
    rf"\W{{0,3}}(?:(?P<from>{_FROM})|(?P<date>{_DATE})|(?P<subject>{_SUBJECT})|(?P<other>{_OTHERS}))"
    r"\*{0,2}\s?[:：]\*{0,2}(?P<value>.*)",
    re.IGNORECASE | re.DOTALL,
)
# All of a quoted mail's header lines in one block, as HTML gives them.
_RUN = re.compile(
    rf"\W{{0,3}}(?:{_FROM})\*{{0,2}}\s?[:：](?P<from>.{{1,300}}?)\s\*{{0,2}}(?:{_DATE})\*{{0,2}}\s?[:：]"
    rf"(?P<date>.{{1,100}}?)\s\*{{0,2}}(?:{_OTHERS}|{_SUBJECT})\*{{0,2}}\s?[:：]",
    re.IGNORECASE | re.DOTALL,
)
_HEADER_LINES = 14
_FEWEST_LABELS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line or block of a mail's text; ``depth`` counts the quotations that it stands in.

    ``aside`` when the mail itself says that it is a signature or not to be seen.
    """

    text: str
    depth: int = 0
    kind: PassageKind | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Carried:
    """What the header lines of a mail inside a mail say of it."""

    sender: str = ""
    sent: dt.date | None = None


def header_run(text: str) -> Carried | None:
    """Return what a block says that begins with all header lines in one; None for others."""
    run = _RUN.match(text)
    return None if run is None else Carried(run["from"].strip(), _day(run["date"]))


def headers(lines: Sequence[Line], start: int) -> tuple[int, Carried]:
    """Return where the header lines of a quoted mail end that start here, and what they say.

    They are three lines or more that open with the names of headers, the sender among them.
    """
    if start >= len(lines):
        return start, Carried()
    run = header_run(lines[start].text)
    if run is not None:
        return start + 1, run
    found: dict[str, str] = {}
    at = start
    while at < min(len(lines), start + _HEADER_LINES) and lines[at].text.strip():
        named = _LABEL.fullmatch(lines[at].text)
        if named is None and (not found or not _goes_on(lines[at].text)):
            break
        if named is not None and named.lastgroup is not None:
            which = next(key for key in ("from", "date", "subject", "other") if named[key])
            found.setdefault(which, named["value"].strip(" \t*"))
        at += 1
    if len(found) < _FEWEST_LABELS or "from" not in found:
        return start, Carried()
    return at, Carried(found["from"], _day(found.get("date", "")))


def _goes_on(text: str) -> bool:
    """Tell whether a line continues a list of addresses."""
    return text[:1] in {" ", "\t"} or ("@" in text and text.rstrip().endswith((",", ";", ">")))


def _day(value: str) -> dt.date | None:
    return full_date(value) or day(value)
