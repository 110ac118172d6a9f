"""The table of guests: what is chosen stays chosen when rows move, and the columns are the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from checkin.model import GuestId
from checkin.ui.guests.columns import COLUMNS, fitting, titles
from checkin.ui.guests.model import GuestsModel, Index
from checkin.ui.shell.controls import menu, on_key
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import font
from checkin.words import Words

ROW_HEIGHT = 40
STATE_KEY = "guests/columns-1"
SHOWN_KEY = "guests/shown-1"
"""Where the header keeps itself, and which columns were chosen; the number goes up when the columns change."""

BADGES_KEY = "Ctrl+Shift+P"
ONE_PERSON_KEY = "Ctrl+J"

PAIR = 2

_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def share_out(columns: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Widths that fill ``room``, from each column's wanted and least width; never less than the least.

    >>> share_out([(200, 100), (100, 80)], 330)
    [220, 110]
    >>> share_out([(200, 100), (100, 80)], 240)
    [150, 90]
    """
    wanted, least = sum(wide for wide, _ in columns), sum(low for _, low in columns)
    if room >= wanted > 0:
        widths = [wide * room // wanted for wide, _ in columns]
    elif wanted > least:
        give = max(0, room - least) / (wanted - least)
        widths = [low + int((wide - low) * give) for wide, low in columns]
    else:
        widths = [low for _, low in columns]
    if widths and room > sum(widths) and room >= least:
        widths[-1] += room - sum(widths)
    return widths


class GuestsTable(QTableView):
    """The view.

    Signals:
        opened: A guest is to be shown; carries the id.
        pointed: Another row is current; carries the id.
        typed: Somebody types a name; carries the letters.
        badges_wanted: Badges of those whose rows are marked are to be printed; carries their ids.
        one_person_wanted: The two whose rows are marked are one person; carries their ids.
    """

    opened = Signal(object)
    pointed = Signal(object)
    badges_wanted = Signal(list)
    one_person_wanted = Signal(list)
    typed = Signal(str)

    def __init__(self, model: GuestsModel, settings: Settings, t: Words) -> None:
        """Show ``model`` with the columns that were chosen last."""
        super().__init__()
        self._model = model
        self._settings = settings
        self._t = t
        self._wanted = [column.width for column in COLUMNS]
        self._chosen = {place for place, column in enumerate(COLUMNS) if column.shown}
        self._fitting = False
        self._kept: tuple[set[GuestId], GuestId | None] = (set(), None)
        self.setModel(model)
        self.setFont(font(13))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setCornerButtonEnabled(False)
        self._dress_header()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.activated.connect(self._activated)
        on_key(self, BADGES_KEY, self.want_badges)
        on_key(self, ONE_PERSON_KEY, self.want_one_person)

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setMinimumSectionSize(56)
        header.setStretchLastSection(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, column.width)
        kept = self._settings.state(STATE_KEY)
        if not kept.isEmpty() and header.restoreState(kept):
            keys = self._settings.text(SHOWN_KEY).split()
            self._chosen = {place for place, column in enumerate(COLUMNS) if column.key in keys or not place}
            self._wanted = [header.sectionSize(place) or column.width for place, column in enumerate(COLUMNS)]
        header.setSortIndicatorShown(True)
        if header.sortIndicatorSection() >= len(COLUMNS) or kept.isEmpty():
            header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(lambda: header.setSortIndicatorShown(True))
        for change in (header.sectionMoved, header.sortIndicatorChanged):
            change.connect(self._keep_columns)

    # --- columns ---

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column; the name stays."""
        if place:
            self._chosen = self._chosen | {place} if shown else self._chosen - {place}
            self._fit()
            self._keep_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each column its wanted width, and share out what is left over or missing, down to the least."""
        room = self.viewport().width()
        shown = fitting(self._chosen, room)
        widths = share_out([(self._wanted[place], COLUMNS[place].least) for place in shown], room)
        self._fitting = True
        for place in range(len(COLUMNS)):
            self.setColumnHidden(place, place not in shown)
        for place, width in zip(shown, widths, strict=True):
            self.setColumnWidth(place, width)
        self._fitting = False

    def _resized(self, place: int, _old: int, width: int) -> None:
        if not self._fitting and width:
            self._wanted[place] = width
            self._keep_columns()

    def offer_columns_at(self, where: QPoint) -> None:
        """Open the choice of columns at a place of the screen."""
        choice = menu(self)
        choice.setProperty("checks", "true")
        for place, title in enumerate(titles(self._t)):
            if not place:
                continue
            action = QAction(title, choice)
            action.setCheckable(True)
            action.setChecked(place in self._chosen)
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown=shown))
            choice.addAction(action)
        choice.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choice.popup(where)

    def _offer_columns(self, where: QPoint) -> None:
        self.offer_columns_at(self.horizontalHeader().mapToGlobal(where))

    def _keep_columns(self) -> None:
        self._settings.keep(SHOWN_KEY, " ".join(COLUMNS[place].key for place in sorted(self._chosen)))
        self._settings.keep(STATE_KEY, self.horizontalHeader().saveState())

    # --- who is chosen ---

    def current_guest(self) -> GuestId | None:
        """Who the current row shows."""
        row = self.currentIndex().row()
        return self._model.guest_at(row) if 0 <= row < self._model.rowCount() else None

    def selected_guests(self) -> list[GuestId]:
        """Everybody whose row is marked, from top to bottom."""
        return [self._model.guest_at(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def want_badges(self) -> None:
        """Ask for the badges of everybody whose row is marked."""
        if guest_ids := self.selected_guests():
            self.badges_wanted.emit(guest_ids)

    def want_one_person(self) -> None:
        """Say that the two whose rows are marked are one person."""
        if len(guest_ids := self.selected_guests()) == PAIR:
            self.one_person_wanted.emit(guest_ids)

    def offer_for_marked(self, where: QPoint) -> QMenu:
        """Open, at a place of the screen, the menu of what can be done for those whose rows are marked."""
        offered, marked = menu(self), len(self.selected_guests())
        badges = offered.addAction(self._t.plural("Print the badge", "Print the badges of these {count}", marked))
        badges.setShortcut(QKeySequence(BADGES_KEY))
        badges.setEnabled(marked > 0)
        badges.triggered.connect(self.want_badges)
        same = offered.addAction(self._t("These two are one person…"))
        same.setShortcut(QKeySequence(ONE_PERSON_KEY))
        same.setEnabled(marked == PAIR)
        same.triggered.connect(self.want_one_person)
        offered.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered.popup(where)
        return offered

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done for those whose rows are marked, from mouse and keyboard."""
        self.offer_for_marked(event.globalPos())

    def choose(self, guest_id: GuestId) -> None:
        """Mark one guest and bring the row into view."""
        row = self._model.row_of(guest_id)
        if row is not None:
            marks = QItemSelectionModel.SelectionFlag  # selectRow would heed a Ctrl that is still held
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), marks.ClearAndSelect | marks.Rows)
            self.scrollTo(self._model.index(row, 0))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell who is current now."""
        super().currentChanged(current, previous)
        guest_id = self.current_guest()
        if guest_id is not None:
            self.pointed.emit(guest_id)

    def _remember(self) -> None:
        chosen = {self._model.guest_at(index.row()) for index in self.selectionModel().selectedRows()}
        self._kept = (chosen, self.current_guest())

    def _recall(self) -> None:
        chosen, current = self._kept
        marks = QItemSelectionModel.SelectionFlag
        for guest_id in chosen:
            row = self._model.row_of(guest_id)
            if row is not None:
                self.selectionModel().select(self._model.index(row, 0), marks.Select | marks.Rows)
        row = None if current is None else self._model.row_of(current)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._model.index(row, 0), marks.NoUpdate)

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.guest_at(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row on every platform; Home and End go to the ends; letters begin a search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            guest_id = self.current_guest()
            if guest_id is not None:
                self.opened.emit(guest_id)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            self.selectRow(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & _WITH:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
