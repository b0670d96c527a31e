"""Trying: has words matched at once, and patterns by a child process, which is ended where it takes too long."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import procos_studio
from procos_studio.app.finding.matcher import answer, question
from procos_studio.app.finding.matching import TOO_MUCH, Match, Query, matches
from procos_studio.problems import Refused

LONGEST_MS = 3_000
_MODULE = "procos_studio.app.finding.matcher"


class Trying(QObject):
    """One question at a time; a new one ends that before. `found` carries Matches, `refused` a Problem."""

    found = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child: QProcess | None = None
        self._limit = QTimer(self, interval=LONGEST_MS, singleShot=True)
        self._limit.timeout.connect(self._give_up)

    def ask(self, query: Query, replacement: str, texts: Sequence[str]) -> None:
        """Look for a query that is not empty."""
        self.stop()
        if query.is_pattern:
            self._start(question(query, replacement, texts))
        else:
            self.found.emit(matches(query, replacement, texts))

    def stop(self) -> None:
        """Forget what was asked."""
        self._limit.stop()
        child, self._child = self._child, None
        if child is not None:
            child.finished.disconnect()
            child.kill()
            child.waitForFinished()
            child.deleteLater()

    def _start(self, asked: bytes) -> None:
        child = self._child = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONPATH", str(Path(procos_studio.__file__).parent.parent))
        child.setProcessEnvironment(environment)
        child.finished.connect(self._take)
        child.start(sys.executable, ["-m", _MODULE])
        child.write(asked)
        child.closeWriteChannel()
        self._limit.start()

    def _take(self) -> None:
        child = self._child
        if child is None:
            return
        data = bytes(child.readAllStandardOutput().data())
        self.stop()
        try:
            found: list[Match] = answer(data)
        except Refused as refused:
            self.refused.emit(refused.problems[0])
        except ValueError:
            # the child had no memory left, or was killed
            self.refused.emit(TOO_MUCH)
        else:
            self.found.emit(found)

    def _give_up(self) -> None:
        self.stop()
        self.refused.emit(TOO_MUCH)
