"""A mail written as RFC 5322 and MIME have it: always the same bytes for the same mail."""

import datetime as dt
import email.utils
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32

from briefing.ingest.characters import one_line
from briefing.ingest.readers.letters.mail_letter import Letter

# All parts are written in base64, in which no line begins so.
_OUTER, _INNER = "=_parts", "=_forms"
_LINE = 76


def written(letter: Letter) -> bytes:
    """Return a mail as a document of its own: header lines, texts and enclosed documents."""
    forms = MIMEMultipart("alternative", boundary=_INNER)
    for text, sort in ((letter.plain, "plain"), (letter.html, "html")):
        if text.strip():
            forms.attach(MIMEText(text.encode("utf-8", "replace").decode("utf-8"), sort, "utf-8"))
    message = MIMEMultipart("mixed", boundary=_OUTER)
    _head(message, letter)
    if forms.get_payload():
        message.attach(forms)
    for each in letter.enclosed:
        part = MIMEApplication(each.data)
        part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", each.name))
        message.attach(part)
    return message.as_bytes(policy=compat32.clone(max_line_length=_LINE, linesep="\r\n"))


def _head(message: MIMEMultipart, letter: Letter) -> None:
    name, address = email.utils.parseaddr(letter.sender)
    message["Subject"] = _coded(letter.subject)
    message["From"] = f"{_coded(name)} <{_ascii(address)}>"
    if letter.sent is not None:
        noon = dt.datetime.combine(letter.sent, dt.time(12), tzinfo=dt.UTC)
        message["Date"] = email.utils.format_datetime(noon)
    for line in letter.lines:
        word, _, value = line.partition(": ")
        if word in {"To", "Cc"}:
            message[word] = _coded(value)
    if letter.bulk:
        message["Precedence"] = "bulk"
    if letter.list_name:
        message["List-Post"] = "<mailto:list>"
        message["List-Id"] = f"{_coded(letter.list_name)} <list>"


def _coded(value: str) -> str:
    return Header(
        one_line(value).encode("utf-8", "replace").decode("utf-8"), "utf-8", maxlinelen=_LINE
    ).encode()


def _ascii(address: str) -> str:
    return "".join(one_line(address).encode("ascii", "ignore").decode("ascii").split())
