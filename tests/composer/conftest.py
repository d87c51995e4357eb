"""What the composer's tests share: the program's own phrases and templates."""

from pathlib import Path

import pytest

from briefing.composer.phrasebook import Phrasebook, load_phrasebook
from briefing.composer.templates import load_templates
from briefing.model.briefing import Template

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def phrases() -> Phrasebook:
    return load_phrasebook(RESOURCES / "phrases" / "en.toml")


@pytest.fixture(scope="session")
def templates() -> dict[str, Template]:
    return {template.id: template for template in load_templates(RESOURCES / "templates")}
