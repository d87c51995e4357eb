"""Mail: its own text is text; what quotes, signs, warns and unsubscribes is set aside, not lost."""

import datetime as dt

import pytest

from briefing.model.source import DateBasis, PassageKind
from tests.ingest.written_mail import MORE, TEXT, aside, made, own, read


def test_the_headers_are_read_and_shown_once():
    found = read(made(TEXT))
    assert found.metadata.title == "Harbour"
    assert found.metadata.authors == ("Ada Roe",)
    assert found.metadata.publisher is None
    assert found.metadata.published == dt.date(2031, 5, 7)
    assert found.metadata.basis is DateBasis.METADATA
    assert aside(found) == [
        "From: Ada Roe <ada@lind.example> · To: Max <max@x.example> · "
        "Date: Wed, 7 May 2031 07:00:00 +0900 · Subject: Harbour"
    ]
    assert own(found) == [TEXT]


def test_the_subject_is_the_title_once():
    kinds = [
        block.kind
        for block in read(made(f"Harbour opens again\n\n{TEXT}", "[LN] Harbour opens again")).blocks
    ]
    assert kinds == [PassageKind.BOILERPLATE, PassageKind.TITLE, None]
    assert [b.text for b in read(made(TEXT, "Re: Harbour")).blocks][1:] == ["Harbour", TEXT]


@pytest.mark.parametrize(
    ("sender", "more", "publisher", "authors"),
    [
        ("Lind News <news@lind.example>", "", "Lind News", ()),
        ("Lind Courier <a@b.example>", "List-Unsubscribe: <x>\n", "Lind Courier", ()),
        ("'Ada Roe' via Port List <p@b.example>", "", "Port List", ("Ada Roe",)),
        (
            "Ada Roe <a@b.example>",
            "List-Post: <mailto:p@b>\nList-Id: Ports <p.b>\n",
            "Ports",
            ("Ada Roe",),
        ),
        ("a@b.example", "", None, ()),
    ],
)
def test_who_wrote_and_who_published(sender, more, publisher, authors):
    data = made(TEXT).replace(b"Ada Roe <ada@lind.example>", sender.encode())
    found = read(more.encode() + data).metadata
    assert (found.publisher, found.authors) == (publisher, authors)


def test_a_clock_that_was_never_set_gives_no_date():
    data = made(TEXT).replace(b"7 May 2031", b"1 Jan 1970")
    assert read(data).metadata.published is None


def test_quoted_replies_and_signatures_are_set_aside():
    body = (
        f"{TEXT}\n\nOn Tue, 6 May 2031 at 9:12, Max\n<max@x.example> wrote:\n\n"
        f"> When does it open?\n>> Who asks?\n\n{MORE}\n\n-- \nAda Roe\nPort office\n"
    )
    found = read(made(body, "Re: Harbour"))
    assert own(found) == [TEXT, MORE]
    assert {"When does it open?", "Who asks?", "Ada Roe", "Port office"} <= set(aside(found))


def test_an_answered_mail_below_its_headers_is_set_aside():
    head = "Von: Max <m@x>\nGesendet: Dienstag, 6. Mai 2031 09:12\nAn: Ada\nBetreff: Hafen"
    body = f"{TEXT}\n\n{head}\n\n{MORE}\n"
    found = read(made(body, "AW: Hafen"))
    assert own(found) == [TEXT]
    assert MORE in aside(found)


def test_a_sentence_that_quotes_a_president_is_no_mail():
    body = f"{TEXT}\n\nOn 5 May 2031, the president wrote:\n\n{MORE}\n"
    assert own(read(made(body))) == [TEXT, "On 5 May 2031, the president wrote:", MORE]


def test_dashes_inside_a_text_are_no_signature():
    rest = [f"Paragraph number {number} of the report goes on here." for number in range(30)]
    body = f"{TEXT}\n\n--\n\n" + "\n\n".join(rest)
    assert own(read(made(body))) == [TEXT, *rest]


FORWARD = (
    "FYI\n\n---------- Forwarded message ---------\nFrom: Lind News <news@lind.example>\n"
    "Date: Mon, May 5, 2031 at 8:00 AM\nSubject: Harbour\nTo: <all@lind.example>\n\n\n"
)


