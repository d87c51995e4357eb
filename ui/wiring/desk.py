"""All parts of the desk, made and handed to each other; what connects them stands beside."""

from PySide6.QtCore import QObject

from ui.main_window import MainWindow, Pages
from ui.pages.arrangement.page import ArrangementPage
from ui.pages.arrangement.presenter import ArrangementPresenter
from ui.pages.briefing.page import BriefingPage
from ui.pages.briefing.presenter import BriefingPresenter
from ui.pages.choice.page import ChoicePage
from ui.pages.choice.presenter import ChoicePresenter
from ui.pages.details.presenter import DetailsPresenter
from ui.pages.export.page import ExportActions
from ui.pages.export.presenter import ExportPresenter
from ui.pages.find.page import FindPage
from ui.pages.find.presenter import FindPresenter
from ui.pages.library.presenter import LibraryPresenter
from ui.pages.reader.page import ReaderPage
from ui.pages.reader.presenter import ReaderPresenter
from ui.pages.sources.page import SourcesPage
from ui.pages.sources.presenter import SourcesPresenter
from ui.pages.unread.dialog import UnreadDialog
from ui.pages.unread.presenter import UnreadPresenter
from ui.pages.web.presenter import WebPresenter
from ui.session.errors import ErrorDesk
from ui.session.importer import Importer
from ui.session.jobs import Jobs
from ui.session.planner import Planner
from ui.session.session import Session
from ui.session.settings import Settings
from ui.session.use_cases import UseCases
from ui.theme.style import Style
from ui.widgets.file_choice import FileChoice

_STAY_MS = 8000


class Desk(QObject):
    """The parts; ``files`` asks the person for paths, and a test may put another in its place."""

    def __init__(self, use_cases: UseCases, settings: Settings, style: Style, version: str) -> None:
        super().__init__()
        self.settings = settings
        self.style = style
        self.version = version
        self.errors = ErrorDesk(self)
        self.jobs = Jobs(self)
        self.session = Session(use_cases, settings, self.errors, self)
        # Before all others learn of another Library: what they then start is not to be dropped.
        self.session.library_changed.connect(self.jobs.drop_everything)
        self.importer = Importer(self.session, self.jobs, self)
        self.planner = Planner(self.session, self.jobs, self)
        self._make_presenters()
        self.window = self._make_window()
        self.unread_dialog = UnreadDialog(self.unread, self.window)
        self.files = FileChoice(self.window)
        ways = ExportActions(self.export, self.window)
        self.export_ways = ways
        self.exports = ways.actions

    def say(self, text: str) -> None:
        """Tell something in passing, in the status bar."""
        self.window.strip.showMessage(text, _STAY_MS)

    def _make_presenters(self) -> None:
        session, jobs, importer, planner = self.session, self.jobs, self.importer, self.planner
        self.library = LibraryPresenter(session, importer, self)
        self.sources = SourcesPresenter(session, importer, planner, self)
        self.unread = UnreadPresenter(session, importer, planner, self)
        self.web = WebPresenter(importer, planner, self)
        self.details = DetailsPresenter(session, planner, self)
        self.choice = ChoicePresenter(session, self)
        self.arrangement = ArrangementPresenter(session, self)
        self.briefing = BriefingPresenter(session, jobs, self)
        self.reader = ReaderPresenter(session, planner, self)
        self.find = FindPresenter(session, self)
        self.export = ExportPresenter(session, jobs, self)

    def _make_window(self) -> MainWindow:
        theme = self.style.theme
        pages = Pages(
            sources=SourcesPage(self.sources),
            choice=ChoicePage(self.choice),
            arrangement=ArrangementPage(self.arrangement),
            find=FindPage(self.find),
            briefing=BriefingPage(self.briefing, theme),
            reader=ReaderPage(self.reader, theme),
        )
        return MainWindow(pages, self.session.undo_stack)
