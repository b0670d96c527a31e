"""Crashes: what a bug looks like to a person: one clear window with the details to pass on, and the work goes on."""

from __future__ import annotations

import sys
import traceback
from asyncio import AbstractEventLoop
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

translate = QCoreApplication.translate

_NAME = "crash"


class Crashes:
    """Shows at most one window at a time; every failure is written to stderr in full."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._shown: QMessageBox | None = None

    def watch(self, loop: AbstractEventLoop) -> None:
        """Take what nobody else caught, in slots and in tasks."""
        sys.excepthook = self.report
        loop.set_exception_handler(self._report_task)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say that something broke."""
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if issubclass(kind, KeyboardInterrupt) or self._shown is not None:
            return
        box = self._shown = QMessageBox(self._parent)
        box.setObjectName(_NAME)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("ProcOS Studio")
        box.setText(translate("Crashes", "Something went wrong in ProcOS Studio. Your diagrams are still open."))
        remedy = translate("Crashes", "Save your work. If it happens again, report it with the details below.")
        box.setInformativeText(remedy)
        box.setDetailedText(details)
        box.finished.connect(lambda _result: self._forget())
        box.open()

    def _forget(self) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
        self._shown = None

    def _report_task(self, loop: AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self.report(type(error), error, error.__traceback__)
        else:
            loop.default_exception_handler(context)
