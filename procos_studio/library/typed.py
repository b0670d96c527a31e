"""What each parameter type accepts: one check by type, over the text of a value."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from datetime import datetime

from procos_studio.expressions import check as check_expression
from procos_studio.library.bindings import BINDINGS
from procos_studio.library.bindings.forms import TYPES as FIELD_TYPES
from procos_studio.library.bindings.forms import parse as parse_fields
from procos_studio.library.bindings.structured import parse as parse_structured
from procos_studio.library.definition import Parameter
from procos_studio.library.patterns import Unfit, compiled
from procos_studio.problems import Problem, error, warning

DURATION = (
    r"P(?=[\dT])(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?"
)
DATE = r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?)?"
_DURATION, _DATE = re.compile(DURATION), re.compile(DATE)
_CYCLE = re.compile(rf"R\d*/({DATE}/)?{DURATION}(/{DATE})?|(\S+\s+){{5,6}}\S+")
_RETRIES = re.compile(rf"[1-9]\d{{0,3}}|R[1-9]\d{{0,3}}/{DURATION}|{DURATION}(\s*,\s*{DURATION})*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

Findings = list[Problem]


def check(parameter: Parameter, text: str) -> Findings:
    """What is wrong with one value, about the parameter; an empty one is wrong only where it is required."""
    if not text.strip():
        return [_missing(parameter)] if parameter.required else []
    return _constrained(parameter, text) or _CHECKS[parameter.type](parameter, text)


def _missing(parameter: Parameter) -> Problem:
    hint = parameter.description or "Fill it in."
    return error("block.required", f"“{parameter.label}” is empty.", parameter.id, hint=hint)


def _constrained(parameter: Parameter, text: str) -> Findings:
    """What the constraints of an element template demand of a text that is no expression."""
    if is_expression(text) and is_evaluated(parameter):
        return []
    unfit = _unfit(parameter, text) if parameter.pattern else ""
    if unfit:
        return [_wrong(parameter, text, unfit)]
    if len(text) < parameter.min_length:
        return [_wrong(parameter, text, f"Write at least {parameter.min_length} characters.")]
    if parameter.max_length is not None and len(text) > parameter.max_length:
        return [_wrong(parameter, text, f"Write at most {parameter.max_length} characters.")]
    return []


def _unfit(parameter: Parameter, text: str) -> str:
    """Why a text is not what the parameter's pattern wants; `""` where it is."""
    try:
        fits = compiled(parameter.pattern).fits(text)
    except Unfit as reason:
        return f"The pattern that it has to match {reason}."
    if fits is None:
        return "It is too long to be tried against its pattern."
    return "" if fits else parameter.pattern_hint or f"It has to match {parameter.pattern}."


def is_evaluated(parameter: Parameter) -> bool:
    """Whether an engine evaluates `${}` in this parameter."""
    binding = parameter.binding
    if binding.type == "property":
        return binding.name.startswith("camunda:") or binding.name in _EVALUATED
    return BINDINGS[binding.type].evaluated


_EVALUATED = frozenset({"calledElement", "conditionExpression", "completionCondition", "activationCondition"})


def is_expression(text: str) -> bool:
    """Whether a text holds an expression."""
    return "${" in text or "#{" in text


def _wrong(parameter: Parameter, text: str, hint: str) -> Problem:
    shown = " ".join(text.split()) if parameter.type != "secret" else "…"
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    return error("block.value", f"“{parameter.label}” cannot be “{shown}”.", parameter.id, hint=hint)


def _mixed(parameter: Parameter, text: str) -> Findings:
    """Text that may hold expressions, where the engine evaluates it."""
    return check_expression(text, parameter.id) if is_expression(text) and is_evaluated(parameter) else []


def _expression(parameter: Parameter, text: str) -> Findings:
    if is_expression(text):
        return check_expression(text, parameter.id)
    return check_expression(text, parameter.id) or [
        _wrong(parameter, text, f"Without ${{}} it is only a text: write ${{{text.strip()}}}.")
    ]


def _choice(parameter: Parameter, text: str) -> Findings:
    if text in {choice.value for choice in parameter.choices}:
        return []
    return [_wrong(parameter, text, f"Choose one of {', '.join(choice.name for choice in parameter.choices)}.")]


def _flag(parameter: Parameter, text: str) -> Findings:
    return [] if text in ("true", "false") else [_wrong(parameter, text, "Write true or false.")]


def _number(parameter: Parameter, text: str) -> Findings:
    if is_expression(text) and is_evaluated(parameter):
        return check_expression(text, parameter.id)
    try:
        value = float(text)
    except ValueError:
        return [_wrong(parameter, text, "Write a number such as 10 or 0.5.")]
    low = -math.inf if parameter.minimum is None else parameter.minimum
    high = math.inf if parameter.maximum is None else parameter.maximum
    if math.isfinite(value) and low <= value <= high:
        return []
    return [_wrong(parameter, text, f"Write a number{_range(parameter)}.")]


