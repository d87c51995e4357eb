"""Lays out the arrangement of the Briefing: fields, template, outline, own texts, in one column."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.i18n import tr
from ui.pages.arrangement.columns import OUTLINE_LOOK, OutlineRow, SlotRow
from ui.pages.arrangement.presenter import Arrangement, ArrangementPresenter
from ui.widgets.check_list import CheckList
from ui.widgets.date_field import DateField
from ui.widgets.empty_panel import EmptyPanel
from ui.widgets.text_fields import AreaField, LineField

_AREA_HEIGHT = 92
_ASK_TITLE = "What the briefing is about"


class ArrangementPage(QWidget):
    """Passive: what is typed goes to the presenter, what is so comes back."""

    def __init__(self, presenter: ArrangementPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.title = LineField(tr("Title"), tr(_ASK_TITLE))
        self.marking = LineField(tr("Marking"), tr("Such as: Internal"))
        self.template = QComboBox()
        self.template.setAccessibleName(tr("Template"))
        self.meeting: dict[str, LineField] = {
            "title": LineField(tr("Meeting"), tr("Such as: Working lunch")),
            "place": LineField(tr("Place")),
            "for_whom": LineField(tr("For"), tr("Who will read it")),
            "prepared_by": LineField(tr("Prepared by")),
        }
        self.date = DateField(tr("Date of the meeting"))
        self.outline: CheckList[OutlineRow] = CheckList(tr("Outline"), OUTLINE_LOOK)
        self.areas: dict[str, AreaField] = {}
        self._own = QVBoxLayout()
        self._own.setSpacing(5)
        self._own_hint = QLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def focus_title(self) -> None:
        """Make the title ready to be typed over."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def focus_slot(self, key: str) -> None:
        """Bring the field of a Slot into view, ready to be typed in."""
        area = self.areas.get(key)
        if area:
            self._scroll.ensureWidgetVisible(area)
            area.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Say now what is still to be said: the window is closing."""
        self.date.finish()
        for field in self._lines():
            field.finish()
        for area in self.areas.values():
            area.finish()

    def _lines(self) -> tuple[LineField, ...]:
        return (self.title, self.marking, *self.meeting.values())

    def _lay_out(self) -> None:
        form = QWidget()
        form.setObjectName("form")
        column = QVBoxLayout(form)
        column.setContentsMargins(14, 12, 14, 16)
        column.setSpacing(8)
        column.addWidget(_heading(tr("Briefing")))
        column.addLayout(self._briefing_fields())
        column.addSpacing(8)
        column.addWidget(_heading(tr("Meeting")))
        column.addLayout(self._meeting_fields())
        column.addSpacing(8)
        column.addWidget(_heading(tr("Outline")))
        column.addWidget(self.outline)
        column.addSpacing(8)
        column.addWidget(_heading(tr("Own text")))
        self._own_hint.setProperty("role", "muted")
        self._own_hint.setWordWrap(True)
        column.addWidget(self._own_hint)
        column.addLayout(self._own)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(form)
        nothing = EmptyPanel()
        nothing.say(tr("No briefing on the desk"), tr("Make one: Briefing, New."))
        self._stack.addWidget(nothing)
        self._stack.addWidget(self._scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)

    def _briefing_fields(self) -> QFormLayout:
        form = _form()
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Template"), self.template)
        form.addRow(tr("Marking"), self.marking)
        self.marking.setToolTip(tr("Printed at the top and bottom of every page"))
        return form

    def _meeting_fields(self) -> QFormLayout:
        form = _form()
        form.addRow(tr("Meeting"), self.meeting["title"])
        form.addRow(tr("Date"), self.date)
        form.addRow(tr("Place"), self.meeting["place"])
        form.addRow(tr("For"), self.meeting["for_whom"])
        form.addRow(tr("Prepared by"), self.meeting["prepared_by"])
        return form

    def _connect(self) -> None:
        ask = self._presenter
        ask.shown.connect(self._on_shown)
        ask.slots_shown.connect(self._on_slots)
        ask.title_suggested.connect(self._on_title)
        self.title.committed.connect(ask.set_title)
        self.marking.committed.connect(ask.set_marking)
        self.date.committed.connect(ask.set_meeting_date)
        for name, field in self.meeting.items():
            field.committed.connect(partial(ask.set_meeting_text, name))
        self.date.left.connect(ask.leave_field)
        for field in self._lines():
            field.left.connect(ask.leave_field)
        self.template.activated.connect(self._on_template)
        self.outline.toggled.connect(ask.show_section)
        self.outline.opened.connect(ask.go_to)

    def _on_title(self, title: str) -> None:
        self.title.setPlaceholderText(title or tr(_ASK_TITLE))

    def _on_template(self, place: int) -> None:
        self._presenter.set_template(self.template.itemData(place))

    def _on_shown(self, arrangement: Arrangement | None) -> None:
        self._stack.setCurrentIndex(1 if arrangement else 0)
        if not arrangement:
            return
        briefing = arrangement.briefing
        self.title.show_text(briefing.title)
        self.marking.show_text(briefing.marking)
        for name, field in self.meeting.items():
            field.show_text(getattr(briefing.meeting, name))
        self.date.show_date(briefing.meeting.date)
        self._show_templates(arrangement)
        self.outline.show_records(arrangement.outline)

    def _show_templates(self, arrangement: Arrangement) -> None:
        if self.template.count() != len(arrangement.templates):
            self.template.clear()
            for place, one in enumerate(arrangement.templates):
                self.template.addItem(one.name, one.id)
                self.template.setItemData(place, one.description, Qt.ItemDataRole.ToolTipRole)
        self.template.setCurrentIndex(self.template.findData(arrangement.briefing.template))
        chosen = self.template.currentData(Qt.ItemDataRole.ToolTipRole)
        self.template.setToolTip(str(chosen or ""))

    def _on_slots(self, shown: tuple[SlotRow, ...] | None) -> None:
        slots = shown or ()
        if tuple(self.areas) != tuple(one.key for one in slots):
            self._rebuild(slots)
        for one in slots:
            self.areas[one.key].show_text(one.text)
        hint = tr("No section of this outline leaves room for your own words.")
        if slots:
            hint = tr("Your own words stand apart from the sources' in the briefing.")
        elif shown is None:
            hint = tr("Room for your own words comes with the preview of the briefing.")
        self._own_hint.setText(hint)

    def _rebuild(self, slots: tuple[SlotRow, ...]) -> None:
        for area in self.areas.values():
            area.finish()
        while (item := self._own.takeAt(0)) is not None:
            widget = item.widget()
            if widget:
                widget.deleteLater()
        self.areas = {}
        for one in slots:
            label = QLabel(one.prompt)
            label.setWordWrap(True)
            area = AreaField(one.prompt)
            area.setFixedHeight(_AREA_HEIGHT)
            area.committed.connect(partial(self._presenter.set_own_text, one.key))
            area.left.connect(self._presenter.leave_field)
            self._own.addWidget(label)
            self._own.addWidget(area)
            self._own.addSpacing(4)
            self.areas[one.key] = area


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(10)
    form.setVerticalSpacing(7)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
