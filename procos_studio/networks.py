"""Networks: networkx, loaded when the first graph is made; to load it takes longer than to draw a window."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = ["nx"]

if TYPE_CHECKING:
    import networkx as nx
else:

    class _Late:
        def __getattr__(self, name: str) -> Any:
            return getattr(import_module("networkx"), name)

    nx = _Late()
