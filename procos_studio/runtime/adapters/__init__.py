"""The adapters: `ADAPTERS` is the visible list of topics that a run can serve by itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from procos_studio.runtime.adapters.adapter import Adapter, AdapterError, Config, Job
from procos_studio.runtime.late import LATE, load
from procos_studio.runtime.settings import PdeKind

__all__ = ["ADAPTERS", "Adapter", "AdapterError", "Config", "Job", "adapter"]

ADAPTERS: Mapping[str, PdeKind] = {
    "procos.http": PdeKind.INTEGRATION,
    "procos.smtp": PdeKind.INTEGRATION,
    "procos.openai": PdeKind.AI,
    "procos.ollama": PdeKind.AI,
    "procos.transform": PdeKind.GENERAL,
    "procos.python": PdeKind.GENERAL,
}
"""Topics and the kind of PDE that carries them. Each module of `late.LATE` with a topic's name has one `ADAPTER`."""


@lru_cache(maxsize=len(LATE))
def adapter(topic: str) -> Adapter:
    """The adapter of a topic of `ADAPTERS`, loaded on first use; KeyError for any other topic."""
    found: Adapter = load(topic).ADAPTER
    return found
