"""The guests page: everybody in one table, with a search, four groups, and a panel for one person or one import."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin.changes import Change, Kind
from checkin.desk.outcomes import ImportReport
from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.guests.columns import COLUMNS, Condition, Group, condition_of
from checkin.ui.guests.exporting import ExportButton
from checkin.ui.guests.import_pages import ImportPages
from checkin.ui.guests.importing import ImportPanel
from checkin.ui.guests.model import GuestsModel
from checkin.ui.guests.one_person_dialog import make_one
from checkin.ui.guests.pasting import pasted
from checkin.ui.guests.person import PersonPanel
from checkin.ui.guests.table import GuestsTable
from checkin.ui.shell.controls import Button, Segmented, on_key
from checkin.ui.shell.dropping import ENDINGS
from checkin.ui.shell.empty import EmptyState
from checkin.ui.shell.header import PageHeader
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words

PAUSE = 120
"""Milliseconds without a key before the search runs."""

MOST_FOUND = 500
"""Nobody reads further down than this; a longer query says more."""


class GuestsPage(QWidget):
    """Everybody registered, and what is known about each."""

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings) -> None:
        """Build the page round an empty table."""
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self._settings = settings
        self._dots: dict[str, QPixmap] = {}
        self.model = GuestsModel(t, self)
        self.model.mark = self._mark
        self.table = GuestsTable(self.model, settings, t)
        self.header = PageHeader()
        self.search = QLineEdit()
        self.search.setProperty("role", "search")
        self.search.setClearButtonEnabled(False)
        self.groups = Segmented([str(group) for group in Group])
        self._import = Button(theme, "import", "primary")
        self.out = ExportButton(bridge, theme, t, settings)
        self._columns = Button(theme, "columns", "ghost", scale="icon")
        self._nobody = PlainLabel(role="quiet")
        self.empty = EmptyState(theme, "guests", "import")
        self.person = PersonPanel(bridge, theme, t)
        self.importing = ImportPanel(theme, t)
        self.pages = ImportPages(bridge, theme, t, settings)
        self._pause = QTimer(self)
        self._build()
        self._listen()
        self.retranslate()
        self.refresh()

    # --- building ---

    def _build(self) -> None:
        self.header.controls.addWidget(self.out)
        self.header.controls.addWidget(self._import)
        self.search.setMinimumWidth(200)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.groups)
        tools.addWidget(self._columns)
        sheet = QFrame()
        sheet.setProperty("role", "surface")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(6, 2, 6, 6)
        inside.addWidget(self.table)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setParent(self.table.viewport())
        self.importing.hide()
        self.person.hide()
        across = QHBoxLayout()
        across.setSpacing(16)
        for part, share in ((sheet, 1), (self.person, 0), (self.importing, 0)):
            across.addWidget(part, share)
        listing = QWidget()
        column = QVBoxLayout(listing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(tools)
        column.addLayout(across, 1)
        self._body = QStackedWidget()
        self._body.addWidget(self.empty)
        self._body.addWidget(listing)
        self._body.addWidget(self.pages)
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 24, 32, 32)
        page.setSpacing(16)
        page.addWidget(self.header)
        page.addWidget(self._body, 1)

    def _listen(self) -> None:
        self._bridge.changed.connect(self._changed)
        self._bridge.preparing.append(self.model.prepare)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.groups.chosen.connect(lambda key: self.model.show_group(Group(key)))
        self._import.clicked.connect(self._ask_file)
        self.empty.button.clicked.connect(self._ask_file)
        self._columns.clicked.connect(self._offer_columns)
        self.table.opened.connect(self.show_person)
        self.table.pointed.connect(self._follow)
        self.table.typed.connect(self._typed)
        self.table.one_person_wanted.connect(
            lambda people: make_one(self.table, self._bridge, self._theme, self._t, people)
        )
        self.person.closed.connect(self._close_panel)
        self.person.check_in_chosen.connect(self._bridge.admit)
        self.importing.closed.connect(self._close_panel)
        self.importing.undo_chosen.connect(self._bridge.undo)
        self.pages.closed.connect(self._leave_import)
        self.pages.finished.connect(self._imported)
        self.pages.file_wanted.connect(self._ask_file)
        on_key(self, "Ctrl+F", self._seek)
        on_key(self, "Ctrl+I", self._ask_file)
        on_key(self, "Ctrl+Shift+E", self.out.offer)
        on_key(self, "Ctrl+Shift+C", self._offer_columns)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._say_nobody)

    # --- showing ---

    def refresh(self) -> None:
        """Another event is open."""
        self._body.setCurrentIndex(0)
        self.search.clear()
        self._pause.stop()
        self.model.open(self._bridge.book)
        self._close_panel()
        self._say_counts()

    def show_person(self, guest_id: GuestId) -> None:
        """Open the panel for one person."""
        self.importing.hide()
        self.person.show_guest(guest_id)
        self.person.show()
        self.table.choose(guest_id)

    def _follow(self, guest_id: GuestId) -> None:
        if self.person.isVisible() and self.person.guest_id != guest_id:
            self.person.show_guest(guest_id)

    def _close_panel(self) -> None:
        within = QApplication.focusWidget()
        leaving = within is not None and any(panel.isAncestorOf(within) for panel in (self.person, self.importing))
        self.person.hide()
        self.importing.hide()
        if leaving:
            self.table.setFocus()
        self._show_body()

    def _show_body(self) -> None:
        book = self._bridge.book
        if self._body.currentWidget() is self.pages:
            return
        listed = (book is not None and bool(book.guests)) or not self.importing.isHidden()
        self._body.setCurrentIndex(1 if listed else 0)
        self._import.setVisible(listed)
        self.out.setVisible(listed)
        self.setFocusProxy(self.table if listed else self.empty.button)

    def _changed(self, change: Change) -> None:
        self.model.apply(change)
        if self.person.isVisible():
            self.person.refresh()
        if change.kind is Kind.UNDONE and self.importing.report is not None:
            undone = self.importing.report.change
            if undone is not None and change.undoes == undone.seq:
                self.importing.hide()
        self._say_counts()

    def _typed(self, letters: str) -> None:
        if self.search.hasFocus():
            self.search.insert(letters)
        else:
            self.search.setFocus()
            self.search.setText(letters)

    def _find(self) -> None:
        query = self.search.text().strip()
        book = self._bridge.book
        self.table.horizontalHeader().setSortIndicatorShown(not query)
        if book is None or not query:
            self.model.show_found(None)
            return
        self.model.show_found([GuestId(hit.id) for hit in book.find(query, MOST_FOUND)])
        if self.model.rowCount():
            self.table.scrollToTop()

    def _mark(self, guest_id: GuestId, column: int) -> QPixmap | None:
        book = self._bridge.book
        if book is None or COLUMNS[column].key != "state":
            return None
        condition = condition_of(book.guests[guest_id])
        if condition not in self._dots:
            self._dots[condition] = self._dot(condition)
        return self._dots[condition]

    def _dot(self, condition: Condition) -> QPixmap:
        palette = self._theme.palette
        colours = {
            Condition.ARRIVED: palette.accent,
            Condition.LEFT: palette.left,
            Condition.UNPAID: palette.wait,
            Condition.NOT_CONFIRMED: palette.wait,
            Condition.CANCELLED: palette.stop,
            Condition.BLOCKED: palette.stop,
        }
        ratio = self.devicePixelRatioF()
        dot = QPixmap(round(10 * ratio), round(10 * ratio))
        dot.setDevicePixelRatio(ratio)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hollow = condition not in colours
        painter.setPen(QColor(palette.quiet) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else QColor(colours[condition]))
        painter.drawEllipse(1, 1, 8, 8)
        painter.end()
        return dot

    # --- words ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        t = self._t
        self.search.setPlaceholderText(t("Name, company, @handle…"))
        self.search.setAccessibleName(t("Search guests"))
        self.search.setToolTip(t("Search guests (Ctrl+F)"))
        self.table.setAccessibleName(t("Guests"))
        self._import.retitle(t("Import…"), t("Import registrations, or drop the file on the window (Ctrl+I)"))
        self._columns.retitle("", t("Choose columns (Ctrl+Shift+C)"))
        endings = ", ".join(ending[1:].upper() for ending in ENDINGS if ending != ".txt")
        self.empty.retitle(
            t("The guest list goes here"),
            t(
                "Drop the file of your registration platform anywhere on the window ({endings}), or copy the rows in a "
                "spreadsheet and paste them here (Ctrl+V).",
                endings=endings,
            ),
            t("Import…"),
            t("Choose a file (Ctrl+I)"),
        )
        self.model.retranslate()
        self.person.retranslate()
        self.importing.retranslate()
        self.out.retranslate()
        self.pages.retranslate()
        self._say_counts()

    def _say_counts(self) -> None:
        t, book = self._t, self._bridge.book
        everybody = 0 if book is None else len(book.guests)
        arrived = 0 if book is None else book.arrived
        coming = 0 if book is None else book.expected
        counts = {
            Group.ALL: (t("All"), everybody),
            Group.EXPECTED: (t("Expected"), coming - arrived),
            Group.ARRIVED: (t("Arrived"), arrived),
            Group.NOT_EXPECTED: (t("Not expected"), everybody - coming),
        }
        for group, (word, count) in counts.items():
            self.groups.retitle(str(group), f"{word} {t.number(count)}")
        self._show_body()
        self.header.say("" if book is None else book.event.name, self._line(everybody))
        self._say_nobody()

    def _line(self, everybody: int) -> str:
        t, book = self._t, self._bridge.book
        if book is None:
            return ""
        parts = [t.day(date.fromisoformat(book.event.day))] if book.event.day else []
        parts.append(t.plural("{count} registered", "{count} registered", everybody))
        return " · ".join(parts)

    def _say_nobody(self) -> None:
        t = self._t
        there = self.model.rowCount() > 0
        self._nobody.setVisible(not there)
        if not there:
            query = self.search.text().strip()
            self._nobody.setText(
                t("Nobody answers to “{query}”.", query=query) if query else t("Nobody in this group.")
            )
            self._nobody.setGeometry(self.table.viewport().rect())

    def restyle(self) -> None:
        """Follow the theme."""
        self._dots.clear()
        for part in (self._import, self.out, self._columns, self.empty, self.person, self.importing, self.pages):
            part.restyle()
        self.table.viewport().update()

    # --- importing ---

    def take_in(self, source: Path | str) -> None:
        """Take a registration file, or copied rows, through the three steps of an import."""
        self.person.hide()
        self.importing.hide()
        self._import.hide()
        self.out.hide()
        self._body.setCurrentWidget(self.pages)
        self.setFocusProxy(self.pages.next)
        title = self._t("Pasted from a spreadsheet") if isinstance(source, str) else source.name
        self.pages.begin(source, title)

    def _leave_import(self) -> None:
        self._body.setCurrentIndex(1)
        self._show_body()
        self.setFocus()

    def _imported(self, report: ImportReport) -> None:
        self.importing.show_report(self.pages.title, report)
        self.importing.show()
        self._leave_import()

    def paste(self) -> bool:
        """Import what was copied in a spreadsheet, if anything was."""
        source = pasted(QApplication.clipboard().mimeData())
        if source is None or self._bridge.book is None or self._body.currentWidget() is self.pages:
            return False
        self.take_in(source)
        return True

    def _ask_file(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        t = self._t
        title, files = t("Import registrations"), t("Registration files")
        folder = self._settings.text("import-folder", str(Path.home()))
        path, _ = QFileDialog.getOpenFileName(self, title, folder, f"{files} ({kinds})")
        if path:
            self._settings.keep("import-folder", str(Path(path).parent))
            self.take_in(Path(path))

    # --- keys ---

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _offer_columns(self) -> None:
        corner = self._columns.mapToGlobal(QPoint(0, self._columns.height() + 4))
        self.table.offer_columns_at(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V imports what was copied, Escape closes the panel or clears the search, Down goes to the list."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Paste) and self.paste():
            return
        if control and self.person.isVisible() and self.person.press(event.key()):
            return
        if event.key() == Qt.Key.Key_F2 and self.person.isVisible():
            self.person.edit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.person.isVisible() or self.importing.isVisible():
                self._close_panel()
            else:
                self.search.clear()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.rowCount():
            self.table.setFocus()
            self.table.selectRow(0)
        else:
            super().keyPressEvent(event)
