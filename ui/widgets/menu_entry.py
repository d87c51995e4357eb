"""An entry of a menu as data, and the action made from it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

_TIP = "tip"


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """``keys`` is a standard key's name with a fallback ("Quit|Ctrl+Q") or a plain shortcut."""

    key: str
    text: str
    tip: str
    keys: str = ""
    checkable: bool = False


def make_action(entry: MenuEntry, parent: QObject) -> QAction:
    """Return the action; its tip stands in the status bar and, when it is disabled, says why."""
    action = QAction(entry.text, parent)
    action.setObjectName(entry.key)
    action.setCheckable(entry.checkable)
    if entry.keys:
        action.setShortcut(shortcut(entry.keys))
    name_tip(action, entry.tip)
    return action


def name_tip(action: QAction, tip: str) -> None:
    """Set what hovering shows while the action is enabled."""
    action.setProperty(_TIP, tip)
    set_tip(action, tip)


def set_tip(action: QAction, tip: str) -> None:
    """Set what hovering shows, in the menu and in the status bar."""
    action.setToolTip(tip)
    action.setStatusTip(tip)


def allow(action: QAction, reason: str) -> None:
    """Enable an action, or disable it and say why."""
    set_tip(action, reason or str(action.property(_TIP)))
    action.setEnabled(not reason)


def shortcut(keys: str) -> QKeySequence:
    """Return the platform's standard keys, or the fallback where the platform has none."""
    name, bar, fallback = keys.partition("|")
    if not bar:
        return QKeySequence(name)
    bound = QKeySequence.keyBindings(QKeySequence.StandardKey[name])
    return bound[0] if bound else QKeySequence(fallback)
