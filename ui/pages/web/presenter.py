"""Decides whether what was typed may be the address of a page, and has it fetched."""

from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal

from ui.i18n import tr
from ui.session.importer import Importer
from ui.session.planner import Planner

_SCHEMES = ("https", "http")


class WebPresenter(QObject):
    """Fetches nothing but the one page whose address the person gave."""

    allowed = Signal(str)  # why nothing can be imported now; empty when it can

    def __init__(self, importer: Importer, planner: Planner, parent: QObject) -> None:
        super().__init__(parent)
        self._importer = importer
        self._planner = planner
        planner.allowed.connect(self.allowed)

    def proposed(self, copied: str) -> str:
        """Return the address that was copied; empty when something else was."""
        text = copied.strip()
        is_address = text.startswith(tuple(f"{scheme}://" for scheme in _SCHEMES))
        return text if is_address and not _trouble(text) else ""

    def why_not(self, address: str) -> str:
        """Say why this cannot be fetched; empty when it can be tried."""
        return self._planner.why_not() or _trouble(address.strip())

    def fetch(self, address: str) -> None:
        """Make a Source of the page; an address without a scheme is one of https."""
        if not self.why_not(address):
            self._importer.start_page(_whole(address.strip()))


def _whole(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def _trouble(address: str) -> str:
    if not address:
        return tr("Type or paste an address first")
    try:
        parts = urlsplit(_whole(address))
    except ValueError:
        return tr("This is no address of a web page")
    if parts.scheme not in _SCHEMES:
        return tr("Only addresses that begin with https:// or http:// can be fetched")
    host = (parts.hostname or "").strip(".")
    if len(address.split()) > 1 or not {".", ":"} & set(host):
        return tr("This is no address of a web page")
    return ""
