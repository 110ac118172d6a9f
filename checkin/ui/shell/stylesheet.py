"""The stylesheet of the window, made from a palette.

A widget says what it is for by its property ``role``; what that looks like is decided here and nowhere else. Buttons:
``primary``, ``quiet``, ``ghost``, ``card``, ``danger``, and no role for a plain one; ``scale`` ``large`` or ``icon``.
Labels: ``title``, ``heading``, ``strong``, ``quiet``. Frames: ``surface``, ``sunken``. Lines: ``search``.
"""

from __future__ import annotations

from checkin import resources
from checkin.ui.shell.palette import Palette, mix


def stylesheet(palette: Palette) -> str:
    """The whole application's stylesheet in one palette."""
    parts = (
        _ground,
        _labels,
        _buttons,
        _loud_buttons,
        _button_scales,
        _fields,
        _choices,
        _views,
        _scroll_bars,
        _popups,
    )
    return "".join(part(palette) for part in parts)


def _drawn(palette: Palette, name: str) -> str:
    return resources.path("icons", "dark" if palette.dark else "light", f"{name}.svg").as_posix()


def _ground(p: Palette) -> str:
    return f"""
    QMainWindow, QDialog, #page {{ background: {p.paper}; }}
    QFrame[role="surface"] {{ background: {p.surface}; border: none; border-radius: 16px; }}
    QFrame[role="sunken"] {{ background: {p.sunken}; border: none; border-radius: 12px; }}
    QFrame[role="rail"] {{ background: {p.surface}; border: none; border-right: 1px solid {p.line}; border-radius: 0; }}
    QFrame[role="rule"] {{ background: {p.line}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[role="popup"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: 16px; }}
    QFrame[role="drop"] {{ background: {p.accent_wash}; border: 2px dashed {p.accent}; border-radius: 24px; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _labels(p: Palette) -> str:
    return f"""
    QLabel {{ background: transparent; color: {p.ink}; }}
    QLabel:disabled {{ color: {mix(p.quiet, p.surface, 0.4)}; }}
    QLabel[role="heading"] {{ font-size: 28px; font-weight: 600; }}
    QLabel[role="title"] {{ font-size: 20px; font-weight: 600; }}
    QLabel[role="strong"] {{ font-size: 16px; font-weight: 600; }}
    QLabel[role="small"] {{ font-size: 13px; }}
    QLabel[role="warning"] {{ font-size: 13px; font-weight: 600; color: {_danger(p)}; }}
    QLabel[role="hint"] {{ font-size: 13px; color: {p.quiet}; }}
    QLabel[role="quiet"] {{ font-size: 13px; color: {p.quiet}; }}
    QLabel[role="caption"] {{ font-size: 13px; font-weight: 600; color: {p.quiet}; }}
    QLabel[role="number"] {{ font-size: 48px; font-weight: 700; }}
    QLabel[role="chip"] {{
        font-size: 13px; font-weight: 600; background: {p.sunken}; border-radius: 12px;
        padding: 3px 10px 4px 10px; min-height: 17px; max-height: 17px;
    }}
    QSlider::groove:horizontal {{ height: 6px; border-radius: 3px; background: {p.line}; }}
    QSlider::sub-page:horizontal {{ height: 6px; border-radius: 3px; background: {p.accent}; }}
    QSlider::handle:horizontal {{
        width: 18px; height: 18px; margin: -6px 0; border-radius: 9px; background: {p.surface};
        border: 2px solid {p.accent};
    }}
    QSlider::sub-page:horizontal:disabled {{ background: {p.line}; }}
    QLabel[role="small"][tone="stop"] {{ color: {_danger(p)}; }}
    QLabel[role="chip"][tone="accent"] {{ background: {p.accent_wash}; color: {p.accent}; }}
    QLabel[role="chip"][tone="welcome"] {{ background: {p.welcome}; color: {p.on_welcome}; }}
    QLabel[role="chip"][tone="wait"] {{ background: {p.wait}; color: {p.on_wait}; }}
    QLabel[role="chip"][tone="stop"] {{ background: {p.stop}; color: {p.on_stop}; }}
    QLabel[role="chip"][tone="left"] {{ background: {p.left}; color: {p.on_left}; }}
    QLabel[role="chip"][tone="checked"] {{ background: {p.checked}; color: {p.on_checked}; }}
    """


def _buttons(p: Palette) -> str:
    hover = mix(p.surface, p.ink, 0.05)
    press = mix(p.surface, p.ink, 0.1)
    faded = mix(p.quiet, p.surface, 0.45)
    return f"""
    QPushButton, QToolButton {{
        background: {p.surface}; color: {p.ink}; border: 1px solid {p.line}; border-radius: 10px;
        font-size: 13px; font-weight: 600; padding: 9px 15px; min-height: 20px;
    }}
    QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {press}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {p.accent}; padding: 8px 14px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {faded}; }}
    QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
    QPushButton:checked {{ background: {p.accent_wash}; color: {p.accent}; border-color: {p.accent}; }}

    QPushButton[role="primary"] {{ background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; }}
    QPushButton[role="primary"]:hover {{ background: {mix(p.accent, p.ink, 0.14)}; }}
    QPushButton[role="primary"]:pressed {{ background: {mix(p.accent, p.ink, 0.26)}; }}
    QPushButton[role="primary"]:focus {{ border-color: {p.ink}; }}
    QPushButton[role="primary"]:disabled {{ background: {p.sunken}; color: {faded}; border-color: {p.sunken}; }}

    QPushButton[role="quiet"] {{ background: {p.sunken}; border-color: {p.sunken}; }}
    QPushButton[role="quiet"]:hover {{ background: {mix(p.sunken, p.ink, 0.06)}; }}
    QPushButton[role="quiet"]:pressed {{ background: {mix(p.sunken, p.ink, 0.12)}; }}
    QPushButton[role="quiet"]:focus {{ border-color: {p.accent}; }}

    QPushButton[role="ghost"], QToolButton[role="ghost"] {{ background: transparent; border-color: transparent; }}
    QPushButton[role="ghost"]:hover, QToolButton[role="ghost"]:hover {{ background: {mix(p.paper, p.ink, 0.06)}; }}
    QPushButton[role="ghost"]:pressed, QToolButton[role="ghost"]:pressed {{ background: {mix(p.paper, p.ink, 0.12)}; }}
    QPushButton[role="ghost"]:focus, QToolButton[role="ghost"]:focus {{ border-color: {p.accent}; }}

    """


def _loud_buttons(p: Palette) -> str:
    """What stands on a coloured card, and what takes something away."""
    faded = mix(p.quiet, p.surface, 0.45)
    return f"""
    QPushButton[role="danger"] {{ background: {p.surface}; color: {_danger(p)}; }}
    QPushButton[role="danger"]:hover {{ background: {p.stop}; color: {p.on_stop}; border-color: {p.stop}; }}
    QPushButton[role="danger"]:pressed {{ background: {mix(p.stop, "#000000", 0.2)}; color: {p.on_stop}; }}
    QPushButton[role="danger"]:focus {{ border-color: {p.accent}; }}
    QPushButton[role="danger"]:disabled {{ color: {faded}; }}

    QPushButton[role="card"] {{
        background: #FFFFFF; color: #1E1B18; border-color: #FFFFFF; border-radius: 12px;
        font-size: 16px; padding: 13px 23px;
    }}
    QPushButton[role="card"]:hover {{ background: #F2EFEA; }}
    QPushButton[role="card"]:pressed {{ background: #E4DFD8; }}
    QPushButton[role="card"]:focus {{ border-color: #1E1B18; padding: 12px 22px; }}
    QPushButton[role="card"]:disabled {{ color: #857D73; }}

    """


def _button_scales(p: Palette) -> str:
    """Buttons of another size, and those that hardly look like one."""
    hover = mix(p.surface, p.ink, 0.05)
    faded = mix(p.quiet, p.surface, 0.45)
    raised = mix(p.sunken, p.ink, 0.14) if p.dark else p.surface
    return f"""
    QPushButton[scale="large"] {{ font-size: 16px; border-radius: 12px; padding: 13px 23px; }}
    QPushButton[scale="large"]:focus {{ padding: 12px 22px; }}
    QPushButton[scale="icon"], QToolButton[scale="icon"] {{
        padding: 7px; min-height: 24px; max-height: 24px; min-width: 24px; max-width: 24px;
    }}
    QPushButton[scale="icon"]:focus, QToolButton[scale="icon"]:focus {{ padding: 6px; }}

    QPushButton[scale="rail"] {{ padding: 6px 2px; border-radius: 10px; color: {p.quiet}; }}
    QPushButton[scale="rail"]:focus {{ padding: 5px 1px; }}

    QPushButton[role="link"] {{
        background: transparent; border: 2px solid transparent; border-radius: 8px; color: {p.accent}; padding: 3px 6px;
        min-height: 18px; text-align: left;
    }}
    QPushButton[role="link"]:hover {{ background: {p.accent_wash}; }}
    QPushButton[role="link"]:focus {{ border-color: {p.accent}; }}
    QPushButton[role="link"]:disabled {{ color: {faded}; }}

    QPushButton[role="tab"] {{
        background: transparent; border: 2px solid transparent; border-radius: 8px; padding: 5px 12px; color: {p.quiet};
    }}
    QPushButton[role="tab"]:hover {{ color: {p.ink}; }}
    QPushButton[role="tab"]:checked {{ background: {raised}; color: {p.ink}; }}
    QPushButton[role="tab"][when="now"] {{ color: {p.accent}; }}
    QPushButton[role="tab"][when="now"]:checked {{ background: {p.accent}; color: {p.on_accent}; }}
    QPushButton[role="tab"]:focus {{ border-color: {p.accent}; }}
    QPushButton[role="tab"]:disabled {{ color: {faded}; }}

    QPushButton[role="pick"] {{
        background: {p.surface}; border: 2px solid {p.surface}; border-radius: 16px; text-align: left; padding: 14px;
    }}
    QPushButton[role="pick"]:hover {{ background: {hover}; }}
    QPushButton[role="pick"]:checked {{ background: {p.accent_wash}; border-color: {p.accent_wash}; color: {p.ink}; }}
    QPushButton[role="pick"]:focus {{ border-color: {p.accent}; padding: 14px; }}
    """


def _danger(p: Palette) -> str:
    return "#F2938B" if p.dark else p.stop


def _fields(p: Palette) -> str:
    edge = mix(p.line, p.ink, 0.12)
    return f"""
    QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit {{
        background: {p.surface}; color: {p.ink}; border: 1px solid {edge}; border-radius: 10px;
        padding: 8px 11px; min-height: 22px; font-size: 16px; placeholder-text-color: {p.quiet};
        selection-background-color: {p.accent}; selection-color: {p.on_accent};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {{
        border: 2px solid {p.accent}; padding: 7px 10px;
    }}
    QSpinBox QLineEdit, QDoubleSpinBox QLineEdit, QDateEdit QLineEdit, QComboBox QLineEdit {{
        border: none; border-radius: 0; padding: 0; min-height: 0; background: transparent;
    }}
    QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{
        color: {mix(p.quiet, p.surface, 0.4)}; background: {p.sunken};
    }}
    QLineEdit[role="search"] {{ border-radius: 12px; border-color: {p.line}; padding: 8px 15px; }}
    QLineEdit[role="search"]:focus {{ border-color: {p.accent}; padding: 7px 14px; }}
    QLineEdit[scale="large"] {{ border-radius: 16px; padding: 16px 23px; }}
    QLineEdit[scale="large"]:focus {{ padding: 15px 22px; }}
    QLineEdit[wrong="true"] {{ border-color: {p.stop}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 24px; border: none; background: transparent; }}
    QAbstractSpinBox::up-arrow {{ image: url("{_drawn(p, "up")}"); width: 14px; height: 14px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{_drawn(p, "open")}"); width: 14px; height: 14px; }}
    QComboBox {{
        background: {p.surface}; color: {p.ink}; border: 1px solid {edge}; border-radius: 10px;
        padding: 8px 8px 8px 11px; min-height: 22px; font-size: 16px; combobox-popup: 0;
    }}
    QComboBox[scale="small"] {{ font-size: 13px; font-weight: 500; }}
    QComboBox:hover {{ background: {mix(p.surface, p.ink, 0.03)}; }}
    QComboBox:focus, QComboBox:on {{ border: 2px solid {p.accent}; padding: 7px 7px 7px 10px; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{_drawn(p, "open")}"); width: 18px; height: 18px; }}
    QComboBox QAbstractItemView {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: 12px; padding: 4px; outline: 0;
    }}
    QComboBox QAbstractItemView:focus {{ border-color: {p.line}; }}
    QComboBox QAbstractItemView::item {{ min-height: 36px; padding: 0 8px; border-radius: 8px; color: {p.ink}; }}
    QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover {{
        background: {p.accent_wash}; color: {p.ink};
    }}
    """


def _choices(p: Palette) -> str:
    edge = mix(p.quiet, p.surface, 0.2)
    return f"""
    QCheckBox, QRadioButton {{
        background: transparent; color: {p.ink}; font-size: 16px; spacing: 10px;
        border: 2px solid transparent; border-radius: 8px; padding: 4px 6px 4px 2px;
    }}
    QCheckBox[scale="small"] {{ font-size: 13px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {p.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {mix(p.quiet, p.surface, 0.4)}; }}
    QCheckBox::indicator, QRadioButton::indicator {{
        width: 18px; height: 18px; border: 1px solid {edge}; border-radius: 6px; background: {p.surface};
    }}
    QRadioButton::indicator {{ border-radius: 10px; }}
    QCheckBox::indicator:checked {{
        background: {p.accent}; border-color: {p.accent}; image: url("{_drawn(p, "tick")}");
    }}
    QCheckBox::indicator:indeterminate {{
        background: {p.accent}; border-color: {p.accent}; image: url("{_drawn(p, "dash")}");
    }}
    QRadioButton::indicator:checked {{
        border: 6px solid {p.accent}; width: 8px; height: 8px; background: {p.on_accent};
    }}
    QProgressBar {{
        background: {p.line}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; color: transparent;
    }}
    QProgressBar::chunk {{ background: {p.accent}; border-radius: 4px; }}
    """


def _views(p: Palette) -> str:
    return f"""
    QAbstractScrollArea {{ background: transparent; border: none; }}
    QPlainTextEdit, QTextEdit {{
        background: {p.surface}; border: 1px solid {mix(p.line, p.ink, 0.12)}; min-height: 60px; max-height: 60px;
    }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QListView, QTableView, QTreeView {{
        background: {p.surface}; color: {p.ink}; border: 2px solid transparent; border-radius: 14px; outline: 0;
        gridline-color: transparent; selection-background-color: {p.accent_wash}; selection-color: {p.ink};
    }}
    QListView:focus, QTableView:focus, QTreeView:focus {{ border-color: {p.accent}; }}
    QListView::item, QTreeView::item {{ padding: 8px; border-radius: 8px; }}
    QListView::item:hover, QTreeView::item:hover {{ background: {mix(p.surface, p.ink, 0.04)}; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {p.accent_wash}; }}
    QTableView::item {{ padding: 0 10px; border: none; border-bottom: 1px solid {p.line}; }}
    QTableView::item:selected {{ background: {p.accent_wash}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        background: transparent; color: {p.quiet}; border: none; border-bottom: 1px solid {p.line};
        padding: 10px 13px; font-size: 13px; font-weight: 600; text-align: left;
    }}
    QHeaderView::section:hover {{ color: {p.ink}; }}
    QHeaderView::up-arrow, QHeaderView::down-arrow {{
        width: 14px; height: 14px; subcontrol-position: center right; right: 8px;
    }}
    QHeaderView::up-arrow {{ image: url("{_drawn(p, "up")}"); }}
    QHeaderView::down-arrow {{ image: url("{_drawn(p, "open")}"); }}
    QTableCornerButton::section {{ background: {p.surface}; border: none; }}
    """


def _scroll_bars(p: Palette) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; border: none; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; border: none; }}
    QScrollBar::handle {{ background: {mix(p.line, p.ink, 0.12)}; border-radius: 4px; }}
    QScrollBar::handle:vertical {{ min-height: 40px; }}
    QScrollBar::handle:horizontal {{ min-width: 40px; }}
    QScrollBar::handle:hover {{ background: {p.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    """


def _popups(p: Palette) -> str:
    tip, on_tip = (mix(p.surface, p.ink, 0.16), p.ink) if p.dark else (p.ink, p.paper)
    return f"""
    QMenu {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: 12px; padding: 6px; }}
    QMenu::item {{ padding: 9px 28px 9px 12px; border-radius: 8px; font-size: 13px; font-weight: 500; color: {p.ink}; }}
    QMenu::item:selected {{ background: {p.accent_wash}; }}
    QMenu::item:disabled {{ color: {mix(p.quiet, p.surface, 0.4)}; }}
    QMenu::separator {{ height: 1px; background: {p.line}; margin: 6px 8px; }}
    QMenu::indicator {{ width: 16px; height: 16px; left: 8px; border: 1px solid {p.line}; border-radius: 5px; }}
    QMenu::indicator:checked {{
        background: {p.accent}; border-color: {p.accent}; image: url("{_drawn(p, "tick")}");
    }}
    QMenu[checks="true"]::item {{ padding-left: 14px; }}
    QToolTip {{
        background: {tip}; color: {on_tip}; border: 1px solid {tip}; padding: 5px 8px;
        font-size: 13px; font-weight: 500;
    }}
    """
