"""Translating: how texts that stand outside of Qt's classes reach the person's language when they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from procos_studio.problems import Problem

TEXTS = "Texts"
"""The context of what rooms without Qt say: problems, names of edits, what a run tells."""
BLOCKS = "Blocks"
"""The context of what block definitions say."""


def QT_TR_NOOP(text: str) -> str:
    """The text as it is. lupdate looks for this name in the source; the one of PySide has no type to give."""
    return text


def translated(text: str) -> str:
    """A marked text in the person's language; lupdate gives texts that stand outside of classes no context."""
    return QCoreApplication.translate("", text)


def told(text: str) -> str:
    """A sentence of a room without Qt, its values put in already, in the person's language."""
    return QCoreApplication.translate(TEXTS, text) if text else ""


def advice(problem: Problem) -> str:
    """What is wrong and what to do about it, in the person's language."""
    return f"{told(problem.message)} {told(problem.hint)}".strip()


def called(text: str) -> str:
    """A name out of a block definition, such as its family, in the person's language."""
    return QCoreApplication.translate(BLOCKS, text) if text else ""
