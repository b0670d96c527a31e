"""Expression: a text compiled once, evaluated often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from procos_studio.expressions.closures import Evaluate, Secrets, closure
from procos_studio.expressions.grammar import Unreadable, parse
from procos_studio.expressions.syntax import MAX_RESULT, MAX_SOURCE, Node, Secret, Variable, walk
from procos_studio.expressions.text import Piece, Unclosed, is_literal, pieces
from procos_studio.expressions.values import ExpressionError, limited, to_text
from procos_studio.problems import Problem, Refused, error


@dataclass(frozen=True, eq=False)
class Expression:
    """A text with its meaning.

    `reads` are the names of the variables that it may read, `secrets` those in `${secret("name")}`.
    """

    source: str
    reads: frozenset[str]
    secrets: frozenset[str]
    _run: Evaluate = field(repr=False)

    @property
    def is_constant(self) -> bool:
        """Whether the value depends on nothing."""
        return not self.reads and not self.secrets

    def evaluate(self, variables: Mapping[str, Any], secrets: Secrets = None) -> Any:
        """The value over JSON values; ExpressionError, and no other exception, where there is none.

        One `${…}` alone keeps its type, a text around it makes it text. `variables` are never changed.
        """
        try:
            return self._run(variables, secrets)
        except ExpressionError as failure:
            raise ExpressionError(f"{self.source[:80]}: {failure}") from None
        except RecursionError:
            raise ExpressionError(f"{self.source[:80]}: the value is nested too deeply") from None


def compile_text(source: str) -> Expression:
    """Compile a text with any number of `${…}` (or `#{…}`). Raises Refused with one Problem."""
    return _literal(source) if is_literal(source) else _compiled(source)


def condition(source: str) -> Expression:
    """Compile a condition; evaluating it to something that is neither true nor false raises ExpressionError."""
    compiled = compile_text(source)

    def run(variables: Mapping[str, Any], secrets: Secrets) -> Any:
        value = compiled._run(variables, secrets)
        if isinstance(value, bool):
            return value
        raise ExpressionError("the condition is neither true nor false")

    return Expression(source, compiled.reads, compiled.secrets, run)


def refusal(source: str, reason: str, at: int, code: str = "expression.syntax") -> Problem:
    """The problem of a text that is no expression; `at` is the 0-based place."""
    return error(
        code,
        f"“{source[:60]}” cannot be read: {reason} (at character {at + 1}).",
        hint="Correct the expression, for example ${amount > 100}.",
    )


def _literal(source: str) -> Expression:
    return Expression(source, frozenset(), frozenset(), lambda variables, secrets: source)


@lru_cache(maxsize=4096)
def _compiled(source: str) -> Expression:
    parsed = parse_text(source)
    parts = [part if isinstance(part, str) else closure(part.node) for part in parsed]
    nodes = [node for part in parsed if not isinstance(part, str) for node in walk(part.node)]
    reads = frozenset(node.name for node in nodes if isinstance(node, Variable))
    secrets = frozenset(node.name for node in nodes if isinstance(node, Secret))
    first = parts[0]
    run = first if len(parts) == 1 and not isinstance(first, str) else _joined(parts)
    return Expression(source, reads, secrets, run)


def parse_text(source: str) -> list[str | Parsed]:
    """The literals and the parsed expressions of a text, in order. Raises Refused with one Problem."""
    try:
        found = pieces(source)
    except Unclosed as failure:
        raise Refused(refusal(source, "“${” has no “}”", failure.at)) from failure
    if len(source) > MAX_RESULT or any(piece.is_expression and len(piece.text) > MAX_SOURCE for piece in found):
        raise Refused(_too_long(source))
    if len({source[piece.at - 2] for piece in found if piece.is_expression}) > 1:
        raise Refused(refusal(source, "${…} and #{…} cannot stand in one text", 0))
    return [Parsed(_parse(source, piece), piece) if piece.is_expression else piece.text for piece in found]


def _too_long(source: str) -> Problem:
    return error(
        "expression.too-long",
        f"“{source[:40]}…” is too long: an expression has at most {MAX_SOURCE:,} characters, a text around"
        f" expressions {MAX_RESULT:,}.",
        hint="Compute it in a script or a transform, and use its result.",
    )


class Parsed(NamedTuple):
    """One `${…}` of a text: its tree and where it stands."""

    node: Node
    piece: Piece


def _parse(source: str, piece: Piece) -> Node:
    try:
        return parse(piece.text)
    except Unreadable as failure:
        raise Refused(refusal(source, failure.reason, piece.at + failure.at, failure.code)) from failure


def _joined(parts: list[str | Evaluate]) -> Evaluate:
    def run(variables: Mapping[str, Any], secrets: Secrets) -> str:
        texts = (part if isinstance(part, str) else to_text(part(variables, secrets)) for part in parts)
        return limited("".join(texts))

    return run
