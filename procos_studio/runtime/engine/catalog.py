"""Catalog: the processes that an engine knows, and which version of one a call activity means."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from procos_studio.compiler.plan import Plan
from procos_studio.runtime.engine.specs.process import ProcessSpec

Find = Callable[[str, str, str, str], Plan | None]
"""Finds the plan that holds a process: its id, the binding, the number or tag that the binding needs, and the digest of
the file that calls."""


class Catalog:
    """Processes by id, of which the latest plan's counts, and all versions by the digest of their XML and their id.

    Without `find` the order of the plans numbers the versions, from 1, and a deployment is a file.
    """

    def __init__(self, plans: Iterable[Plan], find: Find | None) -> None:
        self.processes: dict[str, ProcessSpec] = {}
        self.versions: dict[tuple[str, str], ProcessSpec] = {}
        self._find = find
        self._numbered: dict[str, list[ProcessSpec]] = {}
        self._files: dict[ProcessSpec, dict[str, ProcessSpec]] = {}
        for plan in plans:
            file = self.add(plan)
            self.processes.update(file)
            for spec in file.values():
                self._numbered.setdefault(spec.id, []).append(spec)

    def add(self, plan: Plan) -> dict[str, ProcessSpec]:
        """Know the versions of a plan, which need not be the latest; its processes by id."""
        digest = plan.digest
        file = {process.id: ProcessSpec(process, plan.name, digest) for process in plan.processes}
        self.versions.update({(digest, key): spec for key, spec in file.items()})
        self._files.update(dict.fromkeys(file.values(), file))
        return file

    def called(self, caller: ProcessSpec, process: str, binding: str, which: str) -> ProcessSpec | None:
        """The version of a process that a call in `caller` means; None where there is none.

        `binding` is Camunda's: `latest`, `deployment`, or `version` and `versionTag` with `which`.
        """
        if binding == "latest":
            return self.processes.get(process)
        beside = self._files[caller].get(process) if binding == "deployment" else None
        if beside is not None:
            return beside
        return self._deployed(caller, process, binding, which) if self._find else self._given(process, binding, which)

    def _deployed(self, caller: ProcessSpec, process: str, binding: str, which: str) -> ProcessSpec | None:
        plan = self._find(process, binding, which, caller.digest) if self._find is not None else None
        if plan is None:
            return None
        return self.versions.get((plan.digest, process)) or self.add(plan)[process]

    def _given(self, process: str, binding: str, which: str) -> ProcessSpec | None:
        numbered = self._numbered.get(process, [])
        if binding == "versionTag":
            return next((spec for spec in reversed(numbered) if spec.plan.version_tag == which), None)
        place = int(which) if binding == "version" and which.isdecimal() else 0
        return numbered[place - 1] if 0 < place <= len(numbered) else None
