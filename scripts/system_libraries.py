"""What the machine itself has to have: the libraries Qt is linked against and, for the tests, PostgreSQL's server.

Qt's wheels bring Qt and leave the rest to the system: fonts, keyboard, X11, OpenGL, sound. Rather than believe a list,
this asks the dynamic loader what it misses for the parts of Qt that the program loads, and installs Debian's package
for each where it may (root and apt-get). Elsewhere it names them with the command to type. Only the standard library
is used, so that it runs before anything else does. It knows nothing of the program.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

PARTS = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Svg.so.6",
    "lib/libQt6Pdf.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Multimedia.so.6",
    "lib/libQt6MultimediaWidgets.so.6",
    "lib/libQt6Network.so.6",
    "lib/libQt6SerialPort.so.6",
    "lib/libQt6TextToSpeech.so.6",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqwayland.so",
    "plugins/platforms/libqoffscreen.so",
    "plugins/xcbglintegrations/*.so",
    "plugins/iconengines/*.so",
    "plugins/imageformats/*.so",
    "plugins/multimedia/*.so",
    "plugins/printsupport/*.so",
)
"""The parts of Qt that the program loads, below PySide6/Qt."""

DEBIAN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpipewire-0.3.so.0": "libpipewire-0.3-0",
    "libpulse.so.0": "libpulse0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's package for each library that Qt's wheels do not bring."""

OPENED_LATER = ("libpipewire-0.3.so.0",)
"""Libraries that Qt opens by name when sound or camera are first used, so that the loader knows nothing of them."""


def qt_folder() -> Path | None:
    """Where this Python keeps Qt, or None when PySide6 is not installed."""
    spec = importlib.util.find_spec("PySide6")
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) / "Qt" if places else None


def missing_libraries(qt: Path) -> list[str]:
    """The libraries that the dynamic loader does not find for the parts of Qt below ``qt``, by name, sorted."""
    parts = [str(path) for pattern in PARTS for path in sorted(qt.glob(pattern))]
    said = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    lost = {line.split()[0] for line in said.splitlines() if line.endswith("=> not found")}
    return sorted(lost | {name for name in OPENED_LATER if not opens(name)})


def opens(name: str) -> bool:
    """Whether the dynamic loader can open a library by its name."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def postgresql_folder() -> Path | None:
    """The folder of PostgreSQL's server programs, or None; Debian keeps them off the PATH."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(versions, key=lambda path: float(path.parent.parent.name), reverse=True)
    if newest:
        return newest[0].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def missing_packages(*, with_postgresql: bool, with_zbar: bool = False) -> tuple[list[str], list[str]]:
    """Debian's names for what is missing, and the libraries among it for which no package is known."""
    qt = qt_folder()
    lost = missing_libraries(qt) if qt and sys.platform == "linux" and shutil.which("ldd") else []
    packages = {DEBIAN[name] for name in lost if name in DEBIAN}
    if with_postgresql and not postgresql_folder():
        packages.add("postgresql")
    if with_zbar and not opens("libzbar.so.0"):
        packages.add("libzbar0")
    return sorted(packages), [name for name in lost if name not in DEBIAN]


def may_install() -> bool:
    """Whether this user can add packages without being asked for a password."""
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Iterable[str]) -> None:
    """Add Debian packages; what apt-get could not do shows when the machine is looked at again."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "--quiet", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)


def provide(*, with_postgresql: bool, with_zbar: bool = False) -> bool:
    """Install what is missing where that is allowed, else say what to type; whether nothing is missing now."""
    packages, unknown = missing_packages(with_postgresql=with_postgresql, with_zbar=with_zbar)
    if packages and may_install():
        print(f"Installing from Debian: {' '.join(packages)}", flush=True)
        install(packages)
        packages, unknown = missing_packages(with_postgresql=with_postgresql, with_zbar=with_zbar)
    if packages:
        print("This machine lacks libraries for the window or the tests. On Debian or Ubuntu, type:", file=sys.stderr)
        print(f"    sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    if unknown:
        print(f"Qt also misses {', '.join(unknown)}; which package has them is not known here.", file=sys.stderr)
    return not packages and not unknown


if __name__ == "__main__":
    asked = sys.argv[1:]
    sys.exit(0 if provide(with_postgresql="--with-postgresql" in asked, with_zbar="--with-zbar" in asked) else 1)
