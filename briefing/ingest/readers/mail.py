"""Mail as RFC 5322 and MIME have it (EML), and folders of it in one file (mbox)."""

import codecs
import email
import email.message
import email.policy
import re

from briefing.ingest.raw import Enclosed, RawDocument
from briefing.ingest.readers.letters import mail_body, mail_letter
from briefing.ingest.readers.letters.mail_charsets import header
from briefing.ingest.readers.letters.mail_letter import Letter
from briefing.ingest.readers.letters.mail_parts import Parts, charset, left_out_notice, parts
from briefing.model.errors import SourceError

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
LONGEST_SHOWN = 500
# A separator of mbox: the sender and the time of arrival, and the headers of a mail below it.
_SEPARATOR = re.compile(
    rb"^From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,80}\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)", re.MULTILINE
)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
# Apple Mail writes the length of the mail before it, and a property list behind.
_COUNT = re.compile(rb"\s*(\d{1,9})[ \t]*\r?\n")
# The parser's time grows with the square of a parameter's length; no sender needs so long a line.
_ENDLESS = re.compile(
    rb"^(content-(?:type|disposition):[^\r\n]{20000})[^\r\n]+", re.I | re.MULTILINE
)
_ARMOUR = "-----BEGIN PGP MESSAGE-----"
_BULK = frozenset({"bulk", "list", "junk"})
_PLAIN_NAME = re.compile(r"^\s*\"?(?P<name>[^\"<>]*?)\"?\s*<[^<>]*>\s*$")


def read(data: bytes, name: str) -> RawDocument:
    """Return a mail's header lines and text, and its attached documents as enclosed ones.

    A file of several mails has each of them enclosed. Raises SourceError where there is neither
    text nor attachment that can be read, or the mail is encrypted.
    """
    mails = _mails(data)
    if len(mails) > 1:
        return RawDocument((), enclosed=tuple(
            Enclosed(f"{number}.eml", mail) for number, mail in enumerate(mails, start=1)
        ))  # fmt: skip
    letter = _letter(mails[0], name)
    return mail_body.document(letter, name)


def _mails(data: bytes) -> list[bytes]:
    """Return the mails in a file: one, unless lines of an mbox stand between several."""
    start = data.removeprefix(codecs.BOM_UTF8).lstrip()
    counted = _COUNT.match(start)
    if counted is not None:
        return [start[counted.end() :][: int(counted[1])]]
    if not start.startswith(b"From "):
        return [start]
    places = [m for m in _SEPARATOR.finditer(start) if _after_blank(start, m.start())]
    if not places:
        return [start]
    ends = [m.start() for m in places[1:]] + [len(start)]
    mails = [start[m.end() : end] for m, end in zip(places, ends, strict=True)]
    return [_ESCAPED.sub(rb"\1", mail) for mail in mails]


def _after_blank(data: bytes, at: int) -> bool:
    return (
        at == 0 or data[max(0, at - 2) : at] == b"\n\n" or data[max(0, at - 4) : at] == b"\r\n\r\n"
    )


def _letter(data: bytes, name: str) -> Letter:
    # The older policy: it takes header lines as they are, so that none can stop the reading.
    try:
        message = email.message_from_bytes(_ENDLESS.sub(rb"\1", data), policy=email.policy.compat32)
        found = parts(message, name)
    except RecursionError as error:
        raise SourceError(
            "The mails in “{name}” lie too deep inside each other.",
            "Open it in your mail program, and save the one that matters.",
            name=name,
        ) from error
    if not (found.plain or found.html) and found.notices and not found.enclosed:
        raise SourceError(
            "{said}", "Save it again as UTF-8 text and read that.", said=found.notices[0]
        )
    plain = "\n\n".join(found.plain)
    if _is_locked(found, plain):
        raise SourceError(
            "The mail “{name}” is encrypted or sealed.",
            "Open it in your mail program with its key, and save what it shows as text.",
            name=name,
        )
    coded = next(filter(None, map(charset, message.walk())), None)
    return Letter(
        subject=header(message, "Subject", coded),
        sender=header(message, "From", coded),
        lines=_header_lines(message, coded),
        sent=mail_letter.day(header(message, "Date")),
        plain=plain,
        html="\n".join(found.html),
        flowed=found.flowed,
        del_space=found.del_space,
        bulk=is_bulk(message),
        list_name=list_name(message),
        enclosed=tuple(found.enclosed),
        notices=(*found.notices, *left_out_notice(found.left_out)),
    )


def _is_locked(found: Parts, plain: str) -> bool:
    if found.enclosed or found.html:
        return False
    return plain.lstrip().startswith(_ARMOUR) or (found.locked and not plain.strip())


def _header_lines(message: email.message.Message, coded: str | None) -> tuple[str, ...]:
    values = ((label, header(message, label, coded)) for label in _SHOWN)
    return tuple(f"{label}: {value[:LONGEST_SHOWN]}" for label, value in values if value)


def is_bulk(message: email.message.Message) -> bool:
    """Tell whether header lines say that a list or a newsletter sent the mail to many."""
    if message.get("List-Unsubscribe") or message.get("List-Id") or message.get("Feedback-ID"):
        return True
    return header(message, "Precedence").lower() in _BULK


def list_name(message: email.message.Message) -> str:
    """Return the name of the list on which people write to each other; "" for none."""
    posted = header(message, "List-Post")
    if not posted or posted.upper().startswith("NO"):
        return ""
    named = _PLAIN_NAME.match(header(message, "List-Id")[:LONGEST_SHOWN])
    return named["name"].strip() if named else ""
