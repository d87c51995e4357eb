"""Of an HTML page the article is text; what stands around it and in it besides is set aside."""

import pytest

from briefing.ingest.readers.html import read_page
from briefing.model.source import SET_ASIDE, PassageKind

FIRST = (
    "The two fisheries ministers met in Reykjavik on Thursday and opened the talks on the mackerel "
    "quota, which both sides have long called overdue and hard."
)
SECOND = (
    "Under the draft the fleets of either country may fish in the waters of the other from June "
    "until the end of September, the ministry said in a note."
)
THIRD = (
    "Environmental groups said that the quota was too high, and that the stock had not recovered "
    "from the years in which nobody counted what was caught."
)
LAST = (
    "A joint committee will look at the figures every spring, and it will report to both "
    "parliaments before the season begins, the two ministers agreed."
)
ARTICLE = (FIRST, SECOND, THIRD, LAST)


def kinds(body, head=""):
    """Return the kind of each block; None is body."""
    document = read_page(f"<html><head>{head}</head><body>{body}</body></html>")
    return {block.text: block.kind for block in document.blocks}


def article(*between, before="", after=""):
    """Return an article of four paragraphs with what stands between the second and the third."""
    first, second, third, last = (f"<p>{text}</p>" for text in ARTICLE)
    inside = f"{first}{second}{''.join(between)}{third}{last}{after}"
    return f"<article><h1>Quota talks open in Reykjavik</h1>{before}{inside}</article>"


def test_the_paragraphs_of_an_article_are_its_text():
    found = kinds(article())
    assert [found[text] for text in ARTICLE] == [None] * 4
    assert found["Quota talks open in Reykjavik"] is PassageKind.TITLE


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a.png><figcaption>Nets in the harbour</figcaption></figure>",
        '<div class="wp-caption"><p class="wp-caption-text">Nets in the harbour</p></div>',
        '<div class="image"><span class="photoCredit">Nets in the harbour</span></div>',
    ],
)
def test_captions_and_credits_are_captions(markup):
    assert kinds(article(markup))["Nets in the harbour"] is PassageKind.CAPTION


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="related-stories"><p>{}</p></div>',
        '<div id="newsletter-signup"><p>{}</p></div>',
        '<section class="authorBio"><p>{}</p></section>',
        "<aside><p>{}</p></aside>",
        '<div role="complementary"><p>{}</p></div>',
        '<div data-component="share-tools"><p>{}</p></div>',
        '<p><a href="/x">{}</a></p>',
    ],
)
def test_boxes_inside_an_article_are_set_aside(markup):
    text = "Read more: The price of cod falls again as the winter fleets come home"
    assert kinds(article(markup.format(text)))[text] is PassageKind.BOILERPLATE


def test_a_class_around_the_whole_article_says_nothing_of_it():
    found = kinds(f'<div class="related-layout comments-open sidebar">{article()}</div>')
    assert [found[text] for text in ARTICLE] == [None] * 4


def test_sections_that_share_a_telling_class_and_make_up_the_article_are_text():
    parts = "".join(f'<div id="toc_{n}"><p>{text}</p></div>' for n, text in enumerate(ARTICLE))
    found = kinds(f"<article><h1>Quota talks open in Reykjavik</h1>{parts}</article>")
    assert [found[text] for text in ARTICLE] == [None] * 4


@pytest.mark.parametrize(
    "markup",
    [
        '<section id="comments"><h3>2 comments</h3>{}</section>',
        '<ol class="comment-list">{}</ol>',
        '<div class="article-comments">{}</div>',
    ],
)
def test_readers_comments_are_comments(markup):
    comment = "I have fished these waters for forty years and never saw so few of them."
    body = article() + markup.format(f'<div class="comment-body"><p>{comment}</p></div>')
    assert kinds(body)[comment] is PassageKind.COMMENT


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="display: none">{}</p>',
        "<p hidden>{}</p>",
        '<div aria-hidden="true">{}</div>',
        "<template>{}</template>",
        "<noscript>{}</noscript>",
        "<!-- {} -->",
        '<span class="sr-only">{}</span>',
        "<svg><title>{}</title></svg>",
    ],
)
def test_hidden_text_is_no_text(markup):
    found = kinds(article(markup.format("You cannot see this line of the page.")))
    assert not any("cannot see" in text for text in found)
    assert found[THIRD] is None


def test_an_article_that_a_script_uncovers_is_read():
    found = kinds(f'<nav><a href="/">Home</a></nav><div style="display:none">{article()}</div>')
    assert [found[text] for text in ARTICLE] == [None] * 4


