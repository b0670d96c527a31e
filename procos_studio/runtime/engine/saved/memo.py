"""What an execution's node remembers, read back: the visible list of what may stand in a memo, and what must."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from procos_studio.runtime.engine.execution import Scope
from procos_studio.runtime.engine.saved.fields import Damaged, Fields, known, moment
from procos_studio.runtime.engine.specs.activity import Activity
from procos_studio.runtime.engine.specs.call_activity import CallActivity
from procos_studio.runtime.engine.specs.catching import CatchEvent, EventBasedGateway
from procos_studio.runtime.engine.specs.gateways import Join
from procos_studio.runtime.engine.specs.loops import MultiInstance, StandardLoop
from procos_studio.runtime.engine.specs.node import Node
from procos_studio.runtime.engine.specs.sub_process import SubProcess
from procos_studio.runtime.engine.specs.tasks import UserTask, WorkingTask
from procos_studio.runtime.engine.specs.throw_events import ThrowEvent

if TYPE_CHECKING:
    from procos_studio.runtime.engine.execution import Execution
    from procos_studio.runtime.engine.references import References

Read = Callable[[Fields, str, "References"], Any]


def _text(memo: Fields, name: str, references: References) -> str:
    return memo.text(name)


def _flag(memo: Fields, name: str, references: References) -> bool:
    return memo.flag(name)


def _whole(memo: Fields, name: str, references: References) -> int:
    return memo.whole(name)


def _map(memo: Fields, name: str, references: References) -> dict[str, Any]:
    return memo.map(name)


def _starts(memo: Fields, name: str, references: References) -> list[int]:
    return [references.node(item).index for item in memo.texts(name)]


def _held(memo: Fields, name: str, references: References) -> dict[int, list[str]]:
    held = Fields(memo.map(name), f"the tokens of {memo.where}")
    return {references.way(key).number: held.texts(key) for key in memo.map(name)}


def _seen(memo: Fields, name: str, references: References) -> dict[str, list[int]]:
    found = {}
    for key, places in memo.map(name).items():
        node = references.node(key)
        if not isinstance(places, list) or not all(type(at) is int and 0 <= at < len(node.events) for at in places):
            raise Damaged(f"{name} of {memo.where}")
        found[str(node.index)] = places
    return found


def _form(memo: Fields, name: str, references: References) -> list[Any]:
    fields = memo.items(name)
    for field in fields:
        if "value" not in Fields(field, memo.where) or not isinstance(field.get("id"), str):
            raise Damaged(f"a form field of {memo.where}")
    return fields


def _person(memo: Fields, name: str, references: References) -> dict[str, Any]:
    Fields(memo.map(name), f"the person of {memo.where}").text("assignee")
    return memo.map(name)


def _attempt(memo: Fields, name: str, references: References) -> list[Any]:
    match memo.items(name):
        case [int(attempt), due] if 0 < attempt < 10_000:
            return [attempt, moment(due, memo.where)]
    raise Damaged(f"{name} of {memo.where}")


_ENTRIES: dict[str, Read] = {
    "waits": _text,
    "incident": _text,
    "freezes": _flag,
    "holds": _flag,
    "called": _text,
    "returned": _map,
    "person": _person,
    "form": _form,
    "attempt": _attempt,
    "held": _held,
    "count": _whole,
    "fired": _flag,
    "seen": _seen,
    "counter": _whole,
    "completed": _whole,
    "active": _whole,
    "pass": _whole,
    "interrupted": _flag,
    "next": _whole,
    "then": _text,
    "starts": _starts,
    "reason": _text,
    "failed": _flag,
}
"""All that a memo may hold. A new entry needs a line here, else what was saved with it is refused."""

_WAITERS: dict[str, type[Node]] = {
    "user": UserTask,
    "work": WorkingTask,
    "call": CallActivity,
    "gateway": EventBasedGateway,
} | dict.fromkeys(("message", "signal", "timer", "condition", "receive"), CatchEvent)


def restored_memo(references: References, value: object, where: str) -> dict[str, Any]:
    """A memo; what must be in it, `check` looks at. Raises Damaged or KeyError."""
    memo = Fields(value, f"the memo of {where}")
    assert isinstance(value, dict)
    found = {name: known(_ENTRIES, name, where)(memo, name, references) for name in value}
    memo.done()
    return found


def check(execution: Execution) -> None:
    """Whether an execution is one that its node could have made. Raises Damaged."""
    memo, node, role = execution.memo, execution.node, execution.role
    waits = memo.get("waits")
    is_right = waits is None or isinstance(node, known(_WAITERS, waits, "what a token waits for"))
    is_right &= waits != "user" or {"person", "form"} <= memo.keys()
    is_right &= waits not in ("work", "user") or _can_ask(execution)
    is_right &= "incident" not in memo or execution.again is not None or _can_ask(execution)
    is_right &= "holds" not in memo or "incident" in memo
    is_right &= isinstance(execution, Scope) == (role in ("process", "scope", "body", "compensation", "undo"))
    if not is_right or not _fits(execution, role):
        raise Damaged(f"“{execution.id}” at “{node.id}” as {role[:20]}")


def _can_ask(execution: Execution) -> bool:
    return isinstance(execution.node, WorkingTask) and "waits" in execution.memo


def _fits(execution: Execution, role: str) -> bool:
    memo, node = execution.memo, execution.node
    match role:
        case "process":
            return execution.up is None and bool(memo.get("starts")) == ("starts" in memo)
        case "activity":
            return isinstance(node, Activity) and not isinstance(node, SubProcess)
        case "scope":
            return isinstance(node, SubProcess)
        case "gateway":
            return isinstance(node, EventBasedGateway)
        case "incident":
            return execution.again is not None and "incident" in memo
        case "join":
            held = memo.get("held")
            counts = held is not None and sum(map(len, held.values())) == memo.get("count")
            return isinstance(node, Join) and counts
        case "body":
            return isinstance(node, Activity) and _loops(execution, node)
        case "compensation":
            return isinstance(node, ThrowEvent) and memo.get("then") in ("leave", "cancel")
        case "undo":
            return isinstance(node, Activity)
    return False


def _loops(body: Execution, node: Activity) -> bool:
    memo, loop = body.memo, node.loop
    if isinstance(loop, StandardLoop):
        return "counter" in memo
    if not isinstance(loop, MultiInstance) or not {"count", "completed", "active"} <= memo.keys():
        return False
    items = memo.get("items")
    return memo["completed"] <= memo["count"] and (items is None or memo["count"] <= len(items))
