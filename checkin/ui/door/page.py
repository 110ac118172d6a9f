"""The door: scans and names in, one card out.

It puts scanner, queue, card and side column together, asks the desk through the bridge, and shows what came of it. It
decides nothing: the door's rules do.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from checkin import phrases
from checkin.changes import Change
from checkin.commands import MODES, Command
from checkin.desk.outcomes import Outcome
from checkin.door import NO_ANSWERS, Answers, State
from checkin.errors import CheckinError
from checkin.model import GuestId, Mode
from checkin.ui.bridge import Bridge
from checkin.ui.door.aside import Aside, same_guest
from checkin.ui.door.card import Question, ResultCard
from checkin.ui.door.faces import ASKING, Act
from checkin.ui.door.header import DoorHeader
from checkin.ui.door.landing import Landing
from checkin.ui.door.organizer import OrganizerPin
from checkin.ui.door.queue import ScanQueue
from checkin.ui.door.scanner import Scanner
from checkin.ui.door.side import Side
from checkin.ui.door.tools import DoorTools
from checkin.ui.door.view import see, taken_back, waiting_companions
from checkin.ui.shell.settings import Settings
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class DoorPage(QWidget):
    """The page.

    Signals:
        answered: The door has said something; carries its ``State``. For sounds, and to show the page.
        staff_asked: The staff card was scanned: the organizer's pages are wanted.
    """

    answered = Signal(object)
    staff_asked = Signal()

    def __init__(self, bridge: Bridge, theme: Theme, t: Words, settings: Settings | None = None) -> None:
        """Build the page and begin to listen to the scanner; ``settings`` remember this laptop's devices."""
        super().__init__()
        self._bridge = bridge
        self._theme = theme
        self._t = t
        self.outcome: Outcome | None = None
        self._answered: Outcome | None = None
        self._aside = Aside()
        self.header = DoorHeader(theme, t)
        self.card = ResultCard(theme, t)
        self.side = Side(theme, t)
        self.queue = ScanQueue(bridge, parent=self)
        self.tools = DoorTools(self, bridge, theme, t, settings)
        self.landing = Landing(self, self.card, self.side.search)
        self.scanner = Scanner(_application(), self.landing, self, self.queue.knows, lambda: bridge.book is None)
        self._build()
        self._listen()
        self._keys()
        self.tools.connect_header(self.header)
        self.retranslate()
        self.refresh()

    def _build(self) -> None:
        self._columns = QHBoxLayout()
        self._columns.setSpacing(24)
        self._columns.addWidget(self.card, 1)
        self._columns.addWidget(self.side)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(24)
        self._box.addWidget(self.header)
        self._box.addLayout(self._columns, 1)
        self.side.show_device(self.tools.place)
        self.side.show_device(self.tools.badging.line)
        self.setFocusProxy(self.side.search)

    def _listen(self) -> None:
        self.scanner.scanned.connect(self._scanned)
        self.scanner.listening.connect(self._heard)
        self.queue.waiting.connect(self.header.show_waiting)
        self.queue.commanded.connect(self._command)
        self.tools.seen.connect(self.queue.add)
        self.tools.mode_chosen.connect(self._choose_mode)
        self._bridge.changed.connect(self._changed)
        self._bridge.decided.connect(self._decided)
        self._bridge.failed.connect(self._refused)
        self.card.acted.connect(self._act)
        self.card.named.connect(self._named)
        self.card.table_given.connect(self._move)
        OrganizerPin(self.card, self._bridge, self._t, self._overrule_by_pin)
        self.card.picked.connect(self._picked)
        self.card.typing.connect(self.queue.hold)
        self.card.left.connect(self._question_left)
        self.side.chosen.connect(self._chosen)
        self.side.code_typed.connect(self.queue.add)
        self.side.taken_back.connect(self._bridge.take_back)
        self.side.walked_in.connect(self._bridge.walk_in)
        self.side.resumed.connect(self._resume)
        self.side.left.connect(self.card.leave_question)
        self.header.light.clicked.connect(self._wake)

    def _keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "F4": self._resume,
            "F5": self._badge,
            "F6": self.card.ask_table,
            "F7": self._overrule,
            "F8": self._undo,
            "F9": self.side.begin_walk_in,
            "Ctrl+F": self._search,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    # --- what the window asks of a page ---

    def retranslate(self) -> None:
        """Say everything in the language in force."""
        self.header.retranslate(self._bridge.book)
        self.tools.retranslate()
        self.side.retranslate()
        self._say_again()
        self.card.retranslate()

    def restyle(self) -> None:
        """Follow the theme."""
        self.header.update()
        self.header.light.update()
        self.header.camera.update()
        self.header.tools.restyle()
        self.tools.restyle()
        self.side.restyle()
        self.card.restyle()

    def refresh(self) -> None:
        """Draw everything anew: another event is open."""
        book = self._bridge.book
        self.outcome = None
        self._aside.clear()
        self.card.clear(book.expected if book is not None else 0)
        self.header.show_book(book)
        self.header.show_listening(listening=self.scanner.active)
        self.side.show_book(book)
        self.side.show_aside(0)

    def leave(self) -> None:
        """The window closes: hear no more keys and let go of the devices."""
        self.scanner.close()
        self.tools.close()

    # --- what happens ---

    def _scanned(self, text: str) -> None:
        self.queue.add(text, self.scanner.by_position)

    def _changed(self, change: Change) -> None:
        self.header.show_book(self._bridge.book)
        self.side.show_change(change)
        self._say_again()

    def _say_again(self) -> None:
        """Let the card follow what has happened to its guest and table since."""
        book = self._bridge.book
        if self.outcome is not None and book is not None:
            self.card.update_view(see(self.outcome, book, self._t))
        elif book is not None and self.card.expected != book.expected:
            self.card.clear(book.expected)

    def _heard(self) -> None:
        self.header.show_listening(listening=self.scanner.active)

    def _decided(self, outcome: Outcome) -> None:
        state = outcome.decision.state
        if state is State.SAME_SCAN and self.outcome is not None:
            self.card.mark_repeat()
            return
        self._aside.settle(outcome)
        if self.outcome is not None and not same_guest(self.outcome, outcome):
            self._aside.put(self.outcome, self.card.draft)
        self._show(outcome)
        self.answered.emit(state)

    def _show(self, outcome: Outcome, draft: str = "") -> None:
        book = self._bridge.book
        if book is None:
            return
        self.outcome = outcome
        focused = self.card.line.hasFocus()
        self.queue.release()
        self.card.show_view(see(outcome, book, self._t), draft=draft)
        self.side.show_aside(len(self._aside))
        if self.card.question is Question.NAME and self.landing.hands_free():
            self.card.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused and self.card.question is None:
            self.side.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resume(self) -> None:
        """Take up the question that was set aside last."""
        waiting = self._aside.take()
        if waiting is None:
            return
        if self.outcome is not None and not same_guest(self.outcome, waiting.outcome):
            again = self.outcome, self.card.draft
            self._show(waiting.outcome, waiting.draft)
            self._aside.put(*again)
            self.side.show_aside(len(self._aside))
        else:
            self._show(waiting.outcome, waiting.draft)

    # --- answers ---

    def _answer(self, answers: Answers) -> None:
        """Ask the door about the same ticket or person again, with an answer; then scans that waited may follow.

        A question takes one answer: a key that is hit twice does not ask again about the guest it has just let in.
        """
        if self.outcome is None or self.outcome is self._answered:
            return
        self._answered = self.outcome
        decision = self.outcome.decision
        if decision.text:
            self._bridge.scan(decision.text, self.queue.mode, answers)
        elif decision.guest_id is not None:
            self._bridge.admit(decision.guest_id, self.queue.mode, answers)
        self.queue.release()

    def _refused(self) -> None:
        """An answer may be given again when the desk refused it."""
        self._answered = None

    def _answered_so_far(self) -> Answers:
        if self.outcome is None:
            return NO_ANSWERS
        decision = self.outcome.decision
        return Answers(pick=decision.guest_id, overrule=frozenset(decision.overruled))

    def _named(self, name: str) -> None:
        so_far = self._answered_so_far()
        self._answer(Answers(so_far.pick, name, so_far.overrule))

    def _picked(self, guest_id: GuestId) -> None:
        self._answer(Answers(pick=guest_id))

    def _overrule(self) -> None:
        """Let in whom the card is about, or try again what could not be saved."""
        acts = self.card.view.acts if self.card.view is not None else ()
        if self.outcome is None:
            return
        if Act.RETRY in acts:
            self._answer(NO_ANSWERS)
        elif Act.TOGETHER in acts:
            self._together()
        elif Act.PIN in acts:
            self.card.ask_pin()
        elif Act.OVERRULE in acts:
            so_far = self._answered_so_far()
            self._answer(Answers(so_far.pick, "", so_far.overrule | {self.outcome.decision.state}))

    def _badge(self) -> None:
        view = self.card.view
        if view is not None and view.guest_id is not None and Act.BADGE in view.acts:
            self.tools.badging.ask(view.guest_id)

    def _together(self) -> None:
        """Let in those who came along, one by one; the card shows the last of them."""
        book = self._bridge.book
        guest_id = self.card.view.guest_id if self.card.view is not None else None
        if book is None or guest_id is None:
            return
        for companion in waiting_companions(book.guests.get(guest_id), book):
            self._bridge.admit(companion.id)

    def _choose_mode(self, mode: Mode) -> None:
        self.queue.mode = mode

    def _command(self, command: Command) -> None:
        """Do what a command card says."""
        if command in MODES:
            self.tools.choose_mode(MODES[command])
        elif command is Command.UNDO:
            self._undo()
        else:
            self.staff_asked.emit()

    def _act(self, act: Act) -> None:
        doing: dict[Act, Callable[[], None]] = {
            Act.UNDO: self._undo,
            Act.MOVE: self.card.ask_table,
            Act.OVERRULE: self._overrule,
            Act.RETRY: self._overrule,
            Act.TOGETHER: self._overrule,
            Act.BADGE: self._badge,
            Act.PIN: self._overrule,
            Act.AWAY: self._question_left,
            Act.SEARCH: self._search,
            Act.WALK_IN: self.side.begin_walk_in,
        }
        doing[act]()

    def _question_left(self) -> None:
        """Esc: an open question is answered with no, and nobody comes in."""
        if (
            self.outcome is not None
            and self.outcome.decision.state in ASKING
            and self.card.question is not Question.TABLE
        ):
            self._aside.settle(self.outcome)
            self.outcome = None
            book = self._bridge.book
            self.card.clear(book.expected if book is not None else 0)
            self.side.show_aside(len(self._aside))
        self.queue.release()
        self.side.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, guest_id: GuestId) -> None:
        self.side.clear_search()
        self._bridge.admit(guest_id, self.queue.mode)

    def _move(self, number: int) -> None:
        book = self._bridge.book
        guest_id = self.card.view.guest_id if self.card.view is not None else None
        if book is None or guest_id is None:
            return
        table = book.table_number(number)
        if table is None:
            self.card.refuse(self._t("There is no table {number}.", number=number))
            return
        self._bridge.ask(lambda desk: desk.move([guest_id], table.id), lambda _change: self._moved(), self._not_moved)

    def _moved(self) -> None:
        self.card.leave_question()

    def _not_moved(self, refusal: CheckinError) -> None:
        self.card.refuse(phrases.refusal(refusal, self._t))

    def _undo(self) -> None:
        """Take the last arrival of this station back."""
        self._bridge.ask(lambda desk: desk.take_back_last(), self._undone)

    def _undone(self, change: Change) -> None:
        """Show whose arrival was taken back, which need not be the guest on the card."""
        self._show(taken_back(change))

    def _overrule_by_pin(self) -> None:
        so_far = self._answered_so_far()
        self._answer(Answers(so_far.pick, so_far.name, so_far.overrule, pin=True))

    # --- focus ---

    def _search(self) -> None:
        self.side.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.search.selectAll()

    def _wake(self) -> None:
        self.window().activateWindow()
        self.side.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where one types, once the window has done with its own idea of the focus."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self.isVisible() and self.landing.hands_free():
            self.side.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the card what the side column can spare."""
        super().resizeEvent(event)
        wide = self.width()
        self.side.setFixedWidth(min(480, max(320, round(wide * 0.35))))
        edge = 24 if wide < 1100 else 32
        foot = 24 if self.height() < 760 else 40
        self._box.setContentsMargins(edge, edge - 8, edge, foot)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        msg = "the door needs a QApplication"
        raise TypeError(msg)
    return app
