"""The modules that are loaded on first use, because their libraries cost more time than a start may take."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

LATE: Mapping[str, str] = {
    "schema": "procos_studio.runtime.pde.schema",
    "procos.http": "procos_studio.runtime.adapters.http",
    "procos.smtp": "procos_studio.runtime.adapters.smtp",
    "procos.openai": "procos_studio.runtime.adapters.openai",
    "procos.ollama": "procos_studio.runtime.adapters.ollama",
    "procos.transform": "procos_studio.runtime.adapters.transform",
    "procos.python": "procos_studio.runtime.adapters.python",
}
"""What is loaded late: a name of this house, and its module. httpx alone costs 0.3 s, jsonschema 0.15 s."""


def is_loaded(name: str) -> bool:
    """Whether `load` would give the module at once."""
    return LATE[name] in sys.modules


def load(name: str) -> ModuleType:
    """The module behind a name of `LATE`; a KeyError for any other name is a bug."""
    return import_module(LATE[name])
