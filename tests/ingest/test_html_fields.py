"""What an HTML page says of itself: its title, its day, its authors, its publisher, its kind."""

import json

import pytest

from briefing.ingest.readers.html import read_page
from briefing.ingest.readers.web.html_days import day_of, in_url
from briefing.model.source import DateBasis, SourceKind

TEXT = (
    "<p>The two fisheries ministers met in Reykjavik on Thursday and opened the talks on the "
    "mackerel quota, which both sides have long called overdue and hard.</p>"
    "<p>Under the draft the fleets of either country may fish in the waters of the other from June "
    "until the end of September, the ministry said in a note.</p>"
)
HEADLINE = "Quota talks open in Reykjavik harbour"


def told(head="", top=f"<h1>{HEADLINE}</h1>", text=TEXT):
    page = f"<html><head>{head}</head><body><article>{top}{text}</article></body></html>"
    return read_page(page).metadata


def data(*objects):
    return "".join(
        f'<script type="application/ld+json">{json.dumps(each)}</script>' for each in objects
    )


SITE = '<meta property="og:site_name" content="Northern Star">'


@pytest.mark.parametrize(
    ("head", "top"),
    [
        (f"<title>{HEADLINE} | Northern Star</title>", f"<h1>{HEADLINE}</h1>"),
        ("<title>Mackerel: what next? - Star</title>", f"<h1>{HEADLINE}</h1>"),
        (f"{SITE}<title>{HEADLINE} – Northern Star</title>", "<h1>Northern Star</h1>"),
        (f"{SITE}<title>Northern Star - {HEADLINE}</title>", ""),
        (
            f'<meta property="og:title" content="{HEADLINE}">',
            f"<h1><span>Analysis</span> {HEADLINE}</h1>",
        ),
        (
            f'<meta property="og:title" content="{HEADLINE}">',
            f"<h1>{HEADLINE} <small>A week in the north</small></h1>",
        ),
        (
            f"<title>{HEADLINE}</title>",
            f"<aside><h1>Subscribe for more</h1></aside><h1>{HEADLINE}</h1><h1>Most read</h1>",
        ),
        (f"<title>{HEADLINE} - Star</title>", f"<h2>Our week</h2><h2>{HEADLINE}</h2>"),
        (data({"@type": "NewsArticle", "headline": HEADLINE}), ""),
    ],
)
def test_the_title_is_the_headline_that_a_reader_sees(head, top):
    assert told(head, top).title == HEADLINE


def test_a_dash_in_a_headline_is_no_end_of_it():
    head = f"{SITE}<title>Quota talks – again | Northern Star</title>"
    assert told(head, "").title == "Quota talks – again"


@pytest.mark.parametrize(
    "head",
    [
        data({"@type": "NewsArticle", "datePublished": "2024-03-07T23:30:00-05:00"}),
        data(
            {"@graph": [{"@type": "WebPage"}, {"@type": "Article", "datePublished": "2024-03-07"}]}
        ),
        data(
            {"@type": "WebSite", "datePublished": "2001-01-01"},
            {"@type": ["NewsArticle"], "datePublished": "2024-03-07", "dateModified": "2024-03-09"},
        ),
        data(
            {
                "@type": "NewsArticle",
                "datePublished": "2024-03-07",
                "comment": [{"@type": "Comment", "datePublished": "2024-03-08"}],
            }
        ),
        '<meta property="article:published_time" content="2024-03-07T09:00:00Z">',
        '<meta name="parsely-pub-date" content="20240307">',
        '<meta name="dc.date.issued" content="7 March 2024">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A "b"",'
        ' "datePublished": "2024-03-07"}</script>',
    ],
)
def test_the_day_of_publication_is_read_from_the_fields(head):
    found = told(head + '<meta property="article:modified_time" content="2024-05-01">')
    assert (str(found.published), found.basis) == ("2024-03-07", DateBasis.METADATA)


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ('<time datetime="2024-03-07T10:00">Thursday</time>', DateBasis.METADATA),
        ('<span itemprop="datePublished" content="2024-03-07">x</span>', DateBasis.METADATA),
        ("<p>Published 7 March 2024 10:15</p>", DateBasis.BYLINE),
        ("<p>By Ada Nordal, 7 March 2024</p>", DateBasis.BYLINE),
        ("<p>7 March 2024 – updated 9 March 2024</p>", DateBasis.BYLINE),
        ("<p>Last updated: 7 March 2024</p>", DateBasis.BYLINE),
        ("<p>07.03.2024</p>", DateBasis.BYLINE),
    ],
)
def test_the_day_of_publication_is_read_from_the_page(line, basis):
    aside = '<aside><ul><li><time datetime="2019-01-01">old</time></li></ul></aside>'
    found = told(top=f"<h1>{HEADLINE}</h1>{line}", text=TEXT + aside)
    assert (str(found.published), found.basis) == ("2024-03-07", basis)


