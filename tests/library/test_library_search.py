"""The search finds Sentences by the user's own words, whatever marks stand among them."""

import pytest
from made_records import made_source

from briefing.library.library import Library
from briefing.model.edits import Edit, Put, Remove
from briefing.model.findings import Citation
from briefing.model.source import PassageKind, Source


@pytest.fixture
def library(tmp_path):
    with Library.open(tmp_path / "l.aidememo") as opened:
        put(
            opened,
            made_source("a", "Talks on tariffs opened in Łódź.", "The U.S. side said nothing."),
            made_source("b", "Tariffs will fall.", "Xi's envoy met the Élysée's adviser."),
        )
        yield opened


def put(library, *records):
    return library.apply(Edit("Put", tuple(map(Put, records))))


def found(library, words, **settings):
    return [citation.sentence for citation in library.search(words, **settings)]


def test_two_sources_are_searched(library):
    assert set(library.search("tariffs")) == {Citation("a", "a.0"), Citation("b", "b.0")}


def test_the_shorter_sentence_comes_first(library):
    assert found(library, "tariffs") == ["b.0", "a.0"]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("TARIF", ["b.0", "a.0"]),
        ("tariffs opened", ["a.0"]),
        ("opened tariffs", ["a.0"]),
        ("elysee", ["b.1"]),
        ("ÉLYSÉE", ["b.1"]),
        ("E\u0301lyse\u0301e", ["b.1"]),
        ("U.S.", ["a.1"]),
        ("Xi's", ["b.1"]),
        ("ariffs", []),
        ("tariffs nothing", []),
    ],
)
def test_words_are_beginnings_in_any_order_case_or_accent(library, words, sentences):
    assert found(library, words) == sentences


@pytest.mark.parametrize("words", ["", " \t\n", '"', '""', "*", "(", "- ^ : + .", "\x00", "\ud800"])
def test_no_words_find_nothing(library, words):
    assert library.search(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        '"tariffs',
        'tariffs"',
        "tariffs*",
        "(tariffs",
        "^tariffs",
        "-tariffs",
        "tariffs *",
        "tariffs\x00",
        "\ud800tariffs",
        "words:",
        'ta"riffs',
        "{a b}: tariffs",
        "tariffs '; DROP TABLE source",
        "NEAR(",
        "NEAR(tariffs fall, 2)",
        "tariffs AND",
        "OR",
        "NOT tariffs",
        "tariffs OR fall",
    ],
)
def test_operators_are_only_words(library, words):
    plain = "".join(c if c.isalnum() else " " for c in words)
    assert set(library.search(words)) <= set(library.search(plain))
    if plain.split() == ["tariffs"]:
        assert found(library, words) == ["b.0", "a.0"]


def test_a_very_long_question_is_answered(library):
    assert found(library, "tariffs " * 5000) == ["b.0", "a.0"]
    assert found(library, '"(' * 5000) == []


@pytest.mark.parametrize(("limit", "number"), [(1, 1), (2, 2), (0, 0), (-1, 0)])
def test_the_limit_holds(library, limit, number):
    assert len(library.search("tariffs", limit=limit)) == number


def test_sentences_that_tie_stand_in_the_order_of_the_text(tmp_path):
    sources = [made_source(key, *["Same words."] * 12) for key in ("b", "a")]
    orders = []
    for n, order in enumerate((sources, sources[::-1])):
        with Library.open(tmp_path / f"{n}.aidememo") as library:
            put(library, *order)
            orders.append(found(library, "same"))
    assert orders[0] == orders[1] == [f"{key}.{n}" for key in "ab" for n in range(12)]


def test_sentences_set_aside_come_last(library):
    put(library, made_source("c", "Tariffs.", kind=PassageKind.COMMENT))
    assert found(library, "tariffs") == ["b.0", "a.0", "c.0"]


def test_a_removed_source_is_found_no_more_until_undone(library):
    change = library.apply(Edit("Remove", (Remove(Source, "a"),)))
    assert found(library, "tariffs") == ["b.0"]
    library.apply(change.undo)
    assert found(library, "tariffs") == ["b.0", "a.0"]


def test_a_replaced_source_is_found_by_its_new_words_only(library):
    change = put(library, made_source("b", "Quotas will rise."))
    assert found(library, "tariffs") == ["a.0"]
    assert found(library, "quotas") == ["b.0"]
    library.apply(change.undo)
    assert found(library, "tariffs") == ["b.0", "a.0"]
    assert found(library, "quotas") == []


def test_an_edit_that_fails_leaves_the_index_as_it_was(library):
    bad = made_source("c", "Tariffs \ud800 again.")
    with pytest.raises(Exception, match="half a character"):
        put(library, made_source("b", "Quotas."), bad)
    assert found(library, "tariffs") == ["b.0", "a.0"]


def test_the_index_holds_as_many_sentences_as_the_sources(library):
    put(library, made_source("a", "One.", "Two.", "Three."))
    library.apply(Edit("Remove", (Remove(Source, "b"),)))
    for table in ("sentence", "sentence_words"):
        query = f"SELECT count(*) FROM {table}"
        assert library._connection.exec_driver_sql(query).scalar_one() == 3
    library._connection.exec_driver_sql(
        "INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')"
    )


def test_a_source_put_twice_in_one_edit_is_found_by_its_last_words_only(library):
    change = put(library, made_source("c", "Quotas."), made_source("c", "Levies."))
    assert found(library, "quotas") == []
    assert found(library, "levies") == ["c.0"]
    again = library.apply(change.undo)
    assert found(library, "quotas") + found(library, "levies") == []
    library.apply(again.undo)
    assert found(library, "levies") == ["c.0"]