def _range(parameter: Parameter) -> str:
    unit = f" {parameter.unit}" if parameter.unit else ""
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None:
        return f" from {low:g} to {high:g}{unit}"
    return (
        f" of at least {low:g}{unit}" if low is not None else f" of at most {high:g}{unit}" if high is not None else ""
    )


def _spelled(pattern: re.Pattern[str], hint: str) -> Callable[[Parameter, str], Findings]:
    """A text of a fixed form, or an expression where the engine evaluates it."""

    def check_spelling(parameter: Parameter, text: str) -> Findings:
        if is_expression(text) and is_evaluated(parameter):
            return check_expression(text, parameter.id)
        return [] if pattern.fullmatch(text.strip()) else [_wrong(parameter, text, hint)]

    return check_spelling


def _date(parameter: Parameter, text: str) -> Findings:
    """Spelled right, and a day that there is."""
    found = _spelled(_DATE, "Write it like 2027-01-31T06:00:00.")(parameter, text)
    if found or is_expression(text):
        return found
    try:
        datetime.fromisoformat(text.strip().replace("T24:00", "T00:00"))
    except ValueError:
        return [_wrong(parameter, text, "There is no such day or time.")]
    return []


def _variable(parameter: Parameter, text: str) -> Findings:
    hint = "Write the name of a variable: letters, digits and _, no blanks."
    return [] if _VARIABLE.fullmatch(text) else [_wrong(parameter, text, hint)]


def _secret(parameter: Parameter, text: str) -> Findings:
    if is_expression(text):
        return check_expression(text, parameter.id)
    return [
        warning(
            "block.open-secret",
            f"“{parameter.label}” stands readable in the file.",
            parameter.id,
            hint='Keep it as a secret, and write ${secret("name")}.',
        )
    ]


def _structured(parameter: Parameter, text: str) -> Findings:
    found = parse_structured(parameter, text)
    if isinstance(found, dict) and any(not name.strip() for name in found):
        hint = "Give it a name, or remove its row."
        return [error("block.value", f"“{parameter.label}” has a value without a name.", parameter.id, hint=hint)]
    if found is not None:
        return _mixed(parameter, text)
    if is_expression(text):
        return check_expression(text, parameter.id)
    example = '{"name": "value"}' if parameter.type == "map" else '["one", "two"]'
    return [_wrong(parameter, text, f"Write it like {example}, or as an expression ${{…}}.")]


def _code(parameter: Parameter, text: str) -> Findings:
    if parameter.language == "python":
        return _python(parameter, text)
    if parameter.language == "json":
        return _json(parameter, text)
    return []


def _python(parameter: Parameter, text: str) -> Findings:
    try:
        compile(text, "<script>", "exec")
    except (SyntaxError, ValueError) as failure:
        line = getattr(failure, "lineno", None)
        where = f" in line {line}" if line else ""
        said = getattr(failure, "msg", None) or str(failure)
        return [error("block.code", f"“{parameter.label}” is no Python{where}: {said}.", parameter.id)]
    return []


def _json(parameter: Parameter, text: str) -> Findings:
    try:
        json.loads(text)
    except (ValueError, RecursionError) as failure:
        return [error("block.code", f"“{parameter.label}” is no JSON: {failure}.", parameter.id)]
    return []


def _fields(parameter: Parameter, text: str) -> Findings:
    fields = parse_fields(text)
    if fields is None:
        return [_wrong(parameter, text, 'Write it like [{"id": "amount", "label": "Amount", "type": "long"}].')]
    names = [field["id"] for field in fields]
    for name in names:
        if not _VARIABLE.fullmatch(name):
            return [_wrong(parameter, name, "A field's id is the name of a variable: letters, digits and _.")]
    twice = next((name for name in names if names.count(name) > 1), "")
    if twice:
        return [error("block.value", f"“{parameter.label}” has “{twice}” twice.", parameter.id, hint="Rename one.")]
    odd = next((field["type"] for field in fields if field.get("type", "string") not in FIELD_TYPES), "")
    return [_wrong(parameter, odd, f"A field is one of {', '.join(FIELD_TYPES)}.")] if odd else []


_CHECKS: Mapping[str, Callable[[Parameter, str], Findings]] = {
    "string": _mixed,
    "text": _mixed,
    "expression": _expression,
    "choice": _choice,
    "flag": _flag,
    "number": _number,
    "duration": _spelled(_DURATION, "Write it like PT30S, PT5M or P1DT12H."),
    "date": _date,
    "cycle": _spelled(_CYCLE, "Write it like R3/PT10M, or as cron: 0 0 6 * * ?"),
    "retries": _spelled(_RETRIES, "Write 3, R3/PT10S, or the waits: PT10S,PT1M."),
    "variable": _variable,
    "secret": _secret,
    "list": _structured,
    "map": _structured,
    "code": _code,
    "fields": _fields,
}
"""By parameter type; every member of `definition.TYPES` has one."""
