"""Sets the program up in .venv and runs it, or its checks: bootstrap.py run, bootstrap.py test."""

# Standard library only, and in words that an older Python can parse: this file runs before anything
# is installed, and must be able to say that the Python it was started with is too old.

import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
READY = VENV / "ready.json"
OLDEST = (3, 11)
NEWEST_KNOWN = 15

# Debian's names of what Qt loads; found by adding one at a time to a bare system.
# fmt: off
QT_PACKAGES = [
    "libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libfontconfig1", "libfreetype6",
    "libdbus-1-3", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1",
    "libxcb-shape0", "libxcb-image0", "libxcb-render-util0",
]
# fmt: on
QT_LIBRARIES_ELSEWHERE = (
    "libGL, libEGL, libxkbcommon, libxkbcommon-x11, glib2, fontconfig, freetype, dbus, "
    "and of xcb-util: cursor, wm (icccm), keysyms, image, renderutil, shape"
)
# Tests that open what was exported in other programs; without them those tests say why they skip.
TEST_PROGRAMS = {"soffice": "libreoffice-writer-nogui", "pdftoppm": "poppler-utils"}

# Prints the library that is missing for the named Qt platform, or nothing.
LOAD_PLATFORM = """
import ctypes, importlib.util, pathlib, sys
plugins = pathlib.Path(importlib.util.find_spec("PySide6").origin).parent / "Qt/plugins/platforms"
try:
    ctypes.CDLL(str(plugins / ("libq" + sys.argv[1] + ".so")))
except OSError as error:
    print(error)
"""
START_QT = "from PySide6.QtWidgets import QApplication; QApplication([])"


class Stopped(Exception):  # noqa: N818 - the word for it
    """Setting up or checking cannot go on; the message says why and what to do."""


def too_old(major: int, minor: int, found: tuple) -> str:
    """Return what to tell about a Python before 3.11, or ""; ``found`` names newer ones here."""
    if (major, minor) >= OLDEST:
        return ""
    name = found[0] if found else "/path/to/python3.12"
    seen = "This machine has " + ", ".join(found) + ". " if found else ""
    return (
        f"Aide-Mémoire needs Python 3.11 or newer; this is Python {major}.{minor}. {seen}"
        f"Name another one: make run PYTHON={name}   (or: {name} packaging/bootstrap.py run)"
    )


def newer_pythons() -> tuple:
    """Return the names of the Pythons on PATH that are new enough."""
    names = [f"python3.{minor}" for minor in range(OLDEST[1], NEWEST_KNOWN + 1)]
    return tuple(name for name in names if shutil.which(name))


_complaint = too_old(sys.version_info[0], sys.version_info[1], newer_pythons())
if _complaint:
    sys.exit(_complaint)


