"""The main window: the rail, the pages, and what reaches all of them (keys, messages, dropped files, language, theme).

Knows which pages there are and nothing of what they show.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin import phrases
from checkin.desk.outcomes import History, Outcome
from checkin.model import GuestId
from checkin.ui.bridge import Bridge
from checkin.ui.door.page import DoorPage
from checkin.ui.guests.page import GuestsPage
from checkin.ui.shell import late
from checkin.ui.shell.banner import Banner
from checkin.ui.shell.dropping import DropVeil, dropped_file
from checkin.ui.shell.lock import Lock
from checkin.ui.shell.locking import Locking
from checkin.ui.shell.messages import Messages
from checkin.ui.shell.new_event import NewEventPage
from checkin.ui.shell.occasions import Occasions
from checkin.ui.shell.rail import Rail
from checkin.ui.shell.rehearsal import RehearsalBand
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.station import StationPopup
from checkin.ui.shell.system_words import SystemWords
from checkin.ui.shell.theme import Theme
from checkin.ui.shell.welcome import WelcomePage
from checkin.words import Words

SMALLEST = (1024, 640)
RAIL = (("door", "door"), ("guests", "guests"), ("tables", "tables"), ("print", "print"))
"""Each page's key and icon, in the order of Ctrl+1 and on."""


class Page(Protocol):
    """What the window asks of a page."""

    def retranslate(self) -> None:
        """Say everything in the language in force."""

    def restyle(self) -> None:
        """Follow the theme."""

    def refresh(self) -> None:
        """Draw everything anew: another event is open."""


