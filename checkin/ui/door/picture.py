"""A video frame as what is read and what is shown: its brightness at full size, and a small picture in colour.

Made from the frame's own planes in memory, in any thread. Qt's own conversion goes through the graphics card and warns
where there is none; it is left the formats that no camera of a laptop sends. Knows no code.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

Bytes = NDArray[np.uint8]
_Format = QVideoFrameFormat.PixelFormat

SMALL = 480
"""The small picture is at least so wide, and less than twice as wide, where the frame is."""

_PLANAR = {_Format.Format_YUV420P: (1, 2), _Format.Format_YUV422P: (1, 2), _Format.Format_YV12: (2, 1)}
"""Which planes have the blue and the red difference."""
_PAIRED = {_Format.Format_NV12: (0, 1), _Format.Format_NV21: (1, 0)}
"""At which place of the second plane's pairs they are."""
_PACKED = {_Format.Format_YUYV: (0, 1, 3), _Format.Format_UYVY: (1, 0, 2)}
"""At which byte of four brightness and the two differences begin."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame, upright.

    Attributes:
        grey: Its brightness at full size, a byte a pixel.
        small: The same scene in colour.
    """

    grey: Bytes
    small: QImage


def develop(frame: QVideoFrame) -> Picture | None:
    """The picture in a frame, or None when the frame holds none that can be reached."""
    if not frame.isValid() or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        return _developed(frame)
    finally:
        frame.unmap()


def _developed(frame: QVideoFrame) -> Picture | None:
    step = max(1, frame.width() // SMALL)
    kind = frame.pixelFormat()
    if kind in _PLANAR or kind in _PAIRED or kind in _PACKED or kind is _Format.Format_Y8:
        luma, blue, red = _planes(frame)
        small = _coloured(luma, blue, red, step, full=_is_full(frame))
        luma = np.array(luma, order="C")  # the frame's memory is gone after this
    else:
        image = _image(frame)
        if image.isNull():
            return None
        luma = _bytes(image.convertToFormat(QImage.Format.Format_Grayscale8), 1)[..., 0]
        small = _bytes(image.convertToFormat(QImage.Format.Format_RGB888), 3)[::step, ::step]
    small = np.ascontiguousarray(_upright(small, frame))
    height, width = small.shape[:2]
    shown = QImage(small.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return Picture(np.ascontiguousarray(_upright(luma, frame)), shown)


def _planes(frame: QVideoFrame) -> tuple[Bytes, Bytes | None, Bytes | None]:
    """Brightness and the blue and red differences, the latter two of whatever size the format gives them."""
    kind = frame.pixelFormat()
    width = frame.width()
    first = _plane(frame, 0)[: frame.height()]
    if kind in _PACKED:
        luma, blue, red = _PACKED[kind]
        return first[:, luma::2][:, :width], first[:, blue::4][:, : width // 2], first[:, red::4][:, : width // 2]
    luma_plane = first[:, :width]
    half = (width + 1) // 2
    if kind in _PLANAR:
        blue, red = _PLANAR[kind]
        return luma_plane, _plane(frame, blue)[:, :half], _plane(frame, red)[:, :half]
    if kind in _PAIRED:
        blue, red = _PAIRED[kind]
        pairs = _plane(frame, 1)
        return luma_plane, pairs[:, blue::2][:, :half], pairs[:, red::2][:, :half]
    return luma_plane, None, None


def _plane(frame: QVideoFrame, number: int) -> Bytes:
    stride = frame.bytesPerLine(number)
    raw = np.frombuffer(frame.bits(number), np.uint8)
    return raw[: len(raw) // stride * stride].reshape(-1, stride)


def _coloured(luma: Bytes, blue: Bytes | None, red: Bytes | None, step: int, *, full: bool) -> Bytes:
    """Every ``step``-th pixel as red, green and blue (ITU-R BT.601)."""
    light = luma[::step, ::step].astype(np.float32)
    if not full:
        light = (light - 16) * (255 / 219)
    if blue is None or red is None:
        colour = np.repeat(light[..., None], 3, axis=2)
    else:
        rows = np.arange(0, luma.shape[0], step) * blue.shape[0] // luma.shape[0]
        columns = np.arange(0, luma.shape[1], step) * blue.shape[1] // luma.shape[1]
        b, r = (plane[rows][:, columns].astype(np.float32) - 128 for plane in (blue, red))
        colour = np.stack((light + 1.402 * r, light - 0.344 * b - 0.714 * r, light + 1.772 * b), axis=2)
    return np.clip(colour, 0, 255).astype(np.uint8)


def _is_full(frame: QVideoFrame) -> bool:
    return frame.surfaceFormat().colorRange() is QVideoFrameFormat.ColorRange.ColorRange_Full


def _image(frame: QVideoFrame) -> QImage:
    """A frame of another kind: one in a format of Qt's pictures, a JPEG picture, or what only Qt can convert."""
    kind = frame.pixelFormat()
    if kind is _Format.Format_Jpeg:
        return QImage.fromData(bytes(frame.bits(0)))
    known = QVideoFrameFormat.imageFormatFromPixelFormat(kind)
    if known is QImage.Format.Format_Invalid:
        return frame.toImage()
    return QImage(frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), known)


def _bytes(image: QImage, depth: int) -> Bytes:
    """The pixels of an image of ``depth`` bytes a pixel, in memory of their own."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * depth].reshape(image.height(), image.width(), depth).copy()


def _upright(picture: Bytes, frame: QVideoFrame) -> Bytes:
    """A picture as the frame says that it is to be shown; both are 0 for the cameras of laptops."""
    turned = np.rot90(picture, -(frame.rotation().value // 90))
    return turned[:, ::-1] if frame.mirrored() else turned
