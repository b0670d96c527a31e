"""Rewriting: the saved rows of one instance, as they are where each of its elements has gone to another version."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from procos_studio.problems import Problem, error
from procos_studio.runtime.engine.references import ROOT
from procos_studio.runtime.engine.rows import Key
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.plan import MigrationPlan

Row = tuple[Key, Any]


class Rewriting:
    """One instance on its way: `rows` gives its new rows, `problems` says why it cannot go.

    `starts` are where the target begins. A wait whose element goes nowhere is left out; the engine sets those anew that
    the target has more.
    """

    def __init__(self, plan: MigrationPlan, source: Elements, target: Elements, digest: str) -> None:
        self._elements, self._source, self._target = plan.elements, source, target
        self._anew = frozenset(item.source for item in plan.instructions if item.updates)
        self._digest, self._version = digest, plan.target
        self.problems: list[Problem] = []
        self.moved: dict[str, tuple[str, str]] = {}

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """The rows after the migration; of no use where there are problems."""
        parts: dict[str, Callable[[Key, Any], Any]] = {
            "instance": self._head,
            "token": self._token,
            "record": lambda key, value: self._record(value),
        }
        return [(key, parts[key[2]](key, value) if key[2] in parts else value) for key, value in rows]

    def _head(self, key: Key, head: dict[str, Any]) -> dict[str, Any]:
        ready = [[token, *self._operation(rest)] for token, *rest in head["ready"]]
        return head | {"process": self._target.process.id, "digest": self._digest, "ready": ready}

    def _token(self, key: Key, token: dict[str, Any]) -> dict[str, Any]:
        element = self._live(token["node"])
        if token["node"] != ROOT:
            self.moved[key[1]] = (token["node"], element)
        found = token | {"node": element, "memo": self._memo(token["node"], token["memo"])}
        if "quantities" in token:
            found["quantities"] = self._quantities(token["quantities"])
        if "waits" in token:
            found["waits"] = [wait for item in token["waits"] if (wait := self._wait(item)) is not None]
        if "again" in token:
            found["again"] = self._operation(token["again"])
        return found

    def _memo(self, element: str, memo: dict[str, Any]) -> dict[str, Any]:
        found = dict(memo)
        if "starts" in memo:
            known = [self._elements[name] for name in memo["starts"] if name in self._elements]
            found["starts"] = known or [self._target.names[place] for place in self._target.process.starts]
        if "held" in memo:
            found["held"] = self._held(element, memo["held"])
        if "seen" in memo:
            seen = memo["seen"].items()
            found["seen"] = {self._elements[name]: places for name, places in seen if name in self._elements}
        if "next" in memo and element in self._elements:
            self._check_order(element, memo["next"])
        return found

    def _held(self, element: str, held: dict[str, list[str]]) -> dict[str, list[str]]:
        """The tokens at a join by their flows; several flows may have become one."""
        found: dict[str, list[str]] = {}
        for way, tokens in held.items():
            found.setdefault(self._way(way, element), []).extend(tokens)
        return found

    def _quantities(self, quantities: dict[str, int]) -> dict[str, int]:
        found: dict[str, int] = {}
        for name, count in quantities.items():
            element = self._live(name)
            found[element] = found.get(element, 0) + count
        return found

    def _wait(self, wait: dict[str, Any]) -> dict[str, Any] | None:
        """The same wait at the element's new place, None where it is not kept."""
        node, receiver = self._elements.get(wait["node"]), self._elements.get(wait["receiver"])
        # a timer that has fired for the last time stays, so that nothing sets it anew
        is_over = "due" in wait and not wait.get("set", False)
        is_anew = wait["node"] in self._anew and not is_over
        if node is None or receiver is None or is_anew or node not in self._target:
            return None
        is_own = self._target.node(node).kind not in ("boundaryEvent", "startEvent")
        interrupting = is_own or self._target.node(node).interrupting
        return wait | {"node": node, "receiver": receiver, "interrupting": interrupting}

    def _operation(self, saved: list[Any]) -> list[Any]:
        match saved:
            case ["arrive", node, str(way)]:
                return ["arrive", self._live(node), self._way(way, node)]
            case ["arrive", node, way]:
                return ["arrive", self._live(node), way]
            case ["leave", node]:
                return ["leave", self._live(node)]
        return saved

    def _record(self, record: dict[str, Any]) -> dict[str, Any]:
        name = record["node"]
        if name not in self._elements:
            words = f"{self._source.called(name)} has been done and may have to be undone, but goes nowhere."
            self._refuse("migration.undo", words, name)
        inside = [self._record(inner) for inner in record["records"]]
        return record | {"node": self._elements.get(name, name), "records": inside}

    # names --------------------------------------------------------------------------------------------------------

    def _live(self, name: str) -> str:
        """Where an element goes at which something is."""
        if name == ROOT or name in self._elements:
            return self._elements.get(name, ROOT)
        words = f"A token is at {self._source.called(name)}, which goes nowhere in {self._version}."
        self._refuse("migration.unmapped", words, name)
        return name

    def _way(self, way: str, element: str) -> str:
        """The flow over which a token came: of the same id, else the only one between the same elements."""
        here, there = self._source.ends(way)
        wanted = self._elements.get(here), self._elements.get(there)
        fitting = [name for name in self._target.ways if self._target.ends(name) == wanted]
        if way in fitting or len(fitting) == 1:
            return way if way in fitting else fitting[0]
        # over which flow a token came matters to nobody but a gateway that waits for others
        if self._source.node(element).kind.endswith("Gateway"):
            words = f"A token came to {self._source.called(element)} over “{way}”, which {self._version} does not have."
            self._refuse("migration.flow", words, element)
        return self._any_way(wanted[1]) or way

    def _any_way(self, element: str | None) -> str:
        if element is None or element not in self._target:
            return ""
        return next((self._target.ways[flow] for flow in self._target.node(element).incoming), "")

    def _check_order(self, element: str, count: int) -> None:
        """An ad-hoc sub-process that has begun some of its activities must know the rest."""
        begun = [self._source.names[place] for place in self._source.node(element).starts][:count]
        there = [self._target.names[place] for place in self._target.node(self._elements[element]).starts][:count]
        if [self._elements.get(name) for name in begun] != there:
            words = f"{self._source.called(element)} has begun activities that {self._version} has in another order."
            self._refuse("migration.order", words, element)

    def _refuse(self, code: str, words: str, element: str) -> None:
        hint = f"Say with --plan where it goes, or let the instance pass it first ({self._choices(element)})."
        problem = error(code, words, element, hint=hint)
        if problem not in self.problems:
            self.problems.append(problem)

    def _choices(self, element: str) -> str:
        kind = self._source.kind(element)
        names = [self._target.called(name) for name in self._target.names if self._target.kind(name) == kind]
        return f"{self._version} has {', '.join(names[:3])}" if names else f"{self._version} has no {kind}"
