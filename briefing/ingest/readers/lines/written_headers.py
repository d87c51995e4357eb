"""The header of a mail that stands as text at the top of a page: from whom, when, about what."""

import re
from collections.abc import Sequence

from briefing.ingest.characters import one_line
from briefing.ingest.raw import RawMetadata
from briefing.ingest.readers.fields import as_date

_FIELD = re.compile(
    r"\s*[*_]{0,2}(?P<name>from|to|cc|bcc|sent|date|subject|reply-to|importance|attachments?|"
    r"보낸\s?사람|받는\s?사람|보낸\s?날짜|제목|发件人|收件人|发送时间|主题|差出人|宛先|送信日時|件名)"
    r"\s?[*_]{0,2}\s?[:：][*_]{0,2}\s*(?P<value>.*)",
    re.IGNORECASE,
)
_NAMES = {
    "보낸사람": "from", "发件人": "from", "差出人": "from", "보낸날짜": "date", "发送时间": "date",
    "送信日時": "date", "sent": "date", "제목": "subject", "主题": "subject", "件名": "subject",
}  # fmt: skip
_FEWEST = 3
_MOST = 30
_ANSWER = re.compile(
    r"^(?:(?:re|fw|fwd|aw|wg|tr|답장|회신|전달|转发|回复)\s?[:：]\s*)+", re.IGNORECASE
)
_ADDRESS = re.compile(r"\s*[<(\[]\S*@\S*[>)\]].*$|^\S+@\S+$")


def mail_header(lines: Sequence[str]) -> tuple[int, RawMetadata]:
    """Return how many lines a mail's header takes at the top, and what it says; 0 without one.

    It has at least three fields, a sender among them and a day or a subject.
    """
    fields: dict[str, str] = {}
    end = 0
    last = ""
    for at, line in enumerate(lines[:_MOST]):
        found = _FIELD.match(line)
        if found is not None:
            last = re.sub(r"\s", "", found["name"].casefold())
            last = _NAMES.get(last, last)
            fields.setdefault(last, found["value"])
            end = at + 1
        elif line[:1] in " \t" and line.strip() and fields:
            fields[last] += " " + line.strip()
            end = at + 1
        elif line.strip() or fields:
            break
    if len(fields) < _FEWEST or "from" not in fields or not {"date", "subject"} & set(fields):
        return 0, RawMetadata()
    return end, _metadata(fields)


def _metadata(fields: dict[str, str]) -> RawMetadata:
    subject = _ANSWER.sub("", one_line(fields.get("subject", "")))
    sender = _ADDRESS.sub("", one_line(fields["from"])).strip(" \"'")
    published = as_date(fields.get("date", ""))
    return RawMetadata(
        title=subject or None,
        authors=(sender,) if sender else (),
        published=published,
    )
