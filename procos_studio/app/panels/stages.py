"""Stages: what the stages of the pipeline are called, and what one says of itself on one line, in one's language."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from procos_studio.canvas.translating import told

translate = QCoreApplication.translate

_ENDPOINT = re.compile(r"endpoint (\d+) of (\d+) · (?:https?://)?([^,]*)(.*)")


def called(stage: str) -> str:
    """The name of a stage; one that is not known as it is."""
    names = {
        "start": translate("PipelinePanel", "Start"),
        "test": translate("PipelinePanel", "Test (BIT)"),
        "gateway": translate("PipelinePanel", "Gateway"),
        "validation": translate("PipelinePanel", "Validation"),
        "completion": translate("PipelinePanel", "Completion"),
    }
    return names.get(stage, stage)


def said(detail: str) -> str:
    """A detail on one line: the endpoint by its name, with its number where there are several."""
    line = " ".join(detail.split())
    match = _ENDPOINT.fullmatch(line)
    if match is None:
        return told(line)
    number, count, name, rest = match.groups()
    return told(f"{name}{rest}" if count == "1" else f"{name} #{number} of {count}{rest}")
