"""The small live picture: what the camera sees, with the code's outline lit up when it is read, or why there is none.

Beneath it: on and off, the mirror, and which camera where there are several. What was chosen is given and told as a
value; where it is remembered is the page's affair. Reads nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from checkin.ui.door.camera import Camera, Outline
from checkin.ui.door.trouble import explain
from checkin.ui.shell.controls import Button
from checkin.ui.shell.theme import Theme, font
from checkin.words import Words

CORNER = 16
LIT = 1200
"""Milliseconds for which a code that was read stays lit up."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user chose.

    Attributes:
        on: Whether the camera is on.
        device: Which one, "" for the system's own choice.
        mirrored: Whether the picture is shown as in a mirror, as one is used to from one's own face.
    """

    on: bool = False
    device: str = ""
    mirrored: bool = True


class Finder(QWidget):
    """The picture, filled up to its round corners, or two lines of words where there is none."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._outline: Outline | None = None
        self._heading, self._line = "", ""
        self.mirrored = True
        self.lit = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 104)

    def sizeHint(self) -> QSize:
        """Sixteen by nine."""
        return QSize(320, 180)

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to look at."""
        return not self._image.isNull()

    @property
    def words(self) -> tuple[str, str]:
        """What is said instead of a picture."""
        return self._heading, self._line

    def show_image(self, image: QImage) -> None:
        """Show the next picture."""
        self._image = image
        self.update()

    def show_outline(self, outline: Outline | None) -> None:
        """Draw round a code, or no longer."""
        self._outline = outline
        self.update()

    def light(self, *, on: bool) -> None:
        """Light the outline up, or no longer."""
        self.lit = on
        self.update()

    def say(self, heading: str, line: str) -> None:
        """Show words instead of the picture."""
        self._image, self._outline, self.lit = QImage(), None, False
        self._heading, self._line = heading, line
        self.setAccessibleDescription(f"{heading}. {line}")
        self.update()

    def placing(self, size: tuple[int, int]) -> QTransform:
        """From a picture of ``size`` to this widget, which it fills: what is too wide or too high is cut."""
        width, height = size
        scale = max(self.width() / width, self.height() / height)
        place = QTransform.fromTranslate(self.width() / 2, self.height() / 2)
        place.scale(-scale if self.mirrored else scale, scale)
        return place.translate(-width / 2, -height / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture and outline, or the words."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        painter.fillPath(frame, QColor(self._theme.palette.sunken))
        if self.has_picture:
            painter.setClipPath(frame)
            self._paint_picture(painter)
        else:
            self._paint_words(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        image = self._image
        painter.setTransform(self.placing((image.width(), image.height())))
        painter.drawImage(0, 0, image)
        painter.resetTransform()
        if self._outline is None:
            return
        shape = self.placing(self._outline.size).map(QPolygonF([QPointF(x, y) for x, y in self._outline.points]))
        accent = QColor(self._theme.palette.accent)
        white = QColor("#FFFFFF")
        join = Qt.PenJoinStyle.RoundJoin
        line = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, join
        painter.setPen(QPen(white, 7 if self.lit else 3, *line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(shape)
        if self.lit:
            fill = QColor(accent)
            fill.setAlphaF(0.35)
            painter.setBrush(fill)
            painter.setPen(QPen(accent, 4, *line))
            painter.drawPolygon(shape)

    def _paint_words(self, painter: QPainter) -> None:
        palette = self._theme.palette
        room = QRectF(self.rect()).adjusted(16, 12, -16, -12)
        wrap = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        parts = [(self._heading, font(16, 600), palette.ink), (self._line, font(13), palette.quiet)]
        heights = []
        for words, face, _ in parts:
            painter.setFont(face)
            heights.append(painter.boundingRect(room, wrap, words).height() if words else 0.0)
        icon = 28 if room.height() - sum(heights) >= 44 else 0
        top = room.center().y() - (sum(heights) + 4 + (icon + 8 if icon else 0)) / 2
        if icon:
            ratio = self.devicePixelRatioF()
            pixmap = self._theme.pixmap("camera", icon, palette.quiet, ratio)
            painter.drawPixmap(QPointF(room.center().x() - icon / 2, top), pixmap)
            top += icon + 8
        for (words, face, colour), height in zip(parts, heights, strict=True):
            painter.setFont(face)
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(room.left(), top, room.width(), height), wrap, words)
            top += height + 4


class CameraView(QWidget):
    """The live picture with what can be chosen about it.

    Signals:
        chosen: The user chose something else; carries the ``Choices`` to remember.
    """

    chosen = Signal(object)

    def __init__(self, camera: Camera, theme: Theme, t: Words, key: str = "") -> None:
        """Show what ``camera`` sees; ``key`` is the one that turns it on and off, for the tooltip."""
        super().__init__()
        self._camera, self._t, self._key = camera, t, key
        self._choices = Choices()
        self._trouble = ""
        self.finder = Finder(theme)
        self.switch = Button(theme, "camera", "quiet")
        self.mirror = Button(theme, "swap", "ghost", scale="icon")
        self.mirror.setCheckable(True)
        self.device = QComboBox()
        self.device.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._dark = QTimer(self, singleShot=True, interval=LIT)
        self._lay_out()
        self._connect()
        self.restore(self._choices)
        self.retranslate()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    def restore(self, choices: Choices) -> None:
        """Take up what was chosen on another evening, and turn the camera on if it was."""
        self._choices = choices
        self.mirror.setChecked(choices.mirrored)
        self.finder.mirrored = choices.mirrored
        if choices.on and not self._camera.on:
            self._camera.start(choices.device or None)

    def toggle(self) -> None:
        """Turn the camera on or off."""
        self._trouble = ""
        if self._camera.on:
            self._camera.stop()
        else:
            self._camera.start(self._choices.device or None)
        self._choose(replace(self._choices, on=self._camera.on))

    def retranslate(self) -> None:
        """All words again."""
        t = self._t
        words, tip = t("Turn on"), t("Read tickets with the camera")
        if self._camera.on:
            words, tip = t("Turn off"), t("Turn the camera off")
        self.switch.retitle(words, f"{tip} ({self._key})" if self._key else tip, name=tip)
        self.mirror.setVisible(self._camera.on)
        self.mirror.retitle("", t("Show the picture as in a mirror"))
        self.device.setAccessibleName(t("Which camera"))
        self.device.setToolTip(t("Which camera"))
        self.finder.setAccessibleName(t("What the camera sees"))
        self._say()

    def restyle(self) -> None:
        """The theme's colours again."""
        self.switch.restyle()
        self.mirror.restyle()
        self.finder.update()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addWidget(self.device, 1)
        row.addStretch()
        row.addWidget(self.mirror)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.finder, 1)
        column.addLayout(row)
        self.device.hide()

    def _connect(self) -> None:
        self.switch.clicked.connect(self.toggle)
        self.mirror.toggled.connect(self._mirrored)
        self.device.activated.connect(self._picked)
        self._dark.timeout.connect(lambda: self.finder.light(on=False))
        camera = self._camera
        camera.frame.connect(self._frame_came)
        camera.outline.connect(self.finder.show_outline)
        camera.seen.connect(self._code_seen)
        camera.trouble.connect(self._troubled)
        camera.running.connect(self._switched)
        camera.devices_changed.connect(self._list_devices)

    def _say(self) -> None:
        """What is the matter, where there is no picture."""
        t = self._t
        if self._trouble:
            self.finder.say(*explain(self._trouble, t))
        elif not self._camera.on:
            self.finder.say(t("The camera is off"), t("Turned on, it reads the tickets that are held in front of it."))
        elif not self.finder.has_picture:
            self.finder.say(t("The camera is starting"), "")

    def _frame_came(self, image: QImage) -> None:
        if self._camera.on:
            self._trouble = ""
            self.finder.show_image(image)

    def _code_seen(self, _text: str) -> None:
        self.finder.light(on=True)
        self._dark.start()

    def _troubled(self, trouble: str) -> None:
        self._trouble = trouble
        self._say()

    def _switched(self, _on: object) -> None:
        self._trouble = ""
        self._list_devices()
        self.finder.say("", "")
        self.retranslate()

    def _list_devices(self) -> None:
        there = self._camera.devices() if self._camera.on else ()
        self.device.clear()
        for device_id, name in there:
            self.device.addItem(name, device_id)
        self.device.setCurrentIndex(max(0, self.device.findData(self._choices.device)))
        self.device.setVisible(len(there) > 1)

    def _picked(self, _row: int) -> None:
        device = str(self.device.currentData())
        self._choose(replace(self._choices, device=device))
        self._camera.start(device)

    def _mirrored(self, mirrored: object) -> None:
        self.finder.mirrored = bool(mirrored)
        self.finder.update()
        self._choose(replace(self._choices, mirrored=bool(mirrored)))

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices:
            self._choices = choices
            self.chosen.emit(choices)
