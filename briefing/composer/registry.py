"""Every Section by its name in templates: to add one, a file in sections/ and a line here."""

from collections.abc import Callable, Mapping

from briefing.composer.context import Context
from briefing.composer.sections.agreements import agreements
from briefing.composer.sections.background import background
from briefing.composer.sections.by_issue import by_issue
from briefing.composer.sections.disputes import disputes
from briefing.composer.sections.divergences import divergences
from briefing.composer.sections.gaps import gaps
from briefing.composer.sections.matrix import matrix
from briefing.composer.sections.participants import participants
from briefing.composer.sections.positions import positions
from briefing.composer.sections.slots import slot
from briefing.document.blocks import Block

Section = Callable[[Context], tuple[Block, ...]]

SLOTS = ("objectives", "key_points", "their_objectives", "points_to_make", "press_line")

SECTIONS: Mapping[str, Section] = {
    **{key: slot(key) for key in SLOTS},
    "background": background,
    "participants": participants,
    "matrix": matrix,
    "positions": positions,
    "by_issue": by_issue,
    "agreements": agreements,
    "disputes": disputes,
    "divergences": divergences,
    "gaps": gaps,
}
