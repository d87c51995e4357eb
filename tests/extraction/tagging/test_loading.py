"""The tagger is loaded if it may be; if not, the reason is told and the rules go on."""

import hashlib
import json

import pytest

from briefing.extraction.tagging import loading
from briefing.extraction.tagging.card import read_card


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.delenv(loading.RULES_ONLY, raising=False)
    loading.absence.cache_clear()
    loading.tagger.cache_clear()
    yield
    loading.absence.cache_clear()
    loading.tagger.cache_clear()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "reader.onnx").write_bytes(b"a network")
    (tmp_path / "vocabulary.txt").write_text("[UNK]\n", "utf-8")
    card = {
        "sha256": hashlib.sha256(b"a network").hexdigest(),
        "thresholds": {"cue": 0.5, "source": 0.4, "content": 0.5},
        "confidence": [0, 1, 1, 1, 0],
    }
    (tmp_path / "reader.json").write_text(json.dumps(card), "utf-8")
    return tmp_path


def test_all_that_is_needed_is_there(folder):
    assert loading.absence(folder) == ""
    assert read_card(folder).thresholds.source == 0.4


def test_an_office_may_forbid_it(folder, monkeypatch):
    monkeypatch.setenv(loading.RULES_ONLY, "1")
    assert loading.RULES_ONLY in loading.absence(folder)
    assert loading.tagger(folder) is None


def test_a_missing_library_is_named(folder, monkeypatch):
    monkeypatch.setattr(
        loading, "find_spec", lambda name: None if name == "onnxruntime" else object()
    )
    assert loading.absence(folder) == "onnxruntime cannot be imported"
    assert loading.tagger(folder) is None


@pytest.mark.parametrize("name", ["reader.onnx", "vocabulary.txt", "reader.json"])
def test_a_missing_part_is_named(folder, name):
    (folder / name).unlink()
    assert loading.absence(folder) == f"{name} cannot be read"


def test_another_network_than_the_cards_is_not_used(folder):
    (folder / "reader.onnx").write_bytes(b"another network")
    assert "not the file" in loading.absence(folder)
    assert loading.tagger(folder) is None


def test_a_damaged_card_is_told(folder):
    (folder / "reader.json").write_text("{", "utf-8")
    assert loading.absence(folder) == "reader.json is damaged"


def test_a_network_that_cannot_be_loaded_leaves_the_rules(folder):
    assert loading.absence(folder) == ""
    assert loading.tagger(folder) is None
