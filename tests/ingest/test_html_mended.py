"""HTML: days that are not the page's, text that old layouts hide, names, calls and kinds."""

import datetime as dt
import json

import pytest

from briefing.ingest.readers.html import read_page
from briefing.model.source import DateBasis, PassageKind, SourceKind

HEADLINE = "Quota talks open in Reykjavik harbour"
OTHER = "Ferry line to Torshavn sold"
FIRST = (
    "The two fisheries ministers met in Reykjavik on Thursday and opened the talks on the mackerel "
    "quota, which both sides have long called overdue and hard."
)
SECOND = (
    "Under the draft the fleets of either country may fish in the waters of the other from June "
    "until the end of September, the ministry said in a note."
)
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"
TEASER = f"<ul><li><a href=/2>{OTHER}</a> <time datetime='2026-09-09'>9 Sep 2026</time></li></ul>"


def read(body, head="", title=f"<title>{HEADLINE}</title>"):
    return read_page(f"<html><head>{title}{head}</head><body>{body}</body></html>")


def own(head="", after="", before="", text=TEXT):
    return read(f"<div class=news><h1>{HEADLINE}</h1>{before}{text}</div>{after}", head)


def data(value):
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def news(headline, day, **more):
    return {"@type": "NewsArticle", "headline": headline, "datePublished": day} | more


def kinds(document):
    return {block.text: block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("graph", "day"),
    [
        ([news(OTHER, "2026-09-09"), news(HEADLINE, "2026-04-12")], dt.date(2026, 4, 12)),
        ([news(HEADLINE, "2026-04-12"), news(OTHER, "2026-09-09")], dt.date(2026, 4, 12)),
        (
            [
                news(OTHER, "2026-09-09", url="https://star.example/2"),
                news("Talks!", "2026-04-12", mainEntityOfPage="https://star.example/1"),
            ],
            dt.date(2026, 4, 12),
        ),
        ([news(OTHER, "2026-09-09"), news("Harbour dredged", "2026-09-08")], None),
        ([news(OTHER, "2026-09-09", url="https://star.example/2")], None),
        ([news("Quota talks: a first day", "2026-04-12")], dt.date(2026, 4, 12)),
    ],
)
def test_of_several_articles_in_the_data_the_pages_own_counts(graph, day):
    link = '<link rel="canonical" href="https://www.star.example/1">'
    assert own(link + data({"@graph": graph})).metadata.published == day


@pytest.mark.parametrize(
    "after",
    [
        TEASER,
        f"<div class=list><p><time datetime='2026-09-09'>9 Sep 2026</time> {OTHER}</p></div>",
        f"<article><h3>{OTHER}</h3><time datetime='2026-09-09'>9 Sep 2026</time></article>",
        f"<div><h4>{OTHER}</h4><time class='entry-date' datetime='2026-09-09'>9 Sep</time></div>",
        f"<div class=sidebar><h3>Latest</h3>{OTHER} <span class=date>9 September 2026</span></div>",
    ],
)
def test_a_day_at_a_link_to_another_article_is_none_of_this_one(after):
    assert own(after=after).metadata.published is None
    assert own(after=after, before="<p>By Jon Berg, 12 April 2026</p>").metadata.published == (
        dt.date(2026, 4, 12)
    )


@pytest.mark.parametrize(
    "page",
    [
        f"<article><h1>{HEADLINE}</h1>{TEXT}<time datetime='2026-04-12'>x</time></article>{TEASER}",
        f"<h1>{HEADLINE}</h1><article>{TEXT}{TEXT}<time datetime='2026-04-12'>x</time></article>",
        f"<h1>{HEADLINE}</h1><div><time datetime='2026-04-12'>x</time></div>{TEXT}{TEASER}",
    ],
)
def test_a_time_in_the_article_or_over_its_text_is_the_day(page):
    assert read(page).metadata.published == dt.date(2026, 4, 12)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2026-11-20T10:00:00Z">',
        '<meta property="og:updated_time" content="2026-11-20T10:00:00Z">',
        data({"@type": "NewsArticle", "headline": HEADLINE, "dateModified": "2026-11-20"}),
    ],
)
def test_the_day_of_a_change_is_the_last_possible_day_and_no_more(head):
    metadata = own(head).metadata
    assert (metadata.published, metadata.basis) == (None, None)
    assert metadata.shown == dt.date(2026, 11, 20)


