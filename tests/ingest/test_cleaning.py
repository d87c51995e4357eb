"""Pasted pages: what a site set around an article goes aside, and the whole article stays."""

import pytest

from briefing.ingest.cleaning import is_caption, is_furniture
from briefing.ingest.read import read
from briefing.model.source import SET_ASIDE, PassageKind

P1 = (
    "The two fisheries ministers met in Reykjavik on Thursday and agreed to share the mackerel "
    "quota for three years. Both called it a fair deal."
)
P2 = (
    "Under the deal the fleets of either country may fish in the waters of the other from June "
    "until the end of September, the ministry said."
)
P3 = (
    "Environmental groups said that the quota was too high, and that the stock had not recovered "
    "from the years of overfishing."
)
P4 = (
    "A joint committee will meet every spring to look at the figures, which have been disputed "
    "since the last agreement lapsed."
)
TITLE = "Iceland and Faroes Share Mackerel Quota After Long Dispute"


def kinds(*lines, gap="\n\n"):
    source = read(gap.join(lines).encode(), "page.txt")
    return {
        source.text[passage.start : passage.end]: passage.kind for passage in source.passages
    }, source


def assert_article_stays(found):
    for paragraph in (P1, P2, P3, P4):
        assert found[paragraph] is PassageKind.BODY


def test_page_date_and_teasers_before_the_article_go_aside():
    found, source = kinds(
        "Monday, March 4, 2024",
        "Harbour Strike Ends After Nine Days",
        "Dock workers in three ports went back to...",
        "New Lighthouse Opens to Visitors",
        "The lighthouse on the northern cape is open to visitors from May until October.",
        TITLE,
        P1,
        P2,
        P3,
        P4,
    )
    assert_article_stays(found)
    assert source.title == TITLE
    assert found[TITLE] is PassageKind.TITLE
    aside = [text for text, kind in found.items() if kind is PassageKind.BOILERPLATE]
    assert len(aside) == 5
    assert source.published is None


def test_short_sections_of_an_article_are_no_teasers():
    found, _ = kinds(
        TITLE,
        "The ministers met on Thursday and agreed on a quota for the next three years.",
        "What It Means",
        "The fleets of both countries may fish in either waters from June to September.",
        "What Comes Next",
        P3,
        P4,
        P1,
        P2,
    )
    assert not SET_ASIDE & set(found.values())
    assert found["What It Means"] is PassageKind.HEADING


def test_a_site_menu_before_the_article_goes_aside():
    found, source = kinds("Home", "World", "Fishing", "Opinion", TITLE, P1, P2, P3, P4, gap="\n")
    assert_article_stays(found)
    assert found["Fishing"] is PassageKind.BOILERPLATE
    assert source.title == TITLE


def test_the_name_of_a_site_is_no_title():
    _, source = kinds("Northern Star", "Log in", "Advertisement", TITLE, P1, P2, P3, P4)
    assert source.title == TITLE


def test_lists_of_other_articles_after_the_text_go_aside():
    found, _ = kinds(
        TITLE, P1, P2, P3, P4, "Related Articles", "Harbour Strike Ends", "Cod Price Falls Again"
    )
    assert_article_stays(found)
    assert found["Harbour Strike Ends"] is PassageKind.BOILERPLATE
    assert found["Cod Price Falls Again"] is PassageKind.BOILERPLATE


def test_text_after_a_line_of_the_site_stays_when_it_is_long():
    found, _ = kinds(TITLE, P1, P2, "Related articles", "A Second Report", f"{P3} {P4}")
    assert found["Related articles"] is PassageKind.BOILERPLATE
    assert found[f"{P3} {P4}"] is PassageKind.BODY
    assert found["A Second Report"] is PassageKind.HEADING


def test_readers_comments_are_comments():
    found, _ = kinds(TITLE, P1, P2, P3, P4, "3 Comments", "I do not believe a word of this.")
    assert_article_stays(found)
    assert found["3 Comments"] is PassageKind.BOILERPLATE
    assert found["I do not believe a word of this."] is PassageKind.COMMENT


