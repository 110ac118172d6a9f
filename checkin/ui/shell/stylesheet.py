"""The stylesheet of the window, made from a palette."""

from __future__ import annotations

from checkin.ui.shell.palette import Palette


def stylesheet(palette: Palette) -> str:
    """The whole application's stylesheet in one palette."""
    return f"""
    * {{ color: {palette.ink}; font-family: Inter, "Noto Sans"; }}
    QMainWindow, QDialog, #page {{ background: {palette.paper}; }}
    """
