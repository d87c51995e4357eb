"""A field for a day: typed as YYYY-MM-DD or picked from a calendar; it may be empty."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from ui.i18n import tr
from ui.widgets.icon_button import IconButton
from ui.widgets.text_fields import LineField


class DateField(QWidget):
    """Tells a date, or None when it is emptied; what is no date is marked and not told."""

    committed = Signal(object)  # a datetime.date or None
    edited = Signal()  # at every key, and when a day is picked
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = LineField(name, tr("YYYY-MM-DD"))
        self._button = IconButton("calendar", tr("Pick a day"))
        self._calendar = QCalendarWidget()
        self._calendar.setVerticalHeaderFormat(
            QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader
        )
        self._menu = QMenu(self._button)
        holder = QWidgetAction(self._menu)
        holder.setDefaultWidget(self._calendar)
        self._menu.addAction(holder)
        self._button.setMenu(self._menu)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line)
        row.addWidget(self._button)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.edited)
        self.line.committed.connect(self._on_typed)
        self.line.left.connect(self.left)
        self._calendar.clicked.connect(self._on_picked)

    def show_date(self, date: dt.date | None) -> None:
        """Show a date from elsewhere."""
        self.line.show_text(date.isoformat() if date else "")
        self._mark(wrong=False)
        if date:
            self._calendar.setSelectedDate(QDate(date.year, date.month, date.day))

    def finish(self) -> None:
        """Say now what is still to be said."""
        self.line.finish()

    def typed(self) -> dt.date | None:
        """Return the day that stands there, None for none. Raises ValueError for what is no day."""
        text = self.line.text().strip()
        return dt.date.fromisoformat(text) if text else None

    def _on_typed(self, _text: str) -> None:
        try:
            date = self.typed()
        except ValueError:
            self._mark(wrong=True)
            return
        self._mark(wrong=False)
        self.committed.emit(date)

    def _on_picked(self, day: QDate) -> None:
        self._menu.close()
        date = dt.date(day.year(), day.month(), day.day())
        self.show_date(date)
        self.edited.emit()
        self.committed.emit(date)

    def _mark(self, *, wrong: bool) -> None:
        self.line.setProperty("wrong", wrong)
        self.line.setToolTip(
            tr("This is no date. Write it as 2026-03-14.") if wrong else tr("A day, as 2026-03-14")
        )
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)
