"""The run on a terminal: lights, lines that stay, lines that are drawn anew."""

import io
from typing import Any

import pytest

from procos_studio.bpmn import read_bytes
from procos_studio.cli.progress import Lines, Live
from procos_studio.model.diagram import Diagram
from procos_studio.runtime.events import EventKind, RunEvent
from procos_studio.runtime.state import RunState

K = EventKind
XML = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="p"><task id="a" name="First &#155;31m task" /><task id="b" name="Second" />
  <exclusiveGateway id="g" /><subProcess id="sub" /></process></definitions>"""


class Screen(io.TextIOWrapper):
    """A stream of some encoding that may be a terminal."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    @property
    def shown(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode(self.encoding)


@pytest.fixture
def diagram() -> Diagram:
    return read_bytes(XML.encode()).diagram


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


def events(*facts: tuple[Any, ...]) -> list[RunEvent]:
    return [
        RunEvent(seq, "i", kind, element, f"t{element}", float(seq), more[0] if more else {})
        for seq, (kind, element, *more) in enumerate(facts, start=1)
    ]


def passed(element: str, stage: str, verdict: str = "passed", detail: str = "") -> list[tuple[Any, ...]]:
    common = {"stage": stage, "attempt": 1, "pde": "general 1"}
    ended = {"verdict": verdict, "detail": detail, "duration": 0.5}
    return [(K.STAGE_STARTED, element, common), (K.STAGE_FINISHED, element, {**common, **ended})]


def show(progress: Any, news: list[RunEvent]) -> RunState:
    state = RunState.empty().after_all(news)
    progress.show(news, state)
    return state


def test_a_task_gets_a_line_when_it_is_left_and_controls_in_names_are_harmless(diagram: Diagram) -> None:
    screen = Screen()
    news = events(
        (K.ELEMENT_ENTERED, "a"),
        *passed("a", "start"),
        *passed("a", "test"),
        *passed("a", "gateway", detail="endpoint 1 of 1 · http://x"),
        (K.ELEMENT_COMPLETED, "a"),
        (K.ELEMENT_ENTERED, "g"),
        (K.ELEMENT_COMPLETED, "g"),
    )
    show(Lines(diagram, screen), news)
    assert screen.shown == "● ● ● ○ ○  First \ufffd31m task               7.00 s · endpoint 1 of 1 · http://x\n"


def test_each_line_tells_how_things_stood_at_its_moment(diagram: Diagram) -> None:
    # given a batch in which a task is passed twice, and fails in the second pass
    screen = Screen()
    news = events(
        (K.ELEMENT_ENTERED, "b"),
        *passed("b", "start"),
        (K.ELEMENT_COMPLETED, "b"),
        (K.ELEMENT_ENTERED, "b"),
        *passed("b", "start", "failed"),
        (K.INCIDENT_RAISED, "b", {"message": "broken"}),
    )
    show(Lines(diagram, screen), news)
    first, second = screen.shown.splitlines()
    assert (first[:9], "failed" in first) == ("● ○ ○ ○ ○", False)
    assert (second[:9], second.endswith("failed: broken")) == ("✕ ○ ○ ○ ○", True)


def test_retries_and_prints_stand_below_one_another(diagram: Diagram) -> None:
    screen = Screen()
    again = {"attempt": 2, "attempts": 3, "due": 9.0, "message": "No answer."}
    show(
        Lines(diagram, screen),
        events((K.ELEMENT_ENTERED, "b"), (K.LOG_WRITTEN, "b", {"text": "one\ntwo"}), (K.RETRY_SCHEDULED, "b", again)),
    )
    indent = " " * 11
    assert screen.shown.splitlines() == [
        f"{indent}│ one",
        f"{indent}│ two",
        f"{indent}No answer. · attempt 2 of 3 follows",
    ]


def test_a_task_that_is_passed_often_is_counted(diagram: Diagram) -> None:
    screen = Screen()
    lines = Lines(diagram, screen)
    once = [(K.ELEMENT_ENTERED, "b"), (K.ELEMENT_COMPLETED, "b")]
    state = show(lines, events(*once * 1_200))
    lines.close(state)
    assert len(screen.shown.splitlines()) == 4
    assert screen.shown.endswith("1,200 times\n")


def test_a_stream_that_cannot_write_lights_gets_plain_signs(diagram: Diagram) -> None:
    screen = Screen("ascii")
    news = events(
        (K.ELEMENT_ENTERED, "b"), *passed("b", "start"), *passed("b", "test", "failed"), (K.ELEMENT_CANCELLED, "b")
    )
    show(Lines(diagram, screen), news)
    assert screen.shown.startswith("* x . . .  Second")


def test_a_terminal_is_drawn_anew_below_the_lines_that_stay(diagram: Diagram) -> None:
    screen = Screen(terminal=True)
    live = Live(diagram, screen)
    first = events((K.ELEMENT_ENTERED, "b"), (K.STAGE_STARTED, "b", {"stage": "start", "attempt": 1, "pde": "x"}))
    state = show(live, first)
    assert screen.shown == "◉ ○ ○ ○ ○  Second                        running 1.0 s\n"
    live.tick(state, 4.0)
    assert screen.shown.endswith("\x1b[1A\x1b[J◉ ○ ○ ○ ○  Second                        running 3.0 s\n")
    # when it is done, its line stays and nothing is under way
    news = events(*[(K.LOG_WRITTEN, "p")] * 2, (K.ELEMENT_COMPLETED, "b"))
    done = state.after_all(news)
    live.show(news, done)
    live.close(done)
    assert screen.shown.endswith("\x1b[1A\x1b[J◉ ○ ○ ○ ○  Second                        2.00 s\n")
