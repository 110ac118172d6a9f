"""The second page of an import: what each column of the file says, why that was guessed, and other choices."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from checkin import field_words
from checkin.intake.columns import FIELDS
from checkin.intake.grounds import Ground, ground
from checkin.intake.registrations import Intake
from checkin.ui.guests.sheet_boxes import SheetBoxes
from checkin.ui.guests.status_choices import questions
from checkin.ui.guests.taken_notice import Taken, TakenNotice
from checkin.ui.shell.controls import round_popup, rule
from checkin.ui.shell.labels import ElidedLabel, PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

PLATFORMS = {
    "pretix": "pretix", "pretix_checkin": "pretix", "pretix_orders": "pretix", "pretix_fees": "pretix",
    "alfio": "alf.io", "hi_events": "Hi.Events", "helloasso": "HelloAsso", "google_forms": "Google Forms",
    "microsoft_forms": "Microsoft Forms", "eventbrite_checkin": "Eventbrite", "eventbrite_orders": "Eventbrite",
    "ticket_tailor_orders": "Ticket Tailor", "woocommerce": "WooCommerce",
}  # fmt: skip
"""What platforms call themselves, where that is not their format's name with capitals."""

ANSWER = ""
"""The choice of a column that fills no field: it is kept with the guest as an answer."""


