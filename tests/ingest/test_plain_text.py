"""Plain text: paragraphs come out whole, however their lines were broken."""

import textwrap

import pytest

from briefing.ingest.readers import markdown, plain_text
from briefing.model.source import PassageKind

P1 = (
    "The two fisheries ministers met in Reykjavik on Thursday and agreed to share the mackerel "
    "quota for three years, after negotiations that had lasted since the spring. Both called it a "
    "fair deal."
)
P2 = (
    "Under the deal the fleets of either country may fish in the waters of the other from June "
    "until the end of September, the ministry said. It did not say how catches are counted."
)
P3 = (
    "A joint committee will meet every spring to look at the figures, which have been disputed "
    "since the last agreement lapsed eleven years ago in a quarrel over nets."
)


def texts(text, name="a.txt"):
    return [block.text for block in plain_text.read(text.encode(), name).blocks]


def kept(text):
    return [
        block.text
        for block in plain_text.read(text.encode(), "a.txt").blocks
        if block.kind is not PassageKind.BOILERPLATE
    ]


def ragged(text):
    """Break a text at 40 to 72 characters, as a person does who does not count."""
    lines, line = [], ""
    limits = [72, 55, 64, 48, 70, 52, 61, 44]
    for word in text.split():
        if line and len(line) + 1 + len(word) > limits[len(lines) % len(limits)]:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


@pytest.mark.parametrize("width", [50, 66, 78, 100])
def test_filled_lines_are_joined(width):
    text = "\n\n".join(textwrap.fill(each, width) for each in (P1, P2, P3))
    assert texts(text) == [P1, P2, P3]


def test_ragged_lines_are_joined():
    assert texts("\n\n".join(map(ragged, (P1, P2, P3)))) == [P1, P2, P3]


def test_ragged_lines_under_a_title():
    assert texts("Quota Shared at Last\n" + ragged(P1) + "\n\n" + ragged(P2)) == [
        "Quota Shared at Last", P1, P2,
    ]  # fmt: skip


def test_indented_first_lines_begin_paragraphs():
    text = "\n".join(textwrap.fill(each, 66, initial_indent="    ") for each in (P1, P2, P3))
    assert texts(text) == [P1, P2, P3]


def test_a_line_each_is_a_paragraph_each():
    assert texts("\n".join((P1, P2, "A short line", P3))) == [P1, P2, "A short line", P3]


@pytest.mark.parametrize("wrap", [lambda text: textwrap.fill(text, 66), ragged])
def test_quoted_lines_lose_their_marks(wrap):
    quoted = "\n".join("> " + line for line in wrap(P2).split("\n"))
    assert texts(f"{wrap(P1)}\n{quoted}\n{wrap(P3)}") == [P1, P2, P3]


def test_hyphens_of_the_line_go_and_hyphens_of_the_word_stay():
    text = (
        "The ministers ended the negotia-\ntions on Thursday with a cease-\nfire and a joint "
        "state-\n"
        "ment on South-\nEast Asia, which was read out by the vice-\npresident of the assembly at\n"
        "the end of a long day of talks."
    )
    assert texts(text) == [
        "The ministers ended the negotiations on Thursday with a cease-fire and a joint statement "
        "on South-East Asia, which was read out by the vice-president of the assembly at the "
        "end of "
        "a long day of talks."
    ]


def test_a_hyphen_stays_where_the_text_writes_it_inside_a_line():
    text = (
        "The fish-meal trade was named in the note, and so was the quota for fish-\nmeal, which "
        "both sides have disputed for as long as anyone in the\nharbour can remember, and the "
        "price "
        "of it, which fell again in the\nspring of last year."
    )
    assert "quota for fish-meal, which" in texts(text)[0]


@pytest.mark.parametrize(
    "gap", ["\n\n{n}\n\n", "\n\n- {n} -\n\n", "\n{n}\n\f", "\nPage {n} of 3\n\f"]
)
def test_page_numbers_go_aside_and_cut_no_paragraph(gap):
    lines = [textwrap.fill(each, 60).split("\n") for each in (P1, P2, P3)]
    pages = [
        lines[0][:2],
        [*lines[0][2:], "", *lines[1][:2]],
        [*lines[1][2:], "", *lines[2]],
    ]
    text = "".join("\n".join(page) + gap.format(n=at + 1) for at, page in enumerate(pages))
    assert kept(text) == [P1, P2, P3]
    assert len(texts(text)) == 6


def test_running_heads_go_aside():
    heads = "\f".join(
        f"Quota Papers          {at}\n\n" + textwrap.fill(each, 60)
        for at, each in enumerate((P1, P2, P3))
    )
    assert kept(heads) == [P1, P2, P3]


