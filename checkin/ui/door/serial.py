"""A scanner on a serial port (USB-COM): whole lines come in, whatever the keyboard's layout and wherever the focus is.

An option, for scanners that were set to it. ``LineSplitter`` is pure and cuts what arrives into codes; the port is
Qt's. A port that is unplugged is opened again by itself as soon as it is back. Knows no guest and no ticket.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.words import Words

try:
    from PySide6.QtSerialPort import QSerialPort, QSerialPortInfo
except ImportError:  # Qt's serial ports are a part of their own that an installation may lack
    LIBRARY = False
else:
    LIBRARY = True

SILENCE = 100
"""Milliseconds without a byte that end a code whose scanner sends no end mark."""

AGAIN = 1000
"""Milliseconds from one look for a port that is gone to the next."""

LONGEST = 4096
"""Bytes without an end mark that are kept: more than any code holds, and no more than a wrong device may cost."""

ENDS = b"\r\n\t\x00\x03"
"""What scanners put after a code: CR, LF, Tab, NUL, ETX."""


class Trouble(StrEnum):
    """Why nothing can be read."""

    NO_LIBRARY = "no_library"
    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    BUSY = "busy"
    UNPLUGGED = "unplugged"
    FAILED = "failed"


class LineSplitter:
    r"""Cuts a stream of bytes into codes.

    >>> lines = LineSplitter()
    >>> lines.feed(b"EVB-1000"), lines.feed(b"01\r\nEVB-2\r"), lines.feed(b"EVB-3"), lines.silence()
    ([], ['EVB-100001', 'EVB-2'], [], ['EVB-3'])
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._begun = bytearray()

    @property
    def waiting(self) -> bool:
        """Whether a code has begun that has not ended."""
        return bool(self._begun)

    def feed(self, arrived: bytes) -> list[str]:
        """Take bytes; returns the codes that they end."""
        codes = []
        for byte in arrived:
            if byte in ENDS:
                codes.extend(self.silence())
            elif len(self._begun) < LONGEST:
                self._begun.append(byte)
        return codes

    def silence(self) -> list[str]:
        """Nothing has come for a while: what has begun is a code."""
        text = _decoded(bytes(self._begun)).strip()
        self._begun.clear()
        return [text] if text else []

    def forget(self) -> None:
        """Drop what has begun: its end will not come."""
        self._begun.clear()


