"""Every text of the desk passes through here, so that it can be said in another language."""

from PySide6.QtCore import QCoreApplication

_CONTEXT = "desk"


def tr(text: str, **values: object) -> str:
    """Return the text in the desk's language, its named fields filled in."""
    said = QCoreApplication.translate(_CONTEXT, text)
    return said.format(**values) if values else said


def counted(number: int, one: str, many: str) -> str:
    """Return the form for one or for many, its field ``n`` filled in with the number."""
    return tr(one if number == 1 else many, n=f"{number:,}")
