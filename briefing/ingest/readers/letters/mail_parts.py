"""The parts of a mail: which of them is its text, which are documents, and which are neither."""

import base64
import binascii
import email.message
import email.policy
import quopri
import re
from dataclasses import dataclass, field

from briefing.ingest.raw import Enclosed
from briefing.ingest.readers.letters.mail_charsets import characters, header, header_text, mend
from briefing.ingest.readers.letters.mail_letter import label
from briefing.model.errors import SourceError

_NO_DOCUMENTS = frozenset({"image", "audio", "video", "font", "model"})
_NO_DOCUMENT_TYPES = frozenset({
    "text/calendar", "text/vcard", "text/x-vcard", "text/directory", "text/rfc822-headers",
    "application/ics", "application/pgp-signature", "application/pgp-keys",
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/ms-tnef",
    "application/vnd.ms-tnef", "message/delivery-status", "message/disposition-notification",
    "message/feedback-report", "message/external-body", "message/partial",
})  # fmt: skip
_NO_DOCUMENT_ENDINGS = (
    ".ics", ".vcf", ".p7s", ".sig", ".asc", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp",
    ".svg", ".heic", ".emz", ".wmz", ".wmf", ".emf", ".mp3", ".m4a", ".wav", ".ogg", ".mp4",
    ".mov", ".avi", "winmail.dat",
)  # fmt: skip
_MESSAGES = frozenset({"message/rfc822", "message/global"})
_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_BASE64 = re.compile(rb"(?:[A-Za-z0-9+/]{4}){1,300}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_BROKEN = "A part of the mail is damaged; what of it can be read is here."
_DEEPEST = 30
_MOST_NAMED = 20


@dataclass(slots=True)
class Parts:
    """What was found on the way through a mail; texts are those to be read one after the other."""

    plain: list[str] = field(default_factory=list)
    html: list[str] = field(default_factory=list)
    enclosed: list[Enclosed] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    flowed: bool = False
    del_space: bool = False
    locked: bool = False


def parts(message: email.message.Message, name: str) -> Parts:
    """Return the texts and the enclosed documents of a mail.

    Pictures, calendar items, cards, signatures, sound and video are no documents and left out.
    """
    found = Parts()
    _walk(message, found, name, 0)
    return found


def is_document(kind: str, name: str) -> bool:
    """Tell whether an attachment of a MIME type and a name may be a document."""
    if kind in _NO_DOCUMENT_TYPES or kind.split("/")[0] in _NO_DOCUMENTS:
        return False
    return not name.lower().endswith(_NO_DOCUMENT_ENDINGS)


def left_out_notice(names: list[str]) -> tuple[str, ...]:
    """Return the sentence that names what was attached and is no document; none for none."""
    if not names:
        return ()
    said = ", ".join(f"“{each}”" for each in names[:_MOST_NAMED])
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return (f"Attached, but no document to be read: {said}{more}.",)


def content(part: email.message.Message) -> bytes:
    """Return the bytes of a part that has no parts of its own.

    Of base64 that cannot be decoded as a whole, the lines that can be are returned.
    """
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not is_broken(part):
        return data
    lines = (line.strip() for line in _sent(part).splitlines())
    return b"".join(base64.b64decode(line) for line in lines if _BASE64.fullmatch(line))


def is_broken(part: email.message.Message) -> bool:
    """Tell whether a part says that it is in base64 and is not."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        return False
    # The library then gives back what was sent, on one line.
    payload = part.get_payload(decode=True)
    return bool(_sent(part).strip()) and payload == b"".join(_sent(part).splitlines())


def _sent(part: email.message.Message) -> bytes:
    payload = part.get_payload()
    return payload.encode("utf-8", errors="surrogateescape") if isinstance(payload, str) else b""


def charset(part: email.message.Message) -> str | None:
    """Return the character set that a part declares."""
    try:
        said = part.get_content_charset()
    except (LookupError, ValueError, TypeError):
        return None
    return said if isinstance(said, str) else None


def _walk(part: email.message.Message, found: Parts, name: str, depth: int) -> None:
    kind = part.get_content_type()
    if kind == "multipart/encrypted" or _is_sealed(part, kind):
        found.locked = True
    elif kind in _MESSAGES:
        _message(part, found)
    elif not part.is_multipart():
        _leaf(part, kind, found, name)
    elif kind in _NO_DOCUMENT_TYPES:
        found.left_out.append(kind)
    elif depth >= _DEEPEST:
        found.notices.append("Parts that lie too deep inside the mail were not read.")
    elif kind == "multipart/alternative":
        _alternative(part, found, name, depth)
    else:
        for each in _inner(part):
            _walk(each, found, name, depth + 1)


def _inner(part: email.message.Message) -> list[email.message.Message]:
    payload = part.get_payload()
    return (
        [p for p in payload if isinstance(p, email.message.Message)]
        if isinstance(payload, list)
        else []
    )


def _is_sealed(part: email.message.Message, kind: str) -> bool:
    return kind in _ENCRYPTED and part.get_param("smime-type") != "certs-only"


def _alternative(part: email.message.Message, found: Parts, name: str, depth: int) -> None:
    """Take the forms of one text side by side, each in its place among the texts so far."""
    forms = Parts()
    for each in _inner(part):
        _walk(each, forms, name, depth + 1)
    found.enclosed += forms.enclosed
    found.left_out += forms.left_out
    found.notices += forms.notices
    found.locked = found.locked or forms.locked
    found.flowed, found.del_space = found.flowed or forms.flowed, found.del_space or forms.del_space
    found.plain += forms.plain
    found.html += forms.html


def _leaf(part: email.message.Message, kind: str, found: Parts, name: str) -> None:
    filename = _filename(part)
    if is_broken(part):
        found.notices.append(_BROKEN)
    attached = part.get_content_disposition() == "attachment" or bool(filename)
    if kind in {"text/plain", "text/html", "text/enriched", "text/markdown"} and not attached:
        _text(part, kind, found, name)
    elif not is_document(kind, filename):
        found.left_out.append(label(filename) if filename else kind)
    else:
        data = content(part)
        if data.strip():
            found.enclosed.append(Enclosed(label(filename or kind.replace("/", " ")), data))


def _text(part: email.message.Message, kind: str, found: Parts, name: str) -> None:
    data = content(part)
    if not data.strip():
        return
    try:
        decoded = characters(data, charset(part), name)
    except SourceError as error:
        found.notices.append(error.message)
        return
    found.notices += decoded.notices
    if kind == "text/html":
        found.html.append(decoded.text)
        return
    found.plain.append(decoded.text)
    found.flowed = found.flowed or _says(part, "format", "flowed")
    found.del_space = found.del_space or _says(part, "delsp", "yes")


def _says(part: email.message.Message, parameter: str, word: str) -> bool:
    value = part.get_param(parameter)
    return isinstance(value, str) and value.strip().lower() == word


def _message(part: email.message.Message, found: Parts) -> None:
    """Enclose a message that is attached, as the bytes that it would be in a file of its own."""
    inner = next(iter(_inner(part)), None)
    if inner is None:
        return
    data = _written(inner)
    coding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if coding in {"base64", "quoted-printable"}:
        data = _decoded(data, coding)
    named = _filename(part) or header(inner, "Subject") or "message"
    if data.strip():
        found.enclosed.append(Enclosed(label(named, ".eml"), data))


def _written(message: email.message.Message) -> bytes:
    policy = email.policy.compat32.clone(max_line_length=None, mangle_from_=False)
    try:
        return message.as_bytes(policy=policy)
    except (UnicodeError, LookupError, ValueError, TypeError, AttributeError):
        return message.as_string().encode("utf-8", errors="replace")


def _decoded(data: bytes, coding: str) -> bytes:
    try:
        return base64.b64decode(data) if coding == "base64" else quopri.decodestring(data)
    except (binascii.Error, ValueError):
        return data


def _filename(part: email.message.Message) -> str:
    mend(part, "Content-Disposition")
    mend(part, "Content-Type")
    try:
        return header_text(part.get_filename())
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
