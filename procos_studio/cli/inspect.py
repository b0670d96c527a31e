"""`procos inspect`: one stored instance: where it waits, its variables, its incidents, what has happened."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from procos_studio.cli.console import DONE, painted, print_json, printable
from procos_studio.cli.history import history, short
from procos_studio.cli.stored import find, opened, store_argument
from procos_studio.cli.telling import Diagrams, facts, line_of, when, words_of
from procos_studio.runtime.standing import AT_REST, Stand, damaged, stands
from procos_studio.runtime.state import RunState
from procos_studio.runtime.store import SavedInstance, Store
from procos_studio.runtime.versions import Versions

_RECENT = 30


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("instance", metavar="INSTANCE", help="its id, such as i1")
    store_argument(parser)
    parser.add_argument("--all", action="store_true", help=f"the whole history, not only the last {_RECENT} lines")
    parser.epilog = "Looks only: nothing in the store changes, and a run that uses it is not disturbed."


def run(args: argparse.Namespace) -> int:
    """Show it."""
    with opened(args.store) as store:
        instance = find(store, args.instance)
        stand = stands(store.live(instance.id)).get(instance.id, AT_REST)
        try:
            found = _found(store, instance, stand)
        except (KeyError, TypeError, ValueError, AttributeError) as failure:
            raise damaged(failure) from failure
        if args.json:
            print_json(found)
        else:
            for line in _lines(found, store, instance, stand, None if args.all else _RECENT):
                print(line)
    return DONE


def _found(store: Store, instance: SavedInstance, stand: Stand) -> dict[str, Any]:
    events = list(store.events(instance.id))
    versions = Versions(store)
    state = RunState.empty().after_all(events).instances.get(instance.id)
    told = history(events, instance, Diagrams(store), versions)
    return facts(instance, stand, versions) | {
        "reason": state.reason if state is not None else "",
        "variables": dict(sorted(state.variables.items())) if state is not None else {},
        "history": [{**event.to_json(), "words": words} for event, words in told],
    }


def _lines(
    found: Mapping[str, Any], store: Store, instance: SavedInstance, stand: Stand, most: int | None
) -> Iterator[str]:
    diagrams = Diagrams(store)
    yield line_of(found, AT_REST, instance.digest, diagrams)
    yield f"started {when(instance.started)}" + (f", ended {when(instance.ended)}" if instance.ended else "")
    if found["reason"]:
        yield f"because {printable(found['reason'])}"
    yield from _places(stand, instance.digest, diagrams)
    if found["variables"]:
        yield painted("variables", "bold")
    for name, value in found["variables"].items():
        yield f"  {printable(name)} = {short(value)}"
    yield painted("history", "bold")
    told = found["history"]
    if most is not None and len(told) > most:
        yield f"  … {len(told) - most} earlier lines; --all shows them"
        told = told[-most:]
    for event in told:
        yield f"  {when(event['time'])}  {event['words']}"


def _places(stand: Stand, digest: str, diagrams: Diagrams) -> Iterator[str]:
    if stand.tokens:
        yield painted("tokens", "bold")
    for token in stand.tokens:
        yield f"  {token.token:<6} {diagrams.called(digest, token.element)} {words_of(token)}"
        for item in token.beside:
            name = f" with “{printable(item.name)}”" if item.name else ""
            said = f"is due {when(item.due)}" if item.due is not None else f"may come{name}"
            yield f"         {diagrams.called(digest, item.element)} {said}"
