"""Templates of a Briefing: which Sections in which order, read from editable data."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from briefing.composer.registry import SECTIONS
from briefing.model.briefing import Template, TemplateSection
from briefing.model.errors import TableError

_FIELDS = {"section": str, "heading": str, "optional": bool}


def load_templates(folder: Path) -> tuple[Template, ...]:
    """Read every ``*.toml`` in the folder, sorted by ``order`` and name; TableError on mistakes."""
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise TableError(
            "No template was found in {folder}.",
            hint="Install the program again, or put a template there.",
            folder=folder,
        )
    ranked = [_read(path) for path in paths]
    return tuple(template for _, template in sorted(ranked, key=lambda pair: (pair[0], pair[1].id)))


def _read(path: Path) -> tuple[int, Template]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise _mistake(path, str(cause)) from cause
    order = table.get("order", 100)
    if not isinstance(order, int):
        raise _mistake(path, '"order" must be a whole number')
    rows = table.get("section")
    if not isinstance(rows, list) or not rows:
        raise _mistake(path, "it has no [[section]]")
    sections = tuple(_section(path, row) for row in rows)
    names = [section.section for section in sections]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise _mistake(path, f'the Section "{twice[0]}" stands in it twice')
    return order, Template(
        id=path.stem,
        name=_text(path, table, "name"),
        description=_text(path, table, "description"),
        sections=sections,
    )


def _section(path: Path, row: object) -> TemplateSection:
    if not isinstance(row, Mapping):
        raise _mistake(path, "a [[section]] is not a table")
    for key, value in row.items():
        if key not in _FIELDS:
            raise _mistake(path, f'a [[section]] has the unknown field "{key}"')
        if not isinstance(value, _FIELDS[key]):
            raise _mistake(
                path, f'the field "{key}" of a [[section]] has a value of the wrong kind'
            )
    section = _text(path, row, "section")
    if section not in SECTIONS:
        known = ", ".join(sorted(SECTIONS))
        raise _mistake(path, f'there is no Section "{section}" (there are: {known})')
    return TemplateSection(section, _text(path, row, "heading"), row.get("optional", True))


def _text(path: Path, table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise _mistake(path, f'the field "{key}" is missing or empty')
    return value


def _mistake(path: Path, what: str) -> TableError:
    return TableError(
        "The template {name} has a mistake: {what}.",
        hint="Correct the file, or install the program again.",
        name=path.name,
        what=what,
    )
