"""What badges look like: look, colour, logo, fields. Every choice holds at once and the preview shows it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QWidget

from checkin import phrases
from checkin.badges import Design
from checkin.desk.design_words import field_words, look_words
from checkin.errors import UnusableLogo
from checkin.paper.designs import Field
from checkin.paper.logo import accepted
from checkin.ui.shell.beside import Beside
from checkin.ui.shell.controls import Button, round_popup
from checkin.ui.shell.labels import PlainLabel
from checkin.ui.shell.theme import Theme
from checkin.words import Words

WIDTH = 480


class DesignPanel(Beside):
    """The panel.

    Signals:
        chosen: Badges are to look otherwise; carries the ``Design``.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, t: Words, design: Design) -> None:
        """Show what is chosen now."""
        super().__init__(parent, WIDTH)
        self._t = t
        self.design = design
        self.look = QComboBox()
        self.colour = Button(theme, role="line")
        self.logo = Button(theme, role="line")
        self.no_logo = Button(theme, role="link")
        self.fields = {field: QCheckBox() for field in Field}
        self.told = PlainLabel(role="quiet")
        self.told.setWordWrap(True)
        self._build()
        self._show()
        self.look.activated.connect(lambda _at: self._choose(replace(self.design, look=str(self.look.currentData()))))
        self.colour.clicked.connect(self._pick_colour)
        self.logo.clicked.connect(self._pick_logo)
        self.no_logo.clicked.connect(lambda: self._choose(replace(self.design, logo=b"")))
        for field, box in self.fields.items():
            box.clicked.connect(lambda on, field=field: self._tick(field, on=on))

    def _build(self) -> None:
        t = self._t
        self.say(t("What badges look like"), t("What is chosen here holds for this event, at every door."))
        for name, word in look_words(t).items():
            self.look.addItem(word, name)
        round_popup(self.look)
        self.look.setAccessibleName(t("Look"))
        self.logo.retitle(t("Choose a logo…"), t("A PNG or JPEG picture"))
        self.no_logo.retitle(t("Without a logo"), t("Take the logo away"))
        row = QHBoxLayout()
        row.addWidget(self.colour)
        row.addWidget(self.logo)
        row.addStretch()
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for at, (field, word) in enumerate(field_words(t).items()):
            self.fields[field].setText(word)
            self.fields[field].setAccessibleName(word)
            grid.addWidget(self.fields[field], at // 2, at % 2)
        self.box.addWidget(self.look)
        self.box.addLayout(row)
        self.box.addWidget(self.no_logo, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(PlainLabel(t("What is on them"), "caption"))
        self.box.addLayout(grid)
        given = PlainLabel(
            t(
                "The e-mail and the telephone are in the contact code alone. "
                "Where the list asks who shares their contact, only of those who said yes."
            ),
            "quiet",
        )
        given.setWordWrap(True)
        self.box.addWidget(given)
        self.box.addWidget(self.told)
        self.told.hide()

    def _show(self) -> None:
        self.look.setCurrentIndex(self.look.findData(self.design.look))
        self.colour.retitle(self._t("Colour {code}", code=self.design.colour), self._t("Choose the event's colour"))
        self.no_logo.setVisible(bool(self.design.logo))
        for field, box in self.fields.items():
            box.setChecked(field in self.design.fields)

    def _choose(self, design: Design) -> None:
        self.told.hide()
        if design != self.design:
            self.design = design
            self._show()
            self.chosen.emit(design)

    def _tick(self, field: Field, *, on: bool) -> None:
        fields = self.design.fields | {field} if on else self.design.fields - {field}
        self._choose(replace(self.design, fields=fields))

    def _pick_colour(self) -> None:
        """Ask for a colour; the panel closes as the dialog opens, and what it asked for is kept all the same."""
        found = QColorDialog.getColor(QColor(self.design.colour), self.parentWidget(), self._t("The event's colour"))
        if found.isValid():
            self._choose(replace(self.design, colour=found.name().upper()))

    def _pick_logo(self) -> None:
        """Ask for a picture, likewise."""
        kinds = self._t("Pictures") + " (*.png *.jpg *.jpeg)"
        path, _ = QFileDialog.getOpenFileName(self.parentWidget(), self._t("Logo"), "", kinds)
        if path:
            self.take_logo(Path(path))

    def take_logo(self, path: Path) -> None:
        """Put the picture in a file on the badges, or say why it cannot be."""
        try:
            logo = accepted(path.read_bytes())
        except UnusableLogo as refusal:
            self._say(phrases.refusal(refusal, self._t))
        except OSError:
            self._say(phrases.refusal(UnusableLogo("unreadable"), self._t))
        else:
            self._choose(replace(self.design, logo=logo))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
