"""Versions: what a deployment adds to a store, and which version of a process a name like `order:2` means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import canonicalize

from procos_studio.compiler import Plan
from procos_studio.problems import Refused, error
from procos_studio.runtime.engine import Engine
from procos_studio.runtime.reopening import compiled
from procos_studio.runtime.store import SavedVersion, Store

_SHOWN = 8


class Deployed(NamedTuple):
    """A process of a deployment: its newest version, and whether the deployment has added it."""

    version: SavedVersion
    is_new: bool


def name_of(version: SavedVersion) -> str:
    """How a version is called: `order:2`, or with some of its digest where it was run without being deployed."""
    return f"{version.process}:{version.number or version.digest[:_SHOWN]}"


class Versions:
    """The versions in a store, as they were when this was made."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._all = store.versions()

    def of(self, process: str, digest: str) -> SavedVersion:
        """The version of a process with this content, the latest of several."""
        found = [item for item in self._all if item.process == process and item.digest == digest]
        return found[-1] if found else SavedVersion(process, 0, digest, "", 0.0)

    def newest(self) -> dict[str, SavedVersion]:
        """The latest version of each process, in the order of their deployments."""
        found = {item.process: item for item in self._all}
        return dict(sorted(found.items(), key=lambda item: item[1].deployed))

    def find(self, name: str) -> SavedVersion:
        """The version that `key`, `key:number` or `key:digest` means. Raises Refused."""
        process, _, which = name.partition(":")
        run = {self.of(item.process, item.digest): None for item in self._store.instances() if item.digest}
        mine = [item for item in dict.fromkeys((*self._all, *run)) if item.process == process]
        found = [item for item in mine if item.number and which in ("", str(item.number))]
        found = found or [item for item in mine if item.digest.startswith(which)]
        if found and ((not which and found[0].number) or len({item.digest for item in found}) == 1):
            return max(found, key=lambda item: item.number)
        names = [name_of(item) for item in mine or self._all]
        hint = f"There is {', '.join(names[:8])}." if names else "Deploy first: procos deploy FILE --store STORE."
        raise Refused(error("version.unknown", f"There is no version “{name}”.", hint=hint, file=str(self._store.path)))

    def plans(self, *more: SavedVersion) -> list[Plan]:
        """The plans of `more`, then those of the latest versions, which count where two hold one process."""
        wanted = dict.fromkeys(item.digest for item in (*more, *self.newest().values()))
        # a diagram that was deployed again counts from then on
        order = [item.digest for item in self.newest().values()]
        digests = sorted(wanted, key=lambda digest: order.index(digest) if digest in order else -1)
        return compiled({digest: self._store.source(digest) for digest in digests})


def bound(store: Store, process: str, binding: str, which: str, caller: str) -> Plan | None:
    """The plan of the version that a call activity means; None where there is none.

    `binding` is `version` (`which` is its number), `versionTag` or `deployment`, the one of the digest `caller`.
    Raises Refused.
    """
    known = store.versions()
    found = [item for item in reversed(known) if item.process == process]
    if binding == "deployment":
        moments = {item.deployed for item in known if item.digest == caller}
        found = [item for item in found if item.deployed in moments]
    elif binding == "version":
        found = [item for item in found if str(item.number) == which]
    for item in found:
        (plan,) = compiled({item.digest: store.source(item.digest)})
        if binding != "versionTag" or any(one.version_tag == which for one in plan.processes if one.id == process):
            return plan
    return None


def deploy(store: Store, plans: Sequence[Plan], clock: Callable[[], float]) -> list[Deployed]:
    """Add a version of each executable process whose newest version is not the same, drawing and all; all or nothing.

    Every plan must have its XML. Timers that start instances are those of the new versions from now on; instances keep
    the version that they have. Raises Refused.
    """
    store.own()
    newest, now = Versions(store).newest(), clock()
    outcome: dict[str, Deployed] = {}
    for plan in plans:
        for process in plan.processes:
            if process.is_executable and process.nodes:
                _only_once(process.id, outcome)
                outcome[process.id] = _next(store, newest.get(process.id), process.id, plan, now)
    _add(store, plans, [item.version for item in outcome.values() if item.is_new], clock)
    return list(outcome.values())


def _only_once(process: str, outcome: Mapping[str, Deployed]) -> None:
    if process in outcome:
        hint = "Deploy one of them, or give one of the processes another id."
        raise Refused(error("version.twice", f"Two files hold the process “{process}”.", process, hint=hint))


def _next(store: Store, before: SavedVersion | None, process: str, plan: Plan, now: float) -> Deployed:
    if before is not None and _is_same(store, before.digest, plan):
        return Deployed(before, is_new=False)
    number = before.number + 1 if before is not None else 1
    return Deployed(SavedVersion(process, number, plan.digest, plan.name, now), is_new=True)


def _is_same(store: Store, digest: str, plan: Plan) -> bool:
    """Whether two diagrams differ in nothing but the spelling of their XML."""
    return digest == plan.digest or canonicalize(store.source(digest)) == canonicalize(plan.source)


def _add(store: Store, plans: Sequence[Plan], versions: list[SavedVersion], clock: Callable[[], float]) -> None:
    if not versions:
        return
    rows = [(key, value) for key, value in store.live("") if key[2] in ("engine", "start")]
    armed = dict.fromkeys(str(value["digest"]) for key, value in rows if key[2] == "start")
    engine = Engine(plans, clock, is_durable=True)
    engine.restore(rows, compiled({digest: store.source(digest) for digest in armed}))
    engine.arm_again([version.process for version in versions])
    store.commit([], engine.changes(), {plan.digest: plan.source for plan in plans}, versions)