def test_a_caption_given_twice_is_a_caption_and_its_copy_goes_aside():
    line = "(From left) Minister Jonsson, Minister Olsen and the island\\'s premier / Harbour Photo"
    copy = line.replace("\\'", "’")
    source = read("\n".join([TITLE, P1, line, copy, P2, P3, P4]).encode(), "page.txt")
    assert [passage.kind.value for passage in source.passages] == [
        "title", "body", "caption", "boilerplate", "body", "body", "body",
    ]  # fmt: skip


def test_a_repeated_sentence_stays_once():
    source = read("\n\n".join([TITLE, P1, P2, P2, P3]).encode(), "page.txt")
    assert [passage.kind.value for passage in source.passages] == [
        "title", "body", "body", "boilerplate", "body",
    ]  # fmt: skip


def test_the_title_run_together_with_a_tag_goes_aside():
    found, _ = kinds(TITLE, "Fisheries" + TITLE, P1, P2, P3, P4)
    assert found["Fisheries" + TITLE] is PassageKind.BOILERPLATE


def test_headings_inside_the_text():
    found, _ = kinds(TITLE, P1, "A Long Quarrel", P2, "What the critics say", P3, P4, gap="\n")
    assert_article_stays(found)
    assert found["A Long Quarrel"] is PassageKind.HEADING
    assert found["What the critics say"] is PassageKind.HEADING


def test_a_short_line_at_the_end_heads_nothing():
    found, _ = kinds(TITLE, P1, P2, "Reporting from the harbour")
    assert found["Reporting from the harbour"] is PassageKind.BODY


def test_list_items_lose_their_bullet_and_keep_their_number():
    found, _ = kinds(TITLE, P1, "- a quota for three years", "2) a joint committee", P2)
    assert found["a quota for three years"] is PassageKind.LIST
    assert found["2) a joint committee"] is PassageKind.LIST


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The two fisheries ministers met in Reykjavik on\n"
        "Thursday and agreed to share the mackerel quota\n"
        "for three years. Both called it a fair deal.\n\n"
        "Environmental groups said that the quota was too\n"
        "high, and that the stock had not recovered from\n"
        "the years of overfishing.\n"
    )
    source = read(wrapped.encode(), "a.txt")
    assert len(source.passages) == 2
    assert source.text[: source.passages[0].end] == P1


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Search",
        "Close this search box.",
        "COMMENTS 0",
        "12 Comments",
        "Hot news now",
        "Check Out Our Content",
        "Most Popular Articles",
        "Share | Tweet | Email",
        "Read more:",
        "For more, like us on Facebook or follow us on Instagram.",
        "© 2024 Northern Star. All rights reserved.",
        "Also read: Cod price falls again",
        "(Tromso = Nordlys)",
        "https://example.org/a",
        "***",
        "5 min read",
    ],
)
def test_lines_of_a_site_are_known(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        P1,
        "Search parties were sent to the strait.",
        "He asked them to follow us on this path.",
        "More talks are planned.",
        "The minister will share it with the press.",
        "Comments were refused.",
        "The committee’s watch over the stock goes on.",
        "Related matters were left open by the two sides.",
        "(The text is not public.)",
        "Live fire was heard at the border.",
    ],
)
def test_lines_of_an_article_are_not_taken_for_a_site(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the harbour at dawn",
        "[Photo by Ana Ruiz]",
        "The harbour at dawn / Nordlys",
        "The ministers at the pier (Photo: Ana Ruiz)",
        "The ministers at the pier, via Getty Images",
    ],
)
def test_captions_are_known(line):
    assert is_caption(line)


def test_a_sentence_that_speaks_of_photos_is_no_caption():
    line = "The minister said the photo of the harbour showed nothing of the ships in the bay."
    assert not is_caption(line)


