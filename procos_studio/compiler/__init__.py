"""Compiler: model -> executable plan for the engine; model -> BPMN for a target."""

from procos_studio.compiler.compile import compile_plan
from procos_studio.compiler.plan import Compiled, Plan

__all__ = ["Compiled", "Plan", "compile_plan"]
