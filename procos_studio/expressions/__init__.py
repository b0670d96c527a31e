"""The `${…}` language: a subset of JUEL, compiled to closures over JSON values."""

from procos_studio.expressions.checking import check, fault_at, quick_fix
from procos_studio.expressions.expression import Expression, compile_text, condition
from procos_studio.expressions.spelling import rename_variable, unparse
from procos_studio.expressions.values import ExpressionError

__all__ = [
    "Expression",
    "ExpressionError",
    "check",
    "compile_text",
    "condition",
    "fault_at",
    "quick_fix",
    "rename_variable",
    "unparse",
]
