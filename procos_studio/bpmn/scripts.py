"""Scripts: what a Python script reads and assigns among the variables of its scope, and renaming one in it."""

from __future__ import annotations

import ast
import builtins
import keyword
import re
from collections.abc import Iterator
from typing import NamedTuple

_PROVIDED = frozenset({*dir(builtins), "BpmnError", "__name__", "__file__"})
_MOST = 400
"""So many occurrences of a name are looked at; a longer script is left to its author."""

_SCOPES = (
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.Lambda,
    ast.ClassDef,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


class Names(NamedTuple):
    """The variables that a script reads, and those that it assigns."""

    reads: frozenset[str]
    writes: frozenset[str]


def names(source: str) -> Names:
    """What a script has to do with variables; nothing where it is no Python, which the checks say."""
    tree = _parsed(source)
    if tree is None:
        return Names(frozenset(), frozenset())
    own = {alias.asname or alias.name.split(".")[0] for alias in _imported(tree)} | _defined(tree)
    found = [node for node in _free(tree) if node.id not in own]
    writes = {node.id for node in found if isinstance(node.ctx, ast.Store)}
    reads = {node.id for node in found if isinstance(node.ctx, ast.Load)} - (_PROVIDED - writes)
    return Names(frozenset(reads), frozenset(writes))


def rename(source: str, old: str, new: str) -> str:
    """The script with every use of variable `old` called `new`, otherwise letter for letter.

    Attributes, arguments by name, texts and what a function calls so for itself stay. A script that cannot be read
    stays as it is.
    """
    tree = _parsed(source)
    if tree is None or not new.isidentifier() or keyword.iskeyword(new):
        return source
    uses = _uses(tree, old)
    wanted = {place for place, node in enumerate(ast.walk(tree)) if node in uses}
    places = [found.start() for found in re.finditer(rf"\b{re.escape(old)}\b", source)][:_MOST]
    for at in reversed([at for at in places if _node_at(source, tree, at, old) in wanted]):
        source = source[:at] + new + source[at + len(old) :]
    return source


def _parsed(source: str) -> ast.Module | None:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _imported(tree: ast.AST) -> Iterator[ast.alias]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from node.names


def _defined(tree: ast.Module) -> set[str]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def _uses(tree: ast.Module, name: str) -> set[ast.AST]:
    shared = (node for node in ast.walk(tree) if isinstance(node, ast.Global) and name in node.names)
    return {*(node for node in _free(tree) if node.id == name), *shared}


def _free(tree: ast.AST, bound: frozenset[str] = frozenset()) -> Iterator[ast.Name]:
    """The names that mean variables of the process: not those that a function or a comprehension has for itself."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Name) and node.id not in bound:
            yield node
        inside = bound | _bound(node) if isinstance(node, _SCOPES) else bound
        yield from _free(node, inside)


def _bound(scope: ast.AST) -> frozenset[str]:
    """What a scope binds: its arguments, and what it assigns without calling it global."""
    found: set[str] = set()
    shared: set[str] = set()
    stack = list(ast.iter_child_nodes(scope))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            shared.update(node.names)
        if not isinstance(node, _SCOPES):
            stack.extend(ast.iter_child_nodes(node))
    return frozenset(found - shared)


def _node_at(source: str, tree: ast.Module, at: int, old: str) -> int | None:
    """The number of the name, or of the `global`, that stands at a place; None for anything else.

    Positions inside of f-strings are wrong before Python 3.12, so the place is found by changing it.
    """
    mark = f"{old}_"
    changed = _parsed(source[:at] + mark + source[at + len(old) :])
    if changed is None:
        return None
    for place, (before, after) in enumerate(zip(ast.walk(tree), ast.walk(changed), strict=False)):
        if type(before) is not type(after):
            return None
        if isinstance(before, ast.Name) and isinstance(after, ast.Name) and before.id != after.id:
            return place
        if isinstance(before, ast.Global) and isinstance(after, ast.Global) and before.names != after.names:
            return place
    return None
