"""A plain list of boxes to tick, as high as its rows."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QSizePolicy

from ui.widgets.record_model import Look, RecordModel

R = TypeVar("R")


class CheckList(QListView, Generic[R]):
    """Told by its owner what to show; tells what is ticked and what is clicked."""

    toggled = Signal(object, bool)
    opened = Signal(object)

    def __init__(self, name: str, look: Look[R]) -> None:
        super().__init__()
        self.records: RecordModel[R] = RecordModel(look, self)
        self.setAccessibleName(name)
        self.setModel(self.records)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.records.toggle_requested.connect(self.toggled)
        self.clicked.connect(self._on_clicked)
        self.activated.connect(self._on_clicked)

    def show_records(self, records: Sequence[R]) -> None:
        """Replace the records."""
        self.records.show(records)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all rows, so that only the page around it scrolls."""
        row = max(self.sizeHintForRow(0), 0)
        return QSize(super().sizeHint().width(), row * len(self.records.shown) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height: rows are never cut."""
        return QSize(0, self.sizeHint().height())

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.records.record(index))
