"""Executions and instances, read back: each with what it holds and remembers, checked against its diagram."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Execution, Scope
from procos_studio.runtime.engine.instance import Instance
from procos_studio.runtime.engine.references import ROOT
from procos_studio.runtime.engine.saved.fields import Damaged, Fields, known, number
from procos_studio.runtime.engine.saved.memo import check, restored_memo
from procos_studio.runtime.engine.saved.own_rows import Versions, spec_of
from procos_studio.runtime.engine.saved.ready import restored_operation
from procos_studio.runtime.engine.saved.saving import values
from procos_studio.runtime.engine.specs.call_activity import CallActivity

if TYPE_CHECKING:
    from procos_studio.runtime.engine.engine import Engine
    from procos_studio.runtime.engine.limits import Budget
    from procos_studio.runtime.engine.references import References

Values = Mapping[tuple[str, str], Any]
"""What an execution holds, by part and name."""


def restore_root(engine: Engine, key: str, head: object, versions: Versions, families: Mapping[str, Budget]) -> None:
    """A new instance with nothing but its root."""
    fields = Fields(head, f"“{key}”")
    spec = spec_of(versions, fields.text("process"), fields.text("digest"))
    budget = known(families, str(fields.whole("family")), "a family")
    budget.instances += 1
    engine.live[key] = Instance(engine, spec, key, fields.text("business_key"), None, budget)


def execution_of(engine: Engine, instance: str, token: str) -> Execution:
    """An execution that is there already. Raises Damaged."""
    found = engine.live.get(instance)
    if found is None or token not in found.tasks:
        raise Damaged(f"there is no “{token[:40]}” in “{instance[:40]}”")
    return found.tasks[token]


def restore_execution(engine: Engine, instance: Instance, token: str, value: object, held: Values) -> None:
    """One execution inside those that are there already, or the root itself."""
    fields, references = Fields(value, f"“{token}”"), instance.process.references
    execution = _made(engine, instance, token, fields)
    execution.serial = fields.whole("serial")
    execution.memo = restored_memo(references, fields.map("memo"), fields.where)
    _fill(execution, fields.flag("own"), held)
    if isinstance(execution, Scope):
        _fill_scope(execution, fields, held)
    if "again" in fields:
        subject = execution.outer if execution.role == "incident" else execution
        execution.again = restored_operation(references, fields.items("again"), subject)
    if fields.flag("held", False):
        engine.held[token] = execution
    fields.items("waits", [])
    fields.done()
    check(execution)
    instance.budget.is_held |= "holds" in execution.memo
    _into_scope(execution)
    execution.saved = dict(values(execution))
    if execution.saved.keys() != held.keys():
        raise Damaged(f"values of {fields.where}")


def _made(engine: Engine, instance: Instance, token: str, fields: Fields) -> Execution:
    node, role, up = fields.text("node"), fields.text("role"), fields.text("up")
    if token == instance.id:
        if (node, role, up) != (ROOT, "process", ""):
            raise Damaged(fields.where)
        return instance.root
    outer = execution_of(engine, instance.id, up)
    if not isinstance(outer, Scope) or token in instance.tasks or node == ROOT:
        raise Damaged(fields.where)
    kind = Scope if "live" in fields else Execution
    return kind(instance, instance.process.references.node(node), outer, token, role)


def _fill(execution: Execution, has_own: bool, held: Values) -> None:
    if has_own:
        execution.variables = {name: value for (part, name), value in held.items() if part == "variable"}
    memo = execution.memo
    if ("items", "") in held:
        memo["items"] = held["items", ""]
        if not isinstance(memo["items"], list):
            raise Damaged(f"the items of “{execution.id}”")
    gathered = {name: value for (part, name), value in held.items() if part == "gathered"}
    if gathered:
        memo["gathered"] = dict(sorted(gathered.items(), key=lambda item: number(item[0], f"“{execution.id}”")))


def _fill_scope(scope: Scope, fields: Fields, held: Values) -> None:
    references = scope.instance.process.references
    scope.live = fields.whole("live")
    quantities = Fields(fields.map("quantities"), fields.where)
    for name in fields.map("quantities"):
        scope.quantities[references.node(name).index] = quantities.whole(name)
    records = {number(name, fields.where): value for (part, name), value in held.items() if part == "record"}
    scope.records = [_record(references, records[place], fields.where) for place in range(len(records))]


def _record(references: References, value: object, where: str) -> dict[str, Any]:
    fields = Fields(value, f"a record of {where}")
    node = references.node(fields.text("node"))
    variables = fields.optional("variables", dict)
    inside = [_record(references, inner, where) for inner in fields.items("records")]
    fields.done()
    return {"node": node.index, "variables": variables, "records": inside}


def _into_scope(execution: Execution) -> None:
    if execution.role != "join":
        return
    joins, index = execution.outer.joins, execution.node.index
    if index in joins:
        raise Damaged(f"two joins at “{execution.node.id}”")
    joins[index] = execution


def restore_head(engine: Engine, instance: Instance, head: object) -> None:
    """What is known once about an instance, after its executions are there."""
    fields, references = Fields(head, f"“{instance.id}”"), instance.process.references
    for name in ("process", "digest", "business_key"):
        fields.text(name)
    fields.whole("family")
    _restore_caller(engine, instance, fields.optional("caller", list))
    instance.turn, instance.is_frozen = fields.whole("turn"), fields.flag("frozen")
    instance.correlation = fields.map("correlation")
    for entry in fields.items("ready"):
        if not isinstance(entry, list) or not entry or not isinstance(entry[0], str):
            raise Damaged(f"what is ready in {fields.where}")
        execution = execution_of(engine, instance.id, entry[0])
        operation, argument = restored_operation(references, entry[1:], execution)
        instance.ready.append((operation, execution, argument))
    for token in fields.texts("pending"):
        instance.pending[token] = execution_of(engine, instance.id, token)
        if instance.pending[token].role != "join":
            raise Damaged(f"what is pending in {fields.where}")
    fields.done()


def _restore_caller(engine: Engine, instance: Instance, caller: list[Any] | None) -> None:
    if caller is None:
        return
    match caller:
        case [str(other), str(token)]:
            found = execution_of(engine, other, token)
            # whoever calls was there before, so nobody calls himself
            if isinstance(found.node, CallActivity) and found.serial < instance.root.serial:
                instance.caller, instance.depth = found, found.instance.depth + 1
                return
    raise Damaged(f"the caller of “{instance.id}”")


def check_calls(engine: Engine) -> None:
    """Whoever waits for a called instance is the one that called it. Raises Damaged."""
    for instance in engine.live.values():
        for execution in instance.tasks.values():
            called = engine.live.get(execution.memo.get("called", ""))
            if called is not None and called.caller is not execution:
                raise Damaged(f"the call of “{execution.id}”")
