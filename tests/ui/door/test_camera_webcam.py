"""Opening a camera, and everything that can be wrong with one. The machine has none, so Qt's is played."""

# What stands in for Qt's own has to have Qt's names.
# ruff: noqa: N802, N815

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSize, Qt, Signal
from PySide6.QtMultimedia import QCamera, QCameraFormat, QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from checkin.ui.door import webcam as webcam_module
from checkin.ui.door.trouble import Trouble, explain
from checkin.ui.door.webcam import Webcam, best_format
from checkin.words import Words


class Device:
    """A camera that could be plugged in."""

    def __init__(self, name: str) -> None:
        """Have a name."""
        self.name = name

    def id(self) -> QByteArray:
        return QByteArray(self.name.lower().encode())

    def description(self) -> str:
        return self.name

    def videoFormats(self) -> list[QCameraFormat]:
        return []


class Devices(QObject):
    """What is plugged in."""

    videoInputsChanged = Signal()
    there: ClassVar[list[Device]] = []

    @classmethod
    def videoInputs(cls) -> list[Device]:
        return list(cls.there)

    @classmethod
    def defaultVideoInput(cls) -> Device:
        return cls.there[0] if cls.there else Device("")


class PlayedCamera(QObject):
    """A camera that opens or breaks as the test wishes."""

    Error = QCamera.Error
    errorOccurred = Signal(QCamera.Error, str)

    def __init__(self, device: Device, parent: QObject) -> None:
        """Stand there, closed."""
        super().__init__(parent)
        self.device, self.running = device, False

    def cameraDevice(self) -> Device:
        return self.device

    def setCameraFormat(self, _chosen: QCameraFormat) -> None: ...

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False


class Session(QObject):
    """Where camera and sink are put together."""

    def setVideoSink(self, _sink: object) -> None: ...

    def setCamera(self, _camera: object) -> None: ...


Plug = Callable[..., None]


@pytest.fixture
def eye(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Webcam:
    """A webcam over played devices."""
    assert qtbot is not None
    Webcam()  # the real one, which wakes Qt's cameras without their warnings
    monkeypatch.setattr(Devices, "there", [])
    for name, played in {"QMediaDevices": Devices, "QCamera": PlayedCamera, "QMediaCaptureSession": Session}.items():
        monkeypatch.setattr(webcam_module, name, played)
    return Webcam()


@pytest.fixture
def troubles(eye: Webcam) -> list[str]:
    """What the webcam complains of, in order."""
    heard: list[str] = []
    eye.trouble.connect(heard.append)
    return heard


@pytest.fixture
def plug(eye: Webcam) -> Plug:
    """Plugs in these cameras and no others."""

    def plugged(*names: str) -> None:
        Devices.there[:] = [device for device in Devices.there if device.name in names]
        known = [device.name for device in Devices.there]
        Devices.there.extend(Device(name) for name in names if name not in known)
        devices = eye.findChild(Devices)
        assert isinstance(devices, Devices)
        devices.videoInputsChanged.emit()

    return plugged


def camera_of(eye: Webcam) -> PlayedCamera | None:
    running = [each for each in eye.findChildren(PlayedCamera) if each.running]
    assert len(running) <= 1
    return running[0] if running else None


def test_this_machine_has_no_camera_and_says_so(qtbot: QtBot) -> None:
    eye = Webcam()
    assert eye.devices() == ()
    with qtbot.waitSignal(eye.trouble) as told:
        eye.open(None)
    assert told.args == [Trouble.NO_CAMERA]


def test_a_camera_that_is_plugged_in_later_opens_by_itself(eye: Webcam, plug: Plug, troubles: list[str]) -> None:
    eye.open(None)
    assert troubles == [Trouble.NO_CAMERA]
    plug("Integrated")
    opened = camera_of(eye)
    assert opened is not None
    assert opened.device.name == "Integrated"


def test_an_unplugged_camera_is_told_and_comes_back(eye: Webcam, plug: Plug, troubles: list[str]) -> None:
    plug("Integrated", "Stand")
    eye.open("stand")
    plug("Integrated")
    assert troubles == [Trouble.UNPLUGGED]
    assert camera_of(eye) is None
    plug("Integrated", "Stand")
    opened = camera_of(eye)
    assert opened is not None
    assert opened.device.name == "Stand"


def test_the_remembered_camera_is_taken_and_else_the_systems_own(eye: Webcam, plug: Plug) -> None:
    plug("Integrated", "Stand")
    for asked, opened in (("stand", "Stand"), ("lost", "Integrated"), (None, "Integrated")):
        eye.open(asked)
        camera = camera_of(eye)
        assert camera is not None
        assert camera.device.name == opened
    assert eye.devices() == (("integrated", "Integrated"), ("stand", "Stand"))


def test_a_camera_that_another_program_uses_is_told(eye: Webcam, plug: Plug, troubles: list[str]) -> None:
    plug("Integrated")
    eye.open(None)
    camera = camera_of(eye)
    assert camera is not None
    camera.errorOccurred.emit(QCamera.Error.CameraError, "busy")
    assert troubles == [Trouble.BUSY]
    assert camera_of(eye) is None


def test_a_camera_without_a_picture_is_told_once_it_took_too_long(
    qtbot: QtBot, eye: Webcam, plug: Plug, troubles: list[str]
) -> None:
    plug("Integrated")
    eye._patience.setInterval(30)
    eye.open(None)
    qtbot.waitUntil(lambda: troubles == [Trouble.NO_PICTURE])
    eye.sink.setVideoFrame(QVideoFrame(QVideoFrameFormat(QSize(8, 8), QVideoFrameFormat.PixelFormat.Format_Y8)))
    assert eye._patience.isActive()
    eye.close()
    assert not eye._patience.isActive()


@pytest.mark.parametrize("status", [Qt.PermissionStatus.Denied, Qt.PermissionStatus.Granted])
def test_permission_is_asked_for_where_it_is_not_given_yet(
    eye: Webcam, plug: Plug, troubles: list[str], monkeypatch: pytest.MonkeyPatch, status: Qt.PermissionStatus
) -> None:
    plug("Integrated")
    answers = [Qt.PermissionStatus.Undetermined, status]
    monkeypatch.setattr(QCoreApplication, "checkPermission", lambda *_: answers.pop(0))
    monkeypatch.setattr(QCoreApplication, "requestPermission", lambda _, asked, __, answered: answered(asked))
    eye.open(None)
    granted = status is Qt.PermissionStatus.Granted
    assert (camera_of(eye) is not None) is granted
    assert troubles == ([] if granted else [Trouble.NO_PERMISSION])


def test_a_closed_camera_stays_closed_whatever_is_plugged_in(eye: Webcam, plug: Plug, troubles: list[str]) -> None:
    plug("Integrated")
    eye.open(None)
    eye.close()
    plug()
    plug("Integrated")
    assert camera_of(eye) is None
    assert troubles == []


def test_a_camera_that_offers_no_format_chooses_its_own() -> None:
    assert best_format([]).isNull()


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_trouble_says_what_happened_and_what_to_do(language: str) -> None:
    said = [explain(trouble, Words(language)) for trouble in Trouble]
    assert len({heading for heading, _ in said}) == len(Trouble)
    assert all(line.endswith((".", "?")) for _, line in said)
