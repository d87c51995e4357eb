"""A Source's offsets slice back, the same bytes give the same Source, and mistakes are told."""

import datetime as dt
import hashlib
import io
import pickle
import random
import zipfile

import pytest

from briefing.ingest import read as room
from briefing.ingest.passages import with_passages
from briefing.ingest.read import read, read_all, source_id
from briefing.model.errors import SourceError
from briefing.model.source import DateBasis, PassageKind

ARTICLE = """Ministers Settle Ferry Dispute in Oslo

The ministers of both countries met in Oslo on Tuesday and settled the dispute over night ferries.

“We are content. The ferries will sail,” said the Norwegian minister after the talks in the harbour.
"""

PIECES = [
    "A", "b", "é", "会", "。", "😀", ".", "!", "?", "…", "“", "”", '"', "(", ")", " ", "\n", "\n\n",
    "\t", "\r\n", "\r", "\u2028", "\x0b", "\x85", "\xa0", "\u200b", "\u202e", "\x07", "- ", "1. ",
    "# ", "**x** ", "> ", "---\n", "a: b\n", "U.S. ", "Dr. ", "The talks ended. ", "Share\n",
    "ADVERTISEMENT\n", "Related articles\n", "COMMENTS 3\n",
    "The two sides met in the harbour town and agreed on nearly all open points of the list. ",
    "Photo: Harbour / Agency\n", "Harbour at Dawn\n", "3 May 2024\n",
]  # fmt: skip


def check_offsets(source):
    text = source.text
    end = 0
    for passage in source.passages:
        assert end <= passage.start < passage.end <= len(text)
        end = passage.end
        assert passage.id == f"{source.id}.p{passage.start}"
        own = text[passage.start : passage.end]
        assert own == own.strip()
        assert passage.sentences[0].start == passage.start
        assert passage.sentences[-1].end == passage.end
        before = passage.start
        for sentence in passage.sentences:
            assert before <= sentence.start < sentence.end
            assert not text[before : sentence.start].strip()
            before = sentence.end
            assert sentence.id == f"{source.id}.s{sentence.start}"


def invented(seed):
    chance = random.Random(seed)
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 80)))


def zipped(members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize("as_is", [False, True])
def test_offsets_slice_back_on_invented_texts(as_is):
    made = 0
    for seed in range(400):
        text = invented(seed)
        name = ("a.txt", "a.md", "a")[seed % 3]
        try:
            source = read(text.encode(), name, as_is=as_is)
        except SourceError:
            continue
        made += 1
        check_offsets(source)
        if as_is:
            assert source.text == text
        else:
            joined = "\n\n".join(source.text[p.start : p.end] for p in source.passages)
            assert source.text == joined
    assert made > 350


def test_the_same_bytes_give_the_same_source():
    data = ARTICLE.encode()
    assert read(data, "a.txt") == read(data, "a.txt")
    assert read(data, "a.txt").id == hashlib.sha256(data).hexdigest()[:16]
    assert read(data, "elsewhere/b.txt").passages == read(data, "a.txt").passages


def test_an_article_is_read():
    source = read(ARTICLE.encode(), "folder/a.txt")
    assert source.path == "folder/a.txt"
    assert source.title == "Ministers Settle Ferry Dispute in Oslo"
    assert [passage.kind.value for passage in source.passages] == ["title", "body", "body"]
    assert source.published is None
    assert source.published_basis is DateBasis.UNKNOWN
    assert source.language == "en"


def test_a_given_date_overrules():
    source = read(ARTICLE.encode(), "a.txt", published=dt.date(2024, 5, 3))
    assert (source.published, source.published_basis) == (dt.date(2024, 5, 3), DateBasis.GIVEN)


def test_as_is_text_is_unchanged_and_its_lines_are_passages():
    text = "Share\r\nOne line. Two sentences.  \r\n\r\n  An indented one.\n- An item"
    source = read(text.encode(), "a.txt", as_is=True)
    assert source.text == text
    lines = [source.text[p.start : p.end] for p in source.passages]
    assert lines == ["Share", "One line. Two sentences.", "An indented one.", "- An item"]
    assert all(p.kind is not PassageKind.BOILERPLATE for p in source.passages)
    assert source.passages[-1].kind is PassageKind.LIST


def test_front_matter_of_as_is_text_is_read_and_set_aside():
    text = "---\ntitle: Ferry talks\npublished: 2024-05-03\n---\nThe ferry talks ended well.\n"
    source = read(text.encode(), "a.md", as_is=True)
    assert source.text == text
    assert source.title == "Ferry talks"
    assert source.published == dt.date(2024, 5, 3)
    kinds = [passage.kind.value for passage in source.passages]
    assert kinds == ["boilerplate"] * 4 + ["body"]


def test_controls_and_direction_overrides_are_dropped_from_cleaned_text_only():
    text = "The talks\u202e ended\x07 well\u200b in the harbour town.\n"
    assert read(text.encode(), "a.txt").text == "The talks ended well in the harbour town."
    assert read(text.encode(), "a.txt", as_is=True).text == text


@pytest.mark.parametrize("data", [b"", b" \n\t ", "\ufeff".encode(), "\u200b\n\u200b".encode()])
def test_no_text_is_told(data):
    with pytest.raises(SourceError) as caught:
        read(data, "empty.txt")
    assert "empty.txt" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a picture"),
        (zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office"),
        (b"\x7fELF\x02\x01\x01" + bytes(600), "a program"),
        (b"a\x00b\x00c\x01\x02" + bytes(900), "no text"),
    ],
)
def test_kinds_that_are_not_read_are_told(data, word):
    with pytest.raises(SourceError) as caught:
        read(data, "a.txt")
    assert word in caught.value.message
    assert caught.value.hint


