"""The live picture and its controls, over a camera that is fed by the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.ui.door.camera import Camera, Outline
from checkin.ui.door.camera_view import CORNER, CameraView, Choices
from checkin.ui.door.trouble import Trouble, explain
from checkin.ui.shell.theme import Theme
from checkin.words import Words


class FedCamera(Camera):
    """A camera that only says what it is asked to open."""

    def __init__(self, there: tuple[tuple[str, str], ...] = ()) -> None:
        """Have ``there`` plugged in."""
        super().__init__()
        self.there = there
        self.opened: list[str | None] = []
        self._open = False

    @property
    def on(self) -> bool:
        return self._open

    def devices(self) -> tuple[tuple[str, str], ...]:
        return self.there

    def start(self, device_id: str | None = None) -> None:
        self.opened.append(device_id)
        self._open = True
        self.running.emit(self.on)

    def stop(self) -> None:
        self._open = False
        self.running.emit(self.on)


Show = Callable[..., tuple[CameraView, FedCamera]]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme, t: Words) -> Show:
    def shown(*there: tuple[str, str], choices: Choices | None = None) -> tuple[CameraView, FedCamera]:
        camera = FedCamera(there)
        view = CameraView(camera, theme, t, "F7")
        qtbot.addWidget(view)
        view.restore(choices or Choices())
        view.resize(320, 260)
        view.show()
        return view, camera

    return shown


def picture(width: int = 640, height: int = 360) -> QImage:
    """A picture whose left half is red and whose right half is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("#0000FF"))
    for x in range(width // 2):
        for y in range(height):
            image.setPixelColor(x, y, QColor("#FF0000"))
    return image


def colour(view: CameraView, x: float, y: float) -> QColor:
    """What the picture shows at these shares of its width and height."""
    grabbed = view.finder.grab().toImage()
    return grabbed.pixelColor(int(x * (grabbed.width() - 1)), int(y * (grabbed.height() - 1)))


def test_it_begins_switched_off_and_says_what_it_is_for(show: Show) -> None:
    view, camera = show()
    assert not camera.on
    assert view.finder.words[0] == "The camera is off"
    assert view.switch.text() == "Turn on"
    assert "F7" in view.switch.toolTip()
    assert not view.mirror.isVisible()


def test_one_click_turns_it_on_and_another_off(show: Show) -> None:
    view, camera = show()
    told: list[Choices] = []
    view.chosen.connect(told.append)
    for on in (True, False):
        QTest.mouseClick(view.switch, Qt.MouseButton.LeftButton)
        assert camera.on is on
        assert view.switch.text() == ("Turn off" if on else "Turn on")
    assert [choices.on for choices in told] == [True, False]


def test_what_was_chosen_on_another_evening_is_taken_up(show: Show) -> None:
    choices = Choices(on=True, device="stand", mirrored=False)
    view, camera = show(("own", "Integrated"), ("stand", "Stand"), choices=choices)
    assert camera.opened == ["stand"]
    assert view.choices == choices
    assert view.device.currentText() == "Stand"
    assert not view.mirror.isChecked()


def test_there_is_a_choice_only_where_there_are_several_cameras(show: Show) -> None:
    view, camera = show(("own", "Integrated"), choices=Choices(on=True))
    assert not view.device.isVisible()
    camera.there = (("own", "Integrated"), ("stand", "Stand"))
    camera.devices_changed.emit()
    assert view.device.isVisible()
    view.device.setCurrentIndex(1)
    view.device.activated.emit(1)
    assert camera.opened == [None, "stand"]
    assert view.choices.device == "stand"


def test_the_picture_is_a_mirror_until_it_is_told_not_to_be(show: Show) -> None:
    view, camera = show(choices=Choices(on=True))
    camera.frame.emit(picture())
    assert colour(view, 0.25, 0.5) == QColor("#0000FF")
    QTest.mouseClick(view.mirror, Qt.MouseButton.LeftButton)
    assert colour(view, 0.25, 0.5) == QColor("#FF0000")
    assert not view.choices.mirrored


def test_the_outline_lies_where_the_code_is_and_lights_up_when_it_is_read(show: Show, theme: Theme) -> None:
    view, camera = show(choices=Choices(on=True, mirrored=False))
    camera.frame.emit(picture())
    square = ((480.0, 270.0), (800.0, 270.0), (800.0, 450.0), (480.0, 450.0))
    camera.outline.emit(Outline(square, (1280, 720), "X"))
    edge = view.finder.placing((1280, 720)).map(QPoint(480, 360))
    share = edge.x() / view.finder.width(), edge.y() / view.finder.height()
    assert colour(view, *share) == QColor("#FFFFFF")
    camera.seen.emit("X")
    assert colour(view, *share) == QColor(theme.palette.accent)
    camera.outline.emit(None)
    assert colour(view, *share) == QColor("#FF0000")


def test_the_light_goes_out_by_itself(qtbot: QtBot, show: Show) -> None:
    view, camera = show(choices=Choices(on=True))
    view._dark.setInterval(10)
    camera.seen.emit("X")
    assert view.finder.lit
    qtbot.waitUntil(lambda: not view.finder.lit)


def test_its_corners_are_round(show: Show) -> None:
    view, camera = show(choices=Choices(on=True))
    camera.frame.emit(picture())
    ground = view.grab().toImage().pixelColor(0, view.height() - 1)
    grabbed = view.finder.grab().toImage()
    assert grabbed.pixelColor(0, 0) == ground
    assert grabbed.pixelColor(CORNER, 0) == QColor("#0000FF")


@pytest.mark.parametrize("trouble", Trouble)
def test_a_trouble_is_said_in_words_and_a_picture_ends_it(show: Show, t: Words, trouble: Trouble) -> None:
    view, camera = show(choices=Choices(on=True))
    camera.frame.emit(picture())
    camera.trouble.emit(trouble)
    assert view.finder.words == explain(trouble, t)
    assert view.finder.words[0] in view.finder.accessibleDescription()
    camera.frame.emit(picture())
    assert view.finder.has_picture


def test_a_late_picture_does_not_light_up_a_camera_that_is_off(show: Show) -> None:
    view, camera = show(choices=Choices(on=True))
    view.toggle()
    camera.frame.emit(picture())
    assert not view.finder.has_picture
    assert view.finder.words[0] == "The camera is off"


def test_it_speaks_the_language_in_force(show: Show, t: Words) -> None:
    view, camera = show()
    camera.trouble.emit(Trouble.NO_CAMERA)
    t.switch("es")
    view.retranslate()
    assert view.finder.words == explain(Trouble.NO_CAMERA, Words("es"))
