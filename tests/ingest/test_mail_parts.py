"""The parts of mail: characters, attachments, mail inside mail, seals, many mails in one file."""

import base64

import pytest

from briefing.ingest.raw import RawDocument
from briefing.ingest.read import read as read_source
from briefing.ingest.read import read_all
from briefing.ingest.readers.judging import judge
from briefing.ingest.readers.registry import FileKind
from briefing.model.errors import SourceError
from tests.ingest.damage import damaged
from tests.ingest.written_mail import KOREAN, MORE, TEXT, made, own, read


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ("ks_c_5601-1987", "cp949"),
        ("x-nonsense", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("utf-8", "utf-8"),
    ],
)
def test_characters_are_read_whatever_is_declared(declared, used):
    coded = base64.encodebytes(KOREAN.encode(used)).decode()
    data = made(coded, sort=f"text/plain; charset={declared}\nContent-Transfer-Encoding: base64")
    assert own(read(data)) == [KOREAN]


def test_base64_that_is_broken_is_told_and_its_sound_lines_are_read():
    coded = base64.encodebytes(f"{TEXT}\n{MORE}".encode()).decode().splitlines()
    data = made(
        "\n".join([coded[0], f"{coded[1]}!!!!x", *coded[2:]]),
        sort="text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
    )
    found = read(data)
    assert own(found)[0].startswith(TEXT[:40])
    assert coded[0] not in " ".join(own(found))
    assert found.notices == ("A part of the mail is damaged; what of it can be read is here.",)


def test_header_bytes_are_read_with_the_character_set_of_the_text():
    data = made(TEXT, sort="text/plain; charset=euc-kr").replace(
        b"Harbour", "항구 소식".encode("cp949"), 1
    )
    assert read(data).metadata.title == "항구 소식"


def test_a_character_cut_in_two_encoded_words_is_put_together():
    coded = "항구".encode()
    words = " ".join(
        f"=?utf-8?B?{base64.b64encode(half).decode()}?=" for half in (coded[:4], coded[4:])
    )
    assert read(made(TEXT, words)).metadata.title == "항구"


PARTS = (
    "--b\nContent-Type: text/plain\n\n" + TEXT + "\n"
    "--b\nContent-Type: image/png; name=logo.png\n\nx\n"
    "--b\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n"
    "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; "
    'filename="../../etc/note.pdf"\n'
    "\n%PDF-1.4\n"
    "--b\nContent-Type: message/rfc822\n\nFrom: M <m@x>\nSubject: Inner\nMessage-ID: <2@x>\n\n"
    + MORE
    + "\n--b--\n"
)


def test_attachments_are_enclosed_and_what_is_no_document_is_named():
    found = read(made(PARTS, sort="multipart/mixed; boundary=b"))
    assert [each.name for each in found.enclosed] == ["etc_note.pdf", "Inner.eml"]
    assert own(read(found.enclosed[1].data)) == [MORE]
    assert found.notices == ("Attached, but no document to be read: “logo.png”, “text/calendar”.",)


def test_mail_inside_mail_ends_somewhere():
    data = made(TEXT)
    for _ in range(100):
        inner = data.decode()
        line = f"--b{len(inner)}"
        body = f"{line}\nContent-Type: message/rfc822\n\n{inner}\n{line}--\n"
        data = made(body, sort=f"multipart/mixed; boundary={line[2:]}")
    found = read_all(data, "a.eml")
    assert len(found.failed) == 1
    assert "too deep" in found.failed[0].error.message


@pytest.mark.parametrize(
    ("sort", "body"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data", "AAAA"),
        (
            "multipart/encrypted; boundary=b",
            "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--\n",
        ),
        ("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n"),
    ],
)
def test_encrypted_mail_is_refused_in_words(sort, body):
    with pytest.raises(SourceError, match="encrypted"):
        read(made(body, sort=sort))


def test_the_seal_of_a_signed_mail_is_set_aside():
    body = (
        f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{TEXT}\n"
        "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n"
    )
    assert own(read(made(body))) == [TEXT]


def test_the_mails_of_an_mbox_are_enclosed():
    box = b"".join(
        b"From ada@lind.example Wed May  7 07:00:0%d 2031\n" % number + made(body) + b"\n"
        for number, body in enumerate([f"{TEXT}\n>From the port.\n", f"{MORE}\n"])
    )
    assert judge(box, "box") is FileKind.MAIL
    found = read(box)
    assert [each.name for each in found.enclosed] == ["1.eml", "2.eml"]
    assert b"\nFrom the port." in found.enclosed[0].data
    assert own(read(found.enclosed[1].data)) == [MORE]


def test_a_mail_as_apple_keeps_it_is_read():
    inner = made(f"{TEXT}\n")
    data = b"%d\n" % len(inner) + inner + b"<?xml version='1.0'?><plist></plist>"
    assert judge(data, "1.emlx") is FileKind.MAIL
    assert own(read(data)) == [TEXT]


def test_mail_with_pictures_is_no_saved_page():
    data = made(
        "--b\nContent-Type: text/html\n\n<p>x</p>\n--b--\n", sort="multipart/related; boundary=b"
    )
    assert judge(data, "letter") is FileKind.MAIL


def test_the_same_mail_is_the_same_source():
    data = made(PARTS, sort="multipart/mixed; boundary=b")
    assert read_source(data, "a.eml") == read_source(data, "a.eml")


def test_damage_is_an_error_in_words():
    outcomes = set()
    sound = made(PARTS, sort="multipart/mixed; boundary=b")
    box = b"From ada@lind.example Wed May  7 07:00:00 2031\n" + made(TEXT)
    for data in (*damaged(sound, 300), *damaged(box, 100)):
        try:
            outcomes.add(type(read(data)))
        except SourceError:
            outcomes.add(SourceError)
    assert outcomes <= {RawDocument, SourceError}
    assert RawDocument in outcomes
