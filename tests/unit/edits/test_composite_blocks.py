"""Composite blocks: made of a subsystem, kept, placed, linked, upgraded; to other tools they are plain BPMN."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from procos_studio.bpmn import new_diagram, read_bytes, write_bytes
from procos_studio.checks import check
from procos_studio.checks.interface import Interface, interface
from procos_studio.compiler import compile_plan
from procos_studio.compiler.export import export
from procos_studio.edits.append import append
from procos_studio.edits.break_link import break_link
from procos_studio.edits.delete import delete
from procos_studio.edits.exchanging import planned
from procos_studio.edits.group import group
from procos_studio.edits.make_block import check_subsystem, make_block
from procos_studio.edits.place import place
from procos_studio.edits.replace import replace as replace_block
from procos_studio.edits.set_parameter import set_parameter
from procos_studio.edits.standing_alone import standing_alone
from procos_studio.edits.upgrade_blocks import upgrade_blocks
from procos_studio.library import BlockDefinition, Library, load, mask, upgrade
from procos_studio.library.drafting import drafted, issued
from procos_studio.library.keeping import keep
from procos_studio.library.mapping import OUTPUTS, with_mappings
from procos_studio.model.diagram import Diagram
from procos_studio.model.geometry import Bounds, Point
from procos_studio.model.names import CAMUNDA
from procos_studio.model.records import Flow, FlowNode, Plane
from procos_studio.problems import Refused, has_errors
from procos_studio.runtime.engine import Engine
from procos_studio.targets import TARGETS


@pytest.fixture(scope="module")
def shipped() -> Library:
    return load()


class Drawn:
    """start → net → tax → end, of which `tax` is in a subsystem that reads net and rate and sets tax and note."""

    def __init__(self, library: Library) -> None:
        self.diagram = new_diagram("sum")
        plane = next(self.diagram.all(Plane)).id
        self.page = plane
        start = place(self.diagram, library.blocks["standard/start"], plane, Point(100, 200))
        script = library.blocks["compute/python-script"]
        self.net = self.step(append(self.diagram, start, script), script, "net = price * 2")
        self.tax = self.step(append(self.diagram, self.net, script), script, "note = 'x'\ntax = net * rate")
        self.total = self.step(append(self.diagram, self.tax, script), script, "total = net + tax")
        append(self.diagram, self.total, library.blocks["standard/end"])
        self.sub = group(self.diagram, [self.tax], "Tax")

    def step(self, key: str, block: BlockDefinition, code: str) -> str:
        parameter = next(item for item in block.properties if item.type == "code")
        set_parameter(self.diagram, key, parameter, code)
        return key

    def box(self, key: str) -> Bounds:
        shape = self.diagram.shape(key)
        assert shape is not None
        return shape.bounds


@pytest.fixture
def drawn(shipped: Library) -> Drawn:
    return Drawn(shipped)


def saved(drawn: Drawn, shelf: Path) -> BlockDefinition:
    found = interface(drawn.diagram, drawn.sub)
    draft = drafted("Tax", found.inputs, found.results, found.written)
    return keep(draft, shelf, write_bytes(standing_alone(draft, drawn.diagram, drawn.sub)[0]))


def run(diagram: Diagram, **variables: Any) -> dict[str, Any]:
    """The variables of the process in the end; scripts are worked out right here."""
    compiled = compile_plan(diagram)
    assert compiled.plan is not None, compiled.problems
    engine = Engine([compiled.plan], lambda: 0.0, lambda *_: None)
    process = compiled.plan.processes[0].id
    instance = engine.start(process, variables)
    while True:
        engine.advance()
        work = engine.take_work()
        if not work:
            break
        for item in work:
            known = dict(item.variables)
            exec(item.code, {}, known)
            engine.complete(
                item.id, {name: value for name, value in known.items() if item.variables.get(name) != value}
            )
    assert engine.is_ended(instance)
    return engine.variables(instance)


def test_the_interface_is_derived(drawn: Drawn) -> None:
    assert interface(drawn.diagram, drawn.sub) == Interface(
        {"net": "${net}", "rate": "${rate}"}, {"tax": "${tax}"}, ("note", "tax")
    )


def test_what_nobody_reads_becomes_results_when_nothing_is_read(drawn: Drawn) -> None:
    # given that nobody outside reads what the subsystem sets
    delete(drawn.diagram, [drawn.total], heal=True)
    # then
    assert interface(drawn.diagram, drawn.sub).results == {"note": "${note}", "tax": "${tax}"}


def test_a_variable_that_may_be_overwritten_goes_in_and_out(drawn: Drawn, shipped: Library) -> None:
    # given a subsystem that sets what was set before
    code = next(item for item in shipped.blocks["compute/python-script"].properties if item.type == "code")
    set_parameter(drawn.diagram, drawn.tax, code, "if rate:\n    net = 0\ntax = 1")
    # when
    found = interface(drawn.diagram, drawn.sub)
    # then
    assert found.inputs.keys() == {"rate", "net"}
    assert found.results.keys() == {"net", "tax"}


def test_a_block_means_what_the_subsystem_meant(drawn: Drawn, tmp_path: Path) -> None:
    # given
    before = run(drawn.diagram, price=10, rate=0.5)
    block = saved(drawn, tmp_path)
    # when
    make_block(drawn.diagram, drawn.sub, block, {"net": "${net}", "rate": "${rate}"})
    after = run(drawn.diagram, price=10, rate=0.5)
    # then all that others read is the same, and what nobody reads stays inside
    assert before.pop("note") == "x"
    assert after == before
    assert after["total"] == 30
    assert not has_errors(check(drawn.diagram, library=load([tmp_path])))
    # and one undo takes it back
    drawn.diagram.undo()
    assert run(drawn.diagram, price=10, rate=0.5)["note"] == "x"


def test_a_kept_block_is_placed_with_all_that_it_holds(drawn: Drawn, tmp_path: Path, shipped: Library) -> None:
    # given a library with the block, and another diagram
    saved(drawn, tmp_path)
    library = load([tmp_path])
    assert library.problems == ()
    block = library.blocks["own/tax"]
    other = new_diagram("other")
    start = place(other, shipped.blocks["standard/start"], next(other.all(Plane)).id, Point(100, 200))
    # when
    key = append(other, start, block)
    set_parameter(other, key, block.properties[0], "${100}")
    set_parameter(other, key, block.properties[1], "${vat}")
    set_parameter(other, key, block.properties[2], "vatSum")
    append(other, key, library.blocks["standard/end"])
    # then it is a closed subsystem with a page of its own, plain BPMN to everybody else
    node = other.require(key, FlowNode)
    assert (node.kind, node.name, node.get(mask.STAMP)) == ("subProcess", "Tax", "own/tax")
    assert other.plane_of(key) is not None
    assert len(other.children(key, FlowNode)) == 3
    again = read_bytes(write_bytes(other)).diagram
    assert not has_errors(check(again, library=library))
    assert not has_errors(check(again, library=shipped))
    assert not has_errors(export(again, TARGETS["camunda7"]).problems)
    assert run(again, vat=0.2) == {"vat": 0.2, "vatSum": 20}


def test_two_of_a_kind_do_not_get_into_each_others_way(drawn: Drawn, tmp_path: Path, shipped: Library) -> None:
    # given two blocks in a row
    saved(drawn, tmp_path)
    block = load([tmp_path]).blocks["own/tax"]
    other = new_diagram("other")
    start = place(other, shipped.blocks["standard/start"], next(other.all(Plane)).id, Point(100, 200))
    first = append(other, start, block)
    second = append(other, first, block)
    for key, net, variable in ((first, "${10}", "a"), (second, "${a + 1}", "b")):
        for parameter, text in zip(block.properties, (net, "${2}", variable), strict=True):
            set_parameter(other, key, parameter, text)
    # when, then
    assert run(other) == {"a": 20, "b": 42}


def test_the_file_of_the_inside_runs_by_itself(drawn: Drawn, tmp_path: Path) -> None:
    # given the file that the library keeps
    block = saved(drawn, tmp_path)
    assert block.inside is not None
    opened = read_bytes(block.inside.read_bytes())
    assert opened.problems == ()
    key = next(node.id for node in opened.diagram.all(FlowNode) if node.get(mask.STAMP))
    # when it gets values
    for parameter, text in zip(block.properties, ("${4}", "${0.5}", "tax"), strict=True):
        set_parameter(opened.diagram, key, parameter, text)
    # then
    assert run(opened.diagram) == {"tax": 2}


def test_a_number_stays_a_number(drawn: Drawn, tmp_path: Path) -> None:
    # given a block of which a parameter is a number
    found = interface(drawn.diagram, drawn.sub)
    draft = drafted("Tax", found.inputs, found.results, found.written)
    number = replace(draft.properties[1], type="number", typed=True, default="0.5")
    draft = replace(draft, properties=(draft.properties[0], number, draft.properties[2]))
    block = keep(draft, tmp_path, write_bytes(standing_alone(draft, drawn.diagram, drawn.sub)[0]))
    # when one is placed where a text would break it
    make_block(drawn.diagram, drawn.sub, block, {"net": "${net}"})
    # then the form shows the number, and the engine has it
    assert mask.values(drawn.diagram, drawn.sub, load([tmp_path]).blocks["own/tax"])["rate"] == "0.5"
    assert run(drawn.diagram, price=10)["total"] == 30


def test_a_broken_link_leaves_an_ordinary_subsystem(drawn: Drawn, tmp_path: Path, shipped: Library) -> None:
    # given
    block = saved(drawn, tmp_path)
    make_block(drawn.diagram, drawn.sub, block, {"net": "${net}", "rate": "${rate}"})
    # when
    break_link(drawn.diagram, drawn.sub)
    # then it does the same, and its inputs and outputs are edited as those of any subsystem
    found = load([tmp_path]).of(drawn.diagram[drawn.sub])
    assert found is not None
    assert found.id == "standard/subsystem"
    assert run(drawn.diagram, price=10, rate=0.5)["total"] == 30
    values = mask.values(drawn.diagram, drawn.sub, with_mappings(drawn.diagram, drawn.sub, found))
    assert "tax" in values[OUTPUTS]
    with pytest.raises(Refused, match="no block of a library"):
        break_link(drawn.diagram, drawn.sub)


def test_an_upgrade_brings_the_new_inside_and_parameters(drawn: Drawn, tmp_path: Path, shipped: Library) -> None:
    # given two blocks of version 1
    first = saved(drawn, tmp_path)
    keys = [drawn.sub, place(drawn.diagram, first, drawn.page, Point(900, 500))]
    make_block(drawn.diagram, drawn.sub, first, {"net": "${net}", "rate": "${rate}"})
    # and a version 2 that has a default, and does something else
    code = next(item for item in shipped.blocks["compute/python-script"].properties if item.type == "code")
    source = Drawn(shipped)
    set_parameter(source.diagram, source.tax, code, "tax = net * rate + 1")
    rate = replace(first.properties[1], default="0.1")
    second = issued(replace(first, properties=(first.properties[0], rate, first.properties[2])), first)
    keep(second, tmp_path, write_bytes(standing_alone(second, source.diagram, source.sub)[0]))
    library = load([tmp_path])
    block = library.blocks["own/tax"]
    assert block.version == 2
    # when it is asked what would change
    said = [change.message for change in upgrade.plan(drawn.diagram, drawn.sub, block)]
    assert said[0] == "“Tax” goes from version 1 to 2."
    inside = [change.message for change in planned(drawn.diagram, drawn.sub, block).merge.changes]
    assert inside == ["What is inside becomes that of version 2."]
    # then nothing has happened yet; and when it is done, all of it is one step
    assert run(drawn.diagram, price=10, rate=0.5)["total"] == 30
    steps = len(drawn.diagram.history.labels)
    upgrade_blocks(drawn.diagram, keys, library)
    assert len(drawn.diagram.history.labels) == steps + 1
    assert all(upgrade.version_of(drawn.diagram[key]) == 2 for key in keys)
    assert run(read_bytes(write_bytes(drawn.diagram)).diagram, price=10, rate=0.5)["total"] == 31
    drawn.diagram.undo()
    assert run(drawn.diagram, price=10, rate=0.5)["total"] == 30


def test_the_newest_is_not_upgraded(drawn: Drawn, tmp_path: Path) -> None:
    block = saved(drawn, tmp_path)
    make_block(drawn.diagram, drawn.sub, block, {})
    with pytest.raises(Refused, match="older than the library"):
        upgrade_blocks(drawn.diagram, [drawn.sub], load([tmp_path]))


def test_a_task_becomes_a_composite_block(drawn: Drawn, tmp_path: Path) -> None:
    # given
    saved(drawn, tmp_path)
    block = load([tmp_path]).blocks["own/tax"]
    # when
    replace_block(drawn.diagram, drawn.net, block)
    # then
    assert len(drawn.diagram.children(drawn.net, FlowNode)) == 3
    assert [plane.shows for plane in drawn.diagram.all(Plane)].count(drawn.net) == 1


def test_a_subsystem_with_work_of_its_own_is_not_overwritten(drawn: Drawn, tmp_path: Path) -> None:
    saved(drawn, tmp_path)
    block = load([tmp_path]).blocks["own/tax"]
    with pytest.raises(Refused, match="holds blocks"):
        replace_block(drawn.diagram, drawn.sub, block)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_text("<no")])
def test_an_inside_that_went_bad_is_refused(drawn: Drawn, tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    # given a block whose file was spoiled after it was read
    block = saved(drawn, tmp_path)
    assert block.inside is not None
    spoil(block.inside)
    before = write_bytes(drawn.diagram)
    # when
    with pytest.raises(Refused):
        place(drawn.diagram, block, drawn.page, Point(900, 500))
    # then
    assert write_bytes(drawn.diagram) == before


def with_input(drawn: Drawn, holder: str) -> None:
    """Give the subsystem inputs and outputs, as `camunda:inputOutput` holds them."""
    text = f'<camunda:inputOutput xmlns:camunda="{CAMUNDA}">{holder}</camunda:inputOutput>'
    file = write_bytes(drawn.diagram).decode()
    begins = file.index(">", file.index(f'id="{drawn.sub}"')) + 1
    made = f"{file[:begins]}<bpmn:extensionElements>{text}</bpmn:extensionElements>{file[begins:]}"
    drawn.diagram = read_bytes(made.encode()).diagram


def published(drawn: Drawn, shelf: Path) -> BlockDefinition:
    """Make a block of the subsystem, read it as others will, and let the subsystem be the first of it."""
    check_subsystem(drawn.diagram, drawn.sub)
    found = interface(drawn.diagram, drawn.sub)
    draft = drafted("Tax", found.inputs, found.results, found.written, found.forms)
    keep(draft, shelf, write_bytes(standing_alone(draft, drawn.diagram, drawn.sub)[0]))
    library = load([shelf])
    assert library.problems == ()
    block = library.blocks["own/tax"]
    make_block(drawn.diagram, drawn.sub, block, found.inputs)
    return block


STRUCTURED = {
    "list": (
        "<camunda:list><camunda:value>${price}</camunda:value><camunda:value>${2}</camunda:value></camunda:list>",
        '["${price}", 2]',
    ),
    "map": ('<camunda:map><camunda:entry key="low">${0.5}</camunda:entry></camunda:map>', '{"low": 0.5}'),
    "code": ('<camunda:script scriptFormat="python">price + 1</camunda:script>', "price + 1"),
}


@pytest.mark.parametrize("kind", STRUCTURED)
def test_an_input_that_is_a_script_a_list_or_a_map_becomes_a_parameter(drawn: Drawn, tmp_path: Path, kind: str) -> None:
    # given
    xml, text = STRUCTURED[kind]
    with_input(drawn, f'<camunda:inputParameter name="more">{xml}</camunda:inputParameter>')
    # when a block is made of it, kept and read again
    block = published(drawn, tmp_path)
    # then the parameter is of that kind, with what stands there today
    parameter = block.parameter("more")
    assert parameter is not None
    assert (parameter.type, parameter.default) == (kind, text)
    # and the subsystem says the same as before, in the same elements
    assert mask.values(drawn.diagram, drawn.sub, block)["more"] == text
    assert f"<camunda:{'script' if kind == 'code' else kind}" in write_bytes(drawn.diagram).decode()
    # and so does one that is placed
    placed = place(drawn.diagram, block, drawn.page, Point(900, 500))
    assert mask.values(drawn.diagram, placed, block)["more"] == text


def test_an_output_that_is_a_script_becomes_a_result(drawn: Drawn, tmp_path: Path) -> None:
    # given
    script = '<camunda:script scriptFormat="python">tax * 2</camunda:script>'
    with_input(drawn, f'<camunda:outputParameter name="double">{script}</camunda:outputParameter>')
    # when
    block = published(drawn, tmp_path)
    # then the result is what takes the script's value
    (result,) = [item for item in block.properties if item.binding.script_format]
    assert (result.id, result.binding.source) == ("double", "tax * 2")
    assert mask.values(drawn.diagram, drawn.sub, block)["double"] == "double"
    assert "tax * 2" in write_bytes(drawn.diagram).decode()
    assert not [
        change
        for change in upgrade.plan(drawn.diagram, drawn.sub, replace(block, version=9))
        if "no result" in change.message
    ]


@pytest.mark.parametrize(
    "holder",
    [
        '<camunda:outputParameter name="all"><camunda:list><camunda:value>1</camunda:value></camunda:list>'
        "</camunda:outputParameter>",
        '<camunda:inputParameter name="all"><camunda:list><camunda:script scriptFormat="python">1</camunda:script>'
        "</camunda:list></camunda:inputParameter>",
        '<camunda:inputParameter name="all"><camunda:script scriptFormat="python" resource="x.py"/>'
        "</camunda:inputParameter>",
    ],
)
def test_what_no_parameter_can_hold_is_named(drawn: Drawn, holder: str) -> None:
    with_input(drawn, holder)
    with pytest.raises(Refused, match="gives “all” in a way that no parameter can"):
        check_subsystem(drawn.diagram, drawn.sub)


def test_only_subsystems_become_blocks(drawn: Drawn, tmp_path: Path) -> None:
    block = saved(drawn, tmp_path)
    with pytest.raises(Refused, match="is no subsystem"):
        make_block(drawn.diagram, drawn.net, block, {})
    make_block(drawn.diagram, drawn.sub, block, {})
    with pytest.raises(Refused, match="is a block already"):
        make_block(drawn.diagram, drawn.sub, block, {})


def test_a_subsystem_gets_the_size_of_the_block_that_it_becomes(drawn: Drawn, tmp_path: Path) -> None:
    # given a subsystem of the usual size, and a block whose face needs more
    block = replace(saved(drawn, tmp_path), size=(260.0, 120.0))
    before = drawn.box(drawn.sub)
    beside = (drawn.box(drawn.net), drawn.box(drawn.total))
    # when
    make_block(drawn.diagram, drawn.sub, block, {})
    # then it has the block's size, and stands clear of what it would have covered
    made = drawn.box(drawn.sub)
    assert (made.width, made.height) == (260.0, 120.0)
    assert made.center.y == before.center.y
    assert drawn.box(drawn.net) == beside[0]
    assert made.x - drawn.box(drawn.net).right >= 30
    assert drawn.box(drawn.total).x - made.right >= 30
    # and its flows end on its new border
    for flow in (*drawn.diagram.incoming(drawn.sub, Flow), *drawn.diagram.outgoing(drawn.sub, Flow)):
        edge = drawn.diagram.edge(flow.id)
        assert edge is not None
        docked = edge.waypoints[-1] if flow.target == drawn.sub else edge.waypoints[0]
        assert docked.x in (made.x, made.right)
    # and one undo takes all of it back
    drawn.diagram.undo()
    assert drawn.box(drawn.sub) == before
    assert (drawn.box(drawn.net), drawn.box(drawn.total)) == beside


def test_a_block_with_room_around_it_keeps_its_middle(drawn: Drawn, tmp_path: Path) -> None:
    # given a block that is little larger than the subsystem
    block = replace(saved(drawn, tmp_path), size=(110.0, 80.0))
    middle, beside = drawn.box(drawn.sub).center, drawn.box(drawn.total)
    # when
    make_block(drawn.diagram, drawn.sub, block, {})
    # then nothing else moves
    assert drawn.box(drawn.sub).width == 110.0
    assert drawn.box(drawn.sub).center == middle
    assert drawn.box(drawn.total) == beside
