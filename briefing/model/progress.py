"""How long work tells how far it is, and learns that it should stop."""

from typing import Protocol


class Progress(Protocol):
    """Called between steps; raises ``Cancelled`` when the person stopped the work."""

    def __call__(self, done: int, total: int, note: str = "") -> None:
        """Tell that ``done`` of ``total`` steps are finished; ``note`` names the one at hand."""


def silent(done: int, total: int, note: str = "") -> None:
    """Tell nobody."""