def test_a_file_that_is_too_large_is_told():
    with pytest.raises(SourceError, match="20 megabytes"):
        read(b"a line\n" * 3_000_000, "a.txt")


def test_what_lies_inside_is_read_with_the_path_that_leads_there():
    data = zipped(
        {"a.txt": ARTICLE, "inner/b.zip": zipped({"c.txt": ARTICLE + "More."}), "empty.txt": b""}
    )
    contents = read_all(data, "all.zip")
    assert [source.path for source, _ in contents.read] == [
        "all.zip/a.txt", "all.zip/inner/b.zip/c.txt",
    ]  # fmt: skip
    assert next(original.data for _, original in contents.read) == ARTICLE.encode()
    assert [failure.path for failure in contents.failed] == ["all.zip/empty.txt"]


def test_a_document_alone_and_the_same_in_an_archive_are_one_source():
    ((inside, _),) = read_all(zipped({"a.txt": ARTICLE}), "all.zip").read
    assert inside.id == read(ARTICLE.encode(), "a.txt").id == source_id(ARTICLE.encode())


def test_what_lies_too_deep_is_told():
    data = ARTICLE.encode()
    for _ in range(8):
        data = zipped({"a.zip": data})
    contents = read_all(data, "all.zip")
    assert contents.read == ()
    assert "too deep" in contents.failed[0].error.message


def test_whatever_a_parser_trips_over_is_told_of_the_document(monkeypatch):
    def broken(data, name):
        raise RecursionError("too many levels")

    monkeypatch.setattr(room, "reader", lambda kind: broken)
    (failure,) = read_all(ARTICLE.encode(), "a.txt").failed
    assert "a.txt" in failure.error.message
    assert failure.error.hint


def test_only_text_can_be_taken_as_it_is():
    with pytest.raises(SourceError, match="no text file") as caught:
        read(zipped({"a.txt": ARTICLE}), "a.zip", as_is=True)
    assert "--as-is" in caught.value.hint


def test_an_error_travels_whole():
    error = SourceError("“{name}” is {kind}.", "Save it as text.", name="a", kind="a picture")
    back = pickle.loads(pickle.dumps(error))
    assert (back.message, back.hint, type(back)) == (error.message, error.hint, SourceError)


def test_a_passage_taken_back_keeps_its_place_and_its_sentences():
    source = read(f"Share\n\n{ARTICLE}".encode(), "a.txt")
    (share,) = [p for p in source.passages if source.text[p.start : p.end] == "Share"]
    assert share.kind is PassageKind.BOILERPLATE
    back = with_passages(source, {share.id}, PassageKind.BODY)
    check_offsets(back)
    assert [p.kind for p in back.passages if p.id == share.id] == [PassageKind.BODY]
    assert [p for p in back.passages if p.id != share.id] == [
        p for p in source.passages if p.id != share.id
    ]
    assert with_passages(back, {share.id}, PassageKind.BOILERPLATE) == source


def test_a_page_that_was_asked_for_by_its_address_keeps_it():
    assert read(ARTICLE.encode(), "https://example.org/a").url == "https://example.org/a"
    assert read(ARTICLE.encode(), "a.txt").url is None


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_front_matter_is_set_aside_as_it_is_whatever_ends_its_lines(ending):
    lines = [
        "---",
        "title: Ferries",
        "publisher: Star",
        "date: 2024-03-07",
        "---",
        "",
        "The talks.",
    ]
    source = read(ending.join(lines).encode(), "a.md", as_is=True)
    assert source.title == "Ferries"
    kinds = {source.text[p.start : p.end]: p.kind for p in source.passages}
    assert {text for text, kind in kinds.items() if kind is PassageKind.BOILERPLATE} == set(
        lines[:5]
    )
    assert kinds["The talks."] is not PassageKind.BOILERPLATE
