"""A list of records with a filter line, a sort menu and a panel for when there is nothing."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.widgets.empty_panel import EmptyPanel
from ui.widgets.icon_button import IconButton
from ui.widgets.record_delegate import RecordDelegate
from ui.widgets.record_model import Look, Order, RecordModel

R = TypeVar("R")
_FILTER_TIP = "Show only rows that hold all of these words"


class RecordList(QWidget, Generic[R]):
    """Told by its owner what to show; tells what the person does with it."""

    opened = Signal(object)  # a record: clicked, or Enter
    toggled = Signal(object, bool)
    selection_changed = Signal()
    filtered = Signal()
    menu_requested = Signal(object, QPoint)  # a record, where on the screen

    def __init__(self, name: str, look: Look[R], *, many: bool = False) -> None:
        super().__init__()
        self.model: RecordModel[R] = RecordModel(look, self)
        self.view = QListView()
        self.view.setAccessibleName(name)
        self.view.setModel(self.model)
        self.view.setItemDelegate(RecordDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mode = QAbstractItemView.SelectionMode
        self.view.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.empty = EmptyPanel()
        self.filter_line = QLineEdit()
        self.filter_line.setClearButtonEnabled(True)
        self.filter_line.setAcceptDrops(False)
        self.filter_line.setPlaceholderText(tr("Filter"))
        self.filter_line.setAccessibleName(tr("Filter {name}", name=name.lower()))
        self.filter_line.setToolTip(tr(_FILTER_TIP))
        self._sort = self._sort_button(look.orders)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._nothing = ("", "")
        self._lay_out()
        self._connect()

    def show_records(self, records: Sequence[R]) -> None:
        """Replace the records; what was selected stays selected where it is still there."""
        kept = {self.model.key(index) for index in self.view.selectedIndexes()}
        current = self.view.currentIndex()
        at = self.model.key(current) if current.isValid() else ""
        self.model.show(records)
        self._select(kept, at)
        self._turn()

    def say_when_empty(self, title: str, hint: str) -> None:
        """Set what stands in place of a list without records."""
        self._nothing = (title, hint)
        self._turn()

    def name_filter(self, name: str) -> None:
        """Say what the filter line filters, where another line stands near it."""
        self.filter_line.setPlaceholderText(name)
        self.filter_line.setAccessibleName(name)

    def allow_filter(self, reason: str) -> None:
        """Enable the filter line, or empty it and say why it is not."""
        self.filter_line.setEnabled(not reason)
        self.filter_line.setToolTip(reason or tr(_FILTER_TIP))
        if reason:
            self.clear_filter()

    def clear_filter(self) -> None:
        """Let all rows through."""
        self.filter_line.clear()

    def selected(self) -> tuple[R, ...]:
        """Return the records that are selected, top to bottom."""
        rows = sorted(self.view.selectedIndexes(), key=QModelIndex.row)
        return tuple(self.model.record(index) for index in rows)

    def _lay_out(self) -> None:
        bar = QFrame()
        bar.setObjectName("toolrow")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 7, 7, 7)
        row.setSpacing(4)
        row.addWidget(self.filter_line)
        row.addWidget(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.filter_line.textChanged.connect(self._on_filter)
        self.model.toggle_requested.connect(self.toggled)
        self.model.modelReset.connect(self.selection_changed)
        self.view.clicked.connect(self._on_opened)
        self.view.activated.connect(self._on_opened)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.view.customContextMenuRequested.connect(self._on_menu)

    def _sort_button(self, orders: tuple[Order[R], ...]) -> IconButton:
        button = IconButton("sort", tr("Sort by"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for order in orders:
            action = QAction(order.title, menu, checkable=True)
            action.setChecked(order is orders[0])
            action.triggered.connect(partial(self._on_order, order))
            group.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setVisible(len(orders) > 1)
        return button

    def _select(self, keys: set[str], at: str) -> None:
        selection = self.view.selectionModel()
        for key in keys:
            index = self.model.index_of(key)
            if index.isValid() and not selection.isSelected(index):
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        index = self.model.index_of(at) if at else QModelIndex()
        if index.isValid() and index != self.view.currentIndex():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _turn(self) -> None:
        """Show the list, or say why there is none."""
        if self.model.shown:
            self._stack.setCurrentWidget(self.view)
            return
        if self.model.everything:
            self.empty.say(tr("Nothing matches the filter"), tr("Clear it to see all rows."))
        else:
            self.empty.say(*self._nothing)
        self._stack.setCurrentWidget(self.empty)

    def _on_filter(self, words: str) -> None:
        kept = {self.model.key(index) for index in self.view.selectedIndexes()}
        self.model.filter(words)
        self._select(kept, "")
        self._turn()
        self.filtered.emit()

    def _on_order(self, order: Order[R]) -> None:
        self.model.sort_by(order)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.record(index))

    def _on_selection(self) -> None:
        self.selection_changed.emit()

    def _on_menu(self, where: QPoint) -> None:
        index = self.view.indexAt(where)
        if not index.isValid():
            index = self.view.currentIndex()  # asked for by key, not by mouse
        if index.isValid():
            self.menu_requested.emit(
                self.model.record(index), self.view.viewport().mapToGlobal(where)
            )