def test_a_generic_day_is_believed_until_the_page_says_that_it_is_that_of_the_visit():
    head = '<meta name="date" content="2026-11-26">'
    visit = "<p><small>Today is Thursday, 26 November 2026</small></p>"
    assert own(head).metadata.published == dt.date(2026, 11, 26)
    assert own(head, after=visit).metadata.published is None
    metadata = own(head, before="<p>Reykjavik, 28 October 2025</p>").metadata
    assert (metadata.published, metadata.basis) == (dt.date(2025, 10, 28), DateBasis.BYLINE)
    same = own(head, before="<p>Reykjavik, 25 November 2026</p>").metadata
    assert same.published == dt.date(2026, 11, 26)


OLD = (
    "<table width=100%><tr><td width=180><a href=1>News</a><br><a href=2>Speeches</a></td><td>"
    "<font size=4>Quota agreed for the eel</font><br>Tamar, 28 October 2025<br><br>"
    "The delegations concluded their yearly talks on 27 October 2025 in the hall of Tamar."
    "<br><br>The parties agreed on the following quotas:<br>"
    "<table border=1><tr><th>Stock</th><th>Freedonia</th><th>Sylvania</th></tr>"
    "<tr><td>Eel</td><td>110,000 t</td><td></td></tr>"
    "<tr><td>Blue crab</td><td>240 t</td><td>255 t</td></tr></table><br>"
    "The minister said that the quota gives both fleets rest.<br><br>"
    "The Sylvanian side kept its position on crabs.</td></tr>"
    "<tr><td colspan=2>Today is Thursday, 26 November 2026. Visitors: 104857</td></tr></table>"
)


def test_an_article_set_in_a_table_with_line_breaks_is_read_whole():
    document = read(OLD, title="<title>MFA</title>")
    text = [b.text for b in document.blocks if b.kind in {None, PassageKind.BODY}]
    assert kinds(document)["News Speeches"] is PassageKind.BOILERPLATE
    assert text == [
        "Quota agreed for the eel",
        "The delegations concluded their yearly talks on 27 October 2025 in the hall of Tamar.",
        "The parties agreed on the following quotas:",
        "Stock | Freedonia | Sylvania",
        "Eel | 110,000 t |",
        "Blue crab | 240 t | 255 t",
        "The minister said that the quota gives both fleets rest.",
        "The Sylvanian side kept its position on crabs.",
    ]
    assert document.metadata.published == dt.date(2025, 10, 28)


def test_the_head_of_a_letter_stays_whole():
    head = "From: Lind News<br>Date: Mon, 5 May 2031 at 08:00<br>Subject: Harbour<br>To: me"
    found = kinds(own(text=f"<div>{head}</div><p>{FIRST}</p><p>{SECOND}</p>"))
    assert "From: Lind News Date: Mon, 5 May 2031 at 08:00 Subject: Harbour To: me" in found


def test_rows_of_a_table_in_the_article_are_text_and_hidden_cells_are_none():
    table = (
        "<div class=wrap><table><caption>Shares</caption><tr><th>Party</th><th>Share</th></tr>"
        "<tr><td>Freedonia<span style='display:none'>x</span></td><td>60<br>m</td></tr>"
        "</table></div>"
    )
    found = kinds(own(text=f"<p>{FIRST}</p>{table}<p>{SECOND}</p>"))
    assert found["Party | Share"] is PassageKind.BODY
    assert found["Freedonia | 60 m"] is PassageKind.BODY
    assert "Shares" in found


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>{FIRST}</td><td>{SECOND}</td></tr></table>",
        f"<table><tr><td><p>{FIRST}</p></td></tr><tr><td><p>{SECOND}</p></td></tr></table>",
        f"<table>{2 * f'<tr><td>{FIRST}</td><td>{SECOND}</td></tr>'}</table>",
    ],
)
def test_a_table_that_sets_out_the_page_has_no_rows(table):
    found = kinds(read(f"<h1>{HEADLINE}</h1>{table}"))
    assert found[FIRST] is None
    assert found[SECOND] is None


