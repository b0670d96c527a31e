from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from procos_studio.bpmn import read_file
from procos_studio.compiler import Plan, compile_plan
from procos_studio.problems import Refused
from procos_studio.runtime.engine import Limits
from procos_studio.runtime.events import EventKind

FEW = Limits(moves=20_000, depth=20, alive=3_000, instances=100)
ROUNDS = 60
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
FLOW_NODES = frozenset(
    "startEvent endEvent intermediateCatchEvent intermediateThrowEvent implicitThrowEvent boundaryEvent "
    "task userTask serviceTask scriptTask sendTask receiveTask manualTask businessRuleTask "
    "callActivity subProcess transaction adHocSubProcess "
    "exclusiveGateway parallelGateway inclusiveGateway eventBasedGateway complexGateway "
    "callChoreography choreographyTask subChoreography".split()
)
"""Source: BPMN 2.0.2, the substitution group of `flowNode`."""
RESULTS = {"x": 1, "approved": True, "input": 1, "test": False, "count": 3, "list": ["a", "b"]}


def test_every_file_runs_until_it_waits_or_says_why_it_does_not(corpus_file: Path, stage: Any) -> None:
    # given a file of another tool that can be compiled
    plan = _plan(corpus_file)
    for process in plan.processes:
        starts = [node.id for node in process.nodes if node.kind == "startEvent" and node.parent < 0] or [""]
        for start in starts:
            play = stage(plan, limits=FEW)
            assert len(play.engine.processes[process.id].nodes) == len(process.nodes)
            # when each of its starts is taken, and the world does all work and lets time pass
            if not _start(play, process.id, start):
                continue
            _live(play)
            # then every instance has ended, or each of its tokens waits for something that has a name
            _says_why(play, plan)


def test_every_flow_node_of_the_xml_becomes_a_spec_of_the_engine(corpus_file: Path, stage: Any) -> None:
    # given a file that can be compiled, and its flow nodes as another reader of XML sees them
    plan = _plan(corpus_file)
    drawn = _flow_nodes(corpus_file)
    # when the engine has built its specs
    processes = stage(plan).engine.processes
    # then each node is there once: none was dropped, none was taken for something else
    global_tasks = {process.id for process in plan.processes if [node.id for node in process.nodes] == [process.id]}
    built = Counter(node.plan.kind for key, spec in processes.items() if key not in global_tasks for node in spec.nodes)
    assert built == drawn


def _flow_nodes(file: Path) -> Counter[str]:
    """How many flow nodes of each kind stand in processes."""
    parser = etree.XMLParser(resolve_entities=False, huge_tree=True, recover=True)
    names = (
        etree.QName(element).localname
        for process in etree.parse(file, parser).iterfind(f"{{{MODEL}}}process")
        for element in process.iter(f"{{{MODEL}}}*")
    )
    return Counter(name for name in names if name in FLOW_NODES)


def _plan(file: Path) -> Plan:
    try:
        compiled = compile_plan(read_file(file).diagram)
    except Refused:
        pytest.skip("the reader refuses it")
    if compiled.plan is None:
        assert all(problem.elements for problem in compiled.problems)
        pytest.skip("the file is refused with problems that name elements")
    return compiled.plan


def _start(play: Any, process: str, start: str) -> bool:
    """Whether it began; a process without a start event may have nothing that begins by itself."""
    if start or play.engine.processes[process].starts or len(play.engine.processes[process].triggers) == 1:
        play.start(process, start_event=start, **RESULTS)
        return True
    with pytest.raises(Refused, match="where to start"):
        play.start(process)
    return False


def _live(play: Any) -> None:
    for _ in range(ROUNDS):
        due = play.engine.due()
        if play.work:
            play.do(play.work[0].element, **RESULTS)
        elif due is not None:
            play.now = max(play.now, due)
            play.engine.fire_due()
            play.go()
        else:
            return


def _says_why(play: Any, plan: Plan) -> None:
    known = {node.id for process in plan.processes for node in process.nodes} | {item.id for item in plan.processes}
    waiting = play.engine.waiting()
    assert {item.instance for item in waiting} == set(play.engine.instances)
    assert all(item.element in known for item in waiting)
    assert all(item.detail for item in waiting if item.kind == "incident")
    reasons = [data["reason"] for data in play.told(EventKind.INSTANCE_FAILED)]
    assert all(reasons)
    if not waiting:
        assert play.balance() == {}