def test_numbers_that_do_not_count_pages_stay():
    assert "1974" in kept(f"{P1}\n\n1974\n\n{P2}\n\n1988\n\n{P3}")


def test_a_centred_title_is_one_block():
    text = (
        "                 JOINT STATEMENT OF THE\n                  FISHERIES MINISTERS\n\n"
        + textwrap.fill(P1, 66)
    )
    assert texts(text) == ["JOINT STATEMENT OF THE FISHERIES MINISTERS", P1]


def test_rows_of_a_table_stay_apart():
    text = f"{P1}\n\nSide\tShare\tYear\nIceland\t30\t2024\nFaroes\t12\t2024\n\n{P2}"
    assert texts(text) == [
        P1,
        "Side | Share | Year",
        "Iceland | 30 | 2024",
        "Faroes | 12 | 2024",
        P2,
    ]


def test_columns_set_with_spaces_are_rows():
    text = (
        f"{textwrap.fill(P1, 66)}\n\nIceland        30   per cent\nFaroes         12   per cent\n"
    )
    assert texts(text)[1:] == ["Iceland | 30 | per cent", "Faroes | 12 | per cent"]


def test_each_speaker_begins_a_paragraph():
    turns = [f"MR. PRICE: {P1}", f"QUESTION: {P2}", f"MS. LUND (via interpreter): {P3}", "Q: When?"]
    assert texts("\n".join(textwrap.fill(each, 66) for each in turns)) == turns


def test_list_items_begin_blocks_and_run_on():
    items = [f"- {P1}", f"- {P2}"]
    text = "\n".join(textwrap.fill(each, 60, subsequent_indent="  ") for each in items)
    assert texts(text) == [P1, P2]


def test_a_number_at_the_beginning_of_a_wrapped_line_is_no_list():
    text = (
        f"{textwrap.fill(P1, 60)}\n\nThe ministers of both countries are to meet again on June\n"
        "15. They said so on Thursday night in the harbour town.\n"
    )
    assert len(texts(text)) == 2


def test_chinese_lines_are_joined_without_spaces():
    text = (
        "两国渔业部长星期四在首都举行会谈并就共享配额达成协\n"
        "议双方同意在今后三年内每年春季举行一次联合会议以审\n"
        "查渔获数据。"
    )
    assert texts(text) == [text.replace("\n", "")]


def test_chinese_paragraphs_of_a_line_each_stay_apart():
    lines = [
        "两国部长星期四举行会谈并达成协议。",
        "双方同意每年春季举行一次联合会议，以审查上一年度的渔获数据。",
        "环保组织批评配额过高。",
    ]
    assert texts("\n".join(lines)) == lines


def test_the_header_of_a_mail_tells_subject_sender_and_day():
    text = (
        "From: Ana Ruiz <ana@example.org>\nSent: Friday, May 3, 2024 4:15 PM\nTo: "
        "desk@example.org\n"
        f"Subject: RE: FW: Quota talks\n\n{P1}\n\n{P2}\n"
    )
    document = plain_text.read(text.encode(), "a.txt")
    assert (document.metadata.title, document.metadata.authors) == ("Quota talks", ("Ana Ruiz",))
    assert str(document.metadata.published) == "2024-05-03"
    assert [block.kind for block in document.blocks[:4]] == [PassageKind.BOILERPLATE] * 4
    assert [block.text for block in document.blocks[4:]] == [P1, P2]


def test_two_labelled_lines_are_no_mail():
    text = f"From: the harbour\nTo: the sea\n{P1}"
    assert texts(text)[0] == "From: the harbour"
    assert plain_text.read(text.encode(), "a.txt").metadata.authors == ()


def test_links_between_bars_are_a_menu_in_markdown():
    text = (
        b"# Quota\n\nText with [a link](x) inside.\n\n[Home](/) | [World](/w)\n\n"
        b"[One](a), [Two](b)\n"
    )
    kinds = {block.text: block.kind for block in markdown.read(text, "a.md").blocks}
    assert kinds["Home | World"] is PassageKind.BOILERPLATE
    assert kinds["One, Two"] is None


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 200_000,
        "word " * 100_000,
        "> " * 100_000,
        "Home\n" * 50_000,
        "1\n\n" * 30_000,
        "\f" * 50_000,
        "a-\n" * 50_000,
        "a\tb\n" * 50_000,
    ],
)
def test_large_and_odd_texts_are_read(text):
    document = plain_text.read(text.encode(), "a.txt")
    letters = sum(block.text.count("o") for block in document.blocks)
    assert letters == text.count("o")
