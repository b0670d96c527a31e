"""What the commands about stored instances share: opening the store, acting, and going on."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from procos_studio.cli.console import DONE, FAILED, complain, print_json
from procos_studio.cli.telling import Diagrams, facts, line_of
from procos_studio.model.diagram import Diagram
from procos_studio.problems import Refused, error
from procos_studio.runtime.clock import VIRTUAL_START, Clock, VirtualClock, WallClock
from procos_studio.runtime.events import EventKind
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.standing import AT_REST, Standing, stands, state_of
from procos_studio.runtime.store import SavedInstance, SavedVersion, Store
from procos_studio.runtime.versions import Versions

T = TypeVar("T")

_MERE = frozenset({EventKind.STAGE_STARTED, EventKind.STAGE_FINISHED})
"""Whoever waits for a person steps up to the gateway again when he wakes; nothing has happened to him by that."""


def store_argument(parser: argparse.ArgumentParser) -> None:
    """Declare which store is meant, and JSON."""
    parser.add_argument("--store", required=True, metavar="FILE", help="the store that holds the instances")
    parser.add_argument("--json", action="store_true", help="machine-readable")


def acting_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the commands take that act on instances."""
    store_argument(parser)
    parser.add_argument("--virtual-clock", action="store_true", help="do not wait for timers: time jumps to the next")
    parser.add_argument("--timeout", type=seconds, metavar="S", help="stop after so many seconds on the wall")
    parser.epilog = (
        "What follows is run until nothing is left to do now; what waits for a time, a person or a message stays in "
        "the store, and so do timers that start instances. Exit codes: 0 done; 1 nothing took it, or an instance "
        "failed or has an incident by it; 2 wrong use or an unusable store; 130 Ctrl-C."
    )


def inputs_argument(parser: argparse.ArgumentParser) -> None:
    """Declare variables."""
    parser.add_argument(
        *("-i", "--input"),
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a variable (JSON, else text), NAME=@FILE.json, or @FILE.json with a map of them; may be repeated",
    )


def seconds(text: str) -> float:
    """A time span given as an argument, more than 0."""
    value = float(text)
    if not 0 < value < float("inf"):
        raise argparse.ArgumentTypeError("must be more than 0")
    return value


def opened(path: str) -> Store:
    """A store that is there. Raises Refused, also where it would have to be made."""
    if not Path(path).exists():
        hint = "`procos deploy FILE --store STORE` makes one."
        raise Refused(error("store.missing", "There is no such store.", hint=hint, file=path))
    return Store(path)


def find(store: Store, instance: str) -> SavedInstance:
    """The instance with this id. Raises Refused."""
    found = next((item for item in store.instances() if item.id == instance), None)
    if found is None:
        hint = f"`procos instances --store {store.path}` lists them."
        raise Refused(error("instance.unknown", f"There is no instance “{instance}”.", hint=hint))
    return found


def living(store: Store, instance: str) -> SavedInstance:
    """The same, where it has not ended. Raises Refused."""
    found = find(store, instance)
    if found.status != "running":
        hint = "Only instances that live can be acted on."
        raise Refused(error("instance.ended", f"The instance “{instance}” is {found.status} already.", hint=hint))
    return found


def tokens_at(store: Store, instance: SavedInstance, where: str, kind: str, called: str) -> list[Standing]:
    """The tokens of an instance that wait in this way, at an element (id or name) or all. Raises Refused."""
    stand = stands(store.live(instance.id)).get(instance.id, AT_REST)
    found = [token for token in stand.tokens if token.kind == kind]
    diagram = Diagrams(store).of(instance.digest)
    chosen = [token for token in found if not where or where in _names(token, diagram)]
    if chosen:
        return chosen
    there = ", ".join(sorted({token.element for token in found}))
    place = f" at “{where}”" if where else ""
    hint = f"There is one at {there}." if there else f"`procos inspect {instance.id}` shows how it stands."
    raise Refused(error("instance.nothing-there", f"“{instance.id}” has no {called}{place}.", hint=hint))


def _names(token: Standing, diagram: Diagram | None) -> tuple[str, ...]:
    element = diagram.get(token.element) if diagram is not None else None
    return token.element, token.token, element.name if element is not None else ""


class Acted(NamedTuple, Generic[T]):
    """What an action gave, and which instances something happened to; `is_late` where the timeout came first."""

    value: T
    touched: tuple[str, ...]
    is_late: bool


def act(
    args: argparse.Namespace, store: Store, do: Callable[[Runtime], Awaitable[T]], *versions: SavedVersion
) -> Acted[T]:
    """Wake all that lives in the store, do something, and go on until nothing is left to do now.

    `versions` may be started besides the latest ones. Raises Refused.
    """
    clock: Clock = VirtualClock(max(store.last_time(), VIRTUAL_START)) if args.virtual_clock else WallClock()
    return asyncio.run(_act(store, clock, args.timeout, do, versions))


async def _act(
    store: Store,
    clock: Clock,
    timeout: float | None,
    do: Callable[[Runtime], Awaitable[T]],
    versions: tuple[SavedVersion, ...],
) -> Acted[T]:
    runtime = await Runtime.reopen(store, clock=clock, plans=Versions(store).plans(*versions))
    # what starts by itself is not what follows from a deed
    runtime.hold_starts()
    touched: dict[str, None] = {}
    runtime.events.connect(
        lambda batch: touched.update((item.instance, None) for item in batch if item.kind not in _MERE)
    )
    is_late = False
    try:
        value = await do(runtime)
        rest = runtime.until_idle() if isinstance(clock, VirtualClock) else runtime.until_settled()
        try:
            await asyncio.wait_for(rest, timeout)
        except TimeoutError:
            is_late = True
    finally:
        await runtime.stop()
    return Acted(value, tuple(touched), is_late)


def conclude(args: argparse.Namespace, store: Store, acted: Acted[Any], result: Mapping[str, Any]) -> int:
    """Tell what happened to the instances; 1 where one of them failed or has an incident, or time ran out."""
    alive, versions, diagrams = stands(store.live()), Versions(store), Diagrams(store)
    touched = [item for item in store.instances() if item.id in acted.touched]
    told = [facts(item, alive.get(item.id, AT_REST), versions) for item in touched]
    if args.json:
        print_json({**result, "timedOut": acted.is_late, "instances": told})
    else:
        for item, instance in zip(told, touched, strict=True):
            print(line_of(item, alive.get(instance.id, AT_REST), instance.digest, diagrams))
    if acted.is_late:
        complain("the time that --timeout allows is over; what was not finished stays in the store")
    return outcome_of(store, acted)


def outcome_of(store: Store, acted: Acted[Any]) -> int:
    """The exit code: 1 where an instance that was touched failed or has an incident, or time ran out."""
    alive = stands(store.live())
    states = [state_of(item, alive.get(item.id, AT_REST)) for item in store.instances() if item.id in acted.touched]
    return FAILED if acted.is_late or "failed" in states or "incident" in states else DONE
