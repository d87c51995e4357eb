"""The style sheet of the desk, written with roles."""

from dataclasses import asdict
from string import Template

from ui.theme.roles import Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 6px; }
QMenuBar { background: $window; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $selection; }
QMenu { background: $surface; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; color: $ink; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget > QTabBar { qproperty-drawBase: 0; }
QTabBar { background: $window; }
QTabBar::tab { padding: 8px 13px 7px 13px; color: $muted; border: none; background: transparent;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { color: $accent; }

QListView { background: $surface; border: none; outline: none; }
QListView::item { border: none; border-bottom: 1px solid $line; color: $ink; }
QListView::item { padding-left: 8px; }
QListView::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px;
    background: $surface; }
QListView::indicator:checked { background: $accent; border-color: $accent;
    image: url($icons/check-$shade.svg); }
QListView::indicator:disabled { background: $line; border-color: $line; }
QListView::item:hover { background: $hover; }
QListView::item:selected { background: $selection; color: $ink; }
QTextBrowser { background: $paper; color: $ink; border: none; selection-background-color: $accent;
    selection-color: $on_accent; }
QScrollArea { background: $surface; border: none; }
QWidget#form { background: $surface; }

QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $ink; border: 1px solid $line;
    border-radius: 5px; padding: 4px 7px; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit { min-height: 19px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid $accent; }
QLineEdit:disabled { background: $window; color: $muted; }
QLineEdit[wrong="true"] { border: 1px solid $alert; }
QComboBox { padding: 4px 24px 4px 8px; min-height: 19px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($icons/chevron-$shade.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line;
    selection-background-color: $selection; selection-color: $ink; outline: none; }

QPushButton { background: $surface; color: $ink; border: 1px solid $line; border-radius: 5px;
    padding: 5px 12px; }
QPushButton[small="true"] { padding: 2px 9px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[primary="true"]:focus { border: 1px solid $ink; }
QPushButton[primary="true"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton::menu-indicator { subcontrol-position: right center; right: 8px; width: 12px;
    image: url($icons/chevron-accent-$shade.svg); }
QPushButton[menu="true"] { padding-right: 26px; }
QToolButton { background: transparent; color: $ink; border: 1px solid transparent;
    border-radius: 5px; padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }

QFrame#header { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame#toolrow { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame#foot { background: $window; border: none; border-top: 1px solid $line; }
QFrame#notice { background: $selection; border: none; border-bottom: 1px solid $line; }
QFrame#drop { border: 1px dashed $line; border-radius: 6px; background: $window; }
QFrame#drop[over="true"] { border: 1px dashed $accent; background: $selection; }
QLabel { color: $ink; background: transparent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="alert"] { color: $alert; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="big"] { font-size: 17px; font-weight: 600; }
QWidget#panel { background: $surface; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; min-height: 28px;
    min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(theme: Theme, icons: str, *, dark: bool) -> str:
    """Return the sheet; ``icons`` is the folder of the SVGs, written with forward slashes."""
    shade = "dark" if dark else "light"
    return _SHEET.substitute(asdict(theme), icons=icons, shade=shade)
