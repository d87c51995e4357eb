"""Outlook messages (MSG): a mail's properties in an OLE container, read as mail is read."""

import datetime as dt
import email
import email.message
import email.policy
import io
import struct
from collections.abc import Iterator

import olefile
from oxmsg.domain import constants as pid
from oxmsg.domain.encodings import encoding_from_codepage
from oxmsg.domain.model import UnrecognizedCodePageError, UnsupportedEncodingError
from oxmsg.storage import Storage

from briefing.ingest.raw import Enclosed, RawDocument
from briefing.ingest.readers import mail
from briefing.ingest.readers.letters import mail_body, mail_letter, outlook_rtf
from briefing.ingest.readers.letters.mail_charsets import characters, header
from briefing.ingest.readers.letters.mail_letter import Letter, label
from briefing.ingest.readers.letters.mail_parts import is_document, left_out_notice
from briefing.ingest.readers.letters.mail_writing import written
from briefing.model.errors import SourceError

# MS-OXMSG 2.4: the header before the properties of a message, and of one inside it.
_HEADER = 32
_INNER_HEADER = 24
_ATTACHED_HEADER = 8
_INNER = "__SUBSTG1.0_3701000D"
_PROPERTIES = "__properties_version1.0"
# Sort and number of a property, flags, and its value where that has a fixed length.
_FIXED = struct.Struct("<HH4xQ")
_EPOCH = dt.date(1601, 1, 1)
_LARGEST = 400_000_000
_DEEPEST = 5
_UTF16, _BYTES, _BINARY = pid.PTYP_STRING, pid.PTYP_STRING8, pid.PTYP_BINARY
_UTF8 = 65001
# What the libraries raise on containers that are not as they should be.
_DAMAGE = (
    OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError, struct.error,
)  # fmt: skip
_SEALED = "ipm.note.smime"
_SIGNED = "ipm.note.smime.multipartsigned"


