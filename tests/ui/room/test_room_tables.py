"""What a table looks like, pixel by pixel where it matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QGraphicsScene

from checkin.model import GuestId, Shape, TableId
from checkin.sectors import SECTORS
from checkin.ui.room.layout import CHAIR
from checkin.ui.room.picture import Disc, Look, Mood, TablePicture
from checkin.ui.room.tables import INITIALS_FROM, TableItem
from checkin.ui.shell.palette import DARK, LIGHT, Palette

SIDE = 400.0


def _disc(number: int) -> Disc:
    return Disc(GuestId(number), "AG", ("Ana", "G."), SECTORS[number], "#FFFFFF", away=False)


def _picture(shape: Shape = Shape.ROUND) -> TablePicture:
    return TablePicture(TableId(7), 7, shape, drawn=True, chairs=(_disc(0), None, _disc(2), _disc(3), None, _disc(5)))


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def palette(request: pytest.FixtureRequest) -> Palette:
    chosen: Palette = request.param
    return chosen


@pytest.fixture(params=list(Shape))
def table(request: pytest.FixtureRequest, palette: Palette, qapp: QApplication) -> Iterator[TableItem]:
    scene = QGraphicsScene()
    item = TableItem(_picture(request.param), palette)
    scene.addItem(item)
    yield item
    assert qapp is not None
    scene.clear()


def _drawn(item: TableItem, palette: Palette, scale: float) -> QImage:
    scene = item.scene()
    image = QImage(round(SIDE * scale), round(SIDE * scale), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(palette.paper))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), QRectF(-SIDE / 2, -SIDE / 2, SIDE, SIDE))
    painter.end()
    return image


def _colour(image: QImage, item: TableItem, chair: int, scale: float) -> str:
    at = item.outline.chairs[chair]
    return image.pixelColor(round((at.x + SIDE / 2) * scale), round((at.y + SIDE / 2) * scale)).name().upper()


def _inside(image: QImage, item: TableItem, chair: int, scale: float) -> set[str]:
    """Every colour in the middle of a disc."""
    at = item.outline.chairs[chair]
    x, y, reach = (at.x + SIDE / 2) * scale, (at.y + SIDE / 2) * scale, CHAIR / 3 * scale
    across = range(round(x - reach), round(x + reach))
    return {
        image.pixelColor(one, other).name() for one in across for other in range(round(y - reach), round(y + reach))
    }


def test_a_person_wears_the_colour_of_the_sector_and_a_free_chair_none(table: TableItem, palette: Palette) -> None:
    scale = 0.3
    image = _drawn(table, palette, scale)
    for chair, disc in enumerate(table.picture.chairs):
        assert _colour(image, table, chair, scale) == (palette.surface if disc is None else disc.colour)


def test_initials_are_written_as_soon_as_they_can_be_read(table: TableItem, palette: Palette) -> None:
    small, large = INITIALS_FROM / CHAIR * 0.9, INITIALS_FROM / CHAIR * 1.1
    assert len(_inside(_drawn(table, palette, small), table, 0, small)) == 1
    assert len(_inside(_drawn(table, palette, large), table, 0, large)) > 1


def test_a_table_that_refuses_is_dimmed_and_one_that_is_marked_is_not(table: TableItem, palette: Palette) -> None:
    scale = 0.3
    table.show_look(Look(marked=frozenset({GuestId(2)}), chosen=True))
    assert _colour(_drawn(table, palette, scale), table, 2, scale) == SECTORS[2]
    table.show_look(Look(mood=Mood.REFUSES))
    assert _colour(_drawn(table, palette, scale), table, 2, scale) != SECTORS[2]


def test_while_somebody_searches_only_those_found_keep_their_colour(table: TableItem, palette: Palette) -> None:
    scale = 0.3
    table.show_look(Look(found=frozenset({GuestId(2)})))
    image = _drawn(table, palette, scale)
    assert _colour(image, table, 2, scale) == SECTORS[2]
    assert _colour(image, table, 3, scale) != SECTORS[3]


@pytest.mark.parametrize("scale", [0.05, 0.2, 1.0, 2.5])
def test_everything_painted_stays_inside_the_bounds(table: TableItem, palette: Palette, scale: float) -> None:
    table.show_look(Look(Mood.TARGET, chosen=True, chair=0, marked=frozenset({GuestId(2), GuestId(5)})))
    bare = _drawn(table, palette, scale)
    bounds = table.boundingRect()
    room = QRectF(
        (bounds.left() + SIDE / 2) * scale, (bounds.top() + SIDE / 2) * scale, bounds.width() * scale,
        bounds.height() * scale,
    ).adjusted(-1, -1, 0, 0)  # fmt: skip
    paper = QColor(palette.paper).name()
    painted = [
        (x, y) for x in range(bare.width()) for y in range(bare.height()) if bare.pixelColor(x, y).name() != paper
    ]
    assert painted
    assert all(room.contains(QPointF(x, y)) for x, y in painted)


def test_the_person_under_a_chair_s_centre_is_the_one_who_sits_there(table: TableItem) -> None:
    for at, disc in zip(table.outline.chairs, table.picture.chairs, strict=True):
        assert table.covers(QPointF(at.x, at.y))
        assert table.guest_at(QPointF(at.x, at.y)) == (None if disc is None else disc.guest_id)
    assert table.guest_at(QPointF(0, 0)) is None


def test_the_same_picture_is_not_painted_twice(table: TableItem) -> None:
    assert not table.show_picture(replace(table.picture))
    assert table.show_picture(replace(table.picture, number=8))