def has_screen(platform: str, environ: dict[str, str]) -> bool:
    """Tell whether a window can be seen: ``platform`` as in sys.platform."""
    if environ.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if platform in {"darwin", "win32"}:
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def fingerprint(root: Path, version: str) -> str:
    """Return the SHA-256 of all that decides what is in .venv, which does not bear being moved."""
    parts = [str(root).encode(), version.encode()]
    parts += [(root / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"\x1f".join(parts)).hexdigest()


def is_ready(ready: Path, purpose: str, mark: str) -> bool:
    """Tell whether .venv holds what ``purpose`` ("run" or "test") needs; "test" includes "run"."""
    try:
        known = json.loads(ready.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    fits = isinstance(known, dict) and known.get("fingerprint") == mark
    return fits and purpose in known.get("purposes", ())


def apt_prefix(uid: int, sudo_works: bool) -> list[str] | None:
    """Return the words before "apt-get", or None when this user may not install packages."""
    return [] if uid == 0 else ["sudo", "-n"] if sudo_works else None


def apt_line(packages: list[str]) -> str:
    """Return the line that a person types to install the packages."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def missing_advice(missing: str, packages: list[str], debian: bool) -> str:
    """Return what to tell when a library is missing and may not be installed from here."""
    told = f"A system library is missing: {missing}\n"
    if debian:
        told += "Installing it needs administrator's rights. Run this line, then try again:\n"
        return f"{told}  {apt_line(packages)}"
    return f"{told}Qt needs these, as your system names them: {QT_LIBRARIES_ELSEWHERE}."


def say(text: str) -> None:
    """Print a line at once, so that it stands above what the next program prints."""
    print(text, flush=True)


def script(name: str) -> Path:
    """Return where a program installed in .venv lies."""
    return VENV / f"Scripts/{name}.exe" if sys.platform == "win32" else VENV / "bin" / name


def run(name: str, command: Sequence[str | Path], **environment: str) -> None:
    """Print and run a command in the root folder; raise Stopped, naming the step, if it fails."""
    words = [str(word) for word in command]
    say(f"==> {name}: {shlex.join(words)}")
    try:
        code = subprocess.run(words, cwd=ROOT, env={**os.environ, **environment}).returncode
    except OSError as error:
        raise Stopped(f"Stopped at: {name}. It could not be started: {error}") from error
    if code:
        raise Stopped(f"Stopped at: {name} (exit status {code}). What it printed stands above.")


def is_debian() -> bool:
    """Tell whether packages are installed with apt here."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def sudo_works() -> bool:
    """Tell whether sudo asks no password."""
    command = ["sudo", "-n", "true"]
    return (
        bool(shutil.which("sudo")) and not subprocess.run(command, capture_output=True).returncode
    )


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where that is allowed; tell whether it was done."""
    if not is_debian():
        return False
    uid = os.getuid()
    prefix = apt_prefix(uid, uid != 0 and sudo_works())
    if prefix is None:
        return False
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*prefix, *quiet, "apt-get", "-q", "-o", "Acquire::Retries=3"]
    install = [*apt, "install", "-y", "--no-install-recommends", "--no-upgrade", *packages]
    say("==> system packages: " + shlex.join(install))
    if subprocess.run(install).returncode == 0:
        return True
    say("==> system packages: once more with fresh package lists")
    subprocess.run([*apt, "update"])
    return subprocess.run(install).returncode == 0


def make_environment() -> None:
    """Make .venv, or make it anew when it belongs to another Python version."""
    config = VENV / "pyvenv.cfg"
    mine = f"{sys.version_info[0]}.{sys.version_info[1]}."
    if script("python").exists() and config.exists():
        lines = config.read_text("utf-8").splitlines()
        if any(line.replace(" ", "").startswith("version=" + mine) for line in lines):
            return
    probe = subprocess.run([sys.executable, "-c", "import ensurepip, venv"], capture_output=True)
    package = f"python{mine[:-1]}-venv"
    if probe.returncode and not apt_install([package]):
        raise Stopped(missing_advice("Python's venv and ensurepip", [package], is_debian()))
    run("virtual environment", [sys.executable, "-m", "venv", "--clear", VENV])


def install(purpose: str) -> None:
    """Install the program in .venv, with what ``purpose`` needs, unless it is there already."""
    mark = fingerprint(ROOT, sys.version)
    if script("python").exists() and is_ready(READY, purpose, mark):
        return
    make_environment()
    READY.unlink(missing_ok=True)
    what = ".[test]" if purpose == "test" else "."
    pip = [script("python"), "-m", "pip", "install", "-c", "constraints.txt", "-e", what]
    say("The first time, about 150 MB are fetched.")
    # A machine's own PIP_USER cannot work inside a virtual environment.
    run("install", pip, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    purposes = ["run", "test"] if purpose == "test" else ["run"]
    READY.write_text(json.dumps({"fingerprint": mark, "purposes": purposes}) + "\n", "utf-8")


def missing_library(qt_platform: str) -> str:
    """Return the loader's complaint about a Qt platform ("offscreen", "xcb"), or ""."""
    # The way to see the advice on a machine that has every library.
    if os.environ.get("AIDE_MEMOIRE_PRETEND_MISSING") == qt_platform:
        return "libPretended.so.0: cannot open shared object file"
    words = [str(script("python")), "-c", LOAD_PLATFORM, qt_platform]
    return subprocess.run(words, capture_output=True, text=True).stdout.strip()


def ensure_libraries() -> None:
    """Load Qt's platforms for real; install what is missing through apt, or say what to install."""
    if sys.platform != "linux":
        return
    missing = missing_library("offscreen") or missing_library("xcb")
    if missing and apt_install(QT_PACKAGES):
        missing = missing_library("offscreen") or missing_library("xcb")
    if not missing:
        return
    advice = missing_advice(missing, QT_PACKAGES, is_debian())
    if missing_library("offscreen") or has_screen(sys.platform, dict(os.environ)):
        raise Stopped(advice)
    say("Good enough without a screen; a window would need more.\n" + advice)


def ensure_test_programs() -> None:
    """Install the programs that some tests compare with, on CI; elsewhere name them."""
    packages = [pack for name, pack in TEST_PROGRAMS.items() if shutil.which(name) is None]
    if not packages:
        return
    if os.environ.get("CI", "").lower() == "true" and apt_install(packages):
        return
    say("Some tests will be skipped, each with its reason. To run them too, have these programs:")
    say("  " + (apt_line(packages) if is_debian() else "LibreOffice Writer, Poppler's tools"))


def set_up(purpose: str) -> None:
    """Make everything ready that ``purpose`` needs."""
    install(purpose)
    ensure_libraries()
    if purpose == "test":
        ensure_test_programs()


def run_program() -> None:
    """Write the demonstration briefing, then open the window if there is a screen."""
    set_up("run")
    run("demonstration briefing", [script("briefing"), "demo", "-o", "out"])
    if has_screen(sys.platform, dict(os.environ)):
        run("window", [script("aide-memoire")])
    else:
        say("No screen here, so no window is opened. The briefing's files are named above.")


def run_tests() -> None:
    """Run every check in turn; stop at the first that fails."""
    set_up("test")
    run("Qt starts", [script("python"), "-c", START_QT], QT_QPA_PLATFORM="offscreen")
    run("format", [script("ruff"), "format", "--check", "."])
    run("lint", [script("ruff"), "check", "."])
    run("types", [script("mypy")])
    run("import contracts", [script("lint-imports")])
    run("tests", [script("python"), "-m", "pytest"])
    say("All checks passed.")


PURPOSES = {
    "setup": lambda: set_up("run"),
    "setup-test": lambda: set_up("test"),
    "run": run_program,
    "test": run_tests,
}


def main(arguments: list[str]) -> int:
    """Do what the one argument names; 0 when done, 1 with a message when not, 2 when misused."""
    if len(arguments) != 1 or arguments[0] not in PURPOSES:
        say("usage: bootstrap.py " + "|".join(PURPOSES))
        return 2
    try:
        PURPOSES[arguments[0]]()
    except Stopped as stopped:
        say(f"\n{stopped}")
        return 1
    except PermissionError as error:
        say(f"\nNot allowed to write {error.filename}. Use a folder that is yours.")
        return 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
