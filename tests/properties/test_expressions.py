"""Expressions under any input: they never crash, never change data, and spelling is the inverse of parsing."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from procos_studio.expressions import Expression, ExpressionError, check, compile_text, condition, quick_fix, unparse
from procos_studio.expressions.expression import Parsed, parse_text
from procos_studio.expressions.methods import NAMES
from procos_studio.expressions.syntax import (
    Binary,
    Call,
    Choice,
    Index,
    Literal,
    Node,
    Secret,
    Unary,
    Variable,
)
from procos_studio.problems import Refused

VARIABLE_NAMES = st.sampled_from(["a", "b", "c", "_x", "größe", "x$1"])
TOKENS = st.sampled_from(
    "${ } ( ) [ ] . , ? : + - * / % == != < > <= >= && || ! and or not eq ne lt gt le ge div mod empty null true false"
    " 1 2.5 1e3 'a' \"b\" a b secret size() contains(a) \\ #{ ' \" _ $ instanceof".split(" ")
)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
VALUES = st.dictionaries(VARIABLE_NAMES, JSON)


def _deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    operators = st.sampled_from(["+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"])
    arguments = st.lists(inner, max_size=2).map(tuple)
    return (
        st.builds(Binary, operators, inner, inner)
        | st.builds(Unary, st.sampled_from(["-", "!", "empty"]), inner)
        | st.builds(Choice, inner, inner, inner)
        | st.builds(Index, inner, inner)
        | st.builds(Call, inner, st.sampled_from(sorted(NAMES)), arguments)
    )


LEAVES: st.SearchStrategy[Node] = (
    st.builds(
        Literal,
        st.none()
        | st.booleans()
        | st.integers(0, 2**200)
        | st.floats(0, allow_nan=False, allow_infinity=False).map(abs)
        | st.text(max_size=9),
    )
    | st.builds(Variable, VARIABLE_NAMES)
    | st.builds(Secret, st.text(max_size=9))
)
TREES = st.recursive(LEAVES, _deeper, max_leaves=12)


def _evaluated(text: str, variables: Mapping[str, Any], make: Callable[[str], Expression] = compile_text) -> str:
    """The value or the reason why there is none, as text; any other exception fails the test."""
    try:
        return repr(make(text).evaluate(variables, lambda name: name))
    except (Refused, ExpressionError) as failure:
        return f"! {failure}"


@given(st.text(max_size=60) | st.text(max_size=60).map(lambda text: f"${{{text}}}"), VALUES)
def test_any_text_is_a_value_a_refusal_or_an_error(text: str, variables: dict[str, Any]) -> None:
    assert _evaluated(text, variables)
    assert _evaluated(text, variables, condition)
    check(text)
    quick_fix(text)


@given(st.lists(TOKENS, max_size=20).map(" ".join), VALUES)
def test_any_heap_of_tokens_is_a_value_a_refusal_or_an_error(text: str, variables: dict[str, Any]) -> None:
    assert _evaluated(f"${{{text}}}", variables)
    assert _evaluated(text, variables)


@given(TREES, VALUES)
def test_any_tree_is_evaluated_without_changing_a_variable(tree: Node, variables: dict[str, Any]) -> None:
    before = copy.deepcopy(variables)
    _evaluated(f"${{{unparse(tree)}}}", variables)
    assert variables == before


@given(TREES)
def test_parsing_is_the_inverse_of_spelling(tree: Node) -> None:
    # given any tree, spelled
    text = unparse(tree)
    # when it is parsed, unless it is beyond a limit
    reason = _refusal(text)
    if reason:
        assert any(limit in reason for limit in ("too long", "nested deeper", "parts", "too large"))
        return
    # then the tree is the same, and its spelling settled
    (part,) = parse_text(f"${{{text}}}")
    assert isinstance(part, Parsed)
    assert part.node == tree
    assert unparse(part.node) == text


def _refusal(text: str) -> str:
    try:
        parse_text(f"${{{text}}}")
    except Refused as refused:
        return str(refused)
    return ""


@given(TREES, VARIABLE_NAMES)
def test_an_expression_reads_only_what_it_says(tree: Node, spare: str) -> None:
    # given an expression and all that it says it reads
    compiled = compile_text(f"${{{unparse(tree)}}}")
    enough = dict.fromkeys(compiled.reads, 1)
    # then it never misses a variable, and one more makes no difference
    outcome = _evaluated(compiled.source, enough)
    assert "there is no variable" not in outcome
    assert _evaluated(compiled.source, {spare: "other", **enough}) == outcome