class _Item:
    """A message or an attachment: its storage and its properties of fixed length."""

    def __init__(self, storage: Storage, start: int) -> None:
        self._streams = {stream.name.upper(): stream.bytes_ for stream in storage.streams}
        fixed = self._streams.get(_PROPERTIES.upper(), b"")[start:]
        whole = fixed[: len(fixed) // _FIXED.size * _FIXED.size]
        self._fixed = {(number, sort): value for sort, number, value in _FIXED.iter_unpack(whole)}

    def data(self, number: int, kind: int = _BINARY) -> bytes:
        """Return the bytes of a property, none where it is not there."""
        return self._streams.get(f"__SUBSTG1.0_{number:04X}{kind:04X}", b"")

    def text(self, number: int, codepage: str | None = None) -> str:
        """Return a property of characters; "" where it is not there."""
        wide = self.data(number, _UTF16)
        if wide:
            return wide.decode("utf-16-le", errors="replace").replace("\x00", "")
        narrow = self.data(number, _BYTES).rstrip(b"\x00")
        return characters(narrow, codepage, "").text if narrow.strip() else ""

    def number(self, number: int) -> int | None:
        """Return a property that is a whole number."""
        value = self._fixed.get((number, pid.PTYP_INTEGER_32))
        return None if value is None else value & 0xFFFFFFFF

    def day(self, number: int) -> dt.date | None:
        """Return the day of a property that is a time, in Greenwich."""
        value = self._fixed.get((number, pid.PTYP_TIME))
        try:
            return None if value is None else _EPOCH + dt.timedelta(microseconds=value // 10)
        except OverflowError:
            return None


def read(data: bytes, name: str) -> RawDocument:
    """Return a message's header lines and text, and its attached documents as enclosed ones.

    Raises SourceError where the file is damaged, the message encrypted, or there is nothing in it.
    """
    letter = _letter(_opened(data, name), name, _HEADER, 0)
    return mail_body.document(letter, name)


def _opened(data: bytes, name: str) -> Storage:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            paths = ole.listdir(streams=True, storages=False)
            if sum(ole.get_size(path) for path in paths) > _LARGEST:
                raise _damaged(name)
            return Storage.from_ole(ole)
    except _DAMAGE as error:
        raise _damaged(name) from error


def _letter(storage: Storage, name: str, start: int, depth: int) -> Letter:
    item = _Item(storage, start)
    codepage = _codepage(item.number(pid.PID_MESSAGE_CODEPAGE))
    sort = item.text(pid.PID_MESSAGE_CLASS).lower()
    if sort.startswith(_SEALED) and not sort.startswith(_SIGNED):
        raise SourceError(
            "The mail “{name}” is encrypted or sealed.",
            "Open it in Outlook with its key, and save what it shows as text.",
            name=name,
        )
    headers = _headers(item, codepage)
    subject = item.text(pid.PID_SUBJECT, codepage) or header(headers, "Subject")
    enclosed, left_out = _attachments(storage, codepage, name, depth)
    plain, html = _texts(item, codepage, name)
    sender = _sender(item, headers, codepage)
    sent = _sent(item, headers)
    return Letter(
        subject=" ".join(subject.split()),
        sender=sender,
        lines=_lines(item, headers, codepage, sender, subject, sent),
        sent=sent,
        plain=plain,
        html=html,
        bulk=mail.is_bulk(headers),
        list_name=mail.list_name(headers),
        enclosed=tuple(enclosed),
        notices=left_out_notice(left_out),
    )


def _headers(item: _Item, codepage: str | None) -> email.message.Message:
    text = item.text(pid.PID_TRANSPORT_MESSAGE_HEADERS, codepage)
    return email.message_from_string(text.lstrip(), policy=email.policy.compat32)


def _sender(item: _Item, headers: email.message.Message, codepage: str | None) -> str:
    said = header(headers, "From")
    if said:
        return said
    numbers = (
        (pid.PID_SENT_REPRESENTING_NAME, pid.PID_SENT_REPRESENTING_EMAIL_ADDRESS),
        (pid.PID_SENDER_NAME, pid.PID_SENDER_EMAIL_ADDRESS),
    )
    for named, addressed in numbers:
        name = item.text(named, codepage).replace('"', "")
        address = item.text(addressed, codepage)
        smtp = item.text(pid.PID_SENDER_SMTP_ADDRESS, codepage)
        address = address if "@" in address else smtp
        if name:
            return f'"{name}" <{address}>'
    return ""


def _sent(item: _Item, headers: email.message.Message) -> dt.date | None:
    """Return the day of sending as the sender's clock had it, else in Greenwich."""
    said = mail_letter.day(header(headers, "Date"))
    times = (pid.PID_CLIENT_SUBMIT_TIME, pid.PID_MESSAGE_DELIVERY_TIME)
    days = (said, *(item.day(number) for number in times))
    return next((day for day in days if day is not None and day.year > mail_letter.EARLIEST), None)


def _lines(
    item: _Item, headers: email.message.Message, codepage: str | None,
    sender: str, subject: str, sent: dt.date | None,
) -> tuple[str, ...]:  # fmt: skip
    said = (
        ("From", sender),
        ("To", header(headers, "To") or item.text(pid.PID_DISPLAY_TO, codepage)),
        ("Cc", header(headers, "Cc") or item.text(pid.PID_DISPLAY_CC, codepage)),
        ("Date", header(headers, "Date") or (sent.isoformat() if sent else "")),
        ("Subject", subject),
    )
    return tuple(f"{word}: {value[: mail.LONGEST_SHOWN]}" for word, value in said if value.strip())


def _texts(item: _Item, codepage: str | None, name: str) -> tuple[str, str]:
    """Return the plain text and the page; what is only there as RTF becomes one of them."""
    body = _codepage(item.number(pid.PID_INTERNET_CODEPAGE)) or codepage
    plain = item.text(pid.PID_BODY, body)
    raw = item.data(pid.PID_HTML)
    html = characters(raw, body, name).text if raw.strip() else item.text(pid.PID_HTML, body)
    if not plain.strip() and not html.strip():
        return outlook_rtf.texts(item.data(pid.PID_RTF_COMPRESSED))
    return plain, html


def _attachments(
    storage: Storage, codepage: str | None, name: str, depth: int
) -> tuple[list[Enclosed], list[str]]:
    enclosed: list[Enclosed] = []
    left_out: list[str] = []
    for each in storage.iter_attachment_storages():
        item = _Item(each, _ATTACHED_HEADER)
        named = next(filter(None, _names(item, codepage)), "")
        inner = next((s for s in each.storages if s.name.upper() == _INNER), None)
        if inner is not None and depth < _DEEPEST and _is_message(inner):
            enclosed.append(_inside(inner, named, name, depth))
            continue
        data = item.data(pid.PID_ATTACH_DATA_BINARY)
        if inner is not None or not is_document(item.text(pid.PID_ATTACH_MIME_TAG).lower(), named):
            left_out.append(label(named))
        elif data.strip():
            enclosed.append(Enclosed(label(named), data))
    return enclosed, left_out


def _names(item: _Item, codepage: str | None) -> Iterator[str]:
    for number in (pid.PID_ATTACH_LONG_FILENAME, pid.PID_ATTACH_FILENAME, pid.PID_DISPLAY_NAME):
        yield item.text(number, codepage).strip()


def _is_message(storage: Storage) -> bool:
    """Tell whether what is inside is a message; else it is an object of some program."""
    return any(stream.name == _PROPERTIES for stream in storage.streams)


def _inside(storage: Storage, named: str, name: str, depth: int) -> Enclosed:
    """Enclose a message inside this one, written as other mail programs write it."""
    letter = _letter(storage, name, _INNER_HEADER, depth + 1)
    return Enclosed(label(named or letter.subject or "message", ".eml"), written(letter))


def _codepage(number: int | None) -> str | None:
    if number is None or number == _UTF8:
        return None
    try:
        return str(encoding_from_codepage(number))
    except (UnrecognizedCodePageError, UnsupportedEncodingError):
        return None


def _damaged(name: str) -> SourceError:
    return SourceError(
        "“{name}” is damaged or incomplete.",
        "Get it once more from where it came, or save it in Outlook as text or HTML.",
        name=name,
    )
