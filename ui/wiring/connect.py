"""Makes a desk whose parts are connected: what the program shows and a test opens."""

from ui.session.settings import Settings
from ui.session.use_cases import UseCases
from ui.theme.style import Style
from ui.wiring.briefing_lines import BriefingLines
from ui.wiring.desk import Desk
from ui.wiring.library_lines import LibraryLines
from ui.wiring.source_lines import SourceLines


def connected_desk(use_cases: UseCases, settings: Settings, style: Style, version: str) -> Desk:
    """Return the desk, its window in the shape that it had last."""
    desk = Desk(use_cases, settings, style, version)
    for lines in (LibraryLines, SourceLines, BriefingLines):
        lines(desk)  # a child of the desk, which keeps it
    desk.window.restore(settings)
    return desk
