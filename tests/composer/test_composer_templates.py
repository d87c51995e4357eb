"""Templates and phrases are data: mistakes in them are named."""

import ast
import re
from pathlib import Path

import pytest

from briefing.composer.phrasebook import load_phrasebook
from briefing.composer.registry import SECTIONS, SLOTS
from briefing.composer.templates import load_templates
from briefing.model.errors import TableError

GOOD = 'name = "N"\ndescription = "D"\n[[section]]\nsection = "gaps"\nheading = "Gaps"\n'
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
COMPOSER = RESOURCES.parent / "briefing" / "composer"


def test_the_programs_own_templates(templates):
    assert list(templates) == ["meeting-brief", "issue-paper"], "the default first"
    named = {row.section for template in templates.values() for row in template.sections}
    assert named <= set(SECTIONS)
    assert {"background", "positions", "agreements", "disputes", "divergences", "gaps"} <= {
        row.section for row in templates["meeting-brief"].sections
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace("gaps", "gapes"), 'no Section "gapes"'),
        (GOOD.replace('name = "N"\n', ""), '"name" is missing'),
        (GOOD.replace('heading = "Gaps"', 'heading = " "'), '"heading" is missing or empty'),
        (GOOD + 'colour = "red"\n', 'unknown field "colour"'),
        (GOOD + 'optional = "yes"\n', "wrong kind"),
        (GOOD + '[[section]]\nsection = "gaps"\nheading = "Again"\n', "stands in it twice"),
        ('name = "N"\ndescription = "D"\n', "no \\[\\[section\\]\\]"),
        ("name = ", "has a mistake"),
        ('order = "first"\n' + GOOD, '"order"'),
    ],
)
def test_mistakes_are_named(tmp_path, text, told):
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TableError, match=told) as caught:
        load_templates(tmp_path)
    assert "mine.toml" in str(caught.value)


def test_a_template_of_ones_own_is_read(tmp_path):
    (tmp_path / "mine.toml").write_text(GOOD + "optional = false\n", encoding="utf-8")
    (template,) = load_templates(tmp_path)
    assert (template.id, template.name, template.sections[0].optional) == ("mine", "N", False)


def test_a_folder_without_templates_is_refused(tmp_path):
    with pytest.raises(TableError, match="No template"):
        load_templates(tmp_path)


def said_in_code():
    """Return every phrase key that the composer names, f-strings as patterns."""
    keys, counted = [], []
    # The phrasebook itself puts keys together, and would match every one.
    for path in sorted(set(COMPOSER.rglob("*.py")) - {COMPOSER / "phrasebook.py"}):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in {"say", "count", "_under"}:
                where = counted if name == "count" else keys
                where += [found for arg in node.args[:2] if "." in (found := pattern(arg))]
    return keys, counted


def pattern(node):
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            re.escape(part.value) if isinstance(part, ast.Constant) else r"[\w-]+"
            for part in node.values
        )
    return ""


def test_every_phrase_that_is_said_is_in_the_book_and_every_one_in_it_is_said(phrases):
    keys, counted = said_in_code()
    assert len(keys) > 60
    known = set(phrases.phrases)
    wanted = [*keys, *(rf"{key}\.{form}" for key in counted for form in ("one", "many"))]
    unmatched = [w for w in wanted if not any(re.fullmatch(w, key) for key in known)]
    assert unmatched == []
    unsaid = {key for key in known if not any(re.fullmatch(w, key) for w in wanted)}
    assert unsaid <= {"language", *(f"month.{n}" for n in range(1, 13))}


def test_every_slot_has_its_prompt(phrases):
    for key in SLOTS:
        assert phrases.say(f"slot.{key}")


def test_a_phrase_that_is_not_there_is_named(phrases):
    with pytest.raises(TableError, match="no phrase"):
        phrases.say("no.such")


def test_numbers_choose_their_form(phrases):
    assert phrases.count("front.sources", 1) == "1 source"
    assert phrases.count("front.sources", 2) == "2 sources"
    assert phrases.count("front.sources", 0) == "0 sources"


@pytest.mark.parametrize("spoilt", ["supports =", "12 ="])
def test_a_phrasebook_that_lacks_a_word_is_refused(tmp_path, spoilt):
    rows = (RESOURCES / "phrases" / "en.toml").read_text("utf-8").splitlines()
    at = next(n for n, row in enumerate(rows) if row.startswith(spoilt))
    path = tmp_path / "en.toml"
    path.write_text("\n".join(rows[:at] + rows[at + 1 :]), encoding="utf-8")
    with pytest.raises(TableError, match="lacks"):
        load_phrasebook(path)


def test_a_phrasebook_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        load_phrasebook(tmp_path / "none.toml")
