"""Icons from the bundled SVGs, drawn in the colour asked for."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.resources import ICONS

_SIZES = (16, 32, 64)
_FADED = 0.4


def _drawn(svg: str, colour: QColor, side: int) -> QPixmap:
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(svg.replace("currentColor", colour.name()).encode())).render(painter)
    painter.end()
    return picture


def icon(name: str, colour: QColor) -> QIcon:
    """Return the icon of that name; the disabled one is paler. Raises OSError without its file."""
    svg = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    faded = QColor(colour)
    faded.setAlphaF(_FADED)
    made = QIcon()
    for side in _SIZES:
        made.addPixmap(_drawn(svg, colour, side))
        made.addPixmap(_drawn(svg, faded, side), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(ICONS / "aide-memoire.svg"))
