"""All themes have the same tokens, and text that can be read."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication

from procos_studio.app.forms.code.highlighting import theme_of
from procos_studio.canvas import theme
from procos_studio.canvas.marks import State
from procos_studio.canvas.painting.pencil import STATE_TOKENS
from procos_studio.canvas.theme import GLYPHS, Theme
from procos_studio.resources import shipped

READABLE, VISIBLE, HIGH = 4.5, 3.0, 7.0


def luminance(color: QColor) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=theme.NAMES)
def look(request: pytest.FixtureRequest) -> Theme:
    return theme.load(request.param)


def test_all_have_the_same_tokens() -> None:
    folder = shipped("resources") / "themes"
    assert {file.stem for file in folder.glob("*.json")} == set(theme.NAMES)
    files = [json.loads((folder / f"{name}.json").read_text()) for name in theme.NAMES]
    for part in ("colors", "hues"):
        assert len({frozenset(tokens[part]) for tokens in files}) == 1


def test_high_contrast_is_higher_than_the_others() -> None:
    look = theme.load("high-contrast")
    for token in ("text", "text-dim", "text-faint", "block-stroke", "flow", "selection", "done", "waiting", "failed"):
        assert contrast(look.color(token), look.color("canvas")) >= HIGH


@pytest.mark.parametrize("text", ["text", "text-dim", "text-faint", "done", "waiting", "failed", "accent"])
@pytest.mark.parametrize("ground", ["canvas", "surface", "surface-sunken", "block", "window"])
def test_text_can_be_read(look: Theme, text: str, ground: str) -> None:
    assert contrast(look.color(text), look.color(ground)) >= READABLE


@pytest.mark.parametrize("state", ["accent", "done", "waiting", "failed", "cancelled"])
def test_states_can_be_read_on_their_own_ground(look: Theme, state: str) -> None:
    assert contrast(look.color(state), look.color(f"{state}-soft")) >= READABLE
    assert contrast(look.color("text"), look.color(f"{state}-soft")) >= READABLE


@pytest.mark.parametrize("line", ["block-stroke", "flow", "selection", "guide"])
def test_lines_can_be_seen(look: Theme, line: str) -> None:
    assert contrast(look.color(line), look.color("canvas")) >= VISIBLE


HUES = ["standard", "integration", "ai", "compute", "people", "system", "blue", "violet", "green", "amber", "red"]
HUES += ["#000000"]


@pytest.mark.parametrize("hue", HUES)
def test_signs_of_families_and_words_of_code_can_be_read(look: Theme, hue: str) -> None:
    assert contrast(look.ink(hue), look.color("block")) >= READABLE


def test_code_is_in_the_colours_of_its_theme(look: Theme) -> None:
    assert theme_of(look.palette()) is look


def test_texts_are_as_large_as_the_system_asks_for(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a font of 14 points, which is 19 pixels
    usual = look.stylesheet()
    large = QFont(QGuiApplication.font())
    large.setPixelSize(19)
    monkeypatch.setattr(QGuiApplication, "font", lambda: large)
    # then the four sizes grow with it, and nothing else
    assert "* { font-size: 12px; }" in usual
    assert "* { font-size: 19px; }" in look.stylesheet()
    assert "border-radius: 6px" in look.stylesheet()
    assert theme.scaled(theme.SMALL) == 17


def test_every_state_has_a_shape_of_its_own() -> None:
    assert len(set(GLYPHS.values())) == len(State)
    assert set(STATE_TOKENS) == set(State) - {State.IDLE}


def test_a_hue_is_a_name_or_a_colour(look: Theme) -> None:
    assert look.hue("#123456").name() == "#123456"
    assert look.hue("url(x)") == look.hue("standard")


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("text-on-accent", "accent"),
        ("text-on-accent", "done"),
        ("status-text", "status-bar"),
        ("text", "accent-soft"),
        ("text", "pool-header"),
        ("text", "gateway"),
        ("text-dim", "surface-sunken"),
        ("accent", "accent-soft"),
        ("annotation", "canvas"),
    ],
)
def test_text_on_its_own_ground_can_be_read(look: Theme, text: str, ground: str) -> None:
    assert contrast(look.color(text), look.color(ground)) >= READABLE


def test_what_has_the_focus_is_framed_in_a_colour_that_can_be_seen(look: Theme) -> None:
    for ground in ("surface", "window", "surface-sunken", "canvas"):
        assert contrast(look.color("accent"), look.color(ground)) >= VISIBLE


@pytest.mark.parametrize(
    "hue", ["standard", "integration", "ai", "compute", "people", "system", "das", "amber", "rose"]
)
def test_what_stands_on_a_hue_is_seen(look: Theme, hue: str) -> None:
    assert contrast(look.on_hue(hue), look.hue(hue)) >= READABLE


@pytest.mark.parametrize("ground", ["surface", "window"])
def test_what_is_disabled_looks_so_and_can_be_seen(look: Theme, ground: str) -> None:
    disabled, text, behind = (look.color(token) for token in ("text-disabled", "text", ground))
    assert VISIBLE <= contrast(disabled, behind) < contrast(text, behind) / 2
