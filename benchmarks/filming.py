"""Pictures of tickets held into a bad camera, made up from figures: tilted, dark, glaring, blurred, always the same.

A ticket is warped in perspective with three by three samples a pixel onto a cluttered background, then the light, the
lens, the hand and the sensor do their worst. Grey pictures only: the readers look at nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from checkin.paper.qr import encode

Grey = NDArray[np.uint8]
Light = NDArray[np.float32]
"""Brightness, 0 to 1."""

SAMPLES = 3
PIXELS = 6
"""Pixels a module in the picture of the ticket that is warped."""


@dataclass(frozen=True, slots=True)
class Shot:
    """How a ticket is held and filmed.

    Attributes:
        size: Of the frame, width and height in pixels.
        across: Length of the code's side, as a share of the frame's height.
        centre: Where the code's middle is, as shares of width and height.
        turn: Rotation in the picture's plane, degrees.
        tilt: Rotation out of it, about the vertical axis, degrees.
        inverted: Light on dark, as phones show it at night.
        quiet: Width of the empty edge in modules.
        blur: Radius (sigma) of the defocus, in modules.
        motion: Length of the hand's movement while the shutter is open, in modules.
        glare: Share of the code's area that a lamp drowns.
        light: Grey of black and of white, 0 to 255.
        noise: Standard deviation of the sensor's noise, of 255.
    """

    size: tuple[int, int] = (640, 480)
    across: float = 0.45
    centre: tuple[float, float] = (0.5, 0.5)
    turn: float = 0.0
    tilt: float = 0.0
    inverted: bool = False
    quiet: int = 4
    blur: float = 0.0
    motion: float = 0.0
    glare: float = 0.0
    light: tuple[int, int] = (25, 225)
    noise: float = 2.0


def film(text: str, shot: Shot, luck: np.random.Generator) -> Grey:
    """One frame of a ticket that says ``text``; with "" only the background."""
    width, height = shot.size
    scene = clutter(width, height, luck)
    module = 1.0
    if text:
        paper, modules = ticket(text, shot)
        module = shot.across * height / modules
        _lay(scene, paper, shot, PIXELS * modules)
    if shot.glare:
        _drown(scene, shot, luck)
    scene = _smear(scene, _bell(shot.blur * module), _bell(shot.blur * module))
    scene = _smear(scene, _bar(shot.motion * module), np.ones(1, np.float32))
    dark, bright = shot.light
    grey = dark + scene * (bright - dark) + luck.normal(0, shot.noise, scene.shape)
    return np.clip(np.rint(grey), 0, 255).astype(np.uint8)


def ticket(text: str, shot: Shot) -> tuple[Light, int]:
    """The picture of a ticket, its code in the middle, and how many modules the code has."""
    code = encode(text)
    if code is None:
        raise ValueError(text)
    bits = np.unpackbits(np.frombuffer(bytes.fromhex(code.rows), np.uint8)).reshape(code.modules, -1)
    paper = np.pad(1.0 - bits[:, : code.modules].astype(np.float32), shot.quiet, constant_values=1.0)
    paper = np.kron(np.abs(paper - shot.inverted), np.ones((PIXELS, PIXELS), np.float32))
    return paper.astype(np.float32), code.modules


def clutter(width: int, height: int, luck: np.random.Generator) -> Light:
    """A room of boxes, shades and stripes."""
    scene = np.linspace(luck.uniform(0.2, 0.5), luck.uniform(0.4, 0.8), width, dtype=np.float32)
    scene = np.tile(scene, (height, 1))
    for _ in range(60):
        x, y = int(luck.integers(width)), int(luck.integers(height))
        w, h = int(luck.integers(4, width // 5)), int(luck.integers(4, height // 5))
        scene[y : y + h, x : x + w] = luck.uniform(0, 1)
    return scene


def corners(shot: Shot, side: float) -> NDArray[np.float64]:
    """Where the corners of a square that is ``side`` times the code's side come to lie, clockwise from top left."""
    width, height = shot.size
    half = shot.across * height * side / 2
    distance = 3 * shot.across * height
    square = np.array([(-half, -half), (half, -half), (half, half), (-half, half)])
    turn, tilt = radians(shot.turn), radians(shot.tilt)
    turned = square @ np.array([[cos(turn), sin(turn)], [-sin(turn), cos(turn)]])
    shrink = distance / (distance + turned[:, :1] * sin(tilt))
    middle = np.array([shot.centre[0] * width, shot.centre[1] * height])
    placed: NDArray[np.float64] = middle + turned * np.array([cos(tilt), 1.0]) * shrink
    return placed