def test_a_day_in_the_text_is_no_day_of_publication():
    text = TEXT.replace("on Thursday", "on 5 March 2024")
    assert told(text=text).published is None


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("2024-03-07T09:00:00.000Z", "2024-03-07"),
        ("2024/3/7", "2024-03-07"),
        ("20240307", "2024-03-07"),
        ("20240307101500", "2024-03-07"),
        ("Thu, 07 Mar 2024 10:00:00 GMT", "2024-03-07"),
        ("7.3.2024", "2024-03-07"),
        ("13/03/2024", "2024-03-13"),
        ("03/13/2024", "2024-03-13"),
        ("1709805600", "2024-03-07"),
        ("03/07/2024", "None"),
        ("1970-01-01", "None"),
        ("2024-13-01", "None"),
        ("yesterday", "None"),
    ],
)
def test_days_are_read_in_the_usual_forms(value, wanted):
    assert str(day_of(value)) == wanted


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("https://example.org/2024/03/07/talks", "2024-03-07"),
        ("https://example.org/world/2024/mar/07/talks", "2024-03-07"),
        ("https://example.org/talks-20240307", "2024-03-07"),
        ("https://example.org/2024/03/talks", "None"),
        ("https://example.org/id/120240307123", "None"),
        ("", "None"),
    ],
)
def test_days_are_read_from_addresses(address, wanted):
    assert str(in_url(address)) == wanted


@pytest.mark.parametrize(
    ("head", "top", "wanted"),
    [
        (
            data({"@type": "NewsArticle", "author": [{"name": "Ada Nordal"}, {"name": "Per Vik"}]}),
            "",
            ("Ada Nordal", "Per Vik"),
        ),
        ('<meta name="author" content="By Ada Nordal and Per Vik">', "", ("Ada Nordal", "Per Vik")),
        ('<meta name="author" content="Ada Nordal, Political Editor">', "", ("Ada Nordal",)),
        (
            '<meta name="author" content="Ministry for Trade and Industry">',
            "",
            ("Ministry for Trade and Industry",),
        ),
        (
            '<meta property="article:author" content="https://example.org/ada">',
            '<p>By <a rel="author" href="/ada">Ada Nordal</a></p>',
            ("Ada Nordal",),
        ),
        ("", "<p>By Ada Nordal in Bergen</p>", ("Ada Nordal",)),
        ('<meta name="author" content="admin">', "", ()),
    ],
)
def test_authors_are_people_and_bodies(head, top, wanted):
    assert told(head, f"<h1>{HEADLINE}</h1>{top}").authors == wanted


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        (SITE, "Northern Star"),
        (data({"@type": "Article", "publisher": {"name": "Northern Star"}}), "Northern Star"),
        (
            '<meta property="og:site_name" content="U.S."><link rel="canonical" '
            'href="https://www.northernstar.org/a">'
            + data({"@type": "Article", "publisher": {"name": "Northern Star"}}),
            "Northern Star",
        ),
        (
            '<meta property="og:site_name" content="Northern Star | News of the north">',
            "Northern Star",
        ),
        ('<link rel="canonical" href="https://www.example.org/a">', "example.org"),
        ("", None),
    ],
)
def test_the_publisher_is_the_site_or_the_body_behind_it(head, wanted):
    assert told(head).publisher == wanted


def test_language_address_and_kind():
    page = (
        '<html lang="en-GB"><head><link rel="canonical" href="//example.org/talks">'
        + data({"@type": "OpinionNewsArticle", "headline": HEADLINE})
        + f"</head><body><h1>{HEADLINE}</h1>{TEXT}</body></html>"
    )
    found = read_page(page).metadata
    assert found.language == "en"
    assert found.url == "https://example.org/talks"
    assert found.kind is SourceKind.COMMENTARY


def test_an_address_without_a_host_is_none():
    assert told('<link rel="canonical" href="/talks">').url is None


@pytest.mark.parametrize(
    "script",
    ["[" * 100_000, '{"@type": "Article", "datePublished": ', "null", '"text"', "{}", "[1, [2]]"],
)
def test_data_that_is_no_data_does_no_harm(script):
    found = told(f'<script type="application/ld+json">{script}</script>')
    assert found.title == HEADLINE


def test_a_page_of_many_elements_of_each_sort_is_read():
    lines = "".join(
        f'<div class="c{n} byline"><time datetime="2024-01-01"></time><a rel="author">A</a></div>'
        for n in range(3000)
    )
    assert told(top=f"<h1>{HEADLINE}</h1>", text=TEXT + lines).title == HEADLINE
