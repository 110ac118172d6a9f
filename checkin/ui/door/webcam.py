"""The camera itself: which there are, whether it may be used, opening one, and what can go wrong with it.

Gives frames to a sink; what is in them is read elsewhere. A camera that is plugged in later, or again, is opened by
itself. Importing this fails where the system lacks a library that Qt's camera needs (``libpulse`` on Linux).
"""

from __future__ import annotations

from PySide6.QtCore import QCameraPermission, QCoreApplication, QLoggingCategory, QObject, Qt, QTimer, Signal
from PySide6.QtMultimedia import QCamera, QCameraDevice, QCameraFormat, QMediaCaptureSession, QMediaDevices, QVideoSink

from checkin.ui.door.trouble import Trouble

PATIENCE = 4000
"""Milliseconds without a frame after which the camera is said to give none."""

BEST_WIDTH = 1280
SLOWEST = 15
"""Frames a second; a larger picture is not worth fewer."""


class Webcam(QObject):
    """A camera that is open, or is to be opened as soon as it is there.

    Signals:
        trouble: There is no picture; carries a ``Trouble``.
        devices_changed: A camera was plugged in or out.
    """

    trouble = Signal(str)
    devices_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Wake Qt's cameras; none is opened."""
        super().__init__(parent)
        # One warning for each library of a video card that is missing, although nothing here would use it.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._camera: QCamera | None = None
        self._wanted: str | None = None
        self._on = False
        self._media = QMediaDevices(self)
        self._media.videoInputsChanged.connect(self._inputs_changed)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.trouble.emit(Trouble.NO_PICTURE))
        self.sink.videoFrameChanged.connect(self._frame_came)

    def devices(self) -> tuple[tuple[str, str], ...]:
        """The cameras there are, the system's own choice first, each with what to ask for it by and its name."""
        own = _id(QMediaDevices.defaultVideoInput())
        there = sorted(QMediaDevices.videoInputs(), key=lambda device: _id(device) != own)
        return tuple((_id(device), device.description()) for device in there)

    def open(self, device_id: str | None) -> None:
        """Open a camera, or the system's own choice where it is not there; another one is closed."""
        self.close()
        self._wanted, self._on = device_id, True
        permission = QCameraPermission()
        app = QCoreApplication.instance()
        status = app.checkPermission(permission) if app is not None else Qt.PermissionStatus.Denied
        if status is Qt.PermissionStatus.Undetermined and app is not None:
            app.requestPermission(permission, self, self._permitted)
        else:
            self._answered(status)

    def close(self) -> None:
        """Close the camera and wait for none."""
        self._on = False
        self._release()

    def _permitted(self, permission: QCameraPermission) -> None:
        app = QCoreApplication.instance()
        if self._on and app is not None:
            self._answered(app.checkPermission(permission))

    def _answered(self, status: Qt.PermissionStatus) -> None:
        if status is Qt.PermissionStatus.Granted:
            self._begin()
        else:
            self.trouble.emit(Trouble.NO_PERMISSION)

    def _begin(self) -> None:
        there = QMediaDevices.videoInputs()
        if not there:
            self.trouble.emit(Trouble.NO_CAMERA)
            return
        device = next((each for each in there if _id(each) == self._wanted), QMediaDevices.defaultVideoInput())
        self._camera = QCamera(device, self)
        self._camera.setCameraFormat(best_format(device.videoFormats()))
        self._camera.errorOccurred.connect(self._failed)
        self._session.setCamera(self._camera)
        self._camera.start()
        self._patience.start()

    def _release(self) -> None:
        self._patience.stop()
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.errorOccurred.disconnect(self._failed)
            camera.stop()
            camera.deleteLater()  # which takes it out of the session

    def _failed(self, error: QCamera.Error) -> None:
        if error is not QCamera.Error.NoError and self._camera is not None:
            gone = self._camera.cameraDevice() not in QMediaDevices.videoInputs()
            self._release()
            self.trouble.emit(Trouble.UNPLUGGED if gone else Trouble.BUSY)

    def _inputs_changed(self) -> None:
        self.devices_changed.emit()
        if not self._on:
            return
        if self._camera is None:
            self._begin()
        elif self._camera.cameraDevice() not in QMediaDevices.videoInputs():
            self._release()
            self.trouble.emit(Trouble.UNPLUGGED)

    def _frame_came(self) -> None:
        if self._camera is not None:
            self._patience.start()


def best_format(formats: list[QCameraFormat]) -> QCameraFormat:
    """The picture nearest to 1280 pixels across that comes fluidly; the camera's own choice when it offers none."""

    def merit(offered: QCameraFormat) -> tuple[bool, int, float]:
        return (
            offered.maxFrameRate() >= SLOWEST,
            -abs(offered.resolution().width() - BEST_WIDTH),
            offered.maxFrameRate(),
        )

    return max(formats, key=merit, default=QCameraFormat())


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