class SerialScanner(QObject):
    """Reads codes from one serial port.

    Signals:
        scanned: A code was read; carries its text.
        trouble: Nothing can be read; carries a ``Trouble``.
        running: Whether a port is open and read.
    """

    scanned = Signal(str)
    trouble = Signal(str)
    running = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        """Read nothing yet."""
        super().__init__(parent)
        self._lines = LineSplitter()
        self._port: QSerialPort | None = None
        self._wanted: tuple[str, int] | None = None
        self._silence = QTimer(self, singleShot=True, interval=SILENCE)
        self._silence.timeout.connect(self._silent)
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self._look_again)

    @property
    def on(self) -> bool:
        """Whether a port is open and read."""
        return self._port is not None

    def ports(self) -> tuple[tuple[str, str], ...]:
        """The ports there are, as (name, description), those on USB first."""
        if not LIBRARY:
            return ()
        there = sorted(QSerialPortInfo.availablePorts(), key=lambda port: (not _on_usb(port), port.portName()))
        return tuple((port.portName(), port.description() or port.manufacturer()) for port in there)

    def open(self, name: str, baud: int = 9600) -> bool:
        """Read the port called ``name`` from now on; another one is closed. Says whether it is open already.

        A port that is not there is waited for.
        """
        self.close()
        if not LIBRARY:
            self.trouble.emit(Trouble.NO_LIBRARY)
            return False
        self._wanted = (name, baud)
        trouble = self._begin()
        if trouble is not None:
            self.trouble.emit(trouble)
            self._again.start()
        return trouble is None

    def close(self) -> None:
        """Read nothing more, and wait for no port."""
        self._wanted = None
        self._again.stop()
        self._release()

    def _begin(self) -> Trouble | None:
        """Open the wanted port; returns why it could not be."""
        if self._wanted is None:
            return None
        name, baud = self._wanted
        port = QSerialPort(self)
        port.setPortName(name)
        port.setBaudRate(baud)
        if not port.open(QSerialPort.OpenModeFlag.ReadWrite) and not port.open(QSerialPort.OpenModeFlag.ReadOnly):
            trouble = _reason(port.error())
            port.deleteLater()
            return trouble
        # Some scanners send only while the computer says that it is ready.
        port.setDataTerminalReady(True)
        port.clearError()
        port.readyRead.connect(self._read)
        port.errorOccurred.connect(self._failed)
        self._port = port
        self.running.emit(self.on)
        return None

    def _release(self) -> None:
        self._silence.stop()
        self._lines.forget()
        port, self._port = self._port, None
        if port is None:
            return
        port.errorOccurred.disconnect(self._failed)
        port.readyRead.disconnect(self._read)
        port.close()
        port.deleteLater()
        self.running.emit(self.on)

    def _read(self) -> None:
        if self._port is None:
            return
        for code in self._lines.feed(bytes(self._port.readAll().data())):
            self.scanned.emit(code)
        if self._lines.waiting:
            self._silence.start()
        else:
            self._silence.stop()

    def _silent(self) -> None:
        for code in self._lines.silence():
            self.scanned.emit(code)

    def _failed(self, error: QSerialPort.SerialPortError) -> None:
        """The port broke while it was open: unplugged, as a rule."""
        if self._port is None or error is QSerialPort.SerialPortError.NoError:
            return
        if error in (QSerialPort.SerialPortError.TimeoutError, QSerialPort.SerialPortError.UnsupportedOperationError):
            return
        self._release()
        self.trouble.emit(Trouble.UNPLUGGED)
        self._again.start()

    def _look_again(self) -> None:
        """Open the port as soon as it is back; what is in the way of it has been said already."""
        if self._begin() is None:
            self._again.stop()


def explain(trouble: str, t: Words) -> tuple[str, str]:
    """What happened, and what to do next. Keyboard scanners and search go on without a serial one.

    >>> explain("unplugged", Words("en"))
    ('The scanner was unplugged', 'Plug it in again and it goes on by itself.')
    """
    match trouble:
        case Trouble.NO_LIBRARY:
            return t("This computer cannot use serial scanners"), t("Set the scanner to keyboard mode instead.")
        case Trouble.NOT_FOUND:
            return t("No scanner on this port"), t("Plug it in and it starts by itself.")
        case Trouble.NO_PERMISSION:
            return t("The port may not be used"), t(
                "On Linux, add this account to the group “dialout” and log in again. Close other programs that use it."
            )
        case Trouble.BUSY:
            return t("The port does not open"), t("Close the other program that uses it, and it starts by itself.")
        case Trouble.UNPLUGGED:
            return t("The scanner was unplugged"), t("Plug it in again and it goes on by itself.")
        case _:
            return t("The scanner cannot be read"), t("Unplug it, plug it in again, and choose its port once more.")


def _decoded(arrived: bytes) -> str:
    """UTF-8 where it is, else the Western letters that older scanners send."""
    try:
        return arrived.decode("utf-8")
    except UnicodeDecodeError:
        return arrived.decode("cp1252", "replace")


def _on_usb(port: QSerialPortInfo) -> bool:
    return port.hasVendorIdentifier()


def _reason(error: QSerialPort.SerialPortError) -> Trouble:
    reasons = {
        QSerialPort.SerialPortError.DeviceNotFoundError: Trouble.NOT_FOUND,
        QSerialPort.SerialPortError.PermissionError: Trouble.NO_PERMISSION,
        QSerialPort.SerialPortError.OpenError: Trouble.BUSY,
    }
    return reasons.get(error, Trouble.FAILED)
