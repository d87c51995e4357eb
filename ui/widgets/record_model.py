"""One Qt model for every list in the desk: frozen records down, what is shown of them declared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Order(Generic[R]):
    """A way to sort, under the name that the menu shows; ``falling`` puts the greatest first."""

    title: str
    key: Callable[[R], Any]
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Look(Generic[R]):
    """What a row shows of a record: a title, a line of detail, a short badge, a tooltip.

    ``words`` is what the filter looks through. ``checked`` gives the row a check box; a record that
    ``locked`` gives a reason for cannot be toggled. The first of ``orders`` is the one at start.
    """

    key: Callable[[R], str]
    title: Callable[[R], str]
    detail: Callable[[R], str]
    badge: Callable[[R], str]
    tip: Callable[[R], str]
    words: Callable[[R], str]
    orders: tuple[Order[R], ...]
    checked: Callable[[R], bool] | None = None
    locked: Callable[[R], str] | None = None


class RecordModel(QAbstractListModel, Generic[R]):
    """Read-only: a toggled box is a wish, told by ``toggle_requested``; the answer is new records.

    Filtering and sorting are done here on plain lists: a proxy over a Python model is a hundred
    times slower.
    """

    DetailRole = Role.UserRole
    BadgeRole = Role.UserRole + 1
    toggle_requested = Signal(object, bool)

    def __init__(self, look: Look[R], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._order = look.orders[0]
        self._words: tuple[str, ...] = ()
        self._all: tuple[R, ...] = ()
        self._shown: tuple[R, ...] = ()

    @property
    def shown(self) -> tuple[R, ...]:
        """The records that the filter lets through, in order."""
        return self._shown

    @property
    def everything(self) -> tuple[R, ...]:
        """All records, in the order in which they were handed in."""
        return self._all

    @property
    def order(self) -> Order[R]:
        """How the rows are sorted."""
        return self._order

    def show(self, records: Sequence[R]) -> None:
        """Replace the records."""
        self._all = tuple(records)
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only records that hold every one of the words, in any case of letters."""
        self._words = tuple(words.casefold().split())
        self._arrange()

    def sort_by(self, order: Order[R]) -> None:
        """Sort by another order."""
        self._order = order
        self._arrange()

    def record(self, index: Index) -> R:
        """Return the record behind a row."""
        return self._shown[index.row()]

    def key(self, index: Index) -> str:
        """Return the key of the record behind a row."""
        return self._look.key(self.record(index))

    def index_of(self, key: str) -> QModelIndex:
        """Return the row of the record with this key; an invalid index when it is not shown."""
        for row, record in enumerate(self._shown):
            if self._look.key(record) == key:
                return self.index(row)
        return QModelIndex()

    def _passes(self, record: R) -> bool:
        text = self._look.words(record).casefold()
        return all(word in text for word in self._words)

    def _arrange(self) -> None:
        kept = [one for one in self._all if self._passes(one)]
        shown = tuple(sorted(kept, key=self._order.key, reverse=self._order.falling))
        key = self._look.key
        if [key(one) for one in shown] == [key(one) for one in self._shown]:
            # The same rows with other contents: a reset would drop selection and position.
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many records are shown."""
        return 0 if parent and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Answer the view."""
        if not index.isValid():
            return None
        look, record = self._look, self._shown[index.row()]
        answers: dict[int, Callable[[R], str]] = {
            Role.DisplayRole: look.title,
            Role.ToolTipRole: look.tip,
            self.DetailRole: look.detail,
            self.BadgeRole: look.badge,
            Role.AccessibleTextRole: lambda one: f"{look.title(one)}. {look.detail(one)}",
        }
        if role in answers:
            return answers[role](record)
        if role == Role.CheckStateRole and look.checked:
            return Qt.CheckState.Checked if look.checked(record) else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell what can be done with a row."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        free = not self._look.locked or not self._look.locked(self._shown[index.row()])
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._look.checked and free else flags

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Pass on the wish to toggle a box."""
        if role != Role.CheckStateRole or not index.isValid() or not self._look.checked:
            return False
        wanted = Qt.CheckState(value) == Qt.CheckState.Checked
        self.toggle_requested.emit(self._shown[index.row()], wanted)
        return True