def _lay(scene: Light, paper: Light, shot: Shot, code: int) -> None:
    """Lay the ticket over the scene, in perspective."""
    pixels = paper.shape[0]
    where = corners(shot, pixels / code)
    (left, top), (right, bottom) = np.floor(where.min(0)).astype(int), np.ceil(where.max(0)).astype(int)
    left, top = max(0, left), max(0, top)
    right, bottom = min(scene.shape[1], right), min(scene.shape[0], bottom)
    matrix = _homography(where, np.array([(0, 0), (pixels, 0), (pixels, pixels), (0, pixels)], np.float64))
    step = (np.arange(SAMPLES) + 0.5) / SAMPLES
    x = (np.arange(left, right)[:, None] + step).ravel()
    y = (np.arange(top, bottom)[:, None] + step).ravel()[:, None]
    depth = matrix[2, 0] * x + matrix[2, 1] * y + matrix[2, 2]
    u = np.floor((matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]) / depth).astype(int)
    v = np.floor((matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]) / depth).astype(int)
    inside = (u >= 0) & (u < pixels) & (v >= 0) & (v < pixels)
    value = np.where(inside, paper[v.clip(0, pixels - 1), u.clip(0, pixels - 1)], 0)
    cells = (bottom - top, SAMPLES, right - left, SAMPLES)
    cover = inside.reshape(cells).mean((1, 3))
    below = scene[top:bottom, left:right]
    scene[top:bottom, left:right] = below * (1 - cover) + value.reshape(cells).mean((1, 3))


def _homography(source: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """The projective map that takes four points to four others."""
    rows, right = [], []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    solved = np.linalg.solve(np.array(rows), np.array(right))
    return np.append(solved, 1.0).reshape(3, 3)


def _drown(scene: Light, shot: Shot, luck: np.random.Generator) -> None:
    """A lamp's reflection somewhere on the code: white in its middle, fading at its edge."""
    height, width = scene.shape
    side = shot.across * height
    radius = side * (shot.glare / np.pi) ** 0.5
    x = shot.centre[0] * width + luck.uniform(-0.5, 0.5) * side
    y = shot.centre[1] * height + luck.uniform(-0.5, 0.5) * side
    far = np.hypot(np.arange(width) - x, (np.arange(height) - y)[:, None])
    scene += np.clip(1.5 - far / radius, 0, 1) * (1 - scene)


def _bell(sigma: float) -> Light:
    reach = np.arange(-round(3 * sigma) - 1, round(3 * sigma) + 2, dtype=np.float32)
    bell = np.exp(-(reach**2) / (2 * sigma**2)) if sigma else (reach == 0).astype(np.float32)
    return np.asarray(bell / bell.sum(), np.float32)


def _bar(length: float) -> Light:
    bar = np.ones(max(1, round(length)), np.float32)
    return np.asarray(bar / bar.sum(), np.float32)


def _smear(scene: Light, across: Light, down: Light) -> Light:
    """A separable convolution; the edge repeats."""
    for kernel, axis in ((across, 1), (down, 0)):
        if len(kernel) > 1:
            before = len(kernel) // 2
            edge = [(0, 0), (0, 0)]
            edge[axis] = (before, len(kernel) - 1 - before)
            padded = np.pad(scene, edge, mode="edge")
            length = scene.shape[axis]
            scene = np.zeros_like(scene)
            for at, share in enumerate(kernel):
                scene += np.take(padded, range(at, at + length), axis) * share
    return scene
