"""Glyphs come from qtawesome's files, whichever of its fonts they belong to, and without its code."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from procos_studio.canvas import iconfont


@pytest.mark.parametrize(
    "name",
    ["mdi6.web", "mdi.web", "fa5s.flag", "fa5.flag", "fa6s.flag", "fa6b.python", "ri.flag-line", "ph.flag", "msc.file"],
)
def test_a_glyph_of_each_font_is_painted(qapp: QApplication, name: str) -> None:
    # when
    painted = picture(iconfont.icon(name, QColor("black"), QColor("gray")))
    # then
    assert iconfont.character(name)
    assert QColor("black").rgba() in colours(painted)


def test_what_is_disabled_is_fainter(qapp: QApplication) -> None:
    shown = picture(iconfont.icon("mdi6.web", QColor("black"), QColor("red")), QIcon.Mode.Disabled)
    assert QColor("red").rgba() in colours(shown)
    assert QColor("black").rgba() not in colours(shown)


@pytest.mark.parametrize("name", ["", "mdi6", "mdi6.no-such-glyph", "none.web", "../web"])
def test_an_unknown_name_is_nothing(qapp: QApplication, name: str) -> None:
    assert iconfont.character(name) == ""
    assert colours(picture(iconfont.icon(name, QColor("black"), QColor("gray")))) == {0}


def test_the_studio_starts_without_what_takes_long_to_load() -> None:
    # when everything of the studio is imported in a fresh process
    code = "import sys, procos_studio.app.main; print([m for m in %r if m in sys.modules])"
    slow = ("networkx", "qtawesome", "qtpy", "httpx", "jsonschema", "lark")
    done = subprocess.run([sys.executable, "-c", code % (slow,)], capture_output=True, text=True, check=True)
    # then none of these came along
    assert done.stdout.strip() == "[]"


def picture(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(64, 64), 1.0, mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def colours(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
