"""Undo and redo as actions, which can be held back for a while with a reason."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

from ui.i18n import tr
from ui.widgets.menu_entry import MenuEntry, allow, make_action, shortcut

_UNDO = MenuEntry("undo", "&Undo", "Take back what was done last", "Undo|Ctrl+Z")
_REDO = MenuEntry("redo", "&Redo", "Do again what was taken back")


class UndoActions(QObject):
    """Named after what they would do; the stack's own actions know no reason to wait."""

    def __init__(self, stack: QUndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = stack
        self._held = ""
        self.undo = make_action(_UNDO, parent)
        self.redo = make_action(_REDO, parent)
        # On some platforms the second is the standard already: it is not to stand there twice.
        keys = (shortcut("Redo|Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))
        self.redo.setShortcuts(list(dict.fromkeys(keys)))
        self.undo.triggered.connect(stack.undo)
        self.redo.triggered.connect(stack.redo)
        for fact in (stack.canUndoChanged, stack.canRedoChanged):
            fact.connect(self._show)
        for fact in (stack.undoTextChanged, stack.redoTextChanged):
            fact.connect(self._show)
        self._show()

    def hold(self, reason: str) -> None:
        """Disable both for this reason, until there is none ("")."""
        self._held = reason
        self._show()

    def _show(self) -> None:
        stack = self._stack
        _name(self.undo, tr("&Undo"), stack.undoText())
        _name(self.redo, tr("&Redo"), stack.redoText())
        allow(self.undo, "" if stack.canUndo() and not self._held else self._reason(tr("undo")))
        allow(self.redo, "" if stack.canRedo() and not self._held else self._reason(tr("redo")))

    def _reason(self, what: str) -> str:
        return self._held or tr("There is nothing to {what}", what=what)


def _name(action: QAction, word: str, what: str) -> None:
    action.setText(f"{word} {what}" if what else word)
