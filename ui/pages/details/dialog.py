"""Lays out what is known of a Source: fields to correct, and under them where it is from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.source import SourceKind
from ui.i18n import tr
from ui.pages.details.presenter import Details, DetailsPresenter, Fields
from ui.widgets.date_field import DateField
from ui.widgets.text_fields import LineField

_WIDTH = 620


class DetailsDialog(QDialog):
    """Opened with ``open()``, once for each time that details are asked for."""

    def __init__(self, presenter: DetailsPresenter, details: Details, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._source = details.source
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Details of the source"))
        self.setMinimumWidth(_WIDTH)
        self.title = LineField(tr("Title"))
        self.publisher = LineField(tr("Publisher"), tr("Not known"))
        self.authors = LineField(tr("Authors"), tr("Names, with semicolons between them"))
        self.date = DateField(tr("Day of publication"))
        self.basis = QLabel()
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind"))
        for kind, name in presenter.kinds():
            self.kind.addItem(name, kind)
        self.save_button = QPushButton(tr("Save"))
        self._lay_out(details)
        self._show(details.fields)
        self._connect()
        self._on_edited()

    def _lay_out(self, details: Details) -> None:
        form = _form()
        form.addRow(tr("Title"), self.title)
        form.addRow(tr("Publisher"), self.publisher)
        form.addRow(tr("Authors"), self.authors)
        form.addRow(tr("Published"), self.date)
        self.basis.setProperty("role", "muted")
        self.basis.setWordWrap(True)
        self.basis.setAlignment(Qt.AlignmentFlag.AlignTop)
        form.addRow("", self.basis)
        form.addRow(tr("Kind"), self.kind)
        for name, words in details.facts:
            form.addRow(_label(name, "muted"), _label(words, ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(14)
        column.addLayout(form)
        if details.notices:
            notices = QVBoxLayout()
            notices.setSpacing(4)
            notices.addWidget(_label(tr("Noticed while it was read"), "heading"))
            for notice in details.notices:
                notices.addWidget(_label(notice, ""))
            column.addLayout(notices)
        column.addStretch()
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        buttons.accepted.connect(self._on_save)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show(self, fields: Fields) -> None:
        self.title.setText(fields.title)
        self.publisher.setText(fields.publisher)
        self.authors.setText(fields.authors)
        for line in (self.title, self.publisher, self.authors):
            line.setCursorPosition(0)
        self.date.show_date(fields.published)
        self.kind.setCurrentIndex(self.kind.findData(fields.kind))

    def _connect(self) -> None:
        line: QLineEdit
        for line in (self.title, self.publisher, self.authors):
            line.textEdited.connect(self._on_edited)
        self.date.edited.connect(self._on_edited)
        self.kind.currentIndexChanged.connect(self._on_edited)
        self._presenter.allowed.connect(self._on_edited)

    def _fields(self) -> Fields:
        """Return what stands in the fields. Raises ValueError where the day is none."""
        return Fields(
            self.title.text(),
            self.publisher.text(),
            self.authors.text(),
            self.date.typed(),
            SourceKind(self.kind.currentData()),
        )

    def _on_edited(self) -> None:
        try:
            fields = self._fields()
        except ValueError:
            self.basis.setText(tr("This is no day. Write it as 2026-03-14, or leave it empty."))
            why_not = tr("Correct the day first")
        else:
            self.basis.setText(self._presenter.basis(self._source, fields.published))
            why_not = self._presenter.why_not(self._source, fields)
        self.save_button.setEnabled(not why_not)
        self.save_button.setToolTip(
            why_not or tr("Keep the corrections; statements and events are found anew")
        )

    def _on_save(self) -> None:
        self._presenter.save(self._source.id, self._fields())
        self.accept()


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    form.setHorizontalSpacing(14)
    form.setVerticalSpacing(8)
    return form


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
