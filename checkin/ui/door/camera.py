"""The camera as a scanner: frames in, codes out, and nothing waits for it.

Frames come from a camera or from any other sink of Qt's. One worker thread reads one frame at a time, the newest; what
comes meanwhile is dropped. A code is told once while it is held. Can be imported where the libraries of cameras are
missing, and then says so when it is started. Knows no guest; how it looks is ``camera_view``.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage
from shiboken6 import isValid

from checkin.ui.door.trouble import Trouble

try:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

    from checkin.ui.door.picture import develop
    from checkin.ui.door.reading import Point, Sighting, fresh, read
    from checkin.ui.door.webcam import Webcam
except ImportError:  # on Linux, Qt's cameras need a library of the sound system that not every machine has
    LIBRARY = False
else:
    LIBRARY = True

PACE = 0.055
"""Seconds from one frame that is read to the next: a code is held for a second, and a laptop has a battery."""

THOROUGH = 4
"""Every so many frames are searched thoroughly."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the nearest code is.

    Attributes:
        points: Its corners in order around it, in pixels of the frame.
        size: Of the frame, width and height.
        text: What the code says.
    """

    points: tuple[Point, ...]
    size: tuple[int, int]
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What came of one frame."""

    small: QImage
    size: tuple[int, int]
    sightings: tuple[Sighting, ...]


class Camera(QObject):
    """Reads tickets from moving pictures.

    Signals:
        seen: A code is shown anew; carries what it says.
        outline: Where a code is (``Outline``), or None when none is in sight any more.
        frame: The picture to show (``QImage``), some 500 pixels across.
        trouble: Why there is no picture, a ``trouble.Trouble``.
        running: Whether it is on.
        devices_changed: A camera was plugged in or out.
    """

    seen = Signal(str)
    outline = Signal(object)
    frame = Signal(QImage)
    trouble = Signal(str)
    running = Signal(bool)
    devices_changed = Signal()
    _done = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = monotonic) -> None:
        """Be off; ``clock`` gives seconds that never run backwards."""
        super().__init__(parent)
        self._clock = clock
        self._webcam: Webcam | None = None
        self._sink: QVideoSink | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._job: Future[Look | None] | None = None
        self._held: dict[str, float] = {}
        self._next = 0.0
        self._turn = 0
        self._outlined = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def on(self) -> bool:
        """Whether it is on, with or without a picture."""
        return self._sink is not None

    def devices(self) -> tuple[tuple[str, str], ...]:
        """The cameras there are, as (id, name), the system's own choice first."""
        return self._eye().devices() if LIBRARY else ()

    def start(self, device_id: str | None = None) -> None:
        """Open a camera and read what it sees; ``None``, or one that is not there, means the system's own choice."""
        if not LIBRARY:
            self.trouble.emit(Trouble.NO_LIBRARY)
            return
        eye = self._eye()
        self.watch(eye.sink)
        eye.open(device_id)

    def watch(self, sink: QVideoSink) -> None:
        """Read the frames that go to ``sink``, wherever they come from."""
        self._leave()
        self._sink = sink
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="camera")
        sink.videoFrameChanged.connect(self._frame_came)
        self.running.emit(self.on)

    def stop(self) -> None:
        """Close the camera. A frame that is just being read is forgotten."""
        if self._sink is not None:
            self._leave()
            self.running.emit(self.on)

    def _eye(self) -> Webcam:
        """The camera itself, woken when it is first asked for: that takes a moment."""
        if self._webcam is None:
            self._webcam = Webcam(self)
            self._webcam.trouble.connect(self.trouble)
            self._webcam.devices_changed.connect(self.devices_changed)
        return self._webcam

    def _leave(self) -> None:
        if self._webcam is not None:
            self._webcam.close()
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._frame_came)
        if self._worker is not None:
            self._worker.shutdown(wait=False, cancel_futures=True)
        self._sink = self._worker = self._job = None
        self._outline(None)

    @Slot()
    def _frame_came(self) -> None:
        """Read the sink's frame of this moment: a signal that waited for a busy window brings an old one."""
        now = self._clock()
        if self._job is not None or now < self._next or self._sink is None or self._worker is None:
            return
        self._next = now + PACE
        self._turn += 1
        self._job = self._worker.submit(look, self._sink.videoFrame(), thorough=self._turn % THOROUGH == 0)
        self._job.add_done_callback(self._looked)

    def _looked(self, _job: Future[Look | None]) -> None:
        """The worker has done, perhaps after the window was closed."""
        if isValid(self):
            self._done.emit()

    @Slot()
    def _deliver(self) -> None:
        job = self._job
        if job is None or not job.done():  # the answer of a worker that was dismissed
            return
        self._job = None
        if job.exception() is not None:
            self.stop()
        result = job.result()
        if result is None:
            return
        self.frame.emit(result.small)
        self._outline(result)
        new, self._held = fresh((sighting.text for sighting in result.sightings), self._held, self._clock())
        for text in new:
            self.seen.emit(text)

    def _outline(self, result: Look | None) -> None:
        nearest = result.sightings[0] if result is not None and result.sightings else None
        if nearest is not None and result is not None:
            self.outline.emit(Outline(nearest.corners, result.size, nearest.text))
        elif self._outlined:
            self.outline.emit(None)
        self._outlined = nearest is not None


def look(frame: QVideoFrame, *, thorough: bool) -> Look | None:
    """Everything that is done with one frame, for any thread; None when it holds no picture."""
    picture = develop(frame)
    if picture is None:
        return None
    height, width = picture.grey.shape
    return Look(picture.small, (width, height), read(picture.grey, thorough=thorough))
