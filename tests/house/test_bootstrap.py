"""What the set-up decides: which Python, what to install, what to tell a person, when to open."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import rooms

LIBRARY = "libxcb-icccm.so.4: cannot open shared object file"


@pytest.fixture
def bootstrap() -> ModuleType:
    where = rooms.ROOT / "packaging" / "bootstrap.py"
    spec = importlib.util.spec_from_file_location("bootstrap", where)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the set-up at an empty house whose folder's name has a space."""
    root = tmp_path / "a house"
    root.mkdir()
    (root / "pyproject.toml").write_text("[project]\n", "utf-8")
    (root / "constraints.txt").write_text("lxml==6.0\n", "utf-8")
    monkeypatch.setattr(bootstrap, "ROOT", root)
    monkeypatch.setattr(bootstrap, "VENV", root / ".venv")
    monkeypatch.setattr(bootstrap, "READY", root / ".venv" / "ready.json")
    return root


@pytest.mark.parametrize(("minor", "fits"), [(9, False), (10, False), (11, True), (14, True)])
def test_python_before_3_11_is_refused_in_words(bootstrap: ModuleType, minor: int, fits: bool):
    told = bootstrap.too_old(3, minor, ())
    assert (told == "") == fits
    if not fits:
        assert f"this is Python 3.{minor}" in told
        assert "make run PYTHON=" in told


def test_a_newer_python_that_is_there_is_named(bootstrap: ModuleType):
    told = bootstrap.too_old(3, 9, ("python3.12", "python3.13"))
    assert "make run PYTHON=python3.12" in told


@pytest.mark.parametrize(
    ("platform", "environ", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:configfile=x"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "minimal"}, False),
    ],
)
def test_screen(bootstrap: ModuleType, platform: str, environ: dict, seen: bool):
    assert bootstrap.has_screen(platform, environ) is seen


@pytest.mark.parametrize(
    ("uid", "sudo", "prefix"),
    [(0, False, []), (0, True, []), (1000, True, ["sudo", "-n"]), (1000, False, None)],
)
def test_apt_only_with_the_right_to(
    bootstrap: ModuleType, uid: int, sudo: bool, prefix: list | None
):
    assert bootstrap.apt_prefix(uid, sudo) == prefix


def test_debian_gets_the_exact_line(bootstrap: ModuleType):
    told = bootstrap.missing_advice(LIBRARY, ["libxcb-icccm4", "libgl1"], debian=True)
    assert LIBRARY in told
    assert "sudo apt-get install -y --no-install-recommends libxcb-icccm4 libgl1" in told


def test_other_systems_get_the_names_of_the_libraries(bootstrap: ModuleType):
    told = bootstrap.missing_advice(LIBRARY, ["libxcb-icccm4"], debian=False)
    assert LIBRARY in told
    assert "icccm" in told.split("\n")[1]
    assert "apt" not in told


@pytest.mark.parametrize("changed", ["pyproject.toml", "constraints.txt", "version", "folder"])
def test_fingerprint_follows_all_that_decides(
    bootstrap: ModuleType, copy: Path, tmp_path: Path, changed: str
):
    before = bootstrap.fingerprint(copy, "3.11.7")
    assert bootstrap.fingerprint(copy, "3.11.7") == before
    version = "3.12.0" if changed == "version" else "3.11.7"
    if changed == "folder":
        copy = copy.rename(tmp_path / "moved")
    elif changed != "version":
        (copy / changed).write_text("other\n", "utf-8")
    assert bootstrap.fingerprint(copy, version) != before


@pytest.mark.parametrize(
    ("kept", "purpose", "ready"),
    [
        ({"fingerprint": "m", "purposes": ["run"]}, "run", True),
        ({"fingerprint": "m", "purposes": ["run"]}, "test", False),
        ({"fingerprint": "m", "purposes": ["run", "test"]}, "run", True),
        ({"fingerprint": "m", "purposes": ["run", "test"]}, "test", True),
        ({"fingerprint": "old", "purposes": ["run", "test"]}, "run", False),
        ({}, "run", False),
    ],
)
def test_stamp(bootstrap: ModuleType, tmp_path: Path, kept: dict, purpose: str, ready: bool):
    stamp = tmp_path / "ready.json"
    stamp.write_text(json.dumps(kept), "utf-8")
    assert bootstrap.is_ready(stamp, purpose, "m") is ready


@pytest.mark.parametrize("text", [None, "", "{", "[]"])
def test_a_stamp_that_is_not_whole_counts_as_none(
    bootstrap: ModuleType, tmp_path: Path, text: str | None
):
    stamp = tmp_path / "ready.json"
    if text is not None:
        stamp.write_text(text, "utf-8")
    assert bootstrap.is_ready(stamp, "run", "m") is False


