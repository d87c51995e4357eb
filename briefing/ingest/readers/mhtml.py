"""A web page saved as one file (MHTML): its page alone, as the HTML reader reads it."""

import email
import email.message
import email.policy
from dataclasses import replace
from urllib.parse import urlsplit

from briefing.ingest.characters import one_line
from briefing.ingest.raw import RawDocument, RawMetadata
from briefing.ingest.readers import html
from briefing.ingest.readers.letters import mail_letter
from briefing.ingest.readers.letters.mail_charsets import characters, header, header_text
from briefing.ingest.readers.letters.mail_parts import charset, content
from briefing.model.errors import SourceError

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_ADDRESS = "Content-Location"
_SAVED_ADDRESS = "Snapshot-Content-Location"


def read(data: bytes, name: str) -> RawDocument:
    """Return the blocks of the page that was saved; its pictures, styles and frames are not read.

    The day on which it was saved is a day on which it was shown. Raises SourceError where there is
    no page in the file.
    """
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    except RecursionError:
        pages = []
    root = _root(message, pages) if pages else None
    if root is None:
        raise SourceError(
            "There is no page in “{name}”.",
            "Save the page again in your browser, then read it.",
            name=name,
        )
    decoded = characters(content(root), charset(root), name)
    found = html.read_page(decoded.text)
    return replace(
        found,
        metadata=_metadata(found.metadata, message, root),
        notices=(*decoded.notices, *found.notices),
    )


def _root(
    message: email.message.Message, pages: list[email.message.Message]
) -> email.message.Message:
    """Return the page itself among the pages, of which the others are its frames."""
    start = message.get_param("start")
    if isinstance(start, str):
        for page in pages:
            if str(page.get("Content-ID", "")).strip() == start.strip():
                return page
    saved = header_text(message.get(_SAVED_ADDRESS))
    for page in pages:
        if saved and header_text(page.get(_ADDRESS)) == saved:
            return page
    return pages[0]


def _metadata(
    page: RawMetadata, message: email.message.Message, root: email.message.Message
) -> RawMetadata:
    places = (message.get(_SAVED_ADDRESS), root.get(_ADDRESS), message.get(_ADDRESS))
    address = next(filter(None, map(_web_address, places)), None)
    return replace(
        page,
        title=page.title or header(message, "Subject") or None,
        url=address or page.url,
        publisher=page.publisher or _site(address),
        shown=page.shown or mail_letter.day(header(message, "Date")),
    )


def _web_address(raw: object) -> str | None:
    """Return an address of the web; None for a file's, or one inside the archive."""
    address = one_line(header_text(raw)).replace(" ", "")
    return address if address.lower().startswith(("http://", "https://")) else None


def _site(address: str | None) -> str | None:
    if address is None:
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
