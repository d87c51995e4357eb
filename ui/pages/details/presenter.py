"""Decides what is shown of a Source in words, and what a correction of it means."""

import datetime as dt
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale, QObject, Signal

from briefing.model.source import SET_ASIDE, DateBasis, Source, SourceKind
from ui.i18n import counted, tr
from ui.session.citations import source_of
from ui.session.planner import Planner
from ui.session.session import Session
from ui.session.words import date_basis, source_interval, source_kind


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person can correct; authors are parted by semicolons."""

    title: str
    publisher: str
    authors: str
    published: dt.date | None
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Details:
    """What the dialog shows of a Source."""

    source: Source
    fields: Fields
    facts: tuple[tuple[str, str], ...]  # name and words
    notices: tuple[str, ...]


class DetailsPresenter(QObject):
    """Corrections go over the undo stack; what was found in the Source is found anew."""

    shown = Signal(object)  # Details
    allowed = Signal(str)  # why nothing can be kept now; empty when it can

    def __init__(self, session: Session, planner: Planner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._planner = planner
        planner.allowed.connect(self.allowed)

    def show(self, source_id: str) -> None:
        """Show what is known of a Source."""
        source = source_of(self._session.evidence, source_id)
        if source:
            self.shown.emit(Details(source, _fields(source), _facts(source), source.notices))

    def kinds(self) -> tuple[tuple[SourceKind, str], ...]:
        """Return the kinds that a Source can be of, with their names."""
        return tuple((kind, source_kind(kind)) for kind in SourceKind)

    def why_not(self, source: Source, fields: Fields) -> str:
        """Say why these fields cannot be kept; empty when they can."""
        if _revised(source, fields) == source:
            return tr("Nothing is changed")
        return self._planner.why_not()

    def basis(self, source: Source, published: dt.date | None) -> str:
        """Return what a day rests on, and what is known where there is no day."""
        if published and published == source.published:
            return tr("The day is {basis}.", basis=date_basis(source.published_basis))
        if published:
            return tr("The day will be kept as given by hand.")
        interval = source_interval(source)
        if interval:
            return tr("The day is not known. It was published {interval}.", interval=interval)
        return tr("The day is not known.")

    def save(self, source_id: str, fields: Fields) -> None:
        """Keep what was corrected."""
        source = source_of(self._session.evidence, source_id)
        if source and not self.why_not(source, fields):
            self._planner.revise(_revised(source, fields), tr("Change source details"))


def _fields(source: Source) -> Fields:
    return Fields(
        source.title,
        source.publisher or "",
        "; ".join(source.authors),
        source.published,
        source.kind,
    )


def _revised(source: Source, fields: Fields) -> Source:
    revised = replace(
        source,
        title=_line(fields.title),
        publisher=_line(fields.publisher) or None,
        authors=tuple(name for one in fields.authors.split(";") if (name := _line(one))),
        kind=fields.kind,
    )
    if fields.published == source.published:
        return revised
    basis = DateBasis.GIVEN if fields.published else DateBasis.UNKNOWN
    return replace(
        revised,
        published=fields.published,
        published_basis=basis,
        published_from=None,
        published_until=None,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _facts(source: Source) -> tuple[tuple[str, str], ...]:
    aside = sum(passage.kind in SET_ASIDE for passage in source.passages)
    text = len(source.passages) - aside
    said = tr("and {n} set aside", n=f"{aside:,}") if aside else tr("none set aside")
    passages = f"{counted(text, '{n} passage', '{n} passages')}, {said}"
    facts = (
        (tr("File"), source.path if source.path != source.url else ""),
        (tr("Web address"), source.url or ""),
        (tr("Language"), _language(source.language)),
        (tr("Text"), passages),
    )
    return tuple((name, words) for name, words in facts if words)


def _language(code: str) -> str:
    """Return the name of a language; what Qt does not know goes by its code."""
    found = QLocale(code).language()
    return code if found is QLocale.Language.C else QLocale.languageToString(found)
