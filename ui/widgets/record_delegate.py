"""Paints a record in two lines: its title with a badge at the right, and a paler line under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.widgets.record_model import RecordModel

Index = QModelIndex | QPersistentModelIndex
_PAD = 9
_GAP = 3
_SMALLER = 0.9
_ELIDE = Qt.TextElideMode.ElideRight


class RecordDelegate(QStyledItemDelegate):
    """Leaves background, check box and its clicks to the style, and writes the words itself."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and room to breathe."""
        title, detail = QFontMetrics(option.font), QFontMetrics(_smaller(option.font))
        return QSize(120, title.height() + detail.height() + 2 * _PAD + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        widget = drawn.widget
        style = widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, widget)
        painter.save()
        area: QRect = drawn.rect.adjusted(_PAD + 2, _PAD, -_PAD, -_PAD)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            box = style.subElementRect(
                QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, widget
            )
            area.setLeft(box.right() + _PAD)
        self._write(painter, drawn, index, area)
        painter.restore()

    def _write(
        self, painter: QPainter, drawn: QStyleOptionViewItem, index: Index, area: QRect
    ) -> None:
        font: QFont = drawn.font
        palette: QPalette = drawn.palette
        small = _smaller(font)
        metrics, small_metrics = QFontMetrics(font), QFontMetrics(small)
        badge = str(index.data(RecordModel.BadgeRole) or "")
        painter.setFont(small)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        if badge:
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, badge)
        detail = small_metrics.elidedText(
            str(index.data(RecordModel.DetailRole) or ""), _ELIDE, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, detail)
        room = area.width() - (small_metrics.horizontalAdvance(badge) + _PAD if badge else 0)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        title = metrics.elidedText(str(index.data() or ""), _ELIDE, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small
