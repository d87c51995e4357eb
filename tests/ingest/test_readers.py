"""Each reader keeps all text; the kind of a document is judged by its content."""

import time

import pytest

from briefing.ingest.dates import bare_date, full_date
from briefing.ingest.read import read, read_all
from briefing.ingest.readers.judging import judge_text
from briefing.ingest.readers.registry import FileKind
from briefing.model.source import SET_ASIDE, DateBasis, PassageKind, SourceKind

MARKDOWN = """---
title: Quota talks open
publisher: Northern Star
published: 2024-03-07
published_basis: byline
retrieved: 2025-01-02
kind: interview
url: https://example.org/quota
language: en
---

# Quota talks open

The talks opened on Thursday
in **Reykjavik**, with a [long list](https://example.org) of open points.

## What is open

- the *mackerel* quota
- the season

> “We are ready,” the minister said.

| Side | Share |
|------|-------|
| Iceland | 30 |

<!-- a remark -->
"""

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Quota talks open | Northern Star</title>
<meta property="og:title" content="Quota talks open in Reykjavik harbour">
<meta property="og:site_name" content="Northern Star">
<meta property="article:published_time" content="2024-03-07T09:00:00Z">
<script>var hidden = "not text";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news</a></li></ul></nav>
<article><h1>Quota talks open in Reykjavik harbour</h1>
<p>The two fisheries ministers met in Reykjavik on Thursday and opened the talks on the mackerel
quota, which both sides have long called overdue and hard.</p>
<h2>What is open</h2>
<p>Under the draft the fleets of either country may fish in the waters of the other from June until
the end of September, the ministry said in a note.</p>
<p>Environmental groups said that the quota was too high, and that the stock had not recovered from
the years of overfishing.<br><br>A joint committee will look at the figures every spring, and it
will report to both parliaments.</p></article>
<aside><h3>Most read</h3><p>Cod price falls again</p></aside>
<footer><p>© 2024 Northern Star</p></footer></body></html>
"""


def by_text(source):
    return {source.text[p.start : p.end]: p.kind for p in source.passages}


def test_markdown_gives_blocks_and_fields():
    source = read(MARKDOWN.encode(), "a.md")
    found = by_text(source)
    assert found == {
        "Quota talks open": PassageKind.TITLE,
        "The talks opened on Thursday in Reykjavik, with a long list of open points.": (
            PassageKind.BODY
        ),
        "What is open": PassageKind.HEADING,
        "the mackerel quota": PassageKind.LIST,
        "the season": PassageKind.LIST,
        "“We are ready,” the minister said.": PassageKind.BODY,
        "Side | Share": PassageKind.BODY,
        "Iceland | 30": PassageKind.BODY,
    }
    assert source.title == "Quota talks open"
    assert source.publisher == "Northern Star"
    assert str(source.published) == "2024-03-07"
    assert source.published_basis is DateBasis.BYLINE
    assert source.kind is SourceKind.INTERVIEW
    assert source.url == "https://example.org/quota"


@pytest.mark.parametrize(
    "line", ["published: unknown", "published_basis: unknown", "retrieved: 2025-01-02"]
)
def test_a_date_that_is_not_known_stays_unknown(line):
    text = f"---\ntitle: Talks\n{line}\n---\nPublished: 3 May 2024\n\nThe talks ended in Oslo.\n"
    source = read(text.encode(), "a.md")
    if line.startswith("retrieved"):
        assert source.published_basis is DateBasis.BYLINE
    else:
        assert (source.published, source.published_basis) == (None, DateBasis.UNKNOWN)


@pytest.mark.parametrize("front", ["just words", "a: [1, 2", "- a\n- b", "published: 2024-99-99"])
def test_odd_front_matter_loses_no_text(front):
    text = f"---\n{front}\n---\nThe talks ended in Oslo.\n"
    source = read(text.encode(), "a.md")
    assert "The talks ended in Oslo." in source.text
    assert source.published is None


def test_html_keeps_the_article_and_sets_the_rest_aside():
    source = read(PAGE.encode(), "a.html")
    found = by_text(source)
    own = [text for text, kind in found.items() if kind not in SET_ASIDE]
    assert own[0] == "Quota talks open in Reykjavik harbour"
    assert found[own[0]] is PassageKind.TITLE
    assert found["What is open"] is PassageKind.HEADING
    assert own[-1].startswith("A joint committee will look at the figures")
    assert len(own) == 6
    aside = [text for text, kind in found.items() if kind in SET_ASIDE]
    assert {"Home", "World news", "Cod price falls again", "© 2024 Northern Star"} <= set(aside)
    assert "hidden" not in source.text
    assert list(found).index("Home") < list(found).index(own[0])


def test_html_fields():
    source = read(PAGE.encode(), "a.html")
    assert source.title == "Quota talks open in Reykjavik harbour"
    assert source.publisher == "Northern Star"
    assert str(source.published) == "2024-03-07"
    assert source.published_basis is DateBasis.METADATA


def test_a_page_without_main_text_loses_nothing():
    source = read(b"<html><body><div>Two words</div><p>More here</p></body></html>", "a.html")
    assert "Two words" in source.text
    assert "More here" in source.text
    assert any(passage.kind not in SET_ASIDE for passage in source.passages)


def test_deeply_nested_and_broken_pages_do_not_crash():
    page = "<html><body>" + "<div>" * 5000 + "The talks ended in Oslo." + "<p><b></div></p>"
    assert "The talks ended in Oslo." in read(page.encode(), "a.html").text


def test_a_tag_with_very_many_attributes_is_read():
    tag = "<div " + " ".join(f"a{number}=1" for number in range(20000)) + ">"
    page = f"<html><body>{tag}The talks ended in Oslo.</div></body></html>"
    assert read(page.encode(), "a.html").text == "The talks ended in Oslo."


def test_scripts_in_markdown_are_no_text():
    text = "# Talks\n\n<script>var hidden = 1</script>\n\nThe talks ended in Oslo.\n"
    assert "hidden" not in read(text.encode(), "a.md").text


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (PAGE, "a.txt", FileKind.HTML),
        ("<p>One</p>\n<p>Two</p>\n<p>Three</p>", "a", FileKind.HTML),
        ("A line with <p>one tag</p> only", "a.htm", FileKind.HTML),
        ("A line with <p>one tag</p> only", "a.txt", FileKind.PLAIN_TEXT),
        (MARKDOWN, "a.txt", FileKind.MARKDOWN),
        ("# A heading\n\nText.", "a", FileKind.MARKDOWN),
        ("Text with **strong** words.", "a.txt", FileKind.PLAIN_TEXT),
        ("Text with **strong** words.", "a", FileKind.MARKDOWN),
        ("No marks at all.", "a.md", FileKind.MARKDOWN),
        ("No marks at all.", "a.html", FileKind.PLAIN_TEXT),
        ("- one\n- two", "a", FileKind.PLAIN_TEXT),
    ],
)
def test_kinds_are_judged_by_content(text, name, kind):
    assert judge_text(text, name) is kind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 May 2024", "2024-05-03"),
        ("Friday, May 3rd, 2024", "2024-05-03"),
        ("on 3 Sept. 2024", "2024-09-03"),
        ("2024-05-03", "2024-05-03"),
        ("2024年5月3日", "2024-05-03"),
        ("2024년 5월 3일", "2024-05-03"),
        ("the 3rd day of May 2024", "2024-05-03"),
        ("31 June 2024", "None"),
        ("May 2024", "None"),
        ("3 May 2024 and 4 May 2024", "None"),
    ],
)
def test_full_dates(text, wanted):
    assert str(full_date(text)) == wanted


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("Saturday, May 4, 2024", True),
        ("3 May 2024, 14:30 GMT", True),
        ("3 May 2024 was a Friday", False),
        ("On 3 May 2024", False),
    ],
)
def test_bare_dates(text, is_bare):
    assert (bare_date(text) is not None) is is_bare


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "![[" * 40_000, "[a = " * 40_000, "<p></p><a></a>" + "<meta " * 20_000]
)
def test_marks_without_end_are_judged_in_linear_time(text):
    began = time.monotonic()
    read_all(text.encode(), "a.txt")
    # Far from the half minute that looking on from every mark took; no measure of speed.
    assert time.monotonic() - began < 8
