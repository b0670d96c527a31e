"""A transform gives back every row: what it computes is local to the task, unless an output takes it out."""

import json
from typing import Any

from procos_studio.bpmn import write_bytes


def parameters(placed: Any) -> list[tuple[str, str, str]]:
    """Kind, name and text of what stands in inputOutput."""
    extensions = placed.diagram.elements[placed.key].extensions
    holder = next(item for item in extensions if item.kind == "inputOutput")
    return [(item.kind, item.get("name"), item.text) for item in holder.children]


def test_each_row_of_a_transform_goes_in_and_comes_out(place: Any) -> None:
    placed = place("compute/transform")
    placed.write("format", "json")
    placed.write("mapping", json.dumps({"sum": "${a + b}", "who": "${name}"}))
    assert parameters(placed) == [
        ("inputParameter", "format", "json"),
        ("inputParameter", "sum", "${a + b}"),
        ("inputParameter", "who", "${name}"),
        ("outputParameter", "sum", "${sum}"),
        ("outputParameter", "who", "${who}"),
    ]


def test_a_row_that_goes_takes_its_output_with_it(place: Any) -> None:
    placed = place("compute/transform")
    placed.write("mapping", '{"sum": "${a + b}", "who": "${name}"}')
    placed.write("mapping", '{"sum": "${a - b}"}')
    assert parameters(placed) == [("inputParameter", "sum", "${a - b}"), ("outputParameter", "sum", "${sum}")]
    placed.write("mapping", "")
    assert b"inputOutput" not in write_bytes(placed.diagram)
