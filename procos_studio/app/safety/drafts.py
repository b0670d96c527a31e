"""Drafts: blocks that are being made <-> JSON texts, for the copies of what is not saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from procos_studio.library import Binding, BlockDefinition, Choice, Parameter


def block_text(block: BlockDefinition) -> str:
    """All of a draft, whatever it still lacks."""
    return json.dumps(asdict(block), ensure_ascii=False, default=str)


def block_of(text: str) -> BlockDefinition:
    """The draft of `block_text`. Raises ValueError."""
    try:
        said: dict[str, Any] = json.loads(text)
        lists = {name: tuple(said[name]) for name in ("keywords", "face", "size")}
        parts = {name: tuple(map(_parameter, said[name])) for name in ("properties", "fixed")}
        files = {name: Path(said[name]) if said[name] else None for name in ("inside", "file")}
        return BlockDefinition(**{**said, **lists, **parts, **files})
    except (TypeError, KeyError, AttributeError, RecursionError) as failure:
        raise ValueError("the block makes no sense") from failure


def _parameter(said: Mapping[str, Any]) -> Parameter:
    choices = tuple(Choice(**choice) for choice in said["choices"])
    wanted = {name: tuple(values) for name, values in said["visible_if"].items()}
    return Parameter(**{**said, "binding": Binding(**said["binding"]), "choices": choices, "visible_if": wanted})
