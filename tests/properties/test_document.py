"""Any sequence of edits: indexes stay as if built anew, undo and redo lead back and forth without a trace."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from procos_studio.bpmn import read_bytes, write_bytes
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import bpmn
from procos_studio.model.records import Drawn, Flow, FlowNode
from procos_studio.model.transaction import Transaction

START = b"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="file" targetNamespace="t"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"><process id="p"><laneSet id="l"><lane id="lane">
  <flowNodeRef>a</flowNodeRef></lane></laneSet><task id="a"/><subProcess id="s"><task id="b"/></subProcess>
  <boundaryEvent id="r" attachedToRef="a"/><sequenceFlow id="f" sourceRef="a" targetRef="s"/></process>
  <di:BPMNDiagram id="g"><di:BPMNPlane id="plane" bpmnElement="p"><di:BPMNShape id="a_di" bpmnElement="a"/>
  </di:BPMNPlane></di:BPMNDiagram></definitions>"""

Pick = Callable[[list[Element]], Element]
PICKS = st.integers(0, 10_000).map(lambda number: lambda found: found[number % len(found)])
ACTIONS = st.sampled_from(["rename", "task", "flow", "sub-process", "remove", "move", "attach", "draw", "reconnect"])
STEPS = st.lists(st.tuples(ACTIONS, PICKS, PICKS, st.booleans(), st.booleans()), max_size=12)


class Failed(Exception):
    """An edit that fails on purpose."""


def _act(diagram: Diagram, tx: Transaction, action: str, first: Pick, second: Pick) -> None:
    everything = sorted(diagram.elements.values(), key=lambda element: element.id)
    nodes: list[Element] = [element for element in everything if isinstance(element, FlowNode)]
    holders = [element for element in everything if element.kind in ("process", "subProcess")]
    one, other = first(nodes or holders), second(nodes or holders)
    match action:
        case "rename":
            tx.put(one.with_attributes(name=other.id))
        case "task":
            tx.create(bpmn("task"), first(holders).id, "Task")
        case "flow":
            tx.create(bpmn("sequenceFlow"), first(holders).id, "Flow", sourceRef=one.id, targetRef=other.id)
        case "sub-process":
            tx.create(bpmn("subProcess"), first(holders).id, "Sub")
        case "remove":
            tx.remove(one.id)
        case "move" if one.id not in {other.id, *(element.id for element in diagram.ancestors(other.id))}:
            tx.move(one.id, other.id if other.kind == "subProcess" else "p")
        case "attach":
            tx.put(one.with_attributes(attachedToRef=other.id))
        case "draw":
            tx.create("{http://www.omg.org/spec/BPMN/20100524/DI}BPMNShape", "plane", "Shape", bpmnElement=one.id)
        case "reconnect":
            flows = [element for element in everything if isinstance(element, Flow)]
            if flows:
                tx.put(first(list(flows)).with_attributes(sourceRef=other.id))


def _edit(diagram: Diagram, action: str, first: Pick, second: Pick, nested: bool, fails: bool) -> None:
    with diagram.edit(action) as tx:
        if nested:
            with diagram.edit("inside") as inner:
                _act(diagram, inner, "rename", second, first)
        _act(diagram, tx, action, first, second)
        if fails:
            raise Failed


def _answers(diagram: Diagram) -> dict[str, tuple[object, ...]]:
    """What a diagram says of every element by its indexes."""
    return {
        key: (
            [flow.id for flow in diagram.outgoing(key, Flow)],
            [flow.id for flow in diagram.incoming(key, Flow)],
            [event.id for event in diagram.boundary_events(key)],
            [drawn.id for drawn in diagram.drawn(key)],
            [lane.id for lane in diagram.lanes(key)],
        )
        for key in diagram.elements
    } | {"": (sorted(element.id for element in diagram.all(FlowNode)), sorted(e.id for e in diagram.all(Drawn)))}


@given(STEPS)
@settings(deadline=None)
def test_edits_keep_indexes_and_history_true(steps: list[tuple[str, Pick, Pick, bool, bool]]) -> None:
    # given a diagram, and any edits, some inside others, some that fail
    diagram = read_bytes(START).diagram
    states = [write_bytes(diagram)]
    for step in steps:
        before = dict(diagram.elements)
        try:
            _edit(diagram, *step)
        except Failed:
            assert diagram.elements == before
        if len(diagram.history.labels) == len(states):
            states.append(write_bytes(diagram))
        # then after each the answers are those of a diagram built anew
        assert _answers(diagram) == _answers(Diagram(diagram.elements.values()))
    # and undo and redo pass through the very same files
    for state in reversed(states[:-1]):
        diagram.undo()
        assert write_bytes(diagram) == state
    assert _answers(diagram) == _answers(read_bytes(START).diagram)
    for state in states[1:]:
        diagram.redo()
        assert write_bytes(diagram) == state
    assert _answers(diagram) == _answers(Diagram(diagram.elements.values()))
