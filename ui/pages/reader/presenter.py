"""Decides what the reader shows: one Source, one Sentence marked, and the way back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from briefing.model.ids import PassageId
from briefing.model.source import SET_ASIDE, Passage, PassageKind, Source
from ui.i18n import counted, tr
from ui.pages.reader.html import FOLD, TAKE_ALL_BACK, TAKE_BACK, UNFOLD, is_set_aside, runs
from ui.session.citations import sentence_of, source_of
from ui.session.planner import Planner
from ui.session.session import Session
from ui.session.words import source_date, source_kind, source_title

_LONGEST_NOTICE = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page shows. ``jump`` says that the marked Sentence is to be scrolled to."""

    source: Source
    sentence: str
    facts: str
    notices: str
    unfolded: bool
    has_aside: bool
    jump: bool
    back: str
    forward: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What can be done with some passages: make them another kind. ``why_not`` says why not now."""

    label: str
    tip: str
    why_not: str
    passages: frozenset[PassageId]
    kind: PassageKind
    done: str  # how it is called in the Undo menu


class ReaderPresenter(QObject):
    """Walks back and forward like a browser."""

    shown = Signal(object)  # a Reading, or None when there is nothing to read
    opened = Signal()  # the person asked to read: the pane must be seen
    details_requested = Signal(str)  # a Source
    refused = Signal(str)  # why what was asked for cannot be done now

    def __init__(self, session: Session, planner: Planner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._planner = planner
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

    def ask_details(self) -> None:
        """Ask for what is known of the Source."""
        source = self._source()
        if source:
            self.details_requested.emit(source.id)

    def follow(self, link: str) -> None:
        """Do what a link in the text asks for: show, hide, or take back what is set aside."""
        if link in (UNFOLD, FOLD):
            self.unfold(link == UNFOLD)
        elif link.startswith(TAKE_ALL_BACK):
            self._turn_at(link.removeprefix(TAKE_ALL_BACK), whole_run=True)
        elif link.startswith(TAKE_BACK):
            self._turn_at(link.removeprefix(TAKE_BACK), whole_run=False)

    def turns(self, place: str) -> tuple[Turn, ...]:
        """Return what can be done with the passage at a place of the text."""
        run = self._run_at(place)
        passage = next((one for one in run if one.id == place), None)
        if not passage:
            return ()
        if passage.kind not in SET_ASIDE:
            return (self._set_aside(passage),)
        # A line that stands for a folded run is the place of its first passage.
        one = () if len(run) > 1 and not self._unfolded else (self._take_back((passage,)),)
        return (*one, *((self._take_back(run),) if len(run) > 1 else ()))

    def do(self, turn: Turn) -> None:
        """Change the kind of passages; what was found in the Source is found anew."""
        source = self._source()
        if turn.why_not:
            self.refused.emit(turn.why_not)
        elif source:
            revised = self._session.use_cases.with_passages(source, turn.passages, turn.kind)
            self._planner.revise(revised, turn.done)

    def _turn_at(self, place: str, *, whole_run: bool) -> None:
        run = self._run_at(place)
        passages = run if whole_run else tuple(one for one in run if one.id == place)
        if passages:
            self.do(self._take_back(passages))

    def _take_back(self, passages: tuple[Passage, ...]) -> Turn:
        many = len(passages) > 1
        return Turn(
            counted(len(passages), "Take back", "Take all {n} back"),
            tr("Make it text of the source again, in which statements are looked for"),
            self._planner.why_not(),
            frozenset(one.id for one in passages),
            PassageKind.BODY,
            tr("Take back passages") if many else tr("Take back passage"),
        )

    def _set_aside(self, passage: Passage) -> Turn:
        return Turn(
            tr("Set aside"),
            tr("It is no part of the report: nothing is looked for in it any more"),
            self._planner.why_not(),
            frozenset({passage.id}),
            PassageKind.BOILERPLATE,
            tr("Set aside passage"),
        )

    def _run_at(self, place: str) -> tuple[Passage, ...]:
        source = self._source()
        every = runs(source) if source else []
        return next((run for run in every if any(one.id == place for one in run)), ())

    def _source(self) -> Source | None:
        if self._at < 0:
            return None
        return source_of(self._session.evidence, self._walk[self._at][0])

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
        source = self._source()
        if not source:
            self.shown.emit(None)
            return
        sentence = self._walk[self._at][1]
        self.shown.emit(
            Reading(
                source,
                sentence if sentence_of(source, sentence) else "",
                _facts(source),
                "\n".join(source.notices),
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


def _facts(source: Source) -> str:
    facts = [source.publisher, source_date(source, short=True), source_kind(source.kind)]
    if len(source.notices) == 1 and len(source.notices[0]) <= _LONGEST_NOTICE:
        facts.append(source.notices[0].removesuffix("."))
    elif source.notices:
        facts.append(counted(len(source.notices), "{n} note on reading", "{n} notes on reading"))
    return " · ".join(one for one in facts if one)
