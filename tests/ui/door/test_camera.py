"""The camera as a scanner, over frames of a real video and frames made one by one; the same path as a camera's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QMediaCaptureSession,
    QMediaFormat,
    QMediaPlayer,
    QMediaRecorder,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoFrameInput,
    QVideoSink,
)
from pytestqt.qtbot import QtBot

from benchmarks.filming import Grey, Shot, film
from checkin.tickets import new_code
from checkin.ui.door import camera as camera_module
from checkin.ui.door.camera import Camera, Look, Outline, look
from checkin.ui.door.reading import HELD
from checkin.ui.door.trouble import Trouble
from checkin.ui.door.webcam import Webcam

CODE = "BBBCBDBFBGBHBJBKBLBT"
RATE = 30
HOLDS = (
    Shot(tilt=40, turn=15),
    Shot(light=(10, 50), noise=14),
    Shot(glare=0.03),
    Shot(blur=0.5),
    Shot(inverted=True, motion=1, across=0.35),
)
"""Tilted, dark, glaring, out of focus, light on dark while it moves."""

Format = QVideoFrameFormat.PixelFormat


@pytest.fixture
def camera(qtbot: QtBot) -> Iterator[Camera]:
    """A camera with a clock that the test turns: ``camera.hands`` shows the time."""
    assert qtbot is not None
    made = Camera(clock=lambda: getattr(made, "hands", 0.0))
    yield made
    made.stop()


@pytest.fixture
def show(qtbot: QtBot, camera: Camera) -> Callable[[QVideoFrame], list[str]]:
    """Shows one frame to the camera and gives the codes that it told."""
    Webcam()  # which wakes Qt's cameras without their warnings
    sink = QVideoSink(camera)
    camera.watch(sink)

    def shown(frame: QVideoFrame, *, after: float = 0.1) -> list[str]:
        told: list[str] = []
        camera.__dict__["hands"] = getattr(camera, "hands", 0.0) + after
        camera.seen.connect(told.append)
        with qtbot.waitSignal(camera.frame):
            sink.setVideoFrame(frame)
        camera.seen.disconnect(told.append)
        return told

    return shown


def as_frame(grey: Grey) -> QVideoFrame:
    image = QImage(grey.tobytes(), grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8)
    return QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32))


def ticket(code: str = CODE, *, turn: float = 0) -> QVideoFrame:
    return as_frame(film(code, Shot(turn=turn), np.random.default_rng(8)))


def scene(codes: list[str]) -> Iterator[Grey]:
    """Tickets carried across the picture one after the other, with nothing in between."""
    luck = np.random.default_rng(21)
    for code, how in zip(codes, HOLDS, strict=True):
        for at in np.linspace(0.35, 0.65, 18):
            yield film(code, replace(how, centre=(float(at), 0.5)), luck)
        yield from (film("", Shot(), luck) for _ in range(4))


def record(frames: Iterator[Grey], path: Path, qtbot: QtBot) -> None:
    """Write frames to a video file as a camera's program would."""
    size = QSize(640, 480)
    kept = QVideoFrameFormat(size, Format.Format_BGRX8888)
    kept.setStreamFrameRate(RATE)
    source = QVideoFrameInput(kept)
    session, recorder = QMediaCaptureSession(), QMediaRecorder()
    session.setVideoFrameInput(source)
    session.setRecorder(recorder)
    kind = QMediaFormat(QMediaFormat.FileFormat.Matroska)
    kind.setVideoCodec(QMediaFormat.VideoCodec.MotionJPEG)
    recorder.setMediaFormat(kind)
    recorder.setQuality(QMediaRecorder.Quality.HighQuality)
    recorder.setVideoResolution(size)
    recorder.setVideoFrameRate(RATE)
    recorder.setAutoStop(True)
    recorder.setOutputLocation(QUrl.fromLocalFile(str(path)))
    waiting = [as_frame(grey) for grey in frames]
    for number, frame in enumerate(waiting):
        frame.setStreamFrameRate(RATE)
        frame.setStartTime(number * 1_000_000 // RATE)
        frame.setEndTime((number + 1) * 1_000_000 // RATE)
    waiting.append(QVideoFrame())

    def send() -> None:
        while waiting and source.sendVideoFrame(waiting[0]):
            del waiting[0]

    source.readyToSendVideoFrame.connect(send)
    recorder.record()
    qtbot.waitUntil(
        lambda: not waiting and recorder.recorderState() is QMediaRecorder.RecorderState.StoppedState, timeout=20_000
    )
    assert recorder.error() is QMediaRecorder.Error.NoError


def test_every_ticket_of_a_video_is_read_once_and_none_that_is_not_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    Webcam()
    codes = [new_code(bytes([number] * 10)) for number in range(1, len(HOLDS) + 1)]
    record(scene(codes), tmp_path / "door.mkv", qtbot)
    player, sink, camera = QMediaPlayer(), QVideoSink(), Camera()
    told: list[str] = []
    outlines: list[Outline | None] = []
    camera.seen.connect(told.append)
    camera.outline.connect(outlines.append)
    camera.watch(sink)
    player.setVideoSink(sink)
    player.setSource(QUrl.fromLocalFile(str(tmp_path / "door.mkv")))
    player.play()
    qtbot.waitUntil(lambda: player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia, timeout=30_000)
    camera.stop()
    assert told == codes
    assert outlines[-1] is None
    assert {outline.size for outline in outlines if outline} == {(640, 480)}


def test_a_ticket_held_in_front_of_it_is_told_once(camera: Camera, show: Callable[..., list[str]]) -> None:
    assert camera.on
    assert show(ticket()) == [CODE]
    assert [show(ticket(turn=number), after=1.0) for number in range(4)] == [[]] * 4
    assert show(ticket(CODE[::-1]), after=0.1) == [CODE[::-1]]
    assert show(ticket(), after=HELD) == [CODE]


def test_the_outline_goes_when_the_ticket_does(camera: Camera, show: Callable[..., list[str]]) -> None:
    outlines: list[Outline | None] = []
    camera.outline.connect(outlines.append)
    show(ticket())
    show(ticket(""))
    show(ticket(""))
    assert [outline and outline.text for outline in outlines] == [CODE, None]


def test_frames_that_come_while_one_is_read_are_dropped(
    qtbot: QtBot, camera: Camera, show: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert show(ticket()) == [CODE]
    go_on, looks = Event(), []

    def slowly(frame: QVideoFrame, *, thorough: bool) -> Look | None:
        looks.append(thorough)
        assert go_on.wait(10)
        return look(frame, thorough=thorough)

    monkeypatch.setattr(camera_module, "look", slowly)
    sink = QVideoSink(camera)
    camera.watch(sink)
    with qtbot.waitSignal(camera.frame):
        for number in range(20):
            camera.__dict__["hands"] = 10.0 + number
            sink.setVideoFrame(ticket(""))
        assert len(looks) <= 1
        go_on.set()
    assert len(looks) == 1


@pytest.mark.parametrize(
    "kind",
    [
        Format.Format_YUV420P, Format.Format_YUV422P, Format.Format_YV12, Format.Format_NV12, Format.Format_NV21,
        Format.Format_YUYV, Format.Format_UYVY, Format.Format_Y8,
    ],
)  # fmt: skip
def test_a_frame_is_read_in_every_format_that_cameras_send(kind: QVideoFrameFormat.PixelFormat) -> None:
    grey = film(CODE, Shot(), np.random.default_rng(8))
    frame = QVideoFrame(QVideoFrameFormat(QSize(640, 480), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for plane in range(frame.planeCount()):
        np.frombuffer(frame.bits(plane), np.uint8)[:] = 128
    rows = np.frombuffer(frame.bits(0), np.uint8).reshape(-1, frame.bytesPerLine(0))[:480]
    step = 2 if kind in (Format.Format_YUYV, Format.Format_UYVY) else 1
    rows[:, kind is Format.Format_UYVY : 640 * step : step] = grey
    frame.unmap()
    seen = look(frame, thorough=False)
    assert seen is not None
    assert [sighting.text for sighting in seen.sightings] == [CODE]
    shade = seen.small.pixelColor(320, 240)
    assert shade.red() == shade.green() == shade.blue()
    assert abs(shade.red() - (int(grey[240, 320]) - 16) * 255 / 219) < 2


def test_a_picture_keeps_its_colours() -> None:
    blue = QVideoFrame(QVideoFrameFormat(QSize(64, 64), Format.Format_NV12))
    assert blue.map(QVideoFrame.MapMode.WriteOnly)
    np.frombuffer(blue.bits(0), np.uint8)[:] = 41
    np.frombuffer(blue.bits(1), np.uint8).reshape(-1, 2)[:] = (240, 110)
    blue.unmap()
    seen = look(blue, thorough=False)
    assert seen is not None
    colour = seen.small.pixelColor(10, 10)
    assert colour.blue() > 200
    assert max(colour.red(), colour.green()) < 40


def test_an_empty_frame_is_no_picture() -> None:
    assert look(QVideoFrame(), thorough=False) is None


def test_what_breaks_while_reading_turns_the_camera_off_and_is_told(
    qtbot: QtBot, camera: Camera, show: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert show(ticket()) == [CODE]

    def breaks(_frame: QVideoFrame, *, thorough: bool) -> Look | None:
        raise ValueError(thorough)

    monkeypatch.setattr(camera_module, "look", breaks)
    sink = QVideoSink(camera)
    camera.watch(sink)
    camera.__dict__["hands"] = 99.0
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(camera.running):
        sink.setVideoFrame(ticket())
    qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ValueError
    assert not camera.on


def test_a_computer_without_the_library_says_so_and_goes_on() -> None:
    program = """
import sys
sys.modules["PySide6.QtMultimedia"] = None
from PySide6.QtCore import QCoreApplication
from checkin.ui.door.camera import Camera
app = QCoreApplication([])
camera = Camera()
camera.trouble.connect(print)
camera.start()
assert not camera.on and camera.devices() == ()
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == [Trouble.NO_LIBRARY]
