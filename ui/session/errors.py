"""Where errors are told: in the person's words, once, with the details to copy."""

import logging
import sys
import traceback
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError, Cancelled
from ui.i18n import tr

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error in words: what happened, what to do about it, and details for a report."""

    message: str
    hint: str
    details: str


def in_words(error: BaseException) -> Trouble:
    """Put an error into words; what is no BriefingError is a fault of the program."""
    details = "".join(traceback.format_exception(error))
    if isinstance(error, BriefingError):
        cause = error.__cause__
        return Trouble(error.message, error.hint, details if cause else "")
    return Trouble(
        tr("Something went wrong that the program did not expect."),
        tr("Your Library is unharmed. Please copy the details into a report of the fault."),
        details,
    )


class ErrorDesk(QObject):
    """Handed to whoever may fail; the window listens and shows a dialog."""

    told = Signal(object)  # a Trouble

    def tell(self, error: BaseException) -> None:
        """Tell one error; work that was stopped by the person is none."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, BriefingError):
            _log.error("unexpected", exc_info=error)
        self.told.emit(in_words(error))

    def catch_everything(self) -> None:
        """Tell what no one caught, in place of a line on a terminal that nobody sees."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.tell(error)
