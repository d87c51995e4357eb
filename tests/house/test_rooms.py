"""The house rules see what they are there to see."""

from pathlib import Path

import pytest
import rooms


@pytest.mark.parametrize(
    "code",
    [
        'ink = "#1A1D21"',
        'ink = "#fff"',
        'sheet = "QLabel { color: #a31621; }"',
        'sheet = f"color: #a31621; width: {w}px"',
        'sheet = "color: rgb(12, 3, 4)"',
        "ink = QColor(12, 3, 4)",
        'ink = QtGui.QColor("red")',
        "ink = Qt.GlobalColor.red",
    ],
)
def test_colours_are_seen(code: str):
    assert rooms.colours(code) != []


@pytest.mark.parametrize(
    "code",
    [
        'link = "#agreement"',
        'sheet = "QWidget#sidebar { margin: 3px; }"',
        "ink = QColor(name)",
        "ink = palette.color(role)",
        "ink = Qt.GlobalColor.transparent",
    ],
)
def test_other_words_are_no_colours(code: str):
    assert rooms.colours(code) == []


def test_a_long_function_is_seen():
    body = "".join("    x = 1\n" for _ in range(rooms.MAX_FUNCTION))
    assert rooms.long_functions(f"def fits():\n{body[10:]}") == []
    assert rooms.long_functions(f"class A:\n    pass\ndef long():\n{body}") == ["long"]


def test_lazy_imports_are_told_apart():
    code = "def a():\n    import docx  # noqa: PLC0415\ndef b():\n    import docx\ndef c(): ...\n"
    assert rooms.lazy_importers(code) == (["a"], ["b"])


def test_the_drawn_tree_is_read_by_its_indents():
    drawing = (
        "aside/  not drawn\n```\nbriefing/   THE DOMAIN\n  model/    values\n    ids.py  keys\n"
    )
    drawing += (
        "  ingest/\n    readers/  one file a kind\nui/pages/library/   what is kept\nseeds/\n```\n"
    )
    assert rooms.drawn_folders(drawing) == {
        "briefing": "THE DOMAIN",
        "briefing/model": "values",
        "briefing/ingest": "",
        "briefing/ingest/readers": "one file a kind",
        "ui/pages/library": "what is kept",
        "seeds": "",
    }


def test_boxes_are_read_too():
    drawing = (
        "```\nui/   the desk\n├── pages/   one folder a page\n│   └── library/   kept\n"
        "└── theme/   roles\n```"
    )
    assert list(rooms.drawn_folders(drawing)) == ["ui", "ui/pages", "ui/pages/library", "ui/theme"]


def test_folders_without_git_leave_out_what_is_made(tmp_path: Path):
    for name in ("briefing/model/ids.py", "seeds/one.txt", ".venv/x.py", "out/a.pdf", "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert rooms.house_folders(tmp_path) == {"briefing", "briefing/model", "seeds"}