def test_clean_text_keeps_everything():
    lines = ["Northern Star", "Share", TITLE, P1, TITLE, "Related articles", "Cod Price Falls"]
    source = read("\n".join(lines).encode(), "a.txt", as_is=True)
    assert not SET_ASIDE & {passage.kind for passage in source.passages}
    assert len(source.passages) == len(lines)


@pytest.mark.parametrize(
    "line",
    [
        "The vessel entered the zone without permission and was turned back.",
        "(c) the sharing of the stocks between the two fleets;",
        "Copyright law will be changed in both countries, the minister said.",
        "« Tout va bien », dit-il.",
        "Reporting by the newspaper found that the quota was too high.",
        "The views expressed by the minister were not those of his cabinet.",
        "The author was arrested in Tamar on Monday, the police said.",
        "Update of the agreement",
        "Talks on the strait: what comes next",
        "Arms for Estmark",
        "Try as they might, the two sides found no way to spend the $3 billion.",
        "This report was published by the ministry on Monday.",
        "The text may not be published before both sides have signed it.",
    ],
)
def test_lines_that_look_like_a_site_stay(line):
    found, _ = kinds(TITLE, P1, line, P2, P3, P4)
    assert found[line] not in SET_ASIDE | {PassageKind.CAPTION}


@pytest.mark.parametrize(
    "line",
    [
        "(END)",
        "###",
        "ENDS",
        "- 30 -",
        "Reporting by Nadia Storr in Tamar; Editing by Hugh Carr",
        "Ana Ruiz in Oslo contributed to this report.",
        "Okonjo reported from Brine.",
        "The writer is a fellow at the Harbour Institute.",
        "Correction: An earlier version of this article misstated the quota.",
        "You have 1 free article left this month.",
        "Get the day's news in your inbox.",
        "Home > World > Baltic",
        "무단 전재 및 재배포 금지",
        "责任编辑：王岚",
    ],
)
def test_notes_on_the_making_of_a_text_are_known(line):
    assert is_furniture(line)


def test_a_title_given_twice_is_a_title_and_no_caption():
    found, source = kinds(TITLE, TITLE, P1, P2, P3, P4)
    assert source.title == TITLE
    assert [passage.kind for passage in source.passages][:2] == [
        PassageKind.TITLE,
        PassageKind.BOILERPLATE,
    ]
    assert_article_stays(found)


def test_an_article_goes_on_after_a_list_of_others():
    found, _ = kinds(
        TITLE,
        P1,
        P2,
        "Related coverage",
        "Harbour Strike Ends at Last",
        "Cod Price Falls Yet Again",
        P3,
        P4,
    )
    assert_article_stays(found)
    assert found["Cod Price Falls Yet Again"] is PassageKind.BOILERPLATE


def test_comments_as_a_heading_of_the_text():
    found, _ = kinds(TITLE, P1, P2, "Comments", P3, P4)
    assert_article_stays(found)
    assert found["Comments"] is PassageKind.HEADING


def test_rows_of_a_table_are_no_menu():
    found, _ = kinds(TITLE, P1, "Side\tShare\tPlace\nIceland\tHigh\tNorth\nFaroes\tLow\tNorth", P2)
    assert found["Iceland | High | North"] is PassageKind.BODY


def test_days_that_head_a_chronology_stay():
    found, _ = kinds(TITLE, P1, "3 May 2024", P2, "5 May 2024", P3, P4)
    assert found["3 May 2024"] is PassageKind.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "The Norlys Daily Briefing newsletter has all the news that you need. Sign up here.",
        "Privacy Notice: Newsletters may hold information about charities. See our policy.",
        "end of list",
        "list 2 of 3",
        "Click here to share on social media",
        "[VIDEO] Watch: Inside the new trawler",
        "Home · World · Economy · Login",
        "News Sport Business Opinion",
        "Source: Norlys and news agencies",
        "This article is more than 2 years old",
        "Contact: press@fisheries.example, +00 22 00 00 00",
    ],
)
def test_what_sites_write_goes_aside(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The fleet <b>agreed</b> to recognise the 2002 treaty.",
        "Norvia &lt;i&gt;agreed&lt;/i&gt; to wait.",
        "A newsletter of the ministry said that the quota would stand.",
        "Norlys is an independent news agency that was closed on Monday.",
        "($1 = 3.7 crowns)",
        "Norvia · Estmark · Lund",
        "Contact: the two ministers spoke by telephone on Monday and twice on Tuesday.",
        "The watch on the bridge saw the end of list number nine.",
    ],
)
def test_what_an_article_may_say_stays(line):
    assert not is_furniture(line)
    found, _ = kinds(TITLE, P1, line, P2, P3)
    assert found[line] not in SET_ASIDE


