"""What the composer's tests share: the program's own phrases and templates."""

from pathlib import Path

import pytest
from material import briefing, evidence

from briefing.composer.compose import compose
from briefing.composer.dossier import select
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


@pytest.fixture
def make(phrases, templates):
    def made(material=None, choice=None):
        choice = choice or briefing()
        dossier = select(material or evidence(), choice)
        return compose(dossier, choice, templates[choice.template], phrases)

    return made
