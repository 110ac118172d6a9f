"""The theme in force: palette, typeface and icons, and the signal that it changed."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from checkin import resources
from checkin.ui.shell.palette import DARK, LIGHT, Palette
from checkin.ui.shell.stylesheet import stylesheet

FAMILY = "Inter"
"""The typeface of the screen; shipped, with the paper's fonts behind it for every other script."""

FALLBACKS = (
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Noto Sans SC",
    "Noto Sans JP",
    "Noto Sans KR",
    "Noto Emoji",
)
"""Where a name that Inter cannot write finds its letters, the same on every machine."""


class Theme(QObject):
    """What the window looks like now.

    Signals:
        changed: The palette is another one; painters repaint, icons are made again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, *, dark: bool = False) -> None:
        """Load the shipped fonts and dress ``app``."""
        super().__init__()
        self._app = app
        self.palette: Palette = DARK if dark else LIGHT
        self._drawn: dict[tuple[str, int, str, float], QPixmap] = {}
        _load_fonts()
        app.setStyle("Fusion")
        app.setFont(font(16))
        self._dress()

    def choose(self, *, dark: bool) -> None:
        """Change to the dark or the light palette."""
        self.palette = DARK if dark else LIGHT
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._app.setPalette(_colours(self.palette))
        self._app.setStyleSheet(stylesheet(self.palette))

    def pixmap(self, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """The shipped icon ``name`` in ``colour``, ``size`` logical pixels square. Drawn once, then kept."""
        wanted = (name, size, colour, ratio)
        if wanted not in self._drawn:
            self._drawn[wanted] = _draw(*wanted)
        return self._drawn[wanted]

    def icon(self, name: str, colour: str | None = None, size: int = 24) -> QIcon:
        """The shipped icon ``name``, in the theme's ink unless another colour is given."""
        return QIcon(self.pixmap(name, size, colour or self.palette.ink, self._app.devicePixelRatio()))


def _draw(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    svg = resources.path("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def font(size: int, weight: int = 400) -> QFont:
    """The screen's typeface at ``size`` pixels and a CSS weight."""
    face = QFont((FAMILY, *FALLBACKS))
    face.setPixelSize(size)
    face.setWeight(QFont.Weight(weight))
    return face


def _load_fonts() -> None:
    for path in sorted(resources.path("fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _colours(palette: Palette) -> QPalette:
    """Qt's own palette, for what the stylesheet does not reach: placeholders, selections, native parts."""
    colours = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, palette.paper),
        (QPalette.ColorRole.WindowText, palette.ink),
        (QPalette.ColorRole.Base, palette.surface),
        (QPalette.ColorRole.AlternateBase, palette.sunken),
        (QPalette.ColorRole.Text, palette.ink),
        (QPalette.ColorRole.PlaceholderText, palette.quiet),
        (QPalette.ColorRole.Button, palette.surface),
        (QPalette.ColorRole.ButtonText, palette.ink),
        (QPalette.ColorRole.ToolTipBase, palette.ink),
        (QPalette.ColorRole.ToolTipText, palette.paper),
        (QPalette.ColorRole.Highlight, palette.accent),
        (QPalette.ColorRole.HighlightedText, palette.on_accent),
        (QPalette.ColorRole.Link, palette.accent),
        (QPalette.ColorRole.Accent, palette.accent),
    ):
        colours.setColor(role, QColor(colour))
    return colours
