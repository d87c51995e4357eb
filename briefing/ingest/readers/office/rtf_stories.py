"""The paragraphs and tables of RTF, whose rows and cells have ends and no beginnings."""

from briefing.ingest.readers.office.story import Story
from briefing.model.source import PassageKind


class Telling:
    """A story of RTF on the way: text, a note, a comment, a text box, or heads and feet.

    ``name`` says which of them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.story = Story()
        self._is_open = False
        # For each table around the place, whether one of its cells is open.
        self._cells: list[bool] = []

    def say(self, text: str, depth: int, kind: PassageKind | None) -> None:
        """Add characters to the paragraph, which begins with them in so many tables."""
        if not self._is_open:
            self._reach(depth)
            self.story.open_paragraph(kind)
            self._is_open = True
        self.story.say(text)

    def end_paragraph(self) -> None:
        """End the paragraph, if one has begun."""
        if self._is_open:
            self.story.close_paragraph()
            self._is_open = False

    def end_cell(self, depth: int) -> None:
        """End a cell in so many tables; an empty one has not been begun by anything."""
        self.end_paragraph()
        self._reach(depth)
        self.story.close_cell()
        self._cells[-1] = False

    def end_row(self, depth: int) -> None:
        """End a row in so many tables, and what is open inside it."""
        self.end_paragraph()
        while len(self._cells) >= depth:
            self._drop()

    def settle(self) -> None:
        """End everything that is open."""
        self.end_row(1)

    def _reach(self, depth: int) -> None:
        while len(self._cells) > depth:
            self._drop()
        while len(self._cells) < depth:
            self._open_cell()
            self.story.open_row()
            self._cells.append(False)
        self._open_cell()

    def _open_cell(self) -> None:
        if self._cells and not self._cells[-1]:
            self.story.open_part()
            self._cells[-1] = True

    def _drop(self) -> None:
        if self._cells.pop():
            self.story.close_cell()
        self.story.close_row()
