"""Small controls that the stylesheet alone cannot make: buttons with themed icons, a choice of one, a pill, a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from checkin.ui.shell.labels import PlainLabel, polish
from checkin.ui.shell.theme import Theme

_ICON_COLOURS = {"primary": "on_accent", "link": "accent", "danger": "stop", "tab": "quiet"}


class Button(QPushButton):
    """A push button in one of the stylesheet's roles, with an icon that follows the theme."""

    def __init__(self, theme: Theme, icon: str = "", role: str = "", *, scale: str = "") -> None:
        """Make a button without words; ``retitle`` gives them."""
        super().__init__()
        self._theme = theme
        self._icon_name = icon
        self.setProperty("role", role)
        if scale:
            self.setProperty("scale", scale)
        self.setIconSize(QSize(20, 20) if scale in ("large", "icon") else QSize(18, 18))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.restyle()

    def retitle(self, text: str, tip: str = "", *, name: str = "") -> None:
        """Give the button its words: on its face, in its tooltip, and for who cannot see it."""
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(name or text or tip)

    def choose_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.restyle()

    def restyle(self) -> None:
        """Draw the icon again in the theme's colour."""
        if self._icon_name:
            role = str(self.property("role") or "")
            colour = getattr(self._theme.palette, _ICON_COLOURS.get(role, "ink"))
            self.setIcon(self._theme.icon(self._icon_name, colour, self.iconSize().width()))


class Segmented(QFrame):
    """A choice of one among a few, side by side.

    Signals:
        chosen: Another one was chosen; carries its key.
    """

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        """Offer ``keys``, the first one chosen; ``retitle`` gives them words."""
        super().__init__()
        self.setProperty("role", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key in keys:
            button = QPushButton()
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._buttons[keys[0]].setChecked(True)

    @property
    def key(self) -> str:
        """The one that is chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def show_key(self, key: str) -> None:
        """Show one as chosen and tell nobody."""
        self._buttons[key].setChecked(True)

    def choose(self, key: str) -> None:
        """Choose one, as a click would."""
        self._buttons[key].click()

    def retitle(self, key: str, text: str, tip: str = "") -> None:
        """Give one its words."""
        button = self._buttons[key]
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from one to the next."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.key) + step) % len(keys)]
        self._buttons[key].setFocus()
        self.choose(key)


class Chip(PlainLabel):
    """A pill with one or two words; ``tone`` is one of the stylesheet's, "" for a calm one."""

    def __init__(self, text: str = "", tone: str = "") -> None:
        """Show ``text``."""
        super().__init__(text, "chip")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: str = "") -> None:
        """Show something else."""
        self.setText(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            polish(self)


class ProgressLine(QWidget):
    """How far something has come, as a rounded line 8 pixels high; its words stand beside it."""

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Fill ``share`` of the line, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the track and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.palette.line))
        painter.drawRoundedRect(self.rect(), 4, 4)
        filled = round(self.width() * self._share)
        if filled:
            painter.setBrush(QColor(self._theme.palette.accent))
            painter.drawRoundedRect(0, 0, max(filled, 8), 8, 4, 4)


def on_key(page: QWidget, keys: str, act: Callable[[], None]) -> None:
    """Do ``act`` when ``keys`` are pressed anywhere on a page, whichever of its controls has the focus."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)


def menu(parent: QWidget) -> QMenu:
    """A menu with round corners."""
    made = QMenu(parent)
    made.setWindowFlags(made.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
    made.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    return made


def round_popup(box: QComboBox) -> None:
    """Let the list of a combo box open with round corners."""
    popup = box.view().window()
    popup.setWindowFlags(Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
    popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


def scrolling(inner: QWidget) -> QScrollArea:
    """What is too high for its place, scrolled up and down and never sideways."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    return scroll


def rule() -> QFrame:
    """A line between two things."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line
