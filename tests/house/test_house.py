"""The house rules that no linter knows."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest
import rooms

FILES = rooms.python_files(rooms.ROOT)
ARCHITECTURE = rooms.ROOT / "ARCHITECTURE.md"

# In pieces, so that this file is not its own first finding.
MACHINE = re.compile(
    rb"(?<![\w.-])/(?:wo" + rb"rk|ro" + rb"ot)/|py" + rb"pi\.org/simple|python" + rb"hosted"
    rb"|registry\.np" + rb"mjs|deb\.deb" + rb"ian\.org"
)


def named(path: Path) -> str:
    return path.relative_to(rooms.ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=named)
def test_room(path: Path):
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert text.startswith('"""'), "the doorplate comes first: one sentence on what the file is for"
    assert len((ast.get_docstring(tree) or "").splitlines()[0]) > 10, "the doorplate says nothing"
    assert text.count("\n") <= rooms.MAX_FILE, "a room too large: split it by question"
    assert rooms.long_functions(text) == [], "a function too long: split it"
    assert not set(path.relative_to(rooms.ROOT).with_suffix("").parts) & rooms.VAGUE, "say what for"


@pytest.mark.parametrize("path", [p for p in FILES if p.name == "__init__.py"], ids=named)
def test_face_is_bare(path: Path):
    body = ast.parse(path.read_text("utf-8")).body
    assert len(body) == 1, "a face holds its doorplate and nothing else"


@pytest.mark.parametrize(
    "path", [p for p in FILES if p.is_relative_to(rooms.ROOT / "ui")], ids=named
)
def test_colours_live_in_the_themes(path: Path):
    assert rooms.colours(path.read_text("utf-8")) == []


def test_at_most_one_lazy_import_a_room():
    said = defaultdict(list)
    for path in FILES:
        parts = path.relative_to(rooms.ROOT).parts
        room = "/".join(parts[: 3 if parts[:2] == ("ui", "pages") else 2])
        lazy, unsaid = rooms.lazy_importers(path.read_text("utf-8"))
        assert unsaid == [], f"{named(path)}: imports stand at the top"
        said[room] += [f"{named(path)}: {name}" for name in lazy]
    assert {room: where for room, where in said.items() if len(where) > 1} == {}


@pytest.mark.parametrize("ground", ["model", "document"])
def test_what_rooms_exchange_is_frozen_and_slotted(ground: str):
    seen = 0
    for path in sorted((rooms.ROOT / "briefing" / ground).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            marks = [
                ast.unparse(mark)
                for mark in node.decorator_list
                if "dataclass" in ast.unparse(mark)
            ]
            seen += len(marks)
            assert all("frozen=True" in m and "slots=True" in m for m in marks), node.name
    assert seen > 5


def test_every_folder_has_its_line_in_the_architecture():
    drawn = rooms.drawn_folders(ARCHITECTURE.read_text("utf-8"))
    unsaid = {folder for folder in rooms.house_folders(rooms.ROOT) if not drawn.get(folder)}
    assert unsaid == set(), "each folder has a line in the tree: name/   what it is"


def test_the_architecture_draws_no_folder_that_is_not_there():
    drawn = rooms.drawn_folders(ARCHITECTURE.read_text("utf-8"))
    assert {folder for folder in drawn if not (rooms.ROOT / folder).is_dir()} == set()


def test_no_file_names_the_machine_it_was_written_on():
    found = {
        named(path): match[0]
        for path in rooms.house_files(rooms.ROOT)
        if (match := MACHINE.search(path.read_bytes()))
    }
    assert found == {}
