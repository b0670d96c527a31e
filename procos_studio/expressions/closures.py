"""Closures: a tree turned once into a function of variables and secrets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from procos_studio.expressions.methods import call, item
from procos_studio.expressions.operators import BINARY, UNARY
from procos_studio.expressions.syntax import Binary, Call, Choice, Index, Literal, Node, Secret, Unary, Variable
from procos_studio.expressions.values import ExpressionError, to_boolean

Secrets = Callable[[str], str] | None
Evaluate = Callable[[Mapping[str, Any], Secrets], Any]


def closure(node: Node) -> Evaluate:
    """The function that evaluates `node`; recursion is bounded by the parser's depth limit."""
    match node:
        case Literal(value):
            return lambda variables, secrets: value
        case Variable(name):
            return _variable(name)
        case Secret(name):
            return _secret(name)
        case Index(base, key):
            return _item(closure(base), closure(key))
        case Call(base, method, arguments):
            return _call(closure(base), method, tuple(closure(argument) for argument in arguments))
        case Unary(operator, operand):
            return _single(UNARY[operator], closure(operand))
        case Binary("&&", left, right):
            return _both(closure(left), closure(right))
        case Binary("||", left, right):
            return _either(closure(left), closure(right))
        case Binary(operator, left, right):
            return _pair(BINARY[operator], closure(left), closure(right))
        case Choice(condition, yes, no):
            return _choice(closure(condition), closure(yes), closure(no))
    raise TypeError(f"no closure for {type(node).__name__}")


def _variable(name: str) -> Evaluate:
    def read(variables: Mapping[str, Any], secrets: Secrets) -> Any:
        try:
            return variables[name]
        except KeyError:
            raise ExpressionError(f"there is no variable “{name}”") from None

    return read


def _secret(name: str) -> Evaluate:
    def read(variables: Mapping[str, Any], secrets: Secrets) -> Any:
        if secrets is None:
            raise ExpressionError("secrets are not available here")
        return secrets(name)

    return read


def _single(apply: Callable[[Any], Any], operand: Evaluate) -> Evaluate:
    return lambda variables, secrets: apply(operand(variables, secrets))


def _pair(apply: Callable[[Any, Any], Any], left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda variables, secrets: apply(left(variables, secrets), right(variables, secrets))


def _item(base: Evaluate, key: Evaluate) -> Evaluate:
    def read(variables: Mapping[str, Any], secrets: Secrets) -> Any:
        held = base(variables, secrets)
        # Whatever stands in the brackets behind null is not evaluated
        return None if held is None else item(held, key(variables, secrets))

    return read


def _both(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda variables, secrets: to_boolean(left(variables, secrets)) and to_boolean(right(variables, secrets))


def _either(left: Evaluate, right: Evaluate) -> Evaluate:
    return lambda variables, secrets: to_boolean(left(variables, secrets)) or to_boolean(right(variables, secrets))


def _choice(condition: Evaluate, yes: Evaluate, no: Evaluate) -> Evaluate:
    return lambda variables, secrets: (
        yes(variables, secrets) if to_boolean(condition(variables, secrets)) else no(variables, secrets)
    )


def _call(base: Evaluate, method: str, arguments: tuple[Evaluate, ...]) -> Evaluate:
    return lambda variables, secrets: call(
        base(variables, secrets), method, tuple(argument(variables, secrets) for argument in arguments)
    )
