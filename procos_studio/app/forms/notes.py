"""Notes: the sentence below a field: what is wrong with its text and how to mend it, else what the text is worth."""

from __future__ import annotations

from typing import NamedTuple

from procos_studio.app.forms.knowledge import Knowledge
from procos_studio.canvas.translating import QT_TR_NOOP, advice, told, translated
from procos_studio.expressions import fault_at
from procos_studio.library import Parameter
from procos_studio.library.durations import in_words
from procos_studio.library.mending import mend
from procos_studio.problems import Problem, Severity

_UNITS = (
    *(QT_TR_NOOP("year"), QT_TR_NOOP("years"), QT_TR_NOOP("month"), QT_TR_NOOP("months")),
    *(QT_TR_NOOP("week"), QT_TR_NOOP("weeks"), QT_TR_NOOP("day"), QT_TR_NOOP("days")),
    *(QT_TR_NOOP("hour"), QT_TR_NOOP("hours"), QT_TR_NOOP("minute"), QT_TR_NOOP("minutes")),
    *(QT_TR_NOOP("second"), QT_TR_NOOP("seconds")),
)
"""The words of a duration beside its numbers."""


class Note(NamedTuple):
    """A sentence and its role; `fault` is where the text is wrong, `mended` a better one."""

    text: str
    role: str
    mended: str | None = None
    fault: int | None = None


def note_on(parameter: Parameter, text: str, problem: Problem | None, knowledge: Knowledge) -> Note:
    """What to say below a field that shows `text`; `problem` is the first thing that the mask finds wrong with it."""
    if problem is not None:
        role = "error" if problem.severity is Severity.ERROR else "warning"
        fault = fault_at(text) if "${" in text or "#{" in text else None
        mended = mend(parameter, text)
        said = told(problem.message) if mended is not None else advice(problem)
        return Note(said, role, mended, fault)
    if parameter.type == "duration" and in_words(text):
        return Note(f"= {_duration(text)}", "value")
    shown = knowledge.shown_all(text) if parameter.type in ("map", "list") else knowledge.shown(text)
    if shown is None:
        return Note("", "hint")
    return Note(shown.text, "value" if shown.is_value else "hint")


def _duration(iso: str) -> str:
    """`1 minute 30 seconds` of `PT1M30S`, in the person's language."""
    return " ".join(translated(word) if word in _UNITS else word for word in in_words(iso).split())