def test_a_ready_environment_installs_nothing(
    bootstrap: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch
):
    ran = []
    monkeypatch.setattr(bootstrap, "run", lambda name, *_, **__: ran.append(name))
    monkeypatch.setattr(bootstrap, "make_environment", lambda: ran.append("make"))
    bootstrap.script("python").parent.mkdir(parents=True)
    bootstrap.script("python").touch()
    bootstrap.install("test")
    assert ran == ["make", "install"]
    bootstrap.install("test")
    bootstrap.install("run")
    assert ran == ["make", "install"]
    (copy / "constraints.txt").write_text("lxml==6.1\n", "utf-8")
    bootstrap.install("run")
    assert ran == ["make", "install"] * 2


def test_an_install_that_fails_leaves_no_stamp(
    bootstrap: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(bootstrap, "make_environment", lambda: None)
    bootstrap.READY.parent.mkdir()
    bootstrap.READY.write_text("{}", "utf-8")
    with pytest.raises(bootstrap.Stopped, match="Stopped at: install"):
        bootstrap.install("run")
    assert not bootstrap.READY.exists()


@pytest.fixture
def libraries(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch):
    """Return a function that sets which Qt platforms lack a library; apt may not be used."""

    def lacking(*platforms: str, screen: bool = False, apt_works: bool = False) -> None:
        there = set(platforms)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(bootstrap, "has_screen", lambda *_: screen)
        monkeypatch.setattr(bootstrap, "is_debian", lambda: True)
        monkeypatch.setattr(bootstrap, "missing_library", lambda p: LIBRARY if p in there else "")

        def apt_install(packages: list[str]) -> bool:
            if apt_works:
                there.clear()
            return apt_works

        monkeypatch.setattr(bootstrap, "apt_install", apt_install)

    return lacking


def test_nothing_missing_asks_for_nothing(bootstrap: ModuleType, libraries, capsys):
    libraries()
    bootstrap.ensure_libraries()
    assert capsys.readouterr().out == ""


def test_qt_that_cannot_start_at_all_stops(bootstrap: ModuleType, libraries):
    libraries("offscreen", "xcb")
    with pytest.raises(bootstrap.Stopped, match="--no-install-recommends libgl1"):
        bootstrap.ensure_libraries()


def test_a_window_that_cannot_open_stops_only_where_there_is_a_screen(
    bootstrap: ModuleType, libraries, capsys
):
    libraries("xcb", screen=False)
    bootstrap.ensure_libraries()
    assert "libxcb-icccm4" in capsys.readouterr().out
    libraries("xcb", screen=True)
    with pytest.raises(bootstrap.Stopped, match="libxcb-icccm4"):
        bootstrap.ensure_libraries()


def test_apt_mends_what_is_missing(bootstrap: ModuleType, libraries, capsys):
    libraries("offscreen", "xcb", screen=True, apt_works=True)
    bootstrap.ensure_libraries()
    assert capsys.readouterr().out == ""


def test_a_failing_check_stops_the_rest_and_is_named(
    bootstrap: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    ran = []

    def fail_at_lint(words: list[str], **_: object) -> subprocess.CompletedProcess:
        ran.append(words)
        return subprocess.CompletedProcess(words, int("check" in words))

    monkeypatch.setattr(bootstrap, "set_up", lambda _: None)
    monkeypatch.setattr(bootstrap.subprocess, "run", fail_at_lint)
    assert bootstrap.main(["test"]) == 1
    assert "Stopped at: lint (exit status 1)" in capsys.readouterr().out
    assert [words[1:3] for words in ran[1:]] == [["format", "--check"], ["check", "."]]


@pytest.mark.parametrize("words", [[], ["fly"], ["run", "test"]])
def test_misuse_shows_how_it_is_used(bootstrap: ModuleType, words: list[str], capsys):
    assert bootstrap.main(words) == 2
    assert "usage: bootstrap.py" in capsys.readouterr().out


def test_continuous_integration_calls_the_same_command():
    script = (rooms.ROOT / ".ci" / "run").read_text("utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_constraints_name_no_place_and_pin_every_dependency():
    lines = (rooms.ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if "==" not in line or "/" in line or "@" in line] == []
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in pins}
    project = (rooms.ROOT / "pyproject.toml").read_text("utf-8")
    asked = project.partition("dependencies = [")[2].partition("[project.scripts]")[0]
    names = {
        line.strip().strip('",').partition(">")[0].partition(";")[0].lower().replace("_", "-")
        for line in asked.splitlines()
        if line.strip().startswith('"')
    }
    assert len(names) > 15
    assert names <= pinned
