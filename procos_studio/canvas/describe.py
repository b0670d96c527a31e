"""Describing: an element as a sentence for people who hear the canvas rather than see it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.marks import NONE, Breakpoint, Mark, State, spoken
from procos_studio.canvas.translating import QT_TR_NOOP, advice, told, translated
from procos_studio.model.commenting import is_commented_out
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.records import Artifact, Flow, FlowNode, SequenceFlow

translate = QCoreApplication.translate

_MOST = 3
"""Of more selected elements only the number is told."""


def describe(diagram: Diagram, key: str, mark: Mark = NONE) -> str:
    """What an element is, what it is called, where its flows lead, and what a run or a check says about it."""
    element = diagram.get(key)
    if element is None:
        return ""
    sentences = [title(diagram, element)]
    if isinstance(element, FlowNode):
        sentences += _surroundings(diagram, element)
    return " ".join(f"{sentence}." for sentence in (*sentences, *_marked(mark)))


def describe_selection(
    diagram: Diagram, keys: Sequence[str], mark_of: Callable[[str], Mark] = lambda _key: NONE
) -> str:
    """A few elements one after the other, each with its mark; of many their number."""
    if not keys:
        return translate("Canvas", "Nothing is selected.")
    if len(keys) > _MOST:
        return translate("Canvas", "{count} elements are selected.").format(count=len(keys))
    return " ".join(describe(diagram, key, mark_of(key)) for key in keys)


def kind_in_words(element: Element) -> str:
    """`User task` of `userTask`, `Timer boundary event` of a boundary event with a timer."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", element.kind).lower()
    if isinstance(element, FlowNode) and element.is_event and element.event_kind not in ("none", "reference"):
        words = f"{element.event_kind} {words}"
    return told(words[:1].upper() + words[1:])


def title(diagram: Diagram, element: Element) -> str:
    """What an element is and what it is called; of a flow also what it joins."""
    name = element.annotation if isinstance(element, Artifact) else element.name
    called = f" “{' '.join(name.split())}”" if name.strip() else ""
    if isinstance(element, Flow):
        return f"{kind_in_words(element)}{called} {_between(diagram, element)}"
    return f"{kind_in_words(element)}{called}"


def _between(diagram: Diagram, flow: Flow) -> str:
    source, target = diagram.get(flow.source), diagram.get(flow.target)
    return translate("Canvas", "from {source} to {target}").format(
        source=source.label if source else "?", target=target.label if target else "?"
    )


def _surroundings(diagram: Diagram, node: FlowNode) -> list[str]:
    said = [translate("Canvas", "Commented out")] if is_commented_out(diagram, node) else []
    host = diagram.get(node.attached_to)
    if host is not None:
        said.append(translate("Canvas", "On {host}").format(host=host.label))
    lane = next((item.label for item in diagram.lanes(node.id)), "")
    if lane:
        said.append(translate("Canvas", "In lane {lane}").format(lane=lane))
    targets = [diagram[flow.target].label for flow in diagram.outgoing(node.id, SequenceFlow) if flow.target in diagram]
    if targets:
        said.append(translate("Canvas", "Leads to {targets}").format(targets=", ".join(targets)))
    return said


def _marked(mark: Mark) -> list[str]:
    said = []
    if mark.state is not State.IDLE:
        said.append(translated(_STATES[mark.state]))
    if mark.tokens:
        said.append(translate("Canvas", "Tokens: {count}").format(count=mark.tokens))
    if mark.duration is not None:
        said.append(translate("Canvas", "Took {time}").format(time=spoken(mark.duration)))
    if mark.note:
        said.append(mark.note.rstrip("."))
    if mark.is_now:
        said.append(translate("Canvas", "The run has stopped before it"))
    if mark.breakpoint:
        said.append(translated(_BREAKPOINTS[mark.breakpoint]))
    said.extend(advice(problem).rstrip(".") for problem in mark.problems)
    return said


_BREAKPOINTS = {
    Breakpoint.ALWAYS: QT_TR_NOOP("Has a breakpoint"),
    Breakpoint.CONDITION: QT_TR_NOOP("Has a breakpoint with a condition"),
    Breakpoint.OFF: QT_TR_NOOP("Has a breakpoint that is off"),
}
_STATES = {
    State.ACTIVE: QT_TR_NOOP("Running now"),
    State.DONE: QT_TR_NOOP("Done"),
    State.WAITING: QT_TR_NOOP("Waiting"),
    State.FAILED: QT_TR_NOOP("Failed"),
    State.CANCELLED: QT_TR_NOOP("Cancelled"),
}
