"""What holds for every test: no screen unless asked, no network, folders of its own, one time zone, one locale.

``pytest --onscreen`` shows the windows.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import time
from pathlib import Path

import platformdirs
import pytest

MADRID = "CET-1CEST,M3.5.0,M10.5.0/3"
"""Europe/Madrid in words of its own, for machines without a database of time zones."""

FOLDERS = ("data", "config", "state")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--onscreen``."""
    parser.addoption("--onscreen", action="store_true", help="show the windows instead of drawing them in memory")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Set what has to be set before Qt or a clock is first asked."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("LANG", "LANGUAGE", "CHECKIN_DATABASE", "FORCE_COLOR"):
        os.environ.pop(name, None)
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ["TZ"] = MADRID
    if hasattr(time, "tzset"):
        time.tzset()


def _always(place: Path) -> property:
    """A property that is ``place`` whatever it is asked of."""
    return property(lambda _: str(place))


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Send settings and data to a folder of the test's own, for this process and for those that it starts."""
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for kind in FOLDERS:
        place = home / kind
        place.mkdir(parents=True)
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(place))
        monkeypatch.setattr(platformdirs.PlatformDirs, f"user_{kind}_dir", _always(place))
    monkeypatch.setattr(platformdirs.PlatformDirs, "user_log_dir", _always(home / "state"))
    return home


def _stays_here(address: object) -> bool:
    """Whether a socket's address is this machine: a path, a loopback address or its name."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever opens a connection to another machine: the program works in a cellar without a signal."""
    for name in ("connect", "connect_ex"):
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, address: object, real: object = real) -> object:
            assert _stays_here(address), f"a connection to {address!r}"
            assert callable(real)
            return real(self, address)

        monkeypatch.setattr(socket.socket, name, guarded)
