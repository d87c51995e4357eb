"""Lays out the preview, with the choice of Briefing and the way to a file above it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.document.blocks import Heading
from briefing.document.document import Document
from briefing.model.briefing import Briefing
from ui.i18n import tr
from ui.pages.briefing.css import preview_css
from ui.pages.briefing.html import document_html, plain, tips
from ui.pages.briefing.presenter import BriefingPresenter
from ui.theme.roles import Theme
from ui.widgets.empty_panel import EmptyPanel
from ui.widgets.icon_button import IconButton
from ui.widgets.rich_view import RichView


class BriefingPage(QWidget):
    """Passive: shows the newest Document, or why there is none."""

    previewed = Signal(object)  # the Document that stands in the preview now

    def __init__(self, presenter: BriefingPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._document: Document | None = None
        self._do: Callable[[], None] = presenter.cancel  # what the button of the panel does
        self._titles: dict[str, str] = {}  # what a Briefing without a title of its own goes by
        self.briefings = QComboBox()
        self.briefings.setAccessibleName(tr("Briefing on the desk"))
        self.briefings.setToolTip(tr("The briefings of this Library"))
        self.briefings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.briefings.setMinimumContentsLength(12)
        self.new_button = IconButton("add", tr("New briefing"))
        self.export_button = QPushButton(tr("Export"))
        self.export_button.setProperty("primary", True)
        self.export_button.setProperty("menu", True)
        self.view = RichView(tr("Preview of the briefing"))
        self.empty = EmptyPanel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def fill_export_menu(self, menu: QMenu) -> None:
        """Let the button offer the formats."""
        self.export_button.setMenu(menu)

    def allow_export(self, reason: str) -> None:
        """Enable the button, or say why it is not."""
        self.export_button.setEnabled(not reason)
        self.export_button.setToolTip(reason or tr("Write the briefing to a file"))

    def allow_new(self, reason: str) -> None:
        """Enable the button, or say why it is not."""
        self.new_button.setEnabled(not reason)
        self.new_button.setToolTip(reason or tr("New briefing, with a suggested choice"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the preview in other colours."""
        self._theme = theme
        if self._document:
            self._draw(self._document)

    def forget_titles(self) -> None:
        """Name no Briefing by what another Library's was called."""
        self._titles = {}

    def go_to_heading(self, heading: str) -> None:
        """Scroll to the Section under this heading, when it is printed."""
        blocks = self._document.blocks if self._document else ()
        for block in blocks:
            if isinstance(block, Heading) and plain(block.inlines) == heading and block.anchor:
                self.view.go_to(block.anchor)
                return

    def _lay_out(self) -> None:
        head = QFrame()
        head.setObjectName("header")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(6)
        row.addWidget(self.briefings, 1)
        row.addWidget(self.new_button)
        row.addSpacing(6)
        row.addWidget(self.export_button)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        ask = self._presenter
        ask.composed.connect(self._on_composed)
        ask.failed.connect(self._on_failed)
        ask.composing.connect(self._on_composing)
        ask.cancelled.connect(self._on_cancelled)
        self.empty.pressed.connect(self._on_pressed)
        ask.briefings_shown.connect(self._on_briefings)
        self.briefings.activated.connect(self._on_chosen)
        self.new_button.clicked.connect(ask.make_briefing)
        self.view.link_clicked.connect(ask.follow)

    def _draw(self, document: Document) -> None:
        self.view.show_html(document_html(document), preview_css(self._theme), tips(document))

    def _on_composed(self, document: Document) -> None:
        self._document = document
        self._draw(document)
        self._stack.setCurrentWidget(self.view)
        self._titles[self.briefings.currentData()] = document.title
        self.briefings.setItemText(self.briefings.currentIndex(), document.title)
        self.previewed.emit(document)

    def _on_failed(self, message: str, hint: str) -> None:
        self._say(message, hint)

    def _on_composing(self, long: bool) -> None:
        self._do = self._presenter.cancel
        hint = tr("There is much to go through; you can work on meanwhile.") if long else ""
        self._say(tr("Composing…"), hint, tr("Cancel") if long else "")

    def _on_cancelled(self) -> None:
        self._do = self._presenter.compose_again
        self._say(
            tr("Composing was cancelled"),
            tr("The briefing is kept as it is; there is no preview of it yet."),
            tr("Compose"),
        )

    def _on_pressed(self) -> None:
        self._do()

    def _say(self, title: str, hint: str, button: str = "") -> None:
        """Show words in place of a Document; nothing of an older one stays behind them."""
        self._document = None
        self.view.show_html("", "", {})
        self.empty.say(title, hint, button)
        self._stack.setCurrentWidget(self.empty)

    def _on_briefings(self, briefings: tuple[Briefing, ...], current: str) -> None:
        self.briefings.clear()
        for one in briefings:
            title = one.title or self._titles.get(one.id) or tr("Untitled briefing")
            self.briefings.addItem(title, one.id)
        self.briefings.setCurrentIndex(self.briefings.findData(current))
        self.briefings.setEnabled(bool(briefings))
        self.briefings.setPlaceholderText(tr("No briefing yet"))

    def _on_chosen(self, place: int) -> None:
        self._presenter.show_briefing(self.briefings.itemData(place))
