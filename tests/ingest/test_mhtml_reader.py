"""Saved web pages: the page alone is read, its address kept, and the day of saving is no date."""

import datetime as dt
import quopri

import pytest

from briefing.ingest.raw import RawDocument
from briefing.ingest.readers import mhtml
from briefing.ingest.readers.judging import judge
from briefing.ingest.readers.registry import FileKind
from briefing.model.errors import SourceError
from briefing.model.source import PassageKind
from tests.ingest.damage import damaged

TEXT = "항구가 월요일에 다시 열린다고 항만청이 수요일에 밝혔다. 하루에 두 번 배가 섬으로 간다."
MORE = "The harbour of Lind opens again on Monday, the port office said in a note to the press."
PAGE = (
    "<html><body><article><h1>Lind harbour opens</h1>"
    f"<p>{TEXT}</p><p>{MORE}</p></article></body></html>"
)


def made(
    *, charset: str = "utf-8", place: str = "https://www.lind.example/a?b=1", start: str = ""
) -> bytes:
    head = (
        "From: <Saved by Blink>\n"
        f"Snapshot-Content-Location: {place}\nSubject: =?utf-8?Q?Lind_harbour?=\n"
        "Date: Wed, 7 May 2031 07:00:00 +0900\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/related; type="text/html"; {start}boundary="b"\n\n'
    )
    frame = (
        "--b\nContent-Type: text/html\nContent-ID: <f1@x>\nContent-Location: cid:f1\n\n"
        "<p>A frame of adverts.</p>\n"
    )
    root = (
        f"--b\nContent-Type: text/html; charset={charset}\nContent-ID: <f0@x>\n"
        f"Content-Transfer-Encoding: quoted-printable\nContent-Location: {place}\n\n"
    )
    picture = (
        "--b\nContent-Type: image/png\nContent-Location: https://x.example/p.png\n\nxx\n--b--\n"
    )
    body = quopri.encodestring(PAGE.encode(charset))
    return head.encode() + frame.encode() + root.encode() + body + b"\n" + picture.encode()


def texts(document: RawDocument) -> list[str]:
    return [b.text for b in document.blocks if b.kind is not PassageKind.BOILERPLATE]


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr"])
def test_the_page_that_was_saved_is_read_and_no_frame(charset):
    data = made(charset=charset)
    assert judge(data, "page") is FileKind.MHTML
    found = mhtml.read(data, "a.mhtml")
    assert texts(found)[-2:] == [TEXT, MORE]
    assert "A frame of adverts." not in [block.text for block in found.blocks]


def test_its_address_is_kept_and_the_day_of_saving_is_no_date():
    metadata = mhtml.read(made(), "a.mhtml").metadata
    assert metadata.url == "https://www.lind.example/a?b=1"
    assert metadata.publisher == "lind.example"
    assert metadata.published is None
    assert metadata.shown == dt.date(2031, 5, 7)


def test_a_page_that_names_its_root_is_read_from_there():
    data = made(place="cid:none", start='start="<f1@x>"; ')
    assert texts(mhtml.read(data, "a.mhtml")) == ["A frame of adverts."]


def test_the_address_of_a_local_file_is_not_kept():
    assert mhtml.read(made(place="file:///home/ada/page.html"), "a.mhtml").metadata.url is None


def test_an_archive_without_a_page_is_refused_in_words():
    with pytest.raises(SourceError, match="no page"):
        mhtml.read(made().replace(b"text/html", b"text/css"), "a.mhtml")


def test_damage_is_an_error_in_words():
    outcomes = set()
    for data in damaged(made(), 60):
        try:
            outcomes.add(type(mhtml.read(data, "a.mhtml")))
        except SourceError:
            outcomes.add(SourceError)
    assert outcomes == {RawDocument, SourceError}
