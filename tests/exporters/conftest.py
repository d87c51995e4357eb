"""What the tests of all exporters share: the reference Document and the golden files."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent.parent
GOLDEN = TESTS / "golden" / "exporters"


def _reference_module():
    name = "reference_document"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, TESTS / "document" / "reference.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


@pytest.fixture(scope="session")
def reference():
    return _reference_module().REFERENCE


@pytest.fixture(scope="session")
def line():
    return _reference_module().line


@pytest.fixture
def golden():
    """Compare a text with a golden file; WRITE_GOLDEN=1 writes it anew, to be read and kept."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("WRITE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def document(line):
    """Make a small Document around blocks; its notes are the numbers given."""
    from briefing.document.document import Document, Note

    def make(*blocks, notes=(), sources=(), **changed):
        made = tuple(
            Note(number, "source", 1, f"s{number}", line(f"Source of note {number}"), "Its words.")
            for number in notes
        )
        fields = {
            "title": "A title",
            "subtitle": "",
            "language": "en",
            "marking": "",
            "facts": (),
            "blocks": blocks,
            "notes": made,
            "sources": sources,
        }
        return Document(**(fields | changed))

    return make
