"""A document that was not read as a row: its name, and why."""

from pathlib import PurePath

from briefing.model.imports import Unread
from ui.i18n import tr
from ui.widgets.record_model import Look, Order


def name(unread: Unread) -> str:
    """Return what a person calls it: the name of the file, the whole address of a page."""
    if unread.is_page:
        return unread.path
    return PurePath(unread.path).name or unread.path


def reason(unread: Unread) -> str:
    """Return why it was not read, in which it goes by its name: its path would fill the line."""
    return unread.reason.replace(unread.path, name(unread)) or tr("It waits to be read.")


def whole(unread: Unread) -> str:
    """Return all that is known of it, in lines."""
    return "\n".join(part for part in (unread.path, reason(unread), unread.hint) if part)


LOOK: Look[Unread] = Look(
    key=lambda unread: unread.id,
    title=name,
    detail=lambda unread: f"{reason(unread)} {unread.hint}".strip(),
    badge=lambda unread: tr("waits") if unread.waits else "",
    tip=whole,
    words=lambda unread: f"{unread.path} {reason(unread)}",
    orders=(
        Order("What failed first", lambda unread: (unread.waits, unread.path)),
        Order("Name", lambda unread: (name(unread).casefold(), unread.path)),
        Order("Reason", lambda unread: (reason(unread), unread.path)),
    ),
)
