"""`procos migrate`: lets instances that run go on with another version of their process."""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from procos_studio.cli.console import DONE, FAILED, complain, print_json, printable
from procos_studio.cli.stored import act, acting_arguments, conclude, living, opened, outcome_of
from procos_studio.problems import Refused, error
from procos_studio.runtime.migration.elements import Elements
from procos_studio.runtime.migration.migrating import Migration, Outcome
from procos_studio.runtime.migration.plan import MigrationPlan, read_plan
from procos_studio.runtime.migration.proposal import propose
from procos_studio.runtime.run import Runtime
from procos_studio.runtime.store import Store
from procos_studio.runtime.versions import Versions, name_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--from", dest="source", required=True, metavar="KEY:VERSION", help="the version they have")
    parser.add_argument("--to", dest="target", required=True, metavar="KEY:VERSION", help="the version they get")
    parser.add_argument("--plan", metavar="FILE", help="what goes where, as JSON (default: what is recognised)")
    parser.add_argument("--instance", action="append", metavar="ID", help="only this one; may be repeated")
    parser.add_argument("--update-timers", action="store_true", help="set timers and messages anew from the target")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, and do nothing")
    acting_arguments(parser)
    parser.epilog = (
        "Each instance migrates whole or not at all; then it goes on, and work that was at a service is handed out "
        "again under its new element. Exit codes: 0 done; 1 an instance cannot migrate, or failed or has an incident "
        "afterwards; 2 wrong use or an unusable store."
    )


def run(args: argparse.Namespace) -> int:
    """Migrate, or say what would happen."""
    with opened(args.store) as store:
        versions = Versions(store)
        source, target = versions.find(args.source), versions.find(args.target)
        migration = Migration(store, source, target, time.time)
        names = (name_of(source), name_of(target))
        plan = read_plan(Path(args.plan), *names) if args.plan else propose(migration.source, migration.target, names)
        plan = plan.updating() if args.update_timers else plan
        chosen = _chosen(store, migration, args.instance, names[0])
        if not args.json:
            _show(plan, migration)
        outcomes = []
        for outcome in migration.run(plan, chosen, is_dry=args.dry_run):
            outcomes.append(outcome)
            if not args.json:
                _tell(outcome, migration, is_dry=args.dry_run)
        code = _conclude(args, plan, migration, outcomes)
        if not args.dry_run and any(not item.problems for item in outcomes):
            code = max(code, _go_on(args, store))
    return code


def _go_on(args: argparse.Namespace, store: Store) -> int:
    """Let what has migrated go on; JSON tells of the migration only."""

    async def nothing(runtime: Runtime) -> None:
        """Waking is enough."""

    acted = act(args, store, nothing)
    return outcome_of(store, acted) if args.json else conclude(args, store, acted, {})


def _chosen(store: Store, migration: Migration, asked: list[str] | None, version: str) -> list[str]:
    """The instances that are to migrate. Raises Refused for one that has another version."""
    known = migration.instances()
    for instance in asked or ():
        living(store, instance)
        if instance not in known:
            hint = f"`procos instances --store {store.path}` shows which version it has."
            raise Refused(error("migration.other-version", f"“{instance}” is not of {version}.", hint=hint))
    return [instance for instance in known if not asked or instance in asked]


def _show(plan: MigrationPlan, migration: Migration) -> None:
    """What goes where, but for what stays as it is, and what goes nowhere."""
    print(f"{printable(plan.source)} → {printable(plan.target)}")
    source, target = migration.source, migration.target
    for item in plan.instructions:
        if item.source in source and item.target in target and _differ(source, target, item.source, item.target):
            print(f"  {printable(source.called(item.source))} → {printable(target.called(item.target))}")
    for name in _nowhere(plan, source):
        print(f"  {printable(source.called(name))} → nowhere")
    arrived = set(plan.elements.values())
    for name in target.names:
        if name not in arrived:
            print(f"  new: {printable(target.called(name))}")


def _differ(source: Elements, target: Elements, here: str, there: str) -> bool:
    return source.called(here) != target.called(there)


def _nowhere(plan: MigrationPlan, source: Elements) -> list[str]:
    return [name for name in source.names if name not in plan.elements]


def _tell(outcome: Outcome, migration: Migration, *, is_dry: bool) -> None:
    if outcome.problems:
        print(f"{outcome.instance} stays as it is")
        for problem in outcome.problems:
            print(f"  {printable(str(problem))}")
        return
    print(f"{outcome.instance} {'would migrate' if is_dry else 'migrated'}")
    for token, (here, there) in outcome.moved.items():
        if _differ(migration.source, migration.target, here, there):
            places = f"{migration.source.called(here)} → {migration.target.called(there)}"
            print(f"  {token}: {printable(places)}")


def _conclude(args: argparse.Namespace, plan: MigrationPlan, migration: Migration, outcomes: list[Outcome]) -> int:
    stay = [outcome for outcome in outcomes if outcome.problems]
    if args.json:
        told: Mapping[str, Any] = plan.to_json() | {
            "unmapped": _nowhere(plan, migration.source),
            "dryRun": args.dry_run,
            "instances": [_facts(outcome) for outcome in outcomes],
        }
        print_json(told)
    else:
        word = "would migrate" if args.dry_run else "migrated"
        print(f"{len(outcomes) - len(stay)} of {len(outcomes)} instance(s) {word}")
    if stay:
        complain(f"{len(stay)} instance(s) cannot migrate; nothing of them has changed")
    return FAILED if stay else DONE


def _facts(outcome: Outcome) -> dict[str, Any]:
    return {
        "id": outcome.instance,
        "migrates": not outcome.problems,
        "problems": [problem.to_json() for problem in outcome.problems],
        "tokens": [{"token": key, "from": here, "to": there} for key, (here, there) in outcome.moved.items()],
    }
