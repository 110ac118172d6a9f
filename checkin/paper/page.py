"""One page, or a drawing to be repeated on pages: rectangles, rules, lines of text and codes.

Lengths in millimetres from the upper left corner, y downwards; sizes of type in points. It knows no file: what is drawn
is kept as the operators of a PDF page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

from checkin.paper.colours import WHITE, Colour
from checkin.paper.fitting import MM
from checkin.paper.logo import Logo
from checkin.paper.operators import number, outline
from checkin.paper.qr import QUIET, Code
from checkin.paper.shaping import Line

Placed = Callable[[Line, float, float, float, float, str], str]
"""The operators that show a line: the line, x and height of its baseline above the origin, size, alignment, and what
readers are told that it says."""

Again = dict[Hashable, tuple[str, Colour | None]]
"""What was drawn under a key, and the ink in force after it."""


class _Moved:
    """The time for which the origin of a page is elsewhere."""

    def __init__(self, page: Page, before: float) -> None:
        self._page, self._before = page, before

    def __enter__(self) -> None:
        """It was moved already."""

    def __exit__(self, *_: object) -> None:
        self._page.back(self._before)


class Page:
    """A page, or a drawing to be repeated on pages. Lengths in millimetres, y downwards; sizes of type in points."""

    def __init__(
        self,
        width: float,
        height: float,
        placed: Placed,
        kept: Callable[[Logo], str],
        drawn: Sequence[str] = (),
        again: Again | None = None,
    ) -> None:
        """An area with nothing on it, or with what another page began with.

        Args:
            width: In millimetres.
            height: In millimetres.
            placed: Gives the operators that show a line at its place.
            kept: Takes a picture into the file; gives its name there.
            drawn: What another page's ``drawn`` was.
            again: What other pages of the document keep for ``again``.
        """
        self.width, self.height = width, height
        self._placed = placed
        self._kept = kept
        self._top = height
        self._drawn: list[str] = list(drawn)
        self._fill: Colour | None = None
        self._again: Again = {} if again is None else again

    def at(self, x: float, y: float, *, turned: bool = False) -> _Moved:
        """Draw with the origin there; ``turned`` upside down, so that x runs to the left and y upwards."""
        self._drawn.append(_origin(x, self._top - y, turned))
        before, self._top, self._fill = self._top, 0.0, None
        return _Moved(self, before)

    def back(self, top: float) -> None:
        """Draw with the origin where it was."""
        self._drawn.append("Q")
        self._top, self._fill = top, None

    def rectangle(self, x: float, y: float, width: float, height: float, fill: Colour) -> None:
        """A filled rectangle."""
        self._colour(fill)
        corner = f"{number(x * MM)} {number((self._top - y - height) * MM)}"
        self._drawn.append(f"{corner} {number(width * MM)} {number(height * MM)} re f")

    def rounded(self, x: float, y: float, width: float, height: float, radius: float, fill: Colour) -> None:
        """A filled rectangle with round corners."""
        self._colour(fill)
        self._drawn.append(f"{outline(x * MM, (self._top - y - height) * MM, width * MM, height * MM, radius * MM)} f")

    def outlined(
        self, x: float, y: float, width: float, height: float, radius: float, stroke: Colour, line: float = 0.6
    ) -> None:
        """The outline of a rectangle with round corners; ``line`` is its thickness in points."""
        red, green, blue = stroke
        path = outline(x * MM, (self._top - y - height) * MM, width * MM, height * MM, radius * MM)
        self._drawn.append(f"{red:g} {green:g} {blue:g} RG {line:g} w {path} S")

    def pill(self, x: float, y: float, width: float, height: float, stroke: Colour, line: float = 0.6) -> None:
        """An outline with round ends; ``line`` is its thickness in points."""
        self.outlined(x, y, width, height, height / 2, stroke, line)

    def frame(self, x: float, y: float, width: float, height: float, stroke: Colour, line: float = 0.8) -> None:
        """The outline of a rectangle; ``line`` is its thickness in points."""
        red, green, blue = stroke
        corner = f"{number(x * MM)} {number((self._top - y - height) * MM)}"
        self._drawn.append(
            f"{red:g} {green:g} {blue:g} RG {line:g} w {corner} {number(width * MM)} {number(height * MM)} re S"
        )

    def rule(self, x1: float, y1: float, x2: float, y2: float, stroke: Colour, line: float = 0.5) -> None:
        """A straight line; ``line`` is its thickness in points."""
        red, green, blue = stroke
        start = f"{number(x1 * MM)} {number((self._top - y1) * MM)} m"
        stop = f"{number(x2 * MM)} {number((self._top - y2) * MM)} l"
        self._drawn.append(f"{red:g} {green:g} {blue:g} RG {line:g} w {start} {stop} S")

    def text(
        self,
        line: Line,
        x: float,
        baseline: float,
        size: float,
        fill: Colour,
        align: float = 0.0,
        said: str = "",
    ) -> None:
        """A line at ``size`` points.

        Args:
            line: What is drawn.
            x: In millimetres.
            baseline: In millimetres.
            size: In points.
            fill: Its colour.
            align: The part of its ink left of x, so 0 begins there and 1 ends there.
            said: What readers of the file are told that it says, in the order of the eye, where that is something else.
        """
        if not line.text:
            return
        self._colour(fill)
        self._drawn.append(self._placed(line, x, self._top - baseline, size, align, said))

    def code(self, code: Code, x: float, y: float, side: float) -> None:
        """A QR code with its quiet zone on a white plate of that side: one pixel a module, so no edge turns grey."""
        self._colour(WHITE)
        plate = _plate(x, self._top - y - side, side, code.modules, code.across)
        self._drawn.append(f"{plate} ID {code.rows}> EI Q")

    def picture(self, logo: Logo, x: float, y: float, width: float, height: float, align: float = 0.0) -> None:
        """A picture as large as the box allows without changing its shape; ``align`` as for text."""
        shape = logo.width / logo.height
        wide, high = (width, width / shape) if width / height < shape else (height * shape, height)
        left, bottom = (x + (width - wide) * align) * MM, (self._top - y - (height + high) / 2) * MM
        place = f"{number(wide * MM)} 0 0 {number(high * MM)} {number(left)} {number(bottom)} cm"
        self._drawn.append(f"q {place} /{self._kept(logo)} Do Q")

    def again(self, key: Hashable, draw: Callable[[], None]) -> None:
        """What ``draw`` draws; it is asked once for each key, and on later pages what it drew stands there again."""
        place = (key, self._top, self._fill)
        known = self._again.get(place)
        if known is None:
            before = len(self._drawn)
            draw()
            known = self._again[place] = "\n".join(self._drawn[before:]), self._fill
            del self._drawn[before:]
        self._drawn.append(known[0])
        self._fill = known[1]

    def repeat(self, stamp: str) -> None:
        """Draw what ``Document.stamp`` kept, its upper left corner at the origin."""
        self._drawn.append(f"/{stamp} Do")

    @property
    def drawn(self) -> tuple[str, ...]:
        """What is on it, for other pages to begin with; as long as nothing but strokes is."""
        return tuple(self._drawn)

    def content(self) -> bytes:
        """The page's operators."""
        return "\n".join(self._drawn).encode("ascii")

    def _colour(self, fill: Colour) -> None:
        if fill != self._fill:
            self._fill = fill
            self._drawn.append(_filled(fill))


@lru_cache(maxsize=64)
def _filled(fill: Colour) -> str:
    return f"{fill[0]:g} {fill[1]:g} {fill[2]:g} rg"


@lru_cache(maxsize=256)
def _origin(x: float, up: float, turned: bool) -> str:  # noqa: FBT001 - part of what it is kept under
    return f"q {'-1 0 0 -1' if turned else '1 0 0 1'} {number(x * MM)} {number(up * MM)} cm"


@lru_cache(maxsize=64)
def _plate(x: float, up: float, side: float, modules: int, across: int) -> str:
    """A code's white plate and the beginning of its picture; the same on every label, so they are kept."""
    module = side / across
    width = f"{modules * module * MM:.3f}"
    left, bottom = (x + QUIET * module) * MM, (up + QUIET * module) * MM
    square = f"{number(x * MM)} {number(up * MM)} {number(side * MM)} {number(side * MM)} re f"
    matrix = f"q 0 g {width} 0 0 {width} {left:.3f} {bottom:.3f} cm"
    return f"{square}\n{matrix} BI /IM true /W {modules} /H {modules} /BPC 1 /D [1 0] /F /AHx"
