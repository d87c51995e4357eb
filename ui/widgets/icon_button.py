"""A small button with an icon in the colour of words, and its name as tooltip."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QToolButton

from ui.theme.icons import icon

_SIDE = 17


class IconButton(QToolButton):
    """Draws its icon anew when the palette changes, so that it stays readable."""

    def __init__(self, picture: str, name: str) -> None:
        super().__init__()
        self._picture = picture
        self._colour: QColor | None = None
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.WindowText)
        if colour != self._colour:
            self._colour = colour
            self.setIcon(icon(self._picture, colour))
