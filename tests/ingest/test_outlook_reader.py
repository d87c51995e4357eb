"""Outlook messages: text in every form that they have it in, and what is attached to them."""

import datetime as dt

import compressed_rtf
import pytest

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers import mail, outlook
from briefing.ingest.readers.judging import judge
from briefing.ingest.readers.registry import FileKind
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind
from tests.ingest.damage import damaged
from tests.ingest.written_msg import BYTES, attachment, container, message

SUBJECT, BODY, HTML, RTF, SORT = 0x0037, 0x1000, 0x1013, 0x1009, 0x001A
SENDER, ADDRESS, TO, SENT, PAGE, HEADERS = 0x0C1A, 0x0C1F, 0x0E04, 0x0039, 0x3FDE, 0x007D
NAMED, DATA, MIME = 0x3707, 0x3701, 0x370E
TEXT = "The harbour of Lind opens again on Monday, the port office said in a note to the press."
BASIC = {
    SORT: "IPM.Note",
    SUBJECT: "Harbour of Lind to open",
    SENDER: "Ada Roe",
    ADDRESS: "ada@lind.example",
    TO: "Max",
    SENT: dt.datetime(2031, 5, 6, 22, 0, tzinfo=dt.UTC),
}


def read(values: dict[int, object], **more: object) -> RawDocument:
    return outlook.read(container(message({**BASIC, **values}, **more)), "a.msg")


def texts(document: RawDocument, kind: PassageKind | None = None) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def test_a_message_is_judged_by_its_content():
    assert judge(container(message(BASIC)), "letter.bin") is FileKind.OUTLOOK


def test_the_fields_and_the_plain_body_are_read():
    found = read({BODY: TEXT + "\r\n\r\n-- \r\nAda\r\n"})
    assert found.metadata.title == "Harbour of Lind to open"
    assert found.metadata.authors == ("Ada Roe",)
    assert found.metadata.published == dt.date(2031, 5, 6)
    assert texts(found) == [TEXT]
    aside = texts(found, PassageKind.BOILERPLATE)
    assert aside[0].startswith('From: "Ada Roe" <ada@lind.example> · To: Max · Date: 2031-05-06')
    assert "Ada" in aside


def test_the_date_header_has_the_day_where_the_sender_was():
    found = read({BODY: TEXT, HEADERS: "Date: Wed, 7 May 2031 07:00:00 +0900\r\nFrom: B <b@x>\r\n"})
    assert found.metadata.published == dt.date(2031, 5, 7)
    assert found.metadata.authors == ("B",)


def test_a_page_is_read_with_its_code_page():
    korean = "항구가 월요일에 다시 열린다고 항만청이 밝혔다."
    found = read({HTML: f"<p>{korean}</p>".encode("cp949"), PAGE: 949})
    assert korean in [block.text for block in found.blocks]


def test_strings_of_bytes_are_read_with_the_code_page():
    found = read(
        {0x3FFD: 1251, BODY: (BYTES, "Порт снова откроется в понедельник.".encode("cp1251"))}
    )
    assert "Порт снова откроется в понедельник." in [block.text for block in found.blocks]


def test_compressed_rtf_is_read_where_there_is_no_other_body():
    rtf = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard " + TEXT.encode() + rb"\par}"
    assert TEXT in [block.text for block in read({RTF: compressed_rtf.compress(rtf)}).blocks]


def test_a_page_inside_rtf_comes_out_as_the_page():
    rtf = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0"
        rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset129 G;}}"
        rb"{\*\htmltag64 <h1>}\htmlrtf {\b\htmlrtf0 Lind\rquote s harbour\htmlrtf }\htmlrtf0 "
        rb"{\*\htmltag72 </h1>}{\*\htmltag64 <p>}"
        rb"caf\'e9 and \u20169?\u47928? \f1\'c7\'d7\'b1\'b8{\*\htmltag72 </p>}}"
    )
    found = read({RTF: compressed_rtf.compress(rtf)})
    assert texts(found, PassageKind.HEADING) == ["Lind’s harbour"]
    assert texts(found) == ["café and 仉문 항구"]


def test_a_damaged_check_sum_does_not_lose_the_text():
    data = bytearray(compressed_rtf.compress(rb"{\rtf1\ansi " + TEXT.encode() + rb"}"))
    data[12] ^= 0xFF
    assert TEXT in [block.text for block in read({RTF: bytes(data)}).blocks]


def test_attachments_are_enclosed_and_pictures_named():
    found = read(
        {BODY: TEXT},
        **{
            "__attach_version1.0_#00000000": attachment(
                {NAMED: "../../note.txt", DATA: b"A note."}
            ),
            "__attach_version1.0_#00000001": attachment({NAMED: "logo.png", DATA: b"\x89PNG"}),
        },
    )
    assert [(each.name, each.data) for each in found.enclosed] == [("note.txt", b"A note.")]
    assert "logo.png" in found.notices[0]


def test_a_message_inside_becomes_a_mail_of_its_own():
    note = attachment({NAMED: "옛 편지.txt", DATA: b"Old text."})
    inner = message(
        {**BASIC, SUBJECT: "Re: 항구", BODY: TEXT},
        inside=True,
        **{"__attach_version1.0_#00000000": note},
    )
    held = {"__attach_version1.0_#00000000": attachment({NAMED: "Harbour"}, inner)}
    first, again = (read({BODY: "See there."}, **held).enclosed for _ in range(2))
    assert first == again
    assert first[0].name == "Harbour.eml"
    assert judge(first[0].data, first[0].name) is FileKind.MAIL
    found = mail.read(first[0].data, first[0].name)
    assert found.metadata.title == "항구"
    assert found.metadata.authors == ("Ada Roe",)
    assert found.metadata.published == dt.date(2031, 5, 6)
    assert texts(found) == [TEXT]
    assert [(each.name, each.data) for each in found.enclosed] == [("옛 편지.txt", b"Old text.")]


def test_a_code_page_that_nobody_knows_does_not_stop_the_reading():
    found = read({PAGE: 77777, 0x3FFD: 77777, HTML: f"<p>{TEXT}</p>".encode()})
    assert texts(found) == [TEXT]


def test_an_encrypted_message_is_refused_in_words():
    with pytest.raises(SourceError, match="encrypted"):
        read({SORT: "IPM.Note.SMIME", BODY: TEXT})


def test_a_message_without_anything_is_refused():
    with pytest.raises(SourceError, match="no text"):
        read({})


def test_damage_is_an_error_in_words():
    sound = container(message({**BASIC, BODY: TEXT * 60, HTML: b"<p>" + TEXT.encode()}))
    outcomes = set()
    for data in damaged(sound, 300):
        try:
            outcomes.add(type(outlook.read(data, "a.msg")))
        except SourceError:
            outcomes.add(SourceError)
    assert outcomes == {RawDocument, SourceError}
