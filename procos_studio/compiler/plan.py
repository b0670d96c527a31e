"""Plan: what a diagram means to the engine; frozen, without XML or drawing, shared by all instances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from procos_studio.compiler.timing import Timer
from procos_studio.compiler.values import Assignment, Value
from procos_studio.expressions import Expression
from procos_studio.problems import Problem


@dataclass(frozen=True, slots=True)
class Listener:
    """An expression evaluated when `event` (start, end, take, create, complete) happens; a variable `name` is set to
    its value where there is one, in the execution itself where it `is_local`."""

    event: str
    value: Expression
    name: Expression | None = None
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A sequence flow; `source` and `target` are indexes of nodes, `condition` is None where it has none."""

    id: str
    source: int
    target: int
    condition: Expression | None = None
    listeners: tuple[Listener, ...] = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """camunda:in or camunda:out: one variable, an expression, or (with `everything`) all of them."""

    target: str = ""
    source: str = ""
    expression: Expression | None = None
    everything: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """One event definition.

    `kind` is BPMN's (`message`, `timer`, `compensate` …). `name` gives the message's or signal's name, `code` the
    error's or escalation's (None catches all of them). `activity` is the node to compensate, -1 for all.
    """

    kind: str
    name: Value | None = None
    code: str | None = None
    timer: Timer | None = None
    condition: Expression | None = None
    variable: str = ""
    variable_events: frozenset[str] = frozenset()
    code_variable: str = ""
    message_variable: str = ""
    activity: int = -1
    payload: tuple[Transfer, ...] = ()


@dataclass(frozen=True, slots=True)
class Thrown:
    """An event that a multi-instance throws when an instance of it completes, under a condition if there is one."""

    event: Event
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class Loop:
    """Standard loop (`standard`) or multi-instance (`parallel`, `sequential`).

    `condition` is the loop condition or the completion condition; `maximum` is -1 without a limit. `behaviour` is
    BPMN's (All, None, One, Complex). `gathers` names the list that collects `gathered` of each instance.
    """

    kind: str
    cardinality: Value | None = None
    collection: Value | None = None
    element: str = ""
    condition: Expression | None = None
    test_before: bool = False
    maximum: int = -1
    behaviour: str = "All"
    thrown: tuple[Thrown, ...] = ()
    gathers: str = ""
    gathered: str = ""


@dataclass(frozen=True, slots=True)
class ErrorRule:
    """A result or failure of work is the BPMN error `code` where `condition` holds."""

    code: str
    condition: Expression


@dataclass(frozen=True, slots=True)
class Task:
    """What a task asks for; `kind` as in Work, `pass` where nothing is asked.

    `expression` is evaluated in the engine itself (camunda:expression).
    """

    kind: str
    topic: str = ""
    expression: Expression | None = None
    code: str = ""
    language: str = ""
    result_variable: str = ""
    retries: str = ""
    form: tuple[Mapping[str, Any], ...] = ()
    defaults: tuple[Assignment, ...] = ()
    assignee: Value | None = None
    candidate_users: Value | None = None
    candidate_groups: Value | None = None
    due: Value | None = None
    errors: tuple[ErrorRule, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call activity: the id of what it calls (an expression may stand there), and what goes in and out.

    `binding` says which version: `latest`, `deployment`, or `version` and `versionTag`, which need `which`.
    """

    called: Value
    binding: str = "latest"
    which: Value | None = None
    business_key: Expression | None = None
    ins: tuple[Transfer, ...] = ()
    outs: tuple[Transfer, ...] = ()


@dataclass(frozen=True, slots=True)
class DataMove:
    """A data association: the first of `sources` that exists (or an expression) is written to `target`."""

    sources: tuple[str, ...]
    target: str
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A flow node; numbers are indexes into `Process.nodes` and `Process.flows`, -1 where there is none.

    `parent` is the enclosing sub-process. `starts` are where tokens appear inside, `event_subs` the event
    sub-processes inside. `handler` undoes this node. `reaching` are, for each incoming flow, the nodes of its
    level from which a token can still arrive over it, `leading` those from which it can without a boundary event
    (inclusive and complex gateways only). `initiator` is the variable for whoever starts the process.
    `obstacle` says why the node cannot run.
    """

    index: int
    id: str
    name: str
    kind: str
    parent: int = -1
    incoming: tuple[int, ...] = ()
    outgoing: tuple[int, ...] = ()
    default: int = -1
    events: tuple[Event, ...] = ()
    parallel_multiple: bool = False
    interrupting: bool = True
    attached_to: int = -1
    boundary: tuple[int, ...] = ()
    children: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    event_subs: tuple[int, ...] = ()
    by_event: bool = False
    handler: int = -1
    for_compensation: bool = False
    link: int = -1
    loop: Loop | None = None
    task: Task | None = None
    call: Call | None = None
    inputs: tuple[Assignment, ...] = ()
    outputs: tuple[Assignment, ...] = ()
    data_in: tuple[DataMove, ...] = ()
    data_out: tuple[DataMove, ...] = ()
    locals: tuple[str, ...] = ()
    initiator: str = ""
    start_quantity: int = 1
    completion_quantity: int = 1
    activation: Expression | None = None
    instantiate: bool = False
    parallel_events: bool = False
    sequential: bool = False
    cancel_remaining: bool = True
    completion: Expression | None = None
    reaching: Mapping[int, frozenset[int]] = field(default_factory=dict)
    leading: Mapping[int, frozenset[int]] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    listeners: tuple[Listener, ...] = ()
    obstacle: Problem | None = None


@dataclass(frozen=True, slots=True)
class Correlation:
    """What ties messages of one conversation together: for each message name, the properties found in its content.

    `groups` are the properties of each correlation key; a property that no key names is one of its own.
    """

    keys: Mapping[str, Mapping[str, Expression]] = field(default_factory=dict)
    bindings: Mapping[str, Expression] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Process:
    """A process (or a global task, which is one of a single node). `targets` maps a throwing node to the element at
    the other end of its message flow."""

    id: str
    name: str
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    starts: tuple[int, ...]
    event_subs: tuple[int, ...]
    is_executable: bool
    targets: Mapping[int, str] = field(default_factory=dict)
    correlation: Correlation = Correlation()
    listeners: tuple[Listener, ...] = ()
    version_tag: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Every process of one file, at one revision of its diagram.

    `source` is the XML that the file had, where somebody needs to compile it again; `digest` names it.
    """

    name: str
    revision: int
    processes: tuple[Process, ...]
    source: bytes = field(default=b"", repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the source in hexadecimal digits; `""` without a source."""
        return sha256(self.source).hexdigest() if self.source else ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The plan, None where a problem is an error, and everything that was noticed."""

    plan: Plan | None
    problems: tuple[Problem, ...]
