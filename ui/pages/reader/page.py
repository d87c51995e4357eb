"""Lays out the reader: what is read and from where, the way back, and the text."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.pages.reader.html import reader_css, source_html
from ui.pages.reader.presenter import ReaderPresenter, Reading
from ui.theme.roles import Theme
from ui.widgets.empty_panel import EmptyPanel
from ui.widgets.icon_button import IconButton
from ui.widgets.menu_entry import allow, name_tip
from ui.widgets.rich_view import RichView


class ReaderPage(QWidget):
    """Passive: shows a Reading."""

    close_requested = Signal()

    def __init__(self, presenter: ReaderPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._reading: Reading | None = None
        self.back_button = IconButton("back", tr("Back"))
        self.forward_button = IconButton("forward", tr("Forward"))
        self.aside_button = IconButton("aside", tr("Show what is set aside"))
        self.aside_button.setCheckable(True)
        self.details_button = IconButton("details", tr("Details of the source"))
        self.close_button = IconButton("close", tr("Close the reader"))
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setWordWrap(True)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setContentsMargins(6, 0, 6, 0)
        self._title = QLabel(tr("Source"))
        self._title.setProperty("role", "heading")
        self.view = RichView(tr("Text of the source"), caret=True)
        self.view.document().setDocumentMargin(20)
        self.empty = EmptyPanel()
        self.empty.say(
            tr("Nothing open"), tr("Click a number in the briefing, or a source in the list.")
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._on_shown(None)

    def set_theme(self, theme: Theme) -> None:
        """Draw the text in other colours."""
        self._theme = theme
        if self._reading:
            self._draw(self._reading)

    def _lay_out(self) -> None:
        self.back_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Back))
        self.forward_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Forward))
        head = QFrame()
        head.setObjectName("header")
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.back_button)
        row.addWidget(self.forward_button)
        row.addWidget(self._title, 1)
        row.addWidget(self.aside_button)
        row.addWidget(self.details_button)
        row.addWidget(self.close_button)
        rows = QVBoxLayout(head)
        rows.setContentsMargins(8, 7, 8, 8)
        rows.setSpacing(3)
        rows.addLayout(row)
        rows.addWidget(self._facts)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        ask = self._presenter
        ask.shown.connect(self._on_shown)
        self.back_button.clicked.connect(ask.back)
        self.forward_button.clicked.connect(ask.forward)
        self.aside_button.clicked.connect(ask.unfold)
        self.details_button.clicked.connect(ask.ask_details)
        self.view.link_clicked.connect(ask.follow)
        self.view.menu_requested.connect(self._on_menu)
        self.close_button.clicked.connect(self.close_requested)

    def _on_shown(self, reading: Reading | None) -> None:
        self._reading = reading
        self._facts.setText(f"{reading.source.title}\n{reading.facts}" if reading else "")
        self._facts.setToolTip(reading.notices if reading else "")
        self._facts.setVisible(reading is not None)
        self.details_button.setEnabled(reading is not None)
        self.details_button.setToolTip(
            tr("Details of the source: see and correct them")
            if reading
            else tr("Open a source first")
        )
        self._step(self.back_button, tr("Back"), reading.back if reading else "")
        self._step(self.forward_button, tr("Forward"), reading.forward if reading else "")
        aside = reading is not None and reading.has_aside
        self.aside_button.setEnabled(aside)
        self.aside_button.setChecked(reading is not None and reading.unfolded)
        self.aside_button.setToolTip(
            tr("Show what is set aside: page furniture and readers' comments")
            if aside
            else tr("Nothing is set aside in this source")
        )
        if not reading:
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self.view)
        self._draw(reading)
        if reading.jump and reading.sentence:
            self.view.go_to("cited")
        elif reading.jump:
            self.view.go_to_top()

    def _on_menu(self, menu: QMenu, place: str) -> None:
        for turn in self._presenter.turns(place):
            action = menu.addAction(turn.label)
            name_tip(action, turn.tip)
            allow(action, turn.why_not)
            action.triggered.connect(partial(self._presenter.do, turn))

    def _draw(self, reading: Reading) -> None:
        html = source_html(reading.source, reading.sentence, unfolded=reading.unfolded)
        self.view.show_html(html, reader_css(self._theme), {})

    def _step(self, button: IconButton, name: str, title: str) -> None:
        button.setEnabled(bool(title))
        button.setToolTip(
            f"{name}: {title}" if title else tr("{name}: there is nothing to go to", name=name)
        )