def test_a_forwarded_report_is_the_text_and_its_date_the_date():
    found = read(
        made(
            f"{FORWARD}{TEXT}\n\nOn Sun, May 4, 2031 at 8:00 AM A <a@b> wrote:\n> Old.\n",
            "Fwd: Harbour",
        )
    )
    assert own(found) == [TEXT]
    assert found.metadata.title == "Harbour"
    assert found.metadata.publisher == "Lind News"
    assert found.metadata.published == dt.date(2031, 5, 5)
    assert found.metadata.shown == dt.date(2031, 5, 7)


def test_a_forwarded_mail_that_is_quoted_is_text():
    quoted = "\n".join(
        f"> {line}"
        for line in ["From: B <b@x>", "Subject: H", "Date: 5 May 2031", "To: A", "", TEXT]
    )
    found = read(made(f"Begin forwarded message:\n\n{quoted}\n\nSent from my phone\n", "Fwd: H"))
    assert own(found) == [TEXT]
    assert found.metadata.published == dt.date(2031, 5, 5)


def test_a_mail_of_nothing_but_a_quotation_keeps_it_as_text():
    assert own(read(made(f"fyi\n\n> {TEXT}\n"))) == [TEXT]


def test_warnings_and_subscription_lines_are_set_aside():
    warning = "This e-mail is confidential and intended solely for the addressee."
    reason = "You are receiving this newsletter because you asked."
    body = f"{TEXT}\n\n{warning}\n\n{reason}\n\nPort Road 1, Lind\n"
    found = read(made(body))
    assert own(found) == [TEXT]
    assert {warning, reason, "Port Road 1, Lind"} <= set(aside(found))


def test_soft_line_ends_are_joined():
    body = "The harbour of Li \nnd opens on Mon \nday.\n\n> Quoted \n> on two lines.\n\n-- \nAda\n"
    found = read(made(body, sort="text/plain; charset=utf-8; format=flowed; delsp=yes"))
    assert own(found) == ["The harbour of Lind opens on Monday."]
    assert "Quotedon two lines." in aside(found)


def forms(plain: str, html: str) -> bytes:
    return made(
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b--\n",
        sort="multipart/alternative; boundary=b",
    )


def test_the_plain_form_is_taken_unless_it_is_a_stub():
    assert own(read(forms(TEXT, f"<p>{TEXT}</p><p>© Lind</p>"))) == [TEXT]
    assert own(read(forms("Your mail client cannot display HTML.", f"<p>{TEXT}</p>"))) == [TEXT]
    assert own(read(forms("", f"<table><tr><td>{TEXT}</td><td>{MORE}</td></tr></table>"))) == [
        TEXT,
        MORE,
    ]


def test_html_quotations_signatures_and_hidden_text_are_set_aside():
    page = (
        f'<div style="display:none">Preview</div><div>{TEXT}</div>'
        '<div class="gmail_signature">Ada</div>'
        '<div class="gmail_quote"><div>On Tue, 6 May 2031 at 9:12 Max &lt;m@x&gt; wrote:</div>'
        f"<blockquote><p>When?</p></blockquote></div><p>{MORE}</p>"
    )
    found = read(made(page, "Re: Harbour", "text/html; charset=utf-8"))
    assert own(found) == [TEXT, MORE]
    assert {"Preview", "Ada", "When?"} <= set(aside(found))


def test_a_forwarded_page_is_text():
    page = (
        '<div>FYI</div><div class="gmail_quote"><div>---------- Forwarded message ---------<br>'
        "From: <b>Lind News</b> &lt;news@lind.example&gt;<br>Date: Mon, 5 May 2031 at 08:00<br>"
        f"Subject: Harbour<br>To: me<br></div><br><h2>Harbour</h2><p>{TEXT}</p></div>"
    )
    found = read(made(page, "Fwd: Harbour", "text/html; charset=utf-8"))
    assert own(found) == [TEXT]
    assert found.metadata.published == dt.date(2031, 5, 5)


def test_a_page_nested_too_deep_to_be_parsed_is_read():
    page = "<div class=gmail_quote>" * 5000 + TEXT
    assert own(read(made(page, "Re: Harbour", "text/html; charset=utf-8"))) == [TEXT]