def test_a_box_that_may_be_skipped_goes_aside_whole():
    box = [
        "skip past newsletter promotion",
        "This is the North",
        "The most pressing debates – from identity to the sea",
        "after newsletter promotion",
    ]
    found, _ = kinds(TITLE, P1, *box, P2, P3, P4)
    assert {found[line] for line in box} == {PassageKind.BOILERPLATE}
    assert_article_stays(found)


def test_a_box_without_an_end_takes_nothing_of_the_article():
    found, _ = kinds(TITLE, P1, "skip past newsletter promotion", P2, P3, P4)
    assert_article_stays(found)


def test_a_list_of_others_goes_on_over_several_pairs_and_lists():
    lists = [
        "More on this story", "The lake that is growing and dying at once", "3 days ago",
        "Estmark opens its second turbine", "Why the fishermen are angry", "Related topics", "Fish",
        "Norvia", "2 hrs ago", "Mass wedding held in a stadium", "Two hundred couples came.",
        "Sport", "5 hrs ago", "Norvia raises the price of fuel", "The minister called it a pity.",
        "Read Next", "Lund will join the pact on salt", "Markets · May 14, 2026 · 2 hours ago",
        "The premier said that it would be signed in June.", "Bank cuts rates once more in spring",
        "Markets · May 14, 2026", "Privacy policy",
    ]  # fmt: skip
    found, _ = kinds(TITLE, P1, P2, P3, P4, *lists)
    assert_article_stays(found)
    assert {found[line] for line in lists} == {PassageKind.BOILERPLATE}


def test_an_article_goes_on_after_a_list_that_says_where_it_ends():
    text = "The two sides set up a hotline in 2024, but it has never been used by either of them."
    found, _ = kinds(
        TITLE, P1, P2, "Recommended Stories", "list 1 of 2", "Norvia signs a deal", "list 2 of 2",
        "Estmark cuts its rates as the price of fish falls", "end of list", text,
        "“We called,” he said.", P3, P4,
    )  # fmt: skip
    assert_article_stays(found)
    assert found[text] is PassageKind.BODY


def test_what_a_house_and_its_authors_say_of_themselves_at_the_end_goes_aside():
    tail = [
        "Ana Ruiz",
        "Ruiz covers the northern seas for the Norlys Press. She is based in Tamar.",
        "Norlys logo",
        "The Norlys Press is an independent global news organization dedicated to facts.",
        "Copyright 2026 The Norlys Press. All Rights Reserved.",
    ]
    found, _ = kinds(TITLE, "By Ana Ruiz", P1, P2, P3, P4, *tail)
    assert_article_stays(found)
    assert {found[line] for line in tail} == {PassageKind.BOILERPLATE}


def test_a_last_sentence_on_a_news_agency_stays_text():
    last = "The Norlys Press is an independent news agency, and its office was searched on Monday."
    found, _ = kinds(TITLE, P1, P2, P3, P4, last)
    assert found[last] is PassageKind.BODY


def test_the_points_before_the_text_are_a_list():
    points = ["Talks on the strait to resume after two years", "Next round planned for July"]
    found, _ = kinds("Home", TITLE, "By Ana Ruiz", "3 May 2024", "Summary", *points, P1, P2, P3, P4)
    assert {found[point] for point in points} == {PassageKind.LIST}
    assert_article_stays(found)
