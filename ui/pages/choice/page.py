"""Lays out the two lists to choose from: events above, issues below."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefing.model.findings import Citation
from ui.i18n import tr
from ui.pages.choice.columns import EVENT_LOOK, ISSUE_LOOK, EventRow, IssueRow
from ui.pages.choice.presenter import ChoicePresenter
from ui.widgets.record_list import RecordList


class ChoiceHead(QFrame):
    """A list's name, how many are chosen, and buttons for all and none of the rows shown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("toolrow")
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        title = QLabel(name)
        title.setProperty("role", "heading")
        self.every = QPushButton(tr("All"))
        self.none = QPushButton(tr("None"))
        self.every.setAccessibleName(tr("Choose all {name}", name=name.lower()))
        self.none.setAccessibleName(tr("Choose no {name}", name=name.lower()))
        for button in (self.every, self.none):
            button.setProperty("small", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 8, 6)
        row.setSpacing(6)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.every)
        row.addWidget(self.none)

    def count(self, chosen: int, everything: int) -> None:
        """Show how many of how many are chosen."""
        self._count.setText(tr("{n} of {all} chosen", n=chosen, all=everything))

    def allow(self, reason: str) -> None:
        """Enable the buttons, or say why they are not."""
        for button, tip in (
            (self.every, tr("Choose every row shown")),
            (self.none, tr("Leave out every row shown")),
        ):
            button.setEnabled(not reason)
            button.setToolTip(reason or tip)


class ChoicePage(QWidget):
    """Passive: ticks go to the presenter, rows come back."""

    def __init__(self, presenter: ChoicePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.events: RecordList[EventRow] = RecordList(tr("Events"), EVENT_LOOK)
        self.issues: RecordList[IssueRow] = RecordList(tr("Issues"), ISSUE_LOOK)
        self.event_head = ChoiceHead(tr("Events"))
        self.issue_head = ChoiceHead(tr("Issues"))
        nothing = tr("They are found in the sources: import some first.")
        self.events.say_when_empty(tr("No events yet"), nothing)
        self.issues.say_when_empty(tr("No issues yet"), nothing)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.addWidget(self._half(self.event_head, self.events))
        self.splitter.addWidget(self._half(self.issue_head, self.issues))
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._connect()
        self._allow(presenter.why_not())

    def _half(self, head: QWidget, rows: QWidget) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rows)
        return half

    def _connect(self) -> None:
        ask = self._presenter
        ask.events_shown.connect(self._on_events)
        ask.issues_shown.connect(self._on_issues)
        ask.choice_allowed.connect(self._allow)
        self.events.toggled.connect(ask.choose_event)
        self.issues.toggled.connect(ask.choose_issue)
        self.event_head.every.clicked.connect(lambda: self._all(ask.choose_events, self.events))
        self.event_head.none.clicked.connect(lambda: self._no(ask.choose_events, self.events))
        self.issue_head.every.clicked.connect(lambda: self._all(ask.choose_issues, self.issues))
        self.issue_head.none.clicked.connect(lambda: self._no(ask.choose_issues, self.issues))
        self.events.menu_requested.connect(
            lambda row, where: self._show_tellings(row.event.sources, where)
        )
        self.issues.menu_requested.connect(lambda row, where: self._show_tellings(row.cited, where))
        self.events.view.activated.connect(self._on_event_opened)
        self.issues.view.activated.connect(self._on_issue_opened)

    def _all(self, choose: Callable[[Sequence[Any], bool], None], rows: RecordList[Any]) -> None:
        choose(rows.model.shown, True)

    def _no(self, choose: Callable[[Sequence[Any], bool], None], rows: RecordList[Any]) -> None:
        choose(rows.model.shown, False)

    def _on_events(self, rows: tuple[EventRow, ...]) -> None:
        self.events.show_records(rows)
        self.event_head.count(sum(row.chosen for row in rows), len(rows))

    def _on_issues(self, rows: tuple[IssueRow, ...]) -> None:
        self.issues.show_records(rows)
        self.issue_head.count(sum(row.chosen for row in rows), len(rows))

    def _allow(self, reason: str) -> None:
        self.event_head.allow(reason)
        self.issue_head.allow(reason)

    def _on_event_opened(self) -> None:
        self._read_first([row.event.sources for row in self.events.selected()])

    def _on_issue_opened(self) -> None:
        self._read_first([row.cited for row in self.issues.selected()])

    def _read_first(self, places: Sequence[tuple[Citation, ...]]) -> None:
        if places and places[0]:
            self._presenter.read(places[0][0])

    def _show_tellings(self, citations: tuple[Citation, ...], where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(tr("Read where it is told"))
        for title, citation in self._presenter.tellings(citations):
            action = menu.addAction(title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=citation: self._presenter.read(one))
        menu.popup(where)