class ColumnsStep(QFrame):
    """One line a column.

    Signals:
        sheet_chosen: Another sheet of the workbook is to be read; carries its name.
        sheets_chosen: Other sheets are to be read together; carries their names.
        mapped: A column was given another meaning; carries field to header, "" for a field that is not to be read.
        meant: A word of the status column means something else; carries the word and a ``Standing``.
    """

    sheet_chosen = Signal(str)
    sheets_chosen = Signal(object)
    mapped = Signal(object)
    meant = Signal(str, object)

    def __init__(self, theme: Theme, t: Words) -> None:
        """Start with no file."""
        super().__init__()
        self._t = t
        self._read: Intake | None = None
        self._chosen: dict[str, str] = {}
        self._remembered = False
        self._asking = ""
        self.setProperty("role", "surface")
        self._sheet_words = PlainLabel(role="small")
        self.sheet = QComboBox()
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sheet.setProperty("scale", "small")
        round_popup(self.sheet)
        self._note = PlainLabel(role="quiet")
        self._note.setWordWrap(True)
        self.notice = TakenNotice(theme, t)
        self.notice.given_back.connect(self._give_back)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes: dict[str, QComboBox] = {}
        self.sheet.textActivated.connect(self.sheet_chosen)
        self.sheets = SheetBoxes(t)
        self.sheets.chosen.connect(self.sheets_chosen)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._note, 1)
        above.addWidget(self._sheet_words)
        above.addWidget(self.sheet)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 12, 12)
        box.setSpacing(12)
        box.addLayout(above)
        box.addWidget(self.sheets)
        box.addWidget(self.notice)
        box.addWidget(self._scroll, 1)

    def begin(self) -> None:
        """Another file comes: nothing of the one before is shown, and its first columns are what is seen first."""
        self._read = None
        self.notice.tell(None)

    def show_read(self, read: Intake, chosen: Mapping[str, str], *, remembered: bool) -> None:
        """Show the columns of a file that was read.

        Args:
            read: What the reader made of it.
            chosen: What was said about its columns, from field to header.
            remembered: Whether that was said about an earlier file with the same columns.
        """
        within = QApplication.focusWidget()
        self._asking = within.objectName() if within is not None and self.isAncestorOf(within) else ""
        place = self._scroll.verticalScrollBar().value() if self._read is not None else 0
        self._read, self._chosen, self._remembered = read, dict(chosen), remembered
        self.retranslate()
        self._scroll.verticalScrollBar().setValue(place)

    def resume(self) -> None:
        """Give the keyboard back to the question that was answered, after the file was read anew."""
        asked = self.findChild(QWidget, self._asking) if self._asking else None
        if asked is not None:
            asked.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t, read = self._t, self._read
        if read is None:
            return
        self.notice.retranslate()
        self._sheet_words.setText(t("Sheet"))
        self.sheet.setAccessibleName(t("Sheet"))
        self.sheets.show_read(read)
        several = len(read.sheets) > 1 and not SheetBoxes.offered(read)
        self.sheet.setVisible(several)
        self._sheet_words.setVisible(several)
        self.sheet.clear()
        self.sheet.addItems(list(read.sheets))
        self.sheet.setCurrentText(read.sheet)
        self._note.setText(self._about(read))
        self._fill(read)

    def _about(self, read: Intake) -> str:
        t = self._t
        if self._remembered:
            return t("The same columns as in an earlier file: they mean what you said then.")
        if read.format == "chat":
            return t("Messages of a chat. On the list is who says that they come, or who stands on its longest list.")
        if read.format != "generic":
            return t(
                "Looks like an export of {platform}.",
                platform=PLATFORMS.get(read.format, read.format.replace("_", " ").title()),
            )
        return t("Look over what each column says. What fills no field is kept with the guest all the same.")

    def _fill(self, read: Intake) -> None:
        t = self._t
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, share in enumerate((3, 4, 3)):
            grid.setColumnStretch(column, share)
        for column, word in enumerate((t("Column of the file"), t("For example"), t("Says"))):
            grid.addWidget(PlainLabel(word, "caption"), 0, column)
        field_of = {header: name for name, header in read.columns.items()}
        field_of |= {header: name for name, headers in read.also.items() for header in headers}
        names = field_words.fields(t)
        self.boxes = {}
        # What was guessed comes first: that is what has to be looked over.
        ordered = sorted(read.headers, key=lambda header: field_of.get(header) not in FIELDS)
        for place, header in enumerate(ordered):
            row = 1 + 2 * place
            grid.addWidget(rule(), row, 0, 1, 3)
            name = field_of[header] if field_of.get(header) in FIELDS else ANSWER
            samples = QVBoxLayout()
            samples.setSpacing(0)
            for value in read.sample_values.get(header, ()) or ("–",):
                samples.addWidget(ElidedLabel(" ".join(value.split()), "quiet"))
            grid.addLayout(samples, row + 1, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(ElidedLabel(header, "strong" if name else "small"), row + 1, 0, Qt.AlignmentFlag.AlignTop)
            chosen = QVBoxLayout()
            chosen.setSpacing(2)
            chosen.addWidget(self._box(header, name, names))
            why = PlainLabel(self._why(name, header, read), "quiet")
            why.setWordWrap(True)
            chosen.addWidget(why)
            if name == "status" and header == read.columns["status"] and read.statuses:
                chosen.addWidget(questions(read.statuses, self.meant.emit, t))
            grid.addLayout(chosen, row + 1, 2)
        grid.setRowStretch(1 + 2 * len(ordered), 1)
        self._scroll.setWidget(inside)

    def _box(self, header: str, name: str, names: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        box.setProperty("scale", "small")
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]  # scrolling must not change it
        round_popup(box)
        box.addItem(self._t("Kept as an answer"), ANSWER)
        for field in sorted(FIELDS, key=lambda one: names.get(one, one).casefold()):
            box.addItem(names.get(field, field), field)
        box.setCurrentIndex(max(0, box.findData(name)))
        box.setAccessibleName(header)
        box.setObjectName(f"column {header}")
        box.activated.connect(lambda _at, header=header, box=box: self._choose(header, str(box.currentData())))
        self.boxes[header] = box
        return box

    def _choose(self, header: str, name: str) -> None:
        """A column means something else from now on; what it meant before is read from nowhere, or elsewhere."""
        read = self._read
        if read is None:
            return
        chosen = {field: said for field, said in self._chosen.items() if said != header}
        before = next((field for field, said in read.columns.items() if said == header), None)
        mine = [field for field, said in self._chosen.items() if said == header]
        if before is not None and before != name and before not in mine:
            chosen[before] = (read.also.get(before) or ("",))[0]
        if name and chosen.get(name) != "":
            chosen[name] = header
        elif name:  # it was taken from this field before, and goes back to it
            del chosen[name]
        was = read.columns.get(name, "")
        taken = Taken(name, was, header, self._chosen) if name and was not in ("", header) else None
        self.notice.tell(taken)
        self._chosen = chosen
        self.mapped.emit(chosen)

    def _give_back(self, before: dict[str, str]) -> None:
        self._asking = ""
        self._chosen = before
        self.mapped.emit(before)

    def restyle(self) -> None:
        """Follow the theme."""
        self.notice.restyle()

    def _why(self, name: str, header: str, read: Intake) -> str:
        t = self._t
        if not name:
            return t("empty") if not read.sample_values.get(header) else ""
        if read.format == "chat" and self._chosen.get(name) != header:
            return ""
        words = {
            Ground.CHOSEN: t("as you said for an earlier file") if self._remembered else t("you said so"),
            Ground.FORMAT: t("this platform always calls it so"),
            Ground.HEADER: t("from the name of the column"),
            Ground.QUESTION: t("from a word in the column's name"),
            Ground.CONTENT: t("from what its cells look like"),
        }
        return words[ground(name, header, read.format, self._chosen)]
