"""Puts a theme on the program: palette, style sheet, fonts; follows the system's light or dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.theme.qss import style_sheet
from ui.theme.resources import FONTS, ICONS
from ui.theme.roles import Theme, theme

SANS = "Source Sans 3"
SERIF = "Source Serif 4"
_POINTS = 10.5
_Role = QPalette.ColorRole


def _palette(colours: Theme) -> QPalette:
    palette = QPalette()
    pairs = (
        (_Role.Window, colours.window),
        (_Role.WindowText, colours.ink),
        (_Role.Base, colours.surface),
        (_Role.AlternateBase, colours.hover),
        (_Role.Text, colours.ink),
        (_Role.Button, colours.surface),
        (_Role.ButtonText, colours.ink),
        (_Role.BrightText, colours.alert),
        (_Role.ToolTipBase, colours.surface),
        (_Role.ToolTipText, colours.ink),
        (_Role.PlaceholderText, colours.muted),
        (_Role.Highlight, colours.accent),
        (_Role.HighlightedText, colours.on_accent),
        (_Role.Link, colours.accent),
        (_Role.LinkVisited, colours.accent),
        (_Role.Mid, colours.line),
        (_Role.Accent, colours.accent),
    )
    for role, colour in pairs:
        palette.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


def load_fonts(app: QApplication) -> None:
    """Use the bundled faces where they are present; else the system's stay."""
    for path in sorted((*FONTS.glob("*.ttf"), *FONTS.glob("*.otf"))):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont(app.font())
    if SANS in QFontDatabase.families():
        font.setFamily(SANS)
    font.setPointSizeF(_POINTS)
    app.setFont(font)


class Style(QObject):
    """The theme that is on; ``appearance`` is "system", "light" or "dark"."""

    changed = Signal(object)  # a Theme

    def __init__(self, app: QApplication, appearance: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        app.setStyle("Fusion")
        load_fonts(app)
        self._put_on()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._put_on)

    @property
    def theme(self) -> Theme:
        """The colours in use."""
        return self._theme

    @property
    def appearance(self) -> str:
        """What was asked for."""
        return self._appearance

    def appear(self, appearance: str) -> None:
        """Change to "system", "light" or "dark"."""
        self._appearance = appearance
        self._put_on()

    def _put_on(self) -> None:
        scheme = QGuiApplication.styleHints().colorScheme()
        system = scheme == Qt.ColorScheme.Dark
        dark = self._appearance == "dark" or (self._appearance == "system" and system)
        self._theme = theme(dark)
        self._app.setPalette(_palette(self._theme))
        self._app.setStyleSheet(style_sheet(self._theme, ICONS.as_posix(), dark=dark))
        self.changed.emit(self._theme)
