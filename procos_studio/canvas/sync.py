"""Sync: keeps a scene equal to one plane of a diagram; the only place that makes, changes and removes items."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from procos_studio.canvas.looks import Faces, Look, is_relocated, look_of, looks_on, relocated
from procos_studio.canvas.scene import PlaneScene
from procos_studio.model.commenting import is_marked
from procos_studio.model.diagram import Diagram
from procos_studio.model.diff import Change, Diff
from procos_studio.model.elements import Element
from procos_studio.model.records import DataElement, Drawn, FlowNode, Lane, Plane, RootElement, SequenceFlow

_NO_LOOKS: Mapping[str, Look] = {}


class Sync:
    """Follows the diagram from its making until `stop`; `looks` are those of all of the plane, where they are known."""

    def __init__(
        self, diagram: Diagram, plane: str, scene: PlaneScene, faces: Faces, looks: Mapping[str, Look] = _NO_LOOKS
    ) -> None:
        self._diagram = diagram
        self._plane = plane
        self._scene = scene
        self._faces = faces
        self._build(looks or looks_on(diagram, plane, faces))
        self._disconnect = diagram.changed.connect(self._follow)

    def stop(self) -> None:
        """Follow the diagram no longer."""
        self._disconnect()

    def _build(self, looks: Mapping[str, Look]) -> None:
        with _without_collecting():
            self._scene.build(looks)
        self._scene.reach()

    def _follow(self, diff: Diff) -> None:
        affected: dict[str, Change | None] = {}
        for key, change in diff.changes.items():
            if isinstance(change.after or change.before, Drawn):
                # where what it shows has changed, too, all of its look is looked at
                affected.setdefault(key, change)
            else:
                affected.update(dict.fromkeys(self._touched(key, change)))
        looks = {key: self._look_now(key, change) for key, change in affected.items()}
        for key, look in looks.items():
            if look is None:
                self._scene.drop(key)
        self._scene.put_all({key: look for key, look in looks.items() if look is not None})
        self._scene.reach()

    def _look_now(self, key: str, change: Change | None) -> Look | None:
        """The look of a shape or edge, None for none; `change` is what happened to it where nothing else has."""
        known = self._scene.looks.get(key)
        if known is not None and change is not None and is_relocated(change.before, change.after):
            return relocated(known, change.after)
        drawn = self._diagram.find(key, Drawn)
        if drawn is None or drawn.parent != self._plane:
            return None
        return look_of(self._diagram, drawn, self._faces)

    def _touched(self, key: str, change: Change) -> list[str]:
        """The shapes and edges whose look may depend on a changed element, which draws nothing; as `looks` reads."""
        element = change.after or change.before
        if isinstance(element, Plane):
            return self._plane_contents(change)
        touched = self._drawings_of(key)
        if isinstance(element, FlowNode):
            for flow in self._diagram.outgoing(key, SequenceFlow):
                touched.extend(self._drawings_of(flow.id))
        if isinstance(element, SequenceFlow):
            touched.extend(self._commented_out_after(change))
        if isinstance(element, DataElement):
            touched.extend(self._references_to(key))
        if isinstance(element, RootElement) and element.kind == "category":
            touched.extend(item.id for item in self._diagram.all(Drawn) if self._shows(item, "group"))
        if isinstance(element, (FlowNode, Lane)) and _moved(change):
            touched.extend(self._below(key))
        return touched

    def _commented_out_after(self, change: Change) -> list[str]:
        """Behind an event-based gateway nothing can be commented out, so a flow may change how its target looks."""
        targets = {flow.target for flow in (change.before, change.after) if isinstance(flow, SequenceFlow)}
        nodes = (self._diagram.find(target, FlowNode) for target in targets)
        return [drawn for node in nodes if node is not None and is_marked(node) for drawn in self._drawings_of(node.id)]

    def _plane_contents(self, change: Change) -> list[str]:
        before = change.before.children if change.before else ()
        after = change.after.children if change.after else ()
        return [*before, *after] if (change.before is None or change.after is None) else []

    def _drawings_of(self, element: str) -> list[str]:
        return [drawn.id for drawn in self._diagram.drawn(element)]

    def _shows(self, drawn: Drawn, kind: str) -> bool:
        element = self._diagram.get(drawn.shows)
        return element is not None and element.kind == kind

    def _references_to(self, data: str) -> list[str]:
        found: list[str] = []
        for other in self._diagram.all(DataElement):
            if other.reference("dataObjectRef") == data:
                found.extend(self._drawings_of(other.id))
        return found

    def _below(self, key: str) -> list[str]:
        """What lies inside: its depth, and so its stacking, may have changed."""
        if key not in self._diagram:
            return []
        return [drawn for inner in self._diagram.walk(key) for drawn in self._drawings_of(inner.id)]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """While many items are made, the collector would look at all of them again and again, and find nothing."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _moved(change: Change) -> bool:
    before: Element | None = change.before
    after: Element | None = change.after
    return before is not None and after is not None and before.parent != after.parent