@pytest.mark.parametrize(
    "markup",
    [
        '<p class="standfirst">{}</p>',
        '<h2 class="article-subtitle">{}</h2>',
        "<div><p>{}</p></div>",
    ],
)
def test_a_standfirst_outside_the_text_belongs_to_it(markup):
    lead = "Two ministers want to settle in a week what ten years could not"
    head = f'<meta name="description" content="{lead}">'
    body = (
        f"<header><h1>Quota talks open in Reykjavik</h1>{markup.format(lead)}</header>"
        f'<div class="article-body">{"".join(f"<p>{text}</p>" for text in ARTICLE)}</div>'
    )
    found = kinds(body, head)
    assert found[lead] not in SET_ASIDE
    assert found[FIRST] is None


def test_text_in_several_boxes_of_one_sort_is_one_article():
    boxes = "".join(
        f'<div class="body-inner"><p>{text}</p></div><div class="ad-slot">Advertisement</div>'
        for text in ARTICLE
    )
    found = kinds(f"<main><h1>Quota talks open in Reykjavik</h1>{boxes}</main>")
    assert [found[text] for text in ARTICLE] == [None] * 4
    assert found["Advertisement"] is PassageKind.BOILERPLATE


def test_the_text_in_the_fields_finds_paragraphs_that_the_markup_hides():
    told = " ".join(ARTICLE)
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quota talks", '
        f'"articleBody": "{told}"}}</script>'
    )
    body = (
        f"<h1>Quota talks</h1><article><p>{FIRST}</p></article>"
        f'<div class="x1"><p>{SECOND}</p></div><div class="x2"><div><p>{THIRD}</p></div></div>'
        f'<table><tr><td><p>{LAST}</p></td></tr></table><p class="y">Something else entirely.</p>'
    )
    found = kinds(body, head)
    assert [found[text] for text in ARTICLE] == [None] * 4


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Nordal, fisheries correspondent",
        "7 March 2024 at 10:15 | 4 comments",
        "Updated: 8 March 2024, 09:00",
        "4 min read",
    ],
)
def test_bylines_before_the_text_are_none_of_it(line):
    assert kinds(article(before=f"<p>{line}</p>"))[line] is PassageKind.BOILERPLATE


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Never miss a story: sign up to our weekly newsletter.", True),
        ('Got a view on this? <a href="/l">Click here</a> to write to us.', True),
        ("We want to know what you think about this article.", True),
        ("“Sign up to our newsletter of hate, they told me,” the minister said.", False),
        ("We want to hear from you what the next steps are.", False),
        ("By Friday the ministers had agreed on nothing.", False),
        ("The talks ended on 8 March 2024.", False),
    ],
)
def test_what_a_site_asks_of_readers_is_told_from_what_speakers_say(line, aside):
    found = kinds(article(f"<p>{line}</p>"))
    text = next(text for text in found if text[:12] == line[:12])
    assert (found[text] in SET_ASIDE) is aside


def test_lists_of_links_are_set_aside_and_lists_of_points_are_text():
    links = (
        '<ul><li><a href="/1">Cod price falls</a></li><li><a href="/2">New harbour</a></li></ul>'
    )
    points = "<ul><li>a quota of 30,000 tonnes</li><li>two inspectors on each side</li></ul>"
    found = kinds(article(points, after=f"<h3>Further reading</h3>{links}"))
    assert found["a quota of 30,000 tonnes"] is PassageKind.LIST
    assert found["Cod price falls"] is PassageKind.BOILERPLATE
    assert found["Further reading"] is PassageKind.BOILERPLATE


def test_who_the_author_is_stands_after_the_text_and_is_none_of_it():
    life = "Ada Nordal is a correspondent in Bergen and has written two books on herring."
    head = '<meta name="author" content="Ada Nordal">'
    assert kinds(article(after=f"<p>{life}</p>"), head)[life] is PassageKind.BOILERPLATE
    assert kinds(article(after=f"<p>{life}</p>"))[life] is None


def test_a_second_copy_of_the_title_is_set_aside():
    found = read_page(f"<html><body><p>Quota talks open in Reykjavik</p>{article()}</body></html>")
    copies = [b.kind for b in found.blocks if b.text == "Quota talks open in Reykjavik"]
    assert copies == [PassageKind.BOILERPLATE, PassageKind.TITLE]


def test_every_block_is_there_in_the_order_of_the_page():
    body = f"<nav><ul><li>Home</li><li>World</li></ul></nav>{article()}<footer>© Star</footer>"
    found = [block.text for block in read_page(f"<html><body>{body}</body></html>").blocks]
    assert found == ["Home", "World", "Quota talks open in Reykjavik", *ARTICLE, "© Star"]


def test_a_page_with_nothing_but_menus_keeps_its_text():
    found = kinds('<nav><ul><li><a href="/">Home</a></li><li>World</li></ul></nav>')
    assert list(found) == ["Home", "World"]
    assert not any(kind in SET_ASIDE for kind in found.values())
