"""Decides what a search over the sentences finds."""

from PySide6.QtCore import QObject, Signal

from briefing.model.errors import BriefingError
from briefing.model.kept import MOST_FOUND
from briefing.model.source import Source
from ui.i18n import counted, tr
from ui.pages.find.columns import FoundRow
from ui.session.citations import sentence_of
from ui.session.session import Session


class FindPresenter(QObject):
    """Searches the open Library; looks again when its Sources change."""

    shown = Signal(object, str)  # tuple[FoundRow, ...], what to say about them
    reader_requested = Signal(str, str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = ""
        session.changed.connect(self._on_changed)

    def search(self, words: str) -> None:
        """Find the Sentences that hold the words."""
        self._words = words.strip()
        if not self._words:
            self.shown.emit((), "")
            return
        try:
            found = self._session.search(self._words)
        except BriefingError as error:
            self._session.errors.tell(error)
            return
        sources = {source.id: source for source in self._session.evidence.sources}
        rows = tuple(
            FoundRow(
                place, one, sources[one.source], sentence_of(sources[one.source], one.sentence)
            )
            for place, one in enumerate(found)
            if one.source in sources
        )
        none = tr("No sentence holds these words")
        said = counted(len(rows), "{n} sentence", "{n} sentences") if rows else none
        if len(found) >= MOST_FOUND:
            said = tr("The first {n} sentences, the best first", n=len(rows))
        self.shown.emit(rows, said)

    def read(self, row: FoundRow) -> None:
        """Open the Source at the Sentence."""
        self.reader_requested.emit(row.citation.source, row.citation.sentence)

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if Source in kinds and self._words:
            self.search(self._words)
