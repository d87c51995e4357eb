"""What stands inside a line."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set in italics."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words set in bold."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead elsewhere: ``#anchor`` of a Heading, or a web address."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Cite:
    """The numbers of the Notes that bear out the words before it."""

    numbers: tuple[int, ...]


Inline = Text | Emphasis | Strong | Link | Cite
Inlines = tuple[Inline, ...]
