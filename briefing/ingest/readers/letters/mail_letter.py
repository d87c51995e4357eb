"""What a mail is, whatever format brought it: who wrote when to whom, its text and enclosures."""

import datetime as dt
import email.utils
import re
from dataclasses import dataclass

from briefing.ingest.characters import one_line
from briefing.ingest.raw import Enclosed

EARLIEST = 1971  # a clock that was never set shows 1970
_LATEST = 2099
_LONGEST_ADDRESS = 2000
_ROLE = re.compile(
    r"(?:no-?_?reply|news(?:letters?|room|desk|alerts?|flash)?|alerts?|breaking|daily|weekly|"
    r"bulletin|briefing|digest|press(?:e|office|room|releases?)?|media|info|"
    r"updates?|notifications?|editors?|redaktion|redaction|redaccion|mailer|mail(?:ing)?|lists?|"
    r"communications?|publications?|subscriptions?|spokes\w*|office)(?:[-._+\d]|$)",
    re.IGNORECASE,
)
_VIA = re.compile(r"^['\"]?(?P<who>.+?)['\"]?\s+via\s+(?P<list>.+)$", re.IGNORECASE)
_PREFIX = re.compile(
    r"^(?:(?:re|aw|sv|antw|rif|res|fwd?|wg|tr|rv|enc|i|vs|doorst|회신|답장|전달|答复|回复|回覆|转发|轉寄|転送|返信)"
    r"(?:\[\d{1,3}\])?\s*[:：]\s*)+",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^(?:fwd?|wg|tr|rv|enc|doorst|전달|转发|轉寄|転送)\s*[:：]", re.IGNORECASE)
_ODD = re.compile(r"[\\/:*?\"<>|]+")
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail: header values as one line of text each, "" where there is none.

    ``lines`` are the header lines to show. ``html`` is the text of an HTML page. ``flowed`` when
    the plain text has soft line ends (RFC 3676), ``del_space`` when the space before one is no
    part of the text. ``bulk`` when a list or a newsletter sent it; ``list_name`` is the name of a
    list on which people write to each other.
    """

    subject: str
    sender: str
    lines: tuple[str, ...]
    sent: dt.date | None = None
    plain: str = ""
    html: str = ""
    flowed: bool = False
    del_space: bool = False
    bulk: bool = False
    list_name: str = ""
    enclosed: tuple[Enclosed, ...] = ()
    notices: tuple[str, ...] = ()


def day(value: str) -> dt.date | None:
    """Return the day that a Date header names, as the sender's clock had it; None for none."""
    parsed = email.utils.parsedate_tz(value[:200])
    if parsed is None or not EARLIEST <= parsed[0] <= _LATEST:
        return None
    try:
        return dt.date(*parsed[:3])
    except ValueError:
        return None


def people(sender: str, *, bulk: bool, list_name: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the publisher and the authors that a sender stands for.

    A newsletter's and a press office's sender is the publisher; a person's is the author, and the
    list on which the person writes is the publisher.
    """
    said, address = email.utils.parseaddr(sender[:_LONGEST_ADDRESS])
    name = one_line(said).strip("'\" ")
    if not name or "@" in name:
        return list_name or None, ()
    via = _VIA.match(name)
    if via is not None:
        return list_name or via["list"], (via["who"],)
    if list_name:
        return list_name, (name,)
    if bulk or _ROLE.match(address.partition("@")[0]):
        return name, ()
    return None, (name,)


def title(subject: str) -> str:
    """Return a subject without "Re:" and "Fwd:" before it."""
    return _PREFIX.sub("", subject).strip() or subject


def is_forward(subject: str) -> bool:
    """Tell whether a subject says that the mail passes another on."""
    return _FORWARDED.match(subject) is not None


def label(name: str, ending: str = "") -> str:
    """Return a name for an enclosed document: one line, no path, never empty."""
    kept = _ODD.sub("_", one_line(name)).strip(" ._") or "attachment"
    if len(kept) > _LONGEST_NAME:
        stem, dot, suffix = kept.rpartition(".")
        short = dot and len(suffix) <= 8
        kept = f"{stem[: _LONGEST_NAME - 9]}.{suffix}" if short else kept[:_LONGEST_NAME]
    return kept if kept.lower().endswith(ending) else kept + ending
