"""The one way in: formats by suffix, and nothing loaded before it is asked for."""

import os
import subprocess
import sys

import pytest

from briefing.document.blocks import (
    Chronology,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Quotation,
    Remark,
    Slot,
    Table,
)
from briefing.document.style import Stylesheet
from briefing.exporters.registry import EXPORTERS, render, suffixes
from briefing.model.errors import ExportError


def test_suffixes():
    assert suffixes() == (".docx", ".pdf")
    assert [one.name for one in EXPORTERS] == ["Word document", "PDF"]


def test_unknown_suffix_says_which_there_are(reference):
    with pytest.raises(ExportError) as told:
        render(reference, ".odt")
    assert ".odt" in told.value.message
    assert ".docx, .pdf" in told.value.hint


def test_suffix_in_capitals(reference):
    assert render(reference, ".PDF") == render(reference, ".pdf")


def test_nothing_heavy_is_loaded_at_start():
    code = (
        "import sys, briefing.exporters.registry;"
        "print([name for name in ('reportlab', 'docx') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("suffix", suffixes())
def test_same_document_same_bytes(reference, suffix):
    first = render(reference, suffix)
    code = (
        "import sys, hashlib, importlib.util as u;"
        "s = u.spec_from_file_location('reference', sys.argv[1]);"
        "m = u.module_from_spec(s); s.loader.exec_module(m);"
        "from briefing.exporters.registry import render;"
        "sys.stdout.buffer.write(render(m.REFERENCE, sys.argv[2]))"
    )
    path = sys.modules["reference_document"].__file__
    done = subprocess.run(
        [sys.executable, "-c", code, path, suffix],
        capture_output=True,
        check=True,
        env=os.environ
        | {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert render(reference, suffix) == first
    assert done.stdout == first


@pytest.mark.parametrize("suffix", suffixes())
@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Heading(1, ()),),
        (Heading(4, ()), Heading(2, ())),
        (Paragraph(()),),
        (Quotation(()),),
        (ItemList(()), ItemList((), ordered=True), ItemList(((),))),
        (Table((), (), ()),),
        (Table(((), ()), (), ()),),
        (Table((), (((), ()),), (0.5, 0.5)),),
        (Chronology(()),),
        (Remark(()), Slot("", "", ""), PageBreak(), PageBreak()),
    ],
    ids=lambda blocks: "-".join(type(block).__name__ for block in blocks) or "none",
)
def test_empty_blocks(document, suffix, blocks):
    assert len(render(document(*blocks), suffix)) > 1000


@pytest.mark.parametrize("suffix", suffixes())
def test_another_stylesheet_changes_the_file(reference, suffix):
    style = Stylesheet(serif="Source Sans 3", body_size=12, accent="005500", margin_side=90)
    assert render(reference, suffix, style) != render(reference, suffix)