class MainWindow(QMainWindow):
    """The window."""

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings) -> None:
        """Build what the door needs and show where the last evening left off."""
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self._settings = settings
        self._station = settings.text("station")
        self._system = SystemWords(application(), t.language)
        self.rail = Rail(theme, RAIL)
        self.stack = QStackedWidget()
        self.rehearsal = RehearsalBand(bridge, theme, t)
        self.door = DoorPage(bridge, theme, t, settings)
        self.guests = GuestsPage(bridge, theme, t, settings)
        self.welcome = WelcomePage(bridge, theme, t)
        self.new_event = NewEventPage(bridge, theme, t)
        self.pages: dict[str, QWidget] = {
            "door": self.door,
            "guests": self.guests,
            "events": self.welcome,
            "new": self.new_event,
        }
        self._makers = late.makers(bridge, theme, t, settings, partial(self.show_page, "guests"))
        self._build()
        self.banner = Banner(theme, self.stack)
        self.messages = Messages(bridge, self.banner, t, self._station)
        self.occasions = Occasions(self, bridge, self.messages, t, settings)
        self.lock = Lock(settings, parent=self)
        self.locking = Locking(application(), self.lock, bridge, theme, t, self.door)
        self._veil = DropVeil(self.stack, t)
        self._actions()
        self._listen()
        self._restore_look()
        self._begin()

    # --- building ---

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        for page in self.pages.values():
            self._add(page)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.rehearsal)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)

    def _add(self, page: QWidget) -> None:
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        for line in page.findChildren(QLineEdit):
            line.setAcceptDrops(False)  # or it would take a dropped file for text
        self.stack.addWidget(page)

    def page_of(self, key: str) -> QWidget:
        """A page by its key; made now if nobody has turned to it yet."""
        if key not in self.pages:
            self.pages[key] = self._makers[key]()
            self._add(self.pages[key])
            late.settle_in()
        return self.pages[key]

    def _actions(self) -> None:
        for place, (key, _icon) in enumerate(RAIL, start=1):
            self._key(f"Ctrl+{place}", partial(self.show_page, key))
        self._key("Ctrl+E", lambda: self.show_page("events"))
        self._key("Ctrl+Z", self._undo)
        self._key("Ctrl+Shift+Z", self._redo)
        self._key("Ctrl+Y", self._redo)
        application().focusChanged.connect(self._focused)

    def _key(self, keys: str, act: Callable[[], None]) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        self.addAction(action)

    def _listen(self) -> None:
        self._bridge.opened.connect(self._opened)
        self._bridge.history.connect(self._history)
        self._bridge.decided.connect(self._decided)
        self._theme.changed.connect(self._restyle)
        self.rail.page_chosen.connect(self.show_page)
        self.rail.event_chosen.connect(lambda: self.show_page("events"))
        self.rail.language_chosen.connect(self.switch_language)
        self.rail.theme_chosen.connect(lambda: self.choose_theme(dark=not self._theme.palette.dark))
        self.rail.station_chosen.connect(self._name_station)
        self.rail.undo_chosen.connect(self._undo)
        self.rail.lock_chosen.connect(lambda: self.locking.toggle(self.rail.lock))
        self.lock.locked.connect(self._locked)
        self.door.staff_asked.connect(self._staff)
        self.door.scanner.scanned.connect(lambda _text: self.lock.used())
        self.rail.redo_chosen.connect(self._redo)
        self.welcome.new_chosen.connect(lambda: self.show_page("new"))
        self.welcome.sample_chosen.connect(self.occasions.open_sample)
        self.welcome.restore_chosen.connect(self.occasions.restore)
        self.welcome.backup_chosen.connect(self.occasions.backup)
        self.welcome.left.connect(self._back)
        self.new_event.left.connect(lambda: self.show_page("events"))
        self.guests.table.badges_wanted.connect(self._print_for)

    # --- pages ---

    def show_page(self, key: str) -> None:
        """Show a page by its key; with no event open only the events can be shown."""
        if self._bridge.book is None and key not in ("events", "new"):
            key = "events"
        if not self.lock.allows(key):
            key = "door"
        if key == "events":
            self.welcome.refresh()
        page = self.page_of(key)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        self.rail.select(key)
        if key == "new":
            self.new_event.begin()
        if key in dict(RAIL):
            self._settings.keep("page", key)

    def _print_for(self, guest_ids: list[GuestId]) -> None:
        self.page_of("print").choices.mark(guest_ids)  # type: ignore[attr-defined]
        self.show_page("print")

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        shown = self.stack.currentWidget()
        return next(key for key, page in self.pages.items() if page is shown)

    def _back(self) -> None:
        if self._bridge.book is not None:
            self.show_page(self._settings.text("page", "door"))

    def _opened(self) -> None:
        for page in self._each():
            page.refresh()
        self._begin()

    def _begin(self) -> None:
        """Offer the pages of the open event; they have drawn it already."""
        book = self._bridge.book
        self.rail.offer_pages(offered=book is not None)
        self.rehearsal.refresh()
        self._show_lock()
        self.retranslate()
        wanted = self._settings.text("page", "door") if book is None or book.guests else "guests"  # first the list
        self.show_page("events" if book is None else wanted if wanted in dict(RAIL) else "door")
        if book is not None:
            self._settings.keep("event", str(book.event.id))

    def _decided(self, outcome: Outcome) -> None:
        """Somebody was checked in from another page: a word is enough, and a question is asked at the door."""
        book, t = self._bridge.book, self._t
        if self.page == "door" or book is None:
            return
        if not outcome.decision.admits or outcome.table is None:
            self.show_page("door")
            return
        name = phrases.name(book, outcome.decision.guest_id, t)
        self.messages.notice(t("{name}: table {table}", name=name, table=outcome.table))

    def _each(self) -> list[Page]:
        return [page for key, page in self.pages.items() if key not in ("events", "new")]  # type: ignore[misc]

    # --- language, theme, station ---

    def switch_language(self) -> None:
        """Speak the other language, everywhere and at once."""
        self._t.switch("en" if self._t.language == "es" else "es")
        self._settings.keep("language", self._t.language)
        self._system.switch(self._t.language)
        for page in self._each():
            page.retranslate()
        self.welcome.retranslate()
        self.new_event.retranslate()
        self.retranslate()

    def choose_theme(self, *, dark: bool) -> None:
        """Change to the dark or the light theme."""
        self._settings.keep_flag("dark", on=dark)
        self._theme.choose(dark=dark)

    def retranslate(self) -> None:
        """Say what the window itself says in the language in force."""
        t = self._t
        book = self._bridge.book
        event = "" if book is None else book.event.name
        self.rehearsal.retranslate()
        self.locking.retranslate()
        self.setWindowTitle(f"{event} · Sobremesa" if event else "Sobremesa")
        titles = {"door": t("Door"), "guests": t("Guests"), "tables": t("Tables"), "print": t("Print")}
        self.rail.retitle(titles, t, event, self._station or t("This laptop"))
        self._history(self._bridge.can)

    def _restyle(self) -> None:
        for page in self._each():
            page.restyle()
        self.welcome.restyle()
        self.new_event.restyle()
        self.rail.restyle()
        self.retranslate()

    def _name_station(self) -> None:
        popup = StationPopup(self, self._theme, self._t, self._station)
        popup.named.connect(self._station_named)
        popup.open_beside(self.rail.station)

    def _station_named(self, name: str) -> None:
        self._station = name
        self._settings.keep("station", name)
        self._bridge.rename_station(name)
        self.retranslate()
        self.messages.notice(self._t("This station now writes as {station}.", station=name))

    # --- the lock ---

    def _locked(self, locked: bool) -> None:  # noqa: FBT001 - a signal carries it by place
        if locked:
            self.show_page("door")
        self._show_lock()
        self.retranslate()

    def _show_lock(self) -> None:
        locked = self.lock.is_locked
        self.rail.show_locked(locked=locked, known=self._bridge.book is not None)
        self.rehearsal.clear.setVisible(not locked)
        self.door.tools.locked = locked

    def _staff(self) -> None:
        """The staff card was scanned: lock, or ask for the PIN."""
        self.show_page("door")
        self.locking.toggle(self.rail.lock)

    # --- undo and redo ---

    def _history(self, history: History) -> None:
        book = self._bridge.book
        t = self._t
        undo = phrases.label(history.undo, book, t) if history.undo and book else ""
        redo = phrases.label(history.redo, book, t) if history.redo and book else ""
        self.rail.offer_history(t, undo, redo)

    def _undo(self) -> None:
        if self._bridge.can.undo is not None and not self.lock.is_locked:
            self._bridge.undo()

    def _redo(self) -> None:
        if self._bridge.can.redo is not None and not self.lock.is_locked:
            self._bridge.redo()

    def _focused(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, QLineEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z pass through a field in which nothing was typed, so that it reaches the desk."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit) and _overrides(event):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not watched.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    # --- dropped files ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a registration file while an event is open."""
        path = dropped_file(event.mimeData())
        if path is not None and self._bridge.book is not None and not self.lock.is_locked:
            event.acceptProposedAction()
            self._veil.lower_over(path.name)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The file goes elsewhere."""
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import the file."""
        self._veil.hide()
        path = dropped_file(event.mimeData())
        if path is not None and not self.lock.is_locked:
            event.acceptProposedAction()
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Import a registration file, on the guests page."""
        self.show_page("guests")
        self.guests.take_in(path)

    # --- from evening to evening ---

    def _restore_look(self) -> None:
        geometry = self._settings.state("geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(1280, 800)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place."""
        self._settings.keep("geometry", self.saveGeometry())
        self._settings.save()
        self.door.leave()
        self.locking.close()
        super().closeEvent(event)


def application() -> QApplication:
    """The running application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs an application")
    return app


def _overrides(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.ShortcutOverride
