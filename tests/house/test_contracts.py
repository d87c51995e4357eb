"""Each rule of the house catches the line that breaks it: a rule that cannot fail is no rule."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rooms

# Contract, module to offend in, offending lines. A module that is not there is added, so that the
# contracts are seen to hold for modules that nobody has written yet.
OFFENCES = [
    ("The domain knows no screen", "briefing/model/ids.py", "import PySide6.QtCore"),
    ("The domain knows no screen", "briefing/composer/__init__.py", "import ui"),
    ("The floors of the domain", "briefing/model/ids.py", "import briefing.library"),
    ("The floors of the domain", "briefing/composer/__init__.py", "import briefing.library"),
    ("The floors of the domain", "briefing/document/style.py", "import briefing.model.ids"),
    ("The floors of the domain", "briefing/a_new_room.py", ""),
    ("The floors of the desk", "ui/widgets/__init__.py", "import ui.pages"),
    ("The floors of the desk", "ui/widgets/__init__.py", "import ui.session"),
    ("The floors of the desk", "ui/a_new_room.py", ""),
    ("Pages never know each other", "ui/pages/first/presenter.py", "import ui.pages.second.page"),
    ("The desk enters the domain by three doors", "ui/wiring/desk.py", "import briefing.library"),
    (
        "The desk enters the domain by three doors",
        "ui/pages/first/page.py",
        "import briefing.paths",
    ),
    ("Widgets, theme and translation know no", "ui/theme/__init__.py", "import briefing.model.ids"),
    ("Widgets, theme and translation know no", "ui/i18n.py", "import briefing.document.blocks"),
    ("Only the library speaks SQL", "briefing/ingest/__init__.py", "import sqlite3"),
    ("Only the library speaks SQL", "ui/pages/first/page.py", "import sqlalchemy.orm"),
    ("Only the exporters write office", "briefing/composer/__init__.py", "import docx.shared"),
    ("Only the exporters write office", "briefing/library/__init__.py", "import reportlab"),
    ("Only the readers parse foreign", "briefing/ingest/__init__.py", "import trafilatura"),
    ("Only the readers parse foreign", "briefing/exporters/__init__.py", "import yaml"),
    ("Only the readers parse foreign", "briefing/ingest/__init__.py", "import pypdfium2"),
    ("Only the readers parse foreign", "ui/pages/first/page.py", "import email.parser"),
    ("Only one file reaches the network", "briefing/ingest/readers/html.py", "import urllib3"),
    ("Only one file reaches the network", "ui/pages/first/page.py", "import socket"),
    ("Only the workers start processes", "briefing/ingest/readers/html.py", "import subprocess"),
    ("Only the workers start processes", "briefing/importing.py", "import pebble"),
    ("Only extraction uses the language", "briefing/collation/__init__.py", "import numpy.linalg"),
    ("No circle at any depth", "briefing/model/ids.py", "import briefing.model.findings"),
    (
        "No circle at any depth",
        "briefing/model/ids.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import briefing.model.findings",
    ),
]

# ruff's rule, where the text would stand, the text.
UNTIDY = [
    ("TID251", "briefing/model/x.py", "from typing import TYPE_CHECKING\nprint(TYPE_CHECKING)\n"),
    ("TID251", "ui/pages/x/presenter.py", "from PySide6.QtWidgets import QLabel\n"),
    ("TID251", "briefing/ingest/readers/x.py", "from urllib.request import urlopen\n"),
    ("TID252", "briefing/model/x.py", "from . import ids\n"),
    ("PLC0415", "briefing/model/x.py", "def f() -> None:\n    import docx\n"),
    ("T201", "briefing/model/x.py", "print(1)\n"),
    ("BLE001", "briefing/model/x.py", "try:\n    f()\nexcept Exception:\n    pass\n"),
    ("ANN201", "briefing/model/x.py", "def f():\n    return 1\n"),
    ("C901", "briefing/model/x.py", "def f(x: int) -> None:\n" + "    if x: x += 1\n" * 10),
    ("D100", "briefing/model/x.py", "X = 1\n"),
]

PAGE_PARTS = ("__init__", "page", "presenter")

UNTYPED = '''"""Two lines that strict typing refuses."""

from enum import Enum


class Side(Enum):
    ONE = 1
    OTHER = 2


def name(side) -> str:
    return str(side)


def word(side: Side) -> None:
    match side:
        case Side.ONE:
            print(name(side))
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the house with two more pages, and every floor of the desk."""
    copy = tmp_path_factory.mktemp("house")
    for room in rooms.ROOMS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(rooms.ROOT / room, copy / room, ignore=ignored)
    shutil.copy(rooms.ROOT / "pyproject.toml", copy)
    pages = [f"pages/{page}/{part}.py" for page in ("first", "second") for part in PAGE_PARTS]
    for name in pages:
        (copy / "ui" / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / "ui" / name).write_text('"""A page that the real desk does not have."""\n', "utf-8")
    return copy


def broken_contracts(house: Path) -> list[str]:
    """Run import-linter on the copy; return the names of the contracts that do not hold."""
    # "python -c" looks in the current folder first, so that the copy is found before the house.
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache"]
    told = subprocess.run(command, cwd=house, capture_output=True, text=True)
    assert "Contracts:" in told.stdout, told.stdout + told.stderr
    return [line for line in told.stdout.splitlines() if " BROKEN" in line]


def offend(path: Path, line: str) -> None:
    """Put the line after the doorplate."""
    text = path.read_text("utf-8") if path.exists() else '"""A module that is new."""\n'
    plate, mark, rest = text.partition('"""\n')
    path.write_text(f"{plate}{mark}{line}\n{rest}", "utf-8")


def test_the_house_as_it_stands_keeps_every_contract(house: Path):
    assert broken_contracts(house) == []


@pytest.mark.parametrize(("contract", "module", "line"), OFFENCES)
def test_contract_catches(house: Path, contract: str, module: str, line: str):
    path = house / module
    before = path.read_bytes() if path.exists() else None
    try:
        offend(path, line)
        assert any(name.startswith(contract) for name in broken_contracts(house))
    finally:
        path.unlink() if before is None else path.write_bytes(before)


def test_every_contract_has_an_offence():
    text = (rooms.ROOT / "pyproject.toml").read_text("utf-8")
    contracts = text.partition("[tool.importlinter]")[2].split("[[tool.importlinter.contracts]]")[
        1:
    ]
    names = [block.partition('name = "')[2].partition('"')[0] for block in contracts]
    tried = {offence[0] for offence in OFFENCES}
    assert len(names) >= 11
    assert [name for name in names if not any(name.startswith(t) for t in tried)] == []


@pytest.mark.parametrize(("rule", "where", "text"), UNTIDY)
def test_ruff_refuses(rule: str, where: str, text: str):
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise"]
    command += ["--stdin-filename", where, "-"]
    told = subprocess.run(command, cwd=rooms.ROOT, input=text, capture_output=True, text=True)
    assert f" {rule} " in told.stdout, told.stdout + told.stderr


def test_mypy_refuses_a_missing_annotation_and_a_forgotten_case(tmp_path: Path):
    (tmp_path / "untyped.py").write_text(UNTYPED, "utf-8")
    command = [sys.executable, "-m", "mypy", "--config-file", str(rooms.ROOT / "pyproject.toml")]
    command += ["--cache-dir", str(tmp_path / "cache"), str(tmp_path / "untyped.py")]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert "[no-untyped-def]" in told.stdout, told.stdout + told.stderr
    assert "[exhaustive-match]" in told.stdout, told.stdout
