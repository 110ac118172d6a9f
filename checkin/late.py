"""Libraries that are loaded when they are first needed, since most verbs need none of them.

Numbers by the million, PDF and workbooks take a quarter of the time in which a verb begins, and a third of its memory.
The type checker sees an ordinary import beside each.

>>> late = library("colorsys")
>>> late.rgb_to_hsv(0, 0, 0)
(0.0, 0.0, 0)
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


class _Late(ModuleType):
    """Stands for a module until something in it is asked for, and hands on what is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def library(name: str) -> ModuleType:
    """The module of a name, not loaded yet."""
    return _Late(name)
