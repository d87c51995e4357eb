"""The only undo command: redo applies an Edit, undo applies the inverse that the Library gave."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from briefing.model.edits import Change, Edit

_MERGEABLE = 1
_ALONE = -1


class EditCommand(QUndoCommand):
    """An Edit on the undo stack, already applied when it is pushed.

    It is applied before the push, so that an error reaches the caller and leaves no command behind.
    Commands that follow each other with the same ``merge`` key become one: typing in a field.
    """

    def __init__(
        self, edit: Edit | None, undo: Edit, apply: Callable[[Edit], Change | None], merge: str
    ) -> None:
        """``edit`` is None where it is too much to hold: undoing tells what doing again is."""
        super().__init__(undo.label)
        self.edit = edit
        self._inverse = undo
        self._apply = apply
        self.merge = merge
        self._pushed = False

    def id(self) -> int:
        """Tell Qt whether the command may be merged."""
        return _MERGEABLE if self.merge else _ALONE

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt calls it
        """Take over what a later command of the same key does; the inverse stays the first one."""
        if not isinstance(other, EditCommand) or other.merge != self.merge:
            return False
        self.edit = other.edit
        return True

    def redo(self) -> None:
        """Do again; the call that the push makes does nothing."""
        if not self._pushed:
            self._pushed = True
            return
        change = self._apply(self.edit) if self.edit else None
        if change:
            self._inverse = change.undo

    def undo(self) -> None:
        """Take back."""
        change = self._apply(self._inverse)
        if change:
            self.edit = change.undo
