"""Writes mails for the tests of the mail reader, and looks at what was read of them."""

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers import mail
from briefing.model.source import PassageKind

TEXT = "The harbour of Lind opens again on Monday, the port office said in a note to the press."
MORE = "Two ferries a day will go to the islands, and a third one from June on, the note says."
KOREAN = "항구가 월요일에 다시 열린다고 항만청이 밝혔다."
HEAD = (
    "From: Ada Roe <ada@lind.example>\nTo: Max <max@x.example>\nMessage-ID: <1@lind.example>\n"
    "Date: Wed, 7 May 2031 07:00:00 +0900\nMIME-Version: 1.0\n"
)


def made(body: str, subject: str = "Harbour", sort: str = "text/plain; charset=utf-8") -> bytes:
    return f"{HEAD}Subject: {subject}\nContent-Type: {sort}\n\n{body}".encode()


def read(data: bytes) -> RawDocument:
    return mail.read(data, "a.eml")


def own(document: RawDocument) -> list[str]:
    aside = {PassageKind.BOILERPLATE, PassageKind.TITLE}
    return [block.text for block in document.blocks if block.kind not in aside]


def aside(document: RawDocument) -> list[str]:
    return [block.text for block in document.blocks if block.kind is PassageKind.BOILERPLATE]
