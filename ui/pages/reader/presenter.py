"""Decides what the reader shows: one Source, one Sentence marked, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefing.model.source import SET_ASIDE, Source
from ui.i18n import tr
from ui.pages.reader.html import is_set_aside
from ui.session.citations import sentence_of, source_of
from ui.session.session import Session
from ui.session.words import source_date, source_kind, source_title


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page shows. ``jump`` says that the marked Sentence is to be scrolled to."""

    source: Source
    sentence: str
    facts: str
    unfolded: bool
    has_aside: bool
    jump: bool
    back: str
    forward: str


class ReaderPresenter(QObject):
    """Walks back and forward like a browser."""

    shown = Signal(object)  # a Reading, or None when there is nothing to read
    opened = Signal()  # the person asked to read: the pane must be seen

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._walk: list[tuple[str, str]] = []
        self._at = -1
        self._unfolded = False
        session.changed.connect(self._on_changed)
        session.library_changed.connect(self._on_library)

    def open(self, source: str, sentence: str = "") -> None:
        """Show a Source, at a Sentence or from its beginning."""
        place = (source, sentence)
        if self._at < 0 or self._walk[self._at] != place:
            self._walk = [*self._walk[: self._at + 1], place]
            self._at = len(self._walk) - 1
        found = source_of(self._session.evidence, source)
        if found and sentence and is_set_aside(found, sentence):
            self._unfolded = True
        self.opened.emit()
        self._tell(jump=True)

    def back(self) -> None:
        """Go to what was read before."""
        self._step(-1)

    def forward(self) -> None:
        """Go to what was read after."""
        self._step(1)

    def unfold(self, wanted: bool) -> None:
        """Show what is set aside, or fold it."""
        if wanted != self._unfolded:
            self._unfolded = wanted
            self._tell(jump=False)

    def follow(self, _link: str) -> None:
        """Follow the one kind of link in the text: it asks to show what is set aside."""
        self.unfold(True)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._walk):
            self._at += by
            self._tell(jump=True)

    def _title(self, at: int) -> str:
        if not 0 <= at < len(self._walk):
            return ""
        source = source_of(self._session.evidence, self._walk[at][0])
        return source_title(source) if source else tr("a source that was removed")

    def _tell(self, *, jump: bool) -> None:
        if self._at < 0:
            self.shown.emit(None)
            return
        source_id, sentence = self._walk[self._at]
        source = source_of(self._session.evidence, source_id)
        if not source:
            self.shown.emit(None)
            return
        facts = [source.publisher, source_date(source, short=True), source_kind(source)]
        self.shown.emit(
            Reading(
                source,
                sentence if sentence_of(source, sentence) else "",
                " · ".join(one for one in facts if one),
                self._unfolded,
                any(one.kind in SET_ASIDE for one in source.passages),
                jump,
                self._title(self._at - 1),
                self._title(self._at + 1),
            )
        )

    def _on_changed(self, kinds: frozenset[type]) -> None:
        if Source in kinds:
            self._tell(jump=False)

    def _on_library(self) -> None:
        self._walk, self._at = [], -1
        self._tell(jump=False)
