"""Interchange: writes a picture into the document as BPMNDI."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from procos_studio.layout.picture import Picture
from procos_studio.model.diagram import Diagram
from procos_studio.model.elements import Element
from procos_studio.model.names import BPMNDI, bpmn, clark
from procos_studio.model.records import Edge, FlowNode, Lane, Participant, Plane, Shape
from procos_studio.model.transaction import Transaction


def new_plane(diagram: Diagram, tx: Transaction, shows: str) -> str:
    """A page with an empty plane for an element; the plane's key."""
    drawing = tx.create(clark(BPMNDI, "BPMNDiagram"), diagram.root.id, "BPMNDiagram")
    return tx.create(clark(BPMNDI, "BPMNPlane"), drawing.id, "BPMNPlane", bpmnElement=shows).id


def write(diagram: Diagram, tx: Transaction, plane: str, picture: Picture, opened: Set[str]) -> None:
    """Give every element of the picture its bounds or way points on the plane; shapes and edges that lack are made.

    A shape or edge that is made for a sub-process in `opened` shows its inside. Labels follow the picture: one that it
    does not place is left to whoever draws.
    """
    shapes = {item.shows: item for item in diagram.children(plane, Shape)}
    edges = {item.shows: item for item in diagram.children(plane, Edge)}
    made: list[Element] = []
    for key, box in picture.boxes.items():
        shape = shapes.get(key)
        placed = _laid(shape or _new_shape(diagram, tx, plane, key, opened), key in picture.standing).with_bounds(box)
        _keep(tx, made, shape, placed.with_label_bounds(label) if (label := picture.labels.get(key)) else _bare(placed))
    for key, line in picture.lines.items():
        edge = edges.get(key)
        drawn = (edge or _new_edge(diagram, tx, plane, key)).with_waypoints(line)
        _keep(tx, made, edge, drawn.with_label_bounds(label) if (label := picture.labels.get(key)) else _bare(drawn))
    if made:
        holder = diagram.require(plane, Plane)
        tx.put(replace(holder, content=(*holder.content, *(element.id for element in made))))
        for element in made:
            tx.put(element)


def _laid(shape: Shape, stands: bool) -> Shape:
    """A pool or lane that runs from top to bottom, or from left to right; whatever else says so too."""
    return (
        shape
        if shape.is_horizontal is not stands
        else shape.with_attributes(isHorizontal="false" if stands else "true")
    )


def _keep(tx: Transaction, made: list[Element], before: Shape | Edge | None, after: Shape | Edge) -> None:
    if before is None:
        made.append(after)
    elif after != before:
        tx.put(after)


def _bare(item: Shape | Edge) -> Shape | Edge:
    return item.with_label_bounds(None) if item.label_bounds is not None else item


def _new_shape(diagram: Diagram, tx: Transaction, plane: str, key: str, opened: Set[str]) -> Shape:
    element = diagram[key]
    attributes = {"bpmnElement": key}
    if isinstance(element, (Participant, Lane)):
        attributes["isHorizontal"] = "true"
    if isinstance(element, FlowNode) and element.is_container:
        attributes["isExpanded"] = "true" if key in opened else "false"
    if element.tag == bpmn("exclusiveGateway"):
        attributes["isMarkerVisible"] = "true"
    own = _drawn_id(diagram, tx, key)
    return Shape(own, clark(BPMNDI, "BPMNShape"), plane, {"id": own, **attributes})


def _new_edge(diagram: Diagram, tx: Transaction, plane: str, key: str) -> Edge:
    own = _drawn_id(diagram, tx, key)
    return Edge(own, clark(BPMNDI, "BPMNEdge"), plane, {"id": own, "bpmnElement": key})


def _drawn_id(diagram: Diagram, tx: Transaction, key: str) -> str:
    usual = re.sub(r"[^\w.-]", "", f"{key}_di", flags=re.ASCII)
    return usual if usual not in diagram and re.match(r"[^\W\d]", usual) else tx.new_id(f"Drawn_{usual}")
