from __future__ import annotations

import pytest

from procos_studio.canvas.marks import NONE, Layers, Mark, State, spoken
from procos_studio.problems import Severity


def test_layers_add_up() -> None:
    # given
    layers = Layers()
    layers.put("run", {"a": Mark(State.DONE, tokens=2)})
    layers.put("check", {"a": Mark(severity=Severity.ERROR), "b": Mark(found=True)})
    # then
    assert layers.of("a") == Mark(State.DONE, tokens=2, severity=Severity.ERROR)
    assert layers.of("b").found
    assert layers.of("c") is NONE


def test_only_what_differs_is_told() -> None:
    # given
    layers = Layers()
    layers.put("run", {"a": Mark(State.DONE), "b": Mark(State.ACTIVE)})
    # when, then
    assert layers.put("run", {"a": Mark(State.DONE), "c": Mark(State.ACTIVE)}) == {"b", "c"}
    assert layers.update("run", {"a": Mark(State.DONE), "c": NONE}) == {"c"}
    assert layers.elements() == {"a"}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.0002, "0.2 ms"), (0.012, "12 ms"), (1.4, "1.4 s"), (75, "1 min 15 s"), (7800, "2 h 10 min")],
)
def test_durations_in_words(seconds: float, text: str) -> None:
    assert spoken(seconds) == text