def test_a_table_outside_the_article_is_none_of_it():
    rates = "<table><tr><td>Krone</td><td>0.14</td></tr><tr><td>Pound</td><td>1.2</td></tr></table>"
    found = kinds(own(after=f"<aside>{rates}</aside>"))
    assert found["Krone | 0.14"] is PassageKind.BOILERPLATE


def test_markup_that_is_shown_as_text_stands_in_a_paragraph():
    line = "Freedonia &lt;b&gt;agreed&lt;/b&gt; to recognise the treaty of 2002."
    found = kinds(own(text=f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>"))
    assert found["Freedonia <b>agreed</b> to recognise the treaty of 2002."] is None


@pytest.mark.parametrize(
    ("title", "before", "after", "wanted"),
    [
        (HEADLINE, "By Jon Berg | Northern Star | 5 May 2025", "", "Northern Star"),
        (f"{HEADLINE} | The Harbour Post", "", "", "The Harbour Post"),
        (HEADLINE, "", "© 2019-2026 Northern Star. All rights reserved", "Northern Star"),
        (HEADLINE, "", "Copyright 2026 Harbour Media, Tamar", "Harbour Media"),
        (f"{HEADLINE} | World news", "", "", "northernstar.example"),
        (f"{HEADLINE} – again", "", "", "northernstar.example"),
        (HEADLINE, "By Jon Berg | Harbour | 5 May 2025", "", "northernstar.example"),
    ],
)
def test_the_name_that_a_page_shows_goes_before_its_host(title, before, after, wanted):
    body = f"<h1>{HEADLINE}</h1><div>{before}</div>{TEXT}<footer>{after}</footer>"
    head = '<link rel="canonical" href="https://northernstar.example/1">'
    assert read(body, head, f"<title>{title}</title>").metadata.publisher == wanted


@pytest.mark.parametrize(
    "line",
    [
        "To continue reading, subscribe for $1 a week.",
        "Subscribe today for only €2 per month.",
        "Already a subscriber? Log in",
        "Snapshot taken 25 November 2026.",
        "Read more: Sylvania closes the border",
        "Читайте также: Уровень Арала вырос",
        "Читайте також: Рівень моря зріс",
        "Lire aussi : Le port rouvre",
        "Lesen Sie auch: Der Hafen öffnet wieder",
        "Lea también: El puerto reabre",
        "관련기사: 항구가 다시 열리다",
        "相关阅读：港口重新开放",
        "اقرأ أيضا: الميناء يفتح من جديد",
        "Подпишитесь на наш канал в Telegram",
    ],
)
def test_calls_and_links_elsewhere_are_set_aside_in_any_language(line):
    found = kinds(own(text=f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>"))
    assert found[line] is PassageKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        "Read more: the minister asked deputies to read the draft before they speak of it.",
        "Freedonia will subscribe to the convention and pay $1 million in the first year.",
        "Lire aussi souvent est un luxe, a dit le ministre.",
        "Читайте также письма министра, сказал посол.",
    ],
)
def test_sentences_with_the_same_words_are_text(line):
    assert kinds(own(text=f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>"))[line] is None


MENU = "<nav><ul><li><a href=/>Home</a></li><li><a href=/o>Opinion</a></li></ul></nav>"


@pytest.mark.parametrize(
    ("body", "more", "wanted"),
    [
        (f"{MENU}<h1>{HEADLINE}</h1>{TEXT}", {}, SourceKind.REPORT),
        (f"{MENU}<h1>{HEADLINE}</h1>{TEXT}", {"articleSection": "Opinion"}, SourceKind.COMMENTARY),
        (
            f"{MENU}<h1>{HEADLINE}</h1>{TEXT}",
            {"url": "https://star.example/opinion/talks"},
            SourceKind.COMMENTARY,
        ),
        (f"<h1>Joint statement on the quota</h1>{TEXT}", {}, SourceKind.JOINT_STATEMENT),
    ],
)
def test_an_article_of_news_is_a_report_unless_something_stronger_says_more(body, more, wanted):
    head = data({"@type": "NewsArticle"} | more)
    assert read(body, head, "").metadata.kind is wanted


def test_a_page_that_does_not_say_what_it_is_has_no_kind():
    assert own().metadata.kind is None
