"""Tickets read from single hard frames, beside plain zxing-cpp, ZBar and OpenCV, on the same frames in the same run.

The frames are made by ``benchmarks.filming`` (a camera has none that two people could compare); each holds one code, of
this program or as Eventbrite, pretix or Luma print it, half of them 640 × 480 and half 1280 × 720. A video gives
many tries, so a share here is the chance of each try. pyzbar and OpenCV are measured where they are installed:
``pip install pyzbar opencv-python-headless``, and ZBar itself (on Debian: libzbar0).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from statistics import median

import numpy as np
import zxingcpp

from benchmarks.figures import Line, table
from benchmarks.filming import Grey, Shot, film
from checkin.tickets import new_code
from checkin.ui.door.reading import read

Reader = Callable[[Grey], list[str]]

FRAMES = 24
"""Of each kind and size."""

KINDS = {
    "near": Shot(),
    "far, 16 % of the height": Shot(across=0.16),
    "turned": Shot(turn=140),
    "tilted 45°": Shot(tilt=45),
    "dark room, noise": Shot(light=(10, 45), noise=16),
    "washed out, noise": Shot(light=(110, 150), noise=6),
    "out of focus, 0.6 modules": Shot(blur=0.6),
    "moving, 1.6 modules": Shot(motion=1.6),
    "glare, 5 % of the code": Shot(glare=0.05),
    "glare, 12 % of the code": Shot(glare=0.12),
    "light on dark": Shot(inverted=True),
    "no empty edge": Shot(quiet=0),
    "venue, a little of everything": Shot(
        across=0.36, turn=15, tilt=25, blur=0.3, motion=1, light=(40, 140), noise=6, glare=0.03
    ),
}
SIZES = ((640, 480), (1280, 720))


def payload(number: int, luck: np.random.Generator) -> str:
    """What a ticket says: ours, Eventbrite's, pretix's and Luma's kinds in turn."""
    luma = f"https://luma.com/check-in/evt-{luck.bytes(6).hex()}?pk=g-{luck.bytes(7).hex()}"
    eventbrite = "".join(str(digit) for digit in luck.integers(0, 10, 22))
    return (new_code(luck.bytes(10)), eventbrite, luck.bytes(16).hex(), luma)[number % 4]


def frames(kind: str) -> list[tuple[str, Grey]]:
    """What each frame of a kind says, and the frame."""
    luck = np.random.default_rng([len(kind), 2026])
    made = []
    for size in SIZES:
        for number in range(FRAMES):
            shot = KINDS[kind]
            x, y, turn = luck.uniform(0.4, 0.6), luck.uniform(0.42, 0.58), shot.turn + luck.uniform(-8, 8)
            text = payload(number, luck)
            made.append((text, film(text, replace(shot, size=size, centre=(x, y), turn=turn), luck)))
    return made


def ours(grey: Grey) -> list[str]:
    """This program, on three frames of four."""
    return [sighting.text for sighting in read(grey)]


def thoroughly(grey: Grey) -> list[str]:
    """This program, on every fourth frame."""
    return [sighting.text for sighting in read(grey, thorough=True)]


def plain(grey: Grey) -> list[str]:
    """zxing-cpp as it comes, asked for QR codes."""
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in zxingcpp.read_barcodes(grey, formats=formats)]


def readers() -> dict[str, Reader | None]:
    """Who reads, by name; None for who is not installed."""
    return {
        "here": ours,
        "here, thorough": thoroughly,
        "zxing-cpp": plain,
        "ZBar (pyzbar)": _zbar(),
        "OpenCV": _opencv(),
    }


def _zbar() -> Reader | None:
    try:
        zbar = import_module("pyzbar.pyzbar")
    except ImportError:
        return None
    return lambda grey: [code.data.decode() for code in zbar.decode(grey, symbols=[zbar.ZBarSymbol.QRCODE])]


def _opencv() -> Reader | None:
    try:
        cv2 = import_module("cv2")
    except ImportError:
        return None
    detector = cv2.QRCodeDetector()

    def opencv(grey: Grey) -> list[str]:
        text = detector.detectAndDecode(grey)[0]
        return [text] if text else []

    return opencv


def timed(reader: Reader, grey: Grey) -> tuple[list[str], float]:
    """What a reader reads, and the milliseconds it took."""
    started = time.perf_counter()
    texts = reader(grey)
    return texts, (time.perf_counter() - started) * 1000


def main() -> None:
    """Print the share of frames read for each kind, then rate and cost over all of them."""
    there = {name: reader for name, reader in readers().items() if reader}
    right: dict[str, int] = dict.fromkeys(there, 0)
    wrong: dict[str, int] = dict.fromkeys(there, 0)
    cost: dict[str, list[float]] = {name: [] for name in there}
    print("### Camera: frames read, % (wrong ones in the last line)\n")
    print("| frame |", " | ".join(there), "|\n| --- |", " | ".join("---" for _ in there), "|")
    for kind in KINDS:
        made, before = frames(kind), dict(right)
        for text, grey in made:
            for name, reader in there.items():
                texts, spent = timed(reader, grey)
                cost[name].append(spent)
                right[name] += text in texts
                wrong[name] += any(other != text for other in texts)
        print(f"| {kind} |", " | ".join(f"{100 * (right[name] - before[name]) / len(made):.0f}" for name in there), "|")
    count = len(KINDS) * len(SIZES) * FRAMES
    print("| **all** |", " | ".join(f"**{100 * right[name] / count:.0f}**" for name in there), "|")
    print("| wrong |", " | ".join(str(wrong[name]) for name in there), "|\n")
    lines = []
    for name in [name for name in there if not name.startswith("here")]:
        shares = 100 * right["here"] / count, 100 * right[name] / count
        lines.append(Line("frames read", *shares, "%", name, more_is_better=True))
        lines.append(Line("median frame", median(cost["here"]), median(cost[name]), "ms", name))
    print(table("Camera, all frames", lines))
    for name in readers().keys() - there.keys():
        print(f"\n{name}: not installed")


if __name__ == "__main__":
    main()
