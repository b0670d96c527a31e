"""`procos blocks list|show`: what the library holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from procos_studio.cli.console import DONE, UNUSABLE, complain, painted, print_json, print_problems, verdict
from procos_studio.library import BlockDefinition, Library, load
from procos_studio.library.shelves import present, user_shelves


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    actions = parser.add_subparsers(metavar="ACTION", required=True, dest="action")
    listing = actions.add_parser("list", help="one line a block")
    listing.add_argument("text", nargs="?", default="", help="only blocks that match these words")
    listing.add_argument("--json", action="store_true", help="machine-readable")
    showing = actions.add_parser("show", help="one block with its parameters")
    showing.add_argument("block", metavar="BLOCK", help="its id, such as integration/http-request")
    showing.add_argument("--json", action="store_true", help="machine-readable")
    for action in (listing, showing):
        action.add_argument(
            "--path", action="append", default=[], metavar="DIR", help="a folder of blocks to read, too"
        )


def run(args: argparse.Namespace) -> int:
    """List blocks, or show one."""
    library = load((*present(user_shelves()), *map(Path, args.path)))
    return _list(library, args.text, args.json) if args.action == "list" else _show(library, args.block, args.json)


def _list(library: Library, text: str, as_json: bool) -> int:
    found = library.search(text) if text else list(library.blocks.values())
    if as_json:
        print_json([_summary(block) for block in found])
        return DONE
    if not found:
        complain(f"no block matches “{text}”; `procos blocks list` shows them all")
        return verdict(library.problems) or UNUSABLE
    for family in library.families:
        members = [block for block in found if block.family == family]
        if members:
            print(painted(family.upper(), "bold"))
        for block in members:
            print(f"  {block.id:<36} {block.name} — {block.description}")
    for problem in library.problems:
        print_problems(problem.file, [problem])
    return verdict(library.problems)


def _show(library: Library, name: str, as_json: bool) -> int:
    block = library.get(name)
    if block is None:
        near = ", ".join(found.id for found in library.search(name)[:3])
        complain(f"no block “{name}”" + (f"; did you mean {near}?" if near else "; see `procos blocks list`"))
        return UNUSABLE
    if as_json:
        print_json(_summary(block) | {"parameters": _parameters(block)})
        return DONE
    print(f"{painted(block.name, 'bold')}  {block.id} {block.version}\n{block.description}")
    for parameter in block.properties:
        default = f" = {parameter.default}" if parameter.default else ""
        print(f"  {parameter.label or parameter.id:<24} {parameter.type}{default}  {parameter.description}".rstrip())
    if block.documentation:
        print(f"\n{block.documentation}")
    return DONE


def _summary(block: BlockDefinition) -> dict[str, object]:
    return {
        "id": block.id,
        "name": block.name,
        "family": block.family,
        "version": block.version,
        "description": block.description,
        "topic": block.topic,
    }


def _parameters(block: BlockDefinition) -> list[dict[str, object]]:
    return [
        {"id": item.id, "label": item.label, "type": item.type, "default": item.default, "required": item.required}
        for item in block.properties
    ]
