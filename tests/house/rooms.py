"""Reads the house as text: its files, its folders, and the tree that ARCHITECTURE.md draws."""

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("briefing", "ui")
MAX_FILE = 300
MAX_FUNCTION = 40
VAGUE = {"utils", "util", "misc", "helpers", "helper", "common"}

_DRAWN = re.compile(r"^(?P<indent>[\s│├└─|]*)(?P<path>[\w.-]+(?:/[\w.-]+)*)/(?P<says>\s+\S.*)?$")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b|\brgba?\(\s*\d|\bhsla?\(\s*\d")
_SHORT_HEX = re.compile(r"#[0-9a-fA-F]{3}")
_LAZY = "noqa: PLC0415"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(root: Path) -> list[Path]:
    """Return every Python file of the domain and the desk."""
    return [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]


def house_files(root: Path) -> list[Path]:
    """Return what git keeps or would keep; without git, all but caches and build folders."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return [path for path in sorted(root.rglob("*")) if path.is_file() and _is_kept(root, path)]
    names = sorted(set(listed.decode("utf-8").split("\0")) - {""})
    return [root / name for name in names if (root / name).is_file()]


def _is_kept(root: Path, path: Path) -> bool:
    parts = path.relative_to(root).parts
    made = {".venv", ".git", "out", "build", "dist", "__pycache__"}
    return not any(part in made or part.endswith(("_cache", ".egg-info")) for part in parts)


def functions(tree: ast.Module) -> list[Function]:
    """Return every function and method, nested ones too."""
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def long_functions(text: str) -> list[str]:
    """Return the names of functions that are longer than a function may be."""
    return [
        node.name
        for node in functions(ast.parse(text))
        if (node.end_lineno or node.lineno) - node.lineno + 1 > MAX_FUNCTION
    ]


def lazy_importers(text: str) -> tuple[list[str], list[str]]:
    """Return the functions that import and say so in the line, and those that import unsaid."""
    lines = text.splitlines()
    said, unsaid = [], []
    for function in functions(ast.parse(text)):
        imports = [n for n in ast.walk(function) if isinstance(n, ast.Import | ast.ImportFrom)]
        if not imports:
            continue
        named = all(_LAZY in lines[node.lineno - 1] for node in imports)
        (said if named else unsaid).append(function.name)
    return said, unsaid


def colours(text: str) -> list[str]:
    """Return the colours that stand in code: hex, rgb(), hsl(), QColor(1, 2, 3), Qt.red."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found += _HEX.findall(node.value)
            found += [node.value] if _SHORT_HEX.fullmatch(node.value) else []
        elif isinstance(node, ast.Call):
            called = ast.unparse(node.func).rpartition(".")[2]
            numbers = [a for a in node.args if isinstance(a, ast.Constant) and a.value is not None]
            found += [ast.unparse(node)] if called == "QColor" and numbers else []
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
            found += [node.attr] if node.attr != "transparent" else []
    return found


def house_folders(root: Path) -> set[str]:
    """Return the folders that need a line in ARCHITECTURE.md.

    Each top-level folder, and each folder of the domain and the desk that holds Python.
    """
    relative = [path.relative_to(root) for path in house_files(root)]
    top = {path.parts[0] for path in relative if len(path.parts) > 1}
    inner = {
        path.parent.as_posix()
        for path in relative
        if path.suffix == ".py" and path.parts[0] in ROOMS
    }
    return {folder for folder in top | inner if not folder.startswith(".")}


def drawn_folders(architecture: str) -> dict[str, str]:
    """Return each folder of the drawn tree and what its line says.

    A line is ``name/   what it is``; what is indented under it lies in it. A line may also name a
    whole path (``briefing/model/   …``).
    """
    above: list[tuple[int, str]] = []
    drawn: dict[str, str] = {}
    in_block = False
    for line in architecture.splitlines():
        if line.lstrip().startswith("```"):
            in_block, above = not in_block, []
            continue
        match = _DRAWN.match(line) if in_block else None
        if match is None:
            continue
        indent = len(match["indent"])
        while above and above[-1][0] >= indent:
            above.pop()
        path = "/".join([*(name for _, name in above[-1:]), match["path"]])
        above.append((indent, path))
        drawn[path] = (match["says"] or "").strip()
    return drawn
